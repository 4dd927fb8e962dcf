"""How two releases of own prompts differ: texts, settings, and the marks of older translations."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from coaching.content import Prompt

Older = Mapping[str, Sequence[str]]  # the languages older than their original, by key of a text


@dataclass(frozen=True, slots=True)
class Change:
    """How a text or a setting of a prompt differs; without both sides it is new or gone."""

    part: str
    language: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A prompt that differs between two releases; None on the side where it is not."""

    before: Prompt | None
    after: Prompt | None
    changes: tuple[Change, ...] = ()

    @property
    def prompt(self) -> Prompt:
        """Return the prompt as it is now, or was."""
        prompt = self.after or self.before
        assert prompt is not None  # noqa: S101 - one side is there
        return prompt


def difference(before: Iterable[Prompt], after: Iterable[Prompt]) -> tuple[Changed, ...]:
    """Return what differs between two releases, prompt by prompt."""
    old, new = ({prompt.id: prompt for prompt in each} for each in (before, after))
    return tuple(
        Changed(old.get(name), new.get(name), tuple(_changes(old.get(name), new.get(name))))
        for name in dict.fromkeys(chain(new, old))
        if old.get(name) != new.get(name)
    )


def _changes(before: Prompt | None, after: Prompt | None) -> Iterator[Change]:
    if before is None or after is None:
        return
    old, new = texts_of(before), texts_of(after)
    for language, part in dict.fromkeys(chain(new, old)):
        at = language, part
        if old.get(at) != new.get(at):
            yield Change(part, language, old.get(at), new.get(at))
    for field in Prompt.model_fields:
        was, now = getattr(before, field), getattr(after, field)
        if field not in ("id", "version", "texts") and was != now:
            yield Change(field, None, in_a_cell(was), in_a_cell(now))


def texts_of(prompt: Prompt) -> Mapping[tuple[str, str], str]:
    """Return every text of a prompt by its language and part, in the order of the talk."""
    return {
        (language, part): text
        for language, texts in prompt.texts.items()
        for part, text in texts.by_field
    }


def in_a_cell(value: object) -> str:
    """Return a setting of a prompt as it is written in one cell."""
    if isinstance(value, tuple):
        return ", ".join(str(each) for each in value)
    return "" if value is None else str(value)


def marks_of(
    prompts: Iterable[Prompt], present: Iterable[Prompt], original_language: str, left: Older
) -> Older:
    """Mark the translations that stayed as they were when their original changed."""
    before = {prompt.id: prompt for prompt in present}
    marks = {}
    for prompt in prompts:
        old = texts_of(before[prompt.id]) if prompt.id in before else {}
        new = texts_of(prompt)
        original = prompt.language_for(original_language)
        for (language, part), text in new.items():
            if language != original:
                continue
            key = f"{prompt.id}/{part}"
            same = [
                e for e in prompt.texts if (e, part) in old and old[e, part] == new.get((e, part))
            ]
            stale = {e for e in left.get(key, ()) if e in same}
            if (language, part) in old and old[language, part] != text:
                stale |= set(same)
            if stale:
                marks[key] = sorted(stale)
    return marks


def beyond(marks: Older, others: Older) -> Older:
    """Return the marks that are not among the others."""
    more = {key: [e for e in marks[key] if e not in others.get(key, ())] for key in marks}
    return {key: languages for key, languages in more.items() if languages}
