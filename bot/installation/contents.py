"""`cxcoach content`: check the library, and keep an organisation's own prompts beside it."""

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from bot.installation.readiness import ready
from bot.settings import load_settings
from bot.trouble import Trouble
from coaching.content import (
    LANGUAGES,
    ContentError,
    Prompt,
    load_guides,
    load_instrument,
    load_prompts,
    load_series,
    read_own_prompts,
)
from coaching.content.checks import (
    LEVELS,
    coverage,
    empty_cells,
    faults,
    faults_of_guides,
    hard_to_read,
    readability,
)
from coaching.practice import library
from coaching.programme.setup import organisation_and_zone
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension

MEND = "Mend the file and try again; docs/writing-prompts.md says what the rules are."


def examined(own: Path | None) -> tuple[Sequence[Prompt], list[str]]:
    """Return the library's prompts, or those of a file, with every fault found in them."""
    try:
        load_instrument()
        load_series()
        if own is None:
            prompts, guides = load_prompts(), load_guides().values()
            wrong = [*empty_cells(prompts), *faults(prompts), *faults_of_guides(guides)]
            return prompts, [*wrong, *hard_to_read(prompts)]
        prompts = read_own_prompts({own.name: _text(own)}, load_prompts(), library.ANY)
    except ContentError as error:
        raise Trouble(str(error), MEND) from None
    return prompts, [*faults(prompts), *hard_to_read(prompts)]


def as_matrix(prompts: Sequence[Prompt]) -> Table:
    """Return how many prompts there are per dimension and format, level by level."""
    covered = coverage(prompts)
    table = Table("", *PromptFormat, "all", box=None, pad_edge=False)
    for dimension in Dimension:
        cells = [
            "/".join(str(covered[dimension, form, level] or "–") for level in LEVELS)
            for form in PromptFormat
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
    """Keep a file of own prompts; return how many there are in it."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        try:
            added = await library.add_file(database, organisation_id, own.name, _text(own))
        except ContentError as error:
            raise Trouble(str(error), MEND) from None
    return len(added)


async def listed() -> dict[str, library.OwnFile]:
    """Return the own prompts, file by file."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        return await library.own_files(database, organisation_id)


async def remove(name: str) -> None:
    """Take a file of own prompts out of the library."""
    async with ready(load_settings()) as database:
        organisation_id, _ = await organisation_and_zone(database)
        if not await library.remove_file(database, organisation_id, name):
            raise Trouble(f"There is no file {name}.", "`cxcoach content list` names them all.")


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise Trouble(f"{file} cannot be read: {reason}.", "Name a TOML file.") from None
