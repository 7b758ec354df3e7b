"""Several gave a lead: whoever has it proposes how its credit is split, and these agree, else a manager decides."""

import csv
import io
import sqlite3
from threading import Thread

import psycopg
import pytest

from bot import erasing, services
from bot.errors import Refused
from bot.ids import LeadId, Origin, SplitId
from bot.splits import Outcome
from bot.values import replace
from tests.journeys.test_away import goes_away
from tests.slack.company import Company

SHARES = {"share-1": "60", "share-2": "40"}


@pytest.fixture
def given(slack: Company) -> Company:
    """Erin gives Acme, Wanda gives it too, and Ravi has it; Mara manages."""
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.wanda.logs("ACME, S.L.", "jane@acme.example", person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


@pytest.fixture
def proposed(given: Company) -> Company:
    assert proposes(given) == {}
    given.later(minutes=3)
    return given


def proposes(
    slack: Company, shares: dict[str, str] | None = None, word: str = "Wanda opened the door"
) -> dict[str, str]:
    """What stands under the fields afterwards."""
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Split the credit…")
    errors = dict(slack.ravi.fills(**(SHARES if shares is None else shares), word=word))
    while slack.ravi.human.form:
        slack.ravi.human.closes()
    return errors


def differs(slack: Company, who: str = "wanda") -> None:
    getattr(slack, who).clicks("I see it differently…", on="dm")
    assert getattr(slack, who).fills(word="Half of it is mine") == {}


def agreed(slack: Company) -> None:
    for who in (slack.erin, slack.wanda):
        who.clicks("I agree", on="dm")
    slack.later(minutes=3)


def page(slack: Company, who: str = "ravi", lead: int = 1) -> str:
    colleague = getattr(slack, who)
    colleague.types(f"/lead {lead}")
    form = str(colleague.form)
    while colleague.human.form:
        colleague.human.closes()
    return form


def test_all_who_gave_it_read_what_is_proposed_and_nothing_counts_yet(proposed: Company) -> None:
    slack = proposed

    for reader, their in (
        (slack.erin, "You sourced it: 60 %, now 100 %"),
        (slack.wanda, "You influenced it: 40 %, now 0 %"),
    ):
        assert "Ravi Rao proposes how the credit for Acme · Jane is split:" in reader.last
        assert their in reader.last
        assert "Wanda opened the door" in reader.last
        assert "Do you agree? If you say nothing by 30 November 2026, it is for Mara Manu to decide." in reader.last
    assert "You propose how the credit for Acme · Jane is split:" in slack.ravi.last
    assert "How the credit is split is being agreed" in page(slack)
    assert "of the credit" not in page(slack)


def test_once_all_agree_it_counts_and_stands_where_the_lead_is_looked_at(proposed: Company) -> None:
    slack = proposed
    slack.erin.clicks("I agree", on="dm")
    assert slack.erin.told == "You agreed."
    assert "Erin Ortega sourced it: 60 %, now 100 % · agrees" in slack.wanda.last
    slack.wanda.clicks("I agree", on="dm")
    slack.later(minutes=3)

    for reader in (slack.erin, slack.wanda, slack.ravi):
        assert "All of them agreed, and it counts from now on." in "".join(reader.messages)
    assert "I agree" not in "".join([*slack.erin.messages, *slack.wanda.messages])
    for who in ("ravi", "erin", "rita"):
        assert "Erin Ortega sourced it: 60 % of the credit\nWanda Weber influenced it: 40 %" in page(slack, who)
    assert any("60 % of the credit is yours." in message for message in slack.erin.messages)
    assert any("40 % of the credit is yours." in message for message in slack.wanda.messages)


def test_all_of_it_may_be_theirs_who_influenced_it(given: Company) -> None:
    slack = given
    assert proposes(slack, dict(zip(SHARES, ("0", "100"), strict=True))) == {}
    slack.later(minutes=3)
    agreed(slack)

    assert "Erin Ortega sourced it: 0 % of the credit\nWanda Weber influenced it: 100 %" in page(slack)
    assert any("100 % of the credit is yours." in message for message in slack.wanda.messages)


def test_somebody_sees_it_differently_and_a_manager_decides_with_a_reason(proposed: Company) -> None:
    slack = proposed
    slack.erin.clicks("I agree", on="dm")
    differs(slack)
    slack.later(hours=12)

    assert "Wanda Weber sees it differently:\nHalf of it is mine" in slack.erin.last
    assert "Mara Manu decides by" in slack.erin.last
    assert "It is for you to decide, by" in slack.mara.last
    slack.mara.clicks("Decide…", on="dm")
    assert slack.mara.fills(**{"share-1": "50", "share-2": "50"}, reason="You went there together") == {}
    slack.later(hours=12)

    for reader in (slack.erin, slack.wanda, slack.ravi):
        said = "".join(reader.messages)
        assert "Mara Manu decided, and it counts from now on.\nYou went there together" in said
    assert "Wanda Weber influenced it: 50 %" in page(slack)
    assert "Decide…" not in "".join(slack.mara.messages)


def test_who_is_silent_is_reminded_and_then_a_manager_is_asked_who_is_reminded_too(proposed: Company) -> None:
    slack = proposed
    slack.erin.clicks("I agree", on="dm")
    before = len(slack.wanda.messages), len(slack.erin.messages)
    slack.later(days=3)
    assert sum("Do you agree?" in message for message in slack.wanda.messages[before[0] :]) == 1
    assert not any("Do you agree?" in message for message in slack.erin.messages[before[1] :])
    assert "It is for you to decide" not in "".join(slack.mara.messages)
    slack.later(days=5)

    asked = [message for message in slack.mara.messages if "It is for you to decide" in message]
    assert len(asked) == 1
    assert any("I agree" in message for message in slack.wanda.messages), "it is not too late to agree"
    slack.later(days=3)
    assert sum("It is for you to decide" in message for message in slack.mara.messages) == 2
    slack.wanda.clicks("I agree", on="dm")
    slack.later(hours=24)
    assert "All of them agreed" in "".join(slack.mara.messages)


@pytest.fixture
def small(first_day: Company) -> Company:
    """Ada has what Erin and Wanda gave, alone administers, and is the lead desk; nobody manages."""
    slack = first_day
    slack.works_with(rep=["ada"], admin=["ada"], desk=["ada"])
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.ada.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.ada.types("/lead 1")
    slack.ada.clicks("Split the credit…")
    assert slack.ada.fills(**SHARES) == {}
    slack.later(minutes=3)
    return slack


def test_where_nobody_is_neutral_it_stays_as_it_was(small: Company) -> None:
    slack = small
    assert "If you say nothing by 30 November 2026, it stays as it is." in slack.erin.last
    differs(slack)
    assert slack.wanda.told == "Sent. Nobody here is neutral, so it stays as it was."
    slack.later(minutes=3)

    said = "They do not all agree, and nobody here is neutral: it stays as it was."
    assert all(said in "".join(reader.messages) for reader in (slack.erin, slack.wanda, slack.ada))
    assert "of the credit" not in page(slack, "ada")


def test_where_nobody_is_neutral_who_is_silent_keeps_it_as_it_was(small: Company) -> None:
    slack = small
    slack.later(days=8)

    assert "it stays as it was" in "".join(slack.ada.messages)


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        (("60", "30"), {"Wanda Weber influenced it, in %": "These add up to 90 %. They have to add up to 100 %."}),
        (("60", "60"), {"Wanda Weber influenced it, in %": "These add up to 120 %. They have to add up to 100 %."}),
        (("100", "0"), {"Erin Ortega sourced it, in %": "That is how it is now."}),
    ],
)
def test_shares_add_up_and_change_something(given: Company, shares: tuple[str, str], says: dict[str, str]) -> None:
    slack = given

    assert proposes(slack, dict(zip(SHARES, shares, strict=True))) == says
    assert not any("proposes" in message for message in slack.erin.messages)


@pytest.mark.parametrize("typed", ["-10", "110", "ten", "", "1e2", "\u0665\u0660"])
def test_no_share_is_taken_that_is_no_percentage(given: Company, typed: str) -> None:
    slack = given
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Split the credit…")

    assert slack.ravi.forged(**{"share-1": "60", "share-2": typed}) == {"share-2": "A whole number from 0 to 100."}


def test_whoever_gave_it_or_looks_on_proposes_nothing_and_of_one_giver_there_is_nothing_to_split(
    slack: Company,
) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    assert "Split the credit…" not in page(slack)
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.later(minutes=3)

    assert "Split the credit…" in page(slack)
    for reader in ("erin", "wanda", "rita", "mara"):
        assert "Split the credit…" not in page(slack, reader)


def test_while_one_thing_is_proposed_no_other_is(proposed: Company) -> None:
    slack = proposed
    assert "Split the credit…" not in page(slack)
    slack.ravi.human.forge(
        {"actions": [{"type": "button", "action_id": "split", "value": "1", "block_id": "b", "action_ts": "1.1"}]}
    )

    assert slack.ravi.told == "Something is proposed already. It has to be settled, or taken back, first."


def test_whoever_proposed_it_takes_it_back(proposed: Company) -> None:
    slack = proposed
    slack.ravi.clicks("Take it back", on="dm")
    slack.later(minutes=3)

    for reader in (slack.erin, slack.wanda):
        assert "Ravi Rao took it back. It stays as it was." in reader.last
        assert "I agree" not in "".join(reader.messages)
    assert "Split the credit…" in page(slack)


def test_whoever_covers_for_who_has_it_proposes_it_too(given: Company) -> None:
    slack = given
    assert goes_away(slack, "2026-12-04", "rita") == {}
    slack.rita.types("/lead 1")
    slack.rita.clicks("Split the credit…")
    assert slack.rita.fills(**SHARES) == {}
    slack.later(minutes=3)
    assert "Rita Rossi proposes" in slack.erin.last


def test_who_goes_on_alone_takes_no_share_along(proposed: Company) -> None:
    slack = proposed
    agreed(slack)
    slack.wanda.types("/lead 2")
    slack.wanda.clicks("It is a different one")
    slack.later(minutes=3)

    assert "of the credit" not in page(slack)
    assert "of the credit" not in page(slack, "wanda", 2)
    assert not any("% of the credit is yours" in message for message in slack.erin.messages)


def test_what_is_proposed_counts_no_more_once_others_have_given_it(proposed: Company) -> None:
    slack = proposed
    slack.wanda.types("/lead 2")
    slack.wanda.clicks("It is a different one")
    slack.later(minutes=3)

    assert "It counts no more: who gave the lead has changed, or the lead has ended." in "".join(slack.erin.messages)
    assert "I agree" not in "".join([*slack.erin.messages, *slack.wanda.messages])


def test_what_is_proposed_counts_no_more_once_the_credit_is_somebody_elses(proposed: Company) -> None:
    slack = proposed
    slack.mara.types("/lead 2")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="rita", reason="It was Rita's") == {}
    slack.later(minutes=3)

    assert "It counts no more" in "".join(slack.erin.messages)
    assert "I agree" not in "".join([*slack.erin.messages, *slack.wanda.messages])


def test_where_a_manager_changes_the_credit_the_share_goes_with_its_place(proposed: Company) -> None:
    slack = proposed
    agreed(slack)
    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="wanda", reason="She was first") == {}

    assert "Wanda Weber sourced it: 60 % of the credit\nErin Ortega influenced it: 40 %" in page(slack)


def lapsed(slack: Company) -> bool:
    slack.later(minutes=3)
    assert "I agree" not in "".join([*slack.erin.messages, *slack.wanda.messages])
    return "It counts no more" in "".join([*slack.erin.messages, *slack.wanda.messages])


def test_what_is_proposed_counts_no_more_once_it_goes_on_as_part_of_another(proposed: Company) -> None:
    slack = proposed
    slack.rita.logs("Globex", "hank@globex.example")
    slack.mara.types("/lead 1")
    slack.mara.clicks("Same as another…")
    assert slack.mara.fills(into="3") == {}

    assert lapsed(slack)


def test_what_is_proposed_counts_no_more_once_one_of_them_leaves_the_credit_to_who_logged_it(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.rita.logs("Acme", "jane@acme.example", credit="colleague", colleague="wanda")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert proposes(slack) == {}
    slack.later(minutes=3)
    slack.wanda.clicks("Leave the credit to Rita", on=slack.wanda.human.dms()[0])

    assert lapsed(slack)


def test_whoever_has_it_and_gave_it_too_agrees_to_what_they_propose(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert proposes(slack) == {}
    slack.later(minutes=3)
    slack.erin.clicks("I agree", on="dm")

    assert "Ravi Rao influenced it: 40 %" in page(slack)


def test_where_one_of_them_has_left_a_manager_decides_once_the_others_have_agreed(proposed: Company) -> None:
    slack = proposed
    slack.wanda.leaves()
    slack.erin.clicks("I agree", on="dm")
    slack.later(hours=12)

    assert "It is for you to decide" in slack.mara.last


def test_somebody_gives_it_while_the_form_is_open(given: Company) -> None:
    slack = given
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Split the credit…")
    slack.rita.logs("Acme", "jane@acme.example")

    says = "Who gave it has changed meanwhile. Close this, and open it again."
    assert list(slack.ravi.fills(**SHARES).values()) == [says]


def test_of_a_lead_that_is_lost_nothing_is_proposed(given: Company) -> None:
    slack = given
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="They have no budget for it")
    slack.ravi.human.forge(
        {"actions": [{"type": "button", "action_id": "split", "value": "1", "block_id": "b", "action_ts": "1.1"}]}
    )

    assert slack.ravi.told == "This lead is closed."


def test_of_a_possible_colleague_no_share_is_told(proposed: Company) -> None:
    slack = proposed
    agreed(slack)
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Rather a possible colleague")
    slack.later(minutes=3)

    assert not any("% of the credit is yours" in message for message in [*slack.erin.messages, *slack.wanda.messages])


def test_what_was_split_is_split_again_once_joining_it_to_another_is_taken_back(proposed: Company) -> None:
    slack = proposed
    agreed(slack)
    slack.rita.logs("Globex", "hank@globex.example")
    slack.mara.types("/lead 1")
    slack.mara.clicks("Same as another…")
    assert slack.mara.fills(into="3") == {}
    assert "of the credit" not in page(slack, "mara", 3)
    slack.mara.clicks("Undo")

    assert "Wanda Weber influenced it: 40 %" in page(slack)


def test_a_lead_that_is_lost_has_no_credit_to_be_split(proposed: Company) -> None:
    slack = proposed
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="They have no budget for it")
    slack.erin.clicks("I agree", on="dm")
    assert slack.erin.told
    slack.later(days=8)

    assert "It counts no more" in "".join(slack.wanda.messages)
    assert "It is for you to decide" not in "".join(slack.mara.messages)


def test_of_a_lead_that_is_erased_nobody_is_asked_any_more(proposed: Company) -> None:
    slack = proposed
    mara = slack.person("mara")
    with slack.store.write() as unit:
        erasing.erase(unit, unit.lead(LeadId(1)), because="asked", by=mara, now=slack.now)
    slack.later(days=8)

    said = "".join(message for who in (slack.erin, slack.wanda, slack.ravi) for message in who.messages)
    assert "Do you agree?" not in said
    assert "Wanda opened the door" not in said
    assert "It is for you to decide" not in "".join(slack.mara.messages)
    with slack.store.read() as reading:
        assert reading.split(SplitId(1)).due is None


def test_the_database_lets_no_share_be_that_nobody_agreed_to(proposed: Company) -> None:
    slack = proposed

    def takes(share: int) -> None:
        refused = pytest.raises((sqlite3.IntegrityError, psycopg.errors.RestrictViolation), match="as was agreed")
        with refused, slack.store.write() as unit:
            unit.save(replace(unit.lead(LeadId(2)), share=share))

    takes(40)
    agreed(slack)
    takes(50)
    takes(0)


def test_whoever_answers_while_it_is_taken_back_answers_nothing_any_more(proposed: Company) -> None:
    """Both clicks are in hand at once: the second waits for the first."""
    slack = proposed
    wanda, answers = slack.person("wanda"), list[object]()

    def agrees() -> None:
        try:
            answers.append(services.agree_split(slack.store, Origin("late"), SplitId(1), by=wanda, now=slack.now))
        except Refused as refused:
            answers.append(refused.code)

    late = Thread(target=agrees)
    with slack.store.write() as unit:
        unit.lead(LeadId(1))
        late.start()
        late.join(0.3)
        unit.save_split(replace(unit.split(SplitId(1)), outcome=Outcome.DROPPED, due=None))
    late.join()

    assert answers == ["split_settled"]


def test_the_file_of_all_leads_says_how_credit_is_split(proposed: Company) -> None:
    slack = proposed
    agreed(slack)

    slack.rita.logs("Globex")
    slack.mara.opens_home()
    slack.mara.clicks("Export as CSV", on="home")

    (file,) = slack.mara.human.dms()[-1].files
    rows = csv.DictReader(io.StringIO((file.data or b"").decode("utf-8-sig")))
    assert [row["Credit"] for row in rows] == ["", "Erin Ortega 60 % and Wanda Weber 40 %"]


def test_agreeing_twice_is_agreeing_once(proposed: Company) -> None:
    slack = proposed
    press = {"type": "button", "action_id": "split:agree", "value": "1", "block_id": "b"}
    slack.erin.human.forge({"actions": [press | {"action_ts": "1.1"}]})
    slack.erin.human.forge({"actions": [press | {"action_ts": "1.2"}]})
    assert slack.erin.told == "You have answered this already."
    with slack.store.read() as reading:
        kinds = [entry.kind for entry in reading.entries(LeadId(1))]
        assert reading.split(SplitId(1)).open

    assert kinds.count("split_agrees") == 1
