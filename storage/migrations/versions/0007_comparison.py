"""where a team's figure stands among the other teams."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('block_result') as batch:
        batch.add_column(sa.Column('place', sa.String(length=6), nullable=True))
        batch.create_check_constraint(
            op.f('ck_block_result_place'), "place IN ('below', 'within', 'above')"
        )


def downgrade() -> None:
    with op.batch_alter_table('block_result') as batch:
        batch.drop_constraint(op.f('ck_block_result_place'), type_='check')
        batch.drop_column('place')
