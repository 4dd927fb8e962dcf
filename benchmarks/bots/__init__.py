"""The bots that are measured: the product as it is run, and bare peers that keep nothing."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from benchmarks.bots.screen import TOKEN
from benchmarks.children import Child, child
from benchmarks.office import TIMEZONE

Bot = Callable[[str, Path], AbstractContextManager[Child]]
RUN = "import sys; from bot.cli import main; sys.argv[1:] = ['run']; main()"


@contextmanager
def cxcoach(address: str, database: Path) -> Iterator[Child]:
    """Run `cxcoach run` on a database file."""
    env = {
        "CXCOACH_TELEGRAM_TOKEN": TOKEN,
        "CXCOACH_TELEGRAM_BASE_URL": f"{address}/bot",
        "CXCOACH_DATABASE_URL": f"sqlite:///{database}",
        "CXCOACH_TIMEZONE": TIMEZONE,
    }
    with child("-c", RUN, env=env, talks=False) as bot:
        yield bot


@contextmanager
def aiogram(address: str, _: Path) -> Iterator[Child]:
    """Run a bare aiogram bot."""
    with child("-m", "benchmarks.bots.aiogram_bot", address, talks=False) as bot:
        yield bot


@contextmanager
def ptb(address: str, _: Path) -> Iterator[Child]:
    """Run a bare python-telegram-bot with its stock network layer."""
    with child("-m", "benchmarks.bots.ptb_bot", address, talks=False) as bot:
        yield bot


@contextmanager
def flood(address: str, _: Path) -> Iterator[Child]:
    """Run no bot, only its calls."""
    with child("-m", "benchmarks.bots.flood", address, talks=False) as bot:
        yield bot
