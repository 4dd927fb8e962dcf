"""who looked at what kind of data."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('access_entry',
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('role', sa.String(length=5), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.CheckConstraint("role IN ('staff', 'lead', 'hr')", name=op.f('ck_access_entry_role')),
    sa.CheckConstraint("kind IN ('people')", name=op.f('ck_access_entry_kind')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_access_entry_organisation_id')),
    sa.PrimaryKeyConstraint('organisation_id', 'day', 'role', 'kind', name=op.f('pk_access_entry'))
    )


def downgrade() -> None:
    op.drop_table('access_entry')
