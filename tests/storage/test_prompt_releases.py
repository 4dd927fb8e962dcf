"""Files of own prompts become the first release, and one file again on the way back."""

import tomllib

from sqlalchemy import Connection, text

from coaching.practice import desk
from coaching.practice.library import prompts_of
from storage.migrations import alembic
from tests.coaching.content.test_content_rules import prompt_toml
from tests.organisation import Programme

EARLIER = "0030"
FILES = {
    name: prompt_toml(name).replace('id = "d1', 'id = "own-d1') for name in ("debrief", "ask")
}


def put_files(connection: Connection, organisation: int) -> None:
    """Keep prompts as they were kept before, and one that is no TOML."""
    for name, toml in {**FILES, "broken": "nonsense"}.items():
        connection.execute(
            text("INSERT INTO prompt_file (organisation_id, name, content) VALUES (:o, :n, :c)"),
            {"o": organisation, "n": f"{name}.toml", "c": toml},
        )


async def test_files_become_the_first_release_and_go_back(programme: Programme) -> None:
    database = programme.database
    async with database.connect(write=True) as connection:
        await connection.run_sync(alembic, "downgrade", revision=EARLIER)
        await connection.run_sync(put_files, programme.id)
        await connection.run_sync(alembic, "upgrade", revision="head")
    own = await desk.own_prompts(database, programme.id)
    assert own.number == 1
    assert [prompt.id for prompt in own.prompts] == ["own-d1-ask-1", "own-d1-debrief-1"]
    async with database.read() as session:
        assert "own-d1-ask-1" in await prompts_of(session, programme.id)
    async with database.connect(write=True) as connection:
        await connection.run_sync(alembic, "downgrade", revision=EARLIER)
        ((toml,),) = await connection.exec_driver_sql("SELECT content FROM prompt_file")
        await connection.run_sync(alembic, "upgrade", revision="head")
    expected = [tomllib.loads(FILES[name])["prompts"][0] for name in ("ask", "debrief")]
    assert tomllib.loads(toml)["prompts"] == expected
