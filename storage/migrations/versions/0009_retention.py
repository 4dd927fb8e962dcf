"""counts in the place of old deliveries."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

STATES = "state IN ('planned', 'sent', 'failed', 'unreachable', 'expired', 'missed', 'cancelled')"


def upgrade() -> None:
    op.create_table('delivery_count',
    sa.Column('occurrence_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=11), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.CheckConstraint(STATES, name=op.f('ck_delivery_count_state')),
    sa.ForeignKeyConstraint(['occurrence_id'], ['occurrence.id'], name=op.f('fk_delivery_count_occurrence_id')),
    sa.PrimaryKeyConstraint('occurrence_id', 'state', name=op.f('pk_delivery_count'))
    )
    op.create_index(op.f('ix_practice_offered_at'), 'practice', ['offered_at'])


def downgrade() -> None:
    op.drop_index(op.f('ix_practice_offered_at'), table_name='practice')
    op.drop_table('delivery_count')
