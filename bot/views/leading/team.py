"""A lead's minute on the screen: one picture, three sentences, and what waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.callbacks.leading import ShowGuide, ShowMinute
from bot.callbacks.people import ConfirmPlaces
from bot.callbacks.points import ShowTeam
from bot.callbacks.results import ShowResults
from bot.i18n import Html, Translator
from bot.pictures import Pictures
from bot.screen import Button, Screen
from bot.views.points import summary
from coaching.content import load_guides, spoken
from coaching.leading.minute import Meeting, TeamMinute
from coaching.points.summary import TeamName


def choose(teams: Sequence[TeamName], t: Translator) -> Screen:
    """Let somebody who leads several teams choose one."""
    return Screen(t("points.choose"), [[Button(team.name, ShowMinute(team.id))] for team in teams])


async def minute(found: TeamMinute, pictures: Pictures, t: Translator) -> Screen:
    """Show the team's picture; below it stands what the picture cannot say."""
    png = await pictures.team_points(summary.picture(found.points, t))
    return Screen("\n\n".join(_words(found, t)), _rows(found, t), png)


async def weekly(teams: Sequence[TeamMinute], pictures: Pictures, t: Translator) -> Screen:
    """Tell a lead once a week; of several teams in words only."""
    if len(teams) == 1:
        screen = await minute(teams[0], pictures, t)
        return replace(screen, text="\n\n".join([t("points.summary"), screen.text]))
    parts = ["\n".join(_words(each, t)) for each in teams]
    rows = [[Button(each.points.team_name, ShowMinute(each.points.team_id))] for each in teams]
    return Screen("\n\n".join([t("points.summary"), *parts]), rows)


def guide(found: Meeting, t: Translator) -> Screen:
    """Show the steps of ten minutes, each with its minutes."""
    texts = found.guide.texts[t.language]

    def said(text: str) -> str:
        return spoken(text, t.language, found.word)

    steps = [
        t("team.guide.step", minutes=minutes, step=said(step))
        for minutes, step in zip(found.guide.minutes, texts.steps, strict=True)
    ]
    heading = t("team.guide.heading", title=said(texts.title))
    other = [Button(t.plain("team.guide.other"), ShowGuide(found.following))]
    return Screen("\n\n".join([heading, *steps]), [other])


def _words(found: TeamMinute, t: Translator) -> list[Html]:
    """Name the team, say the three sentences, and what waits if anything does."""
    title = load_guides()[found.guide].texts[t.language].title
    said = [
        t("team.name", team=found.points.team_name),
        t(f"team.doing.{found.doing}"),
        t(f"team.thanks.{found.thanks}" if found.thanks else "team.thanks.yours"),
        t("team.next", title=title),
    ]
    reward = found.points.reward
    if reward is not None and reward.open_id is not None:
        said.append(t("team.vote_open"))
    if found.challenge_until is not None:
        last = found.challenge_until - timedelta(days=1)
        said.append(t("team.challenge", day=t.day(last)))
    if found.unconfirmed:
        said.append(t("team.unconfirmed"))
    return said


def _rows(found: TeamMinute, t: Translator) -> list[list[Button]]:
    team_id = found.points.team_id
    rows = [[Button(t.plain("team.guide.open"), ShowGuide(found.guide))]]
    if found.published:
        rows.append([Button(t.plain("points.results"), ShowResults("team", team_id))])
    if found.unconfirmed:
        rows.append([Button(t.plain("team.confirm"), ConfirmPlaces(team_id))])
    return [*rows, [Button(t.plain("team.in_words"), ShowTeam(team_id, 1))]]
