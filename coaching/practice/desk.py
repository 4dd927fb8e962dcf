"""The content owner's desk: own prompts are handed in, tried, and released under a number."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain

from coaching.content import LANGUAGES, Prompt, load_prompts
from coaching.content.authoring import Examined, changed, examine, known_tags, readable
from coaching.content.faults import Fault, FaultCode
from coaching.content.written import Written
from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.rules.access import Action
from storage import audit, practice, programme
from storage.database import Database, Session, Writer
from storage.practice import PromptRelease

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


@dataclass(frozen=True, slots=True)
class Draft:
    """What waits to be released: its key, and its difference to the present release."""

    id: int
    difference: tuple[Changed, ...]

    @property
    def to_try(self) -> tuple[Prompt, ...]:
        """Return the prompts that are new or changed."""
        return tuple(each.after for each in self.difference if each.after is not None)


@dataclass(frozen=True, slots=True)
class Desk:
    """The own prompts of an organisation: the present release, 0 before the first, and a draft.

    `unserved` is what keeps prompts from somebody, `unread` are those that nobody can get, as they
    were written; `older` are the texts older than their original.
    """

    number: int
    at: datetime | None
    languages: tuple[str, ...]
    prompts: tuple[Prompt, ...]
    older: Older
    unserved: tuple[Fault, ...]
    unread: tuple[Mapping[str, object], ...]
    tags: Mapping[str, int]
    draft: Draft | None


async def desk_of(database: Database, viewer: Viewer) -> Desk:
    """Return the organisation's own prompts and what waits to be released."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.read() as session:
        return await _desk(session, viewer.organisation_id)


async def waiting_prompts(
    session: Session, organisation_id: int, draft_id: int
) -> tuple[Prompt, ...]:
    """Return the new and changed prompts of a draft; raises QUESTION_CLOSED for a past one."""
    draft = (await _desk(session, organisation_id)).draft
    if draft is None or draft.id != draft_id:
        raise CoachingError(Code.QUESTION_CLOSED)
    return draft.to_try


async def own_prompts(database: Database, organisation_id: int) -> Desk:
    """Return the same for whoever keeps the installation."""
    async with database.read() as session:
        return await _desk(session, organisation_id)


async def hand_in(
    database: Database,
    viewer: Viewer,
    written: Written,
    based_on: int,
    older: Older,
    now: datetime,
) -> Desk | tuple[Fault, ...]:
    """Keep a whole set of own prompts as the draft if nothing is wrong with it.

    `based_on` is the release that the sheet was made from, `older` the marks left in it.
    """
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        desk = await _desk(session, viewer.organisation_id)
        if not written.faults and based_on != desk.number:
            data = {"number": based_on, "now": desk.number}
            return (Fault(FaultCode.OUTDATED, "of another release", data=data),)
        known = await _ever_known(session, viewer.organisation_id)
        for raw in written.prompts:
            _give_new_version(raw, known)
        examined = examine(written, load_prompts(), desk.languages, known)
        if examined.faults:
            return examined.faults
        prompts = [_as_before(prompt, known) for prompt in examined.prompts]
        await practice.drop_prompt_drafts(session, viewer.organisation_id)
        marks = _marks(prompts, desk, older)
        unread = _unread_beside(prompts, desk)
        session.add(_row(viewer.organisation_id, prompts, marks, now, unread))
        await session.flush()
        return await _desk(session, viewer.organisation_id)


async def release(database: Database, viewer: Viewer, draft_id: int, now: datetime) -> Desk:
    """Let the draft serve from now on; raises QUESTION_CLOSED for one that waits no more."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        draft = await _waiting(session, viewer.organisation_id, draft_id)
        number = (await _desk(session, viewer.organisation_id)).number
        draft.number, draft.at = number + 1, now
        await session.flush()
        _record(session, viewer.organisation_id, viewer.person_id, number, now)
        return await _desk(session, viewer.organisation_id)


async def discard(database: Database, viewer: Viewer, draft_id: int) -> Desk:
    """Forget the draft; raises QUESTION_CLOSED for one that waits no more."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        await _waiting(session, viewer.organisation_id, draft_id)
        await practice.drop_prompt_drafts(session, viewer.organisation_id)
        return await _desk(session, viewer.organisation_id)


async def add(
    database: Database, organisation_id: int, written: Written, now: datetime
) -> Examined:
    """Release the prompts beside those there are, in place of those of the same id.

    Nothing is released while there is a fault.
    """
    async with database.write() as session:
        await programme.organisation_to_change(session, organisation_id)
        desk = await _desk(session, organisation_id)
        examined = await _examined_beside(session, organisation_id, desk, written)
        if not examined.faults:
            new = {prompt.id: prompt for prompt in examined.prompts}
            prompts = [*({p.id: p for p in desk.prompts} | new).values()]
            await _release(session, organisation_id, desk, prompts, now)
        return examined


async def check(database: Database, organisation_id: int, written: Written) -> Examined:
    """Look at prompts as `add` would, and keep nothing."""
    async with database.read() as session:
        desk = await _desk(session, organisation_id)
        return await _examined_beside(session, organisation_id, desk, written)


async def remove(database: Database, organisation_id: int, prompt_id: str, now: datetime) -> bool:
    """Release the own prompts without one of them; tell whether there was it."""
    async with database.write() as session:
        await programme.organisation_to_change(session, organisation_id)
        desk = await _desk(session, organisation_id)
        left = [prompt for prompt in desk.prompts if prompt.id != prompt_id]
        unread = tuple(each for each in desk.unread if each.get("id") != prompt_id)
        if (len(left), len(unread)) == (len(desk.prompts), len(desk.unread)):
            return False
        desk = replace(desk, unread=unread)
        await _release(session, organisation_id, desk, left, now)
        return True


async def _desk(session: Session, organisation_id: int) -> Desk:
    organisation = await programme.organisation(session, organisation_id)
    languages = tuple(e for e in organisation.languages.split(",") if e in LANGUAGES)
    newest = await practice.newest_release(session, organisation_id)
    draft = await practice.prompt_draft(session, organisation_id)
    prompts, raw, older = _read(newest)
    poor = {p.id for p in prompts if any(each not in p.texts for each in languages)}
    faults = examine(Written(raw), (), languages).faults if len(raw) > len(prompts) or poor else ()
    fine = {prompt.id for prompt in prompts} - poor
    return Desk(
        number=newest.number or 0 if newest else 0,
        at=newest.at if newest else None,
        languages=languages,
        prompts=prompts,
        older=older,
        unserved=tuple(fault for fault in faults if fault.entry and fault.entry not in fine),
        unread=tuple(each for each in raw if isinstance(each, dict) and not readable(each)),
        tags=known_tags([*load_prompts(), *prompts]),
        draft=Draft(draft.id, difference(prompts, _read(draft)[0])) if draft else None,
    )


def _read(row: PromptRelease | None) -> tuple[tuple[Prompt, ...], Sequence[object], Older]:
    if row is None:
        return (), (), {}
    content = json.loads(row.content)
    prompts = [prompt for raw in content["prompts"] if (prompt := readable(raw))]
    return tuple(prompts), content["prompts"], content["older"]


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


async def _examined_beside(
    session: Session, organisation_id: int, desk: Desk, written: Written
) -> Examined:
    ids = {raw.get("id") for raw in written.prompts if isinstance(raw, dict)}
    others = [prompt for prompt in desk.prompts if prompt.id not in ids]
    known = await _ever_known(session, organisation_id)
    return examine(written, [*load_prompts(), *others], desk.languages, known)


async def _ever_known(session: Session, organisation_id: int) -> Mapping[str, Prompt]:
    """Return the newest version of every own prompt that was ever released."""
    known: dict[str, Prompt] = {}
    for row in await practice.releases(session, organisation_id):
        known = {prompt.id: prompt for prompt in _read(row)[0]} | known
    return known


def _give_new_version(raw: object, known: Mapping[str, Prompt]) -> None:
    """Number a prompt from a sheet, which has no versions, after the one that is known."""
    if isinstance(raw, dict):
        before = known.get(str(raw.get("id")))
        raw["version"] = before.version + 1 if before else 1


def _as_before(prompt: Prompt, known: Mapping[str, Prompt]) -> Prompt:
    """Keep the version of what has not changed."""
    before = known.get(prompt.id)
    return prompt if before is None or changed(prompt, before) else before


def _marks(prompts: Iterable[Prompt], desk: Desk, left: Older) -> Older:
    """Mark the translations that stayed as they were when their original changed."""
    before = {prompt.id: prompt for prompt in desk.prompts}
    marks = {}
    for prompt in prompts:
        old = texts_of(before[prompt.id]) if prompt.id in before else {}
        new = texts_of(prompt)
        original = prompt.language_for(desk.languages[0])
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


async def _waiting(session: Writer, organisation_id: int, draft_id: int) -> PromptRelease:
    draft = await practice.prompt_draft(session, organisation_id)
    if draft is None or draft.id != draft_id:
        raise CoachingError(Code.QUESTION_CLOSED)
    return draft


async def _release(
    session: Writer, organisation_id: int, desk: Desk, prompts: Sequence[Prompt], now: datetime
) -> None:
    """Release prompts that were not a draft; a draft of the release before is outdated now."""
    await practice.drop_prompt_drafts(session, organisation_id)
    unread = _unread_beside(prompts, desk)
    row = _row(organisation_id, prompts, _marks(prompts, desk, desk.older), now, unread)
    row.number = desk.number + 1
    session.add(row)
    _record(session, organisation_id, None, desk.number, now)
    await session.flush()


def _unread_beside(prompts: Iterable[Prompt], desk: Desk) -> list[Mapping[str, object]]:
    """Keep what fits no more until somebody mends it or takes it out."""
    ids = {prompt.id for prompt in prompts}
    return [each for each in desk.unread if each.get("id") not in ids]


def _row(
    organisation_id: int,
    prompts: Iterable[Prompt],
    older: Older,
    now: datetime,
    unread: Iterable[Mapping[str, object]] = (),
) -> PromptRelease:
    readable_ones = [prompt.model_dump(mode="json", exclude_none=True) for prompt in prompts]
    kept = [*readable_ones, *unread]
    content = json.dumps({"prompts": kept, "older": older}, ensure_ascii=False)
    return PromptRelease(organisation_id=organisation_id, at=now, content=content)


def _record(
    session: Writer, organisation_id: int, person_id: int | None, before: int, now: datetime
) -> None:
    audit.record(
        session,
        organisation_id,
        person_id,
        now,
        "released prompts",
        {"release": before},
        {"release": before + 1},
    )
