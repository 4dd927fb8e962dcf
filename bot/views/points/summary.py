"""A team's points in words and as a picture: the same rounded figures in both."""

from collections.abc import Sequence

from bot.callbacks.points import ShowTeam, ShowVote
from bot.charts.team_points import LevelMark, TeamPicture, WeekBar
from bot.i18n import Html, Translator
from bot.screen import Button, Screen
from bot.views.points.rewards import title
from coaching.points.summary import TeamName, TeamPoints
from coaching.rules.points import LEVELS


def choose(teams: list[TeamName], t: Translator) -> Screen:
    """Let somebody with several teams choose one."""
    rows = [[Button(team.name, ShowTeam(team.id))] for team in teams]
    return Screen(t("points.choose"), rows)


def in_short(
    points: TeamPoints, png: bytes | None, rows: Sequence[Sequence[Button]], t: Translator
) -> Screen:
    """Say under the picture what it cannot show, and what could bring the next points."""
    said = [t("points.title", team=points.team_name, quarter=points.quarter), *_beside(points, t)]
    more = [Button(t.plain("team.in_words"), ShowTeam(points.team_id, 1))]
    return Screen("\n\n".join([*said, *_ahead(points, t)]), [*rows, more], png)


def words(points: TeamPoints, t: Translator) -> str:
    """Say the team's last closed week, the quarter, the level and the way to the next."""
    lines: list[str] = [t("points.title", team=points.team_name, quarter=points.quarter)]
    if points.last and points.last.points is not None and not points.last.rest:
        lines.append(_last_week(points, t))
        if earned := earned_by(points, t):
            lines.append(t("points.earned_by", what=t.listed(earned)))
    lines += _beside(points, t)
    lines.append(_earlier(points, t))
    if points.carried:
        lines.append(t("points.carried", points=points.carried))
    lines.append(t("points.quarter", total=points.total))
    lines += [_level(points, t), *_ahead(points, t)]
    return "\n".join(line for line in lines if line)


def _beside(points: TeamPoints, t: Translator) -> list[Html]:
    """Say of the last week what no bar shows: why it has none, why nothing is named."""
    if points.last is None:
        return [t("points.none_yet")]
    if points.last.rest:
        return [t("points.rest_week")]
    if points.last.not_counted:
        return [t("points.not_counted", week=points.last.number)]
    return [t("points.few")] if points.few else []


def _ahead(points: TeamPoints, t: Translator) -> list[Html]:
    """Say what could bring the next points, and what the team chose."""
    said = []
    if coming := could_come(points, t):
        said.append(t("points.could_come", what=t.listed(coming)))
    if points.reward is not None and points.reward.name is not None:
        key = "points.rewarded" if points.reward.handed_out else "points.reward"
        said.append(t(key, title=title(points.reward.name, t)))
    return said


def post(teams: Sequence[TeamPoints], t: Translator) -> Screen:
    """Tell a member once a week what the team (a lead: each team) earned."""
    return Screen("\n\n".join([*(words(points, t) for points in teams), t("points.thanks")]))


def to_vote(points: TeamPoints, t: Translator) -> list[list[Button]]:
    """Offer a member the vote that is open, if one is."""
    if points.reward is None or points.reward.open_id is None:
        return []
    return [[Button(t.plain("rewards.vote.open"), ShowVote(points.reward.open_id))]]


def picture(points: TeamPoints, t: Translator) -> TeamPicture:
    """Return what the drawing shows, in the person's language."""
    return TeamPicture(
        title=points.team_name,
        subtitle=t.plain("points.picture.subtitle", quarter=points.quarter),
        total=points.total,
        total_label=_total_label(points, t),
        levels=[_level_mark(points, n, t) for n in range(1, len(LEVELS) + 1)],
        weeks_title=t.plain("points.picture.weeks"),
        weeks=[
            WeekBar(
                label=t.plain("points.picture.week", week=week.number),
                points=week.points,
                rest="" if week.points or not week.rest else t.plain("points.picture.rest"),
            )
            for week in points.weeks
            if week.points is not None
        ],
        earned_title=t.plain("points.picture.earned"),
        earned=earned_by(points, t),
    )


def _level_mark(points: TeamPoints, level: int, t: Translator) -> LevelMark:
    """Say of a level that it is reached, how far it is, or from how many points on it is."""
    mark, reached = int(LEVELS[level - 1]), points.level >= level
    if reached:
        words_ = t.plain("points.picture.reached")
    elif level == points.level + 1 and points.to_next_level is not None:
        words_ = t.plain("points.picture.to_go", missing=points.to_next_level)
    else:
        words_ = t.plain("points.picture.from", points=mark)
    return LevelMark(level_name(level, t), mark, reached, words_)


def earned_by(points: TeamPoints, t: Translator) -> list[str]:
    """Name what earned points in the last week, never how much of the team it was."""
    return [t.plain(f"points.component.{component}") for component in points.earned_by]


def could_come(points: TeamPoints, t: Translator) -> list[str]:
    """Name what could bring points next, whatever the shares were."""
    return [t.plain(f"points.component.{component}") for component in points.could_come]


def level_name(level: int, t: Translator) -> str:
    """Return the name of a level from 1 to 3."""
    return t.plain(f"points.level.{level}")


def _total_label(points: TeamPoints, t: Translator) -> str:
    total = t.plain("points.picture.total", total=points.total)
    return total + t.plain("points.picture.carried", points=points.carried) * bool(points.carried)


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
