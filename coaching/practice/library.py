"""An organisation's prompts: the common library and the files of its own beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.content import (
    LANGUAGES,
    ContentError,
    Prompt,
    load_prompts,
    load_series,
    read_own_prompts,
)
from coaching.content.checks import faults
from coaching.content.schema import OWN
from coaching.rules.choosing import Candidate, is_flagged
from storage import practice, programme
from storage.database import Database, Session

NAME_LIMIT = 100
ANY: tuple[str, ...] = ()  # languages that own prompts have to speak


async def prompts_of(session: Session, organisation_id: int) -> Mapping[str, Prompt]:
    """Return every prompt that the organisation's people may get, by its id."""
    own = await practice.prompt_files(session, organisation_id)
    return _library(tuple(own.items()))


async def library_with(
    session: Session, organisation_id: int, prompt_ids: Iterable[str]
) -> Mapping[str, Prompt]:
    """Return a library with those of the prompts that there are; own files only for own ones."""
    if any(prompt_id.startswith(OWN) for prompt_id in prompt_ids):
        return await prompts_of(session, organisation_id)
    return _library(())


def parts_of(series: str | None) -> tuple[str, ...]:
    """Return the prompts of a series in their order, none without one."""
    return next((each.prompts for each in load_series() if each.id == series), ())


def challenge_parts() -> frozenset[str]:
    """Return the prompts that are parts of some challenge."""
    return frozenset(part for each in load_series() if each.challenge for part in each.prompts)


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of own prompts as it serves today, and what keeps it from serving everybody."""

    prompts: Sequence[Prompt]
    fault: str | None


async def own_files(database: Database, organisation_id: int) -> dict[str, OwnFile]:
    """Return the organisation's own prompts, file by file."""
    async with database.read() as session:
        own = await practice.prompt_files(session, organisation_id)
        languages = await _languages(session, organisation_id)
    return {name: _as_it_serves(name, toml, languages) for name, toml in own.items()}


async def add_file(database: Database, organisation_id: int, name: str, toml: str) -> list[Prompt]:
    """Keep a file of own prompts, in place of an earlier one of this name.

    Raises ContentError if a prompt breaks a rule, hides another one or would not read well.
    """
    if not name or len(name) > NAME_LIMIT:
        raise ContentError(name, "whole file", f"the name has 1 to {NAME_LIMIT} characters")
    async with database.write() as session:
        own = await practice.prompt_files(session, organisation_id)
        languages = await _languages(session, organisation_id)
        prompts = read_own_prompts({name: toml}, load_prompts(), languages)
        read_own_prompts({**own, name: toml}, load_prompts(), ANY)
        if fault := next(faults(prompts), None):
            raise ContentError(name, "checks", fault)
        await practice.put_prompt_file(session, organisation_id, name, toml)
    return list(prompts)


async def remove_file(database: Database, organisation_id: int, name: str) -> bool:
    """Take a file of own prompts out of the library; tell whether there was one."""
    async with database.write() as session:
        return await practice.drop_prompt_file(session, organisation_id, name)


async def flagged(session: Session, organisation_id: int) -> dict[str, tuple[int, int]]:
    """Return the prompts that too many waved away, with their answers and how many did so."""
    counted = await practice.answers_by_prompt(session, organisation_id)
    return {prompt: counts for prompt, counts in counted.items() if is_flagged(*counts)}


def card_of(prompt: Prompt) -> Candidate:
    """Return what choosing needs to know of a prompt."""
    return Candidate(
        prompt.id,
        prompt.dimension,
        prompt.format,
        prompt.level,
        frozenset(prompt.roles),
        frozenset(prompt.tags),
    )


async def _languages(session: Session, organisation_id: int) -> Sequence[str]:
    organisation = await programme.organisation(session, organisation_id)
    return [each for each in organisation.languages.split(",") if each in LANGUAGES]


def _as_it_serves(name: str, toml: str, languages: Sequence[str]) -> OwnFile:
    try:
        return OwnFile(read_own_prompts({name: toml}, load_prompts(), languages), None)
    except ContentError as error:
        return OwnFile(_read(name, toml), str(error))


def _read(name: str, toml: str) -> Sequence[Prompt]:
    """Read own prompts in whatever languages they have; none that fit no more."""
    try:
        return read_own_prompts({name: toml}, load_prompts(), ANY)
    except ContentError:
        return ()


@lru_cache(maxsize=8)
def _library(own: tuple[tuple[str, str], ...]) -> Mapping[str, Prompt]:
    """Read own files once; `own_files` says what is wrong with one that is left out."""
    prompts = {prompt.id: prompt for prompt in load_prompts()}
    for name, toml in own:
        prompts |= {each.id: each for each in _read(name, toml)}
    return prompts
