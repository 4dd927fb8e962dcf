"""schedules that went into another one with their team."""

import sqlalchemy as sa
from alembic import op

revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.add_column(sa.Column('merged_into', sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f('fk_schedule_merged_into'), 'schedule', ['merged_into'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.drop_constraint(op.f('fk_schedule_merged_into'), type_='foreignkey')
        batch.drop_column('merged_into')
