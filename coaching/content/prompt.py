"""The shape of a prompt and the rules that it keeps by itself."""

import re
from collections.abc import Callable
from typing import Annotated, ClassVar, Literal, Self

from pydantic import (
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coaching.content.entries import (
    MAX_TEXT,
    Broken,
    Code,
    Entry,
    Message,
    Name,
    Note,
    PerLanguage,
    Question,
    Why,
    first_repeated,
    named_twice,
    raise_first,
    words_not_in_braces,
)
from coaching.content.words import longest
from coaching.rules.choosing import RoleProfile
from coaching.rules.formats import QUESTIONS, WRITTEN, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.scripts import BLANK

FOLLOWED_UP = {PromptFormat.PLAN, PromptFormat.RECALL, PromptFormat.TRY, PromptFormat.GROW}
TEXT, CARD, WHY, ASKED, CHOICES = "text", "card", "why", "questions.", "choices."
OWN = "own-"  # begins the ids of an organisation's own prompts, so that none hides a common one
MAX_FIELD_TEXT = 200  # read outdoors, on a phone, between two visits


class PromptTexts(Entry):
    """One prompt in one language; `choices` maps the code of an answer to its label.

    A form of the word for "customer" stands in braces; a plan's blanks are written as "…".
    """

    text: Message
    questions: tuple[Question, ...] = ()
    why: Why
    card: Message | None = None
    choices: Annotated[dict[Code, Name], Field(min_length=3, max_length=6)] | None = None

    @property
    def read(self) -> tuple[str, ...]:
        """Return everything that a person may read, labels of choices aside."""
        return tuple(text for field, text in self.by_field if not field.startswith(CHOICES))

    @property
    def by_field(self) -> tuple[tuple[str, str], ...]:
        """Return every text under its field's name, in the order of the talk."""
        return (
            (TEXT, self.text),
            *((CARD, each) for each in [self.card] if each),
            *((f"{ASKED}{n}", each) for n, each in enumerate(self.questions, 1)),
            *((f"{CHOICES}{code}", each) for code, each in (self.choices or {}).items()),
            (WHY, self.why),
        )


class Prompt(Entry):
    """One short exercise of the library; level 1 notices, 2 acts, 3 stretches.

    `follow_ups` are the working days (calendar days for a recall) after which it comes back.
    `evidence` is what is known of such an exercise, `source` who says so; no chat shows them.
    """

    id: str
    version: Annotated[int, Field(strict=True, ge=1)]
    dimension: Dimension
    format: PromptFormat
    level: Literal[1, 2, 3]
    roles: Annotated[tuple[RoleProfile, ...], Field(min_length=1)]
    seconds: Literal[30, 60, 120]
    tags: Annotated[tuple[Name, ...], Field(min_length=1)]
    evidence: Note
    source: Note | None = None
    follow_ups: tuple[Annotated[int, Field(strict=True, ge=1, le=60)], ...] = ()
    texts: PerLanguage[PromptTexts]

    def language_for(self, language: str) -> str:
        """Return the language, or another one in place of one that the prompt does not speak."""
        return language if language in self.texts else next(iter(self.texts))

    @property
    def whole_texts(self) -> list[str]:
        """Return what is said but once in the library; short questions may come again."""
        in_languages = self.texts.values()
        return [words for it in in_languages for words in (it.text, it.why, it.card) if words]

    @property
    def number(self) -> int:
        """Return the number that its id ends with."""
        return int(self.id.rpartition("-")[2])

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> Self:
        for _, rule in self.rules:
            raise_first(rule(self))
        return self

    def _id_tells_dimension_and_format(self) -> Broken:
        own = OWN if self.id.startswith(OWN) else ""
        prefix = f"{own}{self.dimension.lower()}-{self.format}-"
        if not re.fullmatch(re.escape(prefix) + r"[1-9][0-9]{0,3}", self.id):
            yield PydanticCustomError(
                "id", "the id must be {prefix} and a number", {"prefix": prefix}
            )

    def _own_ones_are_written(self) -> Broken:
        if self.id.startswith(OWN) and self.format not in WRITTEN:
            yield PydanticCustomError(
                "written",
                "{given} is not one of {known}",
                {"given": self.format.value, "known": ", ".join(WRITTEN)},
            )

    def _questions_as_the_format_asks(self) -> Broken:
        due = QUESTIONS[self.format]
        for language, texts in self.texts.items():
            if len(texts.questions) != due:
                yield PydanticCustomError(
                    "questions",
                    "{language}: a {format} prompt has {due} questions",
                    {"language": language, "format": self.format.value, "due": due},
                )
            blank = all(BLANK in question for question in texts.questions if question)
            if self.format in (PromptFormat.PLAN, PromptFormat.WHY) and not blank:
                yield PydanticCustomError(
                    "blank",
                    "{language}: each part of a sentence to complete has a blank: {blank}",
                    {"language": language, "blank": BLANK},
                )

    def _followed_up_where_due(self) -> Broken:
        if bool(self.follow_ups) != (self.format in FOLLOWED_UP):
            yield PydanticCustomError(
                "follow_ups",
                "every plan, recall, try and grow prompt has follow_ups, no other prompt has them",
            )
        if list(self.follow_ups) != sorted(set(self.follow_ups)):
            yield PydanticCustomError("order", "follow_ups come one after another")

    def _words_in_braces_are_known(self) -> Broken:
        for language, texts in self.texts.items():
            said = (*texts.read, *(texts.choices or {}).values())
            yield from words_not_in_braces(language, said)

    def _roles_once(self) -> Broken:
        yield from named_twice(self.roles)

    def _tags_once(self) -> Broken:
        yield from named_twice(self.tags)

    def _card_and_choices_where_due(self) -> Broken:
        due = {"card": PromptFormat.RECALL, "choices": PromptFormat.ASK}
        for language, texts in self.texts.items():
            for field, its_format in due.items():
                if (getattr(texts, field) is not None) != (self.format is its_format):
                    yield PydanticCustomError(
                        "format",
                        "{language}: every {format} prompt has {field}, no other prompt has it",
                        {"language": language, "field": field, "format": its_format.value},
                    )

    def _same_choices_in_every_language(self) -> Broken:
        if len({tuple(texts.choices or ()) for texts in self.texts.values()}) > 1:
            yield PydanticCustomError(
                "codes", "choices differ in codes or order between languages"
            )
        for texts in self.texts.values():
            if repeated := first_repeated((texts.choices or {}).values()):
                yield PydanticCustomError(
                    "label", "two choices are called {label}", {"label": repeated}
                )

    def _short_with_every_word(self) -> Broken:
        for language, texts in self.texts.items():
            if (length := len(longest(texts.text, language))) > MAX_TEXT:
                yield PydanticCustomError(
                    "length",
                    "{language}: text has {length} characters with the longest word for customer",
                    {"language": language, "length": length},
                )

    def _short_in_the_field(self) -> Broken:
        for language, texts in self.texts.items():
            length = len(longest(texts.text, language))
            if RoleProfile.FIELD in self.roles and length > MAX_FIELD_TEXT:
                yield PydanticCustomError(
                    "field",
                    "{language}: text has {length} characters, at most {most} in the field",
                    {"language": language, "length": length, "most": MAX_FIELD_TEXT},
                )

    # Each rule with the fields that it looks at: a rule is kept or broken where these can be read.
    rules: ClassVar[tuple[tuple[frozenset[str], Callable[["Prompt"], Broken]], ...]] = (
        (frozenset({"id", "dimension", "format"}), _id_tells_dimension_and_format),
        (frozenset({"id", "format"}), _own_ones_are_written),
        (frozenset({"format", "texts"}), _questions_as_the_format_asks),
        (frozenset({"format", "follow_ups"}), _followed_up_where_due),
        (frozenset({"texts"}), _words_in_braces_are_known),
        (frozenset({"roles"}), _roles_once),
        (frozenset({"tags"}), _tags_once),
        (frozenset({"format", "texts"}), _card_and_choices_where_due),
        (frozenset({"texts"}), _same_choices_in_every_language),
        (frozenset({"texts"}), _short_with_every_word),
        (frozenset({"roles", "texts"}), _short_in_the_field),
    )


class PromptFile(Entry):
    """One file of the library."""

    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]
