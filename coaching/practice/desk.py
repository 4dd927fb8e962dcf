"""The content owner's desk: own prompts are handed in, tried, and released under a number."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from coaching.content import LANGUAGES, Prompt, load_prompts
from coaching.content.authoring import Examined, changed, examine, known_tags, readable
from coaching.content.faults import Fault, FaultCode
from coaching.content.written import Written
from coaching.errors import CoachingError, Code
from coaching.people.identity import Viewer, require
from coaching.practice.difference import Changed, Older, beyond, difference, marks_of
from coaching.rules.access import Action
from storage import audit, practice, programme
from storage.database import Database, Session, Writer
from storage.practice import PromptRelease


@dataclass(frozen=True, slots=True)
class Draft:
    """What waits to be released: its key, and its difference to the present release.

    `fitting` are marks that are taken away, `older` those that come.
    """

    id: int
    difference: tuple[Changed, ...]
    fitting: Older
    older: Older

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


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What became of a sheet without a fault: no draft where nothing differs.

    `replaced` tells that another draft was waiting and waits no more.
    """

    desk: Desk
    replaced: bool


async def desk_of(database: Database, viewer: Viewer) -> Desk:
    """Return the organisation's own prompts and what waits to be released."""
    require(viewer, Action.WRITE_PROMPTS)
    async with database.read() as session:
        return await _desk(session, viewer.organisation_id)


async def waiting_prompts(
    session: Session, organisation_id: int, draft_id: int
) -> tuple[Prompt, ...]:
    """Return the new and changed prompts of a draft; raises RELEASE_SETTLED for a past one."""
    draft = (await _desk(session, organisation_id)).draft
    if draft is None or draft.id != draft_id:
        raise CoachingError(Code.RELEASE_SETTLED)
    return draft.to_try


async def own_prompts(database: Database, organisation_id: int) -> Desk:
    """Return the same for whoever keeps the installation."""
    async with database.read() as session:
        return await _desk(session, organisation_id)


async def hand_in(
    database: Database,
    viewer: Viewer,
    written: Written,
    based_on: int | None,
    older: Older,
    now: datetime,
) -> HandedIn | tuple[Fault, ...]:
    """Keep a whole set of own prompts as the draft if nothing is wrong with it.

    `based_on` is the release that the sheet was made from, None where it cannot be read, `older`
    the marks left in it.
    """
    require(viewer, Action.WRITE_PROMPTS)
    async with database.write() as session:
        await programme.organisation_to_change(session, viewer.organisation_id)
        desk = await _desk(session, viewer.organisation_id)
        known = await _ever_known(session, viewer.organisation_id)
        for raw in written.prompts:
            _give_new_version(raw, known)
        examined = examine(written, load_prompts(), desk.languages, known)
        if faults := (*_outdated(based_on, desk), *examined.faults):
            return faults
        prompts = [_as_before(prompt, known) for prompt in examined.prompts]
        marks = marks_of(prompts, desk.prompts, desk.languages[0], older)
        await practice.drop_prompt_drafts(session, viewer.organisation_id)
        if difference(desk.prompts, prompts) or marks != desk.older:
            unread = _unread_beside(prompts, desk)
            session.add(_row(viewer.organisation_id, prompts, marks, now, unread))
            await session.flush()
        return HandedIn(await _desk(session, viewer.organisation_id), desk.draft is not None)


async def release(database: Database, viewer: Viewer, draft_id: int, now: datetime) -> Desk:
    """Let the draft serve from now on; raises RELEASE_SETTLED for one that waits no more."""
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
    """Forget the draft; raises RELEASE_SETTLED for one that waits no more."""
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
    waiting = _waiting_beside(prompts, older, draft) if draft else None
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
        draft=waiting,
    )


def _waiting_beside(prompts: Sequence[Prompt], older: Older, draft: PromptRelease) -> Draft:
    following, _, marks = _read(draft)
    left = {prompt.id for prompt in following}
    still = {key: older[key] for key in older if key.partition("/")[0] in left}
    changes = difference(prompts, following)
    return Draft(draft.id, changes, fitting=beyond(still, marks), older=beyond(marks, older))


def _read(row: PromptRelease | None) -> tuple[tuple[Prompt, ...], Sequence[object], Older]:
    if row is None:
        return (), (), {}
    content = json.loads(row.content)
    prompts = [prompt for raw in content["prompts"] if (prompt := readable(raw))]
    return tuple(prompts), content["prompts"], content["older"]


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


def _outdated(based_on: int | None, desk: Desk) -> tuple[Fault, ...]:
    if based_on is None or based_on == desk.number:
        return ()
    data = {"number": based_on, "now": desk.number}
    return (Fault(FaultCode.OUTDATED, "of another release", data=data),)


def _give_new_version(raw: object, known: Mapping[str, Prompt]) -> None:
    """Number a prompt from a sheet, which has no versions, after the one that is known."""
    if isinstance(raw, dict):
        before = known.get(str(raw.get("id")))
        raw["version"] = before.version + 1 if before else 1


def _as_before(prompt: Prompt, known: Mapping[str, Prompt]) -> Prompt:
    """Keep the version of what has not changed."""
    before = known.get(prompt.id)
    return prompt if before is None or changed(prompt, before) else before


async def _waiting(session: Writer, organisation_id: int, draft_id: int) -> PromptRelease:
    draft = await practice.prompt_draft(session, organisation_id)
    if draft is None or draft.id != draft_id:
        raise CoachingError(Code.RELEASE_SETTLED)
    return draft


async def _release(
    session: Writer, organisation_id: int, desk: Desk, prompts: Sequence[Prompt], now: datetime
) -> None:
    """Release prompts that were not a draft; a draft of the release before is outdated now."""
    await practice.drop_prompt_drafts(session, organisation_id)
    unread = _unread_beside(prompts, desk)
    marks = marks_of(prompts, desk.prompts, desk.languages[0], desk.older)
    row = _row(organisation_id, prompts, marks, now, unread)
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
