"""Numbers that are said in words, as people dictate them: "nolla viisikymmentä", "oh five oh"."""

import re

# Each word with the digit or digits in its place; what is spoken carelessly stands here too.
_FINNISH = """
nolla 0|yksi 1|yks 1|ykkönen 1|kaksi 2|kaks 2|kakkonen 2|kolme 3|kolmonen 3|neljä 4|nelonen 4
viisi 5|viis 5|vitonen 5|kuusi 6|kuus 6|kutonen 6|seitsemän 7|seittemän 7|seiska 7|kahdeksan 8
kaheksan 8|kasi 8|yhdeksän 9|yheksän 9|ysi 9|kymmenen 10|kakskyt 20|kolkyt 30|nelkyt 40|neljäkyt 40
viiskyt 50|kuuskyt 60|seiskyt 70|kaheksankyt 80|kasikyt 80|yheksänkyt 90|kaksikymmentä 20
kolmekymmentä 30|neljäkymmentä 40|viisikymmentä 50|kuusikymmentä 60|seitsemänkymmentä 70
kahdeksankymmentä 80|yhdeksänkymmentä 90
"""
_SWEDISH = """
noll 0|nolla 0|ett 1|etta 1|två 2|tvåa 2|tre 3|trea 3|fyra 4|fem 5|femma 5|sex 6|sexa 6|sju 7
sjua 7|åtta 8|nio 9|nia 9|tio 10|tjugo 20|tjuge 20|trettio 30|tretti 30|fyrtio 40|förti 40
femtio 50|femti 50|sextio 60|sexti 60|sjuttio 70|sjutti 70|åttio 80|åtti 80|nittio 90|nitti 90
"""
_ENGLISH = """
zero 0|oh 0|nought 0|naught 0|one 1|two 2|three 3|four 4|five 5|six 6|seven 7|eight 8|nine 9|ten 10
twenty 20|thirty 30|forty 40|fourty 40|fifty 50|sixty 60|seventy 70|eighty 80|ninety 90|double 0
triple 00
"""
_INDONESIAN = """
nol 0|kosong 0|satu 1|dua 2|tiga 3|empat 4|lima 5|enam 6|tujuh 7|delapan 8|lapan 8|sembilan 9
sepuluh 10|sebelas 11
"""
_DIGITS: dict[str, str] = dict(
    pair.rsplit(" ", 1)
    for pair in "|".join(f"{_FINNISH}{_SWEDISH}{_ENGLISH}{_INDONESIAN}".split("\n")).split("|")
    if pair
)
_PART = "|".join(sorted(_DIGITS, key=len, reverse=True))
_WORD = rf"\b(?:{_PART})+\b"
_GAP = r"[ ,.-]{1,3}(?:(?:ja|och|and|sedan|sitten|then|lalu|terus) )?"
# A number begins with a zero in words, or has three words; a word alone is only counted with.
_SAID = re.compile(
    rf"(?:\b(?:nolla|noll|zero|oh|nol|kosong)(?:{_PART})*\b|{_WORD}{_GAP}{_WORD}{_GAP}{_WORD})"
    rf"(?:{_GAP}(?:{_WORD}|\d+))*",
    re.IGNORECASE,
)
_EACH = re.compile(_PART, re.IGNORECASE)


def in_digits(text: str) -> str:
    """Return the text with numbers that are said word by word written in digits.

    The number of digits is right, which is what counts here; "double four" may be another number.
    """
    return _SAID.sub(_written, text)


def _written(said: re.Match[str]) -> str:
    digits = _EACH.sub(lambda word: _DIGITS[word[0].lower()], said[0])
    return " ".join(re.findall(r"\d+", digits))
