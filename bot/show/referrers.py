"""What a lead's referrer is told besides the receipt: the moves, the update on a schedule, the owner's sentence."""

from dataclasses import dataclass
from datetime import datetime

from bot import clocks, notices
from bot.asking import unanswered
from bot.history import Entry
from bot.ids import EntryId, LeadId
from bot.leads import Lead, Status
from bot.moves import BY_NAME
from bot.notices import Notice
from bot.show.cards import Line, line
from bot.show.leads import lead_of, name
from bot.store import Reading


@dataclass(frozen=True)
class Moved:
    """What the referrer hears of one group of moves."""

    lead: Lead
    owner: str | None
    lines: tuple[Line, ...]
    status: Status
    """What it was after the last of them."""


@dataclass(frozen=True)
class Update:
    """The loop update on a schedule: where it stands, or the honest absence of news."""

    lead: Lead
    owner: str | None
    step: str
    next_by: datetime | None
    said: Line | None = None
    """What the owner answered since the last one."""
    slower: int = 0
    """Days until the next one, where it is further off from now on."""
    asked: bool = False
    """Somebody asked how it goes, and has no answer yet."""


@dataclass(frozen=True)
class Updates:
    """All that a referrer is told on a schedule these days."""

    updates: tuple[Update, ...]


@dataclass(frozen=True)
class Answered:
    """The owner's sentence to the referrer."""

    lead: Lead
    owner: str
    words: str


def _is_theirs(notice: Notice, lead: Lead) -> bool:
    """Whoever has left the credit to somebody hears no more; what they were told stands."""
    return notice.shown > 0 or notice.address == notices.person(lead.referrer)


def moved(unit: Reading, notice: Notice) -> Moved | None:
    lead = lead_of(unit, notice)
    if not _is_theirs(notice, lead):
        return None
    whole = LeadId(int(notice.args.get("of") or lead.id))
    group = unit.entries(whole, group=int(str(notice.args["group"])))
    told = [entry for entry in group if is_told(entry, lead)]
    if not told:
        return None
    status = Status(str(told[-1].facts.get("status", lead.status)))
    said = [entry for entry in group if entry in told or _answers(entry)]
    return Moved(lead, name(unit, lead.owner), tuple(line(unit, lead, entry) for entry in said), status)


def _answers(entry: Entry) -> bool:
    """How it goes, as the owner answered: with the news of a week it is part of the story."""
    return entry.kind in BY_NAME and BY_NAME[entry.kind].answers and not entry.undone


def is_told(entry: Entry, lead: Lead) -> bool:
    """What the referrer hears: moves that stand and that they did not make themselves."""
    move = BY_NAME.get(entry.kind)
    return move is not None and move.tells and not entry.undone and entry.actor != lead.referrer


def updates(unit: Reading, notice: Notice) -> Updates | None:
    """Of the leads that are still open, and that the referrer still wants to hear of. What was shown stays."""
    news = notices.leads_in(notice.args, "news")
    leads = [unit.lead(lead) for lead in notices.leads_in(notice.args, "leads")]
    wanted = [lead for lead in leads if notice.shown or (lead.open and not lead.muted and _is_theirs(notice, lead))]
    told = [_update(unit, lead, news=lead.id in news) for lead in wanted]
    return Updates(tuple(told)) if told else None


def _update(unit: Reading, lead: Lead, *, news: bool) -> Update:
    every = unit.setup().cadences
    entries = unit.entries(lead.part_of or lead.id)
    said = [entry for entry in entries if _answers(entry)]
    return Update(
        lead,
        name(unit, lead.owner),
        unit.text(lead.next_step),
        lead.promise_due,
        line(unit, lead, said[-1]) if news and said else None,
        clocks.interval(lead, every).days if clocks.slower(lead, every) else 0,
        bool(unanswered(entries, lead)),
    )


def answered(unit: Reading, notice: Notice) -> Answered | None:
    entry = unit.entry(EntryId(int(str(notice.args["entry"]))))
    words = unit.text(entry.texts.get("word"))
    lead = unit.lead(LeadId(int(notice.args.get("part") or entry.lead)))
    if entry.undone or not words or not _is_theirs(notice, lead):
        return None
    return Answered(lead, unit.person(entry.actor).name, words)
