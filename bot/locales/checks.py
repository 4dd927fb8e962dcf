"""What must hold between the catalogues, and between them and the keys that the code uses."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from bot.callbacks.checkin import About, HistoryPage
from bot.callbacks.points import HandingStep
from bot.callbacks.schedules import Page
from bot.i18n import HERE
from bot.routes import routes
from bot.sheet.layout import SETTINGS
from bot.views.practice.fault_words import PARTS
from bot.views.schedules.preview import AT_MOST
from coaching.checkin.week import Response
from coaching.content import LANGUAGES
from coaching.content.faults import FaultCode
from coaching.errors import Code
from coaching.own_data.record import KEYS
from coaching.own_data.texts import TextKind
from coaching.rules.access import Role
from coaching.rules.choosing import Motivation, RoleProfile
from coaching.rules.comparison import Comparison
from coaching.rules.concerns import Concern
from coaching.rules.confidentiality import Band, Reliability
from coaching.rules.exit_review import Decision
from coaching.rules.formats import WRITTEN, Outcome, PromptFormat
from coaching.rules.leads_minute import Doing
from coaching.rules.moments import MomentKind
from coaching.rules.planning import LeftOut
from coaching.rules.points import LEVELS, Component
from coaching.rules.returns import RESULTS
from coaching.rules.rewards import RewardKind
from coaching.rules.schedules import Kind
from coaching.rules.scripts import ANSWERS, OBSTACLES
from coaching.rules.small_talk import SmallTalk
from coaching.rules.stories import Reason
from coaching.rules.textguard import Finding
from coaching.schedules.shown import EDITABLE
from storage.deliveries import DeliveryState
from storage.own_data import personal_tables

SOURCE = "en"
BOT = Path(__file__).parent.parent
NOT_THE_PRODUCT = {"sandbox", "locales"}
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
TAG = re.compile(r"</?[a-z]+[^>]*>")
SPEAKS = {"plain", "counted", "t"}

# What stands behind the dot where the code computes a key.
COMPUTED: Mapping[str, tuple[str, ...]] = {
    "prompt.answer": ANSWERS,
    "follow_ups.coping_example": (*OBSTACLES, "own"),
    "results.band": tuple(Band),
    "checkin.why": tuple(About),
    "checkin": ("open", *(set(Response) - {Response.RATED})),
    "command": tuple(command.name for command in routes().commands),
    "points.component": tuple(Component),
    "team.doing": tuple(Doing),
    "team.thanks": tuple(Component),
    "moments.picture": tuple(MomentKind),
    "error": tuple(Code),
    "motivation.framing": tuple(Motivation),
    "prompt.format": tuple(PromptFormat),
    "guard": tuple(Finding),
    "fault": tuple(FaultCode),
    "desk.part": PARTS,
    "desk.note": PARTS,
    "desk.column": ("key", "part", "note", "most", "older", *SETTINGS),
    "desk.setting": tuple({*SETTINGS} - {"dimension", "format", "roles"}),
    "desk.format": tuple(WRITTEN),
    "concern": tuple(Concern),
    "own_history": (HistoryPage.KEEP, HistoryPage.DROP),
    "schedules.kind": (*EDITABLE, Kind.CLOSE, Kind.MOMENT),
    "left_out": tuple(LeftOut),
    "alerts.unknown": ("timezone", "holidays", "workdays"),
    "points.level": tuple(str(n) for n in range(1, len(LEVELS) + 1)),
    "own_data.column": tuple(
        {c.name for table in personal_tables() for c in table.columns if c.name not in KEYS}
    ),
    "own_data.table": tuple(table.name for table in personal_tables()),
    "own_texts.kind": tuple(TextKind),
    "own_texts.then": tuple(TextKind),
    "motivation": tuple(Motivation),
    "prompt.outcome": tuple(set(Outcome) - {Outcome.HEARD}),
    "people.make": tuple(Role),
    "small_talk": tuple(SmallTalk),
    "joining.welcome": tuple(Role),
    "comparison": tuple(Comparison),
    "focus.profile": tuple(RoleProfile),
    "results.reliability": tuple(Reliability),
    "follow_ups.result": tuple({result for results in RESULTS.values() for result in results}),
    "exit_review.decide": tuple(Decision),
    "exit_review.then": tuple(Decision),
    "rewards.kind": tuple(RewardKind),
    "rewards.step": tuple(HandingStep),
    "role": tuple(Role),
    "schedules.note": AT_MOST,
    "schedules.page": tuple(set(Page) - {Page.BEGIN, Page.DRAFT}),
    "deliveries.state": tuple(DeliveryState),
    "stories.because": tuple(Reason),
    "stories.reason": tuple(Reason),
}


def faults(
    locales: Path = HERE, sources: Path = BOT, languages: Sequence[str] = LANGUAGES
) -> list[str]:
    """Return everything that is wrong, one line each; empty when all is well."""
    catalogues = {}
    for language in languages:
        try:
            catalogues[language] = _catalogue(locales, language)
        except (OSError, PoFileError) as error:
            return [f"{language}: cannot be read: {error}"]
    keys = {message.id for message in _messages(catalogues[SOURCE])}
    wrong = [fault for each in catalogues.items() for fault in _incomplete(*each)]
    for language in set(languages) - {SOURCE}:
        wrong += _differences(language, catalogues[SOURCE], catalogues[language])
    return sorted([*wrong, *_unlike_the_code({_key(each) for each in keys}, sources)])


def _catalogue(locales: Path, language: str) -> Catalog:
    path = locales / language / "LC_MESSAGES" / "cxcoach.po"
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _key(message_id: str | tuple[str, ...] | list[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _forms(message: Message) -> tuple[str, ...]:
    """Return the sentence, or its singular and plural."""
    text = message.string
    return (text,) if isinstance(text, str) else tuple(text or ())


def _incomplete(language: str, catalogue: Catalog) -> Iterator[str]:
    for message in _messages(catalogue):
        if message.fuzzy:
            yield f"{language}: {_key(message.id)} is fuzzy"
        if not all(form.strip() for form in _forms(message)):
            yield f"{language}: {_key(message.id)} is empty"
        if message.pluralizable and len(_forms(message)) != catalogue.num_plurals:
            yield f"{language}: {_key(message.id)} has not {catalogue.num_plurals} forms"
        if any(_placeholders(form) is None for form in _forms(message)):
            yield f"{language}: {_key(message.id)} has braces that do not match"
    for key in catalogue.obsolete:
        yield f"{language}: {_key(key)} is obsolete"


def _differences(language: str, source: Catalog, other: Catalog) -> Iterator[str]:
    """Compare keys, placeholders and markup with the source language."""
    ours = {_key(message.id): _forms(message) for message in _messages(source)}
    theirs = {_key(message.id): _forms(message) for message in _messages(other)}
    yield from (f"{language}: {key} is missing" for key in ours.keys() - theirs.keys())
    yield from (f"{language}: {key} is not in {SOURCE}" for key in theirs.keys() - ours.keys())
    for key in ours.keys() & theirs.keys():
        mine, yours = ours[key], theirs[key]
        if not _alike(*([_placeholders(form) for form in forms] for forms in (mine, yours))):
            yield f"{language}: {key} has other placeholders than {SOURCE}"
        if not _alike(*([sorted(TAG.findall(form)) for form in forms] for forms in (mine, yours))):
            yield f"{language}: {key} has other markup than {SOURCE}"


def _alike(mine: Sequence[object], yours: Sequence[object]) -> bool:
    """Tell whether two languages' forms hold the same; each language has as many as it needs.

    The last one, for any number, is like the last; the others are like any.
    """
    return bool(mine) == bool(yours) and mine[-1:] == yours[-1:] and all(o in mine for o in yours)


def _placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None if the text cannot be filled in at all."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _unlike_the_code(keys: set[str], sources: Path) -> Iterator[str]:
    """Compare the catalogue's keys with those that the code says."""
    sections = {key.partition(".")[0] for key in keys}
    used: set[str] = set()
    for path in sorted(sources.rglob("*.py")):
        if NOT_THE_PRODUCT.isdisjoint(path.relative_to(sources).parts):
            for place, key in _said(ast.parse(path.read_text(encoding="utf-8")), sections, keys):
                where = f"{path.relative_to(sources)}:{place}"
                if key.endswith(".*"):
                    prefix = key.removesuffix(".*")
                    if prefix not in COMPUTED:
                        yield f"{where}: nobody says what {key} can be"
                    used |= {f"{prefix}.{end}" for end in COMPUTED.get(prefix, ())}
                elif key not in keys:
                    yield f"{where}: {key} is in no catalogue"
                else:
                    used.add(key)
    yield from (f"{key} is in no catalogue" for key in used - keys)
    yield from (f"{key} is used nowhere" for key in keys - used)


def _said(tree: ast.AST, sections: set[str], keys: set[str]) -> Iterator[tuple[int, str]]:
    """Yield the keys in a source with their lines; a computed end becomes a star."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if start.endswith(
                "."
            ) and KEY.fullmatch(f"{start}x"):
                yield node.lineno, f"{start}*"
            case ast.Constant(value=str(text)) if text in keys or (
                KEY.fullmatch(text) and text.partition(".")[0] in sections
            ):
                yield node.lineno, text
            case ast.Call(func=function, args=[ast.Constant(value=str(text)), *_]) if (
                _name(function) in SPEAKS
            ):
                yield node.lineno, text


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
