"""what follows two quarters of points, and the champion's thanks."""

import sqlalchemy as sa
from alembic import op

revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('organisation') as batch:
        batch.add_column(sa.Column('recognition_used', sa.Boolean(), nullable=False, server_default=sa.true()))
        batch.add_column(sa.Column('points_review_week', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('points_decision', sa.String(length=11), nullable=True))
        batch.create_check_constraint(
            op.f('ck_organisation_points_decision'),
            "points_decision IN ('continue', 'recognition', 'end')",
        )
    op.execute(
        "UPDATE organisation SET points_review_week = COALESCE((SELECT MAX(week) + 26 FROM week_close"
        " WHERE organisation_id = organisation.id), 25) WHERE points_used"
    )
    op.add_column('learning', sa.Column('thanked_on', sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column('learning', 'thanked_on')
    with op.batch_alter_table('organisation') as batch:
        batch.drop_constraint(op.f('ck_organisation_points_decision'), type_='check')
        batch.drop_column('points_decision')
        batch.drop_column('points_review_week')
        batch.drop_column('recognition_used')
