"""What somebody who stands so to a lead may see of it and do with it, over the one table of moves."""

from bot.errors import NoSuchLead, Refused
from bot.ids import PersonId
from bot.leads import WORKED, Kind, Lead, Status
from bot.moves import BY_NAME, LIKELY, TABLE, Move
from bot.people import Role
from bot.setup import Setup
from bot.standing import Standing


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
    return lead.locked_at is None and not lead.withheld and bool(stands & _reach(lead))


def _reach(lead: Lead) -> frozenset[Standing]:
    """The desk, which an admin may stand in for, works what nobody has."""
    works = {Standing.OWNER, Standing.COVER, Standing.MARKETER, Standing.MANAGER}
    works |= {Standing.DESK} if lead.owner is None and lead.open else set()
    return frozenset({Standing.REFERRER} | works | ({Standing.TAKER} if lead.kind is Kind.TALENT else set()))


def check_contact(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises Refused("locked" | "not_yours") where how to reach them is not for this reader."""
    if lead.locked_at is not None:
        raise Refused("locked", lead=lead.id)
    if not may_see_contact(lead, stands):
        raise not_theirs(lead, _reach(lead))


def may_tell(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may tell the referrer how it goes: who has it or covers, their manager; else the desk."""
    return bool(stands & _tellers(lead))


def _tellers(lead: Lead) -> frozenset[Standing]:
    tellers = {Standing.OWNER, Standing.COVER, Standing.MANAGER}
    return frozenset(tellers if lead.owner is not None else tellers | {Standing.DESK})


def check_tells(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises Refused("not_yours")."""
    if not may_tell(lead, stands):
        raise not_theirs(lead, _tellers(lead))


_LINK = frozenset({Standing.OWNER, Standing.MARKETER, Standing.DESK, Standing.MANAGER})


def may_link(stands: frozenset[Standing]) -> bool:
    """Whether somebody may say where the CRM has the lead: those who answer for it."""
    return bool(stands & _LINK)


def check_link(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises as `check_sight` does; Refused("not_yours")."""
    check_sight(lead, stands)
    if not may_link(stands):
        raise not_theirs(lead, _LINK)


def starts_here(move: Move, lead: Lead, setup: Setup) -> bool:
    """Whether the move starts from where the lead is now."""
    if lead.withheld or lead.part_of is not None or lead.status not in move.starts.get(lead.kind, frozenset()):
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
    if move.name == "withdraw" and not _may_withdraw(lead, stands):
        return False
    return bool((move.who & stands) - _no_more(move, lead))


def _no_more(move: Move, lead: Lead) -> frozenset[Standing]:
    """Who of the table may not make the move as the lead is now."""
    had = lead.owner is not None or lead.status in WORKED
    if move.name == "withdraw" and lead.asked_back_at is None:
        return move.who - {Standing.REFERRER}
    if move.name == "rekind":
        return frozenset({Standing.DESK if lead.status is Status.NEW else Standing.REFERRER})
    if move.name == "warm" and had:
        return frozenset({Standing.MARKETER, Standing.DESK})
    if move.name in {"note", "step", "called", "wrote", "met"} and had:
        return frozenset({Standing.MARKETER})
    return frozenset()


def _may_withdraw(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Its referrer, until others work it; and once they have asked for it, whoever may tell them how it goes."""
    alone = lead.status is Status.NEW or Standing.OWNER in stands
    return (Standing.REFERRER in stands and alone) or (lead.asked_back_at is not None and may_tell(lead, stands))


def may_ask_back(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whether somebody may ask whoever works it to withdraw what they gave."""
    theirs = {Standing.REFERRER, Standing.MEMBER} <= stands and lead.part_of is None
    return theirs and lead.open and not _may_withdraw(lead, stands)


def may_forget(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whoever gave a lead and took it back has whom it was about forgotten, if they like."""
    return {Standing.REFERRER, Standing.MEMBER} <= stands and lead.withdrawn and not lead.withheld


def may_leave_credit(lead: Lead, stands: frozenset[Standing]) -> bool:
    """Whoever has the credit for what a colleague logged for them."""
    return {Standing.REFERRER, Standing.MEMBER} <= stands and lead.logged_by is not None and lead.open


def check_leave_credit(lead: Lead, stands: frozenset[Standing]) -> PersonId:
    """To whom it goes then. Raises as `check_sight` does; Refused("not_credited" | "moved_on")."""
    check_sight(lead, stands)
    if Standing.REFERRER not in stands:
        raise Refused("not_credited")
    if lead.logged_by is None or not may_leave_credit(lead, stands):
        raise Refused("moved_on", lead=lead.id, status=lead.status, owner=lead.owner)
    return lead.logged_by


def may_change_credit(lead: Lead, stands: frozenset[Standing]) -> bool:
    """A manager, and never of what they have themselves."""
    return Standing.MANAGER in stands and Standing.OWNER not in stands and not lead.withheld


def check_change_credit(lead: Lead, stands: frozenset[Standing]) -> None:
    """Raises as `check_sight` does; Refused("not_yours")."""
    check_sight(lead, stands)
    if not may_change_credit(lead, stands):
        raise not_theirs(lead, frozenset({Standing.MANAGER}))


def not_theirs(lead: Lead, able: frozenset[Standing], **facts: str) -> Refused:
    """Refused("not_yours"), with whoever has it if it is theirs to do; else with those who are `able`."""
    if lead.owner is not None and Standing.OWNER in able:
        return Refused("not_yours", lead=lead.id, owner=lead.owner, **facts)
    others = able - {Standing.OWNER, Standing.COVER} - ({Standing.MARKETER} if lead.kind is Kind.TALENT else set())
    whom = " ".join(one for one in Standing if one in others)
    return Refused("not_yours", lead=lead.id, kind=lead.kind, whom=whom, **facts)


def check(move: Move, lead: Lead, stands: frozenset[Standing], setup: Setup) -> None:
    """Raises NoSuchLead; Refused("not_yours" | "unknown"); or "taken" | "have_it" | "moved_on" with what is true."""
    check_sight(lead, stands)
    check_whole(lead)
    if not starts_here(move, lead, setup):
        taken = "have_it" if Standing.OWNER in stands else "taken"
        code = taken if move.name == "take" and lead.owner is not None else "moved_on"
        raise Refused(code, lead=lead.id, status=lead.status, owner=lead.owner, move=move.name)
    if not permits(move, lead, stands):
        if Standing.MEMBER not in stands:
            raise Refused("unknown", lead=lead.id)
        if move.name == "take" and Standing.BEHIND in stands:
            raise Refused("first_call", lead=lead.id, owner=lead.call, move=move.name)
        raise not_theirs(lead, move.who - _no_more(move, lead), move=move.name)


def check_whole(lead: Lead) -> None:
    """What is part of another lead is worked as that one. Raises Refused("joined_to")."""
    if lead.part_of is not None:
        raise Refused("joined_to", lead=lead.id, number=lead.part_of)


def check_edit(lead: Lead, stands: frozenset[Standing]) -> None:
    """What was given is its referrer's to correct, or to have corrected; raises as `check` does."""
    check_sight(lead, stands)
    if Standing.REFERRER not in stands:
        raise not_theirs(lead, frozenset({Standing.REFERRER}))
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
