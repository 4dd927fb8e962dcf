"""places that somebody else has to confirm; those that are there already need nobody's word."""

import sqlalchemy as sa
from alembic import op

revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('membership') as batch:
        batch.add_column(sa.Column('made_by', sa.Integer(), nullable=True))
        batch.add_column(
            sa.Column('unconfirmed', sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.create_foreign_key(op.f('fk_membership_made_by'), 'person', ['made_by'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('membership') as batch:
        batch.drop_constraint(op.f('fk_membership_made_by'), type_='foreignkey')
        batch.drop_column('unconfirmed')
        batch.drop_column('made_by')
