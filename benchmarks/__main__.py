"""`python -m benchmarks [NAME…]`: measure, print one table; all of them also write latest.json."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from time import monotonic

from rich.console import Console

from benchmarks import results, rows

LATEST = Path(__file__).with_name("latest.json")
ROWS = sorted(module.name for module in iter_modules(rows.__path__))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is named, or everything."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *ROWS], metavar="NAME", help=str(ROWS))
    names = parser.parse_args(arguments).names
    console, found = Console(width=140), list[results.Result]()
    for name in names or ROWS:
        began = monotonic()
        found += import_module(f"{rows.__name__}.{name}").measure()
        console.print(f"{name}: measured in {monotonic() - began:.0f} s", style="dim")
    console.print(results.as_table(found))
    if not names:
        results.write(found, LATEST)


if __name__ == "__main__":
    main()
