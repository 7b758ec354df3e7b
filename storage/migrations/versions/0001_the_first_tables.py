"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def _index(name: str, table: str, columns: list[str], where: str | None = None) -> None:
    condition = sa.text(where) if where else None
    op.create_index(name, table, columns, sqlite_where=condition, postgresql_where=condition)


def upgrade() -> None:
    op.create_table(
        "notices",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("key", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answers_a_click", sa.Boolean(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("shown", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unsure", sa.Boolean(), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notices"),
        sa.UniqueConstraint("key", name="uq_notices_key"),
        sqlite_autoincrement=True,
    )
    _index("ix_notices_address", "notices", ["address"], "state = 'waiting'")
    _index("ix_notices_dead", "notices", ["id"], "state = 'dead'")
    _index("ix_notices_line", "notices", ["line"], "state = 'queued'")
    _index("ix_notices_queued", "notices", ["address", "line"], "state = 'queued'")
    _index("ix_notices_sending", "notices", ["id"], "state = 'sending'")
    _index("ix_notices_until", "notices", ["until"], "state = 'waiting'")
    _index("ix_notices_waiting", "notices", ["due"], "state = 'waiting'")

    op.create_table(
        "origins",
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("origin", name="pk_origins"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("guest", sa.Boolean(), nullable=False),
        sa.Column("workspace_admin", sa.Boolean(), nullable=False),
        sa.Column("deactivated", sa.Boolean(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("home_opened", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_drafts_by"),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "identities",
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("bot", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_identities_person"),
        sa.PrimaryKeyConstraint("platform", "team", "user", name="pk_identities"),
    )
    _index("ix_identities_person", "identities", ["person"])

    op.create_table(
        "leads",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("need", sa.String(), nullable=False),
        sa.Column("how_known", sa.String(), nullable=False),
        sa.Column("aware", sa.Boolean(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=True),
        sa.Column("help", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("referrer", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("resume", sa.String(), nullable=True),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spoke_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("back_on", sa.Date(), nullable=True),
        sa.Column("next_step", sa.Integer(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("promise_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("muted", sa.Boolean(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name="fk_leads_owner"),
        sa.ForeignKeyConstraint(["referrer"], ["people.id"], name="fk_leads_referrer"),
        sa.ForeignKeyConstraint(["wanted"], ["people.id"], name="fk_leads_wanted"),
        sa.PrimaryKeyConstraint("id", name="pk_leads"),
        sqlite_autoincrement=True,
    )
    _index("ix_leads_back_on", "leads", ["back_on"], "status = 'nurturing'")
    _index("ix_leads_owner_open", "leads", ["owner", "promise_due", "id"], "status NOT IN ('declined', 'lost', 'won')")
    _index("ix_leads_promise_due", "leads", ["promise_due"], "promise_due IS NOT NULL")
    _index("ix_leads_referrer", "leads", ["referrer", "id"])
    _index("ix_leads_untaken", "leads", ["kind", "status", "id"], "owner IS NULL")

    op.create_table(
        "settings",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_settings_by"),
        sa.PrimaryKeyConstraint("id", name="pk_settings"),
        sqlite_autoincrement=True,
    )
    _index("ix_settings_key", "settings", ["key", "id"])

    op.create_table(
        "tellings",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("notice", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["notice"], ["notices.id"], name="fk_tellings_notice"),
        sa.PrimaryKeyConstraint("id", name="pk_tellings"),
        sqlite_autoincrement=True,
    )
    _index("ix_tellings_address", "tellings", ["address", "id"])
    _index("ix_tellings_notice", "tellings", ["notice"])

    op.create_table(
        "texts",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_texts_lead"),
        sa.PrimaryKeyConstraint("id", name="pk_texts"),
        sqlite_autoincrement=True,
    )
    _index("ix_texts_lead", "texts", ["lead"])

    op.create_table(
        "helpers",
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_helpers_lead"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_helpers_person"),
        sa.ForeignKeyConstraint(["text"], ["texts.id"], name="fk_helpers_text"),
        sa.PrimaryKeyConstraint("lead", "person", name="pk_helpers"),
    )
    op.create_table(
        "wins",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("may_name", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=True),
        sa.Column("thanks_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("company_thanked", sa.Boolean(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["by"], ["people.id"], name="fk_wins_by"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_wins_lead"),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name="fk_wins_owner"),
        sa.ForeignKeyConstraint(["words"], ["texts.id"], name="fk_wins_words"),
        sa.PrimaryKeyConstraint("id", name="pk_wins"),
        sa.UniqueConstraint("lead", "n", name="uq_wins_lead_n"),
        sqlite_autoincrement=True,
    )
    _index("ix_wins_thanks_due", "wins", ["thanks_due"], "thanks_due IS NOT NULL")
    _index("ix_wins_unthanked", "wins", ["owner"], "words IS NULL AND undone_at IS NULL")

    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), sa.Identity(), nullable=False),
        sa.Column("lead", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("group", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("seals", sa.JSON(), nullable=False),
        sa.Column("other", sa.Integer(), nullable=True),
        sa.Column("win", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor"], ["people.id"], name="fk_entries_actor"),
        sa.ForeignKeyConstraint(["lead"], ["leads.id"], name="fk_entries_lead"),
        sa.ForeignKeyConstraint(["other"], ["people.id"], name="fk_entries_other"),
        sa.ForeignKeyConstraint(["win"], ["wins.id"], name="fk_entries_win"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("lead", "seq", name="uq_entries_lead_seq"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "undone",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_undone_entry"),
        sa.PrimaryKeyConstraint("entry", name="pk_undone"),
    )
