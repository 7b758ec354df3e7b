"""Two people at once: one lead, one owner, one post; the other is told what is true."""

import threading
from collections.abc import Callable

from tests.slack.company import Company


def test_two_reps_click_at_once_and_one_of_them_gets_the_lead(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    together(lambda: slack.ravi.human.clicks("I'll take it"), lambda: slack.rita.human.clicks("I'll take it"))
    slack.settle()

    taken = {"Ravi Rao took this lead a moment ago.", "Rita Rossi took this lead a moment ago."}
    told = [slack.ravi.told, slack.rita.told]
    assert sorted(said in taken for said in told) == [False, True]
    assert "Yours. Undo" in told
    assert len(slack.cards("Acme")) == 1
    assert len(slack.ravi.messages) + len(slack.rita.messages) == 1


def test_one_who_clicks_twice_at_once_moves_once(slack: Company) -> None:
    slack.erin.logs("Acme")

    together(*[lambda: slack.ravi.human.clicks("I'll take it")] * 3)
    slack.later(minutes=3)

    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert slack.erin.last.count("took it") == 1


def test_eight_people_log_at_once_and_every_lead_has_its_number(slack: Company) -> None:
    names = ("erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada")
    people = [getattr(slack, name) for name in names]
    for person in people:
        person.types(f"/lead Company of {person.human.user.name}")

    together(*[lambda person=person: person.human.submits() for person in people])
    slack.settle()

    cards = slack.cards("Company of")
    assert len(cards) == 8
    assert {line.split(" · ")[0] for card in cards for line in card.splitlines() if line.startswith("No. ")} == {
        f"No. {number}" for number in range(1, 9)
    }


def test_an_edit_and_a_taking_at_once_leave_one_truth(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.clicks("Edit")
    slack.erin.sets(name="Acme Two")

    together(slack.erin.human.submits, lambda: slack.ravi.human.clicks("I'll take it", "leads"))
    slack.settle()

    (card,) = slack.cards("Acme")
    assert "Ravi Rao has it" in card
    asked = any("Erin Ortega would correct Acme" in message for message in slack.ravi.messages)
    assert card.startswith("Acme Two") != asked, "it stands, or whoever was quicker is asked to take it over"
    assert not slack.erin.human.form


def together(*works: Callable[[], object]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
