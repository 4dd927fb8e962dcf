"""Whether points go on, on HR's screen."""

from bot.callbacks.programme import DecidePoints
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.points.scheme import Review
from coaching.rules.exit_review import DEFAULT, Decision


def review(found: Review, t: Translator) -> Screen:
    """Say until when points are used and what follows, and let HR decide."""
    parts = [t("exit_review.why")]
    if found.until is not None:
        parts.append(t("exit_review.until", day=t.full_date(found.until)))
        parts.append(t(f"exit_review.then.{found.decision or DEFAULT}"))
        if found.decision is None:
            parts.append(t("exit_review.undecided"))
    else:
        parts.append(t("exit_review.over"))
        kept = Decision.RECOGNITION if found.recognition_used else Decision.END
        parts.append(t(f"exit_review.then.{kept}"))
    rows = [
        [Button(t.plain(f"exit_review.decide.{decision}"), DecidePoints(decision))]
        for decision in Decision
    ]
    return Screen("\n\n".join(parts), rows)
