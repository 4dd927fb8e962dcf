"""what is published of a block."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
Instant = sqlmodel.sql.sqltypes.UTCDateTime
RULES = (
    ('node', "node IN ('organisation', 'unit', 'team', 'leads')"),
    ('dimension', "dimension IN ('D1', 'D2', 'D3', 'D4', 'D5', 'D6')"),
    ('form', "form IN ('band', 'figure')"),
    ('band', "band IN ('first_steps', 'under_way', 'regular', 'strong')"),
    ('reliability', "reliability IN ('good', 'fair', 'low')"),
    ('tenths', "(form = 'figure') = (tenths IS NOT NULL)"),
)


def upgrade() -> None:
    op.create_table('block_publication',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('block', sa.Integer(), nullable=False),
    sa.Column('instrument', String(length=28), nullable=False),
    sa.Column('published_at', Instant(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_block_publication_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_block_publication')),
    sa.UniqueConstraint('organisation_id', 'block', name=op.f('uq_block_publication_organisation_id_block'))
    )
    op.create_table('block_result',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('publication_id', sa.Integer(), nullable=False),
    sa.Column('node', String(length=12), nullable=False),
    sa.Column('node_id', sa.Integer(), nullable=False),
    sa.Column('dimension', String(length=2), nullable=False),
    sa.Column('form', String(length=6), nullable=False),
    sa.Column('band', String(length=11), nullable=False),
    sa.Column('tenths', sa.Integer(), nullable=True),
    sa.Column('people', String(length=5), nullable=False),
    sa.Column('reliability', String(length=4), nullable=False),
    *(sa.CheckConstraint(rule, name=op.f(f'ck_block_result_{name}')) for name, rule in RULES),
    sa.ForeignKeyConstraint(['publication_id'], ['block_publication.id'], name=op.f('fk_block_result_publication_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_block_result')),
    sa.UniqueConstraint('publication_id', 'node', 'node_id', 'dimension', name=op.f('uq_block_result_publication_id_node_node_id_dimension'))
    )


def downgrade() -> None:
    op.drop_table('block_result')
    op.drop_table('block_publication')
