"""What is found among all leads is what each of them says may be seen."""

from dataclasses import replace

from bot import rights
from bot.ids import LeadId, PersonId
from bot.leads import Given, Kind, just_logged
from bot.people import Identity, Person, Profile, Role
from bot.setup import Setup
from bot.sought import Sought, Stage
from bot.store import Help
from storage.store import SqlStore
from tests.storage.conftest import NOW

NAMES = ("erin", "ravi", "rita", "ruth", "mona", "mara", "mike", "hugo", "gus", "wanda")


def test_a_list_holds_what_may_be_seen_and_nothing_else(store: SqlStore) -> None:
    people = {name: _met(store, name) for name in NAMES}
    ids = {name: person.id for name, person in people.items()}
    _leads(store, ids)

    for setup in _setups(ids):
        for person in people.values():
            assert _found(store, person, setup) == _may_be_seen(store, person, setup), (person.name, setup)


def _met(store: SqlStore, name: str) -> Person:
    with store.write() as unit:
        profile = Profile(name, "UTC", guest=name == "gus", workspace_admin=name == "wanda")
        return unit.meet(Identity("slack", "T1", name), profile, NOW)


def _leads(store: SqlStore, ids: dict[str, PersonId]) -> None:
    for kind in Kind:
        for referrer in ("erin", "gus"):
            for owner in (None, "ravi", "rita", "mike"):
                with store.write() as unit:
                    lead = unit.enter(
                        just_logged(Given(kind, "Acme"), referrer=ids[referrer], now=NOW, promise_due=NOW)
                    )
                    unit.save(replace(lead, owner=ids[owner] if owner else None))
                    if owner == "ravi":
                        unit.add_helper(Help(lead.id, ids["hugo"], NOW, None))


def _setups(ids: dict[str, PersonId]) -> list[Setup]:
    def some(*names: str) -> frozenset[PersonId]:
        return frozenset(ids[name] for name in names)

    roles = {Role.REP: some("ravi"), Role.RECRUITER: some("ruth"), Role.MARKETER: some("mona")}
    managed = roles | {Role.MANAGER: some("mara", "mike")}
    return [
        Setup(),
        Setup(roles=roles, desks={Kind.TALENT: (ids["mona"],)}),
        Setup(roles=managed, reports={ids["mike"]: some("ravi")}, desks={Kind.SALES: (ids["mona"],)}),
    ]


def _found(store: SqlStore, person: Person, setup: Setup) -> set[LeadId]:
    with store.read() as unit:
        page = unit.sought(Sought(stage=Stage.ANY, words="ac"), rights.sight(person, setup), limit=99)
        assert page.total == len(page.items)
        assert sum(unit.board(Sought(), rights.sight(person, setup)).values()) == page.total
        return {lead.id for lead in page.items}


def _may_be_seen(store: SqlStore, person: Person, setup: Setup) -> set[LeadId]:
    with store.read() as unit:
        return {
            lead.id
            for lead in (unit.lead(LeadId(n)) for n in range(1, 17))
            for helper in [any(one.person == person.id for one in unit.helpers(lead.id))]
            if rights.may_see(lead, rights.standings(person, lead, setup, helper=helper))
        }
