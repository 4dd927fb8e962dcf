"""The README says what is there: every setting, every command, every recipe."""

import re
from pathlib import Path

from typer.main import get_command

from bot.cli import app
from bot.routes import routes
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readme_lists_every_setting_with_its_default_and_meaning() -> None:
    rows = re.findall(r"^\| `(CXCOACH_\w+)` \| (.+?) \| (.+) \|$", README, re.MULTILINE)
    expected = [
        (
            f"{PREFIX}{name.upper()}",
            f"`{field.default}`" if field.default is not None else "–",
            field.description,
        )
        for name, field in Settings.model_fields.items()
    ]
    assert rows == expected


def test_the_readme_names_every_command_of_the_chat() -> None:
    table = README.partition("## Commands in the chat")[2].partition("\n## ")[0]
    assert set(re.findall(r"`/(\w+)`", table)) == {c.name for c in routes().commands} - {"start"}


def test_the_readme_names_every_command_of_the_command_line() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert {name for name in commands if f"cxcoach {name}" not in README} == {"demo"}
    assert "`make demo`" in README


def test_make_alone_lists_every_recipe() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony is not None
    described = re.findall(r"^([a-z]+):.*## \S", makefile, re.MULTILINE)
    assert sorted(described) == sorted(phony[1].split())


def test_no_file_names_an_address_of_a_package_registry() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index" not in lock
