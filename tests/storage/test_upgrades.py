"""A company that comes from any older version loses nothing, and what the new one needs to know of it is there."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import JSON, Engine, column
from sqlalchemy import table as named

from bot.clocks import MORNING
from bot.ids import LeadId, PersonId
from bot.leads import WORKED, Kind, Lead, Status
from bot.sought import Sight, Sought, Stage
from bot.store import Unit
from storage.migrations import migrate, versions
from storage.store import SqlStore
from tests.storage.conftest import NOW
from tests.storage.filling import EACH, count, fill
from tests.storage.whole import differences, dump, lost, orphans, unguarded

LATER = NOW + timedelta(days=1000)
SEES_ALL = Sight(PersonId(1), member=True, hires=True, manages=True, team=None, waiting=True, leads_team=True)
OLDEST = range(1, EACH + 1)
"""The numbers of the leads that the first version knew."""


@pytest.mark.parametrize("version", versions())
def test_of_any_version_every_value_is_kept_and_the_tables_are_as_if_made_now(version: str, empty: Engine) -> None:
    migrate(empty, version)
    with empty.begin() as connection:
        fill(connection)
        before = dump(connection)

    migrate(empty)

    with empty.connect() as connection:
        assert lost(before, dump(connection)) == {}
        assert (differences(connection), orphans(connection)) == ([], [])
    with empty.begin() as connection:
        fill(connection)  # also the tables that are new: a guard bites where there are rows
    assert unguarded(empty) == []


def test_each_version_takes_over_what_the_one_before_had_in_every_table(empty: Engine) -> None:
    kept: dict[str, int] = {}

    for version in versions():
        migrate(empty, version)
        with empty.begin() as connection:
            taken_over = count(connection, kept)
            assert {name: rows for name, rows in kept.items() if taken_over[name] < rows} == {}, version
            kept = fill(connection)

    with SqlStore(empty).write() as unit:
        leads = [unit.lead(LeadId(number)) for number in OLDEST]
        assert [found_by_name(unit, lead) for lead in leads] == leads
        assert untaken(leads) <= {lead.id for lead in unit.desk_due(LATER, limit=1000)}
        assert {lead.owner for lead in worked(leads)} <= {*unit.scheduled(MORNING, LATER, limit=1000)}
        assert [unit.works_with(lead.name) for lead in worked(leads)] == [lead.owner for lead in worked(leads)]
        assert all((lead.told_at, lead.ask_due) == (lead.moved_at, lead.promise_due) for lead in worked(leads))
        assert [lead.news_due for lead in leads] == [lead.promise_due for lead in leads]


def found_by_name(unit: Unit, lead: Lead) -> Lead | None:
    found = unit.sought(Sought(stage=Stage.ANY, words=lead.name), SEES_ALL, limit=1000).items
    return next((one for one in found if one.id == lead.id), None)


def untaken(leads: list[Lead]) -> set[LeadId]:
    found = {lead.id for lead in leads if lead.owner is None and lead.status in {Status.NEW, Status.SALES_READY}}
    assert found
    return found


def worked(leads: list[Lead]) -> list[Lead]:
    found = [lead for lead in leads if lead.owner and lead.status in WORKED and lead.kind is Kind.SALES]
    assert found
    return found


def test_what_was_said_before_is_found_when_its_lead_is_erased(empty: Engine) -> None:
    migrate(empty, "0014")
    with empty.begin() as connection:
        fill(connection)
        notices = named("notices", column("id"), column("args", JSON), column("receipt"))
        for number, args in enumerate(ARGUMENTS, start=1):
            its = notices.update().where(notices.c.id == number)
            connection.execute(its.values(args=args, receipt="C1:1" if number > 1 else ""))

    migrate(empty)

    with SqlStore(empty).read() as reading:
        assert [notice.id for notice in reading.showing(LeadId(2))] == [2, 3, 4, 5]


ARGUMENTS = ({"lead": 2}, {"lead": 2}, {"entry": 2}, {"steps": "1,2", "day": "2"}, {"notices": "1"}, {"leads": "1 3"})
"""Of six notices; the first was never shown by itself."""


def test_whom_several_older_leads_are_about_is_known_again(empty: Engine) -> None:
    migrate(empty, "0020")
    with empty.begin() as connection:
        fill(connection)
        for number, email in ((1, "Jane@acme.example"), (3, "jane@ACME.example"), (EACH + 1, "jane@acme.example")):
            its = (
                named("leads", column("id"), column("email"), column("restricted"))
                .update()
                .where(column("id") == number)
            )
            connection.execute(its.values(email=email))

    migrate(empty)

    with SqlStore(empty).read() as reading:
        assert [*reading.about_same(reading.lead(LeadId(1)))] == [3]


def test_what_is_open_counts_as_its_givers_from_the_upgrade_on(empty: Engine) -> None:
    """However long nothing has happened to it: nobody loses anything without having been warned."""
    migrate(empty, "0028")
    with empty.begin() as connection:
        fill(connection)
        for number in (1, 2):
            its = named("leads", column("id"), column("status"), column("erased_at"), column("restricted"))
            its_open = {"status": "contacted" if number == 1 else "lost", "erased_at": None, "restricted": False}
            connection.execute(its.update().where(column("id") == number).values(its_open))
    last = datetime.now(UTC).date() + timedelta(days=180)

    migrate(empty)

    with SqlStore(empty).read() as reading:
        contacted, closed = (reading.lead(LeadId(number)) for number in (1, 2))
    assert contacted.window_on
    assert timedelta() <= contacted.window_on - last <= timedelta(days=1)
    assert contacted.window_due or contacted.part_of
    assert (closed.window_on, closed.window_due) == (None, None)
