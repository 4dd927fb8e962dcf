"""A PostgreSQL server of the tests' own: a fresh cluster, reached through a unix socket only."""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import asyncpg

from storage.migrations import HEAD
from storage.tables import METADATA

DEBIAN = Path("/usr/lib/postgresql")
AS_POSTGRES = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups")
# What is lost by a crash does not matter here; making databases quickly does.
OPTIONS = (
    "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off "
    "-c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off"
)


@dataclass(frozen=True)
class Server:
    """A running server, known by the folder that holds its socket."""

    folder: Path

    def url(self, name: str) -> str:
        """Return the address of one of its databases, as a user would write it."""
        return f"postgresql://postgres@/{name}?host={self.folder}"


class Reused:
    """A migrated database that can be made as good as new, but for the schema."""

    def __init__(self, url: str, runner: asyncio.Runner, connection: asyncpg.Connection) -> None:
        self.url = url
        self._runner = runner
        self._connection = connection

    def empty(self) -> None:
        """Delete all rows and number new ones from 1 again."""
        self.fill("")

    def fill(self, content: str) -> None:
        """Hold nothing but the content of an earlier moment."""
        self._runner.run(self._connection.execute(EMPTYING + content))

    def content(self) -> str:
        """Return everything that it holds now, as statements."""
        return self._runner.run(self._content())

    async def _content(self) -> str:
        statements = []
        for table in METADATA.sorted_tables:
            rows = await self._connection.fetchval(f"SELECT json_agg(t) FROM {table.name} t")
            if rows is not None:
                statements.append(
                    f"INSERT INTO {table.name} SELECT * FROM "
                    f"json_populate_recordset(NULL::{table.name}, $rows${rows}$rows$)"
                )
        numbers = "SELECT sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL"
        for name, last in await self._connection.fetch(numbers):
            statements.append(f"SELECT setval('{name}', {last})")
        return "".join(f";{statement}" for statement in statements)


# A replica's session asks neither foreign keys nor the ledger, which lets nobody delete.
EMPTYING = ";".join(
    (
        "SET session_replication_role = replica",
        "SET lock_timeout = '20s'",
        *(f"DELETE FROM {table.name}" for table in METADATA.sorted_tables),
        f"UPDATE alembic_version SET version_num = '{HEAD}'",
        "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'",
    )
)


@contextmanager
def reusing(url: str) -> Iterator[Reused]:
    """Hold a connection to a migrated database, for emptying it between tests."""
    with asyncio.Runner() as runner:
        named = {"application_name": "emptying"}
        connection = runner.run(asyncpg.connect(url, server_settings=named))
        try:
            yield Reused(url, runner, connection)
        finally:
            runner.run(connection.close())


def binaries() -> Path | None:
    """Return the folder with initdb and pg_ctl, the newest version of Debian's or from PATH."""
    versions = [path for path in DEBIAN.glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: float(path.parent.name))
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def running(programs: Path, tls: Path | None = None, port: int = 5432) -> Iterator[Server]:
    """Start a server in a folder of its own; stop it and remove the folder at the end.

    With a certificate, whose key lies beside it, it also listens on the port.
    """
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as name:  # sockets need short paths
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = folder / "data"
        _run(
            *(programs / "initdb", "-D", data, "--no-sync"),
            *("--username=postgres", "--auth=trust", "--encoding=UTF8"),
        )
        options = f"{OPTIONS} -c unix_socket_directories={folder} -c port={port}"
        if tls is not None:
            for file in (tls, tls.with_suffix(".key")):
                own = Path(shutil.copy(file, data))
                own.chmod(0o600)
                if os.geteuid() == 0:
                    shutil.chown(own, "postgres", "postgres")
            options += " -c listen_addresses=localhost -c ssl=on"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield Server(folder)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _run(*command: str | Path) -> None:
    """Run one of the server's programs, which refuse to be root."""
    prefix: Sequence[str] = AS_POSTGRES if os.geteuid() == 0 else ()
    subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")
