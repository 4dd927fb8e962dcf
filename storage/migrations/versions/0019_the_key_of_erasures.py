"""the key of erasures."""

from secrets import token_hex

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    key = sa.Column('erasure_key', sqlmodel.sql.sqltypes.AutoString(length=64), nullable=True)
    op.add_column('organisation', key)
    connection = op.get_bind()
    for (id_,) in connection.execute(sa.text("SELECT id FROM organisation")).all():
        connection.execute(
            sa.text("UPDATE organisation SET erasure_key = :key WHERE id = :id"),
            {"key": token_hex(32), "id": id_},
        )
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.alter_column('erasure_key', existing_type=key.type, nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.drop_column('erasure_key')
