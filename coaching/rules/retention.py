"""How long what is kept: one line for each table, and why it is needed that long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

DELIVERIES = timedelta(days=35)
TEXTS = timedelta(days=90)
INVITES = AFTER_LEAVING = timedelta(days=30)
PLACES = timedelta(days=395)  # thirteen months
AUDIT = timedelta(days=730)
RESULTS = timedelta(days=1826)  # five years
STORIES = timedelta(days=365)  # less than who had which is known, so that none comes twice
BACKUPS = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Kept:
    """How long rows stay: `days` after they were last of use; without, `until` says in words."""

    days: timedelta | None
    until: str


ENROLLED = "as long as somebody takes part, and 30 days"
BLOCK = "until the block closes; 13 months for those who keep their own answers"
PROGRAMME = "as long as the programme runs; no person in it"

KEPT: Mapping[str, Kept] = {
    "access_entry": Kept(AUDIT, "24 months; no person in it"),
    "audit_entry": Kept(AUDIT, "24 months"),
    "ballot": Kept(None, "until the team's vote closes"),
    "block_publication": Kept(RESULTS, "5 years; no person in it"),
    "block_result": Kept(RESULTS, "5 years; no person in it"),
    "challenge": Kept(None, PROGRAMME),
    "counted_week": Kept(None, PROGRAMME),
    "crisis_pause": Kept(None, PROGRAMME),
    "customer_view": Kept(None, BLOCK),
    "delivery": Kept(DELIVERIES, "35 days, then counts without persons"),
    "delivery_count": Kept(None, PROGRAMME),
    "follow_up": Kept(TEXTS, "90 days after the day on which it came back"),
    "invite": Kept(INVITES, "30 days after it was used or ran out"),
    "learning": Kept(None, "until withdrawn, or " + ENROLLED),
    "left_out": Kept(None, PROGRAMME),
    "membership": Kept(PLACES, "13 months after its end"),
    "moment": Kept(None, PROGRAMME),
    "occurrence": Kept(None, PROGRAMME),
    "open_answer": Kept(None, BLOCK),
    "organisation": Kept(None, PROGRAMME),
    "own_shift": Kept(None, "a week"),
    "pause": Kept(PLACES, "13 months after its end"),
    "person": Kept(AFTER_LEAVING, ENROLLED),
    "planning_failure": Kept(None, "until it is planned after all; no person in it"),
    "points_entry": Kept(None, PROGRAMME),
    "position": Kept(TEXTS, "until answered or replaced; 90 days after the last sign of life"),
    "practice": Kept(PLACES, "13 months; after 35 days without the time of its completion"),
    "practice_note": Kept(TEXTS, "90 days"),
    "prompt_release": Kept(None, PROGRAMME),
    "rating": Kept(None, BLOCK),
    "reporting_group": Kept(None, PROGRAMME),
    "reporting_place": Kept(None, PROGRAMME),
    "reward": Kept(None, PROGRAMME),
    "schedule": Kept(None, PROGRAMME),
    "story": Kept(
        None,
        "until taken back; 12 months after HR allowed it; 90 days if HR did not, text at once",
    ),
    "team": Kept(None, PROGRAMME),
    "team_reward": Kept(None, PROGRAMME),
    "trial": Kept(None, PROGRAMME),
    "trusted_time": Kept(None, PROGRAMME),
    "unit": Kept(None, PROGRAMME),
    "week_close": Kept(None, PROGRAMME),
}
