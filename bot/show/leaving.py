"""Who gave leads has left the company: their credit stays, and somebody who stays is told."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.ids import PersonId
from bot.leads import Lead
from bot.notices import Notice
from bot.saying import desk
from bot.show.leads import name, without_contact
from bot.store import Reading

AT_ONCE = 200


@dataclass(frozen=True)
class GiverLeft:
    """To whoever logged leads for them."""

    giver: str
    leads: tuple[Lead, ...]


@dataclass(frozen=True)
class LiaisonLeft:
    """To the lead desk: those outside who gave leads through them hear nothing any more."""

    liaison: str
    leads: tuple[Lead, ...]


def left_behind(unit: Reading, who: PersonId) -> Iterator[Lead]:
    """Open leads that they gave, the newest first."""
    offset = 0
    while found := unit.given_by(who, limit=AT_ONCE, offset=offset).items:
        yield from (lead for lead in found if lead.open and not lead.withheld)
        offset += len(found)


def giver_left(unit: Reading, notice: Notice) -> GiverLeft | LiaisonLeft | None:
    """What is closed by now, or has another who tells, needs no word; nor does who came back."""
    who, reader = (PersonId(int(str(notice.args[one]))) for one in ("left", "person"))
    mine = [lead for lead in left_behind(unit, who) if _concerns(unit, lead, reader, desks=bool(notice.args["desk"]))]
    if not unit.person(who).deactivated or (not mine and not notice.shown):
        return None
    shown, called = tuple(map(without_contact, mine)), str(name(unit, who))
    return LiaisonLeft(called, shown) if notice.args["desk"] else GiverLeft(called, shown)


def _concerns(unit: Reading, lead: Lead, reader: PersonId, *, desks: bool) -> bool:
    return bool(lead.outside) and reader in desk(unit, lead.kind) if desks else lead.logged_by == reader
