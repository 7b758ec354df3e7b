"""What must be true of Sandbox Inc.'s leads, in plain Python and in product words: the bot is held to it, step by step.

It knows nothing of the bot: neither its table of moves nor its rights; both are written here a second time on purpose.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

UNDO = timedelta(minutes=2)
WORKED: Mapping[str, tuple[str, ...]] = {
    "sales": ("accepted", "contacted", "meeting", "proposal"),
    "talent": ("accepted", "screening", "interviewing", "offer"),
}
STAGES = {"spoke": 1, "meeting": 2, "proposal": 3}
"""Moves to a place among those."""
CLOSED = frozenset({"won", "lost", "declined"})
OPEN = ("new", "qualifying", "sales_ready", "nurturing")


class Row(NamedTuple):
    """From where, to where, by whom; "worked" and "open" stand for several, "same" for where it is."""

    starts: str
    end: str
    who: str
    tells: bool = True


MOVES: Mapping[str, Row] = {
    "take": Row("new sales_ready", "accepted", "taker desk"),
    "give": Row("new qualifying sales_ready worked", "accepted", "desk manager"),
    "qualify": Row("new", "qualifying", "marketer"),
    "ready": Row("new qualifying", "sales_ready", "marketer"),
    "spoke": Row("worked", "stage", "owner cover"),
    "meeting": Row("worked", "stage", "owner cover"),
    "proposal": Row("worked", "stage", "owner cover"),
    "win": Row("worked", "won", "owner cover manager"),
    "lose": Row("worked", "lost", "owner cover manager"),
    "warm": Row("open worked", "nurturing", "owner cover marketer desk"),
    "wake": Row("nurturing", "awake", "owner cover marketer desk"),
    "decline": Row("new qualifying sales_ready accepted nurturing", "declined", "marketer desk owner manager"),
    "pass": Row("worked nurturing", "same", "owner cover manager"),
    "back": Row("worked", "returned", "owner"),
    "withdraw": Row("open worked", "declined", "referrer owner cover manager desk"),
    "rekind": Row("new accepted", "new", "referrer owner desk"),
    "reopen": Row("lost declined", "resumed", "owner manager desk"),
    "unwin": Row("won", "resumed", "manager"),
    "note": Row("open worked", "same", "owner cover marketer helper", tells=False),
    "step": Row("open worked", "same", "owner cover marketer", tells=False),
    "called": Row("open worked", "same", "owner cover marketer"),
}
WHILE_UNWORKED = frozenset({"note", "step", "called"})
"""A marketer's until somebody works it."""
OF_SALES = frozenset({"qualify", "ready"})


@dataclass(repr=False)
class Lead:
    number: int
    name: str
    """One word that stands nowhere else."""
    kind: str
    referrer: str
    status: str = "new"
    owner: str | None = None
    resume: str | None = None
    withdrawn: bool = False
    asked_back: bool = False
    """Its referrer has asked for it to be withdrawn."""
    muted: bool = False
    logged_by: str = ""
    """Who logged it for its referrer, and may be left the credit."""
    helpers: set[str] = field(default_factory=set)
    untold: list[str] = field(default_factory=list)
    """Moves that its referrer is to hear of."""
    won: bool = False
    """And a win, which has a message of its own."""

    def __repr__(self) -> str:
        has = f"{self.owner or 'nobody'} has it, {self.status}"
        return f"{self.name} ({self.kind}, no. {self.number}, given by {self.referrer}, {has}, untold: {self.untold})"

    @property
    def email(self) -> str:
        return f"jane@{self.name.lower()}.example"

    @property
    def closed(self) -> bool:
        return self.status in CLOSED

    def leave_credit(self) -> None:
        self.referrer, self.logged_by, self.muted = self.logged_by, "", False


class Done(NamedTuple):
    """A move that stands, and the lead as it was before."""

    move: str
    by: str
    at: datetime
    before: Lead


class Company:
    """Who works there, and the leads."""

    def __init__(self) -> None:
        self.roles = {"rep": {"ravi", "rita"}, "recruiter": {"ruth"}, "marketer": {"mona"}, "manager": {"mara"}}
        self.away: dict[str, str] = {}
        """Who covers for whom."""
        self.gone: set[str] = set()
        self.leads: dict[int, Lead] = {}
        self.done: dict[int, list[Done]] = {}
        self.knew: dict[int, set[str]] = {}
        """Who ever stood to a lead as more than a colleague."""
        self.reached: dict[int, set[str]] = {}
        """Who ever might see how to reach them."""

    # who may

    def stands(self, who: str, lead: Lead) -> set[str]:
        sales, owner = lead.kind == "sales", lead.owner
        tests = {
            "referrer": who == lead.referrer,
            "owner": who == owner,
            "cover": owner is not None and who != owner and who == self.present(owner),
            "taker": who in self.roles["rep" if sales else "recruiter"],
            "marketer": sales and who in self.roles["marketer"],
            "manager": who in self.roles["manager"] and who != owner,
            "desk": who == "ada",
            "helper": sales and who in lead.helpers,
        }
        return {standing for standing, holds in tests.items() if holds and who not in self.gone}

    def present(self, who: str) -> str:
        """They, or who covers for them: of a circle the last."""
        seen: set[str] = set()
        while who in self.away and who not in seen:
            seen.add(who)
            who = self.away[who]
        return who

    def may(self, who: str, move: str, lead: Lead) -> bool:
        stands = self.stands(who, lead) & set(MOVES[move].who.split())
        if move == "rekind":
            stands.discard("desk" if lead.status == "new" else "referrer")
        if lead.owner and move in {"warm", "wake"}:
            stands -= {"marketer", "desk"}
        if lead.status in WORKED[lead.kind] and move in WHILE_UNWORKED:
            stands.discard("marketer")
        if move == "withdraw":
            stands = self._withdrawing(stands, lead)
        return bool(stands) and self.starts(move, lead)

    def _withdrawing(self, stands: set[str], lead: Lead) -> set[str]:
        """Its referrer alone while nobody works it; then whoever has it, if they were asked to."""
        asked = {"owner", "cover", "manager"} | (set() if lead.owner else {"desk"})
        alone = {"referrer"} if lead.status == "new" or "owner" in stands else set()
        return stands & (alone | (asked if lead.asked_back else set()))

    def may_ask_back(self, who: str, lead: Lead) -> bool:
        return "referrer" in self.stands(who, lead) and not lead.closed and not self.may(who, "withdraw", lead)

    def starts(self, move: str, lead: Lead) -> bool:
        starts = MOVES[move].starts.replace("worked", " ".join(WORKED[lead.kind])).replace("open", " ".join(OPEN))
        if lead.kind == "talent" and move in OF_SALES:
            return False
        if move == "take" and lead.kind == "sales" and lead.status == "new" and self.roles["marketer"]:
            return False
        return lead.status in starts.split()

    def can_get(self, who: str, lead: Lead) -> bool:
        """Whether a lead may be given or passed to somebody."""
        works = who in self.roles["rep" if lead.kind == "sales" else "recruiter"]
        return who not in self.gone and who != lead.owner and (works or who == "ada")

    # what happens

    def log(self, name: str, kind: str, by: str, referrer: str) -> Lead:
        number = len(self.leads) + 1
        self.leads[number] = Lead(number, name, kind, referrer, logged_by="" if by == referrer else by)
        self.done[number], self.knew[number], self.reached[number] = [], set(), set()
        return self.leads[number]

    def move(self, who: str, move: str, lead: Lead, *, to: str | None, now: datetime) -> None:
        """A move that may be made."""
        self.done[lead.number].append(Done(move, who, now, deepcopy(lead)))
        was, end = lead.status, self._end(move, lead)
        lead.resume = was if end in CLOSED else None
        lead.owner = self._owner(who, move, lead, end, to=to)
        if move == "rekind":
            lead.kind = "talent" if lead.kind == "sales" else "sales"
        lead.status, lead.withdrawn = end, move == "withdraw"
        lead.asked_back &= not lead.closed
        if not lead.closed and lead.owner in self.gone:
            lead.owner, lead.status = None, self._waiting(lead)
        self._tell(who, move, lead)

    def _tell(self, who: str, move: str, lead: Lead) -> None:
        if move == "win":
            lead.untold, lead.won = [], lead.referrer not in {who, lead.owner}
            return
        if not MOVES[move].tells or lead.referrer in {who, lead.owner} or (lead.muted and not lead.closed):
            return
        lead.untold.append(move)

    def _end(self, move: str, lead: Lead) -> str:
        ends = {
            "same": lead.status,
            "stage": WORKED[lead.kind][STAGES.get(move, 0)],
            "resumed": lead.resume or ("accepted" if lead.owner else "new"),
            "awake": "accepted" if lead.owner else "new",
            "returned": self._waiting(lead),
        }
        return ends.get(MOVES[move].end, MOVES[move].end)

    def _waiting(self, lead: Lead) -> str:
        """Where it is when nobody has it any more."""
        return "sales_ready" if self.roles["marketer"] and lead.kind == "sales" else "new"

    def _owner(self, who: str, move: str, lead: Lead, end: str, *, to: str | None) -> str | None:
        if move == "take":
            return who
        if move in {"give", "pass"}:
            return to
        if move in {"back", "rekind"} or (end == "new" and move != "wake"):
            return None
        return lead.owner

    def can_undo(self, who: str, lead: Lead, now: datetime) -> bool:
        """One's own last move, if nothing came after it."""
        done = self.done[lead.number]
        if not done or done[-1].by != who or {who, done[-1].before.owner} & self.gone:
            return False  # nothing goes back to somebody who has left
        return now - done[-1].at < UNDO

    def undo(self, lead: Lead) -> None:
        before = self.done[lead.number].pop().before
        lead.asked_back |= lead.closed and before.asked_back
        for name in ("status", "owner", "kind", "resume", "withdrawn", "untold", "won"):
            setattr(lead, name, getattr(before, name))

    def leave(self, who: str) -> None:
        """For good: what they worked is free again, and nobody waits for them."""
        self.gone.add(who)
        for people in self.roles.values():
            people.discard(who)
        self.away.pop(who, None)
        self.away.update(dict.fromkeys([absent for absent, cover in self.away.items() if cover == who], "mara"))
        for lead in self.leads.values():
            if lead.owner == who and not lead.closed:
                lead.owner, self.done[lead.number] = None, []
                if lead.status != "nurturing":
                    lead.status = self._waiting(lead)

    def remember(self, people: tuple[str, ...]) -> None:
        """Who knows what by now."""
        for lead in self.leads.values():
            for who in people:
                stands = self.stands(who, lead)
                if stands:
                    self.knew[lead.number].add(who)
                if stands - {"helper"} - ({"taker"} if lead.kind == "sales" else set()):
                    self.reached[lead.number].add(who)
