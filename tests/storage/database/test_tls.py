"""A server that speaks TLS, with a certificate of its own, as hosters have it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import database_url
from storage.database.postgresql import Postgresql
from tests import postgresql
from tests.certificates import certificate_for
from tests.lacking import lacking
from tests.proxy import free_port

USED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_for("localhost", tmp_path_factory.mktemp("tls"))[1]


@pytest.fixture(scope="module")
def address(certificate: Path) -> Iterator[str]:
    """Give the address of a server that listens on a port with the certificate."""
    programs = postgresql.binaries()
    if programs is None:
        lacking("no PostgreSQL server binaries in /usr/lib/postgresql or on PATH")
    port = free_port()
    with postgresql.running(programs, tls=certificate, port=port):
        yield f"postgres://postgres:p@localhost:{port}/postgres"


async def is_encrypted(address: str) -> bool:
    database = Postgresql(database_url(address))
    try:
        async with database.connect(write=False) as connection:
            return bool((await connection.exec_driver_sql(USED)).scalar_one())
    finally:
        await database.close()


@pytest.mark.parametrize(
    ("options", "encrypted"),
    [
        ("sslmode=require&connect_timeout=5&application_name=coach", True),
        ("ssl=true", True),
        ("sslmode=prefer", True),
        ("sslmode=disable", False),
        ("sslmode=verify-full&sslrootcert={certificate}", True),
    ],
)
async def test_the_way_is_as_the_address_says(
    address: str, certificate: Path, options: str, *, encrypted: bool
) -> None:
    asked = options.format(certificate=certificate)
    assert await is_encrypted(f"{address}?{asked}") is encrypted
