"""Results of a block in the chat: figures, bands, and one sentence for all that is hidden."""

import re
from collections.abc import Sequence

import pytest

from bot.callbacks.results import RaiseThresholds, ShowBlocks, ShowResults
from bot.charts.block import block_svg, draw_block
from bot.charts.blocks import blocks_svg, draw_blocks
from bot.charts.drawing import ACCENT, ACCENT_MIDDLE
from bot.i18n import Translator
from bot.views.checkin.week import title
from bot.views.results.blocks import (
    blocks_picture,
    in_short,
    in_words,
    picture,
    side_by_side,
    side_by_side_in_words,
)
from coaching.content import LANGUAGES, load_prompts
from coaching.results.blocks import BlockByBlock, BlockResults, DimensionResult, ResultGroup
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from coaching.rules.comparison import Comparison
from coaching.rules.confidentiality import Band, Disclosure, Reliability
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend
from storage.checkin import Rating
from tests.bot.dialogue import Office, Someone, words
from tests.coaching.results.test_publication import VERSION

LONGEST_CAPTION = 1024  # Telegram's limit
EARLY = dict.fromkeys(Dimension, Trend.TOO_EARLY)
SIX = ("D1", "D2", "D3", "D4", "D5", "D6")


async def a_block_goes_by(office: Office, team: int, people: int) -> None:
    """Let so many people of a team rate everything, and one of them no more than half of it.

    One more of the team rates nothing.
    """
    await they_rate(office, team, [SIX[:3], *[SIX] * (people - 1), ()])
    await office.live(4, Weekday.MON, "09:30")


async def they_rate(office: Office, team: int, rated: Sequence[Sequence[str]]) -> None:
    """Let each of a team rate some of the themes."""
    viewers = await office.programme.join(team, *(f"P{n}" for n in range(len(rated))))
    async with office.programme.database.write() as session:
        for n, (viewer, themes) in enumerate(zip(viewers, rated, strict=True)):
            for dimension in themes:
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


async def test_before_any_block_it_says_when(office: Office, ana: Someone) -> None:
    await ana.says("/results")
    assert "The first results come when a block" in ana.screen


async def test_a_lead_reads_how_the_team_is_doing_and_what_to_try(
    office: Office, desk: int
) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/team")
    await lea.presses("What the last block shows")
    assert lea.message.media is not None, "a picture"
    assert "Desk · block 1" in lea.screen
    assert "under way" not in lea.screen, "the picture says so"
    assert "For the next team meeting" in lea.screen
    await lea.presses("All of it in words")
    assert "Desk · block 1" in lea.screen
    assert (
        "• Listening: 3.5 ± 1.0 · under way to regular · at least 10 answers · reliability good"
        in lea.screen
    )
    assert "• Ownership: regular or more · at least 5 answers · reliability moderate" in lea.screen
    assert "Too early to tell" in lea.screen
    assert "For the next team meeting" in lea.screen
    assert "revealing persons" not in lea.screen


async def test_blocks_stand_side_by_side(office: Office, desk: int) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/results")
    await lea.presses("Block by block")
    assert lea.message.media is not None, "a picture"
    assert "Desk · block by block" in lea.screen
    assert "Too early to tell" in lea.screen
    await lea.presses("All of it in words")
    assert "• Listening: 3.5\n" in lea.screen
    assert "• Ownership: regular or more\n" in lea.screen
    assert "Blocks from left to right: 1." in lea.screen
    assert "Too early to tell" in lea.screen
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


async def test_a_small_team_reads_one_band_over_all_themes(
    office: Office, hanna: Someone, desk: int
) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    for team in (desk, await office.programme.team("Phone")):
        await they_rate(office, team, [SIX[:4], SIX[2:], SIX[:2] + SIX[4:]] * 2)
    await office.live(4, Weekday.MON, "09:30")
    await lea.says("/results")
    assert lea.message.media is not None, "a picture"
    assert "The single themes of this group stay hidden for everybody" in lea.screen
    assert "For the next team meeting" in lea.screen
    await lea.presses("All of it in words")
    assert "• All themes together: regular or more · at least 5 people" in lea.screen
    assert "Not enough answers" not in lea.screen
    in_words = lea.screen
    await lea.presses("Block by block")
    await lea.presses("All of it in words")
    assert "• All themes together: regular or more\n• Listening: –" in lea.screen
    await hanna.says("/results")
    await hanna.presses("Desk")
    await hanna.presses("All of it in words")
    assert hanna.screen == in_words, "HR reads what the team reads"


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


@pytest.mark.parametrize("language", LANGUAGES[1:])
async def test_in_every_language(office: Office, desk: int, language: str) -> None:
    lea = await office.member("Lea", desk, Role.LEAD, language)
    await a_block_goes_by(office, desk, 10)
    await lea.says("/results")
    await lea.presses(Translator(language).plain("results.in_words"))
    assert "3,5 ± 1,0" in lea.screen
    assert Translator(language).plain("results.band.regular") in lea.screen


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_the_picture_is_never_too_long(language: str) -> None:
    t, spread = Translator(language), [*Band, None]
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
    said = t.plain("results.over", figure=t.decimal(4.4))
    assert said in svg
    assert said in words
    for what in (t.plain("comparison.above"), t.plain("results.compared")):
        assert what in words
    up = t.plain("results.change_up", what=title(Dimension.LISTENING, t))
    assert up in words
    sentence = t.plain("results.not_shown")
    assert words.count(sentence) == len(rows) - 1
    assert svg.count(t.plain("results.picture.hidden", what="").split(":")[0]) == 1
    assert svg.count(title(Dimension.LISTENING, t)) == 1
    assert draw_block(picture(shown, t)).startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_band_over_all_themes_stands_in_the_picture_by_itself(language: str) -> None:
    t = Translator(language)
    over_all = DimensionResult(
        None, Disclosure.BAND, Band.REGULAR_UP, None, "5+", Reliability.FAIR
    )
    hidden = [DimensionResult(dimension) for dimension in Dimension]
    group = ResultGroup("team", 1, "N" * 100)
    for prompt in load_prompts():
        if prompt.format is PromptFormat.DEBRIEF:
            shown = BlockResults(group, 100, hidden, prompt, EARLY, (), over_all)
            text = in_short(shown, b"", "customer", t).text
            assert len(re.sub("<[^>]+>", "", text)) <= LONGEST_CAPTION, prompt.id
    drawn = picture(shown, t)
    assert [row.title for row in drawn.rows] == [t.plain("results.over_all")]
    svg = block_svg(drawn)
    assert svg.count(f'fill="{ACCENT}"') == len((Band.REGULAR, Band.STRONG)), (
        "both parts stand out"
    )
    assert t.plain("results.band.regular_up") in svg
    assert draw_block(drawn).startswith(b"\x89PNG")


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
    shown = BlockByBlock(
        ResultGroup("team", 1, "N" * 100),
        range(95, 101),
        dict.fromkeys(Dimension, six),
        trends,
    )
    caption, words = side_by_side(shown, b"", t).text, side_by_side_in_words(shown, t).text
    assert len(re.sub("<[^>]+>", "", caption)) <= LONGEST_CAPTION
    svg = blocks_svg(blocks_picture(shown, t))
    for said in (
        t.plain("results.over", figure=t.decimal(4.4)),
        t.plain("results.band.under_way"),
    ):
        assert words.count(said) >= len(Dimension)
    assert svg.count(f">&gt;{t.decimal(4.4)}<") == 3 * len(Dimension)
    assert svg.count(f'fill="{ACCENT}"') == (2 + 3) * len(Dimension), "two bands, three discs"
    assert draw_blocks(blocks_picture(shown, t)).startswith(b"\x89PNG")


def judged(**said: Trend) -> str:
    """Return what is said of change, D1 to D6 being too early unless told otherwise."""
    trends = {each: said.get(each.name.lower(), Trend.TOO_EARLY) for each in Dimension}
    shown = BlockByBlock(ResultGroup("team", 1, "Desk"), [1], {}, trends)
    return side_by_side(shown, b"", Translator("en")).text.partition("\n\n")[2]


def test_each_dimension_is_spoken_of_by_itself() -> None:
    names = {each: title(each, Translator("en")) for each in Dimension}
    every = list(Dimension)
    said = judged(
        **{
            every[0].name.lower(): Trend.STEADY,
            every[1].name.lower(): Trend.UP,
            every[2].name.lower(): Trend.TOO_FEW,
        }
    )
    for sentence, which in (
        ("A lasting shift up: ", every[1:2]),
        ("No lasting shift that can be told from chance: ", every[0:1]),
        ("Too early to tell, as that takes twelve blocks with a figure: ", every[3:]),
        ("Too few blocks with a figure to tell of a change: ", every[2:3]),
    ):
        told = said.partition(sentence)[2].partition(".")[0]
        assert [each for each in every if names[each] in told] == list(which)


def test_what_is_true_of_all_is_said_once() -> None:
    for trend, sentence in (
        (Trend.STEADY, "no lasting shift"),
        (Trend.TOO_EARLY, "too early to tell"),
        (Trend.TOO_FEW, "too few blocks have one"),
    ):
        said = judged(**{each.name.lower(): trend for each in Dimension})
        assert sentence in said
        assert ":" not in said.replace("tell:", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("tenths", "people", "figure", "bands"),
    [
        (35, "10+", "3.5 ± 1.0", [Band.UNDER_WAY, Band.REGULAR]),
        (25, "15+", "2.5 ± 0.9", [Band.FIRST_STEPS, Band.UNDER_WAY]),
        (34, "15+", "3.4 ± 0.9", [Band.UNDER_WAY]),
        (40, "10+", "4.0 ± 1.0", [Band.REGULAR]),
        (36, "25+", "3.6 ± 0.6", [Band.REGULAR]),
        (45, "10+", "over 4.2 ± 1.0", [Band.REGULAR, Band.STRONG]),
        (45, "25+", "over 4.4 ± 0.6", [Band.REGULAR, Band.STRONG]),
        (15, "10+", "under 1.8 ± 1.0", [Band.FIRST_STEPS]),
        (15, "25+", "under 1.6 ± 0.6", [Band.FIRST_STEPS]),
    ],
)
def test_both_bands_are_named_where_a_step_straddles_their_border(
    language: str, tenths: int, people: str, figure: str, bands: list[Band]
) -> None:
    t = Translator(language)
    row = DimensionResult(
        Dimension.LISTENING,
        Disclosure.FIGURE,
        Band.STRONG,  # what one was frozen with says less than the figure
        tenths,
        people,
        Reliability.GOOD,
    )
    others = [DimensionResult(dimension) for dimension in list(Dimension)[1:]]
    shown = BlockResults(ResultGroup("team", 1, "Desk"), 2, [row, *others], None, EARLY)
    named = [t.plain(f"results.band.{band}") for band in bands]
    said = named[0]
    if named[1:]:
        said = t.plain("results.bands", lower=named[0], higher=named[1])
    words, caption = in_words(shown, "customer", t).text, in_short(shown, b"", "customer", t).text
    if language == "en":
        assert f"<b>{figure} · {said}</b>" in words
    assert f"<b>{said}</b>: " in caption
    assert t.plain("results.plus_minus") in words
    svg = block_svg(picture(shown, t))
    assert svg.count('fill="' + ACCENT_MIDDLE + '"') == len(bands)


async def a_lively_block_goes_by(office: Office, team: int, *people: Someone) -> None:
    """Let a block go by in which these people are heard of: who is silent is asked about it."""
    await they_rate(office, team, [SIX] * 10 + [()])
    for week in (1, 2, 3):
        await office.live(week, Weekday.FRI, "12:00")
        for person in people:
            await person.says("/help")
    await office.live(4, Weekday.MON, "09:30")


async def test_results_are_told_to_staff_and_leads_when_they_are_published(
    office: Office, desk: int
) -> None:
    lea = await office.member("Lea", desk, Role.LEAD)
    ana = await office.member("Ana", desk)
    other = await office.member("Zoe", await office.programme.team("Empty"))
    await a_lively_block_goes_by(office, desk, lea, ana, other)
    assert not [said for who in (lea, ana) for said in who.said if "are here" in said]
    await office.live(4, Weekday.TUE, "18:00")
    for who in (lea, ana):
        (told,) = [said for said in who.said if "are here" in said]
        assert told.startswith("The results of the last four weeks are here.\n\nDesk · block 1")
        assert "For the next team meeting" in told
    assert not [said for said in other.said if "are here" in said], "nothing is shown of them"
    await office.restarts()
    await office.live(4, Weekday.FRI, "18:00")
    assert len([said for said in ana.said if "are here" in said]) == 1
    told_in = next(m for m in ana.messages if "are here" in words(m))
    await ana.presses("All of it in words", on=told_in)
    assert "Listening" in ana.screen


async def test_results_are_told_without_points_too(plain_office: Office) -> None:
    office = plain_office
    desk = await office.programme.team("Desk")
    ana = await office.member("Ana", desk)
    await a_lively_block_goes_by(office, desk, ana)
    await office.live(4, Weekday.TUE, "18:00")
    assert [said for said in ana.said if "are here" in said]
