"""teams whose results begin after a merger.

Those that were merged before begin with the first block that was published after it.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

MERGERS = sa.text(
    "SELECT a.after, (SELECT max(p.block) FROM block_publication p"
    " WHERE p.organisation_id = a.organisation_id AND p.published_at <= a.at)"
    " FROM audit_entry a WHERE a.action = 'teams merged' ORDER BY a.id"
)
BEGINS = sa.text("UPDATE team SET first_block = :block WHERE id = :team")


def upgrade() -> None:
    with op.batch_alter_table('team') as batch:
        batch.add_column(sa.Column('first_block', sa.Integer(), nullable=False, server_default='0'))
    connection = op.get_bind()
    for after, published in connection.execute(MERGERS).all():
        if published is not None:
            connection.execute(BEGINS, {"block": published + 1, "team": json.loads(after)["into"]})


def downgrade() -> None:
    with op.batch_alter_table('team') as batch:
        batch.drop_column('first_block')
