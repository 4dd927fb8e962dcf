"""plans that are looked at again, and values that nobody knows any more."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
EARLIER_REASONS = (
    "reason IN ('holiday', 'day_off', 'quiet_hours', 'off_shift', 'away', 'silent', 'cap',"
    " 'crisis', 'not_needed')"
)
REASONS = EARLIER_REASONS[:-1] + ", 'paused', 'changed')"


def upgrade() -> None:
    with op.batch_alter_table('left_out') as batch:
        batch.drop_constraint(op.f('ck_left_out_reason'), type_='check')
        batch.create_check_constraint(op.f('ck_left_out_reason'), REASONS)
    with op.batch_alter_table('delivery') as batch:
        batch.add_column(sa.Column('reason', String(length=11), nullable=True))
        batch.create_check_constraint(op.f('ck_delivery_reason'), REASONS)
    with op.batch_alter_table('person') as batch:
        batch.add_column(sa.Column('newly_placed', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('person') as batch:
        batch.alter_column('newly_placed', server_default=None)
    for table in ('organisation', 'unit'):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column('known_timezone', String(length=64), nullable=True))
            batch.add_column(sa.Column('known_country', String(length=2), nullable=True))
            batch.add_column(sa.Column('known_region', String(length=8), nullable=True))
            batch.add_column(sa.Column('told_unknown', sa.Boolean(), server_default=sa.false(), nullable=False))
        with op.batch_alter_table(table) as batch:
            batch.alter_column('told_unknown', server_default=None)
    with op.batch_alter_table('organisation') as batch:
        batch.add_column(sa.Column('messages_per_second', sa.Float(), server_default='30', nullable=False))
    with op.batch_alter_table('organisation') as batch:
        batch.alter_column('messages_per_second', server_default=None)
    op.create_index('ix_person_newly_placed', 'person', ['id'], unique=False, sqlite_where=sa.text('newly_placed'), postgresql_where=sa.text('newly_placed'))


def downgrade() -> None:
    op.drop_index('ix_person_newly_placed', table_name='person')
    with op.batch_alter_table('organisation') as batch:
        batch.drop_column('messages_per_second')
    for table in ('unit', 'organisation'):
        with op.batch_alter_table(table) as batch:
            for column in ('told_unknown', 'known_region', 'known_country', 'known_timezone'):
                batch.drop_column(column)
    with op.batch_alter_table('person') as batch:
        batch.drop_column('newly_placed')
    with op.batch_alter_table('delivery') as batch:
        batch.drop_constraint(op.f('ck_delivery_reason'), type_='check')
        batch.drop_column('reason')
    op.execute("DELETE FROM left_out WHERE reason IN ('paused', 'changed')")
    with op.batch_alter_table('left_out') as batch:
        batch.drop_constraint(op.f('ck_left_out_reason'), type_='check')
        batch.create_check_constraint(op.f('ck_left_out_reason'), EARLIER_REASONS)
