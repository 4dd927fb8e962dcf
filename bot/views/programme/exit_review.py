"""Whether points go on, on HR's screen."""

from bot.callbacks.programme import DecidePoints
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.points.scheme import Review
from coaching.rules.exit_review import DEFAULT, Decision


def review(found: Review, t: Translator) -> Screen:
    """Say until when points are used and what follows, and let HR decide."""
    parts, chosen = [t("exit_review.why")], found.decision
    if found.until is not None:
        parts.append(t("exit_review.until", day=t.full_date(found.until)))
        parts.append(t(f"exit_review.then.{found.decision or DEFAULT}"))
        if found.decision is None:
            parts.append(t("exit_review.undecided"))
    else:
        parts.append(t("exit_review.over"))
        kept = Decision.RECOGNITION if found.recognition_used else Decision.END
        parts.append(t(f"exit_review.then.{kept}"))
        chosen = kept
    rows = [[_choice(decision, t, on=decision is chosen)] for decision in Decision]
    return Screen("\n\n".join(parts), rows)


def _choice(decision: Decision, t: Translator, *, on: bool) -> Button:
    """Offer a decision, marked if it is the one that holds."""
    words = t.plain(f"exit_review.decide.{decision}")
    return Button(f"✓ {words}" if on else words, DecidePoints(decision))
