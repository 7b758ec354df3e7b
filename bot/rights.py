"""Who may do what with a lead, and who may see it: one function over the one table of moves."""

from bot.errors import NoSuchLead, Refused
from bot.ids import PersonId
from bot.leads import WORKED, Kind, Lead, Status
from bot.moves import BY_NAME, LIKELY, TABLE, Move
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


def may_see(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Sales leads are everybody's in the company; talent leads the hiring team's and their referrer's only."""
    if lead.kind is Kind.SALES:
        return bool(stands & {Standing.MEMBER, Standing.REFERRER})
    return bool(stands - {Standing.MEMBER, Standing.BEHIND, Standing.HELPER})


def check_sight(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises NoSuchLead where the lead is not theirs to see: both read the same; Refused where it is withheld."""
    if not may_see(lead, stands):
        raise NoSuchLead
    check_kept(lead)


def check_kept(lead: Lead) -> None:
    """Raises Refused("erased" | "restricted")."""
    if lead.withheld:
        raise Refused("erased" if lead.erased_at else "restricted", lead=lead.id)


def may_read_notes(stands: frozenset[Standing]) -> bool:
    """Notes for the team are for those who work the lead; its referrer does not, unless they own it."""
    team = {Standing.OWNER, Standing.COVER, Standing.MARKETER, Standing.DESK, Standing.MANAGER, Standing.TAKER}
    return bool(stands & team) and (Standing.REFERRER not in stands or Standing.OWNER in stands)


def may_see_contact(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Contact data is for those who work the lead, and for who gave it; while it is locked for nobody."""
    if lead.locked_at is not None:
        return False
    seers = {Standing.REFERRER, Standing.OWNER, Standing.COVER, Standing.MARKETER}
    seers |= {Standing.DESK, Standing.MANAGER}
    if lead.withheld:
        return False
    return bool(stands & seers) or (lead.kind is Kind.TALENT and Standing.TAKER in stands)


def check_contact(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises Refused("locked" | "not_yours") where how to reach them is not for this reader."""
    if lead.locked_at is not None:
        raise Refused("locked", lead=lead.id)
    if not may_see_contact(lead, stands):
        raise Refused("not_yours", lead=lead.id, owner=lead.owner)


def may_tell(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may tell the referrer how it goes: who has it or covers, their manager; else the desk."""
    tellers = {Standing.OWNER, Standing.COVER, Standing.MANAGER}
    return bool(stands & (tellers if lead.owner is not None else tellers | {Standing.DESK}))


def may_link(stands: frozenset[Standing]) -> bool:
    """Whether somebody may say where the CRM has the lead: those who answer for it."""
    return bool(stands & {Standing.OWNER, Standing.MARKETER, Standing.DESK, Standing.MANAGER})


def starts_here(move: Move, lead: Lead, setup: Setup) -> bool:
    """Whether the move starts from where the lead is now."""
    if lead.withheld or lead.status not in move.starts.get(lead.kind, frozenset()):
        return False
    if (move.name == "inform" and lead.informed_at) or (move.name == "need" and not lead.locked_at):
        return False
    if move.name == "take" and lead.kind is Kind.SALES and lead.status is Status.NEW:
        return not setup.anyone(Role.MARKETER)
    return True


def permits(move: Move, lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody who stands so may make this move, wherever the lead is."""
    if Standing.MEMBER not in stands or (move.name == "take" and Standing.BEHIND in stands):
        return False
    if move.name == "withdraw" and lead.status is not Status.NEW:
        return False
    return bool((move.who & stands) - _no_more(move, lead))


def _no_more(move: Move, lead: Lead) -> frozenset[Standing]:
    """Who of the table may not make the move as the lead is now."""
    had = lead.owner is not None or lead.status in WORKED
    if move.name == "rekind":
        return frozenset({Standing.DESK if lead.status is Status.NEW else Standing.REFERRER})
    if move.name == "warm" and had:
        return frozenset({Standing.MARKETER, Standing.DESK})
    if move.name in {"note", "step", "called", "wrote", "met"} and had:
        return frozenset({Standing.MARKETER})
    return frozenset()


def may_ask_back(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may ask whoever works it to withdraw what they gave."""
    return {Standing.REFERRER, Standing.MEMBER} <= stands and lead.open and lead.status is not Status.NEW


def check(move: Move, lead: Lead, stands: frozenset[Standing], setup: Setup) -> None:
    """Raises NoSuchLead; Refused("not_yours" | "unknown"); or "taken" | "have_it" | "moved_on" with what is true."""
    check_sight(lead, stands)
    if not starts_here(move, lead, setup):
        taken = "have_it" if Standing.OWNER in stands else "taken"
        code = taken if move.name == "take" and lead.owner is not None else "moved_on"
        raise Refused(code, lead=lead.id, status=lead.status, owner=lead.owner, move=move.name)
    if not permits(move, lead, stands):
        if Standing.MEMBER not in stands:
            raise Refused("unknown", lead=lead.id)
        if move.name == "take" and Standing.BEHIND in stands:
            raise Refused("first_call", lead=lead.id, owner=lead.call, move=move.name)
        raise Refused("not_yours", lead=lead.id, owner=lead.owner, move=move.name)


def check_edit(lead: Lead, stands: frozenset[Standing]) -> None:
    """What was given is its referrer's to correct, or to have corrected; raises as `check` does."""
    check_sight(lead, stands)
    if Standing.REFERRER not in stands:
        raise Refused("not_yours", lead=lead.id, owner=lead.owner)
    if lead.locked_at is not None:
        raise Refused("locked", lead=lead.id)
    if not lead.open:
        raise Refused("moved_on", lead=lead.id, status=lead.status, owner=lead.owner)


def open_moves(lead: Lead, stands: frozenset[Standing], setup: Setup) -> tuple[Move, ...]:
    """The moves that somebody who stands so can make now: the likely ones first, then the table's order."""
    likely = LIKELY.get(lead.status, ())
    rank = {name: place for place, name in enumerate(likely)}
    able = [move for move in TABLE if starts_here(move, lead, setup) and permits(move, lead, stands)]
    return tuple(sorted(able, key=lambda move: rank.get(move.name, len(rank))))


def likely_moves(lead: Lead, stands: frozenset[Standing], setup: Setup) -> tuple[Move, ...]:
    """The three most likely of the open moves."""
    able = {move.name for move in open_moves(lead, stands, setup)}
    return tuple(BY_NAME[name] for name in LIKELY.get(lead.status, ()) if name in able)[:3]
