"""The one table of moves: from which status, to which, by whom, and what each carries."""

from collections.abc import Mapping

from bot.carried import Carried
from bot.leads import Kind, Status
from bot.moves.move import End, Ends, Move
from bot.standing import Standing

S, T = Kind.SALES, Kind.TALENT


def _both(sales: frozenset[Status], talent: frozenset[Status]) -> Mapping[Kind, frozenset[Status]]:
    return {S: sales, T: talent}


def _of(*statuses: Status) -> frozenset[Status]:
    return frozenset(statuses)


def _who(*standings: Standing) -> frozenset[Standing]:
    return frozenset(standings)


NONE: frozenset[Status] = frozenset()
_SALES_WORKED = _of(Status.ACCEPTED, Status.CONTACTED, Status.MEETING, Status.PROPOSAL)
_TALENT_WORKED = _of(Status.ACCEPTED, Status.SCREENING, Status.INTERVIEWING, Status.OFFER)
_WORKED = _both(_SALES_WORKED, _TALENT_WORKED)
_SALES_OPEN = _SALES_WORKED | _of(Status.NEW, Status.QUALIFYING, Status.SALES_READY, Status.NURTURING)
_TALENT_OPEN = _TALENT_WORKED | _of(Status.NEW, Status.NURTURING)
_SALES_ONLY = _SALES_OPEN - _TALENT_OPEN
_TALENT_ONLY = _TALENT_OPEN - _SALES_OPEN
_OPEN = _both(_SALES_OPEN, _TALENT_OPEN)

_OWNER, _TAKER, _DESK, _MANAGER = Standing.OWNER, Standing.TAKER, Standing.DESK, Standing.MANAGER
_MARKETER, _REFERRER, _COVER = Standing.MARKETER, Standing.REFERRER, Standing.COVER


def _same(end: End) -> Mapping[Kind, End]:
    return {S: end, T: end}


TABLE: tuple[Move, ...] = (
    Move(
        "take",
        _both(_of(Status.NEW, Status.SALES_READY), _of(Status.NEW)),
        _same(Status.ACCEPTED),
        _who(_TAKER, _DESK),
        may_carry=(Carried.WORD,),
        at_once=True,
    ),
    Move(
        "give",
        _both(_SALES_OPEN - _of(Status.NURTURING), _TALENT_OPEN - _of(Status.NURTURING)),
        _same(Status.ACCEPTED),
        _who(_DESK, _MANAGER),
        needs=(Carried.OWNER,),
    ),
    Move("qualify", _both(_of(Status.NEW), NONE), {S: Status.QUALIFYING}, _who(_MARKETER), at_once=True),
    Move(
        "ready",
        _both(_of(Status.NEW, Status.QUALIFYING), NONE),
        {S: Status.SALES_READY},
        _who(_MARKETER),
        needs=(Carried.CHECKLIST,),
    ),
    Move(
        "spoke",
        _WORKED,
        {S: Status.CONTACTED, T: Status.SCREENING},
        _who(_OWNER, _COVER),
        may_carry=(Carried.VALUES, Carried.BUYS, Carried.KNOWS_SOURCE, Carried.WORD),
        touch=True,
    ),
    Move(
        "meeting",
        _WORKED,
        {S: Status.MEETING, T: Status.INTERVIEWING},
        _who(_OWNER, _COVER),
        needs=(Carried.ON,),
        may_carry=(Carried.WORD,),
        milestone=True,
    ),
    Move(
        "proposal", _WORKED, {S: Status.PROPOSAL, T: Status.OFFER}, _who(_OWNER, _COVER), at_once=True, milestone=True
    ),
    Move(
        "win",
        _WORKED,
        _same(Status.WON),
        _who(_OWNER, _COVER, _MANAGER),
        may_carry=(Carried.THANKS, Carried.AMOUNT, Carried.ON, Carried.MAY_NAME),
        milestone=True,
    ),
    Move(
        "lose",
        _WORKED,
        _same(Status.LOST),
        _who(_OWNER, _COVER, _MANAGER),
        needs=(Carried.REASON,),
        may_carry=(Carried.WORD, Carried.NOTE),
        milestone=True,
    ),
    Move(
        "warm",
        _OPEN,
        _same(Status.NURTURING),
        _who(_OWNER, _COVER, _MARKETER, _DESK),
        needs=(Carried.ON,),
        may_carry=(Carried.WORD, Carried.NOTE),
    ),
    Move(
        "wake",
        _both(_of(Status.NURTURING), _of(Status.NURTURING)),
        _same(Ends.WAKE),
        _who(_OWNER, _COVER, _MARKETER, _DESK),
        at_once=True,
    ),
    Move(
        "decline",
        _both(
            _of(Status.NEW, Status.QUALIFYING, Status.SALES_READY, Status.ACCEPTED, Status.NURTURING),
            _of(Status.NEW, Status.ACCEPTED, Status.NURTURING),
        ),
        _same(Status.DECLINED),
        _who(_MARKETER, _DESK, _OWNER, _MANAGER),
        needs=(Carried.REASON,),
        may_carry=(Carried.WORD, Carried.NOTE),
        milestone=True,
    ),
    Move(
        "pass",
        _both(_SALES_WORKED | _of(Status.NURTURING), _TALENT_WORKED | _of(Status.NURTURING)),
        _same(Ends.SAME),
        _who(_OWNER, _COVER, _MANAGER),
        needs=(Carried.OWNER,),
        may_carry=(Carried.NOTE,),
    ),
    Move("back", _WORKED, _same(Ends.RETURN), _who(_OWNER), may_carry=(Carried.WORD,)),
    Move("withdraw", _OPEN, _same(Status.DECLINED), _who(_REFERRER, _OWNER, _COVER, _MANAGER, _DESK), at_once=True),
    Move(
        "rekind",
        _both(_of(Status.NEW, Status.ACCEPTED), _of(Status.NEW, Status.ACCEPTED)),
        _same(Status.NEW),
        _who(_REFERRER, _OWNER, _DESK),
        at_once=True,
    ),
    Move(
        "reopen",
        _both(_of(Status.LOST, Status.DECLINED), _of(Status.LOST, Status.DECLINED)),
        _same(Ends.RESUME),
        _who(_OWNER, _MANAGER, _DESK),
        at_once=True,
        milestone=True,
    ),
    Move(
        "unwin",
        _both(_of(Status.WON), _of(Status.WON)),
        _same(Ends.RESUME),
        _who(_MANAGER),
        needs=(Carried.WORD,),
        milestone=True,
    ),
    Move(
        "note",
        _OPEN,
        _same(Ends.SAME),
        _who(_OWNER, _COVER, _MARKETER, Standing.HELPER),
        needs=(Carried.NOTE,),
        tells=False,
    ),
    Move(
        "step",
        _OPEN,
        _same(Ends.SAME),
        _who(_OWNER, _COVER, _MARKETER),
        needs=(Carried.STEP,),
        may_carry=(Carried.ON,),
        tells=False,
    ),
    Move("inform", _OPEN, _same(Ends.SAME), _who(_OWNER, _COVER, _MARKETER, _DESK), at_once=True, tells=False),
    Move(
        "need",
        _both(frozenset(Status) - _TALENT_ONLY, frozenset(Status) - _SALES_ONLY),
        _same(Ends.SAME),
        _who(_OWNER, _COVER, _MARKETER, _DESK, _MANAGER, _REFERRER),
        needs=(Carried.NOTE,),
        tells=False,
    ),
    Move("still", _WORKED, _same(Ends.SAME), _who(_OWNER, _COVER), at_once=True, tells=False, answers=True),
    Move("wait", _WORKED, _same(Ends.SAME), _who(_OWNER, _COVER), needs=(Carried.ON,), tells=False, answers=True),
    Move("called", _OPEN, _same(Ends.SAME), _who(_OWNER, _COVER, _MARKETER), at_once=True, touch=True),
    Move("wrote", _OPEN, _same(Ends.SAME), _who(_OWNER, _COVER, _MARKETER), at_once=True, touch=True),
    Move("met", _OPEN, _same(Ends.SAME), _who(_OWNER, _COVER, _MARKETER), at_once=True, touch=True),
)

BY_NAME: Mapping[str, Move] = {move.name: move for move in TABLE}

LIKELY: Mapping[Status, tuple[str, ...]] = {
    Status.NEW: ("take", "qualify", "ready"),
    Status.QUALIFYING: ("ready", "warm", "decline"),
    Status.SALES_READY: ("take", "decline", "warm"),
    Status.ACCEPTED: ("spoke", "meeting", "warm"),
    Status.CONTACTED: ("meeting", "proposal", "warm"),
    Status.MEETING: ("proposal", "win", "lose"),
    Status.PROPOSAL: ("win", "lose", "meeting"),
    Status.SCREENING: ("meeting", "warm", "lose"),
    Status.INTERVIEWING: ("proposal", "lose", "warm"),
    Status.OFFER: ("win", "lose", "meeting"),
    Status.NURTURING: ("wake", "decline", "pass"),
    Status.WON: ("unwin",),
    Status.LOST: ("reopen",),
    Status.DECLINED: ("reopen",),
}
"""The moves that are most likely next, three at most: they come as buttons, the rest under More."""
