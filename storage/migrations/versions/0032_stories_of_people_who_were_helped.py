"""stories of people who were helped."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('story',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('language', sqlmodel.sql.sqltypes.AutoString(length=8), nullable=False),
    sa.Column('text', sqlmodel.sql.sqltypes.AutoString(length=500), nullable=True),
    sa.Column('shown_from', sa.Date(), nullable=False),
    sa.Column('decided_on', sa.Date(), nullable=True),
    sa.Column('dimension', sqlmodel.sql.sqltypes.AutoString(length=2), nullable=True),
    sa.Column('declined_for', sqlmodel.sql.sqltypes.AutoString(length=16), nullable=True),
    sa.Column('told_on', sa.Date(), nullable=True),
    sa.CheckConstraint("declined_for IN ('recognisable', 'unkind', 'nobody_helped', 'unclear')", name=op.f('ck_story_declined_for')),
    sa.CheckConstraint("dimension IN ('D1', 'D2', 'D3', 'D4', 'D5', 'D6')", name=op.f('ck_story_dimension')),
    sa.CheckConstraint('(decided_on IS NOT NULL) = (dimension IS NOT NULL OR declined_for IS NOT NULL) AND (dimension IS NULL OR declined_for IS NULL)', name=op.f('ck_story_decided')),
    sa.CheckConstraint('(declined_for IS NULL) = (text IS NOT NULL)', name=op.f('ck_story_declined')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_story_organisation_id')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_story_person_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story'))
    )
    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('stories_used', sa.Boolean(), nullable=False, server_default=sa.false()))

    with op.batch_alter_table('practice', schema=None) as batch_op:
        batch_op.add_column(sa.Column('story_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_practice_story_id'), ['story_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_practice_story_id'), 'story', ['story_id'], ['id'])


def downgrade() -> None:
    with op.batch_alter_table('practice', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_practice_story_id'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_practice_story_id'))
        batch_op.drop_column('story_id')

    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.drop_column('stories_used')

    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_person_id'))
        batch_op.drop_index(batch_op.f('ix_story_organisation_id'))

    op.drop_table('story')
