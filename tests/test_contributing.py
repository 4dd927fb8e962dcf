"""The guide to the house names files that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text()


def test_every_file_of_the_walks_exists() -> None:
    named = set(re.findall(r"`((?:bot|coaching|storage|tests)/[\w/.]+)`", GUIDE))
    assert len(named) > 30
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_room_of_coaching_stands_in_the_guide() -> None:
    rooms = {
        path.name + ("/" if path.is_dir() else "")
        for path in (ROOT / "coaching").iterdir()
        if path.name not in ("__init__.py", "__pycache__")
    }
    assert [room for room in sorted(rooms) if f"`{room}`" not in GUIDE] == []
