"""`cxcoach init`: from a token and a few answers to a database and the first HR person's link."""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import typer
from babel.core import get_global
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.installation.bot_account import introduce_itself, own_username, require_token
from bot.installation.envfile import changed, kept
from bot.installation.readiness import (
    check_current,
    check_ours,
    database_file,
    database_name,
    opened,
    ready,
)
from bot.settings import (
    ENV_FILE,
    PREFIX,
    Settings,
    known_zone,
    load_settings,
    shaped_like_a_token,
)
from bot.trouble import Trouble
from coaching.content import LANGUAGES
from coaching.people.holidays import regions_of
from coaching.people.joining import Invitation, first_invitation
from coaching.programme.setup import SetUp, is_set_up, organisation_and_zone, set_up
from storage.migrations import SchemaState, schema_state, upgrade

T = TypeVar("T")
USUAL_ZONE = "Europe/Helsinki"
LONGEST_NAME = 100
ASKED_IN = "cxcoach init"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that came as options; None is asked for."""

    token: str | None
    organisation: str | None
    timezone: str | None
    languages: str | None
    points: bool | None
    decided_by: str | None


def init(given: Given) -> None:
    """Ask, check the token, and only then write `.env` and the database; print the link."""
    settings = load_settings()
    asyncio.run(_check_free(settings))
    token = _token(given, settings)
    settings = settings.model_copy(update={"telegram_token": SecretStr(token)})
    username = asyncio.run(own_username(settings))
    typer.echo(f"The token is accepted: this is @{username}.")
    wanted = _wanted(given)
    if kept("telegram_token") not in (None, token):
        typer.confirm(f"{ENV_FILE} holds another token. Replace it?", abort=True)
    values = {f"{PREFIX}TELEGRAM_TOKEN": token, f"{PREFIX}TIMEZONE": wanted.timezone}
    with changed(values):
        invitation = asyncio.run(_create(settings, wanted))
    asyncio.run(introduce_itself(settings))
    _report(settings, wanted, username, invitation)


def invite_hr() -> None:
    """Print a new link for an HR person, should the first one have been lost or expired."""
    settings = load_settings()
    require_token(settings)
    username = asyncio.run(own_username(settings))
    invitation, zone = asyncio.run(_invite(settings))
    typer.echo(_link(username, invitation, zone))


async def _invite(settings: Settings) -> tuple[Invitation, ZoneInfo]:
    now = SystemClock().now()
    async with ready(settings) as database:
        organisation_id, zone = await organisation_and_zone(database)
        asked_in = f"cxcoach invite-hr {now:%Y-%m-%d %H:%M:%S.%f}"
        return await first_invitation(database, organisation_id, now, asked_in), zone


async def _check_free(settings: Settings) -> None:
    """Trouble if the database is in use already."""
    file = database_file(settings)
    if file is not None and not file.exists():
        return
    async with opened(settings) as database:
        state = await schema_state(database)
        check_ours(state, settings)
        check_current(state)
        if state is SchemaState.CURRENT and await is_set_up(database):
            raise Trouble(
                f"The programme is set up already in {database_name(settings)}; nothing changed.",
                "Run `cxcoach doctor` to see how it is, `cxcoach run` to start it.",
            )


def _token(given: Given, settings: Settings) -> str:
    configured = settings.telegram_token
    if given.token is None and configured is not None:
        return configured.get_secret_value()
    question = "Token from @BotFather (not shown)"
    return _answer(given.token, question, shaped_like_a_token, hidden=True)


def _wanted(given: Given) -> SetUp:
    organisation = _answer(given.organisation, "Name of the organisation", _name)
    timezone = _answer(given.timezone, "Time zone", known_zone, default=_system_zone())
    languages = _answer(
        given.languages, "Languages, with commas", _languages, default=",".join(LANGUAGES)
    )
    points = given.points
    if points is None:
        points = typer.confirm("Do teams earn points? This decision is recorded", default=None)
    decided_by = _answer(given.decided_by, "Who decided that (name or office)", _name)
    country = territory_of(timezone)
    return SetUp(organisation, timezone, languages, points, decided_by, country)


def territory_of(timezone: str) -> str | None:
    """Return the country of a zone, for its public holidays; None for a zone such as UTC."""
    country = get_global("zone_territories").get(timezone)
    return country if country and regions_of(country) is not None else None


def _answer(
    given: str | None,
    question: str,
    check: Callable[[str], T],
    *,
    default: str | None = None,
    hidden: bool = False,
) -> T:
    """Return the option's value, or the answer to the question; both pass the check."""

    def checked(text: str) -> T:
        try:
            return check(text.strip())
        except ValueError as error:
            raise typer.BadParameter(f"{question}: {error}") from None

    if given is not None:
        return checked(given)
    if hidden:
        return _hidden_answer(question, check)
    answer: T = typer.prompt(question, default=default, value_proc=checked)
    return answer


def _hidden_answer(question: str, check: Callable[[str], T]) -> T:
    """Ask until the answer passes; for hidden input Click itself would not say what is wrong."""
    while True:
        try:
            return check(typer.prompt(question, hide_input=True).strip())
        except ValueError as error:
            typer.echo(f"Error: {error}")


def _name(text: str) -> str:
    if not 1 <= len(text) <= LONGEST_NAME:
        raise ValueError(f"1 to {LONGEST_NAME} characters, please")
    return text


def _languages(text: str) -> tuple[str, ...]:
    asked = set(text.lower().replace(",", " ").split())
    if not asked or not asked <= set(LANGUAGES):
        raise ValueError(f"at least one of {', '.join(LANGUAGES)}, please")
    return tuple(language for language in LANGUAGES if language in asked)


def _system_zone() -> str:
    """Return this computer's zone if it is one of a place; servers often just count UTC."""
    name = os.environ.get("TZ") or str(Path("/etc/localtime").resolve()).partition("zoneinfo/")[2]
    try:
        return known_zone(name) if "/" in name and not name.startswith("Etc/") else USUAL_ZONE
    except ValueError:
        return USUAL_ZONE


async def _create(settings: Settings, wanted: SetUp) -> Invitation:
    now = SystemClock().now()
    async with opened(settings) as database:
        with _new_file(database_file(settings)):
            await upgrade(database)
            organisation_id = await set_up(database, wanted, now)
            return await first_invitation(database, organisation_id, now, ASKED_IN)


@contextmanager
def _new_file(file: Path | None) -> Iterator[None]:
    """Make the SQLite file for its owner alone; take it away if it does not get ready."""
    if file is None or file.exists():
        yield
        return
    file.touch(mode=0o600)
    try:
        yield
    except BaseException:
        for leftover in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            leftover.unlink(missing_ok=True)
        raise


def _report(settings: Settings, wanted: SetUp, username: str, invitation: Invitation) -> None:
    typer.echo(f"""
Ready. Settings are in {ENV_FILE} (only you can read it), data in {database_name(settings)}.

{_link(username, invitation, ZoneInfo(wanted.timezone))}

{_holidays(wanted)}

Now run `cxcoach doctor`, then `cxcoach run`.""")


def _holidays(wanted: SetUp) -> str:
    if wanted.country is None:
        return "No public holidays are known for this time zone; HR sets them by /calendar."
    return f"Public holidays are those of {wanted.country}; HR changes them by /calendar."


def _link(username: str, invitation: Invitation, zone: ZoneInfo) -> str:
    until = invitation.expires_at.astimezone(zone)
    return f"""Send this link to the HR person. It works once.
It is valid until {until:%Y-%m-%d %H:%M} ({zone.key}).

  https://t.me/{username}?start={invitation.token}"""
