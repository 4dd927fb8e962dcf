"""HR's reporting groups on the screen: what is published as one, and who will see nothing."""

from bot.callbacks.lists import Listing
from bot.callbacks.people import Search, Sought
from bot.callbacks.results import MergeReporting, SeparateReporting, ShowReporting
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from bot.views.pages import page_of, turning
from bot.views.people.search import offer
from coaching.people.directory import pages_of
from coaching.results.team_groups import Leaf, Reporting
from coaching.rules.team_groups import SHARES


def overview(found: Reporting, page: int, t: Translator) -> Screen:
    """Show a page of what is published as one, with the warning and the suggestion."""
    here = page_of(found.leaves, page)
    parts = [
        t("team_groups.all"),
        lines(
            t("team_groups.leaf", unit=leaf.unit_name, name=leaf.name, people=leaf.people)
            for leaf in here
        ),
        forecast(found, t),
    ]
    rows = [[Button(leaf.name, ShowReporting(leaf.id))] for leaf in here]
    if found.small:
        parts.append(t("team_groups.suggestion", hidden=found.if_merged, people=found.people))
        rows.insert(0, [Button(t.plain("team_groups.merge_small"), MergeReporting())])
    turn = turning(found.leaves, page, Listing.REPORTING, t)
    find = offer(pages_of(len(found.leaves)), Search(Sought.REPORT), t)
    return Screen("\n\n".join(parts), [*rows, turn, find])


def forecast(found: Reporting, t: Translator) -> Html:
    """Say from how many people a theme will probably be hidden, by how many answer."""
    fewer, usual, more = (found.forecast[of_ten] for of_ten in SHARES)
    return t("team_groups.forecast", hidden=usual, people=found.people, fewer=fewer, more=more)


def one(found: Reporting, leaf: Leaf, t: Translator) -> Screen:
    """Show one of them, with those of its unit that it could report with, the smallest first."""
    siblings = sorted(found.siblings(leaf), key=lambda other: (other.people, other.id))
    rows = [
        [Button(t.plain("team_groups.with", name=other.name), MergeReporting(leaf.id, other.id))]
        for other in page_of(siblings, 0)
    ]
    if leaf.together:
        rows.append([Button(t.plain("team_groups.separate"), SeparateReporting(leaf.id))])
    rows.append([Button(t.plain("back"), ShowReporting())])
    text = t("team_groups.one", unit=leaf.unit_name, name=leaf.name, people=leaf.people)
    return Screen(text, rows)
