"""The words on the buttons that answer: shown, and known again when they are typed."""

from bot.i18n import Translator
from coaching.rules.formats import Outcome
from coaching.rules.returns import RESULTS
from coaching.rules.scripts import ANSWERS


def label(code: str, t: Translator) -> str:
    """Return the words of an answer that is not the prompt's own."""
    return t.plain(f"prompt.outcome.{code}" if code in set(Outcome) else f"prompt.answer.{code}")


def result_label(result: str, t: Translator) -> str:
    """Return the words of what came of a prompt until it came back."""
    return t.plain(f"follow_ups.result.{result}")


def labels(t: Translator) -> dict[str, str]:
    """Return the words of all answers that are not a prompt's own, by what they answer."""
    results = {result for each in RESULTS.values() for result in each}
    return {
        **{result.value: result_label(result, t) for result in results},
        **{code: label(code, t) for code in (*ANSWERS, *(set(Outcome) - {Outcome.HEARD}))},
    }
