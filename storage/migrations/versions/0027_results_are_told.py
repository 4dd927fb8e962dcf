"""results are told to the teams when they are published."""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None

BEFORE = "kind IN ('level', 'vote_opened', 'vote_closed', 'challenge_ended')"
SINCE = BEFORE[:-1] + ", 'results')"


def upgrade() -> None:
    with op.batch_alter_table('moment') as batch:
        batch.add_column(sa.Column('block', sa.Integer(), nullable=True))
        batch.create_unique_constraint(op.f('uq_moment_team_id_block'), ['team_id', 'block'])
        batch.drop_constraint(op.f('ck_moment_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_moment_kind'), SINCE)


def downgrade() -> None:
    told = "(SELECT occurrence.id FROM occurrence JOIN moment ON moment.id = moment_id WHERE moment.kind = 'results')"
    for table in ('delivery', 'left_out', 'delivery_count'):
        op.execute(f'DELETE FROM {table} WHERE occurrence_id IN {told}')
    op.execute(f'DELETE FROM occurrence WHERE id IN {told}')
    op.execute("DELETE FROM moment WHERE kind = 'results'")
    with op.batch_alter_table('moment') as batch:
        batch.drop_constraint(op.f('ck_moment_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_moment_kind'), BEFORE)
        batch.drop_constraint(op.f('uq_moment_team_id_block'), type_='unique')
        batch.drop_column('block')
