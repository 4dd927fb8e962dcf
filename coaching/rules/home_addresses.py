"""Where somebody lives: a street with a number, unless it is that of an office."""

import re

from coaching.rules.word_lists import any_of

# How the names of streets end, in the cases that answer "where".
_STREET = any_of(r"""
kat(?:u|ua|ulla|ulle|ulta)|kadu(?:n|lla|lle|lta)|tie(?:n|tä|llä|lle|ltä)?|kuja(?:n|a|lla|lle|lta)?
pol(?:ku|kua|un|ulla|ulle|ulta)|kaar(?:i|en|ta|ella|elle|elta)|rait(?:ti|in|illa|ille|ilta)
puistik\w+|bulevard\w+|pen(?:ger|ker\w+)|rin(?:ne|teen|teellä|teelle|teeltä)|tanhua(?:lla|lle|n)?
väylä(?:n|llä|lle|ltä)?|aukio(?:n|lla|lle)?|ran(?:ta|taa|nan|nalla|nalle)
gatan?|väg(?:en)?|gränd(?:en)?|stig(?:en)?|allén|esplanaden|kajen|stranden|svängen|bågen|torget
brinken|linjen
""")
_STREET_IN_ENGLISH = any_of(r"""
Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Court|Terrace|Way|Place|Square
Gardens|Grove|Hill|Row|Mews|Walk|Boulevard|Park|Rise|View|Green|Meadows?|Mount|Path|Quay|Wharf
""")
# An Indonesian street says so first; a neighbourhood has a number of its own, the RT.
_STREET_FIRST = r"(?:Jl|Jln|Jalan|Gg|Gang|Lorong|Perum|Perumahan|Kompleks?|Komp|Cluster|Dusun)"
_NUMBER_BEHIND = r"(?:(?:No|Nomor|Blok [A-Z]+\d*,?(?: No\.?)?)\.? ?)?\d{1,4}[A-Za-z]?\b"
_NUMBER = r"(?:numero(?:ssa|n|on| on)? |n:o |nro |nummer |nr )?\d{1,3}(?: ?[a-zåäö]\b)?"
_ADDRESS = re.compile(
    rf"\b[A-ZÅÄÖ](?:\w*(?:{_STREET})|[\w-]+ (?:{_STREET})),? {_NUMBER}"
    r"|\b\w+(?:katu|kadulla|kuja|kujalla|gatan|vägen) \d{1,3} ?[a-z]\b"  # typed in haste
    rf"|\b\d{{1,4}}[a-zA-Z]?,? (?:[A-Z][\w'-]+ ){{1,3}}(?:{_STREET_IN_ENGLISH})\b"
    rf"|\b(?:[A-Z][\w'-]+ ){{1,2}}(?:{_STREET_IN_ENGLISH}),? (?:number|no\.?) ?\d{{1,4}}\b"
    r"|\b\d{1,4}[a-z]? (?:(?!on|in|of|the|to|a)[a-z]+ ){1,2}(?:street|road|avenue|lane|drive)\b"
    rf"|\b{_STREET_FIRST}\.? (?:[A-Z][\w'-]*\.?,? ){{1,5}}{_NUMBER_BEHIND}"
    r"|\b(?:jl|jln|gg|jalan(?= (?:\w+ ){1,4}no))\.? (?:[a-z]+,? ){1,4}(?:no\.? ?|nomor )?\d{1,4}\b"
    r"|\b[Rr][Tt]\.? ?\d{1,3} ?[/,]? ?[Rr][Ww]\.? ?\d{1,3}\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"  # a British postcode is shared by a few homes
)
_NO_ADDRESS = re.compile(
    r"\b(?:valta|kanta|maan|yhdys|rauta|seutu|moottori|riks|lands|motor|europa|järn)(?:tie|väg)\w*"
    r"|\b(?:asiakas|hoito|palvelu|oppimis|ura|koulutus|kunto)pol\w+|\bpå väg\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    any_of(r"""
toimisto|toimipiste|sivupiste|palvelupiste|virasto|kirjasto|koulu|asema|vastaanot|kerrokse|pysäk
poliklini|kahvila|kauppa\b|neuvola|neuvonta|päiväko|muuttaa|sali\b|museo
kontor|bibliotek|station|mottagning|skola|dagis|hållplats|rådhus|flyttar|museet|daghem
\boffice|\blibrar|clinic|\bschool|\bdesk|\bbranch|\bcent(?:re|er)\b|\bhall\b|\bshop|bus stop
museum|nursery|\bmoves?\b
\bkantor|kelurahan|kecamatan|\bbalai\b|\bdinas\b|puskesmas|sekolah|perpustakaan|\bloket|stasiun
terminal|\bhalte\b|rumah sakit|\bgedung|\btoko\b|\bpasar\b|\bpindah\b|pengadilan|posyandu
\bmal\b|\bklinik
"""),
    re.IGNORECASE,
)
_HOME = re.compile(
    any_of(r"""
\basu[uin]|\bkoti|kotona|\bluona\b|\bluokse|\bas\. ?\d|asukas
\bbor\b|bodde|\bhem\b|\bhemma|hembes|\bhos\b|\blgh\b
\brumah(?! sakit)|\btinggal|\bkos\b|kontrakan|kediaman
\blives?\b|\bliving\b|\bhome\b|\bflat\b|apartment|resident|\bapt\b
"""),
    re.IGNORECASE,
)
_OFFICE_BY_NAME = re.compile(
    r"\b(?:Kantor|Dinas|Balai|Kelurahan|Kecamatan|Puskesmas|Perpustakaan|Rumah Sakit|Gedung"
    r"|Pengadilan)(?: [A-Z]\w+)+"
)
_FULL_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöé-]+ (?:[A-ZÅÄÖ]\. )?[A-ZÅÄÖ][a-zåäöé-]+\b")


def tells_where_somebody_lives(text: str) -> bool:
    """Tell whether a text has an address that is not plainly that of an office."""
    streets = _NO_ADDRESS.sub("…", text)
    if not _ADDRESS.search(streets):
        return False
    beside = _ADDRESS.sub("…", streets)
    is_home = _HOME.search(beside) or _FULL_NAME.search(_OFFICE_BY_NAME.sub("kantor", beside))
    return bool(is_home) or not _OFFICE.search(beside)
