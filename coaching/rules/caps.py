"""How much anybody is written to: limits per person, day and week, and silence respected."""

from typing import NamedTuple

from coaching.rules.schedules import Kind

PROMPTS_A_WEEK = 2
CHECKINS_A_WEEK = 1
REMINDERS_A_WEEK = 1
FOLLOW_UPS_A_WEEK = 2
MESSAGES_A_WEEK = 5
MESSAGES_A_DAY = 2
QUIET_WEEKS, PROMPTS_IN_QUIET = 1, 1  # after a silent week there is one prompt a week
SILENT_WEEKS = 3
WORKING_DAYS_TO_REMINDER = 2


class Load(NamedTuple):
    """What somebody was sent, or is about to be sent, on a day and in its week."""

    today: int = 0
    week: int = 0
    prompts: int = 0
    checkins: int = 0
    reminders: int = 0
    follow_ups: int = 0

    def plus(self, kind: Kind) -> "Load":
        """Return the load with one more message of a kind on the same day."""
        return Load(
            self.today + 1,
            self.week + 1,
            self.prompts + (kind is Kind.PROMPT),
            self.checkins + (kind is Kind.CHECKIN),
            self.reminders + (kind is Kind.REMINDER),
            self.follow_ups + (kind is Kind.FOLLOW_UP),
        )

    @property
    def tomorrow(self) -> "Load":
        """Return the load as it stands on another day of the same week."""
        return self._replace(today=0)


NOTHING = Load()


def allowed(kind: Kind, load: Load, silent_weeks: int = 0) -> bool:
    """Tell whether one more message of a kind keeps every limit, also that of a silent person."""
    prompts = PROMPTS_IN_QUIET if silent_weeks >= QUIET_WEEKS else PROMPTS_A_WEEK
    return (
        load.today < MESSAGES_A_DAY
        and load.week < MESSAGES_A_WEEK
        and not (kind is Kind.PROMPT and load.prompts >= prompts)
        and not (kind is Kind.CHECKIN and load.checkins >= CHECKINS_A_WEEK)
        and not (kind is Kind.REMINDER and load.reminders >= REMINDERS_A_WEEK)
        and not (kind is Kind.FOLLOW_UP and load.follow_ups >= FOLLOW_UPS_A_WEEK)
    )
