"""talks that listen: a challenge that begins is told, and notes fit the shorter talks."""

import sqlalchemy as sa
from alembic import op

revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None

BEFORE = "kind IN ('level', 'vote_opened', 'vote_closed', 'challenge_ended', 'results')"
SINCE = "kind IN ('level', 'vote_opened', 'vote_closed', 'challenge_begun', 'challenge_ended', 'results')"
MOST = 500  # characters of a note


def upgrade() -> None:
    with op.batch_alter_table('moment') as batch:
        batch.drop_constraint(op.f('uq_moment_challenge_id'), type_='unique')
        batch.create_unique_constraint(op.f('uq_moment_kind_challenge_id'), ['kind', 'challenge_id'])
        batch.drop_constraint(op.f('ck_moment_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_moment_kind'), SINCE)
    # A plan was two halves and is one sentence; its second note says now that it is agreed on.
    _join('plan', 0, 1, ' – ')
    op.execute(f"UPDATE practice_note SET code = 'agreed', text = NULL WHERE number = 1 AND {_of('plan')}")
    # A view asked after each answer whether it was known, and asks once by now.
    op.execute(f"DELETE FROM practice_note WHERE number = 1 AND {_of('view')}")
    _renumber('view', 2, 1)
    _renumber('view', 3, 2)
    # A scale and a week with a goal ask two of their questions together.
    _join('scale', 1, 2, ' ')
    op.execute(f"DELETE FROM practice_note WHERE number = 2 AND {_of('scale')}")
    op.execute(
        "UPDATE practice SET outcome = 'done', completed_at = coalesce(completed_at, offered_at) "
        "WHERE outcome IS NULL AND prompt_id LIKE '%-scale-%' "
        'AND id IN (SELECT practice_id FROM practice_note WHERE number = 1)'
    )
    _join('grow', 1, 2, ' ')
    op.execute(f"DELETE FROM practice_note WHERE number = 2 AND {_of('grow')}")
    _renumber('grow', 3, 2)


def downgrade() -> None:
    told = "(SELECT occurrence.id FROM occurrence JOIN moment ON moment.id = moment_id WHERE moment.kind = 'challenge_begun')"
    for table in ('delivery', 'left_out', 'delivery_count'):
        op.execute(f'DELETE FROM {table} WHERE occurrence_id IN {told}')
    op.execute(f'DELETE FROM occurrence WHERE id IN {told}')
    op.execute("DELETE FROM moment WHERE kind = 'challenge_begun'")
    op.execute('DELETE FROM practice_note WHERE number >= 10')
    with op.batch_alter_table('moment') as batch:
        batch.drop_constraint(op.f('ck_moment_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_moment_kind'), BEFORE)
        batch.drop_constraint(op.f('uq_moment_kind_challenge_id'), type_='unique')
        batch.create_unique_constraint(op.f('uq_moment_challenge_id'), ['challenge_id'])


def _of(form: str) -> str:
    return f"practice_id IN (SELECT id FROM practice WHERE prompt_id LIKE '%-{form}-%')"


def _join(form: str, first: int, second: int, between: str) -> None:
    """Add the words of the second note to those of the first."""
    later = f'(SELECT b.text FROM practice_note AS b WHERE b.practice_id = practice_note.practice_id AND b.number = {second})'
    joined = f"substr(CASE WHEN text IS NULL THEN {later} ELSE text || '{between}' || {later} END, 1, {MOST})"
    op.execute(f'UPDATE practice_note SET text = {joined} WHERE number = {first} AND {later} IS NOT NULL AND {_of(form)}')


def _renumber(form: str, before: int, since: int) -> None:
    op.execute(f'UPDATE practice_note SET number = {since} WHERE number = {before} AND {_of(form)}')
