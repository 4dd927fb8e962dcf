"""When a clock may be trusted with what cannot be taken back."""

from datetime import datetime, timedelta

A_FEW_HOURS = timedelta(hours=4)


def is_near(now: datetime, expected: datetime) -> bool:
    """Tell whether a clock shows about the time that it should.

    A few hours cost a message its moment at most; a day could close a week.
    """
    return abs(now - expected) <= A_FEW_HOURS
