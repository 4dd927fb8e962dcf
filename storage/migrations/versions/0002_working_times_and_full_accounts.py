"""working times and full accounts."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
Instant = sqlmodel.sql.sqltypes.UTCDateTime
HOURS = "opens IS NULL OR closes IS NULL OR opens < closes"
EARLIER_KINDS = "kind IN ('prompt', 'checkin', 'reminder', 'close', 'points_post')"
KINDS = EARLIER_KINDS[:-1] + ", 'lead_summary', 'champion', 'alert')"
ROLES = "role IN ('staff', 'lead')"
REASONS = (
    "reason IN ('holiday', 'day_off', 'quiet_hours', 'off_shift', 'away', 'silent', 'cap',"
    " 'crisis', 'not_needed')"
)
WORKDAYS = 'mon,tue,wed,thu,fri'


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f'ck_{table}_{name}'))


NEW_SCHEDULE_CHECKS = (
    ('role', ROLES),
    ('days', 'first IS NULL OR last IS NULL OR first <= last'),
    ('texts', "(kind = 'champion') = (texts IS NOT NULL)"),
)


def add_check(batch, table: str, name: str, rule: str) -> None:
    batch.create_check_constraint(op.f(f'ck_{table}_{name}'), rule)


def drop_check(batch, table: str, name: str) -> None:
    batch.drop_constraint(op.f(f'ck_{table}_{name}'), type_='check')


def upgrade() -> None:
    create_tables()
    extend_people_and_places()
    extend_schedules()
    extend_deliveries()


def create_tables() -> None:
    op.create_table('crisis_pause',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('since', Instant(), nullable=False),
    sa.Column('until', Instant(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_crisis_pause_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_crisis_pause'))
    )
    op.create_index('uq_crisis_pause_current', 'crisis_pause', ['organisation_id'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
    op.create_table('own_shift',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('begins', Instant(), nullable=False),
    sa.Column('ends', Instant(), nullable=False),
    check('own_shift', 'span', 'begins < ends'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_own_shift_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_shift')),
    sa.UniqueConstraint('person_id', 'day', name=op.f('uq_own_shift_person_id_day'))
    )
    op.create_index(op.f('ix_own_shift_day'), 'own_shift', ['day'], unique=False)
    op.create_table('left_out',
    sa.Column('occurrence_id', sa.Integer(), nullable=False),
    sa.Column('reason', String(length=11), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    check('left_out', 'reason', REASONS),
    sa.ForeignKeyConstraint(['occurrence_id'], ['occurrence.id'], name=op.f('fk_left_out_occurrence_id')),
    sa.PrimaryKeyConstraint('occurrence_id', 'reason', name=op.f('pk_left_out'))
    )


def extend_people_and_places() -> None:
    for column in (
        sa.Column('timezone', String(length=64), nullable=True),
        sa.Column('slot', sa.Time(), nullable=True),
        sa.Column('heard_week', sa.Integer(), nullable=True),
        sa.Column('pause_asked', sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column('person', column)
    with op.batch_alter_table('organisation') as batch:
        batch.add_column(sa.Column('country', String(length=2), nullable=True))
        batch.add_column(sa.Column('region', String(length=8), nullable=True))
        batch.add_column(sa.Column('workdays', String(length=27), nullable=False, server_default=WORKDAYS))
        batch.add_column(sa.Column('opens', sa.Time(), nullable=False, server_default='07:30:00.000000'))
        batch.add_column(sa.Column('closes', sa.Time(), nullable=False, server_default='17:00:00.000000'))
        add_check(batch, 'organisation', 'hours', HOURS)
    with op.batch_alter_table('unit') as batch:
        batch.add_column(sa.Column('timezone', String(length=64), nullable=True))
        batch.add_column(sa.Column('country', String(length=2), nullable=True))
        batch.add_column(sa.Column('region', String(length=8), nullable=True))
        batch.add_column(sa.Column('workdays', String(length=27), nullable=True))
        batch.add_column(sa.Column('opens', sa.Time(), nullable=True))
        batch.add_column(sa.Column('closes', sa.Time(), nullable=True))
        batch.add_column(sa.Column('works_holidays', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column('in_shifts', sa.Boolean(), nullable=False, server_default=sa.false()))
        add_check(batch, 'unit', 'hours', HOURS)


def extend_schedules() -> None:
    with op.batch_alter_table('position') as batch:
        batch.alter_column('data', existing_type=String(length=2000), type_=String(length=4000), existing_nullable=False)
    with op.batch_alter_table('schedule') as batch:
        batch.add_column(sa.Column('role', String(length=5), nullable=True))
        batch.add_column(sa.Column('own_slot', sa.Boolean(), nullable=False, server_default=sa.false()))
        batch.add_column(sa.Column('first', sa.Date(), nullable=True))
        batch.add_column(sa.Column('last', sa.Date(), nullable=True))
        batch.add_column(sa.Column('texts', String(length=4000), nullable=True))
        drop_check(batch, 'schedule', 'kind')
        for name, rule in (('kind', KINDS), *NEW_SCHEDULE_CHECKS):
            add_check(batch, 'schedule', name, rule)
    op.execute(copied_schedule("'lead_summary'", 'next_due', "kind = 'points_post'"))
    op.execute(copied_schedule("'alert'", 'NULL', "kind = 'close'"))


def copied_schedule(kind: str, next_due: str, which: str) -> str:
    """Leads get their own summary when the points are posted; alerts come when there are any."""
    columns = 'organisation_id, unit_id, team_id, weekdays, at, every_weeks, anchor, window_minutes, paused, version, own_slot'
    values = columns
    if 'alert' in kind:
        values = columns.replace('weekdays, at', f"'{WORKDAYS}', '08:30:00'").replace('window_minutes', '480')
    return f'INSERT INTO schedule (kind, next_due, {columns}) SELECT {kind}, {next_due}, {values} FROM schedule WHERE {which}'


def extend_deliveries() -> None:
    op.add_column('delivery', sa.Column('useful_until', Instant(), nullable=True))
    op.add_column('delivery', sa.Column('leased_until', Instant(), nullable=True))
    op.add_column('delivery', sa.Column('asks_pause', sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column('occurrence', sa.Column('week', sa.Integer(), nullable=True))
    op.add_column('occurrence', sa.Column('audience', sa.Integer(), nullable=False, server_default='0'))
    op.execute('UPDATE delivery SET useful_until = (SELECT useful_until FROM occurrence o WHERE o.id = delivery.occurrence_id)')
    op.execute('UPDATE occurrence SET audience = (SELECT count(*) FROM delivery d WHERE d.occurrence_id = occurrence.id)')
    on_sqlite = op.get_bind().dialect.name == 'sqlite'
    days = 'CAST(julianday(occurrence.day) - julianday(o.programme_start) AS INTEGER)' if on_sqlite else '(occurrence.day - o.programme_start)'
    op.execute(f'UPDATE occurrence SET week = (SELECT {days} / 7 FROM schedule s JOIN organisation o ON o.id = s.organisation_id WHERE s.id = occurrence.schedule_id)')
    with op.batch_alter_table('delivery') as batch:
        batch.alter_column('useful_until', existing_type=Instant(), nullable=False)
        batch.create_index('ix_delivery_leased', ['leased_until'], unique=False, sqlite_where=sa.text('leased_until IS NOT NULL'), postgresql_where=sa.text('leased_until IS NOT NULL'))
    with op.batch_alter_table('occurrence') as batch:
        batch.alter_column('week', existing_type=sa.Integer(), nullable=False)
        batch.drop_column('useful_until')
        batch.create_index('ix_occurrence_day', ['day'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('occurrence') as batch:
        batch.add_column(sa.Column('useful_until', Instant(), nullable=True))
        batch.drop_index('ix_occurrence_day')
        batch.drop_column('audience')
        batch.drop_column('week')
    op.execute('UPDATE occurrence SET useful_until = COALESCE((SELECT max(useful_until) FROM delivery d WHERE d.occurrence_id = occurrence.id), due)')
    with op.batch_alter_table('occurrence') as batch:
        batch.alter_column('useful_until', existing_type=Instant(), nullable=False)
    op.drop_index('ix_delivery_leased', 'delivery')
    for column in ('asks_pause', 'leased_until', 'useful_until'):
        op.drop_column('delivery', column)
    for table in ('left_out', 'own_shift', 'crisis_pause'):
        op.drop_table(table)
    new = "SELECT id FROM schedule WHERE kind IN ('lead_summary', 'champion', 'alert')"
    occurrences = f'SELECT id FROM occurrence WHERE schedule_id IN ({new})'
    for statement in (
        f'UPDATE practice SET delivery_id = NULL WHERE delivery_id IN (SELECT id FROM delivery WHERE occurrence_id IN ({occurrences}))',
        f'DELETE FROM delivery WHERE occurrence_id IN ({occurrences})',
        f'DELETE FROM occurrence WHERE schedule_id IN ({new})',
        "DELETE FROM schedule WHERE kind IN ('lead_summary', 'champion', 'alert')",
    ):
        op.execute(statement)
    with op.batch_alter_table('schedule') as batch:
        for name, _ in (('kind', KINDS), *NEW_SCHEDULE_CHECKS):
            drop_check(batch, 'schedule', name)
        for column in ('texts', 'last', 'first', 'own_slot', 'role'):
            batch.drop_column(column)
        add_check(batch, 'schedule', 'kind', EARLIER_KINDS)
    with op.batch_alter_table('position') as batch:
        batch.alter_column('data', existing_type=String(length=4000), type_=String(length=2000), existing_nullable=False)
    for table, columns in (
        ('unit', ('in_shifts', 'works_holidays', 'closes', 'opens', 'workdays', 'region', 'country', 'timezone')),
        ('organisation', ('closes', 'opens', 'workdays', 'region', 'country')),
    ):
        with op.batch_alter_table(table) as batch:
            drop_check(batch, table, 'hours')
            for column in columns:
                batch.drop_column(column)
    for column in ('pause_asked', 'heard_week', 'slot', 'timezone'):
        op.drop_column('person', column)
