"""Names found by a part of them, in capitals or not.

SQLite folds A to Z alone, and PostgreSQL what its locale knows: both are told the other letters.
"""

from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy.orm import Mapped

CAPITALS = "ÅÄÖÆØÁÀÂÉÈÊËÍÓÚÜÕÑÇŠŽČĐŊŦ"


def holds(name: Mapped[str], part: str) -> ColumnElement[bool]:
    """Return the condition that a name holds a part; `%` and `_` in it mean themselves."""
    folded: ColumnElement[Any] = func.lower(name)
    for letter in CAPITALS:
        folded = func.replace(folded, letter, letter.lower())
    return folded.contains(part.lower(), autoescape=True)
