"""For developers: `--check` proves the migrations, `--revise MESSAGE` writes the next one."""

import argparse
import asyncio
import tempfile
from pathlib import Path

from sqlalchemy import Connection

from storage.database import Database
from storage.migrations import HEAD, HERE, alembic

Step = tuple[str, dict[str, object]]


async def _on_empty_database(*steps: Step) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'empty.db'}")
        try:
            for command, options in steps:
                async with database.connect(write=True) as connection:
                    await connection.run_sync(_step, command, options)
        finally:
            await database.close()


def _step(connection: Connection, command: str, options: dict[str, object]) -> None:
    alembic(connection, command, **options)


def main() -> None:
    """Check that the migrations lead to the tables and back, or write the next migration."""
    parser = argparse.ArgumentParser(prog="python -m storage.migrations")
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--check", action="store_true")
    task.add_argument("--revise", metavar="MESSAGE")
    wanted = parser.parse_args()
    up: Step = ("upgrade", {"revision": "head"})
    if wanted.check:
        asyncio.run(_on_empty_database(up, ("check", {}), ("downgrade", {"revision": "base"})))
        return
    following = f"{int(HEAD) + 1:04d}"
    options: dict[str, object] = {
        "message": wanted.revise,
        "autogenerate": True,
        "rev_id": following,
    }
    asyncio.run(_on_empty_database(up, ("revision", options)))
    print(f"Written: a file starting with {following} in {HERE.name}/versions")  # noqa: T201


if __name__ == "__main__":
    main()
