"""An organisation's prompts: the common library, and beside it the newest release of its own."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache

from coaching.content import Prompt, load_prompts, load_series, load_stories
from coaching.content.authoring import readable
from coaching.content.prompt import OWN
from coaching.rules.choosing import Candidate, is_flagged
from storage import practice
from storage.database import Session
from storage.practice import Practice


async def prompts_of(session: Session, organisation_id: int) -> Mapping[str, Prompt]:
    """Return every prompt that the organisation's people may get, by its id."""
    newest = await practice.newest_release(session, organisation_id)
    return _library(newest.content if newest else None)


async def library_with(
    session: Session, organisation_id: int, prompt_id: str
) -> Mapping[str, Prompt]:
    """Return a library with the prompt if there is it; own ones only for an own one."""
    if prompt_id.startswith(OWN):
        return await prompts_of(session, organisation_id)
    return _library(None)


async def prompts_of_rows(
    session: Session, organisation_id: int, rows: Sequence[Practice]
) -> Mapping[int, Prompt]:
    """Return the prompt that each row is about, an own one in the version that was begun.

    An own one stays what it was for whoever began it, also when it is released no more.
    """
    shipped = {**_library(None), **{each.id: each for each in load_stories().values()}}
    found = {row.id: each for row in rows if (each := shipped.get(row.prompt_id))}
    own = [row for row in rows if row.prompt_id.startswith(OWN)]
    if own:
        library = await prompts_of(session, organisation_id)
        found |= {r.id: library[r.prompt_id] for r in own if r.prompt_id in library}
    other = [r for r in own if r.id not in found or found[r.id].version != r.prompt_version]
    if other:
        for release in await practice.releases(session, organisation_id):
            earlier = _own(release.content)
            for row in other:
                prompt = earlier.get(row.prompt_id)
                known = found.get(row.id)
                if prompt and (known is None or known.version != row.prompt_version):
                    found[row.id] = prompt if _is_of(prompt, row) else known or prompt
    return found


def _is_of(prompt: Prompt, row: Practice) -> bool:
    return prompt.version == row.prompt_version


def parts_of(series: str | None) -> tuple[str, ...]:
    """Return the prompts of a series in their order, none without one."""
    return next((each.prompts for each in load_series() if each.id == series), ())


def challenge_parts() -> frozenset[str]:
    """Return the prompts that are parts of some challenge."""
    return frozenset(part for each in load_series() if each.challenge for part in each.prompts)


async def flagged(session: Session, organisation_id: int) -> dict[str, tuple[int, int]]:
    """Return the prompts that too many waved away, with their answers and how many did so."""
    counted = await practice.answers_by_prompt(session, organisation_id)
    flagged = {prompt: counts for prompt, counts in counted.items() if is_flagged(*counts)}
    return {prompt: counts for prompt, counts in flagged.items() if not tells_a_story(prompt)}


def tells_a_story(prompt_id: str) -> bool:
    """Tell whether a prompt is what a story comes with."""
    return any(each.id == prompt_id for each in load_stories().values())


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


@lru_cache(maxsize=8)
def _library(content: str | None) -> Mapping[str, Prompt]:
    """Return the common library with the own prompts of a release."""
    own = {} if content is None else _own(content)
    return {prompt.id: prompt for prompt in load_prompts()} | dict(own)


@lru_cache(maxsize=32)
def _own(content: str) -> Mapping[str, Prompt]:
    """Read a release once; what fits no more is left out, and the desk says why."""
    prompts = (readable(raw) for raw in json.loads(content)["prompts"])
    return {prompt.id: prompt for prompt in prompts if prompt is not None}
