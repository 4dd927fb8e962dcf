"""How the spreadsheet of own prompts is laid out, and how big it may be."""

from collections.abc import Mapping

TEXTS, PROMPTS, HELP = "Texts", "Prompts", "Help"
SETTINGS = (
    "id", "dimension", "format", "level", "roles", "seconds", "tags", "evidence", "source",
    "follow_ups",
)  # fmt: skip
LISTED = ("roles", "tags", "follow_ups")
NUMBERS = ("level", "seconds", "follow_ups")
KEY, PART, NOTE, MOST, OLDER = "key", "part", "note", "most", "older"
RELEASE = "release"
HEAD = 2  # rows: the names that are read, hidden, and the titles
LARGEST = 1 << 20  # bytes of the file
UNPACKED = 10 << 20  # bytes of what is in it
ROWS = 5000
BOUNDS: Mapping[str, object] = {"mb": LARGEST >> 20, "rows": ROWS}
