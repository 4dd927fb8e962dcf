"""A team's points in words and as a picture: the same rounded figures in both."""

from collections.abc import Sequence

from bot.callbacks.points import ShowTeam, ShowVote
from bot.callbacks.results import ShowResults
from bot.charts.team_points import LevelMark, TeamPicture, WeekBar
from bot.i18n import Translator
from bot.pictures import Pictures
from bot.screen import Button, Screen
from bot.views.points.rewards import title
from coaching.points.summary import TeamName, TeamPoints
from coaching.rules.points import LEVELS


def choose(teams: list[TeamName], t: Translator) -> Screen:
    """Let somebody with several teams choose one."""
    rows = [[Button(team.name, ShowTeam(team.id))] for team in teams]
    return Screen(t("points.choose"), rows)


def words(points: TeamPoints, t: Translator) -> str:
    """Say the team's last closed week, the quarter, the level and the way to the next."""
    lines: list[str] = [t("points.title", team=points.team_name, quarter=points.quarter)]
    if points.last is None:
        lines.append(t("points.none_yet"))
    elif points.last.rest:
        lines.append(t("points.rest_week"))
    else:
        lines.append(_last_week(points, t))
        if earned := earned_by(points, t):
            lines.append(t("points.earned_by", what=t.listed(earned)))
    lines.append(_earlier(points, t))
    lines.append(t("points.quarter", total=points.total))
    lines.append(_level(points, t))
    if coming := could_come(points, t):
        lines.append(t("points.could_come", what=t.listed(coming)))
    if points.reward is not None and points.reward.name is not None:
        key = "points.rewarded" if points.reward.handed_out else "points.reward"
        lines.append(t(key, title=title(points.reward.name, t)))
    return "\n".join(line for line in lines if line)


async def summary(teams: Sequence[TeamPoints], pictures: Pictures, t: Translator) -> Screen:
    """Show a lead how the team is doing, with its picture; of several teams in words only."""
    words_ = "\n\n".join([t("points.summary"), *(words(points, t) for points in teams)])
    if len(teams) != 1:
        return Screen(words_)
    return Screen(words_, picture=await pictures.team_points(picture(teams[0], t)))


def post(teams: Sequence[TeamPoints], t: Translator) -> Screen:
    """Tell a member once a week what the team (a lead: each team) earned."""
    text = "\n\n".join([*(words(points, t) for points in teams), t("points.thanks")])
    return Screen(text, [row for points in teams for row in to_vote(points, t)])


def to_vote(points: TeamPoints, t: Translator) -> list[list[Button]]:
    """Offer a member the vote that is open, if one is."""
    if points.reward is None or points.reward.open_id is None:
        return []
    return [[Button(t.plain("rewards.vote.open"), ShowVote(points.reward.open_id))]]


def more_of(points: TeamPoints, t: Translator) -> list[list[Button]]:
    """Offer a lead what was published of the team's last block."""
    return [[Button(t.plain("points.results"), ShowResults("team", points.team_id))]]


def picture(points: TeamPoints, t: Translator) -> TeamPicture:
    """Return what the drawing shows, in the person's language."""
    return TeamPicture(
        title=points.team_name,
        subtitle=t.plain("points.picture.subtitle", quarter=points.quarter),
        weeks=[
            WeekBar(label=str(week.number), points=week.points, rest=week.rest)
            for week in points.weeks
        ],
        total=points.total,
        total_label=t.plain("points.picture.total", total=points.total),
        levels=[
            LevelMark(level_name(n, t), int(LEVELS[n - 1]), reached=points.level >= n)
            for n in range(1, len(LEVELS) + 1)
        ],
        week_axis_label=t.plain("points.picture.weeks"),
        earned_title=t.plain("points.picture.earned"),
        earned=earned_by(points, t),
        coming_title=t.plain("points.picture.could_come"),
        coming=could_come(points, t),
    )


def earned_by(points: TeamPoints, t: Translator) -> list[str]:
    """Name what earned points in the last week, never how much of the team it was."""
    return [t.plain(f"points.component.{component}") for component in points.earned_by]


def could_come(points: TeamPoints, t: Translator) -> list[str]:
    """Name what could bring points next, whatever the shares were."""
    return [t.plain(f"points.component.{component}") for component in points.could_come]


def level_name(level: int, t: Translator) -> str:
    """Return the name of a level from 1 to 3."""
    return t.plain(f"points.level.{level}")


def _last_week(points: TeamPoints, t: Translator) -> str:
    last = points.last
    return t("points.last_week", week=last.number, points=last.points) if last else ""


def _earlier(points: TeamPoints, t: Translator) -> str:
    """List the earlier weeks of the quarter, oldest first."""
    closed = [w for w in points.weeks if w.points is not None and not w.rest and w != points.last]
    listed = " · ".join(t.plain("points.week", week=w.number, points=w.points) for w in closed)
    return t("points.earlier", weeks=listed) if listed else ""


def _level(points: TeamPoints, t: Translator) -> str:
    reached = level_name(points.level, t) if points.level else None
    if points.to_next_level is None:
        return t("points.top_level", level=reached)
    following = level_name(points.level + 1, t)
    if reached is None:
        return t("points.no_level", next=following, missing=points.to_next_level)
    return t("points.level", level=reached, next=following, missing=points.to_next_level)
