import pytest

from coaching.content import LANGUAGES, ContentError, Prompt
from coaching.content.entries import sentences
from coaching.content.load import read_instrument, read_prompts

HEAD = """
[[prompts]]
id = "d1-{format}-{number}"
version = 1
dimension = "D1"
format = "{format}"
level = 2
roles = ["desk", "lead"]
seconds = 60
tags = ["need"]
evidence = "Debriefs: d = 0.67 (meta-analysis)"
source = "Tannenbaum & Cerasoli 2013"
{follow_ups}
"""
TEXTS = """
[prompts.texts.{language}]
text = "{language} text {number}. Do it today."
why = "{language} why {number}."
"""
CARD = 'card = "{language} card {number}."\n'
CHOICES = """
[prompts.texts.{language}.choices]
suits = "{language} well"
time = "{language} time"
other = "{language} other"
"""
QUESTIONS = 'questions = ["{language} one …?", "{language} two …?", "{language} three …?"]\n'
TWO = 'questions = ["{language} one …", "{language} two …"]\n'
ONE = 'questions = ["{language} one …"]\n'
FOUR = 'questions = ["{language} 1?", "{language} 2?", "{language} 3?", "{language} 4?"]\n'
EXTRAS = {
    "plan": TWO,
    "debrief": QUESTIONS,
    "recall": CARD,
    "view": TWO,
    "scale": TWO,
    "try": "",
    "ask": CHOICES,
    "why": ONE,
    "share": QUESTIONS,
    "grow": FOUR,
}
FOLLOW_UPS = {"plan": "[2, 7]", "recall": "[3, 10, 24]", "try": "[1]", "grow": "[2]"}


def prompt_toml(prompt_format: str = "try", number: int = 1) -> str:
    """Write a prompt that keeps every rule."""
    in_languages = [
        (TEXTS + EXTRAS[prompt_format]).format(language=language, number=number)
        for language in LANGUAGES
    ]
    days = FOLLOW_UPS.get(prompt_format)
    follow_ups = f"follow_ups = {days}" if days else ""
    head = HEAD.format(format=prompt_format, number=number, follow_ups=follow_ups)
    return head + "".join(in_languages)


def read(toml: str) -> tuple[Prompt, ...]:
    return read_prompts({"d1.toml": toml})


def broken(toml: str, old: str, new: str) -> str:
    """Read the prompt with one thing changed, and return the refusal."""
    assert old in toml
    with pytest.raises(ContentError) as refusal:
        read(toml.replace(old, new, 1))
    return str(refusal.value)


@pytest.mark.parametrize("prompt_format", EXTRAS)
def test_a_prompt_that_keeps_the_rules_is_read(prompt_format: str) -> None:
    (prompt,) = read(prompt_toml(prompt_format))
    assert prompt.id == f"d1-{prompt_format}-1"
    assert prompt.texts["fi"].text == "fi text 1. Do it today."
    assert prompt.texts["sv"].card == ("sv card 1." if prompt_format == "recall" else None)
    assert (prompt.texts["en"].choices or {}).get("time") == (
        "en time" if prompt_format == "ask" else None
    )


def test_a_refusal_names_file_prompt_and_rule() -> None:
    message = broken(prompt_toml(), "level = 2", "level = 4")
    assert message.startswith("d1.toml: d1-try-1: level: ")
    assert "1, 2 or 3" in message


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("fi text 1. Do it today.", "a" * 401, "texts.fi.text: String should have at most 400"),
        ("sv why 1.", "a" * 451, "texts.sv.why: String should have at most 450"),
        (
            "en text 1. Do it today.",
            "Go. " * 6 + "Go.",
            "texts.en.text: has 7 sentences, at most 6",
        ),
        ("en why 1.", "", "texts.en.why: String should have at least 1"),
        ("en why 1.", " en why 1.", "begins or ends with a space"),
        ("fi text", "<b>fi</b> text", "contains markup: <"),
        ("fi text", "*fi* text", "contains markup: *"),
        ("fi text", "https://fi text", "contains markup: https:"),
        ("fi text", "{customer} text", "fi: no form of the word for customer: customer"),
        ("fi text 1. Do it today.", "{asiakas} " * 39 + "a", "with the longest word for customer"),
        ("follow_ups = [1]", "", "every plan, recall, try and grow prompt has follow_ups"),
        ("follow_ups = [1]", "follow_ups = [7, 2]", "follow_ups come one after another"),
        ("follow_ups = [1]", "follow_ups = [0]", "greater than or equal to 1"),
        ("[prompts.texts.sv]", "[prompts.texts.de]", "de is no language of ours"),
        ("seconds = 60", "seconds = 45", "30, 60 or 120"),
        ("version = 1", "version = 0", "greater than or equal to 1"),
        ("version = 1", 'version = "1"', "valid integer"),
        ('format = "try"', 'format = "tell"', "'grow' or 'story'"),
        ('dimension = "D1"', 'dimension = "D7"', "dimension: Input should be 'D1'"),
        ('dimension = "D1"', 'dimension = "D2"', "the id must be d2-try- and a number"),
        ('id = "d1-try-1"', 'id = "d1-try-one"', "the id must be d1-try- and a number"),
        ('"desk", "lead"', '"desk", "boss"', "roles.1: Input should be 'desk'"),
        ('"desk", "lead"', '"desk", "desk"', "named twice: desk"),
        ('"desk", "lead"', "", "roles: Tuple should have at least 1 item"),
        ('tags = ["need"]', "tags = []", "tags: Tuple should have at least 1 item"),
        ('tags = ["need"]', 'tags = ["need", "need"]', "named twice: need"),
        ("seconds = 60", "minutes = 1", "seconds: Field required"),
        ("seconds = 60", "seconds = 60\nmood = 1", "mood: Extra inputs are not permitted"),
        ('why = "en why 1."', 'why = "en why 1."\ncard = "c"', "no other prompt has it"),
        ("sv text 1. Do it today.", "FI text 1. Do it today.", "used twice: FI text 1."),
    ],
)
def test_each_rule_refuses_a_prompt_that_breaks_it(old: str, new: str, rule: str) -> None:
    message = broken(prompt_toml(), old, new)
    assert message.startswith("d1.toml: d")
    assert rule in message


def test_a_language_may_not_be_missing() -> None:
    without_swedish = prompt_toml().split("[prompts.texts.sv]")[0]
    with pytest.raises(ContentError, match=r"d1\.toml: d1-try-1: texts: sv is missing"):
        read(without_swedish)


def test_a_recall_needs_its_card_in_every_language() -> None:
    message = broken(prompt_toml("recall"), 'card = "fi card 1."', "")
    assert message.endswith("fi: every recall prompt has card, no other prompt has it")


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('suits = "fi well"', 'fine = "fi well"', "choices differ in codes or order"),
        ('suits = "fi well"\ntime = "fi time"', 'time = "fi time"\nsuits = "fi well"', "or order"),
        ('other = "en other"', "", "at least 3 items"),
        ('other = "en other"', "\n".join(f'x{c} = "{c}"' for c in "abcde"), "at most 6 items"),
        ('other = "en other"', 'other = "en time"', "two choices are called en time"),
        ('other = "en other"', f'other = "{"a" * 29}"', "at most 28 characters"),
        ('other = "en other"', 'Other = "en other"', "should match pattern"),
    ],
)
def test_each_rule_of_choices_refuses_an_ask(old: str, new: str, rule: str) -> None:
    assert rule in broken(prompt_toml("ask"), old, new)


def test_an_ask_needs_choices() -> None:
    toml = prompt_toml("ask").replace(CHOICES.format(language="sv"), "\n")
    with pytest.raises(ContentError, match="sv: every ask prompt has choices"):
        read(toml)


@pytest.mark.parametrize("prompt_format", ["plan", "debrief", "view", "scale", "why", "grow"])
def test_a_talk_needs_its_questions_in_every_language(prompt_format: str) -> None:
    toml = prompt_toml(prompt_format)
    line = next(row for row in toml.splitlines() if row.startswith('questions = ["fi'))
    assert f"fi: a {prompt_format} prompt has" in broken(toml, line, "")


def test_each_half_of_a_plan_has_its_blank() -> None:
    assert "sv: each part of a sentence" in broken(prompt_toml("plan"), "sv two …", "sv two")


def test_only_the_field_role_has_the_shorter_limit() -> None:
    longer = prompt_toml().replace("fi text 1. Do it today.", "a" * 201)
    assert len(read(longer)[0].texts["fi"].text) == 201
    message = broken(longer, '"desk", "lead"', '"desk", "field"')
    assert message.endswith("fi: text has 201 characters, at most 200 in the field")


def test_ids_and_texts_are_unique_across_files() -> None:
    first, second = prompt_toml(number=1), prompt_toml(number=2)
    assert len(read_prompts({"a.toml": first, "b.toml": second})) == 2
    with pytest.raises(ContentError, match=r"b\.toml: d1-try-1: used twice: d1-try-1"):
        read_prompts({"a.toml": first, "b.toml": first})
    copied = second.replace("fi text 2", "fi text 1")
    with pytest.raises(ContentError, match=r"b\.toml: d1-try-2: used twice: fi text 1"):
        read_prompts({"a.toml": first, "b.toml": copied})


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("[[prompts", "d1.toml: not valid TOML: "),
        ("", "d1.toml: whole file: prompts: Field required"),
        ("prompts = []", "d1.toml: whole file: prompts: Tuple should have at least 1 item"),
        ("prompts = [1]", "d1.toml: prompts 1: "),
        ("prompts = 1", "d1.toml: whole file: prompts: "),
        ("[[prompts]]\nversion = 1", "d1.toml: prompts 1: id: Field required"),
    ],
)
def test_a_file_of_another_shape_is_refused_in_words(toml: str, message: str) -> None:
    with pytest.raises(ContentError) as refusal:
        read(toml)
    assert str(refusal.value).startswith(message)


def instrument_toml(dimensions: tuple[str, ...] = ("D1", "D2", "D3", "D4", "D5", "D6")) -> str:
    """Write an instrument that keeps every rule."""
    lines = ['version = "1"']
    for dimension in dimensions:
        lines += ["[[items]]", f'dimension = "{dimension}"']
        for language in LANGUAGES:
            name = f"{language} {dimension}"
            lines += [
                f"[items.texts.{language}]",
                f'title = "{name}"',
                f"anchors = {[f'{name} anchor {n}' for n in range(1, 6)]}",
                f'why = "{name} why"',
            ]
    return "\n".join(lines)


def test_an_instrument_that_keeps_the_rules_is_read() -> None:
    assert len(read_instrument(instrument_toml()).items) == 6


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("'fi D3 anchor 2', ", "", "D3: texts.fi.anchors: Tuple should have at least 5 items"),
        ("fi D3 anchor 2", "a" * 71, "D3: texts.fi.anchors.1: String should have at most 70"),
        ("fi D3 anchor 2", "fi D4 anchor 2", "whole file: used twice: fi D4 anchor 2"),
        ("sv D6 why", "a" * 451, "D6: texts.sv.why: String should have at most 450"),
        ('version = "1"', "", "whole file: version: Field required"),
        ('dimension = "D1"', 'dimension = "D0"', "D0: dimension: Input should be 'D1'"),
        ("[items.texts.sv]", "[items.texts.no]", "D1: texts: no is no language of ours"),
    ],
)
def test_each_rule_of_the_instrument_refuses(old: str, new: str, message: str) -> None:
    toml = instrument_toml()
    assert old in toml
    with pytest.raises(ContentError) as refusal:
        read_instrument(toml.replace(old, new, 1))
    assert str(refusal.value).startswith(f"instrument.toml: {message}")


@pytest.mark.parametrize(
    "dimensions",
    [
        ("D1", "D2", "D3", "D4", "D5"),
        ("D2", "D1", "D3", "D4", "D5", "D6"),
    ],
)
def test_every_dimension_has_one_item_in_order(dimensions: tuple[str, ...]) -> None:
    with pytest.raises(ContentError, match="D1 to D6 have one item each, in this order"):
        read_instrument(instrument_toml(dimensions))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Kysy: ”Mitä kuuluu?” Kuuntele.", 2),
        ("Say “It was good…” Then go on.", 2),
        ("One only", 1),
        ("d = 0.67 in studies.", 1),
        ("What? And why! Now.", 3),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert len(sentences(text)) == count
