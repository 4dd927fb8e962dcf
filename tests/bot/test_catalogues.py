"""The catalogues of sentences: complete, alike in every language, and what the code says."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.chat.errors import ALERT_LIMIT
from bot.i18n import HERE, MissingTextError, Translator, catalogue
from bot.locales.__main__ import main
from bot.locales.checks import SOURCE, faults
from coaching.content import LANGUAGES
from coaching.errors import Code


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """Give a copy of the catalogues to spoil."""
    return Path(shutil.copytree(HERE, tmp_path / "locales"))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Give a copy of the code to spoil."""
    ignored = shutil.ignore_patterns("sandbox", "locales", "__pycache__")
    return Path(shutil.copytree(HERE.parent, tmp_path / "bot", ignore=ignored))


def test_nothing_is_wrong_with_the_catalogues() -> None:
    assert faults() == []


def test_the_check_tells_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert "complete" in capsys.readouterr().out
    assert main([]) == 2


ALSO_A_FIELD = "id"  # of rows and messages
NOT_CODE = {"sandbox", "versions"}  # the demo's people, and what the database once was
FOR_NOBODY_ELSE = ("only you see", "vain sinä näet", "bara du ser", "hanya anda yang melihat")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_told_that_they_alone_see_what_administration_can_reach(language: str) -> None:
    texts = [text for text in catalogue(language)._catalog.values() if isinstance(text, str)]  # type: ignore[attr-defined]
    assert not [text for text in texts if any(word in text.lower() for word in FOR_NOBODY_ELSE)]


def test_finnish_says_in_another_case_on_which_day_something_happens() -> None:
    wednesday = date(2026, 1, 14)
    assert [Translator(language).on(wednesday) for language in LANGUAGES] == [
        "Wednesday 14 January",
        "keskiviikkona 14. tammikuuta",
        "onsdag 14 januari",
        "Rabu, 14 Januari",
    ]
    assert Translator("fi").day(wednesday) == "keskiviikko 14. tammikuuta"


SPOILED = [
    ('msgstr "Takaisin"', 'msgstr ""', "fi: back is empty"),
    ('msgid "back"', '#, fuzzy\nmsgid "back"', "fi: back is fuzzy"),
    ('msgid "back"', 'msgid "go.back"', "fi: back is missing"),
    ('msgid "back"', 'msgid "go.back"', "fi: go.back is not in en"),
    ('"{day} klo {clock}"', '"{day} klo {kello}"', "fi: moment has other placeholders than en"),
    ('"{day} klo {clock}"', '"{day klo {clock}"', "fi: moment has braces that do not match"),
    ('"<b>Kortti:</b> {card}"', '"Kortti: {card}"', "fi: prompt.card has other markup than en"),
    ('"{n} henkilöä"', '"monta henkilöä"', "fi: people.count has other placeholders than en"),
    ('msgid "back"', 'nonsense "back"', "fi: cannot be read"),
]


PLURALS = re.compile(r'(?<=\nmsgstr\[)0\] ".*"\nmsgstr\[1(?=\])')


@pytest.mark.parametrize(("forms", "is_complete"), [(1, True), (2, False)])
def test_a_language_has_as_many_plural_forms_as_it_needs(
    locales: Path, forms: int, is_complete: bool
) -> None:
    english = (locales / "en" / "LC_MESSAGES" / "cxcoach.po").read_text(encoding="utf-8")
    one_form = re.sub(r"nplurals=\d+; plural=[^;]+;", "nplurals=1; plural=0;", english)
    assert one_form != english
    folder = locales / "id" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    text = PLURALS.sub("0", one_form) if forms == 1 else one_form
    (folder / "cxcoach.po").write_text(text, encoding="utf-8")
    found = faults(locales, languages=("en", "id"))
    assert (found == []) is is_complete, found


def test_languages_are_data() -> None:
    """No code names a language; each has its catalogue."""
    root = HERE.parent.parent
    others = [f'"{code}"' for code in LANGUAGES if code not in (SOURCE, ALSO_A_FIELD)]
    literal = re.compile("|".join(others))
    for folder in ("bot", "coaching", "storage"):
        for path in (root / folder).rglob("*.py"):
            if NOT_CODE.isdisjoint(path.relative_to(root).parts):
                assert not literal.search(path.read_text(encoding="utf-8")), path
    catalogues = {path.parent.parent.name for path in HERE.glob("*/LC_MESSAGES/cxcoach.po")}
    assert catalogues == set(LANGUAGES)


@pytest.mark.parametrize(("good", "bad", "fault"), SPOILED)
def test_a_spoiled_catalogue_is_found(locales: Path, good: str, bad: str, fault: str) -> None:
    path = locales / "fi" / "LC_MESSAGES" / "cxcoach.po"
    text = path.read_text(encoding="utf-8")
    assert text.count(good) == 1
    path.write_text(text.replace(good, bad), encoding="utf-8")
    assert any(found.startswith(fault) for found in faults(locales)), faults(locales)


@pytest.mark.parametrize(
    ("file", "good", "bad", "fault"),
    [
        (
            "chat/showing.py",
            "NO_PREVIEW =",
            'SAYS = "checkin.nothing"\nNO_PREVIEW =',
            "checkin.nothing is in no",
        ),
        ("views/checkin/week.py", '"checkin.heading"', "kind", "checkin.heading is used nowhere"),
        (
            "chat/showing.py",
            "NO_PREVIEW =",
            'SAYS = t("nothing")\nNO_PREVIEW =',
            "nothing is in no catalogue",
        ),
        (
            "chat/showing.py",
            "NO_PREVIEW =",
            'SAYS = f"back.{3}"\nNO_PREVIEW =',
            "nobody says what back.* can be",
        ),
    ],
)
def test_code_unlike_the_catalogues_is_found(
    sources: Path, file: str, good: str, bad: str, fault: str
) -> None:
    path = sources / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(good, bad, 1), encoding="utf-8")
    assert any(fault in found for found in faults(sources=sources)), faults(sources=sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_a_sentence_in_every_language(language: str) -> None:
    for code in Code:
        sentence = catalogue(language).gettext(f"error.{code}")
        assert sentence != f"error.{code}"
        assert len(sentence) < ALERT_LIMIT, "it would be cut off over a button"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_sentence_is_never_shown_as_its_key(language: str) -> None:
    with pytest.raises(MissingTextError):
        Translator(language).plain("no.such.key")
    with pytest.raises(MissingTextError):
        Translator(language).counted("no.such.key", 2)


def test_values_are_escaped_in_html_and_left_alone_on_buttons() -> None:
    t = Translator("en")
    assert t("start.again", name="<b>Ana & Bea</b>").count("&lt;b&gt;Ana &amp; Bea") == 1
    assert "<b>Ana" in t.plain("checkin.change", title="<b>Ana")
