"""invites that wait for a second HR person."""

import sqlalchemy as sa
from alembic import op

revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('invite') as batch:
        batch.add_column(sa.Column('asked_by', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('waits', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.create_foreign_key(op.f('fk_invite_asked_by'), 'person', ['asked_by'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('invite') as batch:
        batch.drop_constraint(op.f('fk_invite_asked_by'), type_='foreignkey')
        batch.drop_column('waits')
        batch.drop_column('asked_by')
