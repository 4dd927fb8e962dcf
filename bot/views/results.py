"""A group's results of a block on the screen, and the groups to choose from."""

from collections.abc import Sequence

from bot.callbacks import ShowResults
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin import title
from coaching.content import spoken
from coaching.results import BlockResults, Group, Shown
from coaching.rules.confidentiality import Form

MOST = 40  # buttons on one screen


def choose(groups: Sequence[Group], t: Translator) -> Screen:
    """Let somebody with several groups choose one."""
    return Screen(t("results.choose"), _buttons(groups, t))


def nothing_yet(t: Translator) -> Screen:
    """Say when the first results come."""
    return Screen(t("results.none"))


def results(shown: BlockResults, word: str, t: Translator) -> Screen:
    """Show what was published, what is hidden, and one thing to try together."""
    parts = [
        t("results.heading", group=name(shown.group, t), block=shown.block),
        lines(_line(row, t) for row in shown.rows),
        t("results.early"),
    ]
    if any(row.form is None for row in shown.rows):
        parts.append(t("results.hidden_note"))
    if shown.suggestion is not None:
        texts = shown.suggestion.texts[t.language]  # type: ignore[index]
        questions = " ".join(spoken(q, t.language, word) for q in texts.questions)
        parts.append(t("results.suggestion", questions=questions))
    parts.append(t("results.caution"))
    return Screen("\n\n".join(parts), _buttons(shown.below, t))


def name(group: Group, t: Translator) -> str:
    """Return the name of a group."""
    return group.name or t.plain("results.leads")


def _line(row: Shown, t: Translator) -> Html:
    """Say one dimension; the sentence for what is hidden is the same whatever the reason."""
    of = title(row.dimension, t)
    if row.form is None:
        return t("results.hidden", title=of)
    words = {
        "title": of,
        "band": t.plain(f"band.{row.band}"),
        "people": (row.people or "").replace("-", "–"),
        "reliability": t.plain(f"reliability.{row.reliability}"),
    }
    if row.form is Form.BAND or row.tenths is None or row.uncertainty is None:
        return t("results.band", **words)
    edge = {45: "results.or_more", 15: "results.or_less"}.get(row.tenths)
    figure = t.decimal(row.tenths / 10)
    told = t.plain("results.or_more", figure=figure) if edge == "results.or_more" else figure
    told = t.plain("results.or_less", figure=figure) if edge == "results.or_less" else told
    return t("results.figure", figure=told, width=t.decimal(row.uncertainty), **words)


def _buttons(groups: Sequence[Group], t: Translator) -> list[list[Button]]:
    return [[Button(name(g, t), ShowResults(g.node, g.id))] for g in groups[:MOST]]
