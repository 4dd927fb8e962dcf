"""Own prompts as somebody wrote them: every fault at once, each with its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from coaching.content import checks
from coaching.content.entries import (
    MAX_NAME,
    MAX_NOTE,
    MAX_QUESTION,
    MAX_TEXT,
    MAX_WHY,
    NEEDED,
    not_plain,
    too_many_sentences,
    words_not_in_braces,
)
from coaching.content.faults import Fault, FaultCode
from coaching.content.languages import LANGUAGES
from coaching.content.prompt import ASKED, CARD, CHOICES, OWN, TEXT, WHY, Prompt, PromptTexts
from coaching.content.words import forms_of_customer, longest
from coaching.content.written import Find, Written
from coaching.rules.choosing import RoleProfile
from coaching.rules.formats import WRITTEN, PromptFormat
from coaching.rules.instrument import Dimension

LIMITS = {TEXT: MAX_TEXT, CARD: MAX_TEXT, ASKED: MAX_QUESTION, WHY: MAX_WHY, CHOICES: MAX_NAME}
VALUES: Mapping[str, tuple[object, ...]] = {
    "dimension": tuple(Dimension),
    "format": WRITTEN,
    "level": (1, 2, 3),
    "roles": tuple(RoleProfile),
    "seconds": (30, 60, 120),
}
SPANS = {"version": (1, 9999), "follow_ups": (1, 60)}
CHOICES_LEAST, CHOICES_MOST = 3, 6
ALIKE = 0.8  # how much a tag is like a known one that was perhaps meant
_OF_TEXTS = {
    "string_too_long",
    "space",
    "markup",
    "invisible",
    "dots",
    "sentences",
}  # looked at one by one
# Which code of ours, and which part of a prompt, a rule of the schema stands for.
_RULES = {
    "word": (FaultCode.WORD, None),
    "id": (FaultCode.ID, "id"),
    "written": (FaultCode.NOT_ONE_OF, "format"),
    "questions": (FaultCode.QUESTIONS, "questions"),
    "blank": (FaultCode.BLANK, "questions"),
    "follow_ups": (FaultCode.FOLLOW_UPS, "follow_ups"),
    "order": (FaultCode.FOLLOW_UPS_ORDER, "follow_ups"),
    "repeated": (FaultCode.REPEATED, None),
    "format": (FaultCode.PART, None),
    "codes": (FaultCode.CODES_DIFFER, "choices"),
    "label": (FaultCode.LABEL, "choices"),
    "length": (FaultCode.TOO_LONG, TEXT),
    "field": (FaultCode.TOO_LONG, TEXT),
    "space": (FaultCode.SPACE, None),
    "markup": (FaultCode.MARKUP, None),
    "invisible": (FaultCode.INVISIBLE, None),
    "dots": (FaultCode.DOTS, None),
    "sentences": (FaultCode.SENTENCES, None),
}


@dataclass(frozen=True, slots=True)
class Examined:
    """The prompts that can be read, and every fault in all of them, in the order of the file."""

    prompts: tuple[Prompt, ...]
    faults: tuple[Fault, ...]


def examine(
    written: Written,
    beside: Iterable[Prompt],
    languages: Sequence[str],
    earlier: Mapping[str, Prompt] | None = None,
) -> Examined:
    """Look at everything in own prompts at once.

    `beside` are the other prompts of the library, of which none may occur again; each prompt
    speaks the `languages` at least. `earlier` are the newest versions known of the same prompts.
    """
    library = list(beside)
    before = earlier or {}
    tags = {tag for prompt in (*library, *before.values()) for tag in prompt.tags}
    faults, prompts = list(written.faults), []
    for index, raw in enumerate(written.prompts):
        prompt, found = _examined(raw, index, languages)
        if prompt is not None:
            prompts.append(prompt)
            found += _same_version(prompt, before.get(prompt.id))
        found += _unknown_tags(raw, tags)
        faults += [_placed(fault, index, written.find) for fault in found]
    faults += _said_twice(written, library)
    faults += _hard_to_read(written, prompts)
    in_order = sorted(faults, key=_by_place)
    return Examined(tuple(prompts), tuple(in_order))


def readable(raw: object, languages: Sequence[str] = ()) -> Prompt | None:
    """Return a prompt that speaks the languages at least, None for one that fits no more."""
    try:
        return Prompt.model_validate(raw, context={NEEDED: languages})
    except ValidationError:
        return None


def known_tags(prompts: Iterable[Prompt]) -> Mapping[str, int]:
    """Return every tag with the number of prompts that bear it, in the order of the letters."""
    tags = [tag for prompt in prompts for tag in prompt.tags]
    return {tag: tags.count(tag) for tag in sorted(set(tags))}


def changed(prompt: Prompt, before: Prompt) -> bool:
    """Tell whether a prompt differs from an earlier one in anything but its version."""
    return prompt.model_copy(update={"version": before.version}) != before


def _examined(
    raw: object, index: int, languages: Sequence[str]
) -> tuple[Prompt | None, list[Fault]]:
    """Return the prompt if it can be read, and what the schema minds about it."""
    if not isinstance(raw, dict):
        return None, [Fault(FaultCode.KIND, "no prompt", str(index + 1))]
    prompt, errors = None, list[ErrorDetails]()
    try:
        prompt = Prompt.model_validate(raw, context={NEEDED: languages})
    except ValidationError as error:
        errors = error.errors(include_url=False)
    name = raw.get("id")
    entry = name if isinstance(name, str) and name else str(index + 1)
    unreadable = {str(e["loc"][0]) for e in errors if e["loc"] and _breaks_field(e, raw)}
    found = [fault for error in errors if (fault := _of_field(error))]
    found += _about_languages(raw, languages)
    loose = _loosely_read(raw, unreadable)
    rules = [rule for fields, rule in Prompt.rules if not fields & unreadable]
    broken_rules = [broken for rule in rules for broken in rule(loose)]
    found += [_of_rule(each, loose) for each in broken_rules if each.type != "word"]
    found += [*_about_texts(loose), *checks.faults_of_texts(loose)]
    if isinstance(raw.get("evidence"), str) and not {"evidence", "source"} & unreadable:
        found += checks.says_too_little(raw["evidence"], raw.get("source"))
    if isinstance(name, str) and not name.startswith(OWN):
        found = [fault for fault in found if fault.code is not FaultCode.ID]
        found.append(_not_own(raw))
    return prompt, [replace(fault, entry=entry) for fault in found]


def _breaks_field(error: ErrorDetails, raw: Mapping[str, Any]) -> bool:
    """Tell whether a whole field cannot be read; of texts whatever can be read is looked at."""
    return error["loc"][0] != "texts" or not isinstance(raw.get("texts"), dict)


def _loosely_read(raw: Mapping[str, Any], unreadable: AbstractSet[str]) -> Prompt:
    """Return what can be read of a prompt, so that its rules can be looked at all the same."""
    readable: dict[str, Any] = {k: v for k, v in raw.items() if k not in unreadable}
    if "dimension" in readable:
        readable["dimension"] = Dimension(readable["dimension"])
    if "format" in readable:
        readable["format"] = PromptFormat(readable["format"])
    if "roles" in readable:
        readable["roles"] = tuple(RoleProfile(role) for role in readable["roles"])
    texts = raw.get("texts")
    by_language = texts.items() if isinstance(texts, dict) else ()
    readable["texts"] = {
        language: _loosely_read_texts(each)
        for language, each in by_language
        if language in LANGUAGES and isinstance(each, dict)
    }
    return Prompt.model_construct(**readable)


def _loosely_read_texts(raw: Mapping[str, Any]) -> PromptTexts:
    def words(field: str) -> str | None:
        value = raw.get(field)
        return value if isinstance(value, str) else None

    questions, choices = raw.get("questions"), raw.get("choices")
    return PromptTexts.model_construct(
        text=words(TEXT) or "",
        questions=tuple(str(each) for each in questions) if isinstance(questions, list) else (),
        why=words(WHY) or "",
        card=words(CARD),
        choices={str(code): str(label) for code, label in choices.items()}
        if isinstance(choices, dict)
        else None,
    )


def _of_field(error: ErrorDetails) -> Fault | None:
    """Say what a field lacks in a code of ours; None for what is looked at elsewhere."""
    location, kind = [str(part) for part in error["loc"]], error["type"]
    in_texts = bool(location) and location[0] == "texts"
    if not location or (in_texts and kind in {*_OF_TEXTS, "language"}):
        return None
    language = location[1] if in_texts and len(location) > 1 else None
    if language is not None and language not in LANGUAGES:
        return None
    part = _part_of(location[2:] if language else location)
    code, data = _told(error, part or "", language)
    plain = f"{'.'.join(location)}: {error['msg']}"
    return Fault(code, plain, language=language, part=part, data=data)


def _told(
    error: ErrorDetails, part: str, language: str | None
) -> tuple[FaultCode, Mapping[str, object]]:
    given = str(error["input"])
    told: tuple[FaultCode, Mapping[str, object]]
    match error["type"]:
        case "extra_forbidden":
            known = sorted(PromptTexts.model_fields if language else Prompt.model_fields)
            told = FaultCode.UNKNOWN, {"known": ", ".join(known)}
        case "literal_error" | "enum" if part in VALUES:
            known = [str(value) for value in VALUES[part]]
            told = FaultCode.NOT_ONE_OF, {"given": given, "known": ", ".join(known)}
        case "too_short" | "too_long" if part == "choices":
            told = FaultCode.COUNT, {"least": CHOICES_LEAST, "most": CHOICES_MOST}
        case "missing" | "string_too_short" | "too_short":
            told = FaultCode.MISSING, {}
        case kind if part in SPANS and kind != "tuple_type":
            least, most = SPANS[part]
            told = FaultCode.NUMBER, {"least": least, "most": most}
        case "string_pattern_mismatch":
            told = FaultCode.CHOICE_CODE, {"given": given}
        case "string_too_long":
            most = MAX_NAME if part == "tags" else MAX_NOTE
            told = FaultCode.TOO_LONG, {"length": len(given), "most": most}
        case kind if kind in _RULES:
            told = _RULES[kind][0], error.get("ctx", {})
        case _:
            told = FaultCode.KIND, {}
    return told


def _part_of(location: Sequence[str]) -> str | None:
    """Return the name of a part; questions are counted from 1."""
    match location:
        case ["questions", number]:
            return f"{ASKED}{int(number) + 1}"
        case ["choices", code, *_]:
            return f"{CHOICES}{code}"
        case [first, *_]:
            return first
        case _:
            return None


def _about_languages(raw: Mapping[str, Any], languages: Sequence[str]) -> Iterator[Fault]:
    texts = raw.get("texts")
    if not isinstance(texts, dict):
        return
    for language in texts:
        if language not in LANGUAGES:
            data = {"language": language, "known": ", ".join(LANGUAGES)}
            said = f"texts: {language} is no language of ours"
            yield Fault(FaultCode.LANGUAGE, said, part=f"texts.{language}", data=data)
    for language in languages:
        if language not in texts:
            said = f"texts: {language} is missing"
            yield Fault(FaultCode.NO_LANGUAGE, said, data={"language": language})
    if not texts and not languages:
        yield Fault(FaultCode.MISSING, "texts: there is no text", part="texts")


def _of_rule(broken: PydanticCustomError, prompt: Prompt) -> Fault:
    data = dict(broken.context or {})
    code, part = _RULES[broken.type]
    language = data.pop("language", None)
    if broken.type in ("length", "field"):
        data.setdefault("most", MAX_TEXT)
    if broken.type == "format":
        part = data["field"]
    if broken.type == "repeated":
        part = "roles" if data["name"] in prompt.roles else "tags"
    return Fault(code, broken.message(), language=language, part=part, data=data)


def _about_texts(prompt: Prompt) -> Iterator[Fault]:
    """Look at the length and the signs of every text."""
    for language, texts in prompt.texts.items():
        for part, text in texts.by_field:
            kind = part.partition(".")[0] + "." * ("." in part)
            most = LIMITS[kind]
            too_long = len(text) > most
            if too_long and (kind != TEXT or len(longest(text, language)) <= MAX_TEXT):
                data = {"length": len(text), "most": most}
                said = f"{len(text)} characters, at most {most}"
                yield Fault(FaultCode.TOO_LONG, said, language=language, part=part, data=data)
            broken = [
                *not_plain(text),
                *(too_many_sentences(text) if kind in (TEXT, CARD) else ()),
                *words_not_in_braces(language, [text]),
            ]
            for each in broken:
                context = dict(each.context or {})
                code = _RULES[each.type][0]
                if code is FaultCode.WORD:
                    context["known"] = _forms_near(context["form"], language)
                yield Fault(code, each.message(), language=language, part=part, data=context)


def _forms_near(form: str, language: str) -> str:
    """Return the forms that were perhaps meant, or else all of them."""
    forms = forms_of_customer(language)
    near = get_close_matches(form.lower(), forms, 4) or forms
    return ", ".join(f"{{{each}}}" for each in near)


def _not_own(raw: Mapping[str, Any]) -> Fault:
    """Say at once what the whole id has to look like."""
    dimension, form = (
        raw[field] if raw.get(field) in VALUES[field] else VALUES[field][0]
        for field in ("dimension", "format")
    )
    prefix = f"{OWN}{str(dimension).lower()}-{form}-"
    said = f"the ids of an organisation's own prompts begin with {OWN}"
    return Fault(FaultCode.ID, said, part="id", data={"prefix": prefix})


def _unknown_tags(raw: object, known: AbstractSet[str]) -> Iterator[Fault]:
    """Find tags that are probably meant for one that there is."""
    tags = raw.get("tags") if isinstance(raw, dict) else None
    entry = str(raw.get("id", "")) if isinstance(raw, dict) else ""
    for tag in map(str, tags if isinstance(tags, list) else ()):
        near = get_close_matches(tag, known, 1, ALIKE)
        if tag not in known and near:
            data = {"tag": tag, "near": near[0]}
            yield Fault(FaultCode.TAG, f"tag {tag}: {near[0]}?", entry, part="tags", data=data)


def _same_version(prompt: Prompt, before: Prompt | None) -> Iterator[Fault]:
    """Find a changed text under a version that people know otherwise."""
    if before is None or prompt.version > before.version:
        return
    if prompt.version < before.version or prompt.texts != before.texts:
        data = {"version": before.version, "next": before.version + 1}
        said = f"changed, and version {before.version} is known already"
        yield Fault(FaultCode.VERSION, said, prompt.id, part="version", data=data)


def _said_twice(written: Written, beside: Iterable[Prompt]) -> Iterator[Fault]:
    """Find ids and whole texts that were there before, in the library or in the file itself."""
    seen = {words.casefold(): each.id for each in beside for words in each.whole_texts}
    ids = {each.id for each in beside}
    for index, raw in enumerate(written.prompts):
        if not isinstance(raw, dict):
            continue
        loose, name = (
            _loosely_read(raw, Prompt.model_fields.keys() - {"id", "texts"}),
            raw.get("id"),
        )
        entry = str(name or index + 1)
        if entry in ids and entry.startswith(OWN):
            said = f"used twice: {entry}"
            fault = Fault(FaultCode.REPEATED, said, entry, part="id", data={"name": entry})
            yield _placed(fault, index, written.find)
            continue
        ids.add(entry)
        for language, texts in loose.texts.items():
            for part, words in texts.by_field:
                if part not in (TEXT, WHY, CARD) or not words:
                    continue
                if (other := seen.get(words.casefold())) is not None:
                    data = {"words": words[:40], "other": other}
                    said = f"used twice: {words}"
                    fault = Fault(FaultCode.TWICE, said, entry, language, part, data)
                    yield _placed(fault, index, written.find)
                seen[words.casefold()] = entry


def _hard_to_read(written: Written, prompts: Sequence[Prompt]) -> Iterator[Fault]:
    index = {raw.get("id"): n for n, raw in enumerate(written.prompts) if isinstance(raw, dict)}
    for fault in checks.hard_to_read(prompts):
        yield _placed(fault, index[fault.entry], written.find)


def _placed(fault: Fault, index: int, find: Find) -> Fault:
    return replace(fault, place=find(index, fault.part, fault.language))


def _by_place(fault: Fault) -> tuple[str, int]:
    return fault.place.sheet or "", fault.place.row or 0
