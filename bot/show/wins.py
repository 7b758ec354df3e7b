"""What is said of a win: to the referrer, and to everybody in the wins channel."""

from dataclasses import dataclass

from bot.errors import NoSuchLead, Refused
from bot.ids import LeadId, PersonId, WinId
from bot.leads import Lead
from bot.notices import Notice
from bot.show.leads import givers, named, without_contact
from bot.store import Reading
from bot.thanks import Win


@dataclass(frozen=True)
class Thanks:
    """The referrer's direct message. Without the owner's own `words` the thanks are to follow, or the company's."""

    lead: Lead
    win: Win
    owner: str
    words: str
    helpers: tuple[str, ...]
    following: bool
    """True in the message that brings the thanks after "thanks to follow"."""


@dataclass(frozen=True)
class WinPost:
    """The post in the wins channel; `title` is None where nobody may be named."""

    lead: Lead
    win: Win
    title: str | None
    referrer: str
    owner: str
    helpers: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class WinUndone:
    """What stands where a win was announced that was none."""

    lead: Lead
    win: Win
    referrer: str
    words: str
    """The reason, for those it was told to; empty in the channel."""
    title: str | None = None


@dataclass(frozen=True)
class WordsWanted:
    """To the owner: your words of thanks are still missing."""

    lead: Lead
    win: Win
    referrer: str


def thanks(unit: Reading, notice: Notice) -> Thanks | WinUndone | None:
    win = win_of(unit, notice)
    lead = unit.lead(LeadId(int(notice.args.get("part") or win.lead)))
    following = bool(notice.args.get("following"))
    if not win.stands:
        return WinUndone(lead, win, givers(unit, lead), _reason(unit, win)) if notice.shown else None
    return Thanks(lead, win, unit.person(win.owner).name, _words(unit, win, notice), _helpers(unit, win), following)


def _words(unit: Reading, win: Win, notice: Notice) -> str:
    """The first message of a win that was closed without words keeps saying so; the thanks come in their own."""
    if notice.args.get("without_words"):
        return ""
    return unit.text(win.words)


def post(unit: Reading, notice: Notice) -> WinPost | WinUndone | None:
    win = win_of(unit, notice)
    lead = without_contact(unit.lead(win.lead))
    title = lead.title if win.may_name and not lead.withheld else None
    if not win.stands:
        return WinUndone(lead, win, givers(unit, lead), "", title) if notice.shown else None
    return WinPost(
        lead,
        win,
        title,
        referrer=givers(unit, lead),
        owner=unit.person(win.owner).name,
        helpers=_helpers(unit, win),
        words=unit.text(win.words),
    )


def unwon(unit: Reading, notice: Notice) -> WinUndone | None:
    win = win_of(unit, notice)
    lead = unit.lead(win.lead)
    return None if win.stands else WinUndone(lead, win, givers(unit, lead), _reason(unit, win))


def words_wanted(unit: Reading, notice: Notice) -> WordsWanted | None:
    win = win_of(unit, notice)
    lead = unit.lead(win.lead)
    if not win.stands or win.thanked:
        return None
    return WordsWanted(without_contact(lead), win, givers(unit, lead))


def win_of(unit: Reading, notice: Notice) -> Win:
    return unit.win(WinId(int(str(notice.args["win"]))))


def owed(unit: Reading, win: WinId, person: PersonId) -> Lead:
    """The lead of a win that waits for this person's words; raises NoSuchLead where it is not theirs."""
    try:
        found = unit.win(win)
    except KeyError:
        raise NoSuchLead from None
    if found.owner != person:
        raise NoSuchLead
    if not found.stands or found.words is not None:
        raise Refused("already_thanked" if found.stands else "win_undone", lead=found.lead)
    return unit.lead(found.lead)


def _helpers(unit: Reading, win: Win) -> tuple[str, ...]:
    lead = unit.lead(win.lead)
    return tuple(named(unit, lead, helper.person) for helper in unit.helpers(win.lead))


def _reason(unit: Reading, win: Win) -> str:
    undoing = [entry for entry in unit.entries(win.lead) if entry.kind == "unwin" and entry.win == win.id]
    return unit.text(undoing[-1].texts.get("word")) if undoing else ""
