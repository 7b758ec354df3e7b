"""The set-up as those who may change it see it: what is set, which steps are done, who changed what."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.errors import Refused
from bot.ids import PersonId
from bot.leads import Kind
from bot.notices import Notice
from bot.people import Person, Role
from bot.setup import Mark, Place, Setup, Step
from bot.store import Reading

TRIAL = "trial"
"""The key of the one message that stands for a lead while somebody tries the set-up out."""


@dataclass(frozen=True)
class SetupView:
    """The settings, with names, for those who may change them."""

    setup: Setup
    people: tuple[Person, ...]
    """Everybody whom the settings name."""
    done: frozenset[Step] = frozenset()


@dataclass(frozen=True)
class Trial:
    """What a lead will look like in its channel."""

    by: str


@dataclass(frozen=True)
class TrialGone:
    """It is taken away again."""


def setup_for(unit: Reading, person: Person) -> SetupView:
    """Raises Refused("not_admin")."""
    setup = unit.setup()
    if not setup.is_admin(person):
        raise Refused("not_admin")
    return setup_view(unit, setup)


def setup_view(unit: Reading, setup: Setup) -> SetupView:
    named = {who for people in setup.roles.values() for who in people}
    named |= {who for people in setup.desks.values() for who in people}
    named |= {who for manager, people in setup.reports.items() for who in {manager, *people}}
    named |= {who for people in setup.teams.values() for who in people}
    people = unit.people(named)
    here = frozenset(who for who, person in people.items() if person.member)
    return SetupView(setup, tuple(people.values()), frozenset(_done(setup, here)))


def _done(setup: Setup, here: frozenset[PersonId]) -> Iterable[Step]:
    """A step stays done while those whom it names are with us."""
    tests = {
        Step.CHANNELS: {Place.LEADS, Place.WINS} <= set(setup.places),
        Step.DESK: bool(here & set(setup.desks.get(Kind.SALES, ()))),
        Step.WORKERS: bool(here & setup.workers(Kind.SALES)),
        Step.MANAGERS: bool(here & setup.roles.get(Role.MANAGER, frozenset())) or Mark.NO_MANAGERS in setup.marks,
        Step.CARE: setup.care.keeping is not None,
        Step.TEST: Mark.TESTED in setup.marks,
        Step.COMMAND: Mark.HEARD in setup.marks,
    }
    return (step for step, holds in tests.items() if holds)


def trial(unit: Reading, notice: Notice) -> Trial | TrialGone:
    if notice.args.get("gone"):
        return TrialGone()
    return Trial(unit.person(PersonId(int(str(notice.args["by"])))).name)
