"""what a merged team brings and is owed goes with its people; weeks that were not counted; what teams are told."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0025'
down_revision = "0024"
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
EARLIER_KINDS = (
    "kind IN ('prompt', 'checkin', 'reminder', 'follow_up', 'close', 'points_post', 'lead_summary',"
    " 'champion', 'alert')"
)
KINDS = EARLIER_KINDS[:-1] + ", 'moment')"
OF_SCHEDULE = sa.text('moment_id IS NULL')
EVENTS = ("UPDATE", "DELETE")
REFUSES = """
    CREATE TRIGGER points_entry_no_{event} BEFORE {event} ON points_entry
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""
EARNED_BEFORE = sa.text("reverses_id IS NULL")
EARNED = sa.text("reverses_id IS NULL AND component <> 'carried'")
OPEN = sa.text('reward_id IS NULL')
REACHED = """
    INSERT INTO moment (kind, team_id, day, quarter, level, planned)
    SELECT 'level', team.id, programme_start, CAST(:quarter AS INTEGER), CAST(:level AS INTEGER), 1 = 1
    FROM organisation JOIN unit ON organisation.id = organisation_id JOIN team ON unit.id = unit_id
    WHERE team.id = :team
"""
COUNTED_SO_FAR = """
    INSERT INTO counted_week (team_id, week)
    SELECT team.id, week_close.week FROM week_close
    JOIN unit ON unit.organisation_id = week_close.organisation_id JOIN team ON team.unit_id = unit.id
"""


def upgrade() -> None:
    ledger(add=True)
    op.create_table(
        'counted_week',
        sa.Column('team_id', sa.Integer(), nullable=False),
        sa.Column('week', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_counted_week_team_id')),
        sa.PrimaryKeyConstraint('team_id', 'week', name=op.f('pk_counted_week')),
    )
    op.execute(COUNTED_SO_FAR)
    with op.batch_alter_table('team_reward') as batch:
        batch.add_column(sa.Column('won_by', sa.Integer(), nullable=True))
    op.execute('UPDATE team_reward SET won_by = team_id')
    with op.batch_alter_table('team_reward') as batch:
        batch.alter_column('won_by', nullable=False)
        batch.create_foreign_key(op.f('fk_team_reward_won_by'), 'team', ['won_by'], ['id'])
        batch.drop_constraint(op.f('uq_team_reward_team_id_quarter'), type_='unique')
        batch.create_unique_constraint(op.f('uq_team_reward_won_by_quarter'), ['won_by', 'quarter'])
    go_with_their_people()
    tell_moments()
    know_what_was_reached()
    op.create_index(op.f('ix_team_reward_team_id'), 'team_reward', ['team_id'])
    op.create_index('uq_team_reward_open', 'team_reward', ['team_id'], unique=True, sqlite_where=OPEN, postgresql_where=OPEN)


def downgrade() -> None:
    tell_no_moments()
    op.drop_index('uq_team_reward_open', table_name='team_reward')
    op.drop_index(op.f('ix_team_reward_team_id'), table_name='team_reward')
    op.drop_table('counted_week')
    op.execute('UPDATE team_reward SET team_id = won_by')
    with op.batch_alter_table('team_reward') as batch:
        batch.drop_constraint(op.f('uq_team_reward_won_by_quarter'), type_='unique')
        batch.create_unique_constraint(op.f('uq_team_reward_team_id_quarter'), ['team_id', 'quarter'])
        batch.drop_constraint(op.f('fk_team_reward_won_by'), type_='foreignkey')
        batch.drop_column('won_by')
    ledger(add=False)


def tell_moments() -> None:
    op.create_table(
        'moment',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('kind', String(length=15), nullable=False),
        sa.Column('team_id', sa.Integer(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('quarter', sa.Integer(), nullable=True),
        sa.Column('level', sa.Integer(), nullable=True),
        sa.Column('team_reward_id', sa.Integer(), nullable=True),
        sa.Column('challenge_id', sa.Integer(), nullable=True),
        sa.Column('planned', sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('level', 'vote_opened', 'vote_closed', 'challenge_ended')", name=op.f('ck_moment_kind')),
        sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_moment_team_id')),
        sa.ForeignKeyConstraint(['team_reward_id'], ['team_reward.id'], name=op.f('fk_moment_team_reward_id'), ondelete='SET NULL'),
        sa.ForeignKeyConstraint(['challenge_id'], ['challenge.id'], name=op.f('fk_moment_challenge_id')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_moment')),
        sa.UniqueConstraint('team_id', 'quarter', 'level', name=op.f('uq_moment_team_id_quarter_level')),
        sa.UniqueConstraint('kind', 'team_reward_id', name=op.f('uq_moment_kind_team_reward_id')),
        sa.UniqueConstraint('challenge_id', name=op.f('uq_moment_challenge_id')),
    )
    waits = sa.text('NOT planned')
    op.create_index('ix_moment_waits', 'moment', ['id'], sqlite_where=waits, postgresql_where=waits)
    with op.batch_alter_table('occurrence') as batch:
        batch.add_column(sa.Column('moment_id', sa.Integer(), nullable=True))
        batch.create_foreign_key(op.f('fk_occurrence_moment_id'), 'moment', ['moment_id'], ['id'])
        batch.create_unique_constraint(op.f('uq_occurrence_moment_id_day'), ['moment_id', 'day'])
        batch.drop_constraint(op.f('uq_occurrence_schedule_id_day'), type_='unique')
    op.create_index('uq_occurrence_of_schedule', 'occurrence', ['schedule_id', 'day'], unique=True, sqlite_where=OF_SCHEDULE, postgresql_where=OF_SCHEDULE)
    schedules_may_be(KINDS)


def know_what_was_reached() -> None:
    """Tell nobody as news of the levels that teams have reached before."""
    run = op.get_bind().execute
    closed = sa.text('SELECT organisation_id, MAX(week) FROM week_close GROUP BY organisation_id')
    totals = sa.text(
        'SELECT team_id, SUM(points) FROM points_entry JOIN team ON team.id = team_id JOIN unit ON unit.id = unit_id'
        ' WHERE organisation_id = :organisation AND week >= :first GROUP BY team_id'
    )
    for organisation, week in run(closed).all():
        quarter = week // 13
        for team, total in run(totals, {'organisation': organisation, 'first': quarter * 13}).all():
            if level := sum(total >= least for least in (600, 780, 960)):
                known = {'team': team, 'quarter': quarter, 'level': level}
                run(sa.text(REACHED), known)


def tell_no_moments() -> None:
    moments = "(SELECT id FROM occurrence WHERE moment_id IS NOT NULL)"
    for table in ('delivery', 'left_out', 'delivery_count'):
        op.execute(f'DELETE FROM {table} WHERE occurrence_id IN {moments}')
    op.execute('DELETE FROM occurrence WHERE moment_id IS NOT NULL')
    op.execute("DELETE FROM schedule WHERE kind = 'moment'")
    schedules_may_be(EARLIER_KINDS)
    op.drop_index('uq_occurrence_of_schedule', table_name='occurrence')
    with op.batch_alter_table('occurrence') as batch:
        batch.drop_constraint(op.f('uq_occurrence_moment_id_day'), type_='unique')
        batch.drop_constraint(op.f('fk_occurrence_moment_id'), type_='foreignkey')
        batch.drop_column('moment_id')
        batch.create_unique_constraint(op.f('uq_occurrence_schedule_id_day'), ['schedule_id', 'day'])
    op.drop_table('moment')


def schedules_may_be(kinds: str) -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.drop_constraint(op.f('ck_schedule_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_schedule_kind'), kinds)


def go_with_their_people() -> None:
    """Let what merged teams are owed be their receivers'; two open votes become the higher one."""
    run = op.get_bind().execute
    into = dict(run(sa.text('SELECT id, merged_into FROM team WHERE merged_into IS NOT NULL')).all())
    voting: dict[int, tuple[int, int]] = {}  # by team: level, and the older one first
    owed = sa.text('SELECT id, team_id, level, reward_id FROM team_reward WHERE handed_out_on IS NULL ORDER BY id')
    found = []
    for row, team, level, reward in run(owed).all():
        place = team
        while place in into:
            place = into[place]
        found.append((row, place, reward))
        if reward is None:
            voting[place] = max(voting.get(place, (0, 0)), (level, -row))
    for row, place, reward in found:
        kept = -voting[place][1] if reward is None else row
        if kept == row:
            run(sa.text('UPDATE team_reward SET team_id = :place WHERE id = :row'), {'row': row, 'place': place})
            continue
        there = 'SELECT person_id FROM ballot WHERE team_reward_id = :kept'
        for statement in (
            f'DELETE FROM ballot WHERE team_reward_id = :row AND person_id IN ({there})',
            'UPDATE ballot SET team_reward_id = :kept WHERE team_reward_id = :row',
        ):
            run(sa.text(statement), {'row': row, 'kept': kept})
        run(sa.text('DELETE FROM team_reward WHERE id = :row'), {'row': row})


def ledger(*, add: bool) -> None:
    """Change the ledger; SQLite builds the table anew, and its triggers go with it."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    if on_sqlite:
        for event in EVENTS:
            op.execute(f"DROP TRIGGER points_entry_no_{event}")
    op.drop_index('uq_points_entry_earned', table_name='points_entry')
    with op.batch_alter_table('points_entry') as batch:
        if add:
            batch.add_column(sa.Column('carried_from', sa.Integer(), nullable=True))
            batch.create_foreign_key(op.f('fk_points_entry_carried_from'), 'team', ['carried_from'], ['id'])
            batch.create_unique_constraint(op.f('uq_points_entry_carried_from'), ['carried_from'])
        else:
            batch.drop_constraint(op.f('uq_points_entry_carried_from'), type_='unique')
            batch.drop_constraint(op.f('fk_points_entry_carried_from'), type_='foreignkey')
            batch.drop_column('carried_from')
    where = EARNED if add else EARNED_BEFORE
    op.create_index('uq_points_entry_earned', 'points_entry', ['team_id', 'week', 'component'], unique=True, sqlite_where=where, postgresql_where=where)
    if on_sqlite:
        for event in EVENTS:
            op.execute(REFUSES.format(event=event))
