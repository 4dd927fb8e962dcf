"""The command line itself."""

import pytest

from tests.bot.command_line.conftest import TOKEN, Installation

COMMANDS = ("init", "doctor", "migrate", "deliveries", "run", "demo")


async def test_alone_it_says_what_it_can_do(installation: Installation) -> None:
    said = await installation.anew.runs()
    assert said.code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in said.out


async def test_it_tells_its_version(installation: Installation) -> None:
    said = await installation.anew.runs("--version")
    assert said.code == 0
    assert said.out.startswith("cxcoach 0.")


@pytest.mark.parametrize("command", COMMANDS)
async def test_every_command_explains_itself_without_the_token(
    installation: Installation, command: str
) -> None:
    said = await installation.runs(command, "--help", CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert said.code == 0
    assert f"Usage: cxcoach {command}" in said.out
    assert installation.files == []


async def test_init_warns_that_options_can_be_seen(installation: Installation) -> None:
    said = await installation.runs("init", "--help")
    assert "Other users of this machine" in said.out


async def test_the_demo_takes_its_options(installation: Installation) -> None:
    said = await installation.runs("demo", "--help")
    for option in ("--headless", "--weeks", "--seed", "--report FILE.json", "--database URL"):
        assert option in said.out


@pytest.mark.parametrize("arguments", [("fly",), ("run", "--fast"), ("init", "now")])
async def test_a_slip_of_the_keyboard_gets_a_usage_line(
    installation: Installation, arguments: tuple[str, ...]
) -> None:
    said = await installation.runs(*arguments)
    assert said.code == 2
    assert "Usage: cxcoach" in said.err
    assert "Traceback" not in said.err


async def test_a_token_in_the_wrong_place_is_not_repeated(installation: Installation) -> None:
    for arguments in (("init", TOKEN), ("run", f"--to={TOKEN}"), (TOKEN.replace(":", "%3A"),)):
        said = await installation.runs(*arguments)
        assert "token stands where none is expected" in said.complaint
