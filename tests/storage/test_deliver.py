"""One notice is said: once, with what is true now, whatever ends the attempt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.deliver import MOST_FAULTS, Outcome
from bot.front import Rendered, Target, TryLater, Undeliverable, Unsure, mark
from bot.notices import Notice, State
from bot.people import Person
from bot.saying import say_again
from bot.store import Reading
from bot.troubles import Cause
from storage.store import SqlStore
from tests.storage.board import PATIENCE, Board, Said
from tests.storage.conftest import NOW


@pytest.fixture
def said(store: SqlStore) -> Said:
    return Said(store, Board())


def test_a_person_is_told_once_and_it_is_kept_that_they_were(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")

    assert said.deliver(number) == Outcome(said=True)
    assert said.deliver(number) == Outcome()

    target, text = said.board.pinned["UErin:1"]
    assert (target.reference, text) == ("UErin", "Ravi took it")
    with said.store.read() as reading:
        (telling,) = reading.tellings(f"person:{erin.id}", key_prefix="moved:")
    assert (telling.notice, telling.n, telling.at) == (number, 1, NOW)


def test_what_is_said_again_edits_the_message(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "taken")

    said.deliver(number, 2)

    assert said.board.texts == ["taken"]


def test_what_looks_the_same_is_not_sent_again(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "new")

    assert said.deliver(number, 2) == Outcome()

    assert said.board.calls == ["send"]
    assert said.notice("card:1").state is State.SENT


def test_what_is_wanted_afresh_is_sent_even_if_it_looks_the_same(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "new", afresh=True)

    said.deliver(number, 2)

    assert said.board.calls == ["send", "edit"]


def test_what_changes_while_it_is_being_sent_is_sent_once_more(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")

    def gather_while_somebody_clicks(_reading: Reading, _notice: Notice) -> object:
        return "new"

    class Busy(Board):
        def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
            if not self.calls:
                said.put("card:1", f"person:{erin.id}", "taken")
            return super().send(target, rendered, receipt=receipt, key=key)

    said.board = Busy()
    said.deliver(number, gather=gather_while_somebody_clicks)
    assert said.notice("card:1").state is State.QUEUED

    said.deliver(number, 2)

    assert said.board.texts == ["taken"]
    assert said.notice("card:1").state is State.SENT


def test_what_changes_while_it_is_sent_for_the_first_time_is_asked_for_again(said: Said, erin: Person) -> None:
    number = said.put("owned:1", f"person:{erin.id}", "yours")

    with said.store.write() as unit:
        unit.start_sending(number, 1, NOW)
        say_again(unit, "owned:1", now=NOW)

    assert said.notice("owned:1").wanted == 2


def test_what_surely_failed_is_tried_again_later_and_more_slowly(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails = iter([TryLater(1.0), TryLater(1.0), TryLater(1.0)])

    waits = [said.deliver(number).again for _ in range(3)]
    said.deliver(number)

    assert waits == [1.0, PATIENCE.retry, 2 * PATIENCE.retry]
    assert said.board.calls == ["send"] * 4
    assert said.board.texts == ["Ravi took it"]


def test_what_cannot_be_delivered_is_parked_until_it_is_said_again(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails = iter([Undeliverable("account_inactive")])

    assert said.deliver(number) == Outcome()
    assert said.deliver(number) == Outcome()

    with said.store.read() as reading:
        (dead,) = reading.dead()
    assert (dead.key, dead.error) == ("moved:1", "account_inactive")
    said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.deliver(number, 2)
    assert said.board.texts == ["Ravi took it"]


def test_a_trouble_is_over_when_what_it_held_up_goes_through_and_not_when_nothing_was_sent(
    said: Said, erin: Person
) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "taken")
    said.board.fails = iter([Undeliverable("user_not_visible", Cause.UNREACHABLE)])
    said.deliver(number, 2)

    said.put("card:1", f"person:{erin.id}", "new")  # as it was shown before
    said.deliver(number, 3)
    after_nothing = said.troubles()
    said.put("card:1", f"person:{erin.id}", "taken")
    said.board.fails = iter([Undeliverable("user_not_visible", Cause.UNREACHABLE)])
    said.deliver(number, 4)
    said.put("card:1", f"person:{erin.id}", "won")
    said.deliver(number, 5)

    assert after_nothing == [f"person:{erin.id}"]
    assert said.troubles() == []


def test_what_arrived_without_an_answer_is_found_and_not_doubled(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails_late = iter([Unsure("timeout")])

    assert said.deliver(number) == Outcome(again=PATIENCE.settle)
    assert said.deliver(number) == Outcome(said=True)

    assert said.board.calls == ["send", "find", "edit"]
    assert said.board.texts == ["Ravi took it"]


def test_what_did_not_arrive_is_looked_for_and_sent(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails = iter([Unsure("reset")])

    said.deliver(number)
    said.deliver(number)

    assert said.board.calls == ["send", "find", "send"]
    assert said.board.texts == ["Ravi took it"]


def test_an_edit_that_may_have_landed_is_made_again_though_all_is_as_it_was_before(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "taken")
    said.board.fails_late = iter([Unsure("timeout")])
    said.deliver(number, 2)
    said.put("card:1", f"person:{erin.id}", "new")

    said.deliver(number, 3)

    assert said.board.texts == ["new"]


def test_what_may_have_arrived_is_told_the_truth_before_its_lane_goes_on(said: Said, erin: Person) -> None:
    lane = f"person:{erin.id}"
    number = said.put("moved:1", lane, "Ravi took it")
    said.board.fails_late = iter([Unsure("timeout")])
    said.deliver(number)
    said.put("card:1", lane, "new")

    with said.store.write() as unit:
        unit.put(Notice("moved:1", lane, "say", due=NOW + timedelta(minutes=2)))
        first = unit.head(lane)

    assert first is not None
    assert first.notice == number


def test_what_may_have_arrived_is_not_dropped(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails_late = iter([Unsure("timeout")])
    said.deliver(number)
    said.now_true["moved:1"] = "Ravi has given it back"

    with said.store.write() as unit:
        unit.drop("moved:1")
    said.deliver(number)

    assert said.board.texts == ["Ravi has given it back"]


def test_what_arrived_unheard_counts_as_shown_though_there_is_nothing_to_say_any_more(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails_late = iter([Unsure("timeout")])
    said.deliver(number)
    said.now_true["moved:1"] = None

    said.deliver(number)

    stands = said.notice("moved:1")
    assert (stands.state, stands.receipt, stands.shown) == (State.SENT, "UErin:1", 1)


@dataclass
class Overtaken(Board):
    """The first call takes so long that another carrier takes its attempt for gone, and the notice in hand."""

    meanwhile: Callable[[], object] = lambda: None
    ends: Exception | None = None

    def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
        if not self.calls:
            self.calls.append("slow")
            self.meanwhile()
            if self.ends:
                raise self.ends
        return super().send(target, rendered, receipt=receipt, key=key)


@pytest.mark.parametrize("end", [TryLater(1.0), Undeliverable("is_archived"), Unsure("timeout"), ValueError(), None])
def test_an_attempt_that_was_taken_for_gone_changes_nothing_of_what_the_other_one_said(
    said: Said, erin: Person, end: Exception | None
) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board = Overtaken(ends=end, meanwhile=lambda: said.deliver(number))

    said.deliver(number)
    said.deliver(number, said.notice("moved:1").wanted)

    stands = said.notice("moved:1")
    assert (stands.state, stands.shown, stands.error) == (State.SENT, stands.wanted, "")
    with said.store.read() as reading:
        told = [telling.n for telling in reading.tellings(f"person:{erin.id}")]
        assert told == sorted(set(told))
        assert not reading.dead()


def test_an_older_attempt_that_ends_after_a_newer_one_has_the_truth_shown_afresh(said: Said, erin: Person) -> None:
    number = said.put("card:1", f"person:{erin.id}", "new")
    said.deliver(number)
    said.put("card:1", f"person:{erin.id}", "taken")

    def meanwhile() -> None:
        said.put("card:1", f"person:{erin.id}", "won")
        said.deliver(number, 3)

    said.board = Overtaken(pinned=said.board.pinned, keys=said.board.keys, meanwhile=meanwhile)

    said.deliver(number, 2)

    assert said.board.texts == ["taken"], "the older edit landed last"
    said.deliver(number, said.notice("card:1").wanted)
    assert said.board.texts == ["won"]
    with said.store.read() as reading:
        assert [telling.n for telling in reading.tellings(f"person:{erin.id}")] == [1, 3, 4]


def test_what_changes_while_an_app_home_is_first_shown_is_shown_too(said: Said, erin: Person) -> None:
    number = said.put(f"home:{erin.id}", f"home:{erin.id}", "new")

    class Busy(Board):
        def send(self, target: Target, rendered: Rendered, *, receipt: str, key: str) -> str:
            said.now_true[f"home:{erin.id}"] = "taken"  # by who does not know yet that it was opened
            return super().send(target, rendered, receipt=receipt, key=key)

    said.board = Busy()
    said.deliver(number)

    assert said.board.texts == ["new", "taken"]


class Killed(BaseException):
    """The process ends here."""


def test_a_crash_after_sending_and_before_the_commit_doubles_nothing(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.board.fails_late = iter([Killed()])
    with pytest.raises(Killed):
        said.deliver(number)
    assert said.notice("moved:1").state is State.SENDING

    said.deliver(number)

    assert said.board.calls == ["send", "find", "edit"]
    assert said.board.texts == ["Ravi took it"]


def test_a_crash_before_sending_loses_nothing(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")

    def killed(_reading: Reading, _notice: Notice) -> object:
        raise Killed

    with pytest.raises(Killed):
        said.deliver(number, gather=killed)

    said.deliver(number)

    assert said.board.calls == ["find", "send"]
    assert said.board.texts == ["Ravi took it"]


def test_a_message_that_only_raises_errors_is_parked_in_the_end(
    said: Said, erin: Person, caplog: pytest.LogCaptureFixture
) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")

    email = "jane@acme.example"

    def broken(_reading: Reading, _notice: Notice) -> object:
        raise ValueError(email)

    waits = [said.deliver(number, gather=broken).again for _ in range(MOST_FAULTS)]

    assert waits[-1] is None
    assert None not in waits[:-1]
    assert said.notice("moved:1").state is State.DEAD
    assert "ValueError" in caplog.text
    assert email not in caplog.text


def test_what_there_is_nothing_to_say_about_any_more_is_dropped(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", None)

    said.deliver(number)

    assert said.board.calls == []
    assert said.notice("moved:1").state is State.DROPPED


def test_what_was_shown_stays_when_there_is_nothing_to_say_any_more(said: Said, erin: Person) -> None:
    number = said.put("moved:1", f"person:{erin.id}", "Ravi took it")
    said.deliver(number)
    said.put("moved:1", f"person:{erin.id}", None)

    said.deliver(number, 2)

    assert said.board.texts == ["Ravi took it"]
    assert said.notice("moved:1").state is State.SENT


def test_the_mark_of_a_key_tells_nothing_without_the_secret() -> None:
    assert mark(b"one", "card:1") == mark(b"one", "card:1")
    assert mark(b"one", "card:1") != mark(b"two", "card:1")
    assert "card" not in mark(b"one", "card:1")
