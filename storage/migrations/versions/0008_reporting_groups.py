"""small teams whose results are shown together."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

BEFORE = "node IN ('organisation', 'unit', 'team', 'leads')"
SINCE = "node IN ('organisation', 'unit', 'team', 'leads', 'group')"


def upgrade() -> None:
    op.create_table('reporting_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('unit_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['unit_id'], ['unit.id'], name=op.f('fk_reporting_group_unit_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reporting_group'))
    )
    op.create_index(op.f('ix_reporting_group_unit_id'), 'reporting_group', ['unit_id'])
    op.create_table('reporting_place',
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('from_block', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('from_block >= 0', name=op.f('ck_reporting_place_from_block')),
    sa.ForeignKeyConstraint(['group_id'], ['reporting_group.id'], name=op.f('fk_reporting_place_group_id')),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_reporting_place_team_id')),
    sa.PrimaryKeyConstraint('team_id', 'from_block', name=op.f('pk_reporting_place'))
    )
    _nodes(SINCE)


def downgrade() -> None:
    op.execute("DELETE FROM block_result WHERE node = 'group'")
    _nodes(BEFORE)
    op.drop_table('reporting_place')
    op.drop_table('reporting_group')


def _nodes(rule: str) -> None:
    with op.batch_alter_table('block_result') as batch:
        batch.drop_constraint(op.f('ck_block_result_node'), type_='check')
        batch.create_check_constraint(op.f('ck_block_result_node'), rule)
