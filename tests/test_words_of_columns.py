"""The words that a column may hold: each list is compared with the rules that know them."""

import re
from collections.abc import Iterable

import pytest
from sqlalchemy import CheckConstraint

from coaching.checkin.week import Response
from coaching.content.words import CustomerWord
from coaching.people.access_log import PEOPLE
from coaching.results.what_is_shown import LEADS, LEAVES, WHOLE
from coaching.rules.access import Role
from coaching.rules.choosing import Motivation, RoleProfile
from coaching.rules.comparison import Comparison
from coaching.rules.confidentiality import Band, Disclosure, Reliability
from coaching.rules.exit_review import Decision
from coaching.rules.formats import Outcome
from coaching.rules.instrument import Dimension, Form
from coaching.rules.moments import RESULTS, MomentKind
from coaching.rules.planning import LeftOut
from coaching.rules.points import Component
from coaching.rules.points import Reason as ReasonOfPoints
from coaching.rules.returns import Result
from coaching.rules.rewards import RewardKind
from coaching.rules.schedules import Kind
from coaching.rules.stories import Reason
from storage.conversation import CARD, DRAFT, TALK
from storage.deliveries import DeliveryState
from storage.points import CARRIED
from storage.results import ALL_THEMES
from storage.tables import METADATA

SOURCES: dict[tuple[str, str], Iterable[str]] = {
    ("organisation", "points_decision"): Decision,
    ("organisation", "theme"): Dimension,
    ("organisation", "customer_word"): CustomerWord,
    ("access_entry", "kind"): [PEOPLE],
    ("access_entry", "role"): Role,
    ("person", "profile"): RoleProfile,
    ("person", "motivation"): Motivation,
    ("person", "focus"): Dimension,
    ("person", "form"): Form,
    ("reward", "kind"): RewardKind,
    ("moment", "kind"): [*MomentKind, RESULTS],
    ("block_result", "band"): Band,
    ("block_result", "place"): Comparison,
    ("block_result", "dimension"): [*Dimension, ALL_THEMES],
    ("block_result", "form"): Disclosure,
    ("block_result", "node"): [WHOLE.node, "unit", LEADS.node, *LEAVES],
    ("block_result", "reliability"): Reliability,
    ("customer_view", "dimension"): Dimension,
    ("position", "topic"): [TALK, DRAFT, CARD],
    ("rating", "dimension"): Dimension,
    ("rating", "response"): Response,
    ("invite", "role"): Role,
    ("membership", "role"): Role,
    ("points_entry", "component"): [*Component, CARRIED],
    ("points_entry", "reason"): ReasonOfPoints,
    ("schedule", "kind"): Kind,
    ("schedule", "role"): [Role.STAFF, Role.LEAD],
    ("delivery", "state"): DeliveryState,
    ("delivery", "reason"): LeftOut,
    ("delivery_count", "state"): DeliveryState,
    ("left_out", "reason"): LeftOut,
    ("practice", "dimension"): Dimension,
    ("practice", "outcome"): Outcome,
    ("follow_up", "result"): Result,
    ("story", "dimension"): Dimension,
    ("story", "declined_for"): Reason,
}


def word_lists() -> dict[tuple[str, str], set[str]]:
    """Return the words of every CHECK that names some, by table and column."""
    found = {}
    for table in METADATA.tables.values():
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint):
                named = re.fullmatch(r"(\w+) IN \((.*)\)", str(constraint.sqltext))
                if named:
                    found[table.name, named[1]] = set(re.findall(r"'(\w+)'", named[2]))
    return found


def test_every_list_of_words_has_a_source() -> None:
    assert word_lists().keys() == SOURCES.keys()


@pytest.mark.parametrize("where", SOURCES, ids=".".join)
def test_a_column_holds_the_words_of_its_source(where: tuple[str, str]) -> None:
    assert word_lists()[where] == {str(word) for word in SOURCES[where]}
