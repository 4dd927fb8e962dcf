"""A story on the screen of its author: the question, the preview, and what came of it."""

from collections.abc import Sequence

from bot.callbacks.own_data import ShowOwnTexts
from bot.callbacks.stories import DropStory, HandInStory
from bot.i18n import Html, Translator, lines
from bot.screen import Button, Screen
from coaching.content import KNOWN
from coaching.stories.telling import TEXT_LIMIT, OwnStory, Stands, StoryDraft

BEGINNING = 30  # characters by which an author knows it again


def ask(told: Sequence[OwnStory], t: Translator) -> Screen:
    """Ask for a story, and say how those stand that the person told before."""
    parts = [t("stories.ask", limit=TEXT_LIMIT)]
    rows = []
    if told:
        parts.append(lines(stands(each, t) for each in told))
        rows = [[Button(t.plain("own_texts.open"), ShowOwnTexts(0))]]
    return Screen("\n\n".join(parts), rows)


def preview(draft: StoryDraft, t: Translator) -> Screen:
    """Show a story as colleagues would read it, and let the author choose."""
    parts = [t("stories.preview"), told(draft.text, t)]
    if draft.namings:
        found = t.listed(f"“{each}”" for each in draft.namings)
        parts.append(t("stories.namings", found=found))
    parts.append(t("stories.then", language=KNOWN[draft.language].name))
    rows = [
        [Button(t.plain("stories.hand_in"), HandInStory(draft.key))],
        [Button(t.plain("stories.drop"), DropStory(draft.key))],
    ]
    return Screen("\n\n".join(parts), rows)


def told(text: str, t: Translator) -> Html:
    """Return a story as everybody reads it: its author before, HR, and colleagues."""
    return t("stories.told", text=text)


def handed_in(t: Translator) -> Screen:
    """Thank, and say what happens now."""
    return Screen(t("stories.handed_in"))


def stands(story: OwnStory, t: Translator) -> Html:
    """Say how one's own story stands, a declined one with the reason."""
    if story.stands is Stands.DECLINED:
        return t("stories.declined", reason=t.plain(f"stories.because.{story.reason}"))
    beginning = " ".join((story.text or "").split())
    key = "stories.waits" if story.stands is Stands.WAITING else "stories.allowed"
    return t(key, beginning=f"{beginning[:BEGINNING].rstrip()}…")


def news_of(story: OwnStory, t: Translator) -> Html:
    """Tell an author what HR decided, beside a prompt."""
    if story.stands is Stands.DECLINED:
        return t("stories.news.declined", reason=t.plain(f"stories.because.{story.reason}"))
    return t("stories.news.allowed")
