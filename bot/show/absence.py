"""What is said when somebody is away: to who covers for them, and to them on return."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.ids import PersonId
from bot.notices import Notice
from bot.show.rows import Row, rows
from bot.store import Page, Reading

LISTED = 10


@dataclass(frozen=True)
class Absence:
    """Who looks after a lead whose owner is away; `until` is the last day away."""

    owner: str
    until: date
    cover: str


@dataclass(frozen=True)
class Covering:
    """To the cover: whose leads they look after, and which."""

    absence: Absence
    leads: Sequence[Row]
    total: int


@dataclass(frozen=True)
class Returned:
    """On return: what they have, and how much of it moved meanwhile."""

    cover: str
    leads: Sequence[Row]
    total: int
    moved: int


def absence(unit: Reading, owner: PersonId | None) -> Absence | None:
    setup = unit.setup()
    if owner is None or owner not in setup.away:
        return None
    cover = setup.present(owner)
    return Absence(unit.person(owner).name, setup.away[owner].until, unit.person(cover).name)


def covered(unit: Reading, cover: PersonId) -> list[tuple[PersonId, Absence]]:
    """Those whose leads this person looks after."""
    setup = unit.setup()
    found = ((who, absence(unit, who)) for who in sorted(setup.away) if setup.present(who) == cover != who)
    return [(who, one) for who, one in found if one is not None]


def covering(unit: Reading, notice: Notice) -> Covering | None:
    away = PersonId(int(str(notice.args["person"])))
    found, reader = absence(unit, away), PersonId(int(str(notice.args["reader"])))
    if found is None or unit.setup().present(away) != reader:
        return None
    page = unit.worked_by(away, limit=LISTED)
    return Covering(found, rows(unit, page, unit.person(reader)).items, page.total)


def returned(unit: Reading, notice: Notice) -> Returned | None:
    person = PersonId(int(str(notice.args["person"])))
    page = unit.worked_by(person, limit=100)
    if not page.total:
        return None
    since = datetime.fromisoformat(str(notice.args["since"]))
    moved = [lead for lead in page.items if lead.moved_at >= since]
    rest = [lead for lead in page.items if lead not in moved]
    shown = rows(unit, Page((*moved, *rest)[:LISTED], page.total), unit.person(person))
    cover = unit.person(PersonId(int(str(notice.args["cover"])))).name
    return Returned(cover, shown.items, page.total, len(moved))
