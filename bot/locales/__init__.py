"""The catalogues of sentences, one .po file per language, and what must hold between them."""
