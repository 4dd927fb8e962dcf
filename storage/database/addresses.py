"""Addresses of databases, as people and hosters write them, and what the drivers make of them.

What is said about a wrong one quotes nothing but the names of options: a password that is not
written as it must be ends up anywhere in the parts.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+asyncpg"}
POSTGRESQL = re.compile(r"postgres(?:ql)?(?:\+\w+)?://(.*)", re.DOTALL)
QUERY = re.compile(r"(.*?)(?:\?((?:[a-z_]+=[^@&]*&?)*))?", re.DOTALL)
PLACE = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[\w.%-]*)(?::(\d{1,5}))?(?:/([^/?#]*))?/?")
IN_MEMORY = (None, "", ":memory:")
CONNECT_WITHIN = 10.0  # seconds, unless the address says otherwise

# The options that are understood, and what libpq's tools call them in their environment.
TLS = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "sslcrl": "PGSSLCRL",
    "ssl_min_protocol_version": "PGSSLMINPROTOCOLVERSION",
    "ssl_max_protocol_version": "PGSSLMAXPROTOCOLVERSION",
}
SESSION = {"application_name": "PGAPPNAME", "options": "PGOPTIONS"}
TIMEOUT = "connect_timeout"
ENVIRONMENT = {**TLS, **SESSION, TIMEOUT: "PGCONNECT_TIMEOUT"}
MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")
AS_PARTS = {
    "host": "host",
    "port": "port",
    "user": "username",
    "password": "password",
    "dbname": "database",
    "database": "database",
}
HARMLESS = {  # what changes nothing for us
    ("client_encoding", "utf8"),
    ("client_encoding", "utf-8"),
    ("channel_binding", "prefer"),
    ("channel_binding", "disable"),
    ("target_session_attrs", "any"),
    ("target_session_attrs", "read-write"),
}
NEITHER = "only sqlite:///… and postgresql://… are understood"
ENCODE = (
    "not an address of a database; in a password, all but letters and digits must be written as"
    " %XX (@ as %40)"
)


def database_url(text: str) -> URL:
    """Return the URL with our driver; ValueError, which quotes no password, if it is wrong."""
    found = POSTGRESQL.fullmatch(text.strip())
    if found is not None:
        return _postgresql(found[1])
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError(NEITHER) from None
    if url.get_backend_name() not in DRIVERS:
        raise ValueError(NEITHER)
    return url.set(drivername=DRIVERS[url.get_backend_name()])


def shown(url: URL) -> str:
    """Return an address as it may be seen: no password, no options."""
    return url.set(query={}).render_as_string()


def sqlite_file(url: URL) -> Path | None:
    """Return the file of a SQLite database; None for a database without a file."""
    if url.get_backend_name() != "sqlite" or url.database in IN_MEMORY:
        return None
    return Path(url.database or "")


def driver_arguments(url: URL) -> dict[str, Any]:
    """Return what asyncpg needs to know beside host, port, user, password and database."""
    query = _words(url)
    tls = {name: value for name, value in query.items() if name in TLS}
    session = {name: value for name, value in query.items() if name in SESSION}
    return {
        "timeout": float(query.get(TIMEOUT, 0)) or CONNECT_WITHIN,
        "dsn": f"postgresql://?{urlencode(tls)}" if tls else None,
        "server_settings": {"application_name": "cxcoach"} | session,
    }


def libpq_environment(url: URL) -> dict[str, str]:
    """Return the address as pg_dump and its like read it, so that no password is an argument."""
    parts = {
        "PGHOST": url.host,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    options = {ENVIRONMENT[name]: value for name, value in _words(url).items()}
    return {name: str(value) for name, value in parts.items() if value} | options


def _postgresql(rest: str) -> URL:
    """Read what stands behind `postgresql://`; an @ in the password is taken as a part of it."""
    whole = QUERY.fullmatch(rest)
    before, asked = (whole[1], whole[2]) if whole is not None else (rest, None)
    user, _, place = before.rpartition("@")
    found = PLACE.fullmatch(place)
    if found is None:
        raise ValueError("only one host is understood" if "," in place else ENCODE)
    name, _, password = user.partition(":")
    if re.search(r"[/?#]", name):
        raise ValueError(ENCODE)
    parts: dict[str, Any] = {
        "host": unquote(found[1]).strip("[]"),
        "port": found[2],
        "database": unquote(found[3] or ""),
        "username": unquote(name),
        "password": unquote(password),
    }
    options = dict(parse_qsl(asked or "", keep_blank_values=True))
    for option in AS_PARTS.keys() & options.keys():
        parts[AS_PARTS[option]] = options.pop(option)
    given = {part: value for part, value in parts.items() if value}
    if not str(given.get("port", "0")).isdecimal():
        raise ValueError(ENCODE)
    given["port"] = int(given.get("port", 0)) or None
    return URL.create(DRIVERS["postgresql"], **given, query=_understood(options))


def _understood(options: Mapping[str, str]) -> dict[str, str]:
    """Return the options in one way of writing; ValueError names one that is not understood."""
    known: dict[str, str] = {}
    for name, value in options.items():
        if (name, value.lower()) in HARMLESS:
            continue
        if name == "ssl":
            name, value = "sslmode", _mode(value)  # noqa: PLW2901 - as others write it
        if name not in ENVIRONMENT:
            raise ValueError(f"its option {name} is not understood, leave it out")
        known[name] = value
    if known.get("sslmode", MODES[0]) not in MODES:
        raise ValueError(f"sslmode must be one of {', '.join(MODES)}")
    if not re.fullmatch(r"\d{1,4}", known.get(TIMEOUT, "0")):
        raise ValueError(f"{TIMEOUT} must be a number of seconds")
    return known


def _mode(value: str) -> str:
    return {"true": "require", "1": "require", "false": "disable", "0": "disable"}.get(
        value.lower(), value
    )


def _words(url: URL) -> Mapping[str, str]:
    return {name: str(value) for name, value in url.query.items()}
