"""Somebody knew them already, or gave them first: with a record that is older, and a manager who is neutral decides."""

from functools import partial
from threading import Thread

import pytest

from bot import erasing, services
from bot.disputes import Outcome
from bot.errors import Refused
from bot.ids import DisputeId, LeadId, Origin
from bot.values import replace
from tests.slack.company import Company

LINK = "https://sandbox-inc.slack.com/archives/C1/p1700000000000000"
OLDER = "2026-10-01"
TYPED = {"outcome": {"selected_option": {"value": "given"}}, "reason": {"value": "It is mine"}}
MINE = {
    "type": "modal",
    "id": "V0MINE",
    "callback_id": "form:dispute:decide",
    "private_metadata": '{"dispute":1}',
    "state": {"values": {name: {name: value} for name, value in TYPED.items()}},
}
"""The form of a decision about the first claim, filled in by hand."""


@pytest.fixture
def given(slack: Company) -> Company:
    """Erin gives Acme, Ravi takes it; Mara manages."""
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    return slack


@pytest.fixture
def disputed(given: Company) -> Company:
    """Wanda says that she knew them, and Mara, who is in Auckland, reads of it in her morning."""
    assert claims(given, "wanda") == {}
    given.later(hours=12)
    return given


def claims(
    slack: Company, who: str, button: str = "I knew them already…", lead: int = 1, **typed: str
) -> dict[str, str]:
    """What stands under the fields afterwards."""
    colleague = getattr(slack, who)
    colleague.types(f"/lead {lead}")
    colleague.clicks(button)
    errors = dict(colleague.fills(**({"where": LINK, "day": OLDER, "word": "We had lunch"} | typed)))
    while colleague.human.form:
        colleague.human.closes()
    return errors


def decides(slack: Company, outcome: str, who: str = "mara") -> None:
    getattr(slack, who).clicks("Decide…", on="dm")
    assert getattr(slack, who).fills(outcome=outcome, reason="The lunch is in the calendar") == {}
    slack.later(minutes=3)


def test_whoever_gave_it_whoever_claims_it_and_whoever_decides_read_the_claim(disputed: Company) -> None:
    slack = disputed

    assert "Wanda Weber says that they knew Acme · Jane before you gave it." in slack.erin.last
    assert "What shows it: a link of 1 October 2026" in slack.erin.last
    assert "We had lunch" in slack.erin.last
    assert "Mara Manu decides by 30 November 2026, and you will read why." in slack.erin.last
    assert "You say that you knew Acme · Jane before Erin Ortega gave it." in slack.wanda.last
    assert "It is for you to decide, by 30 November 2026." in slack.mara.last
    assert "archives" not in str(slack.mara.messages)
    slack.mara.clicks("Decide…", on="dm")
    assert LINK in slack.mara.form
    slack.ravi.types("/lead 1")
    assert "Whose the credit is, is being decided" in slack.ravi.form


@pytest.mark.parametrize(
    ("typed", "under"),
    [
        (
            {"where": ""},
            {"where": "A claim needs a record that is older than the lead: a link, a file, or a number in the CRM."},
        ),
        (
            {"day": "2026-11-23"},
            {"day": "It has to be older than the lead, logged 23 November 2026. With nothing older the credit stays."},
        ),
        ({"day": "2026-02-30"}, {"day": "That is not a day. Write it like 2026-12-25."}),
    ],
)
def test_without_a_record_that_is_older_nothing_is_claimed(
    given: Company, typed: dict[str, str], under: dict[str, str]
) -> None:
    slack = given
    slack.wanda.types("/lead 1")
    slack.wanda.clicks("I knew them already…")

    assert slack.wanda.forged(**({"where": LINK, "day": OLDER} | typed)) == under
    assert not any("knew" in message for message in slack.erin.messages)


def test_a_link_is_as_long_as_its_site_makes_it(given: Company) -> None:
    assert claims(given, "wanda", where=f"{LINK}?{'x' * 900}") == {}


def test_whoever_gave_it_answers_and_both_read_it(disputed: Company) -> None:
    slack = disputed
    slack.erin.clicks("Answer…", on="dm")
    assert slack.erin.fills(word="That lunch was mine", day="2026-09-01") == {}

    for reader in (slack.mara, slack.wanda):
        assert "Erin Ortega answers:\nWith a record of their own, 1 September 2026\nThat lunch was mine" in reader.last


def test_the_credit_goes_to_who_knew_them_and_all_read_why(disputed: Company) -> None:
    slack = disputed
    decides(slack, "given")
    slack.later(hours=12)

    for reader in (slack.erin, slack.wanda, slack.ravi):
        said = "".join(reader.messages)
        assert "Mara Manu decided: the credit is Wanda Weber's.\nThe lunch is in the calendar" in said
    assert "Given by Wanda Weber" in slack.cards("Acme")[0]
    assert "Erin" not in slack.cards("Acme")[0]
    assert "Answer…" not in "".join(slack.erin.messages)
    assert "Decide…" not in "".join(slack.mara.messages)


def test_the_credit_stays_and_it_is_not_asked_again(disputed: Company) -> None:
    slack = disputed
    decides(slack, "kept")

    assert "Mara Manu decided: the credit is Erin Ortega's." in slack.wanda.last
    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
    slack.wanda.types("/lead 1")
    assert "I knew them already…" not in slack.wanda.form


def test_whoever_stands_beside_them_says_that_they_gave_it_first_and_the_two_change_places(given: Company) -> None:
    slack = given
    slack.wanda.logs("ACME, S.L.", "jane@acme.example", person="Jane Doe")
    slack.later(minutes=3)
    assert claims(slack, "wanda", "I gave it first…", lead=2) == {}
    slack.later(hours=12)
    assert "Wanda Weber says that they gave Acme · Jane before you did." in slack.erin.last
    decides(slack, "given")

    assert "Given by Wanda Weber and Erin Ortega" in slack.cards("Acme")[0]
    with slack.store.read() as reading:
        leads = reading.given_by(slack.person("erin"), limit=5).items
        assert [lead.part_of for lead in leads] == [1]


def test_whoever_claims_it_takes_it_back(disputed: Company) -> None:
    slack = disputed
    slack.wanda.clicks("Take it back", on="dm")
    slack.later(minutes=3)

    assert "Wanda Weber took it back. The credit stays where it was." in slack.erin.last
    assert "Decide…" not in slack.mara.last
    slack.wanda.types("/lead 1")
    assert "I knew them already…" in slack.wanda.form


def test_whoever_decides_is_reminded_after_three_working_days_and_on_the_fifth(disputed: Company) -> None:
    slack = disputed
    before = len(slack.mara.messages)
    slack.later(days=3)
    assert sum("It is for you to decide" in message for message in slack.mara.messages[before:]) == 1
    slack.later(days=4)
    asked = [message for message in slack.mara.messages if "It is for you to decide" in message]
    assert len(asked) == 3
    decides(slack, "kept")

    assert not any("It is for you to decide" in message for message in slack.mara.messages)


@pytest.fixture
def small(first_day: Company) -> Company:
    """Ada has what Erin gave, alone administers, and is the lead desk; nobody manages."""
    slack = first_day
    slack.works_with(rep=["ada"], admin=["ada"], desk=["ada"])
    return slack


def test_where_nobody_is_neutral_the_older_record_stands(small: Company) -> None:
    slack = small
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ada.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert claims(slack, "wanda") == {}
    assert "Nobody here is neutral in this." in slack.erin.last
    slack.later(days=4)
    assert "Given by Erin Ortega" in slack.cards("Acme")[0]
    slack.later(days=4)

    assert "Nobody here was neutral, so the older record stands: the credit is Wanda Weber's." in "".join(
        slack.erin.messages
    )
    assert "Given by Wanda Weber" in slack.cards("Acme")[0]
    assert sum("the older record stands: the credit is" in message for message in slack.wanda.messages) == 2


def test_of_a_lead_that_is_erased_nobody_is_reminded(disputed: Company) -> None:
    slack = disputed
    mara = slack.person("mara")
    with slack.store.write() as unit:
        erasing.erase(unit, unit.lead(LeadId(1)), because="asked", by=mara, now=slack.now)
    slack.later(days=7)

    assert "It is for you to decide" not in "".join(slack.mara.messages)
    with slack.store.read() as reading:
        assert reading.dispute(DisputeId(1)).due is None


def test_where_nobody_is_neutral_a_record_of_the_giver_that_is_older_still_keeps_it(small: Company) -> None:
    slack = small
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ada.clicks("I'll take it", on="leads")
    claims(slack, "wanda")
    slack.erin.clicks("Answer…", on="dm")
    slack.erin.fills(word="I wrote to them in August", day="2026-08-01")
    slack.later(days=8)

    assert "Nobody here was neutral, so the older record stands: the credit is Erin Ortega's." in slack.wanda.last
    assert "Given by Erin Ortega" in slack.cards("Acme")[0]


def test_whoever_has_it_or_claims_it_never_decides(first_day: Company, caplog: pytest.LogCaptureFixture) -> None:
    slack = first_day
    slack.works_with(rep=["ravi"], manager=["mara", "ravi"])
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    claims(slack, "mara")
    slack.later(hours=24)

    assert "It is for you to decide" not in "".join([*slack.mara.messages, *slack.ravi.messages])
    assert "It is for you to decide" in "".join(slack.ada.messages)
    pressed = {"type": "button", "action_id": "dispute:decide", "value": "1", "block_id": "b"}
    for who in (slack.mara, slack.ravi, slack.erin):
        who.human.forge({"actions": [pressed | {"action_ts": slack.sandbox.world.ts()}]})
        assert who.told == "There is no such lead."
        who.human.forge({"type": "view_submission", "view": MINE, "response_urls": []})
    with slack.store.read() as reading:
        assert reading.dispute(DisputeId(1)).open
    assert [line.message for line in caplog.records if line.levelname == "ERROR"] == [], "the database had to refuse it"


def test_a_second_claim_while_one_is_decided_is_another_persons(disputed: Company) -> None:
    slack = disputed
    slack.wanda.types("/lead 1")
    assert "I knew them already…" not in slack.wanda.form
    assert claims(slack, "rita") == {}
    slack.later(hours=12)
    decides(slack, "given")
    slack.mara.clicks("Decide…", on="dm")
    slack.mara.fills(outcome="kept", reason="One of you is enough")
    slack.later(minutes=3)

    assert "Given by Rita Rossi" in slack.cards("Acme")[0]


def test_whoever_decides_while_it_is_taken_back_decides_nothing_any_more(disputed: Company) -> None:
    """Both clicks are in hand at once: the second waits for the first."""
    slack = disputed
    mara, answers = slack.person("mara"), list[object]()

    def decides() -> None:
        decide, given = partial(services.decide_dispute, slack.store, Origin("late"), DisputeId(1)), Outcome.GIVEN
        try:
            answers.append(decide(given, "It is mine", by=mara, now=slack.now))
        except Refused as refused:
            answers.append(refused.code)

    late = Thread(target=decides)
    with slack.store.write() as unit:
        unit.lead(LeadId(1))
        late.start()
        late.join(0.3)
        unit.save_dispute(replace(unit.dispute(DisputeId(1)), outcome=Outcome.DROPPED, due=None))
    late.join()

    assert answers == ["dispute_settled"]


def test_the_ledger_is_whole_after_a_decision(disputed: Company) -> None:
    slack = disputed
    decides(slack, "given")
    with slack.store.read() as reading:
        kinds = [entry.kind for entry in reading.entries(reading.given_by(slack.person("wanda"), limit=1).items[0].id)]

    assert kinds[-3:] == ["disputed", "dispute_settled", "credit_changed"]
