"""Reading the content files of this package: checked once, then kept."""

import tomllib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from coaching.content.prompt import Prompt, PromptFile
from coaching.content.schema import (
    ExampleFile,
    Examples,
    Guide,
    GuideFile,
    Instrument,
    RewardFile,
    Series,
    SeriesFile,
    ShippedReward,
)
from coaching.rules.instrument import Dimension

INSTRUMENT_FILE = "instrument.toml"
SERIES_FILE = "series.toml"
STORIES_FILE = "stories.toml"
REWARDS_FILE = "rewards.toml"
GUIDES_FILE = "guides.toml"
EXAMPLES_FILE = "examples.toml"
_HERE = files("coaching.content")

Content = TypeVar("Content", bound=BaseModel)


class ContentError(ValueError):
    """A content file breaks a rule; the message names the file, the entry and the rule."""

    def __init__(self, file: str, entry: str, rule: str) -> None:
        super().__init__(f"{file}: {entry}: {rule}")


@cache
def load_instrument() -> Instrument:
    """Return the instrument, or raise ContentError."""
    return read_instrument(_HERE.joinpath(INSTRUMENT_FILE).read_text(encoding="utf-8"))


@cache
def load_prompts() -> tuple[Prompt, ...]:
    """Return the whole prompt library, dimension by dimension, or raise ContentError.

    Within a dimension the lowest numbers come first.
    """
    library = {
        file.name: file.read_text(encoding="utf-8")
        for file in _HERE.joinpath("prompts").iterdir()
        if file.name.endswith(".toml")
    }
    prompts = read_prompts(dict(sorted(library.items())))
    return tuple(sorted(prompts, key=lambda prompt: (prompt.dimension, prompt.number)))


@cache
def load_stories() -> Mapping[Dimension, Prompt]:
    """Return for each dimension the prompt with which a story of a colleague comes."""
    toml = _HERE.joinpath(STORIES_FILE).read_text(encoding="utf-8")
    return {each.dimension: each for each in read_prompts({STORIES_FILE: toml})}


@cache
def load_series() -> tuple[Series, ...]:
    """Return the series of prompts, or raise ContentError."""
    toml = _HERE.joinpath(SERIES_FILE).read_text(encoding="utf-8")
    return read_series(toml, {prompt.id for prompt in load_prompts()})


@cache
def load_rewards() -> tuple[ShippedReward, ...]:
    """Return the shipped rewards, or raise ContentError."""
    toml = _HERE.joinpath(REWARDS_FILE).read_text(encoding="utf-8")
    return _read(RewardFile, REWARDS_FILE, toml).reward


@cache
def load_guides() -> Mapping[Dimension, Guide]:
    """Return the guide of each dimension, or raise ContentError."""
    toml = _HERE.joinpath(GUIDES_FILE).read_text(encoding="utf-8")
    return {guide.dimension: guide for guide in _read(GuideFile, GUIDES_FILE, toml).guides}


@cache
def load_examples() -> Mapping[Dimension, Examples]:
    """Return the examples of plans on each dimension, or raise ContentError."""
    toml = _HERE.joinpath(EXAMPLES_FILE).read_text(encoding="utf-8")
    return {each.dimension: each for each in _read(ExampleFile, EXAMPLES_FILE, toml).examples}


def read_series(toml: str, known: AbstractSet[str]) -> tuple[Series, ...]:
    """Read and check series; each of their prompts is in the library."""
    series = _read(SeriesFile, SERIES_FILE, toml).series
    for each in series:
        if missing := [prompt for prompt in each.prompts if prompt not in known]:
            raise ContentError(SERIES_FILE, each.id, f"no such prompt: {missing[0]}")
    return series


def read_instrument(toml: str) -> Instrument:
    """Read and check an instrument written as TOML."""
    return _read(Instrument, INSTRUMENT_FILE, toml)


def read_prompts(library: Mapping[str, str]) -> tuple[Prompt, ...]:
    """Read and check prompts from file names and their TOML; ids and texts occur only once."""
    prompts = [
        (file, prompt)
        for file, toml in library.items()
        for prompt in _read(PromptFile, file, toml).prompts
    ]
    seen: set[str] = set()
    for file, prompt in prompts:
        for words in (prompt.id, *prompt.whole_texts):
            if words.casefold() in seen:
                raise ContentError(file, prompt.id, f"used twice: {words}")
            seen.add(words.casefold())
    return tuple(prompt for _, prompt in prompts)


def _read(model: type[Content], file: str, toml: str) -> Content:
    """Turn TOML into a checked value; only the first broken rule is told."""
    try:
        table = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ContentError(file, "not valid TOML", str(error)) from error
    try:
        return model.model_validate(table)
    except ValidationError as error:
        broken = error.errors()[0]
        entry, field = _place(table, broken["loc"])
        rule = f"{field}: {broken['msg']}" if field else broken["msg"]
        raise ContentError(file, entry, rule) from error


def _place(table: dict[str, Any], location: tuple[int | str, ...]) -> tuple[str, str]:
    """Return the id or dimension of the entry that a location points into, and the field there."""
    match location:
        case (str(entries), int(index), *field):
            return _name(table[entries][index], f"{entries} {index + 1}"), _dotted(field)
        case _:
            return "whole file", _dotted(location)


def _name(entry: object, otherwise: str) -> str:
    match entry:
        case {"id": str(name)} | {"dimension": str(name)}:
            return name
        case _:
            return otherwise


def _dotted(location: Iterable[int | str]) -> str:
    return ".".join(map(str, location))
