"""weeks in which so many people were counted that what earned points may be named."""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('counted_week') as batch:
        batch.add_column(sa.Column('of_many', sa.Boolean(), nullable=True))
    op.execute('UPDATE counted_week SET of_many = (1 = 1)')  # it was named so far
    with op.batch_alter_table('counted_week') as batch:
        batch.alter_column('of_many', nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('counted_week') as batch:
        batch.drop_column('of_many')
