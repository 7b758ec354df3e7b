"""Several people give the same lead: nobody's is swallowed, each of them is named, hears, and is thanked."""

import pytest

from bot.ids import LeadId
from sandbox.sight import DM
from tests.journeys.test_two_at_once import together
from tests.slack.company import Company

KEPT = "Yours is kept and linked to it, and you stand beside them."
GIVEN_BY_BOTH = "Given by Erin Ortega and Wanda Weber"


@pytest.fixture
def twice(slack: Company) -> Company:
    """Erin gives Jane of Acme; Wanda knows her too, and writes all of it in another way."""
    slack.erin.logs("Acme", "jane@acme.example, needs payroll", person="Jane Doe")
    slack.wanda.logs("ACME, S.L.", "Jane.Doe+fair@acme.example, moves to Spain", person="Doe, Jane", how_known="School")
    slack.later(seconds=10)
    return slack


def test_one_lead_and_a_co_referrer_who_reads_whose_it_is(twice: Company) -> None:
    slack = twice

    assert len(slack.cards("A")) == 1
    assert GIVEN_BY_BOTH in slack.cards("Acme")[0]
    receipt = slack.wanda.last
    assert "We have this already: no. 1, Acme · Jane, given by Erin Ortega 23 November 2026. " + KEPT in receipt
    assert "Our reps see it now" in receipt
    assert "You will hear by" in receipt
    thread = slack.thread("Acme")
    assert "Wanda Weber gave it too, 23 November 2026" in thread
    assert "moves to Spain" in thread
    assert "How Wanda Weber knows them: School" in thread


def test_who_gave_it_first_hears_that_it_stands(twice: Company) -> None:
    said = "Wanda Weber gave Acme · Jane too. You gave it first, and that stands; both of you hear what becomes of it."

    assert said in twice.erin.last


def test_both_hear_what_becomes_of_it_and_both_are_thanked(twice: Company) -> None:
    slack = twice
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)

    assert "Ravi Rao took it" in slack.erin.last
    assert "Ravi Rao took it" in slack.wanda.last
    assert "Ravi Rao has it" in slack.wanda.messages[0]

    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Won")
    slack.ravi.fills(thanks="We could not have done it without you")
    slack.later(minutes=3)

    for giver in (slack.erin, slack.wanda):
        assert "We could not have done it without you" in giver.last
    assert "Erin Ortega and Wanda Weber" in slack.cards("Won: a new customer", "wins")[0]


def test_whoever_works_it_reads_at_once_what_is_new(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.wanda.logs("Acme", "jane@acme.example +34 600 123 456, moves to Spain")

    assert "Wanda Weber gave Acme too. What they know:" in slack.ravi.last
    assert "moves to Spain" in slack.ravi.last
    assert "600" not in slack.ravi.last, "how to reach them is in the form alone"
    assert "Ravi Rao has it" in slack.wanda.last
    slack.ravi.clicks("Open", on=DM)
    assert "How to reach them, from Wanda Weber: +34600123456" in slack.ravi.form


def test_whoever_gave_it_first_does_not_read_how_the_other_one_reaches_them(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.logs("Acme", "jane@acme.example +34 600 123 456, moves to Spain")

    slack.erin.types("/lead 1")

    assert "jane@acme.example" in slack.erin.form
    assert "moves to Spain" in slack.erin.form
    assert "600" not in slack.erin.form


def test_taken_and_won_within_two_minutes_each_of_them_hears_once(twice: Company) -> None:
    slack = twice
    heard = [len(giver.messages) for giver in (slack.erin, slack.wanda)]
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("More…", on=DM)
    slack.ravi.clicks("Won")
    slack.ravi.fills(thanks="We could not have done it without you")

    slack.later(minutes=3)

    assert all("We could not have done it without you" in giver.last for giver in (slack.erin, slack.wanda))
    assert [len(giver.messages) for giver in (slack.erin, slack.wanda)] == [many + 1 for many in heard]


def test_a_promise_to_each_of_them_is_kept_by_their_own_clock(twice: Company) -> None:
    slack = twice
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.wanda.clicks("Mute this lead", on=DM)

    slack.later(days=8)

    assert "There is no news from Ravi Rao yet." in slack.erin.last
    assert "There is no news" not in "".join(slack.wanda.messages)
    assert "You asked for no updates on it." in slack.wanda.messages[0]


def test_taken_back_within_two_minutes_nobody_heard_and_each_promise_is_as_it_was(twice: Company) -> None:
    slack = twice
    with slack.store.read() as unit:
        before = [unit.lead(LeadId(number)).promise_due for number in (1, 2)]
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("Undo")
    slack.later(minutes=5)

    with slack.store.read() as unit:
        assert [unit.lead(LeadId(number)).promise_due for number in (1, 2)] == before
    assert "took it" not in "".join([*slack.erin.messages, *slack.wanda.messages])
    assert "Our reps see it now" in slack.wanda.messages[0]


def test_a_candidate_after_all_is_called_so_where_it_is_said_who_gave_it_too(twice: Company) -> None:
    slack = twice
    assert "Wanda Weber gave Acme · Jane too." in slack.erin.last
    slack.erin.clicks("They are rather a possible colleague", on=DM)
    slack.later(seconds=10)

    assert "Wanda Weber gave Jane too." in slack.erin.last


def test_it_is_a_different_one_says_who_gave_it_and_is_not_asked_again(twice: Company) -> None:
    slack = twice
    slack.wanda.clicks("It is a different one", on=DM)

    assert slack.wanda.told == "No. 2 goes on as a lead of its own."
    assert "Given by Wanda Weber" in slack.cards("ACME")[0]
    assert "Given by Erin Ortega · " in slack.cards("Acme ·")[0]
    assert "Wanda" not in slack.thread("Acme ·")
    assert "turned out to be a different one than Acme · Jane" in "".join(slack.erin.messages)
    assert "We have this" not in slack.wanda.messages[0]
    slack.rita.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert "Rita Rossi took it" in slack.wanda.last
    assert "Rita Rossi" not in "".join(slack.erin.messages)

    slack.wanda.clicks("Correct it", on=DM)
    assert slack.wanda.fills(need="Payroll") == {}
    assert len(slack.cards("A")) == 2


def test_what_somebody_gave_already_is_said_before_anything_is_stored_and_sent_again_it_is_another(
    slack: Company,
) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.types("/lead")
    errors = slack.erin.fills(name="Acme Ltd", reach="jane@acme.example")

    again = "You gave this already, or work it: no. 1, Acme. If it is a different one, send the form again."
    assert errors == {"Company or person": again}
    assert slack.erin.submits() == {}
    assert len(slack.cards("Acme")) == 2


def test_what_a_colleague_gave_already_is_said_to_who_logs_it_for_them(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.types("/lead Acme Ltd, jane@acme.example")
    slack.wanda.clicks("Add details")
    slack.wanda.sets(credit="colleague")
    errors = slack.wanda.fills(colleague="erin")

    assert "Erin Ortega gave this already, or works it: no. 1, Acme." in errors["Company or person"]


def test_somebody_else_of_the_same_company_is_a_lead_of_its_own_and_both_show_it(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.wanda.logs("Acme GmbH", "omar@acme.example", person="Omar Diaz")
    slack.later(seconds=10)

    assert len(slack.cards("Acme")) == 2
    assert (
        "We have this company already: no. 1, Acme · Jane, given by Erin Ortega 23 November 2026." in slack.wanda.last
    )
    assert "Also at this company: no. 1, Acme · Jane, given by Erin Ortega · New" in slack.thread("Acme GmbH")
    assert "Also at this company: no. 2, Acme GmbH · Omar, given by Wanda Weber · New" in slack.thread("Acme ·")


def test_a_candidate_whom_we_know_gets_the_ordinary_receipt_and_the_recruiter_puts_the_two_together(
    slack: Company,
) -> None:
    slack.erin.logs("Jane Doe", "jane@home.example", kind="talent")
    slack.wanda.logs("Jane Doe", "jane@home.example, great with people", kind="talent")
    slack.later(seconds=10)
    ordinary = slack.erin.last.replace("no. 1", "no. 2")

    assert slack.wanda.last == ordinary
    assert len(slack.cards("Jane", "hiring")) == 2
    assert "Perhaps the same: no. 1, Jane, given by Erin Ortega · New" in slack.thread("Jane", "hiring")

    slack.ruth.types("/lead 2")
    slack.ruth.clicks("Same as another…")
    assert "Perhaps the same: no. 1, Jane, given by Erin Ortega · New" in slack.ruth.form
    assert slack.ruth.submits() == {}
    assert slack.ruth.told == "Put together with no. 1. Undo"
    slack.later(minutes=3)

    (card,) = slack.cards("Jane", "hiring")
    assert GIVEN_BY_BOTH in card
    (gone,) = slack.cards("No. 2", "hiring")
    assert "No. 2 goes on as part of no. 1, Jane." in gone
    assert "Your lead no. 2 goes on together with another that is about the same person." in slack.wanda.last
    assert "Erin" not in "".join(slack.wanda.messages)
    slack.ruth.clicks("I'll take it", on="hiring")
    slack.later(minutes=3)
    assert "Ruth" in slack.wanda.last
    assert "Ruth" in slack.erin.last


def test_the_same_person_as_customer_and_as_colleague_stays_two_with_separate_access(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.wanda.logs("Jane Doe", "jane@acme.example", kind="talent")
    slack.later(seconds=10)

    assert "Perhaps the same" not in slack.thread("Acme") + slack.thread("Jane", "hiring")
    slack.ruth.types("/lead 2")
    assert "Perhaps the same: no. 1, Acme · Jane, given by Erin Ortega · New" in slack.ruth.form
    slack.ravi.types("/lead 1")
    assert "Perhaps the same" not in slack.ravi.form


def test_put_together_by_whoever_answers_for_such_leads_and_taken_apart_it_is_exactly_as_it_was(
    first_day: Company,
) -> None:
    slack = first_day
    slack.works_with(rep=["ravi", "rita"], marketer=["mona"], manager=["mara"])
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.logs("Acme Iberia", "omar@acme-iberia.example")
    slack.later(minutes=3)
    with slack.store.read() as unit:
        before = unit.lead(LeadId(2))

    slack.mona.types("/lead 2")
    slack.mona.clicks("Same as another…")
    assert slack.mona.fills(into="1") == {}
    slack.later(minutes=3)
    assert "Your lead no. 2 goes on as part of no. 1, Acme, which Erin Ortega gave." in slack.wanda.last
    assert GIVEN_BY_BOTH in slack.cards("Acme")[0]
    assert "Wanda Weber gave Acme too. You gave it first, and that stands" in slack.erin.last

    slack.mona.types("/lead 2")
    slack.mona.clicks("It is a different one")
    with slack.store.read() as unit:
        after = unit.lead(LeadId(2))
    assert {name: (was, getattr(after, name)) for name, was in vars(before).items() if was != getattr(after, name)} == {
        "seq": (before.seq, after.seq),
        "version": (before.version, after.version),
    }
    assert "Given by Wanda Weber" in slack.cards("Acme Iberia")[0]


def test_put_together_by_mistake_is_undone_before_anybody_hears(first_day: Company) -> None:
    slack = first_day
    slack.works_with(rep=["ravi"], marketer=["mona"])
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.logs("Globex", "omar@globex.example")
    slack.mona.types("/lead 2")
    slack.mona.clicks("Same as another…")
    slack.mona.fills(into="1")
    slack.mona.clicks("Undo")
    slack.later(minutes=5)

    assert "goes on" not in "".join(slack.wanda.messages)
    assert "gave" not in slack.erin.messages[-1]
    assert "Given by Wanda Weber" in slack.cards("Globex")[0]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2", "That is this very lead."),
        ("77", "There is no such lead. Write its number, like 42."),
        ("Acme", "There is no such lead. Write its number, like 42."),
        ("3", "One is a possible customer, the other a possible colleague: they stay apart, and linked."),
        ("4", "That one is closed. Open it again first."),
    ],
)
def test_what_cannot_be_put_together_says_why(first_day: Company, typed: str, why: str) -> None:
    slack = first_day
    slack.works_with(rep=["ravi"], marketer=["mona"], recruiter=["mona"])
    slack.erin.logs("Acme")
    slack.wanda.logs("Globex")
    slack.wanda.logs("Zoe Zander", kind="talent")
    slack.erin.logs("Initech")
    slack.erin.clicks("Withdraw", on=DM)
    slack.mona.types("/lead 2")
    slack.mona.clicks("Same as another…")

    assert slack.mona.fills(into=typed) == {"Number of the other lead": why}


def test_two_forms_in_the_same_second_make_one_lead_and_one_co_referrer(slack: Company) -> None:
    for person in (slack.erin, slack.wanda):
        person.types("/lead")
        person.sets(name="Acme", reach="jane@acme.example")

    together(slack.erin.human.submits, slack.wanda.human.submits)
    slack.settle()

    (card,) = slack.cards("Acme")
    assert "Erin Ortega" in card
    assert "Wanda Weber" in card
    with slack.store.read() as unit:
        first, second = unit.lead(LeadId(1)), unit.lead(LeadId(2))
    assert {first.part_of, second.part_of} in ({None, 1}, {None, 2})


def test_whoever_takes_back_what_they_gave_takes_nothing_from_who_gave_it_too(twice: Company) -> None:
    slack = twice
    slack.erin.clicks("Withdraw", on=DM)
    slack.later(minutes=3)

    assert "Given by Wanda Weber" in slack.cards("ACME")[0]
    assert "Our reps see it now" in slack.wanda.messages[0]
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert "Ravi Rao took it" in slack.wanda.last


def test_a_co_referrer_asks_how_it_goes_and_the_answer_reaches_both(twice: Company) -> None:
    slack = twice
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(days=4)
    slack.wanda.clicks("Ask Ravi", on=DM)
    slack.later(minutes=3)

    assert "Wanda Weber would like to know" in "".join(slack.ravi.messages)
    slack.ravi.clicks("Write to Wanda", on=DM)
    slack.ravi.fills(word="We meet on Friday")
    slack.later(minutes=3)
    assert "We meet on Friday" in slack.wanda.last
    assert "We meet on Friday" in slack.erin.last


def test_what_a_co_referrer_offers_is_asked_for_and_done_as_anybodys(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.wanda.logs("Acme", "jane@acme.example", offers=["introduction", "advice"])
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    assert "Wanda Weber offers an introduction and advice." in slack.ravi.last

    slack.ravi.clicks("Ask Wanda for the introduction", on=DM)
    assert slack.ravi.told == "Wanda Weber is asked. You will hear."
    slack.wanda.clicks("I introduced them", on=DM)
    slack.later(minutes=3)
    assert "Wanda Weber made the introduction to" in slack.ravi.last

    slack.ravi.clicks("Ask Wanda for advice", on=DM)
    slack.ravi.fills(word="Who decides?")
    slack.wanda.clicks("Give advice", on=DM)
    slack.wanda.fills(word="Jane does, after a pilot.")
    slack.later(minutes=3)
    assert "Jane does, after a pilot." in slack.ravi.last
    assert "Jane does, after a pilot." in slack.thread("Acme")
    assert "Wanda Weber gave advice" in slack.thread("Acme")
