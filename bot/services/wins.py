"""A win: announced once, thanked for in the owner's own words, and edited where it turns out to be none."""

from collections.abc import Iterable
from datetime import datetime

from bot import clocks, notices
from bot.answers import Answer
from bot.carrying import Carrying
from bot.errors import NoSuchLead, Refused
from bot.history import UNDO, Entry, Texts
from bot.ids import LeadId, PersonId, TextId, WinId
from bot.joining import parts_of
from bot.leads import Lead
from bot.moves import Move
from bot.notices import Arguments, Notice
from bot.saying import calendar, desk, show_home, show_owner, tell
from bot.services.once import once
from bot.setup import Place
from bot.store import Unit
from bot.texts import long
from bot.thanks import Win
from bot.values import replace


def of_move(
    unit: Unit, lead: Lead, move: Move, given: Carrying, texts: Texts, *, by: PersonId, now: datetime
) -> Win | None:
    """The win that this move makes or takes away."""
    if move.name == "win":
        return unit.add_win(_made(unit, lead, given, texts.get("thanks"), by=by, now=now))
    if move.name != "unwin":
        return None
    last = next(reversed(unit.wins(lead.id)), None)
    if last is None:
        return None  # it came from a list as won: nobody was thanked, and nothing was announced
    win = replace(last, undone_at=now, thanks_due=None)
    unit.save_win(win)
    return win


def _made(unit: Unit, lead: Lead, given: Carrying, words: TextId | None, *, by: PersonId, now: datetime) -> Win:
    owner = lead.owner or by
    own = owner == lead.referrer  # nobody thanks themselves, so the company does, and at once
    return Win(
        WinId(0),
        lead.id,
        0,
        by,
        owner,
        now,
        amount=given.money,
        starts_on=given.on,
        may_name=given.may_name,
        words=words,
        company_thanked=own and words is None,
        thanks_due=None if words or own else clocks.company_thanks_due(calendar(unit, owner), now),
    )


def say(unit: Unit, win: Win, *, now: datetime) -> None:
    """Announce it, or say that it was none. Without words the referrer hears at once, and the thanks follow."""
    if not win.stands:
        _say_undone(unit, win, now=now)
        return
    _tell(unit, win, f"won:{win.id}", now=now, without_words=win.words is None)
    if win.thanked:
        _post(unit, win, now=now)
    elif win.by != win.owner:
        tell(unit, f"words_wanted:{win.id}", win.owner, "words_wanted", {"win": win.id}, now=now)
    _show_owner(unit, win, now=now)


def _tell(
    unit: Unit, win: Win, key: str, *, now: datetime, without_words: bool = False, following: bool = False
) -> None:
    """Everybody's who gave it; nobody is thanked for what they won themselves."""
    whole = unit.lead(win.lead)
    about: Arguments = {"win": win.id, "without_words": without_words, "following": following}
    for lead in (whole, *parts_of(unit, whole)):
        if lead.referrer != win.owner:
            its, part = (f"{key}:{lead.id}", {"part": lead.id}) if lead.part_of else (key, {})
            tell(unit, its, lead.referrer, "thanks", {**about, **part}, now=now)


def _show_owner(unit: Unit, win: Win, *, now: datetime) -> None:
    """Whether words of thanks are still wanted stands in the owner's message and in their App Home."""
    if unit.notice_by_key(f"owned:{win.lead}:{win.owner}") is not None:
        show_owner(unit, unit.lead(win.lead), win.owner, now=now)
    show_home(unit, unit.person(win.owner), now=now)


def _post(unit: Unit, win: Win, *, now: datetime) -> None:
    unit.put(Notice(f"post:{win.id}", notices.place(Place.WINS), "win_post", {"win": win.id}, due=now + UNDO))


def _say_undone(unit: Unit, win: Win, *, now: datetime) -> None:
    """What was announced is edited; what was not is never sent. The owner hears why, as the referrer does."""
    _again(unit, win, now=now)
    if win.owner != _undoer(unit, win).actor:
        tell(unit, f"unwon:{win.id}", win.owner, "unwon", {"win": win.id}, now=now)


def _undoer(unit: Unit, win: Win) -> Entry:
    return [entry for entry in unit.entries(win.lead) if entry.win == win.id][-1]


def _again(unit: Unit, win: Win, *, now: datetime) -> None:
    """Have every message of this win say what is true now."""
    own = [f"{what}:{win.id}" for what in ("won", "thanks", "words", "post")]
    for key in (*own, *unit.keys(*(f"{key}:" for key in own))):
        notice = unit.notice_by_key(key)
        if notice is None:
            continue
        if notice.stands:
            unit.put(replace(notice, due=now + UNDO))
        elif not win.stands:
            unit.drop(key)


def unsay(unit: Unit, win: Win, entry: Entry, *, now: datetime) -> None:
    """Undo within two minutes: of a win, or of the undoing of one."""
    if entry.kind == "win":
        win = replace(win, undone_at=now, thanks_due=None)
        unit.drop(f"words_wanted:{win.id}")
    else:
        due = None if win.thanked else clocks.company_thanks_due(calendar(unit, win.owner), win.at)
        win = replace(win, undone_at=None, thanks_due=due)
        unit.drop(f"unwon:{win.id}")
    unit.save_win(win)
    _again(unit, win, now=now)
    _show_owner(unit, win, now=now)


@once
def thank(unit: Unit, win_id: WinId, words: str, *, by: PersonId, now: datetime) -> Answer:
    """The owner's own words, after the win: the referrer reads them, and the post says them."""
    win = _find(unit, win_id)
    if win.owner != by:
        raise NoSuchLead
    if not win.stands or win.words is not None:
        raise Refused("already_thanked" if win.stands else "win_undone", lead=win.lead)
    text = unit.write_text(win.lead, long(words, field="thanks", required=True))
    said = replace(win, words=text, thanks_due=None)
    unit.save_win(said)
    lead = unit.lead(win.lead)
    unit.record(lead, "thanked", actor=by, now=now, texts={"thanks": text}, win=win.id, facts={"status": lead.status})
    for key in (f"thanks:{win.id}", *unit.keys(f"thanks:{win.id}:")):
        unit.drop(key)
    if any(first is not None and first.stands for first in map(unit.notice_by_key, _said_first(unit, win))):
        _tell(unit, said, f"words:{win.id}", now=now, following=True)
    else:
        _tell(unit, said, f"won:{win.id}", now=now)
    _post(unit, said, now=now)
    _show_owner(unit, win, now=now)
    return Answer("thanked", LeadId(win.lead))


def _said_first(unit: Unit, win: Win) -> Iterable[str]:
    return (f"won:{win.id}", *unit.keys(f"won:{win.id}:"))


def _find(unit: Unit, win: WinId) -> Win:
    try:
        return unit.win(win)
    except KeyError:
        raise NoSuchLead from None


def thank_for_company(unit: Unit, win: Win, *, now: datetime) -> None:
    """The words did not come in time: the company thanks in its own name, and the win is announced."""
    thanked = replace(win, company_thanked=True, thanks_due=None)
    unit.save_win(thanked)
    _tell(unit, thanked, f"thanks:{win.id}", now=now, following=True)
    _post(unit, thanked, now=now)
    _show_owner(unit, win, now=now)


def owner_or_desk(unit: Unit, lead: Lead) -> frozenset[PersonId]:
    """Whom a question about this lead goes to: who has it, or who covers for them."""
    return desk(unit, lead.kind) if lead.owner is None else frozenset({unit.setup().present(lead.owner)})
