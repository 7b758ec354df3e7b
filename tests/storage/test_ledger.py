"""The ledger proves that nothing was changed or removed: by any other means than the bot, and whatever was erased."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select, text

from bot import erasing, ledger, services
from bot.ids import EntryId, LeadId, Origin
from bot.leads import Given, Kind
from bot.people import Person
from bot.sweeps import anchor_ledger
from storage import triggers
from storage.erasures import append
from storage.ledger import ASK, prove
from storage.store import SqlStore
from storage.tables import entries, restores
from tests.storage.conftest import NOW

DAY = timedelta(days=1)


@pytest.fixture
def kept(store: SqlStore, erin: Person, ravi: Person) -> SqlStore:
    """Three leads of Erin's with some history, and an anchor of it."""
    for n, name in enumerate(("Acme", "Globex", "Initech")):
        services.log_lead(store, Origin(f"l{n}"), Given(Kind.SALES, name), by=erin.id, now=NOW)
        services.help_with(store, Origin(f"h{n}"), LeadId(n + 1), "I know them", by=ravi.id, now=NOW)
    assert anchor_ledger(store, now=NOW + timedelta(hours=23), limit=1) == 0
    assert anchor_ledger(store, now=NOW + DAY, limit=1) == 1
    return store


def proved(store: SqlStore) -> list[str]:
    """What is wrong; nothing, if all is whole."""
    found = prove(store.engine.url.render_as_string(hide_password=False), store.erasures)
    assert all(one.mend in {"", ASK} for one in found)
    return [one.what for one in found if one.mend]


def tampered(store: SqlStore, *statements: str) -> None:
    """By somebody who may do with the database what they like."""
    with store.engine.begin() as connection:
        _unguard(connection)
        for statement in statements:
            connection.execute(text(statement))
        triggers.lay(connection, anew=True)


def _unguard(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        triggers.lift(connection)
        connection.execute(text("PRAGMA foreign_keys=OFF"))
    else:
        connection.execute(text("SET LOCAL session_replication_role = replica"))


def test_it_is_whole_and_says_how_much_there_is(kept: SqlStore) -> None:
    found = prove(kept.engine.url.render_as_string(hide_password=False), kept.erasures)

    assert [one.what.partition(" in ")[0] for one in found] == [
        "The ledger is whole: 6 entries of 3 leads.",
        "All 1 anchors",
    ]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ("UPDATE entries SET actor = 2 WHERE lead = 1 AND seq = 1", "Entry 1 of lead 1 was changed"),
        ("UPDATE entries SET facts = '{}' WHERE lead = 2 AND seq = 2", "Entry 2 of lead 2 was changed"),
        ("UPDATE entries SET at = '2026-01-01 00:00:00.000000' WHERE lead = 2 AND seq = 2", "Entry 2 of lead 2"),
        ("DELETE FROM entries WHERE lead = 3 AND seq = 1", "one before it was removed"),
        ("DELETE FROM entries WHERE lead = 3 AND seq = 2", "The last entries of lead 3 were removed."),
        ("DELETE FROM entries WHERE lead = 3", "The history of lead 3 is gone."),
        ("UPDATE leads SET referrer = 2 WHERE id = 1", "Lead 1 has another referrer than its history says."),
        ("UPDATE leads SET share = 40 WHERE id = 1", "Lead 1 has another share of the credit than its history says."),
    ],
)
def test_whoever_changes_the_past_is_found_out(kept: SqlStore, changes: str, says: str) -> None:
    tampered(kept, changes)

    assert any(says in fault for fault in proved(kept))


def test_whoever_writes_a_history_anew_with_all_its_hashes_is_found_out_by_the_anchor(kept: SqlStore) -> None:
    tampered(kept, "UPDATE entries SET seq = seq - 1 WHERE lead = 3", "UPDATE leads SET seq = 1 WHERE id = 3")
    _rewritten(kept, LeadId(3))

    assert [fault for fault in proved(kept) if "is not what the anchor of that day says" in fault]
    assert not [fault for fault in proved(kept) if "was changed" in fault]


def _rewritten(store: SqlStore, lead: LeadId) -> None:
    """The first entry goes, and the other one becomes the first: a history that fits in itself."""
    with store.engine.begin() as connection:
        _unguard(connection)
        connection.execute(entries.delete().where(entries.c.lead == lead, entries.c.seq == 0))
        row = connection.execute(select(entries).where(entries.c.lead == lead)).mappings().one()
        connection.execute(entries.update().where(entries.c.lead == lead).values(hash=ledger.chained("", dict(row))))
        triggers.lay(connection, anew=True)


@pytest.mark.parametrize(
    "lie",
    [
        lambda line: line.replace("anchor 2026-05-05", "anchor 2026-05-04"),
        lambda line: line[:-1] + ("0" if line[-1] != "0" else "1"),
    ],
    ids=["of another day", "another digest"],
)
def test_an_anchor_outside_that_is_not_the_one_inside_is_said(kept: SqlStore, lie: Callable[[str], str]) -> None:
    line = kept.anchors.read_text().strip()
    kept.anchors.write_text("")
    append(kept.anchors, [lie(line)])

    assert [fault for fault in proved(kept) if "is not the one outside" in fault]


@pytest.mark.parametrize("line", ["anchor then 1 1 1 a", "anchor 2026-05-05T09:00:00+00:00 ² 1 1 a", "anchor 2026"])
def test_a_line_that_was_spoilt_hides_no_other(kept: SqlStore, line: str) -> None:
    append(kept.anchors, [line, "anchor 2026-05-05T09:00:00 1 1 1 a"])

    assert proved(kept) == []
    append(kept.anchors, [f"anchor 2026-05-05T09:00:00+00:00 1 1 1 {'0' * 64}"])
    assert [fault for fault in proved(kept) if "is not the one outside" in fault]


def test_erasing_leaves_the_proof_whole(kept: SqlStore, ravi: Person) -> None:
    with kept.write() as unit:
        erasing.erase(unit, unit.lead(LeadId(1)), because="asked", by=ravi.id, now=NOW + timedelta(hours=2))

    assert proved(kept) == []


def test_there_is_one_anchor_a_day_and_none_where_nothing_happened(kept: SqlStore, ravi: Person) -> None:
    assert anchor_ledger(kept, now=NOW + DAY + timedelta(hours=2), limit=1) == 0
    assert anchor_ledger(kept, now=NOW + 3 * DAY, limit=1) == 0
    services.help_with(kept, Origin("later"), LeadId(1), "I know them well", by=ravi.id, now=NOW + 3 * DAY)
    assert anchor_ledger(kept, now=NOW + 3 * DAY, limit=1) == 0, "it has not settled"
    assert anchor_ledger(kept, now=NOW + 3 * DAY + timedelta(minutes=11), limit=1) == 1

    first, second = (ledger.read(line) for line in kept.anchors.read_text().splitlines())
    assert first
    assert second
    assert (first.entries, second.entries) == (6, 7)
    assert proved(kept) == []


def test_what_a_restore_lost_is_no_fault(kept: SqlStore) -> None:
    later = ledger.Anchor(NOW + 5 * DAY, last=EntryId(99), entries=99, leads=3, digest="0" * 64)
    append(kept.anchors, [ledger.written(later)])
    assert [fault for fault in proved(kept) if "2026-05-09" in fault]

    with kept.engine.begin() as connection:
        connection.execute(restores.insert().values(since=NOW + DAY, until=NOW + 13 * DAY))

    assert proved(kept) == []


def test_before_the_first_start_there_is_no_ledger(tmp_path: Path) -> None:
    (found,) = prove(f"sqlite:///{tmp_path}/none.db")

    assert "There is no database" in found.what
