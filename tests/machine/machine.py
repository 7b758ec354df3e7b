"""People of Sandbox Inc. at random, by signed HTTP into a real database; after each step the bot says what is true."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from tests.machine import truths
from tests.machine.hands import CAST, Hands, none
from tests.machine.model import MOVES

PEOPLE = st.sampled_from(CAST)
GIVERS = st.sampled_from(["erin", "wanda"])
SYLLABLES = ("ba", "ko", "li", "mu", "ne", "so", "ti", "vu")

Rule = Callable[["Machine", st.DataObject], None]


def moving(*moves: str) -> Callable[[Rule], Rule]:
    """A rule for when somebody may make one of these moves."""

    def decorate(method: Rule) -> Rule:
        possible: Callable[[Machine], bool] = lambda self: bool(self.able(*moves))  # noqa: E731 - Hypothesis asks it
        made: Rule = rule(data=st.data())(precondition(possible)(method))
        return made

    return decorate


class Machine(Hands):
    """Each rule is something that people do, or that happens to them."""

    # what people do

    @initialize()
    def begins(self) -> None:
        """Erin's two leads are worked, Wanda's is new."""
        for by, kind in (("erin", "sales"), ("erin", "talent"), ("wanda", "sales")):
            self.logs(by, kind)
        for who, move, number in (("mona", "ready", 1), ("ravi", "take", 1), ("ruth", "take", 2)):
            self.does(who, move, self.model.leads[number])

    @rule(by=GIVERS, kind=st.sampled_from(["sales", "talent"]), credit=GIVERS)
    @precondition(lambda self: len(self.model.leads) < len(SYLLABLES))
    def logs(self, by: str, kind: str, credit: str = "") -> None:
        number = len(self.model.leads)
        lead = self.model.log(f"Z{SYLLABLES[number]}{SYLLABLES[-number - 1]}zz", kind, by, credit or by)
        theirs = {"credit": "colleague", "colleague": credit} if credit else {}
        self.person(by).logs(lead.name, lead.email, kind=kind, **theirs)

    @rule(data=st.data(), who=PEOPLE)
    def leaves_the_credit(self, data: st.DataObject, who: str) -> None:
        lead = self.some_lead(data)
        expected = who == lead.referrer and lead.logged_by != "" and not lead.closed
        self.presses(who, "leave_credit", lead.number)
        assert ("has the credit for lead" in self.told(who)) == expected, (
            f"{who} leaves the credit of {lead}: {self.told(who)}"
        )
        self.shuts(who)
        if expected:
            lead.leave_credit()

    @moving("take")
    def takes(self, data: st.DataObject) -> None:
        self.moves(data, "take")

    @moving("qualify")
    def qualifies(self, data: st.DataObject) -> None:
        self.moves(data, "qualify")

    @moving("ready")
    def makes_ready(self, data: st.DataObject) -> None:
        self.moves(data, "ready")

    @moving("spoke", "meeting", "proposal")
    def works(self, data: st.DataObject) -> None:
        self.moves(data, "spoke", "meeting", "proposal")

    @moving("win")
    def wins(self, data: st.DataObject) -> None:
        self.moves(data, "win")

    @moving("lose", "decline")
    def closes(self, data: st.DataObject) -> None:
        self.moves(data, "lose", "decline")

    @moving("reopen")
    def reopens(self, data: st.DataObject) -> None:
        self.moves(data, "reopen")

    @moving("unwin")
    def takes_the_win_back(self, data: st.DataObject) -> None:
        self.moves(data, "unwin")

    @moving("warm")
    def keeps_warm(self, data: st.DataObject) -> None:
        self.moves(data, "warm")

    @moving("wake")
    def wakes(self, data: st.DataObject) -> None:
        self.moves(data, "wake")

    @moving("give", "pass")
    def hands_on(self, data: st.DataObject) -> None:
        self.moves(data, "give", "pass")

    @moving("back")
    def gives_back(self, data: st.DataObject) -> None:
        self.moves(data, "back")

    @moving("withdraw")
    def withdraws(self, data: st.DataObject) -> None:
        self.moves(data, "withdraw")

    @rule(data=st.data())
    def asks_for_it_back(self, data: st.DataObject) -> None:
        lead = self.some_lead(data)
        self.does(lead.referrer, "withdraw", lead)

    @moving("rekind")
    def changes_the_kind(self, data: st.DataObject) -> None:
        self.moves(data, "rekind")

    @moving("note", "step", "called")
    def writes_down(self, data: st.DataObject) -> None:
        self.moves(data, "note", "step", "called")

    @rule(data=st.data(), move=st.sampled_from(sorted(MOVES)))
    def clicks_anything(self, data: st.DataObject, move: str) -> None:
        """A button of a message that is old, or of one that somebody else was sent."""
        self.tries(data, move, data.draw(st.sampled_from(self.here())), self.some_lead(data))

    @rule(data=st.data())
    @precondition(lambda self: bool(self.undoable()))
    def undoes(self, data: st.DataObject) -> None:
        lead = self.model.leads[data.draw(st.sampled_from(self.undoable()))]
        self.takes_back(self.model.done[lead.number][-1].by, lead)

    @rule(data=st.data(), who=PEOPLE)
    def undoes_anything(self, data: st.DataObject, who: str) -> None:
        lead = self.some_lead(data)
        if self.model.done[lead.number] and who not in self.model.gone:
            self.takes_back(who, lead)

    @rule(data=st.data())
    def mutes(self, data: st.DataObject) -> None:
        lead = self.some_lead(data)
        if not lead.untold and not lead.closed and lead.referrer not in self.model.gone:
            self.presses(lead.referrer, "unmute" if lead.muted else "mute", lead.number)
            self.shuts(lead.referrer)
            lead.muted = not lead.muted

    @rule(data=st.data(), who=PEOPLE)
    def helps(self, data: st.DataObject, who: str) -> None:
        lead = self.some_lead(data)
        self.presses(who, "know", lead.number)
        asked = "word" in str(self.person(who).human.form)
        if asked and not self.person(who).forged(word="We sang in a choir") and not lead.closed:
            lead.helpers.add(who)
        self.shuts(who)

    @rule(data=st.data(), who=PEOPLE)
    def asks(self, data: st.DataObject, who: str) -> None:
        self.presses(who, "ask", self.some_lead(data).number)
        self.shuts(who)

    @rule(who=st.sampled_from(["ravi", "ruth", "rita"]), cover=PEOPLE)
    def goes_away(self, who: str, cover: str) -> None:
        model = self.model
        if {who, cover} & model.gone:
            return
        self.presses(who, "away", 0)
        until = (self.slack.now + timedelta(days=14)).date().isoformat()
        errors = self.person(who).forged(until=until, cover=cover)
        self.shuts(who)
        assert bool(errors) == (cover == who or cover in model.away)
        if not errors:
            model.away[who] = cover

    @rule(data=st.data())
    def comes_back(self, data: st.DataObject) -> None:
        who = data.draw(st.sampled_from(sorted(self.model.away) or list(self.here())))
        self.presses(who, "away:end", 0)
        self.shuts(who)
        self.model.away.pop(who, None)

    @rule(role=st.sampled_from(["rep", "marketer"]))
    def roles_change(self, role: str) -> None:
        who = {"rep": "rita", "marketer": "mona"}[role]
        if who not in self.model.gone:
            self.model.roles[role] ^= {who}
            self.names(role)

    @rule(who=st.sampled_from(["rita", "mona"]))
    @precondition(lambda self: len(self.model.leads) > 2 and not self.model.gone)
    def leaves(self, who: str) -> None:
        self.person(who).leaves()
        self.model.leave(who)

    @rule(minutes=st.sampled_from([1, 3, 3, 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.slack.later(minutes=min(minutes, 3))
        if minutes > 2:
            self.everybody_was_told()
            self.slack.later(minutes=minutes - 3)
            self.forgets()

    @rule()
    def arrives_twice(self) -> None:
        """A retry that nobody asked for, or a replay."""
        if any(kind == "interactive" for kind, _ in self.slack.sandbox.push.sent):
            self.slack.sandbox.push.again("interactive")
            self.slack.settle()
            for who in CAST:
                self.shuts(who)

    # what is true after each step

    @invariant()
    def all_of_it_is_true(self) -> None:
        self.model.remember(CAST)
        none(truths.stored(self.slack, self.model, self.ids))
        none(truths.shown(self.slack, self.model))
        none(truths.leaked(self.slack, self.model))
        none(truths.doubled(self.slack.sandbox.world))
