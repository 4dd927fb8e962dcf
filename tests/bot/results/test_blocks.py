"""Results of a block in the chat: figures, bands, and one sentence for all that is hidden."""

import re

import pytest

from bot.callbacks.results import RaiseThresholds, ShowBlocks, ShowResults
from bot.charts.block import block_svg, draw_block
from bot.charts.blocks import blocks_svg, draw_blocks
from bot.i18n import LANGUAGES, Translator
from bot.views.checkin.week import title
from bot.views.results.blocks import (
    blocks_picture,
    in_short,
    in_words,
    picture,
    side_by_side,
    side_by_side_in_words,
)
from coaching.content import load_prompts
from coaching.results.blocks import BlockByBlock, BlockResults, DimensionResult, ResultGroup
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.comparison import Comparison
from coaching.rules.confidentiality import Band, Disclosure, Reliability
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend
from storage.checkin import Rating
from tests.bot.dialogue import Office, Someone
from tests.coaching.results.test_publication import VERSION

LONGEST_CAPTION = 1024  # Telegram's limit
EARLY = dict.fromkeys(Dimension, Trend.TOO_EARLY)
SIX = ("D1", "D2", "D3", "D4", "D5", "D6")


async def a_block_goes_by(office: Office, team: int, people: int) -> None:
    """Let so many people of a team rate everything, and one of them no more than half of it."""
    viewers = await office.programme.join(team, *(f"P{n}" for n in range(people)))
    async with office.programme.database.write() as session:
        for n, viewer in enumerate(viewers):
            for dimension in SIX if n else SIX[:3]:
                session.add(
                    Rating(
                        person_id=viewer.person_id,
                        week=0,
                        dimension=dimension,
                        response="rated",
                        value=4 if n % 2 else 3,
                        instrument=VERSION,
                    )
                )
    await office.live(4, Weekday.MON, "09:30")


async def test_before_any_block_it_says_when(office: Office, ana: Someone) -> None:
    await ana.says("/results")
    assert "The first results come when the first block" in ana.screen


async def test_a_lead_reads_how_the_team_is_doing_and_what_to_try(
    office: Office, desk: int
) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/team")
    await lea.presses("What the last block shows")
    assert lea.message.media is not None, "a picture"
    assert "Desk · block 1" in lea.screen
    assert "• regular: Listening, " in lea.screen
    assert "For the next team meeting" in lea.screen
    await lea.presses("All of it in words")
    assert "Desk · block 1" in lea.screen
    assert "• Listening: 3.5 ± 0.6 · regular · 10–14 answers · reliability good" in lea.screen
    assert "• Ownership: regular · 5–9 answers · reliability fair" in lea.screen
    assert "too early to tell" in lea.screen
    assert "For the next team meeting" in lea.screen
    assert "revealing persons" not in lea.screen


async def test_blocks_stand_side_by_side(office: Office, desk: int) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/results")
    await lea.presses("Block by block")
    assert lea.message.media is not None, "a picture"
    assert "Desk · block by block" in lea.screen
    assert "too early to tell" in lea.screen
    await lea.presses("All of it in words")
    assert "• Listening: 3.5\n" in lea.screen
    assert "• Ownership: regular\n" in lea.screen
    assert "Blocks from left to right: 1." in lea.screen
    assert "too early to tell" in lea.screen
    await lea.presses("Back")
    assert "Desk · block 1" in lea.screen


async def test_hidden_is_hidden_in_the_same_words_for_everybody(
    office: Office, ana: Someone, hanna: Someone, desk: int
) -> None:
    await a_block_goes_by(office, desk, 5)
    sentence = "Not enough answers to show without revealing persons."
    await ana.says("/results")
    assert "stays hidden for everybody, HR included" in ana.screen
    await ana.presses("All of it in words")
    assert ana.screen.count(sentence) == 3, "four answered, and one of them was left out"
    await hanna.says("/results")
    await hanna.presses("Desk")
    in_words = ana.screen
    await hanna.presses("All of it in words")
    assert hanna.screen == in_words, "HR reads what the team reads"
    assert "stays hidden for everybody, HR included" in hanna.screen


async def test_hr_raises_the_thresholds_after_one_question(hanna: Someone, ana: Someone) -> None:
    await hanna.says("/results")
    await hanna.presses("From how many answers")
    assert "In words from 5 answers, as a figure from 10." in hanna.screen
    await hanna.presses("Raise to 8 and 15")
    assert "This cannot be undone." in hanna.screen
    await hanna.presses("Yes, raise it")
    assert "In words from 8 answers, as a figure from 15." in hanna.screen
    assert hanna.buttons == ["Raise to 10 and 20"]
    for band, figure in ((5, 10), (1, 1), (15, 8)):
        await hanna.forges(RaiseThresholds(band, figure, 1))
        assert hanna.toast == "This can only be raised, never lowered."
    await ana.says("/results")
    await ana.forges(RaiseThresholds(10, 20, 1))
    assert "not for your role" in ana.toast


async def test_another_teams_results_do_not_exist(office: Office, ana: Someone) -> None:
    other = await office.programme.team("Phone")
    await ana.says("/results")
    for data in (
        ShowResults("team", other),
        ShowResults("organisation", 0),
        ShowResults("x", 1),
        ShowBlocks("team", other),
    ):
        await ana.forges(data)
        assert ana.toast == "I did not find that."


@pytest.mark.parametrize("language", ["fi", "sv"])
async def test_in_every_language(office: Office, desk: int, language: str) -> None:
    lea = await office.member("Lea", desk, Role.LEAD, language)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/results")
    await lea.presses(Translator(language).plain("results.in_words"))
    assert "3,5 ± 0,6" in lea.screen
    assert Translator(language).plain("results.band.regular") in lea.screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_the_picture_is_never_too_long(language: str) -> None:
    t, spread = Translator(language), [*Band, None, Band.REGULAR]
    rows = [
        DimensionResult(
            dimension,
            band and Disclosure.BAND,
            band,
            None,
            band and "5-9",
            band and Reliability.LOW,
        )
        for dimension, band in zip(Dimension, spread, strict=True)
    ]
    for prompt in load_prompts():
        if prompt.format is PromptFormat.DEBRIEF:
            shown = BlockResults(ResultGroup("team", 1, "N" * 100), 100, rows, prompt, EARLY)
            text = in_short(shown, b"", "customer", t).text
            assert len(re.sub("<[^>]+>", "", text)) <= LONGEST_CAPTION, prompt.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_what_the_words_say(language: str) -> None:
    t = Translator(language)
    kept = {
        "form": Disclosure.FIGURE,
        "band": Band.STRONG,
        "people": "25+",
        "place": Comparison.ABOVE,
    }
    trends = {**EARLY, Dimension.LISTENING: Trend.UP}
    rows = [
        DimensionResult(Dimension.LISTENING, tenths=45, reliability=Reliability.GOOD, **kept),  # type: ignore[arg-type]
        *(DimensionResult(dimension) for dimension in list(Dimension)[1:]),
    ]
    shown = BlockResults(ResultGroup("team", 1, "Desk"), 2, rows, None, trends)
    svg, words = block_svg(picture(shown, t)), in_words(shown, "customer", t).text
    said = t.plain("results.or_more", figure=t.decimal(4.5))
    assert said in svg
    assert said in words
    for what in (t.plain("comparison.above"), t.plain("results.compared")):
        assert what in words
        assert what.split()[0] in svg
    up = t.plain("results.change_up", what=title(Dimension.LISTENING, t))
    assert up in words
    sentence = t.plain("results.not_shown")
    assert words.count(sentence) == len(rows) - 1
    assert svg.count(" ".join(sentence.split()[:4])) == len(rows) - 1
    assert draw_block(picture(shown, t)).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
def test_blocks_side_by_side_say_the_same_in_words(language: str) -> None:
    t = Translator(language)
    figure = DimensionResult(
        Dimension.LISTENING, Disclosure.FIGURE, Band.STRONG, 45, "25+", Reliability.GOOD
    )
    band = DimensionResult(
        Dimension.LISTENING, Disclosure.BAND, Band.UNDER_WAY, None, "5-9", Reliability.FAIR
    )
    six = [band, band, DimensionResult(Dimension.LISTENING), figure, figure, figure]
    trends = dict.fromkeys(Dimension, Trend.DOWN)
    moved = dict.fromkeys(Dimension, Band.STRONG)
    shown = BlockByBlock(
        ResultGroup("team", 1, "N" * 100),
        range(95, 101),
        dict.fromkeys(Dimension, six),
        moved,
        trends,
    )
    caption, words = side_by_side(shown, b"", t).text, side_by_side_in_words(shown, t).text
    assert len(re.sub("<[^>]+>", "", caption)) <= LONGEST_CAPTION
    svg = blocks_svg(blocks_picture(shown, t))
    for said in (
        t.plain("results.or_more", figure=t.decimal(4.5)),
        t.plain("results.band.under_way"),
    ):
        assert words.count(said) >= len(Dimension)
        assert svg.count(f">{said}<") >= len(Dimension)
    assert draw_blocks(blocks_picture(shown, t)).startswith(b"\x89PNG")
