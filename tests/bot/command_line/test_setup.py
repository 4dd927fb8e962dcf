"""`cxcoach init`: from a token to the first HR person's link, or nothing at all."""

import asyncio
import signal
import sqlite3
from contextlib import closing

import pytest

from bot.sandbox.bot_api.telegram import LocalTelegram
from tests.bot.command_line.conftest import TOKEN, Installation

ANSWERS = {
    "--organisation": "City of Kaarna",
    "--timezone": "Europe/Stockholm",
    "--languages": "sv, EN",
    "--decided-by": "Director of services",
}
ALL_OPTIONS = [*(part for pair in ANSWERS.items() for part in pair), "--points"]
TYPED = "City of Kaarna\n\nfi\ny\nDirector\n"


def organisation(installation: Installation) -> tuple[object, ...]:
    with closing(sqlite3.connect(installation.database)) as database:
        (row,) = database.execute(
            "SELECT name, timezone, languages, points_used, points_decided_by FROM organisation"
        ).fetchall()
    return tuple(row)


async def test_options_answer_every_question(installation: Installation) -> None:
    said = await installation.anew.runs("init", *ALL_OPTIONS, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert said.code == 0, said
    assert "@kaarna_bot" in said.out
    assert "https://t.me/kaarna_bot?start=" in said.out
    assert "It works once." in said.out
    assert "It is valid until 20" in said.out
    assert installation.files == [".env", "cxcoach.db"]
    assert installation.env_file.stat().st_mode & 0o777 == 0o600
    assert installation.database.stat().st_mode & 0o777 == 0o600
    assert installation.env_file.read_text().splitlines() == [
        f"CXCOACH_TELEGRAM_TOKEN={TOKEN}",
        "CXCOACH_TIMEZONE=Europe/Stockholm",
    ]
    assert organisation(installation) == (
        "City of Kaarna",
        "Europe/Stockholm",
        "en,sv",
        1,
        "Director of services",
    )


async def test_the_empty_chat_says_what_the_bot_is_before_it_first_runs(
    installation: Installation, telegram: LocalTelegram
) -> None:
    assert (await installation.runs("init", "--token", TOKEN, *ALL_OPTIONS)).code == 0
    telegram.add_user(7, "Eve", language_code="sv")
    assert telegram.description_for(7).startswith("En coach för dina kundmöten")
    assert [c.status for c in telegram.transcript if c.method == "setMyProfilePhoto"] == [200]


async def test_the_link_lets_the_first_hr_person_in(
    installation: Installation, telegram: LocalTelegram
) -> None:
    said = await installation.runs("init", "--token", TOKEN, *ALL_OPTIONS)
    invite = said.out.partition("?start=")[2].split()[0]
    async with installation.started("run") as running:
        await running.prints("event=started")
        telegram.say(7, f"/start {invite}")
        async with asyncio.timeout(60):
            while not telegram.from_bot(7):
                await telegram.changed(7, telegram.version(7))
        running.gets(signal.SIGTERM)
        await running.outcome()
    answer = telegram.last_message(7)
    assert answer is not None
    buttons = [button.text for row in answer.keyboard for button in row]
    assert any("Svenska" in text for text in buttons)
    assert not any("Suomi" in text for text in buttons)


async def test_a_lost_link_can_be_made_anew(installation: Installation) -> None:
    before = await installation.runs("invite-hr", CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert "cxcoach init" in before.complaint
    first = await installation.runs("init", *ALL_OPTIONS, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    again = await installation.anew.runs("invite-hr")
    assert again.code == 0, again
    assert "https://t.me/kaarna_bot?start=" in again.out
    assert again.out.partition("?start=")[2].split()[0] not in first.out
    with closing(sqlite3.connect(installation.database)) as database:
        (trail,) = database.execute(
            "SELECT count(*) FROM audit_entry WHERE action = 'invite made'"
        ).fetchone()
    assert trail == 2


async def test_what_no_option_says_is_asked(installation: Installation) -> None:
    said = await installation.runs("init", typed=f"{TOKEN}\n{TYPED}")
    assert said.code == 0, said
    assert organisation(installation) == (
        "City of Kaarna",
        "Europe/Helsinki",
        "fi",
        1,
        "Director",
    )


async def test_a_wrong_answer_is_asked_again(installation: Installation) -> None:
    typed = (
        "\n  \nKaarna\nEurope/Kaarna\nEurope/Oslo\nfi,xx\n,\nfi\n"
        "\nperhaps\nn\n\nCouncil\n"  # whether points are used has no silent default
    )
    said = await installation.runs("init", typed=typed, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert said.code == 0, said
    assert organisation(installation) == ("Kaarna", "Europe/Oslo", "fi", 0, "Council")


@pytest.mark.parametrize(
    "option", [("--timezone", "Kaarna"), ("--languages", "xx"), ("--organisation", " ")]
)
async def test_a_wrong_option_changes_nothing(
    installation: Installation, option: tuple[str, str]
) -> None:
    said = await installation.runs("init", *ALL_OPTIONS, *option, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert said.code == 2
    assert "Traceback" not in said.err
    assert installation.files == []


@pytest.mark.parametrize(
    ("variables", "what"),
    [
        ({"CXCOACH_TELEGRAM_TOKEN": "987654321:wrong"}, "does not accept the token"),
        ({"CXCOACH_TELEGRAM_BASE_URL": "http://127.0.0.1:1/bot"}, "cannot be reached"),
        ({"CXCOACH_DATABASE_URL": "sqlite:////proc/cx.db"}, "cannot be used"),
        ({"CXCOACH_DATABASE_URL": "sqlite:///no/folder/cx.db"}, "cannot be used"),
        ({"CXCOACH_DATABASE_URL": "postgresql://127.0.0.1:1/cx"}, "cannot be used"),
    ],
)
async def test_what_does_not_work_leaves_nothing_behind(
    installation: Installation, variables: dict[str, str], what: str
) -> None:
    variables = {"CXCOACH_TELEGRAM_TOKEN": TOKEN} | variables
    said = await installation.runs("init", *ALL_OPTIONS, **variables)
    assert what in said.complaint
    assert installation.files == []


@pytest.mark.parametrize("lines", range(5))
async def test_an_end_of_the_answers_leaves_nothing_behind(
    installation: Installation, lines: int
) -> None:
    typed = "".join(TYPED.splitlines(keepends=True)[:lines])
    said = await installation.runs("init", typed=typed, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert said.code == 1
    assert "Traceback" not in said.err
    assert installation.files == []


async def test_ctrl_c_leaves_nothing_behind(installation: Installation) -> None:
    async with installation.started("init", CXCOACH_TELEGRAM_TOKEN=TOKEN) as running:
        await running.prints("Name of the organisation")
        running.gets(signal.SIGINT)
        said = await running.outcome()
    assert said.code in (1, 130)
    assert "Traceback" not in said.err
    assert installation.files == []


async def test_a_programme_that_is_set_up_stays_as_it_is(live: Installation) -> None:
    before = organisation(live), live.env_file.read_text(), live.files
    said = await live.runs("init", *ALL_OPTIONS)
    assert "set up already" in said.complaint
    assert (organisation(live), live.env_file.read_text(), live.files) == before


async def test_somebody_elses_database_stays_as_it_is(installation: Installation) -> None:
    with closing(sqlite3.connect(installation.database)) as database:
        database.execute("CREATE TABLE song (title TEXT)")
    said = await installation.runs("init", *ALL_OPTIONS, CXCOACH_TELEGRAM_TOKEN=TOKEN)
    assert "is not a database of cxcoach" in said.complaint
    assert installation.files == ["cxcoach.db"]


OTHERS_LINES = (
    "# ours\nexport PATH_TO=x\nCXCOACH_TELEGRAM_TOKEN = 123:old # note\nCXCOACH_LOG_LEVEL=debug"
)


async def test_another_token_is_replaced_only_after_a_yes(installation: Installation) -> None:
    installation.env_file.write_text(OTHERS_LINES)
    installation.env_file.chmod(0o644)
    arguments = ("init", "--token", TOKEN, *ALL_OPTIONS)
    refused = await installation.runs(*arguments, typed="n\n")
    assert refused.code == 1
    assert installation.env_file.read_text() == OTHERS_LINES
    assert installation.files == [".env"]
    agreed = await installation.runs(*arguments, typed="y\n")
    assert agreed.code == 0, agreed
    assert installation.env_file.read_text().splitlines() == [
        "# ours",
        "export PATH_TO=x",
        "CXCOACH_LOG_LEVEL=debug",
        f"CXCOACH_TELEGRAM_TOKEN={TOKEN}",
        "CXCOACH_TIMEZONE=Europe/Stockholm",
    ]
    assert installation.env_file.stat().st_mode & 0o777 == 0o600


async def test_a_token_that_the_file_holds_already_is_used(installation: Installation) -> None:
    installation.env_file.write_text(f'CXCOACH_TELEGRAM_TOKEN="{TOKEN}"\n')
    said = await installation.runs("init", *ALL_OPTIONS)
    assert said.code == 0, said


async def test_it_sets_up_either_kind_of_database(
    installation: Installation, empty_url: str
) -> None:
    variables = {"CXCOACH_TELEGRAM_TOKEN": TOKEN, "CXCOACH_DATABASE_URL": empty_url}
    said = await installation.runs("init", *ALL_OPTIONS, **variables)
    assert said.code == 0, said
    assert installation.files == [".env"]
    again = await installation.runs("init", *ALL_OPTIONS, **variables)
    assert "set up already" in again.complaint
    checked = await installation.runs("doctor", **variables)
    assert checked.code == 0, checked
