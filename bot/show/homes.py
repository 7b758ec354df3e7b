"""What App Home and /lead mine show, and one lead as a person may see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot import rights
from bot.deciding import may_dispute
from bot.ids import PersonId
from bot.joining import whole_of
from bot.leads import Kind, Lead
from bot.moves import Move
from bot.notices import Notice
from bot.people import Person
from bot.setup import Place, Setup
from bot.show.absence import Absence, absence, covered
from bot.show.attachments import File, files
from bot.show.cards import Detail, detail_of
from bot.show.leads import name, named, unread_by, without_contact
from bot.show.lists import Board, Found, board, found, waiting
from bot.show.reach import unreached
from bot.show.rows import SHOWN, Row, rows
from bot.show.setup import SetupView, setup_view
from bot.show.splits import Portion, portions
from bot.show.troubles import Parked, all_parked
from bot.sought import read
from bot.splitting import may_split, open_split
from bot.standing import Standing
from bot.store import Page, Reading
from bot.thanks import Win
from bot.values import replace


@dataclass(frozen=True)
class Home:
    """One person's App Home."""

    person: Person
    gave: Page[Row]
    works: Page[Row]
    waiting: Page[Row]
    """What nobody has and the reader may take."""
    owed: tuple[tuple[Win, Lead], ...]
    """Wins that still want the reader's words of thanks."""
    setup: SetupView | None
    """For admins only."""
    missing: tuple[Place, ...]
    takes: bool = True
    """The reader may take leads."""
    looks: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    """What we look for."""
    board: Board = field(default_factory=dict)
    """How many of their team's leads stand where; empty for who has no team."""
    exports: bool = False
    """The reader may take leads out as a file."""
    privacy: bool = False
    """The reader answers whoever asks about their data."""
    keeps: tuple[Kind, ...] = ()
    """The kinds for which the reader says what we look for."""
    absence: Absence | None = None
    """The reader is away."""
    leads_team: bool = False
    """The reader has a team to look at."""
    found: Found | None = None
    """What the reader looks for, in place of their own leads."""
    parked: tuple[Parked, ...] = ()
    """What is held up; for admins only."""
    covers: tuple[tuple[Absence, Page[Row]], ...] = ()
    """Who is away and what they work, where the reader looks after it."""


@dataclass(frozen=True)
class LeadPage:
    """One lead as one person may see it."""

    lead: Lead
    """Without contact data where the reader may not see it."""
    owner: str | None
    detail: Detail
    moves: tuple[Move, ...]
    notes: tuple[tuple[str, str], ...]
    """(author, note) for the team; empty for who may not read them."""
    learned: tuple[str, ...]
    """What they value and how they buy, as the owner heard it."""
    referring: bool
    """The reader gave it."""
    can_edit: bool
    can_ask: bool
    can_touch: bool
    can_link: bool
    """The reader may say where the CRM has it."""
    step: str = ""
    """What is to be done next."""
    absence: Absence | None = None
    """Its owner is away."""
    shows_contact: bool = False
    """The reader may see how to reach them, and more than a first name."""
    can_join: bool = False
    """The reader may say that it is about the same as another lead."""
    can_part: bool = False
    """The reader may say that it is a different one."""
    can_change_credit: bool = False
    """The reader may decide whose the credit is."""
    files: tuple[File, ...] = ()
    """What was shared about it, where the reader may see how to reach them."""
    can_dispute: bool = False
    """The reader may say that they knew them before, or gave them first."""
    disputed: bool = False
    """Whose the credit is, is still to be decided."""
    can_split: bool = False
    """The reader may propose how the credit is split between those who gave it."""
    splitting: bool = False
    """That is still to be agreed."""
    credit: tuple[Portion, ...] = ()
    """Whose it is by how much; empty where all of it is theirs who sourced it."""
    whole: Lead | None = None
    """The lead that it is part of, where the reader may see it."""
    window_over: bool = False
    """It counts as its givers' no longer if somebody else gives it."""
    unread: str = ""
    """Who gave it and does not read the team's notes; for the form of a move."""


COVERED = 6
"""So many leads of those who are away their cover's Home tab shows at once."""


def home(unit: Reading, notice: Notice) -> Home:
    person = unit.person(PersonId(int(str(notice.args["person"]))))
    shown, looked = home_of(unit, person), read(person.home_filter)
    return replace(shown, found=found(unit, looked.sought, person, offset=looked.offset)) if looked else shown


def home_of(unit: Reading, person: Person, *, limit: int = SHOWN) -> Home:
    setup = unit.setup()
    return Home(
        person,
        gave=rows(unit, unit.given_by(person.id, limit=limit), person),
        works=rows(unit, unit.worked_by(person.id, limit=limit), person),
        covers=_covers(unit, person),
        waiting=waiting(unit, person, limit=limit),
        owed=tuple((win, without_contact(unit.lead(win.lead))) for win in unit.unthanked(person.id)),
        setup=setup_view(unit, setup) if setup.is_admin(person) else None,
        parked=all_parked(unit) if setup.is_admin(person) else (),
        missing=tuple(place for place in Place if place not in setup.places),
        takes=rights.takes(person, setup),
        board=board(unit, person),
        exports=rights.exports(person, setup),
        privacy=any(rights.handles_privacy(person, kind, setup) for kind in Kind),
        looks=setup.looks,
        keeps=looks_kept(person, setup),
        absence=absence(unit, person.id),
        leads_team=rights.sight(person, setup).leads_team,
    )


def _covers(unit: Reading, person: Person) -> tuple[tuple[Absence, Page[Row]], ...]:
    absent = covered(unit, person.id)
    limit = max(COVERED // max(len(absent), 1), 1)
    return tuple((one, rows(unit, unit.worked_by(who, limit=limit), person)) for who, one in absent)


def looks_kept(person: Person, setup: Setup) -> tuple[Kind, ...]:
    return tuple(kind for kind in Kind if rights.keeps_looks(person, kind, setup))


def list_of(unit: Reading, which: str, person: Person, *, offset: int, limit: int = SHOWN) -> Page[Row]:
    """One page of a list of App Home: gave, works or waiting."""
    if which == "waiting":
        return waiting(unit, person, limit=limit, offset=offset)
    listed = unit.worked_by if which == "works" else unit.given_by
    return rows(unit, listed(person.id, limit=limit, offset=offset), person)


def lead_page(unit: Reading, lead: Lead, reader: Person) -> LeadPage:
    """Raises NoSuchLead where it is not theirs to see."""
    setup = unit.setup()
    helper = any(h.person == reader.id for h in unit.helpers(lead.id))
    stands = rights.standings(reader, lead, setup, helper=helper)
    if not rights.may_see(lead, stands) or lead.restricted:
        rights.check_sight(lead, stands)
    reaches, step = rights.may_see_contact(lead, stands), unit.text(lead.next_step)
    works = rights.may_see_contact(lead, stands - {Standing.REFERRER})  # whoever gave it knows what they gave alone
    seen = lead if reaches else without_contact(lead)
    team = rights.may_read_notes(stands)
    seen = seen if team else replace(seen, crm="")
    whole = whole_of(unit, lead)
    return LeadPage(
        seen,
        owner=name(unit, lead.owner),
        detail=detail_of(unit, seen, reader, personal=team or reader.id == lead.referrer, reaches=works),
        step=step if reaches else unreached(step),
        can_join=rights.may_join(lead, stands),
        can_part=rights.may_part(lead, stands),
        can_change_credit=rights.may_change_credit(lead, stands) and reader.id != lead.referrer,
        can_dispute=may_dispute(unit, lead, reader.id),
        disputed=any(one.open for one in unit.disputes(whole.id)),
        can_split=may_split(unit, lead, reader.id),
        splitting=open_split(unit, whole) is not None,
        credit=portions(unit, lead, reader.id),
        whole=without_contact(whole) if whole.id != lead.id and _sees(unit, whole, reader) else None,
        files=files(unit, lead) if reaches and not lead.withheld else (),
        window_over=lead.window_on is not None and whole.window_due is None,
        moves=rights.open_moves(lead, stands, setup),
        notes=tuple(_written(unit, lead, "note")) if team else (),
        learned=tuple(text for _, text in (*_written(unit, lead, "values"), *_written(unit, lead, "buys")))
        if team
        else (),
        referring=reader.id == lead.referrer,
        can_edit=reader.id == lead.referrer and lead.open,
        can_ask=reader.id == lead.referrer and lead.open and reader.id != lead.owner,
        can_touch=bool(stands & {Standing.OWNER, Standing.COVER}) and lead.open,
        can_link=rights.may_link(stands),
        absence=absence(unit, lead.owner) if lead.open else None,
        shows_contact=reaches,
    )


def _sees(unit: Reading, lead: Lead, reader: Person) -> bool:
    return rights.may_see(lead, rights.standings(reader, lead, unit.setup()))


def page_to_reach(unit: Reading, lead: Lead, reader: Person) -> LeadPage:
    """Raises NoSuchLead, or Refused where the lead is withheld, or how to reach them is not for this reader."""
    stands = rights.standings(reader, lead, unit.setup())
    rights.check_sight(lead, stands)
    rights.check_contact(lead, stands)
    return lead_page(unit, lead, reader)


def page_to_move(unit: Reading, lead: Lead, move: Move, reader: Person) -> LeadPage:
    """The page that a move's form is made of; raises what the move itself would: better before somebody types."""
    setup = unit.setup()
    helper = any(h.person == reader.id for h in unit.helpers(lead.id))
    rights.check(move, lead, rights.standings(reader, lead, setup, helper=helper), setup)
    return replace(lead_page(unit, lead, reader), unread=unread_by(unit, lead))


def _written(unit: Reading, lead: Lead, what: str) -> list[tuple[str, str]]:
    entries = [entry for entry in unit.entries(lead.id) if what in entry.texts and not entry.undone]
    return [(named(unit, lead, entry.actor), unit.text(entry.texts[what])) for entry in entries]
