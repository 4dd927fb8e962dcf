"""Another program that reads a SQLite database for as long as a test wants."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

READER = """
import sqlite3, sys
reader = sqlite3.connect(sys.argv[1], isolation_level=None)
reader.execute("BEGIN")
reader.execute("SELECT count(*) FROM person").fetchone()
print("reading", flush=True)
sys.stdin.readline()
reader.execute("COMMIT")
"""


@contextmanager
def another_program_reads(file: Path) -> Iterator[None]:
    """Keep a transaction of another process open that has read the database."""
    command = [sys.executable, "-c", READER, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdin is not None
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"reading\n"
        yield
        reader.stdin.write(b"\n")
        reader.stdin.flush()
        assert reader.wait(10) == 0
