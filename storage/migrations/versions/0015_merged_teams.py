"""teams that were merged, and what they carried over."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

EVENTS = ("UPDATE", "DELETE")
REFUSES = """
    CREATE TRIGGER points_entry_no_{event} BEFORE {event} ON points_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""
BEFORE = "component IN ('took_part', 'practised', 'shared', 'tried_across', 'customer_voice')"
SINCE = "component IN ('took_part', 'practised', 'shared', 'tried_across', 'customer_voice', 'carried')"


def upgrade() -> None:
    with op.batch_alter_table('team') as batch:
        batch.add_column(sa.Column('merged_into', sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f('fk_team_merged_into'), 'team', ['merged_into'], ['id'])
    components(SINCE)


def downgrade() -> None:
    components(BEFORE)
    with op.batch_alter_table('team') as batch:
        batch.drop_constraint(op.f('fk_team_merged_into'), type_='foreignkey')
        batch.drop_column('merged_into')


def components(rule: str) -> None:
    """Change what an entry can be for; SQLite builds the table anew, and its triggers go with it."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if on_sqlite:
        for event in EVENTS:
            op.execute(f"DROP TRIGGER points_entry_no_{event}")
    with op.batch_alter_table('points_entry') as batch:
        batch.drop_constraint(op.f('ck_points_entry_component'), type_='check')
        batch.create_check_constraint(op.f('ck_points_entry_component'), rule)
    if on_sqlite:
        for event in EVENTS:
            op.execute(REFUSES.format(event=event))
