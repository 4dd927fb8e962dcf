"""a schedule can be deleted, and stays for the account."""

import sqlalchemy as sa
from alembic import op

revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.add_column(sa.Column('deleted', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('schedule') as batch:
        batch.alter_column('deleted', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.drop_column('deleted')
