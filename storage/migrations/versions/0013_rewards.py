"""rewards of teams."""

import sqlalchemy as sa
from alembic import op

revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    import sqlmodel

    instant = sqlmodel.sql.sqltypes.UTCDateTime
    op.create_table('reward',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('content_id', sa.String(length=32), nullable=True),
    sa.Column('title', sa.String(length=80), nullable=True),
    sa.Column('kind', sa.String(length=11), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('cost', sa.Integer(), nullable=False),
    sa.Column('needs_tax_review', sa.Boolean(), nullable=False),
    sa.Column('offered', sa.Boolean(), nullable=False),
    sa.CheckConstraint("kind IN ('time', 'learning', 'visit', 'recognition', 'donation')", name=op.f('ck_reward_kind')),
    sa.CheckConstraint('level BETWEEN 1 AND 3', name=op.f('ck_reward_level')),
    sa.CheckConstraint('cost >= 0', name=op.f('ck_reward_cost')),
    sa.CheckConstraint('(content_id IS NULL) = (title IS NOT NULL)', name=op.f('ck_reward_title')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_reward_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reward')),
    sa.UniqueConstraint('organisation_id', 'content_id', name=op.f('uq_reward_organisation_id_content_id'))
    )
    op.create_table('team_reward',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('reward_id', sa.Integer(), nullable=True),
    sa.Column('tax_reviewed_at', instant(), nullable=True),
    sa.Column('approved_at', instant(), nullable=True),
    sa.Column('approved_by', sa.Integer(), nullable=True),
    sa.Column('handed_out_on', sa.Date(), nullable=True),
    sa.CheckConstraint('level BETWEEN 1 AND 3', name=op.f('ck_team_reward_level')),
    sa.CheckConstraint('reward_id IS NOT NULL OR approved_at IS NULL', name=op.f('ck_team_reward_approved')),
    sa.CheckConstraint('approved_at IS NOT NULL OR handed_out_on IS NULL', name=op.f('ck_team_reward_handed_out')),
    sa.ForeignKeyConstraint(['approved_by'], ['person.id'], name=op.f('fk_team_reward_approved_by')),
    sa.ForeignKeyConstraint(['reward_id'], ['reward.id'], name=op.f('fk_team_reward_reward_id')),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_team_reward_team_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_reward')),
    sa.UniqueConstraint('team_id', 'quarter', name=op.f('uq_team_reward_team_id_quarter'))
    )
    op.create_table('ballot',
    sa.Column('team_reward_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('reward_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_ballot_person_id')),
    sa.ForeignKeyConstraint(['reward_id'], ['reward.id'], name=op.f('fk_ballot_reward_id')),
    sa.ForeignKeyConstraint(['team_reward_id'], ['team_reward.id'], name=op.f('fk_ballot_team_reward_id')),
    sa.PrimaryKeyConstraint('team_reward_id', 'person_id', name=op.f('pk_ballot'))
    )


def downgrade() -> None:
    op.drop_table('ballot')
    op.drop_table('team_reward')
    op.drop_table('reward')
