"""`cxcoach content`: check the library, and keep an organisation's own prompts beside it."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.table import Table

from bot.clock import SystemClock
from bot.i18n import Translator
from bot.installation.readiness import ready
from bot.settings import load_settings
from bot.trouble import Trouble
from bot.views.practice.fault_words import fault_in_words
from coaching.content import (
    FALLBACK,
    LANGUAGES,
    ContentError,
    Prompt,
    load_guides,
    load_instrument,
    load_prompts,
    load_series,
)
from coaching.content.authoring import examine, known_tags
from coaching.content.checks import (
    LEVELS,
    coverage,
    empty_cells,
    faults,
    faults_of_guides,
    hard_to_read,
    readability,
)
from coaching.content.faults import Fault
from coaching.content.written import written_in_toml
from coaching.practice import desk
from coaching.programme.setup import organisation_and_zone
from coaching.rules.formats import WRITTEN
from coaching.rules.instrument import Dimension

IN_ENGLISH = Translator(FALLBACK)  # as the command line speaks
MEND = "Mend the file and try again; docs/writing-prompts.md says what the rules are."


async def examined(own: Path | None) -> tuple[Sequence[Prompt], list[str]]:
    """Return the library's prompts, or those of a file, with every fault found in them.

    A file is looked at beside the prompts of the organisation, if there is one yet.
    """
    if own is None:
        return _examined_library()
    written = written_in_toml(_text(own))
    try:
        async with ready(load_settings()) as database:
            organisation_id, _ = await organisation_and_zone(database)
            found = await desk.check(database, organisation_id, written)
    except Trouble:
        found = examine(written, load_prompts(), ())
    return found.prompts, in_words(found.faults)


def _examined_library() -> tuple[Sequence[Prompt], list[str]]:
    try:
        load_instrument()
        load_series()
        prompts, guides = load_prompts(), load_guides().values()
    except ContentError as error:
        raise Trouble(str(error), MEND) from None
    wrong = [*faults(prompts), *faults_of_guides(guides), *hard_to_read(prompts)]
    return prompts, [*empty_cells(prompts), *in_words(wrong)]


def in_words(found: Iterable[Fault]) -> list[str]:
    """Return faults as the command line prints them."""
    return [fault_in_words(fault, IN_ENGLISH) for fault in found]


def tags() -> Mapping[str, int]:
    """Return the tags of the common library, with how many prompts bear each."""
    return known_tags(load_prompts())


def as_matrix(prompts: Sequence[Prompt]) -> Table:
    """Return how many prompts there are per dimension and format, level by level."""
    covered = coverage(prompts)
    table = Table("", *WRITTEN, "all", box=None, pad_edge=False)
    for dimension in Dimension:
        cells = [
            "/".join(str(covered[dimension, form, level] or "–") for level in LEVELS)
            for form in WRITTEN
        ]
        total = sum(count for (of, _, _), count in covered.items() if of is dimension)
        table.add_row(dimension, *cells, str(total))
    return table


def as_reading(prompts: Sequence[Prompt]) -> Table:
    """Return how easily the prompts read in each language."""
    table = Table("", "prompts", "words a sentence", "long words", box=None, pad_edge=False)
    for language in LANGUAGES:
        reads = readability(prompts, language)
        words, long = f"{reads.words_a_sentence:.1f}", f"{reads.long_words:.1%}"
        table.add_row(language, str(reads.prompts), words, long)
    return table


async def add(own: Path) -> int:
    """Release the prompts of a file beside the others; return how many there are in it."""
    written, now = written_in_toml(_text(own)), SystemClock().now()
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        found = await desk.add(database, organisation_id, written, now)
    if found.faults:
        raise Trouble("\n".join([f"{own.name}:", *in_words(found.faults)]), MEND)
    return len(found.prompts)


async def listed() -> desk.Desk:
    """Return the own prompts."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        return await desk.own_prompts(database, organisation_id)


async def remove(prompt_id: str) -> None:
    """Take an own prompt out of the library."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        if not await desk.remove(database, organisation_id, prompt_id, SystemClock().now()):
            raise Trouble(f"There is no prompt {prompt_id}.", "`cxcoach content list` names them.")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Trouble(f"{file} cannot be read: {reason}.", "Name a TOML file.") from None
