"""What a measurement says: a value, how it compares with a peer's, and what was aimed at."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from rich.table import Table


@dataclass(frozen=True, slots=True)
class Aim:
    """A bound on a result's ratio, or on its value where there is no peer."""

    at_least: float | None = None
    at_most: float | None = None

    def met_by(self, number: float) -> bool:
        """Tell whether the number keeps within the bounds."""
        above = self.at_least is None or number >= self.at_least
        return above and (self.at_most is None or number <= self.at_most)

    def __str__(self) -> str:
        bounds = (("≥", self.at_least), ("≤", self.at_most))
        return ", ".join(f"{sign} {bound:g}" for sign, bound in bounds if bound is not None)


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table; a result without an aim only informs."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    ratio: float | None = None
    aim: str | None = None
    met: bool | None = None


def result(
    name: str,
    value: float,
    unit: str,
    *,
    peer: str | None = None,
    ratio: float | None = None,
    aim: Aim | None = None,
) -> Result:
    """Return a result that knows whether its aim is met."""
    met = aim.met_by(value if ratio is None else ratio) if aim else None
    return Result(name, value, unit, peer, ratio, str(aim) if aim else None, met)


def ratio_of(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the median of the ratios of the rounds that both were in.

    What disturbs a round disturbs both of its sides.
    """
    return median(a / b for a, b in zip(ours, theirs, strict=False))


def as_table(results: Iterable[Result]) -> Table:
    """Return the results for people."""
    table = Table("", "value", "unit", "beside", "ratio", "aim", "met")
    for row in results:
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        met = {None: "", True: "yes", False: "NO"}[row.met]
        cells = (
            row.name,
            f"{row.value:,.4g}",
            row.unit,
            row.peer or "",
            ratio,
            row.aim or "",
            met,
        )
        table.add_row(*cells)
    return table


def write(results: Iterable[Result], file: Path) -> None:
    """Write the results for programs."""
    text = json.dumps([asdict(row) for row in results], ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")
