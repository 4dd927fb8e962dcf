"""What is shown of several blocks: side by side, and whether there is a lasting shift."""

from collections.abc import Sequence

from coaching.results.blocks import block_by_block, block_results
from coaching.rules.instrument import Dimension
from coaching.rules.run_charts import Trend
from storage.results import BlockPublication, BlockResult
from tests.organisation import Programme

D1 = Dimension.LISTENING


async def published(
    programme: Programme, team: int, tenths: Sequence[int | None], wording: str = "1"
) -> None:
    """Let blocks have been published, in which the team's listening was a figure or hidden."""
    async with programme.database.write() as session:
        for block, figure in enumerate(tenths):
            row = BlockPublication(
                organisation_id=programme.id,
                block=block,
                instrument="1" if block == len(tenths) - 1 else wording,
                published_at=programme.now,
            )
            session.add(row)
            await session.flush()
            if figure is not None:
                session.add(
                    BlockResult(
                        publication_id=row.id,
                        node="team",
                        node_id=team,
                        dimension=D1,
                        form="figure",
                        band="regular" if figure >= 35 else "under_way",
                        tenths=figure,
                        people="25+",
                        reliability="good",
                    )
                )


async def trend_of(programme: Programme, team: int) -> Trend:
    found = await block_results(programme.database, programme.hanna, "team", team)
    assert found is not None
    return found.trends[D1]


async def test_twelve_blocks_with_a_figure_show_a_lasting_shift(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await published(programme, desk, [31, 32, 31, 32, 31, 32, 36, 37, 36, 37, 36, 37, 36, 37])
    assert await trend_of(programme, desk) is Trend.UP


async def test_hidden_blocks_are_no_points(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await published(programme, desk, [31, 32, 31, 32, 31, None, 36, 37, 36, 37, 36, 37])
    assert await trend_of(programme, desk) is Trend.TOO_FEW


async def test_answers_to_another_wording_are_another_series(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await published(programme, desk, [31, 32, 31, 32, 31, 32, 36, 37, 36, 37, 36, 37], "0")
    assert await trend_of(programme, desk) is Trend.TOO_EARLY


async def test_the_last_six_blocks_side_by_side(programme: Programme) -> None:
    desk = await programme.team("Desk")
    await published(programme, desk, [20, 31, 31, None, 31, 36, 36])
    found = await block_by_block(programme.database, programme.hanna, "team", desk)
    assert found is not None
    assert found.blocks == [2, 3, 4, 5, 6, 7]
    assert [row.tenths for row in found.rows[D1]] == [31, 31, None, 31, 36, 36]
