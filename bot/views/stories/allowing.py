"""Stories on HR's screen: how things stand, one at a time, its theme or the reason against it."""

from bot.callbacks.stories import (
    AllowStory,
    DeclineStory,
    ReadStory,
    ShowStories,
    SwitchStories,
)
from bot.i18n import Translator
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from bot.views.stories.telling import told
from coaching.content import KNOWN
from coaching.rules.instrument import Dimension
from coaching.rules.stories import Reason
from coaching.stories.allowing import SeenStory, StoryDesk


def desk(shown: StoryDesk, t: Translator) -> Screen:
    """Show whether stories are told here, and the way to those that wait."""
    parts = [t("stories.desk"), t("stories.on" if shown.used else "stories.off")]
    if shown.waiting or shown.allowed or shown.used:
        parts.append(t("stories.counts", waiting=shown.waiting, allowed=shown.allowed))
    rows = []
    if shown.waiting:
        rows.append([Button(t.plain("stories.read_waiting"), ReadStory(0, 0))])
    if shown.allowed:
        rows.append([Button(t.plain("stories.read_allowed"), ReadStory(0, 1))])
    switch = "stories.switch_off" if shown.used else "stories.switch_on"
    rows.append([Button(t.plain(switch), SwitchStories(0 if shown.used else 1))])
    return Screen("\n\n".join(parts), rows)


def story(seen: SeenStory | None, number: int, t: Translator, *, allowed: bool) -> Screen:
    """Show a story with what can be decided about it."""
    back = [Button(t.plain("back"), ShowStories())]
    if seen is None:
        return Screen(t("stories.no_more" if number else "stories.none"), [back])
    decline = Button(t.plain("stories.take_down"), DeclineStory(seen.id))
    decide = [[decline]]
    if not allowed:
        decide = [
            [Button(t.plain("stories.allow"), AllowStory(seen.id))],
            [Button(t.plain("stories.decline"), DeclineStory(seen.id))],
        ]
    onward = [Button(t.plain("learnings.next"), ReadStory(number + 1, int(allowed)))]
    return Screen(_seen(seen, t), [*decide, onward, back])


def choose_theme(seen: SeenStory, t: Translator) -> Screen:
    """Ask what a story is about: its question follows from that."""
    rows = [[Button(title(each, t), AllowStory(seen.id, each))] for each in Dimension]
    text = "\n\n".join([_seen(seen, t), t("stories.about")])
    return Screen(text, [*rows, [Button(t.plain("back"), ShowStories())]])


def choose_reason(seen: SeenStory, t: Translator) -> Screen:
    """Ask why nobody should read a story; its author is told."""
    rows = [
        [Button(t.plain(f"stories.reason.{each}"), DeclineStory(seen.id, each))] for each in Reason
    ]
    text = "\n\n".join([_seen(seen, t), t("stories.why_not")])
    return Screen(text, [*rows, [Button(t.plain("back"), ShowStories())]])


def _seen(seen: SeenStory, t: Translator) -> str:
    parts = [told(seen.text, t), t("learnings.language", language=KNOWN[seen.language].name)]
    if seen.dimension is not None:
        parts.append(t("stories.theme", theme=title(seen.dimension, t)))
    return "\n\n".join(parts)
