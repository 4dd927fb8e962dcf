"""who of HR asked to end a place in HR, until a second one wants it, too."""

import sqlalchemy as sa
from alembic import op

revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('membership') as batch:
        batch.add_column(sa.Column('end_asked_by', sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f('fk_membership_end_asked_by'), 'person', ['end_asked_by'], ['id']
        )


def downgrade() -> None:
    with op.batch_alter_table('membership') as batch:
        batch.drop_constraint(op.f('fk_membership_end_asked_by'), type_='foreignkey')
        batch.drop_column('end_asked_by')
