"""names that their owners corrected.

Until now nobody noted which names were corrected, so all that are there stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('person') as batch:
        batch.add_column(
            sa.Column('name_corrected', sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.execute('UPDATE person SET name_corrected = true')


def downgrade() -> None:
    with op.batch_alter_table('person') as batch:
        batch.drop_column('name_corrected')
