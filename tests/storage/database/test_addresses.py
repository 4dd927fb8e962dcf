"""Addresses as hosters give them: understood, or refused in a sentence that quotes no password."""

import pytest

from storage.database import database_url
from storage.database.addresses import driver_arguments, libpq_environment, shown


@pytest.mark.parametrize(
    ("address", "password"),
    [
        ("postgresql://u:p@h/db", "p"),
        ("postgres://u:p%40ss@h/db", "p@ss"),
        ("postgresql://u:p@ss@h/db", "p@ss"),
        ("postgresql+psycopg2://u:p#s@h/db", "p#s"),
        ("postgresql://u:p/s@h/db", "p/s"),
        ("postgresql://u:p?s=1@h/db?sslmode=require", "p?s=1"),
        ("postgresql://u:100%@h/db", "100%"),
        ("postgresql://u:p:s@h/db", "p:s"),
        ("postgresql:///db?host=h&user=u&password=hid@h", None),
        ("postgresql:///db?host=h&user=u&password=hid", "hid"),
    ],
)
def test_a_password_is_found_whole_and_never_shown(address: str, password: str | None) -> None:
    if password is None:
        with pytest.raises(ValueError, match="%40"):
            database_url(address)
        return
    url = database_url(address)
    assert (url.host, url.username, url.database, url.password) == ("h", "u", "db", password)
    assert "h/db" in shown(url)
    assert "ss" not in shown(url).replace("postgresql", "")
    assert "hid" not in shown(url)
    assert libpq_environment(url)["PGPASSWORD"] == password


def test_what_hosters_write_is_understood() -> None:
    url = database_url(
        "postgres://u:p@db.example.fi:25060/cx?sslmode=verify-full&sslrootcert=/etc/ca.pem"
        "&connect_timeout=5&application_name=coach&options=-c%20search_path%3Dcx"
        "&client_encoding=utf8&target_session_attrs=read-write"
    )
    assert (url.host, url.port) == ("db.example.fi", 25060)
    arguments = driver_arguments(url)
    assert arguments["timeout"] == 5
    assert arguments["dsn"] == "postgresql://?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem"
    assert arguments["server_settings"]["application_name"] == "coach"
    assert arguments["server_settings"]["options"] == "-c search_path=cx"
    assert libpq_environment(url) == {
        "PGHOST": "db.example.fi",
        "PGPORT": "25060",
        "PGUSER": "u",
        "PGPASSWORD": "p",
        "PGDATABASE": "cx",
        "PGSSLMODE": "verify-full",
        "PGSSLROOTCERT": "/etc/ca.pem",
        "PGCONNECT_TIMEOUT": "5",
        "PGAPPNAME": "coach",
        "PGOPTIONS": "-c search_path=cx",
    }
    assert database_url("postgresql://u@[2001:db8::1]:5433/cx").host == "2001:db8::1"
    assert database_url("postgresql://u:p@h/db?ssl=true").query["sslmode"] == "require"


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://u:hidden@h/db?channel_binding=require", "its option channel_binding"),
        ("postgresql://u:hidden@h/db?pgbouncer=true", "its option pgbouncer"),
        ("postgresql://u:hidden@h/db?sslmode=maybe", "sslmode must be one of"),
        ("postgresql://u:hidden@h/db?connect_timeout=soon", "must be a number of seconds"),
        ("postgresql://u:hidden@h1,h2/db", "only one host"),
        ("postgresql://u:hidden@h:port/db", "%40"),
        ("postgresql://u:p@h:hidden/db", "%40"),
        ("postgresql://u:p@h/db?hidden@x=1", "%40"),
        ("mysql://u:hidden@h/db", "only sqlite"),
        ("u:hidden@h/db", "only sqlite"),
    ],
)
def test_what_is_not_understood_is_named(address: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as raised:
        database_url(address)
    assert "hidden" not in str(raised.value)
