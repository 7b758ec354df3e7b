"""Who gave a lead is fixed when it is logged. A manager may decide otherwise, with a reason that all concerned read."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from sandbox.sight import DM
from storage.store import SqlStore
from tests.slack.company import Company

WHY = "Wanda met them at the fair and told Erin."
SAYS = "Mara Manu changed who has the credit for lead no. 1, Acme: Wanda Weber has it now, and no longer Erin Ortega."


@pytest.fixture
def decided(slack: Company) -> Company:
    """Erin gave it, Ravi works it, and Mara knows that it was Wanda's."""
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(hours=12)
    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="wanda", reason=WHY) == {}
    slack.later(hours=12)
    return slack


def test_all_whom_it_concerns_read_whose_it_is_and_why(decided: Company) -> None:
    for who in (decided.erin, decided.wanda, decided.ravi):
        assert any(SAYS in message and WHY in message for message in who.messages), who.messages
    assert "Given by Wanda Weber" in decided.cards("Acme")[0]
    assert "Mara Manu gave the credit to Wanda Weber" in decided.thread("Acme")
    assert WHY not in decided.thread("Acme")
    assert "Wanda Weber has the credit for lead 1 now, as a manager decided." in decided.erin.messages[0]


def test_from_then_on_the_other_one_hears(decided: Company) -> None:
    before = len(decided.erin.messages)
    decided.ravi.clicks("Spoke to them", on=DM)
    decided.ravi.submits()
    decided.later(minutes=3)

    assert "Ravi Rao spoke to them" in decided.wanda.last
    assert len(decided.erin.messages) == before


def test_of_two_who_gave_it_each_keeps_what_they_said_of_them(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example, needs payroll", how_known="School")
    slack.wanda.logs("Acme", "jane@acme.example +34 600 123 456, moves to Spain", how_known="The fair")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(hours=12)
    had = len(slack.erin.messages)
    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="wanda", reason=WHY) == {}
    slack.later(hours=12)

    changed = "Wanda Weber comes first now, and Erin Ortega stands beside them."
    assert changed in slack.erin.messages[had]
    assert "Given by Wanda Weber and Erin Ortega" in slack.cards("Acme")[0]
    slack.ravi.types("/lead 1")
    first, _, beside = slack.ravi.form.partition("Erin Ortega gave it too")
    assert all(said in first for said in ("moves to Spain", "How Wanda Weber knows them: The fair", "+34600123456"))
    assert all(said in beside for said in ("needs payroll", "How Erin Ortega knows them: School"))
    slack.erin.types("/lead 2")
    assert "needs payroll" in slack.erin.form
    assert "moves to Spain" not in slack.erin.form


def test_whoever_gave_it_unnamed_stays_so(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", credit="unnamed")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.erin.types("/lead 1")
    slack.later(hours=12)
    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="wanda", reason=WHY) == {}
    slack.later(hours=12)

    assert "A colleague gave" in slack.thread("Acme")
    for who in (slack.wanda, slack.ravi, slack.mara):
        who.types("/lead 1")
        assert "Erin" not in f"{who.form} {who.messages}".replace(WHY, ""), (who.form, who.messages)
    assert any("and no longer Erin Ortega" in message for message in slack.erin.messages)

    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    assert slack.mara.fills(to="erin", reason="It was hers after all.") == {}
    slack.later(hours=12)
    assert "Erin" not in f"{slack.cards('Acme')} {slack.thread('Acme')}"
    assert any("Erin Ortega has it now" in message for message in slack.erin.messages)


def test_it_is_for_no_owner_and_for_nobody_whom_it_is_about(slack: Company) -> None:
    slack.mara.logs("Acme", "jane@acme.example")
    slack.erin.logs("Globex", "hank@globex.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.mara.types("/lead 1")
    assert "Change credit…" not in slack.mara.form
    slack.ravi.types("/lead 2")
    assert "Change credit…" not in slack.ravi.form
    slack.mara.types("/lead 2")
    slack.mara.clicks("Change credit…")

    assert "It is about you, so another manager decides." in str(slack.mara.fills(to="mara", reason=WHY))


def test_nobody_has_the_credit_of_one_lead_twice(slack: Company) -> None:
    for giver in (slack.erin, slack.wanda, slack.rita):
        giver.logs("Acme", "jane@acme.example")

    for number, who in ((2, "erin"), (2, "rita"), (3, "wanda")):
        slack.mara.types(f"/lead {number}")
        slack.mara.clicks("Change credit…")
        assert list(slack.mara.fills(to=who, reason=WHY).values()) == ["They have the credit already."]
        while slack.mara.human.form:
            slack.mara.human.closes()


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        ({"to": "erin", "reason": WHY}, "Who gave it", "They have the credit already."),
        (
            {"to": "wanda", "reason": "  "},
            "Why (both of them and whoever has it read this)",
            "Please write a word or two",
        ),
    ],
)
def test_what_cannot_be_decided_says_why(slack: Company, typed: dict[str, str], field: str, why: str) -> None:
    slack.erin.logs("Acme")
    slack.mara.types("/lead 1")
    slack.mara.clicks("Change credit…")
    errors = slack.mara.fills(**typed)

    assert list(errors) == [field]
    assert why in errors[field]


def test_the_database_itself_refuses_every_other_way(slack: Company) -> None:
    slack.erin.logs("Acme")
    store = slack.store
    assert isinstance(store, SqlStore)
    wanda, forged = slack.person("wanda"), "UPDATE leads SET referrer = :to WHERE id = 1"

    for change in (forged, "UPDATE entries SET actor = :to", "DELETE FROM entries WHERE actor <> :to"):
        with pytest.raises(DatabaseError), store.engine.begin() as connection:
            connection.execute(text(change), {"to": wanda})


def test_an_admin_gets_the_proof_once_and_it_grows_by_a_line_a_day_in_silence(decided: Company) -> None:
    decided.later(days=2)
    (first,) = _proofs(decided)
    decided.wanda.logs("Globex")
    decided.later(days=2)
    (second,) = _proofs(decided)

    assert "leads: 1 · entries: " in first
    assert len(second.splitlines()) > len(first.splitlines())
    assert second.startswith(first)


def _proofs(slack: Company) -> list[str]:
    return [message for message in slack.ada.messages if message.startswith("The ledger\n")]
