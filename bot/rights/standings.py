"""How a person stands to a lead, and what they may whatever the lead: from their roles and the set-up alone."""

from bot.ids import PersonId
from bot.leads import Kind, Lead
from bot.people import Person, Role
from bot.setup import Setup
from bot.sought import Sight
from bot.standing import Standing


def standings(person: Person, lead: Lead, setup: Setup, *, helper: bool = False) -> frozenset[Standing]:
    """How this person stands to this lead. Guests, the deactivated and the unknown stand only where they gave it."""
    here = {Standing.REFERRER} if person.id == lead.referrer else set()
    if not person.member:
        return frozenset(here)
    tests = {
        Standing.MEMBER: True,
        Standing.OWNER: person.id == lead.owner,
        Standing.COVER: _covers(person, lead, setup),
        Standing.HELPER: helper,
        Standing.TAKER: _works(person, lead.kind, setup),
        Standing.MARKETER: lead.kind is Kind.SALES and setup.has(person.id, Role.MARKETER),
        Standing.DESK: setup.is_desk(person, lead.kind),
        Standing.MANAGER: _manages(person, lead, setup),
        Standing.BEHIND: lead.call is not None and lead.call != person.id,
    }
    return frozenset(here | {standing for standing, holds in tests.items() if holds})


def _covers(person: Person, lead: Lead, setup: Setup) -> bool:
    """Their owner is away, and this person looks after it."""
    return lead.owner is not None and lead.owner != person.id == setup.present(lead.owner)


def takes(person: Person, setup: Setup) -> bool:
    """Whether there are leads that this person may take."""
    return person.member and any(_works(person, kind, setup) for kind in Kind)


def sight(person: Person, setup: Setup) -> Sight:
    """How far somebody may look among all leads, as `may_see` says of each."""
    manages = person.member and setup.has(person.id, Role.MANAGER)
    stands_in = not setup.anyone(Role.MANAGER) and any(setup.is_desk(person, kind) for kind in Kind)
    return Sight(
        person.id,
        member=person.member,
        hires=person.member and (_works(person, Kind.TALENT, setup) or setup.is_desk(person, Kind.TALENT)),
        manages=manages,
        team=setup.reports.get(person.id),
        waiting=person.member and manages_waiting(person, Kind.TALENT, setup),
        leads_team=manages or (person.member and stands_in),
    )


def exports(person: Person, setup: Setup) -> bool:
    """Whether this person may take the leads that they see out as a file."""
    return person.member and (setup.has(person.id, Role.MANAGER) or setup.has(person.id, Role.MARKETER))


def handles_privacy(person: Person, kind: Kind, setup: Setup) -> bool:
    """Whether this person answers whom leads of this kind are about: who is named to, else the lead desk."""
    if setup.anyone(Role.PRIVACY):
        return person.member and setup.has(person.id, Role.PRIVACY)
    return person.member and setup.is_desk(person, kind)


def keeps_looks(person: Person, kind: Kind, setup: Setup) -> bool:
    """Whether this person says what we look for: those who know what becomes of leads, or the desk if none is named."""
    keepers = {Role.MANAGER, Role.MARKETER if kind is Kind.SALES else Role.RECRUITER}
    if not any(setup.anyone(role) for role in keepers):
        return person.member and setup.is_desk(person, kind)
    return person.member and any(setup.has(person.id, role) for role in keepers)


def _works(person: Person, kind: Kind, setup: Setup) -> bool:
    workers = setup.workers(kind)
    if workers:
        return person.id in workers
    return True if kind is Kind.SALES else setup.is_desk(person, kind)


def _manages(person: Person, lead: Lead, setup: Setup) -> bool:
    if lead.owner is None:
        return manages_waiting(person, lead.kind, setup) or _was_told(person, lead, setup)
    return manages(person, lead.owner, lead.kind, setup)


def manages_waiting(person: Person, kind: Kind, setup: Setup) -> bool:
    """Whether this is a manager of what nobody has: of possible colleagues only where somebody of theirs hires."""
    if kind is Kind.SALES or not setup.has(person.id, Role.MANAGER):
        return setup.has(person.id, Role.MANAGER)
    team = setup.reports.get(person.id)
    return team is None or bool(team & {*setup.workers(kind), *setup.desk(kind)})


def _was_told(person: Person, lead: Lead, setup: Setup) -> bool:
    """The desk's manager, once a lead has waited there for too long."""
    waited = lead.desk_at is not None and lead.desk_due is None
    return waited and any(manages(person, one, lead.kind, setup) for one in setup.desk(lead.kind))


def manages(person: Person, about: PersonId, kind: Kind, setup: Setup) -> bool:
    """Whether this is "the manager" of somebody, who is never nobody: the named one, else the lead desk, else an admin.

    Nobody is the manager in their own matter.
    """
    if person.id == about or not person.member:
        return False
    if setup.manages(person.id, about):
        return True
    if any(setup.manages(manager, about) for manager in setup.roles.get(Role.MANAGER, ())):
        return False
    desk = set(setup.desk(kind)) - {about}
    return person.id in desk if desk else setup.is_admin(person)
