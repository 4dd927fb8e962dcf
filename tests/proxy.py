"""A way to a server that can go silent: what is sent arrives nowhere, and nobody hangs up."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Proxy:
    """Listens on a port of this computer and passes everything on to PostgreSQL's socket."""

    folder: Path
    port: int = 0
    passes_new: bool = True
    is_there: bool = True
    _open: asyncio.Event = field(default_factory=asyncio.Event)
    _ways: list[asyncio.Event] = field(default_factory=list)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _writers: list[asyncio.StreamWriter] = field(default_factory=list)

    def url(self, name: str) -> str:
        """Return the address of a database behind the proxy."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}?sslmode=disable"

    def swallow(self, *, new: bool = False) -> None:
        """Let the connections that there are go silent; new ones too if told so."""
        for way in self._ways:
            way.clear()
        self.passes_new = not new

    def pass_on(self) -> None:
        """Pass everything on again, also what waited."""
        for way in self._ways:
            way.set()
        self.passes_new = self.is_there = True

    def hang_up(self) -> None:
        """Close every connection."""
        for writer in self._writers:
            writer.transport.abort()
        self._writers.clear()

    def go_away(self) -> None:
        """Be gone as a server is that was stopped."""
        self.is_there = False
        self.hang_up()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self.is_there:
            writer.transport.abort()
            return
        way = asyncio.Event()
        self._ways.append(way)
        if self.passes_new:
            way.set()
        self._writers.append(writer)
        with suppress(OSError):
            await way.wait()
            there, back = await asyncio.open_unix_connection(self.folder / ".s.PGSQL.5432")
            self._writers.append(back)
            both = (_pump(reader, back, way), _pump(there, writer, way))
            await asyncio.gather(*both)

    def _on_connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._accept(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: asyncio.Event
) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            await way.wait()
            writer.write(data)
            await writer.drain()
    writer.close()


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@asynccontextmanager
async def proxy(folder: Path) -> AsyncIterator[Proxy]:
    """Listen before the PostgreSQL server whose socket is in the folder."""
    made = Proxy(folder)
    server = await asyncio.start_server(made._on_connection, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
        made.pass_on()
        made.hang_up()
        for task in list(made._tasks):
            task.cancel()
        await asyncio.gather(*made._tasks, return_exceptions=True)
