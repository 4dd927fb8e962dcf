"""The shape of the coaching content and the rules that each entry keeps by itself."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from coaching.content.languages import LANGUAGES
from coaching.content.words import CustomerWord, longest, unknown_forms
from coaching.rules.choosing import RoleProfile
from coaching.rules.formats import QUESTIONS, PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.rewards import RewardKind
from coaching.rules.scripts import BLANK

MAX_TEXT = 400
MAX_SENTENCES = 6
GUIDE_MINUTES = 10
MAX_FIELD_TEXT = 200  # read outdoors, on a phone, between two visits
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”\"]?\s+")
FOLLOWED_UP = {PromptFormat.PLAN, PromptFormat.RECALL, PromptFormat.TRY, PromptFormat.GROW}
NEEDED = "languages"  # in the context of a validation
TEXT, CARD, WHY, ASKED, CHOICES = "text", "card", "why", "questions.", "choices."
FIRST_EMOJI = 0x2190  # arrows, signs and pictures follow; letters of ours come before
DOTS = "..."  # looks like a blank and is none
_BLANK = {"blank": BLANK}
MAX_WHY, MAX_QUESTION, MAX_NOTE, MAX_NAME = 450, 150, 200, 28
OWN = "own-"  # begins the ids of an organisation's own prompts, so that none hides a common one
JOINER = "\u200d"  # between the parts of one emoji
_UNSEEN = {"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"}  # categories of Unicode
_MARKUP = re.compile(r"[<>*_`\[\]|\\]|https?:")


def sentences(text: str) -> list[str]:
    """Split a text into its sentences; a quoted sentence counts as one of its own."""
    return [sentence for sentence in _SENTENCE_END.split(text) if sentence]


def first_repeated(texts: Iterable[str]) -> str | None:
    """Return the first text that was there before, upper and lower case alike, or None."""
    seen: set[str] = set()
    for text in texts:
        if text.casefold() in seen:
            return text
        seen.add(text.casefold())
    return None


Broken = Iterator[PydanticCustomError]


def _raise_first(broken: Broken) -> None:
    for each in broken:
        raise each


def not_plain(text: str) -> Broken:
    """Yield what a text must not have, wherever it stands."""
    if text != text.strip():
        yield PydanticCustomError("space", "begins or ends with a space")
    if found := _MARKUP.search(text):
        yield PydanticCustomError("markup", "contains markup: {found}", {"found": found[0]})
    for at, sign in enumerate(text):
        joins = sign == JOINER and at > 0 and ord(text[at - 1]) >= FIRST_EMOJI
        if unicodedata.category(sign) in _UNSEEN and sign != "\n" and not joins:
            near = "".join(e for e in text[max(at - 12, 0) : at + 13] if e.isprintable())
            data = {"sign": f"U+{ord(sign):04X}", "near": near}
            yield PydanticCustomError("invisible", "has the invisible {sign} near {near}", data)
            break
    if DOTS in text:
        yield PydanticCustomError("dots", "three dots are one character here: {blank}", _BLANK)


def too_many_sentences(text: str) -> Broken:
    """Yield that a text has more sentences than one reads at a glance."""
    if (count := len(sentences(text))) > MAX_SENTENCES:
        yield PydanticCustomError(
            "sentences",
            "has {count} sentences, at most {most} are allowed",
            {"count": count, "most": MAX_SENTENCES},
        )


def _plain(text: str) -> str:
    _raise_first(not_plain(text))
    return text


def _short_in_sentences(text: str) -> str:
    _raise_first(too_many_sentences(text))
    return text


def words_not_in_braces(language: str, texts: Iterable[str]) -> Broken:
    """Yield what stands in braces and is no form of the word for customer."""
    for text in texts:
        for form in unknown_forms(text, language):
            yield PydanticCustomError(
                "word",
                "{language}: no form of the word for customer: {form}",
                {"language": language, "form": form},
            )


def _check_words_in_braces(language: str, texts: Iterable[str]) -> None:
    _raise_first(words_not_in_braces(language, texts))


Text = TypeVar("Text")


def _languages(texts: Mapping[str, Text], info: ValidationInfo) -> Mapping[str, Text]:
    """Hold texts to the languages that are needed, in the context, or else to all."""
    for language in texts:
        if language not in LANGUAGES:
            raise PydanticCustomError(
                "language", "{language} is no language of ours", {"language": language}
            )
    for language in (info.context or {}).get(NEEDED, LANGUAGES):
        if language not in texts:
            raise PydanticCustomError("language", "{language} is missing", {"language": language})
    if not texts:
        raise PydanticCustomError("language", "there is no text")
    return texts


PerLanguage = Annotated[Mapping[str, Text], AfterValidator(_languages)]
Message = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_TEXT),
    AfterValidator(_plain),
    AfterValidator(_short_in_sentences),
]
Why = Annotated[str, StringConstraints(min_length=1, max_length=MAX_WHY), AfterValidator(_plain)]
# Two lines on a phone of 360 px, with the longest word for customer in place of the braces.
Anchor = Annotated[str, StringConstraints(min_length=1, max_length=70), AfterValidator(_plain)]
Note = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NOTE), AfterValidator(_plain)]
Question = Annotated[
    str, StringConstraints(min_length=1, max_length=MAX_QUESTION), AfterValidator(_plain)
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME), AfterValidator(_plain)]
Title = Annotated[str, StringConstraints(min_length=1, max_length=40), AfterValidator(_plain)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,15}$")]


def _twice(names: Iterable[str]) -> Broken:
    if repeated := first_repeated(names):
        yield PydanticCustomError("repeated", "named twice: {name}", {"name": repeated})


class _Entry(BaseModel):
    """What all content has in common: it never changes, and unknown fields are mistakes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemTexts(_Entry):
    """One item in one language: its title, the five anchors from 1 to 5, and why it is asked."""

    title: Name
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=5, max_length=5)]
    why: Why


class Item(_Entry):
    """The one question of the check-in about a dimension.

    A form of the word for "customer" stands in braces.
    """

    dimension: Dimension
    texts: PerLanguage[ItemTexts]

    @model_validator(mode="after")
    def _words_in_braces_are_known(self) -> Self:
        for language, texts in self.texts.items():
            _check_words_in_braces(language, (*texts.anchors, texts.why))
        return self


class Instrument(_Entry):
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


class PromptTexts(_Entry):
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


class Prompt(_Entry):
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
            _raise_first(rule(self))
        return self

    def _id_tells_dimension_and_format(self) -> Broken:
        own = OWN if self.id.startswith(OWN) else ""
        prefix = f"{own}{self.dimension.lower()}-{self.format}-"
        if not re.fullmatch(re.escape(prefix) + r"[1-9][0-9]{0,3}", self.id):
            yield PydanticCustomError(
                "id", "the id must be {prefix} and a number", {"prefix": prefix}
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
        yield from _twice(self.roles)

    def _tags_once(self) -> Broken:
        yield from _twice(self.tags)

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


class PromptFile(_Entry):
    """One file of the library."""

    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]


class Series(_Entry):
    """Prompts that belong together, in order; a challenge is for a team and ends with a share.

    What is for leads is offered to nobody else.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,30}$")]
    prompts: Annotated[tuple[str, ...], Field(min_length=3, max_length=5)]
    challenge: bool = False
    leads: bool = False
    titles: PerLanguage[Title]
    texts: PerLanguage[Note]


class SeriesFile(_Entry):
    """All series."""

    series: Annotated[tuple[Series, ...], Field(min_length=1)]


class ShippedReward(_Entry):
    """A reward that every organisation's catalogue begins with; none of them is taxed."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{1,30}$")]
    kind: RewardKind
    level: Annotated[int, Field(ge=1, le=3)]
    titles: PerLanguage[Note]


class RewardFile(_Entry):
    """All shipped rewards."""

    reward: Annotated[tuple[ShippedReward, ...], Field(min_length=3)]


class GuideTexts(_Entry):
    """A guide in one language: its title and what the team does, step by step."""

    title: Title
    steps: Annotated[tuple[Note, ...], Field(min_length=3, max_length=3)]


class Guide(_Entry):
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
            _check_words_in_braces(language, (texts.title, *texts.steps))
        return self


class GuideFile(_Entry):
    """One guide for each dimension, in their order."""

    guides: tuple[Guide, ...]

    @model_validator(mode="after")
    def _one_for_each_dimension(self) -> Self:
        if [guide.dimension for guide in self.guides] != list(Dimension):
            raise PydanticCustomError("dimensions", "not one guide for each dimension in order")
        return self


class Examples(_Entry):
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


class ExampleFile(_Entry):
    """The examples of each dimension, in their order."""

    examples: tuple[Examples, ...]

    @model_validator(mode="after")
    def _some_for_each_dimension(self) -> Self:
        if [each.dimension for each in self.examples] != list(Dimension):
            raise PydanticCustomError(
                "dimensions", "not examples for each dimension, once and in order"
            )
        return self
