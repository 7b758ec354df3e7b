"""Leads are found by their words, and listed by kind and status."""

import sqlalchemy as sa
from alembic import op

from bot.sought import words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SOME = 1000


def upgrade() -> None:
    op.create_table(
        "words",
        sa.Column("word", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_words_lead"),
        sa.PrimaryKeyConstraint("word", "lead", name="pk_words"),
    )
    op.create_index("ix_words_lead", "words", ["lead"])
    op.create_index("ix_leads_status", "leads", ["kind", "status", "id"])
    _index_what_is_there()


def _index_what_is_there() -> None:
    leads = sa.table("leads", sa.column("id"), sa.column("name"), sa.column("person"))
    found = sa.table("words", sa.column("word"), sa.column("lead"))
    last = 0
    while (
        rows := op.get_bind().execute(sa.select(leads).where(leads.c.id > last).order_by(leads.c.id).limit(SOME)).all()
    ):
        last = rows[-1].id
        said = [(word, row.id) for row in rows for word in words(" ".join((row.name, *row.person.split()[:1])))]
        if said:
            op.get_bind().execute(sa.insert(found), [{"word": word, "lead": lead} for word, lead in said])
