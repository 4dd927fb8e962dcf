"""own prompts come in numbered releases, no longer in files."""

import json
import tomllib

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0031'
down_revision = '0030'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table('prompt_release',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=True),
    sa.Column('at', sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
    sa.Column('content', String(), nullable=False),
    sa.CheckConstraint('number >= 1', name=op.f('ck_prompt_release_number')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_prompt_release_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_prompt_release')),
    sa.UniqueConstraint('organisation_id', 'number', name=op.f('uq_prompt_release_organisation_id_number'))
    )
    bind = op.get_bind()
    kept: dict[int, list] = {}
    for organisation, toml in bind.execute(sa.text('SELECT organisation_id, content FROM prompt_file ORDER BY name')):
        try:  # what is no TOML served nobody
            kept.setdefault(organisation, []).extend(tomllib.loads(toml)['prompts'])
        except (tomllib.TOMLDecodeError, KeyError, TypeError):
            continue
    for organisation, prompts in kept.items():
        bind.execute(
            sa.text('INSERT INTO prompt_release (organisation_id, number, at, content) VALUES (:o, 1, CURRENT_TIMESTAMP, :c)'),
            {'o': organisation, 'c': json.dumps({'prompts': prompts, 'older': {}}, ensure_ascii=False, default=str)},
        )
    op.drop_table('prompt_file')


def downgrade() -> None:
    op.create_table('prompt_file',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('name', String(length=100), nullable=False),
    sa.Column('content', String(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_prompt_file_organisation_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_prompt_file')),
    sa.UniqueConstraint('organisation_id', 'name', name=op.f('uq_prompt_file_organisation_id_name'))
    )
    bind = op.get_bind()
    newest = 'SELECT MAX(number) FROM prompt_release n WHERE n.organisation_id = r.organisation_id'
    rows = bind.execute(sa.text(f'SELECT organisation_id, content FROM prompt_release r WHERE number = ({newest})'))
    for organisation, content in rows.all():
        toml = '\n'.join('[[prompts]]\n' + lines_of(each) for each in json.loads(content)['prompts'])
        bind.execute(
            sa.text("INSERT INTO prompt_file (organisation_id, name, content) VALUES (:o, 'own.toml', :c)"),
            {'o': organisation, 'c': toml},
        )
    op.drop_table('prompt_release')


def lines_of(table: dict, inside: str = 'prompts') -> str:
    """Write a table as TOML: its values first, then the tables in it."""
    values = {k: v for k, v in table.items() if not isinstance(v, dict) and v is not None}
    lines = [f'{k} = {json.dumps(v, ensure_ascii=False)}' for k, v in values.items()]
    for name, inner in table.items():
        if isinstance(inner, dict):
            lines += [f'[{inside}.{name}]', lines_of(inner, f'{inside}.{name}')]
    return '\n'.join(lines) + '\n'
