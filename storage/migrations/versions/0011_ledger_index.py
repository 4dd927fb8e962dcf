"""a team's entries are found without reading the whole ledger."""

from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_points_entry_team_id_week', 'points_entry', ['team_id', 'week'])


def downgrade() -> None:
    op.drop_index('ix_points_entry_team_id_week', table_name='points_entry')
