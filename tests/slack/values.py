"""Read models to render, of any text, kind and status."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import chain

from bot.corrections import FIELDS, Stage
from bot.digests import LOST, MOVED, NEW, WEEKS, WON, Giver, Numbers
from bot.history import Entry
from bot.ids import DraftId, EntryId, LeadId, PersonId, TextId, WinId
from bot.importing import Fate
from bot.leads import CLOSED, OPEN, Kind, Lead, Status, Tie
from bot.loop_health import Loop
from bot.moves import LIKELY, TABLE, Move
from bot.people import Person, Role
from bot.remarks import Screen
from bot.rewarded import Rewarded, Unrewarded
from bot.sensitive import Topic
from bot.setup import Place, Setup, Step
from bot.show import (
    absence,
    cards,
    corrections,
    desks,
    digests,
    escalations,
    homes,
    mornings,
    notes,
    owners,
    receipts,
    referrers,
    talk,
    wins,
)
from bot.show.importing import Imported
from bot.show.rows import Row
from bot.show.setup import SetupView, Trial
from bot.show.waiting import Waiting
from bot.store import Page
from bot.talk import Readers
from bot.thanks import Win
from tests.slack.bringing import brought
from tests.slack.crediting import claimed, credited, kept, split
from tests.slack.joining import joined, linked, others, several
from tests.slack.offering import STAGES, offerings, offers_of

NOW = datetime(2026, 5, 3, 9, 30, tzinfo=UTC)
ERIN, RAVI = PersonId(1), PersonId(2)
STATUSES = [(move_kind, status) for move_kind in Kind for status in Status]


def lead(text: str = "Acme", kind: Kind = Kind.SALES, status: Status = Status.NEW, *, known: bool = True) -> Lead:
    """`known`: with everything that can be said about it."""
    bare = Lead(kind, text, id=LeadId(42), referrer=ERIN, status=status, logged_at=NOW, moved_at=NOW)
    if not known:
        return bare
    return replace(
        bare,
        person=text,
        email="jane@acme.example",
        phone="+34600123456",
        link="https://acme.example/jobs?a=1&b=2",
        about=text,
        need=text,
        how_known=text,
        help=text,
        tie=Tie.WELL,
        crm="https://crm.example/42",
        source="https://sandbox.slack.example/archives/C1/p1",
        promise_due=None if status in CLOSED else NOW,
        spoke_at=NOW,
        back_on=date(2026, 6, 1),
        next_on=date(2026, 5, 5),
        resume=Status.ACCEPTED if status in CLOSED else None,
    )


def person(text: str = "Erin Example", who: PersonId = ERIN) -> Person:
    return Person(
        who,
        text,
        "Europe/Madrid",
        "en-GB",
        guest=False,
        workspace_admin=True,
        deactivated=False,
        known=True,
        seen_at=NOW,
    )


def line(kind: str, shown: Lead, text: str = "Ravi", **facts: str) -> cards.Line:
    entry = Entry(
        EntryId(9), shown.id, 2, kind, RAVI, NOW, 2, facts={"status": shown.status, "kind": shown.kind, **facts}
    )
    return cards.Line(entry, text, text, text)


def detail(shown: Lead, text: str) -> cards.Detail:
    happened = [line(move.name, shown, text, on="2026-05-05", reason="timing") for move in TABLE][:20]
    return cards.Detail(
        shown,
        text,
        text,
        text,
        ((text, text),) * 30,
        offerings(),
        tuple(happened),
        others(shown, text),
        linked(shown, text),
    )


def page(shown: Lead, text: str = "Erin Example", moves: tuple[Move, ...] = TABLE) -> homes.LeadPage:
    return homes.LeadPage(
        shown,
        owner=text,
        detail=detail(shown, text),
        moves=moves,
        notes=((text, text),) * 20,
        learned=(text,),
        referring=False,
        can_edit=True,
        can_ask=True,
        can_touch=True,
        can_link=True,
    )


def home(shown: Lead, text: str) -> homes.Home:
    rows = [Row(replace(shown, id=LeadId(n)), text, text, TABLE[0]) for n in range(10)]
    full = Page(rows, total=25, offset=10)
    setup = Setup({Place.LEADS: "C123"}, dict.fromkeys(Role, frozenset({ERIN})), desks={shown.kind: (ERIN, RAVI)})
    admin = SetupView(setup, (person(text),), frozenset({Step.CHANNELS, Step.COMMAND}))
    owed = ((win(), shown), (replace(win(), id=WinId(4)), shown))
    looks = dict.fromkeys(Kind, (text[:120] or "x",) * 3)
    missing = (Place.WINS, Place.HIRING)
    board = {(kind, status): 1000 for kind in Kind for status in Status}
    return homes.Home(
        person(text), full, full, full, owed, admin, missing, looks=looks, board=board, exports=True, keeps=tuple(Kind)
    )


def win() -> Win:
    return Win(WinId(3), LeadId(42), 1, RAVI, RAVI, NOW, words=TextId(5))


def digest(shown: Lead, text: str, *, own: bool = False) -> digests.Digest:
    """Of sixty reps and two thousand leads, all of them waiting."""
    numbers = Numbers(
        weeks=[dict.fromkeys((NEW, MOVED, WON, LOST), 2000)] * WEEKS,
        pipeline={(kind, status): 2000 for kind in Kind for status in OPEN},
        givers=[Giver(ERIN, 2000)] * 10,
        loop=Loop(leads=2000, late=2000, referrers=60, waiting=60),
    )
    waits = Waiting(shown, text, text, 9, TABLE[1], can_ask=True, can_tell=True, gave=False, yours=False)
    waiting = tuple(replace(waits, lead=replace(shown, id=LeadId(n))) for n in range(digests.MOST))
    owed = (digests.Owed(shown, text, text),) * digests.SHOWN
    givers = ((text or "x", 2000),) * 10
    return digests.Digest(
        numbers,
        waiting,
        owed,
        60,
        digests.Gave(givers, 50, givers, 2000),
        own=own,
        helps=not own,
        asked=True,
        began=(NOW.date(),) * WEEKS,
    )


def stuck(shown: Lead, text: str) -> Iterator[escalations.Escalated]:
    waiting, settled = digest(shown, text).waiting, ((shown, line("give", shown, text)),)
    yield escalations.Escalated(
        tuple(replace(waiting[0], lead=replace(shown, id=LeadId(n))) for n in range(12)), settled * 12
    )
    yield escalations.Escalated(waiting[:1], ())
    yield escalations.Escalated((), settled)


def today(shown: Lead, text: str) -> mornings.Today:
    back_moves = tuple(move for move in TABLE if move.name in {"wake", "warm", "decline"})
    several = [replace(shown, id=LeadId(n)) for n in range(1, 12)]
    back = tuple(mornings.Asked(one, text, None, back_moves, absent=text or None) for one in several[:2])
    asks = tuple(mornings.Asked(one, text, None) for one in several[2:5])
    done = mornings.Asked(several[5], text, line("still", shown, text), stuck=True)
    steps = tuple(mornings.Step(one, text, text if one.id % 2 else None) for one in several)
    return mornings.Today(date(2026, 5, 4), steps, (*back, replace(done, stuck=False)), (*asks, done), 25)


def asking(shown: Lead, text: str) -> Iterator[object]:
    """Between whoever gave it and whoever has it."""
    yield owners.Asked(shown, (text,) * 12, tuple(TABLE[:3]), owned=True)
    yield owners.Asked(shown, (text,), (), owned=False)
    yield referrers.Answered(shown, text, text)
    yield from (corrections.Correction(shown, EntryId(1), text, FIELDS, stage) for stage in Stage)
    yield from (corrections.Decided(shown, text, taken_over=taken) for taken in (True, False))


def everything(shown: Lead, text: str = "Ravi Rep") -> Iterator[object]:
    """One of each read model, as full as it gets."""
    three = tuple(move for move in TABLE if move.name in LIKELY[shown.status])
    yield cards.Card(shown, text, several(text), text, text, (text,) * 30, text, TABLE[0])
    yield cards.CardGone(shown.id, shown.kind)
    yield detail(shown, text)
    for coming in receipts.Next:
        yield receipts.Receipt(
            replace(shown, desk_due=NOW, unrewarded=Unrewarded.ROLE),
            None,
            coming,
            text,
            place_missing=True,
            editable=True,
            withdrawable=True,
            rekindable=True,
            desk=text,
            forgettable=True,
            rewarded=Rewarded(words=text),
        )
    yield receipts.Receipt(
        shown, text, receipts.Next.TEAM, None, place_missing=False, editable=False, withdrawable=True, rekindable=False
    )
    for turn in range(len(STAGES)):
        yield owners.Owned(
            shown,
            text,
            several(text),
            ((text, text),) * 30,
            offerings(turn),
            text,
            three,
            can_touch=True,
            words=text,
            also=others(shown, text),
            linked=linked(shown, text),
        )
    yield owners.NotTheirs(shown, text, text)
    yield owners.NotTheirs(shown, text, None)
    yield referrers.Moved(
        shown, text, tuple(line(move.name, shown, text, reason="other") for move in TABLE[:6]), shown.status
    )
    answered = referrers.Update(shown, text, text, NOW, line("wait", shown, text, on="2026-05-09"), 14)
    silent = referrers.Update(replace(shown, spoke_at=None, back_on=None), None, "", None)
    yield from (referrers.Updates(some) for some in ((answered,), (silent,), (answered, silent) * 20))
    yield from asking(shown, text)
    yield owners.Offered(shown, text, text, text)
    yield from offers_of(shown, text)
    yield from chain(*(several_of(shown, text) for several_of in (joined, credited, claimed, split, kept)))
    called = owners.Suggested(replace(shown, desk_due=NOW), text, TABLE[0], call=True, works_with=True)
    yield from (called, replace(called, call=False, left=True), owners.Suggested(shown, text, TABLE[0]))
    yield desks.AtDesk((desks.Waiting(shown, text, three),) * 12)
    yield desks.AtDesk(())
    away = absence.Absence(text, date(2026, 12, 24), text)
    yield absence.Covering(away, [Row(shown, text, text)] * 10, 12)
    yield absence.Returned(text, [Row(shown, text, text)], 1, 1)
    yield absence.Returned(text, [Row(shown, text, text)], 1, 0)
    yield from stuck(shown, text)
    yield owners.WithdrawAsked(shown, text, TABLE[0])
    yield owners.HelpWanted(shown, text, text, gave=True)
    yield owners.HelpWanted(shown, text, "", gave=False)
    yield today(shown, text)
    yield notes.DraftKept(7, text)
    yield notes.DraftFinished(7)
    yield from (notes.Wrong(text, text, screen, shown.id) for screen in Screen)
    yield talk.Asking(DraftId(7), text, "/lead", shown, Readers(referrer=True, team=True), text, text, Topic.HEALTH)
    yield talk.Asking(DraftId(8), text, "/lead", shown, Readers(worker=True), text, None)
    yield from (talk.Asking(DraftId(9), typed, "/lead", None, Readers()) for typed in (text, ""))
    yield from (Trial(text), Imported(text, text, dict.fromkeys(Fate, 10**6)), *brought(text))
    yield from (talk.Settled(about) for about in (shown, None))
    yield talk.Remarked(shown, text, text, owned=True)
    yield from (notes.PlaceMissing(place) for place in Place)
    for following in (True, False):
        yield wins.Thanks(shown, win(), text, text, (text,) * 12, following)
        yield wins.Thanks(shown, win(), text, "", (), following)
    yield wins.WinPost(shown, win(), text, text, text, (text,) * 12, text)
    yield wins.WinPost(shown, replace(win(), company_thanked=True), None, text, text, (), "")
    yield wins.WinUndone(shown, win(), text, text, text)
    yield wins.WinUndone(shown, win(), text, "")
    yield wins.WordsWanted(shown, win(), text)
    yield from (digest(shown, text, own=own) for own in (True, False))
    yield home(shown, text)
