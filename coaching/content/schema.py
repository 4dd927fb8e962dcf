"""The shape of the instrument, series, rewards, guides and examples, and what each keeps."""

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import (
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coaching.content.entries import (
    Anchor,
    Entry,
    Name,
    Note,
    PerLanguage,
    Title,
    Why,
    check_words_in_braces,
    first_repeated,
)
from coaching.content.words import CustomerWord
from coaching.rules.choosing import RoleProfile
from coaching.rules.instrument import Dimension
from coaching.rules.rewards import RewardKind

GUIDE_MINUTES = 10


class ItemTexts(Entry):
    """One item in one language: its title, the five anchors from 1 to 5, and why it is asked."""

    title: Name
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=5, max_length=5)]
    why: Why


class Item(Entry):
    """The one question of the check-in about a dimension.

    A form of the word for "customer" stands in braces.
    """

    dimension: Dimension
    texts: PerLanguage[ItemTexts]

    @model_validator(mode="after")
    def _words_in_braces_are_known(self) -> Self:
        for language, texts in self.texts.items():
            check_words_in_braces(language, (*texts.anchors, texts.why))
        return self


class Instrument(Entry):
    """The six items; results of two versions are never compared."""

    version: Name
    items: tuple[Item, ...]

    def version_in(self, word: str) -> str:
        """Return the version as an organisation reads it: another word is another wording."""
        return self.version if word == CustomerWord.CUSTOMER else f"{self.version}-{word}"

    def item(self, dimension: Dimension) -> Item:
        """Return the item about this dimension."""
        return next(item for item in self.items if item.dimension is dimension)

    @model_validator(mode="after")
    def _each_dimension_once(self) -> Self:
        if [item.dimension for item in self.items] != list(Dimension):
            raise PydanticCustomError("dimensions", "D1 to D6 have one item each, in this order")
        return self

    @model_validator(mode="after")
    def _no_text_twice(self) -> Self:
        by_language = [texts for item in self.items for texts in item.texts.values()]
        repeated = first_repeated(
            text for texts in by_language for text in (texts.title, *texts.anchors, texts.why)
        )
        if repeated:
            raise PydanticCustomError("repeated", "used twice: {text}", {"text": repeated})
        return self


class Series(Entry):
    """Prompts that belong together, in order; a challenge is for a team and ends with a share.

    What is for leads is offered to nobody else.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,30}$")]
    prompts: Annotated[tuple[str, ...], Field(min_length=3, max_length=5)]
    challenge: bool = False
    leads: bool = False
    titles: PerLanguage[Title]
    texts: PerLanguage[Note]


class SeriesFile(Entry):
    """All series."""

    series: Annotated[tuple[Series, ...], Field(min_length=1)]


class ShippedReward(Entry):
    """A reward that every organisation's catalogue begins with; none of them is taxed."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,30}$")]
    kind: RewardKind
    level: Annotated[int, Field(ge=1, le=3)]
    titles: PerLanguage[Note]


class RewardFile(Entry):
    """All shipped rewards."""

    reward: Annotated[tuple[ShippedReward, ...], Field(min_length=3)]


class GuideTexts(Entry):
    """A guide in one language: its title and what the team does, step by step."""

    title: Title
    steps: Annotated[tuple[Note, ...], Field(min_length=3, max_length=3)]


class Guide(Entry):
    """Ten minutes of a team meeting on a dimension; each step takes its minutes."""

    dimension: Dimension
    minutes: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=3, max_length=3)]
    texts: PerLanguage[GuideTexts]

    @model_validator(mode="after")
    def _ten_minutes(self) -> Self:
        if (minutes := sum(self.minutes)) != GUIDE_MINUTES:
            raise PydanticCustomError("minutes", "takes {minutes} minutes", {"minutes": minutes})
        return self

    @model_validator(mode="after")
    def _words_in_braces_are_known(self) -> Self:
        for language, texts in self.texts.items():
            check_words_in_braces(language, (texts.title, *texts.steps))
        return self


class GuideFile(Entry):
    """One guide for each dimension, in their order."""

    guides: tuple[Guide, ...]

    @model_validator(mode="after")
    def _one_for_each_dimension(self) -> Self:
        if [guide.dimension for guide in self.guides] != list(Dimension):
            raise PydanticCustomError("dimensions", "not one guide for each dimension in order")
        return self


class Examples(Entry):
    """A plan on a dimension as somebody might write it, for each kind of work."""

    dimension: Dimension
    texts: PerLanguage[Mapping[RoleProfile, Note]]

    @model_validator(mode="after")
    def _one_for_each_kind_of_work(self) -> Self:
        for language, by_role in self.texts.items():
            if missing := [role.value for role in RoleProfile if role not in by_role]:
                raise PydanticCustomError(
                    "role",
                    "{language}: no example for {role}",
                    {"language": language, "role": missing[0]},
                )
        return self


class ExampleFile(Entry):
    """The examples of each dimension, in their order."""

    examples: tuple[Examples, ...]

    @model_validator(mode="after")
    def _some_for_each_dimension(self) -> Self:
        if [each.dimension for each in self.examples] != list(Dimension):
            raise PydanticCustomError(
                "dimensions", "not examples for each dimension, once and in order"
            )
        return self
