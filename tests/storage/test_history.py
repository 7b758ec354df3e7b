"""The history of a lead, its texts, helpers and wins as the store keeps them."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select

from bot.ids import EntryId, TextId, WinId
from bot.leads import Lead
from bot.money import Money
from bot.people import Person
from bot.store import Help
from bot.thanks import Win
from storage.store import SqlStore
from storage.tables import entries, texts
from tests.storage.conftest import NOW
from tests.storage.test_leads import give


@pytest.fixture
def lead(store: SqlStore, erin: Person) -> Lead:
    return give(store, erin)


def test_entries_are_numbered_and_come_back_in_order(store: SqlStore, lead: Lead, ravi: Person) -> None:
    with store.write() as unit:
        first = unit.record(lead, "take", actor=ravi.id, now=NOW, before={"owner": None}, facts={"status": "accepted"})
        second = unit.record(lead, "spoke", actor=ravi.id, now=NOW, group=first.seq, other=lead.referrer)
        third = unit.record(lead, "note", actor=ravi.id, now=NOW)

    with store.read() as reading:
        assert reading.entries(lead.id) == [first, second, third]
        assert reading.entries(lead.id, group=first.group) == [first, second]
        assert reading.entries(lead.id, last=2) == [second, third]
        assert reading.entry(second.id) == second
        assert reading.lead(lead.id).seq == 3
    assert [entry.seq for entry in (first, second, third)] == [1, 2, 3]
    assert third.group == 3


def test_an_entry_that_was_taken_back_says_so_and_stays(store: SqlStore, lead: Lead, ravi: Person) -> None:
    with store.write() as unit:
        entry = unit.record(lead, "take", actor=ravi.id, now=NOW)
        unit.mark_undone(entry.id)
        unit.mark_undone(entry.id)

    with store.read() as reading:
        assert reading.entries(lead.id) == [replace(entry, undone=True)]


def test_an_entry_seals_its_texts_and_the_salt_goes_with_the_text(store: SqlStore, lead: Lead, ravi: Person) -> None:
    with store.write() as unit:
        word = unit.write_text(lead.id, "They need payroll")
        entry = unit.record(lead, "take", actor=ravi.id, now=NOW, texts={"word": word})

    with store.engine.connect() as connection:
        seal = connection.execute(select(entries.c.seals).where(entries.c.id == entry.id)).scalar_one()["word"]
        row = connection.execute(select(texts).where(texts.c.id == word)).one()
    assert seal == sha256(f"{row.salt}They need payroll".encode()).hexdigest()
    with store.engine.begin() as connection:
        connection.execute(texts.delete())
    with store.read() as reading:
        assert reading.text(word) == ""
        assert reading.entry(entry.id).texts == {"word": word}


def test_what_is_not_there_is_a_key_error_or_an_empty_text(store: SqlStore) -> None:
    with store.read() as reading:
        assert reading.text(None) == ""
        assert reading.text(TextId(99)) == ""
        with pytest.raises(KeyError):
            reading.entry(EntryId(99))
        with pytest.raises(KeyError):
            reading.win(WinId(99))


def test_each_win_of_a_lead_has_its_own_number(store: SqlStore, lead: Lead, ravi: Person) -> None:
    bare = Win(WinId(0), lead.id, 0, by=ravi.id, owner=ravi.id, at=NOW)
    with store.write() as unit:
        first = unit.add_win(replace(bare, amount=Money(10**15, "EUR"), thanks_due=NOW))
        unit.save_win(replace(first, undone_at=NOW, thanks_due=None))
        second = unit.add_win(replace(bare, starts_on=date(2026, 6, 1), thanks_due=NOW + timedelta(days=1)))

    with store.write() as unit:
        assert [win.n for win in unit.wins(lead.id)] == [1, 2]
        assert unit.win(first.id).amount == Money(10**15, "EUR")
        assert unit.unthanked(ravi.id) == [second]
        assert unit.thanks_due(NOW, limit=9) == []
        assert unit.thanks_due(NOW + timedelta(days=1), limit=9) == [second]


def test_who_helps_twice_is_one_helper_with_their_last_line(store: SqlStore, lead: Lead, ravi: Person) -> None:
    with store.write() as unit:
        unit.add_helper(Help(lead.id, ravi.id, NOW, None))
        line = unit.write_text(lead.id, "I know Jane from school")
        unit.add_helper(Help(lead.id, ravi.id, NOW, line))

    with store.read() as reading:
        assert reading.helpers(lead.id) == [Help(lead.id, ravi.id, NOW, line)]
