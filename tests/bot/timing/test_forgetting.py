"""What could not leave the database's log is tried again, and told when it takes long."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.timing import timetable
from tests.another_program import another_program_reads
from tests.bot.dialogue import Studio, office_at


async def test_technical_administration_is_told_when_it_takes_long(
    database_file: Path, studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timetable, "TOLD_AFTER", 0)
    async with office_at(database_file, studio) as office:
        ana = await office.member("Ana", await office.programme.team("Desk"))
        with another_program_reads(database_file), capture_logs() as logs:
            await ana.says("/checkin")
            await office.programme.database.forget()
            for _ in range(2):
                office.coach.timetable.wake()
                await office.settled()
        told = [each for each in logs if "still in the database" in each["event"]]
        assert [each["log_level"] for each in told] == ["error"]
        office.coach.timetable.wake()
        await office.settled()
        assert await office.programme.database.forget_again()
