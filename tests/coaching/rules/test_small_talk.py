"""What answers nothing, and what does and has to be kept."""

import pytest

from coaching.rules.small_talk import SAYINGS, SmallTalk, small_talk


@pytest.mark.parametrize("kind", list(SAYINGS))
def test_every_saying_is_understood_however_it_is_written(kind: SmallTalk) -> None:
    for line in SAYINGS[kind].strip().splitlines():
        for saying in (each.strip() for each in line.split("|")):
            for said in (saying, saying.upper(), f"  {saying}!! ", f"{saying} 🙂", f"{saying}..."):
                assert small_talk(said) is kind, said


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "4",
        "-",
        "22.12.-6.1.",
        "I stopped and asked what she needed.",
        "She said thank you, and I understood later why.",
        "Sanoin ensin hei ja odotin.",
        "Jag tackade och frågade en gång till.",
        "No",
        "no time",
        "Kiire.",
        "good",
        "hinner inte",
        "why?",
    ],
)
def test_an_answer_is_no_small_talk(answer: str) -> None:
    assert small_talk(answer) is None


@pytest.mark.parametrize("said", ["?", "??", " ? ", "What?", "Mitä?", "Va?"])
def test_a_question_mark_asks_what_this_is(said: str) -> None:
    assert small_talk(said) is SmallTalk.WHAT


@pytest.mark.parametrize("said", ["🙂", "👍👍", "❤️", "🙏 !"])
def test_emoji_alone_are_a_friendly_sign(said: str) -> None:
    assert small_talk(said) is SmallTalk.EMOJI
