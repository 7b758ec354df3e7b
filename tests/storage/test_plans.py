"""What is due is found by an index, however many leads and notices there are: SQLite tells how it would look."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from sqlite3 import Connection as SQLite

import pytest
from sqlalchemy import event

from bot.digests import Scope
from bot.ids import LeadId, PersonId, TroubleId
from bot.keeping import Ending
from bot.leads import Given, Kind, Lead, Status, just_logged
from bot.people import Identity, Profile
from bot.sought import Sight, Sought, Stage, Whose
from storage import SqlStore
from storage.engine import OBSERVED
from tests.databases import opened
from tests.storage.conftest import NOW

EVERYTHING = Sight(PersonId(1), member=True, hires=True, manages=True, team=None, waiting=True, leads_team=True)
TEAM = Scope(owners=frozenset({PersonId(2), PersonId(3)}))
A_LEAD = Lead(
    Kind.SALES,
    "Acme",
    email="jane@acme.example",
    phone="+34911232323",
    id=LeadId(1),
    referrer=PersonId(1),
    logged_at=NOW,
    moved_at=NOW,
)
SOME = replace(EVERYTHING, hires=False, team=frozenset({PersonId(2), PersonId(3)}))


@contextmanager
def asked(store: SqlStore) -> Iterator[list[tuple[str, object]]]:
    """The SELECTs, UPDATEs and DELETEs that are asked meanwhile."""
    statements: list[tuple[str, object]] = []

    def note(_conn: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        statements.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    yield statements
    event.remove(store.engine, "before_cursor_execute", note)


def plan(store: SqlStore, statement: str, parameters: object) -> str:
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, SQLite)
        return "\n".join(str(row[3]) for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))  # type: ignore[arg-type]  # as SQLAlchemy gave them


LOOKS = {
    "promises": lambda unit: unit.promises_due(NOW, limit=9),
    "thanks": lambda unit: unit.thanks_due(NOW, limit=9),
    "care due": lambda unit: unit.care_due(NOW, limit=9),
    "forgotten": lambda unit: unit.forgotten(NOW, locked=False, limit=9),
    "ended": lambda unit: unit.ended(Ending.LOST, NOW.date(), limit=9),
    "desk due": lambda unit: unit.desk_due(NOW, limit=9),
    "managers due": lambda unit: unit.managers_due(NOW, limit=9),
    "escalations due": lambda unit: unit.escalations_due(NOW, limit=9),
    "escalations": lambda unit: unit.take_escalations(PersonId(1), NOW),
    "next escalation of": lambda unit: unit.next_escalation_of(PersonId(1)),
    "windows due": lambda unit: unit.windows_due(NOW, limit=9),
    "claims due": lambda unit: unit.disputes_due(NOW, limit=9),
    "splits due": lambda unit: unit.splits_due(NOW, limit=9),
    "splits of a lead": lambda unit: unit.splits(LeadId(1)),
    "lists due": lambda unit: unit.incoming_due(NOW),
    "lists over": lambda unit: unit.incoming_over(NOW, limit=9),
    "called": lambda unit: unit.called(PersonId(1)),
    "works with": lambda unit: unit.works_with("Acme"),
    "has account": lambda unit: unit.has_account(PersonId(1), "Acme"),
    "what may be the same": lambda unit: unit.comparable(A_LEAD),
    "anchor due": lambda unit: unit.anchor_due(NOW),
    "links": lambda unit: unit.links(LeadId(1)),
    "parts": lambda unit: unit.parts(LeadId(1)),
    "promises of": lambda unit: unit.promises_of(PersonId(1), NOW),
    "morning": lambda unit: unit.morning(PersonId(1), [Kind.SALES], NOW.date(), NOW),
    "scheduled": lambda unit: unit.scheduled("morning", NOW, limit=9),
    "awaiting": lambda unit: unit.awaiting(NOW, limit=9),
    "waiting for": lambda unit: unit.waiting_for(PersonId(1)),
    "release": lambda unit: unit.release(NOW, limit=9),
    "head": lambda unit: unit.head("person:1"),
    "lanes": lambda unit: unit.lanes(),
    "going": lambda unit: unit.going(),
    "dead": lambda unit: unit.dead(),
    "parked": lambda unit: unit.parked(),
    "parked for": lambda unit: unit.parked_for(PersonId(1)),
    "mended": lambda unit: unit.mended(limit=9),
    "tries": lambda unit: unit.tries(TroubleId(1)),
    "first parked": lambda unit: unit.first_parked(TroubleId(1), in_turn=True),
    "stuck": lambda unit: unit.stuck(NOW),
    "overdue": lambda unit: unit.overdue(NOW),
    "next due": lambda unit: unit.next_due(),
    "troubled": lambda unit: unit.troubled(NOW),
    "requests going": lambda unit: unit.requests_going(),
    "set free": lambda unit: unit.set_free(),
    "forgettable": lambda unit: unit.forgettable(heard=NOW, origins=NOW, drafts=NOW),
    "given by": lambda unit: unit.given_by(PersonId(1), limit=9),
    "worked by": lambda unit: unit.worked_by(PersonId(1), limit=9),
    "all open": lambda unit: unit.sought(Sought(), EVERYTHING, limit=9),
    "of a team": lambda unit: unit.sought(Sought(Whose.TEAM), SOME, limit=9),
    "mine": lambda unit: unit.sought(Sought(Whose.MINE), SOME, limit=9),
    "needs a word": lambda unit: unit.sought(Sought(due_by=NOW), SOME, limit=9),
    "found": lambda unit: unit.sought(Sought(stage=Stage.ANY, words="acme jane"), SOME, limit=9),
    "board": lambda unit: unit.board(Sought(Whose.TEAM), EVERYTHING),
    "a team's week": lambda unit: unit.numbers(TEAM, [NOW, NOW], NOW),
    "a team's late leads": lambda unit: unit.waiting_long(TEAM, NOW, limit=9),
    "a team's outstanding thanks": lambda unit: unit.thanks_outstanding(TEAM, limit=9),
    "about the same": lambda unit: unit.about_same(A_LEAD),
    "said no": lambda unit: unit.said_no(A_LEAD),
    "untaken": lambda unit: unit.untaken(Kind.SALES, [Status.NEW], limit=9),
    "unthanked": lambda unit: unit.unthanked(PersonId(1)),
    "old requests": lambda unit: unit.forget_heard(NOW, limit=9),
    "old intentions": lambda unit: unit.forget_origins(NOW, limit=9),
    "old drafts": lambda unit: unit.forget_drafts(NOW, limit=9),
    "keys": lambda unit: unit.keys("card:1:"),
    "tellings": lambda unit: unit.tellings("person:1"),
}


@pytest.fixture
def observed(sqlite_url: str) -> Iterator[SqlStore]:
    """Without anything in it; what is asked of it can be seen."""
    store = SqlStore(opened(sqlite_url).execution_options(**{OBSERVED: True}))
    yield store
    store.close()


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_found_by_looking_through_it_all(look: str, observed: SqlStore) -> None:
    with asked(observed) as statements, observed.write() as unit:
        LOOKS[look](unit)

    looks = [(statement, given) for statement, given in statements if not statement.startswith(("BEGIN", "COMMIT"))]
    assert looks
    for statement, given in looks:
        for line in plan(observed, statement, given).splitlines():
            assert not _looks_through(
                line,
                "leads",
                "notices",
                "entries",
                "wins",
                "tellings",
                "parents",
                "schedules",
                "escalations",
                "origins",
                "drafts",
            ), f"{statement}\n{line}"


def test_how_many_stand_where_is_counted_without_reading_a_lead(observed: SqlStore) -> None:
    """It is in the App Home of each manager, which follows every move."""
    with asked(observed) as statements, observed.read() as unit:
        unit.board(Sought(Whose.TEAM), EVERYTHING)

    ((statement, given),) = [each for each in statements if "FROM leads" in each[0]]
    assert "USING COVERING INDEX ix_leads_status" in plan(observed, statement, given)


def test_of_a_lead_whose_time_has_come_only_what_changes_is_written(observed: SqlStore) -> None:
    """A sweep of a thousand would else write all columns, with their indexes, and all by which a lead is found."""
    with observed.write() as unit:
        erin = unit.meet(Identity("slack", "T1", "U1"), Profile("Erin", "Europe/Madrid"), NOW)
        unit.enter(just_logged(Given(Kind.SALES, "Acme"), referrer=erin.id, now=NOW, promise_due=NOW))

    with asked(observed) as statements, observed.write() as unit:
        (lead,) = unit.promises_due(NOW, limit=9)
        unit.save(replace(lead, promise_due=NOW + timedelta(days=7)))

    written = [statement for statement, _ in statements if statement.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [statement.partition(" WHERE")[0] for statement in written] == ["UPDATE leads SET promise_due=?, version=?"]


def test_what_shows_a_lead_reads_it_once(observed: SqlStore) -> None:
    with observed.write() as unit:
        erin = unit.meet(Identity("slack", "T1", "U1"), Profile("Erin", "Europe/Madrid"), NOW)
        given = unit.enter(just_logged(Given(Kind.SALES, "Acme"), referrer=erin.id, now=NOW, promise_due=NOW))

    with asked(observed) as statements, observed.read() as reading:
        first, second = reading.lead(given.id), reading.lead(given.id)

    assert (first, len([statement for statement, _ in statements if "FROM leads" in statement])) == (second, 1)


def _looks_through(line: str, *tables: str) -> bool:
    """A scan, but for one over the index of what is in hand, which is short."""
    words = line.split()
    in_hand = {"ix_notices_queued", "ix_notices_sending", "ix_notices_dead"}
    return words[0] == "SCAN" and words[1] in tables and not in_hand & set(words)


def test_what_a_team_moved_is_found_by_its_leads_and_not_in_everybodys_history(observed: SqlStore) -> None:
    team = Scope(owners=frozenset(PersonId(n) for n in range(2, 12)))
    with asked(observed) as statements, observed.read() as unit:
        unit.numbers(team, [NOW, NOW], NOW)

    ((by_week, given),) = [one for one in statements if "AS week" in one[0]]
    assert "ix_leads_owner_moved" in plan(observed, by_week, given)
    assert "ix_entries_kind" not in plan(observed, by_week, given)
