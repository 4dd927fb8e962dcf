"""from how many answers results are shown."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

THRESHOLDS = "band_from >= 5 AND figure_from >= 10 AND figure_from >= band_from"


def upgrade() -> None:
    with op.batch_alter_table('organisation') as batch:
        batch.add_column(sa.Column('band_from', sa.Integer(), nullable=False, server_default='5'))
        batch.add_column(sa.Column('figure_from', sa.Integer(), nullable=False, server_default='10'))
        batch.create_check_constraint(op.f('ck_organisation_thresholds'), THRESHOLDS)


def downgrade() -> None:
    with op.batch_alter_table('organisation') as batch:
        batch.drop_constraint(op.f('ck_organisation_thresholds'), type_='check')
        batch.drop_column('figure_from')
        batch.drop_column('band_from')
