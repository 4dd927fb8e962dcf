"""one result over all themes, and a band that is coded at the top.

What was published stays as it was, with its bands and classes.
"""

import sqlmodel
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

String = sqlmodel.sql.sqltypes.AutoString
THEMES = "'D1', 'D2', 'D3', 'D4', 'D5', 'D6'"
BEFORE = {
    'dimension': f'dimension IN ({THEMES})',
    'band': "band IN ('first_steps', 'under_way', 'regular', 'strong')",
}
SINCE = {
    'dimension': f"dimension IN ({THEMES}, 'all')",
    'band': "band IN ('first_steps', 'under_way', 'regular', 'regular_up', 'strong')",
}


def upgrade() -> None:
    _rules(SINCE, 2, 3)


def downgrade() -> None:
    op.execute("DELETE FROM block_result WHERE dimension = 'all'")
    op.execute("UPDATE block_result SET band = 'regular' WHERE band = 'regular_up'")
    _rules(BEFORE, 3, 2)


def _rules(rules: dict[str, str], before: int, since: int) -> None:
    with op.batch_alter_table('block_result') as batch:
        batch.alter_column('dimension', existing_type=String(length=before), type_=String(length=since), existing_nullable=False)
        for column, rule in rules.items():
            batch.drop_constraint(op.f(f'ck_block_result_{column}'), type_='check')
            batch.create_check_constraint(op.f(f'ck_block_result_{column}'), rule)
