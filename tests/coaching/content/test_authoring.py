"""What an author of own prompts is told: every fault at once, each at its line."""

from collections.abc import Sequence

import pytest

from coaching.content import load_prompts
from coaching.content.authoring import Examined, examine, known_tags
from coaching.content.faults import FaultCode
from coaching.content.written import written_in_toml
from tests.coaching.content.test_content_rules import prompt_toml

ALL = ("en", "fi", "sv")


def own(prompt_format: str = "debrief") -> str:
    return prompt_toml(prompt_format).replace('id = "d1', 'id = "own-d1').lstrip("\n")


def examined(toml: str, languages: Sequence[str] = ALL) -> Examined:
    return examine(written_in_toml(toml), load_prompts(), languages)


def told(toml: str) -> list[tuple[FaultCode, int | None]]:
    return [(fault.code, fault.place.row) for fault in examined(toml).faults]


@pytest.mark.parametrize("prompt_format", ["plan", "debrief", "recall", "ask", "grow", "why"])
def test_what_keeps_the_rules_has_no_fault(prompt_format: str) -> None:
    found = examined(own(prompt_format))
    assert found.faults == ()
    assert found.prompts[0].id == f"own-d1-{prompt_format}-1"


def test_every_fault_is_found_at_once_with_its_line() -> None:
    toml = own()
    for old, new in (
        ("level = 2", "level = 4"),
        ('"desk", "lead"', '"desk", "boss"'),
        ("seconds = 60", "seconds = 45\nmood = 1"),
        ("en text 1.", "*en* text 1."),
        ("fi why 1.", ""),
        ("sv text 1. Do it today.", "a" * 401),
    ):
        assert old in toml
        toml = toml.replace(old, new, 1)
    lines = toml.splitlines()
    found = told(toml)
    assert [code for code, _ in found] == [
        *[FaultCode.NOT_ONE_OF] * 3,
        FaultCode.UNKNOWN,
        FaultCode.MARKUP,
        FaultCode.MISSING,
        FaultCode.TOO_LONG,
        FaultCode.LONG_WORD,
    ]
    at = {code: row for code, row in found if row is not None}
    assert lines[at[FaultCode.UNKNOWN] - 1] == "mood = 1"
    assert lines[at[FaultCode.MARKUP] - 1].startswith('text = "*en*')
    assert lines[at[FaultCode.MISSING] - 1] == 'why = ""'
    assert lines[at[FaultCode.TOO_LONG] - 1].startswith('text = "aaaa')


def test_nobody_writes_a_story_beforehand() -> None:
    written = own().replace("-debrief-", "-story-").replace('"debrief"', '"story"')
    assert FaultCode.NOT_ONE_OF in [code for code, _ in told(written)]


def test_faults_of_all_prompts_are_told() -> None:
    bad = own().replace("level = 2", "level = 9")
    two = bad + bad.replace("debrief-1", "debrief-2").replace("text 1", "text 2").replace(
        "why 1", "why 2"
    )
    assert [code for code, _ in told(two)] == [FaultCode.NOT_ONE_OF] * 2


@pytest.mark.parametrize(
    ("old", "new", "code", "data"),
    [
        ('id = "own-d1-debrief-1"', 'id = "d1-debrief-1"', "id", {"prefix": "own-d1-debrief-"}),
        ('id = "own-d1-debrief-1"', 'id = "own-d1-plan-1"', "id", {"prefix": "own-d1-debrief-"}),
        ("en one …?", "en one ...?", "dots", {"blank": "…"}),
        ("sv why 1.", "sv why ...", "dots", {"blank": "…"}),
        ("Debriefs: d = 0.67 (meta-analysis)", "evidence x", "evidence", {}),
        ("Debriefs: d = 0.67 (meta-analysis)", "Studies show that this works well for all (many)",
         "evidence", {}),
        ("Tannenbaum & Cerasoli 2013", "somebody", "source", {}),
        ("en text 1.", "Remember always to smile.", "tone", {"word": "remember always"}),
        ("en text 1.", "Always remember to smile.", "tone", {"word": "always remember"}),
        ("fi text 1.", "Muista aina hymyillä.", "tone", {"word": "muista aina"}),
        ("sv text 1.", "Kom alltid ihåg att le.", "tone", {"word": "kom alltid ihåg"}),
        ('tags = ["need"]', 'tags = ["questons"]', "tag", {"near": "questions"}),
        ("version = 1", 'version = "one"', "number", {"least": 1}),
    ],
)  # fmt: skip
def test_what_used_to_pass_or_to_be_told_in_other_words(
    old: str, new: str, code: str, data: dict[str, object]
) -> None:
    toml = own()
    assert old in toml
    (fault, *_) = [
        each for each in examined(toml.replace(old, new, 1)).faults if each.code == code
    ]
    assert data.items() <= fault.data.items()
    assert fault.place.row


def test_a_changed_text_needs_a_new_version() -> None:
    (before,) = examined(own()).prompts
    other = own().replace("en text 1.", "en text 3.")

    def codes(toml: str) -> list[FaultCode]:
        earlier = {before.id: before}
        found = examine(written_in_toml(toml), load_prompts(), ALL, earlier).faults
        return [fault.code for fault in found]

    assert codes(own()) == []
    assert codes(other) == [FaultCode.VERSION]
    assert codes(other.replace("version = 1", "version = 2")) == []


def test_a_language_that_is_needed_and_one_that_nobody_speaks() -> None:
    other = own().replace("[prompts.texts.sv]", "[prompts.texts.xx]")
    assert {code for code, _ in told(other)} == {FaultCode.LANGUAGE, FaultCode.NO_LANGUAGE}
    assert examined(own().partition("[prompts.texts.sv]")[0], ("en", "fi")).faults == ()


def test_a_file_that_is_none_says_where() -> None:
    ((code, row),) = told('[[prompts]]\nid = "own\n')
    assert (code, row) == (FaultCode.NOT_TOML, 2)
    assert [code for code, _ in told("")] == [FaultCode.EMPTY]
    assert [code for code, _ in told("\ufeff" + own())] == []


def test_the_same_text_is_told_with_where_it_stands_already() -> None:
    theirs = load_prompts()[0]
    toml = own().replace("fi text 1. Do it today.", theirs.texts["fi"].text)
    fault = next(e for e in examined(toml).faults if e.code is FaultCode.TWICE)
    assert fault.data["other"] == theirs.id


def test_tags_are_listed_with_how_many_bear_them() -> None:
    tags = known_tags(load_prompts())
    assert list(tags) == sorted(tags)
    assert tags["questions"] == sum("questions" in each.tags for each in load_prompts())


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\u200f", "\x07", "\u00ad", "\u200d"])
def test_an_invisible_sign_is_told_by_its_number(sign: str) -> None:
    found = examined(own().replace("en text 1", f"en te{sign}xt 1").replace("\x07", "\\u0007"))
    assert [fault.code for fault in found.faults] == [FaultCode.INVISIBLE]
    assert found.faults[0].data == {"sign": f"U+{ord(sign):04X}", "near": "en text 1. Do it "}


@pytest.mark.parametrize("emoji", ["😀", "❤️", "👩🏽\u200d💻", "🇫🇮", "👍🏿"])
def test_one_emoji_is_one_however_it_is_made(emoji: str) -> None:
    once = own().replace("en text 1. Do it today.", f"en text 1. Do it today. {emoji}")
    assert emoji in once
    assert examined(once).faults == ()
    twice = once.replace(emoji, f"{emoji}{emoji}")
    assert [fault.code for fault in examined(twice).faults] == [FaultCode.EMOJI]
