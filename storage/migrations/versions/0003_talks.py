"""talks, follow-ups, own prompts and wishes."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
DIMENSIONS = "('D1', 'D2', 'D3', 'D4', 'D5', 'D6')"
EARLIER_OUTCOMES = "'done', 'not_yet', 'did_not_fit', 'not_relevant', 'knew', 'partly', 'did_not_know', 'heard'"
OUTCOMES = EARLIER_OUTCOMES.replace("'not_relevant'", "'not_relevant', 'too_much'")
RESULTS = "'came', 'otherwise', 'not_come', 'knew', 'partly', 'did_not_know', 'taken_up', 'lapsed'"
WORKDAYS = 'mon,tue,wed,thu,fri'
EARLIER_KINDS = (
    "kind IN ('prompt', 'checkin', 'reminder', 'close', 'points_post', 'lead_summary', 'champion', 'alert')"
)
KINDS = EARLIER_KINDS.replace("'reminder'", "'reminder', 'follow_up'")
PERSON_CHECKS = (
    ('focus', f'focus IN {DIMENSIONS}'),
    ('profile', "profile IN ('desk', 'field', 'lead', 'backoffice')"),
    ('motivation', "motivation IN ('meaning', 'mastery', 'team', 'ease')"),
)
ORGANISATION_CHECKS = (
    ('customer_word', "customer_word IN ('customer', 'resident', 'patient', 'contact')"),
    ('theme', f'theme IN {DIMENSIONS}'),
)


def check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=op.f(f'ck_{table}_{name}'))


def change_outcomes(batch, outcomes: str) -> None:
    batch.drop_constraint(op.f('ck_practice_outcome'), type_='check')
    batch.create_check_constraint(op.f('ck_practice_outcome'), f'outcome IN ({outcomes})')


def change_kinds(kinds: str) -> None:
    with op.batch_alter_table('schedule') as batch:
        batch.drop_constraint(op.f('ck_schedule_kind'), type_='check')
        batch.create_check_constraint(op.f('ck_schedule_kind'), kinds)


def add_follow_up_schedules() -> None:
    """Every programme brings back what was practised: on its working days at two."""
    change_kinds(KINDS)
    op.execute(
        "INSERT INTO schedule (kind, next_due, organisation_id, weekdays, at, every_weeks, anchor, window_minutes, paused, version, own_slot)"
        f" SELECT 'follow_up', next_due, organisation_id, '{WORKDAYS}', '14:00:00', 1, anchor, 180, paused, 1, own_slot"
        " FROM schedule WHERE kind = 'checkin' AND unit_id IS NULL AND team_id IS NULL AND role IS NULL"
    )


def drop_follow_up_schedules() -> None:
    new = "SELECT id FROM schedule WHERE kind = 'follow_up'"
    occurrences = f'SELECT id FROM occurrence WHERE schedule_id IN ({new})'
    for statement in (
        f'DELETE FROM left_out WHERE occurrence_id IN ({occurrences})',
        f'DELETE FROM delivery WHERE occurrence_id IN ({occurrences})',
        f'DELETE FROM occurrence WHERE schedule_id IN ({new})',
        "DELETE FROM schedule WHERE kind = 'follow_up'",
    ):
        op.execute(statement)
    change_kinds(EARLIER_KINDS)


def upgrade() -> None:
    create_tables()
    extend_checkins()
    add_follow_up_schedules()
    op.execute(
        'INSERT INTO practice_note (practice_id, number, code, text)'
        ' SELECT id, 0, COALESCE(choice, outcome), text FROM practice'
        " WHERE outcome NOT IN ('not_yet', 'not_relevant')"
    )
    with op.batch_alter_table('practice') as batch:
        change_outcomes(batch, OUTCOMES)
        batch.drop_column('choice')
        batch.drop_column('text')
    with op.batch_alter_table('organisation') as batch:
        batch.add_column(sa.Column('customer_word', String(length=8), nullable=False, server_default='customer'))
        batch.add_column(sa.Column('theme', String(length=2), nullable=True))
        batch.add_column(sa.Column('why', String(length=2000), nullable=True))
        for name, rule in ORGANISATION_CHECKS:
            batch.create_check_constraint(op.f(f'ck_organisation_{name}'), rule)
    with op.batch_alter_table('person') as batch:
        batch.add_column(sa.Column('focus', String(length=2), nullable=True))
        batch.add_column(sa.Column('focus_block', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('profile', String(length=10), nullable=True))
        batch.add_column(sa.Column('motivation', String(length=7), nullable=True))
        batch.add_column(sa.Column('series', String(length=40), nullable=True))
        for name, rule in PERSON_CHECKS:
            batch.create_check_constraint(op.f(f'ck_person_{name}'), rule)


def create_tables() -> None:
    op.create_table('practice_note',
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('code', String(length=20), nullable=True),
    sa.Column('text', String(length=500), nullable=True),
    check('practice_note', 'number', 'number >= 0'),
    sa.ForeignKeyConstraint(['practice_id'], ['practice.id'], name=op.f('fk_practice_note_practice_id')),
    sa.PrimaryKeyConstraint('practice_id', 'number', name=op.f('pk_practice_note'))
    )
    op.create_table('prompt_file',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('name', String(length=100), nullable=False),
    sa.Column('content', String(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_prompt_file_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_prompt_file')),
    sa.UniqueConstraint('organisation_id', 'name', name=op.f('uq_prompt_file_organisation_id_name'))
    )
    op.create_table('challenge',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('series', String(length=40), nullable=False),
    sa.Column('begins', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_challenge_team_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_challenge')),
    sa.UniqueConstraint('team_id', 'begins', name=op.f('uq_challenge_team_id_begins'))
    )
    op.create_table('follow_up',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('practice_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('delivery_id', sa.Integer(), nullable=True),
    sa.Column('result', String(length=12), nullable=True),
    check('follow_up', 'number', 'number >= 0'),
    check('follow_up', 'result', f'result IN ({RESULTS})'),
    sa.ForeignKeyConstraint(['practice_id'], ['practice.id'], name=op.f('fk_follow_up_practice_id')),
    sa.ForeignKeyConstraint(['delivery_id'], ['delivery.id'], name=op.f('fk_follow_up_delivery_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_follow_up')),
    sa.UniqueConstraint('practice_id', 'number', name=op.f('uq_follow_up_practice_id_number')),
    sa.UniqueConstraint('delivery_id', name=op.f('uq_follow_up_delivery_id'))
    )
    op.create_index('ix_follow_up_due_on', 'follow_up', ['due_on'], unique=False)


def extend_checkins() -> None:
    with op.batch_alter_table('rating') as batch:
        batch.add_column(sa.Column('instrument', String(length=28), nullable=False, server_default='1'))
        batch.add_column(sa.Column('named', sa.Boolean(), nullable=True))
        batch.create_check_constraint(op.f('ck_rating_named'), 'named IS NULL OR value >= 4')
    op.create_table('open_answer',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('week', sa.Integer(), nullable=False),
    sa.Column('text', String(length=500), nullable=True),
    check('open_answer', 'week', 'week >= 0'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_open_answer_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'week', name=op.f('pk_open_answer'))
    )
    op.create_table('customer_view',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('week', sa.Integer(), nullable=False),
    sa.Column('dimension', String(length=2), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    check('customer_view', 'dimension', f'dimension IN {DIMENSIONS}'),
    check('customer_view', 'week', 'week >= 0'),
    check('customer_view', 'value', 'value BETWEEN 1 AND 5'),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_customer_view_person_id')),
    sa.PrimaryKeyConstraint('person_id', 'week', name=op.f('pk_customer_view'))
    )


def downgrade() -> None:
    for table in ('customer_view', 'open_answer'):
        op.drop_table(table)
    with op.batch_alter_table('rating') as batch:
        batch.drop_constraint(op.f('ck_rating_named'), type_='check')
        for column in ('named', 'instrument'):
            batch.drop_column(column)
    with op.batch_alter_table('person') as batch:
        for name, _ in PERSON_CHECKS:
            batch.drop_constraint(op.f(f'ck_person_{name}'), type_='check')
        for column in ('series', 'motivation', 'profile', 'focus_block', 'focus'):
            batch.drop_column(column)
    with op.batch_alter_table('organisation') as batch:
        for name, _ in ORGANISATION_CHECKS:
            batch.drop_constraint(op.f(f'ck_organisation_{name}'), type_='check')
        for column in ('why', 'theme', 'customer_word'):
            batch.drop_column(column)
    op.execute("UPDATE practice SET outcome = 'not_relevant' WHERE outcome = 'too_much'")
    with op.batch_alter_table('practice') as batch:
        batch.add_column(sa.Column('choice', String(length=20), nullable=True))
        batch.add_column(sa.Column('text', String(length=500), nullable=True))
        change_outcomes(batch, EARLIER_OUTCOMES)
    op.execute(
        "UPDATE practice SET text = (SELECT text FROM practice_note n WHERE n.practice_id = practice.id AND n.number = 0)"
    )
    op.execute(
        "UPDATE practice SET choice = (SELECT code FROM practice_note n WHERE n.practice_id = practice.id AND n.number = 0)"
        " WHERE outcome = 'heard'"
    )
    op.execute('UPDATE follow_up SET delivery_id = NULL')
    drop_follow_up_schedules()
    for table in ('follow_up', 'challenge', 'prompt_file', 'practice_note'):
        op.drop_table(table)
