"""A text that was not kept, on the screen: what was found, and what its author can do."""

from bot.callbacks.guarding import DropText, GoOnAnswering, KeepText, LeaveQuestion
from bot.i18n import Translator
from bot.screen import Button, Screen
from coaching.rules.concerns import Concern


def refused_text(sentence: str, t: Translator, about: str | None) -> Screen:
    """Say what was found; one tap takes the message away, another keeps it after all.

    `about` is the question that it was to answer, None where it may not be kept.
    """
    rows = [[Button(t.plain("guard.refused.drop"), DropText())]]
    if about is not None:
        rows.append([Button(t.plain("guard.refused.keep"), KeepText(about))])
    return Screen(t("plain", text=sentence), rows)


def heard(concern: Concern, t: Translator, about: str | None, *, may_keep: bool) -> Screen:
    """Answer a threat, distress or a wrong as such; then the open question may go on.

    `about` is the open question, None where there is none; `may_keep` says whether the text
    could be its answer all the same, if it is about something else.
    """
    said = [t(f"concern.{concern}"), t("concern.not_kept")]
    if about is None:
        return Screen("\n\n".join(said))
    rows = [
        [
            Button(t.plain("concern.go_on"), GoOnAnswering(about)),
            Button(t.plain("concern.leave"), LeaveQuestion(about)),
        ],
        [Button(t.plain("guard.refused.drop"), DropText())],
    ]
    if may_keep:
        rows.append([Button(t.plain("concern.something_else"), KeepText(about))])
    return Screen("\n\n".join([*said, t("concern.still_open")]), rows)
