"""languages are data: which there are stands in a file, no longer in the database."""

from alembic import op

revision = '0030'
down_revision = '0028'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('person') as batch:
        batch.drop_constraint('language', type_='check')


def downgrade() -> None:
    op.execute("UPDATE person SET language = NULL WHERE language NOT IN ('en', 'fi', 'sv')")
    with op.batch_alter_table('person') as batch:
        batch.create_check_constraint('language', "language IN ('en', 'fi', 'sv')")
