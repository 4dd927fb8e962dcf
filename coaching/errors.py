"""What can go wrong in a way that a person should hear of: a code and data, words come later."""

from enum import StrEnum


class Code(StrEnum):
    """Every such case; the floor above has a sentence for each in every language."""

    NOT_FOUND = "not_found"
    NOT_ALLOWED = "not_allowed"
    INVITE_UNKNOWN = "invite_unknown"
    INVITE_USED = "invite_used"
    INVITE_EXPIRED = "invite_expired"
    INVITE_ALREADY_MADE = "invite_already_made"
    ALREADY_MEMBER = "already_member"
    QUESTION_CLOSED = "question_closed"
    REWORDED = "reworded"
    REST_WEEK = "rest_week"
    BEFORE_START = "before_start"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_TOO_SHORT = "text_too_short"
    TEXT_PRIVATE = "text_private"
    DUPLICATE = "duplicate"
    NAME_INVALID = "name_invalid"
    NAME_TAKEN = "name_taken"
    NO_PROMPT_LEFT = "no_prompt_left"
    PROMPT_LAPSED = "prompt_lapsed"
    SCHEDULE_CHANGED = "schedule_changed"
    SCHEDULE_EXISTS = "schedule_exists"
    SCHEDULE_NEEDED = "schedule_needed"
    DRAFT_OUTDATED = "draft_outdated"
    RELEASE_SETTLED = "release_settled"
    LAST_DAY = "last_day"
    TIME_INVALID = "time_invalid"
    TIME_OUTSIDE_HOURS = "time_outside_hours"
    BREAK_INVALID = "break_invalid"
    ZONE_UNKNOWN = "zone_unknown"
    NO_SHIFTS = "no_shifts"
    SHIFT_INVALID = "shift_invalid"
    HOURS_INVALID = "hours_invalid"
    HOLIDAYS_UNKNOWN = "holidays_unknown"
    DAYS_INVALID = "days_invalid"
    DATE_INVALID = "date_invalid"
    TEXT_MISSING = "text_missing"
    NOTHING_TO_RESEND = "nothing_to_resend"
    EVERYTHING_PAUSED = "everything_paused"
    POINTS_NOT_USED = "points_not_used"
    THANKED_LATELY = "thanked_lately"
    THANKS_ENDED = "thanks_ended"
    STORIES_OFF = "stories_off"
    STORIES_ENOUGH = "stories_enough"
    REWARD_NEEDED = "reward_needed"
    PRICE_INVALID = "price_invalid"
    TAX_REVIEW_MISSING = "tax_review_missing"
    LAST_HR = "last_hr"
    OWN_PLACE = "own_place"
    HR_IS_ALONE = "hr_is_alone"
    INVITE_WAITS = "invite_waits"
    SECOND_PERSON = "second_person"
    THRESHOLDS_ONLY_RISE = "thresholds_only_rise"


class CoachingError(Exception):
    """Something that the person can understand and mend."""

    def __init__(self, code: Code, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data
