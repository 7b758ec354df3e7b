"""Every move of the one table, by who may and by who may not, through the buttons of the lead's page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest

from bot import services
from bot.carrying import CHECKLIST, Typed
from bot.ids import LeadId, Origin
from bot.leads import WORKED, Kind, Status
from bot.moves import BY_NAME, TABLE, Move
from bot.standing import Standing
from handlers.slack import wording
from sandbox import finding
from sandbox.records import Value
from tests.slack.colleague import Colleague
from tests.slack.company import Company

S = Status
TO: Mapping[Status, tuple[str, ...]] = {
    S.NEW: (),
    S.QUALIFYING: ("qualify",),
    S.SALES_READY: ("ready",),
    S.ACCEPTED: ("ready", "take"),
    S.CONTACTED: ("ready", "take", "spoke"),
    S.MEETING: ("ready", "take", "meeting"),
    S.PROPOSAL: ("ready", "take", "proposal"),
    S.SCREENING: ("take", "spoke"),
    S.INTERVIEWING: ("take", "meeting"),
    S.OFFER: ("take", "proposal"),
    S.NURTURING: ("ready", "take", "warm"),
    S.WON: ("ready", "take", "win"),
    S.LOST: ("ready", "take", "lose"),
    S.DECLINED: ("ready", "take", "decline"),
}
"""How a lead comes where it is; for talent there is no "ready"."""
BY = {"qualify": "mona", "ready": "mona"}
CARRIED = Typed(on=date(2026, 12, 1), reason="timing", checklist=CHECKLIST)
FILLED: Mapping[str, Mapping[str, Value]] = {
    "wait": {"on": "2026-12-01"},
    "give": {"owner": "rita"},
    "ready": {"checklist": list(CHECKLIST)},
    "meeting": {"on": "2026-12-01"},
    "lose": {"reason": "timing"},
    "warm": {"on": "2026-12-01"},
    "decline": {"reason": "timing"},
    "pass": {"owner": "rita"},
    "unwin": {"word": "Not signed yet"},
    "note": {"note": "Call in the morning"},
    "step": {"step": "Call"},
    "need": {"note": "They asked for a call"},
}
CAST = ("erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada")
"""Erin gave it; Wanda is nobody in particular; Ravi has it, Rita could, or Ruth has it; Ada is the desk."""


@dataclass(frozen=True)
class Case:
    move: Move
    kind: Kind
    start: Status

    @property
    def owner(self) -> str | None:
        unowned = (S.NEW, S.QUALIFYING, S.SALES_READY)
        return None if self.start in unowned else "ravi" if self.kind is Kind.SALES else "ruth"

    def __str__(self) -> str:
        return f"{self.move.name}-{self.kind}-{self.start}"

    def may(self, name: str) -> bool:
        """As product.md has it: the table's people, and what it says beside the table."""
        who = self.move.who & self.stands(name)
        if self.move.name == "withdraw":
            who &= {Standing.REFERRER} if self.start is S.NEW else set()
        if self.move.name == "rekind":
            who -= {Standing.DESK if self.start is S.NEW else Standing.REFERRER}
        if self.move.name == "warm" and self.owner:
            who -= {Standing.MARKETER, Standing.DESK}
        if self.move.name in {"note", "step", "called", "wrote", "met"} and self.start in WORKED:
            who -= {Standing.MARKETER}
        return bool(who)

    def stands(self, name: str) -> frozenset[Standing]:
        sales = self.kind is Kind.SALES
        takers = {"ravi", "rita"} if sales else {"ruth"}
        stands = {
            Standing.REFERRER: name == "erin",
            Standing.OWNER: name == self.owner,
            Standing.TAKER: name in takers,
            Standing.MARKETER: sales and name == "mona",
            Standing.MANAGER: name == "mara",
            Standing.DESK: name == "ada",
        }
        return frozenset(standing for standing, holds in stands.items() if holds)


def cases() -> Iterator[Case]:
    """Each move from the first status where nobody has the lead, and from the first where somebody has."""
    for move in TABLE:
        for kind, starts in move.starts.items():
            able = [status for status in Status if status in starts]
            if move.name == "take" and kind is Kind.SALES:
                able.remove(S.NEW)  # with a marketer named, it is ready for sales first
            free = [status for status in able if Case(move, kind, status).owner is None]
            yield from (Case(move, kind, status) for status in free[:1])
            yield from (Case(move, kind, status) for status in [one for one in able if one not in free][:1])


@pytest.fixture
def slack(first_day: Company) -> Company:
    first_day.works_with(rep=["ravi", "rita"], recruiter=["ruth"], marketer=["mona"], manager=["mara"], desk=["ada"])
    return first_day


@pytest.mark.parametrize("first_day", ["sqlite-http"], indirect=True)
@pytest.mark.parametrize("case", list(cases()), ids=str)
def test_who_may_has_the_button_and_who_may_not_is_told_so(slack: Company, case: Case) -> None:
    _given(slack, case)
    button = wording.label(case.move, case.kind)

    able = [name for name in CAST if button in _buttons(slack, name)]
    assert able == [name for name in CAST if case.may(name)]

    other = next(name for name in CAST if name not in able)
    before = _status(slack)
    _forge(slack, other, case.move)
    assert getattr(slack, other).told in REFUSALS or getattr(slack, other).told.startswith("That is for ")
    assert _status(slack) == before

    for name in able[:1]:  # a candidate whom nobody has is nobody's to call
        _move(case, getattr(slack, name))
        assert _status(slack) == _end(case)


def _move(case: Case, mover: Colleague) -> None:
    mover.types("/lead 1")
    mover.clicks(wording.label(case.move, case.kind))
    if case.move.opens_form:
        assert mover.fills(**_filled(case)) == {}
    assert "Undo" in mover.told


REFUSALS = ("There is no such lead.", "Somebody works it already, so they are asked to close it.")


def _given(slack: Company, case: Case) -> None:
    slack.erin.logs("Jo Park" if case.kind is Kind.TALENT else "Acme", kind=case.kind.value)
    for name in TO[case.start]:
        if name == "ready" and case.kind is Kind.TALENT:
            continue
        by = slack.person(BY.get(name) or ("ravi" if case.kind is Kind.SALES else "ruth"))
        origin = Origin(f"{case}-{name}")
        services.move_lead(slack.store, origin, LeadId(1), BY_NAME[name], CARRIED, by=by, now=slack.now)
    if case.move.name == "need":
        with slack.store.write() as unit:
            unit.save(replace(unit.lead(LeadId(1)), locked_at=slack.now))


def _filled(case: Case) -> dict[str, Value]:
    """What the form needs; a candidate goes to another than who has them."""
    filled = dict(FILLED.get(case.move.name, {}))
    if "owner" in filled and case.kind is Kind.TALENT:
        filled["owner"] = "ada" if case.owner else "ruth"
    return filled


def _buttons(slack: Company, name: str) -> list[str]:
    person = getattr(slack, name).human
    person.types("/lead 1")
    found = finding.labels(person.form) if person.form else []
    while person.form:
        person.closes()
    return found


def _forge(slack: Company, name: str, move: Move) -> None:
    press = {"type": "button", "action_id": f"move:{move.name}", "block_id": "b", "value": "1", "action_ts": "1.1"}
    getattr(slack, name).human.forge({"actions": [press]})
    slack.settle()


def _status(slack: Company) -> Status:
    with slack.store.read() as unit:
        return unit.lead(LeadId(1)).status


def _end(case: Case) -> Status:
    """Where the table says that it leads."""
    end = case.move.ends[case.kind]
    before = S.SALES_READY if case.kind is Kind.SALES else S.NEW
    named = {"same": case.start, "wake": S.ACCEPTED, "return": before, "resume": S.ACCEPTED}
    return end if isinstance(end, Status) else named[end.value]


def test_every_move_is_tried() -> None:
    assert {case.move.name for case in cases()} == set(BY_NAME)
