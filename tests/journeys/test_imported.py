"""What came from a list is a lead like others from its first move on, and floods nobody until then."""

from datetime import date
from pathlib import Path

import pytest

from bot.ids import LeadId, Origin
from bot.keeping import Keeping
from bot.leads import Lead, Status
from bot.services import set_kept
from tests.slack.company import Company
from tests.slack.lists import Lists

GAVE = {"given_by": "Erin Ortega"}
ACME = {"name": "Acme", "person": "Jane Doe", "email": "jane@acme.example"} | GAVE


@pytest.fixture
def lists(slack: Company, tmp_path: Path) -> Lists:
    for name in ("erin", "wanda"):
        slack.person(name)
    return Lists(slack, tmp_path)


def lead(slack: Company, number: int) -> Lead:
    with slack.store.read() as unit:
        return unit.lead(LeadId(number))


def many(number: int, **more: str) -> list[dict[str, str]]:
    """Of companies that nobody takes for one another."""
    names = ("Acme", "Hooli", "Initech", "Umbrella", "Wonka", "Globex", "Stark", "Tyrell", "Cyberdyne", "Vandelay")
    return [{"name": name, **GAVE, **more} for name in names[:number]]


def test_it_gets_its_card_with_its_first_move_and_its_giver_hears(slack: Company, lists: Lists) -> None:
    lists.brings(ACME)
    assert slack.cards("Acme") == []

    slack.ravi.types("/lead 1")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=3)

    (card,) = slack.cards("Acme")
    assert "Given by Erin Ortega" in card
    assert "Ravi Rao took" in slack.erin.last


def test_it_counts_as_its_givers_for_as_long_as_one_that_is_given_today(slack: Company, lists: Lists) -> None:
    lists.brings({**ACME, "logged_on": "2026-01-12"}, {"name": "Hooli", "status": "lost", **GAVE})

    assert lead(slack, 1).window_on == date(2027, 5, 22)
    assert lead(slack, 2).window_on is None


def test_what_counts_as_its_givers_no_longer_joins_nothing(slack: Company, lists: Lists) -> None:
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.wakes_after(days=200)
    lists.brings({**ACME, "given_by": "Wanda Weber"})

    assert lead(slack, 2).part_of is None
    with slack.store.read() as unit:
        assert list(unit.links(lead(slack, 2).id)) == [1]


def test_what_nobody_has_waits_in_the_lists_and_not_at_the_desk(slack: Company, lists: Lists) -> None:
    slack.works_with(desk=["mona"], rep=["ravi"])
    lists.brings(*many(10))

    slack.later(days=4)

    assert slack.mona.messages == []
    assert slack.cards("") == []
    slack.ravi.opens_home()
    assert "Hooli" in slack.ravi.home


def test_its_giver_hears_of_all_of_it_in_one_message_once_the_usual_time_is_over(slack: Company, lists: Lists) -> None:
    lists.brings(*many(3), {"name": "Worked", "status": "contacted", "owner": "Ravi Rao"} | GAVE, {"name": "Nobody's"})

    slack.later(days=6)
    early = slack.erin.messages
    slack.later(days=9)

    assert early == []
    (update,) = slack.erin.messages
    assert "Hooli" in update
    assert "Worked" in update
    assert not any("Where your leads stand" in message for message in slack.ada.messages), (
        "who brought it did not give it"
    )


def test_its_owner_is_asked_in_one_morning_and_no_manager_is_called(slack: Company, lists: Lists) -> None:
    lists.brings(*many(8, status="meeting", owner="Ravi Rao", logged_on="2020-05-04"))

    slack.later(days=3)
    before = (slack.ravi.messages, slack.mara.messages)
    days = 10
    slack.later(days=days)

    assert before == ([], [])
    assert any("Hooli" in message for message in slack.ravi.messages)
    assert len(slack.ravi.messages) <= days, "one a morning"


def test_what_is_closed_rests_and_can_be_opened_again(slack: Company, lists: Lists) -> None:
    closed = ("won", "lost", "not for us")
    lists.brings(*({"name": f"Old {status}", "status": status, "owner": "Ravi Rao"} | GAVE for status in closed))
    slack.later(days=40)

    assert slack.erin.messages == []
    assert slack.cards("Old", "wins") == []
    assert [lead(slack, n).status for n in (1, 2, 3)] == [Status.WON, Status.LOST, Status.DECLINED]
    assert [lead(slack, n).promise_due for n in (1, 2, 3)] == [None] * 3

    slack.mara.types("/lead 1")
    slack.mara.clicks("Undo the win")
    assert slack.mara.fills(word="It was another one.") == {}
    assert lead(slack, 1).status is Status.ACCEPTED
    slack.ravi.types("/lead 2")
    slack.ravi.clicks("Reopen")
    assert lead(slack, 2).status is Status.ACCEPTED


def test_somebody_who_gave_it_too_stands_on_the_card_and_nobody_is_written_to(slack: Company, lists: Lists) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.later(minutes=3)
    before = slack.wanda.messages

    (joined,) = lists.brings(ACME)

    assert (joined["what"], joined["lead"], joined["like lead"]) == ("joined to what somebody gave before", "2", "1")
    assert "Given by Wanda Weber and Erin Ortega" in slack.cards("Acme")[0]
    assert len(slack.wanda.messages) == len(before)
    assert slack.erin.messages == []


def test_a_company_that_leaves_out_what_is_here_or_adds_it_says_so(slack: Company, lists: Lists) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")

    (skipped,) = lists.brings(ACME, words=("--duplicates", "skip"))
    (added,) = lists.brings(ACME, words=("--duplicates", "add"))

    assert (skipped["what"], skipped["like lead"]) == ("left out, since it is here already", "1")
    assert (added["what"], added["lead"]) == ("new, and linked to what is like it", "2")
    assert lead(slack, 2).part_of is None


def test_what_somebody_gives_today_is_no_longer_only_a_line_of_an_old_list(slack: Company, lists: Lists) -> None:
    lists.brings(ACME)

    slack.wanda.logs("Acme", "jane@acme.example")
    slack.later(minutes=3)

    assert "Given by Erin Ortega and Wanda Weber" in slack.cards("Acme")[0]
    assert lead(slack, 1).desk_due is not None


def test_a_change_of_the_settings_posts_no_cards_of_it(slack: Company, lists: Lists) -> None:
    lists.brings(*many(5))

    slack.works_with(rep=["rita"], desk=["mona"])
    slack.later(hours=30)

    assert slack.cards("") == []
    assert slack.mona.messages == []


def test_what_is_owed_to_whoever_it_is_about_is_reckoned_from_the_import(slack: Company, lists: Lists) -> None:
    ada = slack.person("ada")
    set_kept(slack.store, Origin("kept"), Keeping.LOCK, {}, by=ada, now=slack.now)
    lists.brings(ACME | {"logged_on": "2019-01-01"})

    slack.later(days=2)
    now = lead(slack, 1)
    slack.later(days=30)

    assert (now.locked_at, now.reminded) == (None, 0)
    assert lead(slack, 1).locked_at is not None
    assert lead(slack, 1).erased_at is None
    assert slack.cards("") == []


def test_who_asked_for_no_more_contact_does_not_come_in_again(slack: Company, lists: Lists) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    with slack.store.write() as unit:
        unit.object_to(unit.lead(LeadId(1)), slack.now)

    tried, done = lists.tries(ACME), lists.brings(ACME)

    assert [line["what"] for line in (*tried, *done)] == ["refused"] * 2
    assert "jane" not in done[0]["why"].casefold()
    assert lead(slack, 1).parts == 0


def test_whoever_has_left_has_the_credit_and_gets_no_lead(slack: Company, lists: Lists) -> None:
    slack.wanda.leaves()
    rows = ({"name": "Acme", "given_by": "Wanda Weber"}, {"name": "Hooli", "owner": "Wanda Weber"})
    kept, refused = lists.brings(*rows)

    assert (kept["what"], refused["what"]) == ("new", "refused")
    assert refused["why"].startswith("owner: Wanda Weber is no full member")
    slack.later(days=20)
    assert slack.wanda.messages == []
