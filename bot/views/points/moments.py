"""What happened to a team, in words and as a picture: a level, a vote, a challenge."""

from bot.callbacks.points import ShowVote
from bot.charts.moment import MomentPicture
from bot.i18n import Html, Translator
from bot.pictures import Pictures
from bot.screen import Button, Screen
from bot.views.points.rewards import title
from bot.views.points.summary import level_name
from coaching.content import load_series
from coaching.points.moments import TeamMoment
from coaching.rules.moments import MomentKind
from coaching.rules.points import LEVELS


async def message(found: TeamMoment, pictures: Pictures, t: Translator) -> Screen:
    """Tell somebody of the team; who has a vote finds it below."""
    png = await pictures.moment(picture(found, t))
    vote = found.vote_id
    rows = [[Button(t.plain("rewards.vote.open"), ShowVote(vote))]] if vote is not None else []
    return Screen(words(found, t), rows, png)


def words(found: TeamMoment, t: Translator) -> Html:
    """Say what happened, and what comes next."""
    team, level = found.team_name, level_name(found.level, t) if found.level else ""
    match found.kind:
        case MomentKind.LEVEL:
            return t("moments.level", team=team, level=level, day=t.day(found.day))
        case MomentKind.VOTE_OPENED:
            won = found.won_by or team
            last = t.day(found.closes) if found.closes else ""
            return t("moments.vote_opened", team=team, won=won, level=level, day=last)
        case MomentKind.VOTE_CLOSED:
            reward = title(found.reward, t) if found.reward else ""
            due = t.day(found.due) if found.due else ""
            return t("moments.vote_closed", team=team, title=reward, day=due)
        case MomentKind.CHALLENGE_BEGUN:
            return _challenge_begun(found, t)
        case MomentKind.CHALLENGE_ENDED:
            begins = t.day(found.begins) if found.begins else ""
            return t("moments.challenge", team=team, begins=begins, ends=t.day(found.day))


def _challenge_begun(found: TeamMoment, t: Translator) -> Html:
    series = next(each for each in load_series() if each.id == found.series)
    return t(
        "moments.challenge_begun",
        team=found.team_name,
        title=series.titles[t.language],
        text=series.texts[t.language],
        begins=t.day(found.begins) if found.begins else "",
        ends=t.day(found.closes) if found.closes else "",
        count=len(series.prompts),
    )


def picture(found: TeamMoment, t: Translator) -> MomentPicture:
    """Return what the drawing shows: what happened to whom on which day, and the levels."""
    level = found.level or 0
    headline = t.plain(f"moments.picture.{found.kind}", level=level_name(level or 1, t))
    levels = [(level_name(n, t), level >= n) for n in range(1, len(LEVELS) + 1)]
    return MomentPicture(
        title=found.team_name,
        day=t.full_date(found.day),
        headline=title(found.reward, t) if found.reward else headline,
        kicker=headline if found.reward else "",
        steps=levels if found.kind is MomentKind.LEVEL else (),
        open_yet=found.kind is MomentKind.VOTE_OPENED,
    )
