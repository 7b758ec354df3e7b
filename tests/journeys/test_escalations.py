"""What is stuck comes to the manager: in one message on their own morning, each lead once, and without blame."""

from datetime import timedelta

from tests.journeys.test_desk import with_desk
from tests.slack.company import Company
from tests.slack.weeks import AUCKLAND_MONDAY, digests, until

HELP = "Where you can help today"


def helps(slack: Company) -> list[str]:
    return [said for said in slack.mara.messages if said.startswith(HELP)]


def test_two_working_days_after_a_promise_without_a_word_the_manager_can_ask_give_or_tell(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.erin.logs("Globex")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(days=9, hours=10, minutes=58)  # a minute before Thursday, nine o'clock, where Mara is
    assert helps(slack) == []

    slack.later(minutes=20)
    (told,) = helps(slack)
    assert slack.mara.human.dms()[-1].text == "2 leads could use your help today"
    assert told.count("Erin has waited 9 days for a word; Ravi may need a hand.") == 2
    assert "jane@" not in told

    slack.mara.clicks("Ask Ravi: Acme", on="dm")
    assert slack.mara.told == "Ravi Rao is asked to send Erin Ortega a word."
    slack.mara.clicks("Tell Erin myself: Globex", on="dm")
    slack.mara.fills(word="They are moving house; we call next week.")
    assert "Done: Mara Manu sent word to the referrer." in helps(slack)[0]
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Note for the team")
    slack.ravi.fills(note="They are slow to answer.")  # of which Erin hears nothing: it is the same silence
    slack.later(days=1)
    assert "They are moving house" in "".join(slack.erin.messages)
    assert len(helps(slack)) == 1
    slack.later(days=2)
    assert len(helps(slack)) == 1


def test_on_the_digests_day_it_is_in_the_digest(slack: Company) -> None:
    with_desk(slack)
    until(slack, AUCKLAND_MONDAY - timedelta(days=5))  # Tuesday evening in Europe
    slack.later(hours=13)
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    until(slack, AUCKLAND_MONDAY + timedelta(days=4))
    slack.erin.logs("Globex")
    slack.later(days=3, hours=1)  # the desk has had Globex since Friday

    assert helps(slack) == []
    newest = digests(slack)[-1]
    assert newest.text.startswith("2 leads need you")
    assert "Erin has waited 11 days for a word; Ravi may need a hand." in slack.mara.last
    slack.later(days=2)
    (told,) = helps(slack)
    assert "Globex" in told
    assert "nobody has it yet" in told
    assert "Acme" not in told
    slack.mara.clicks("Give to…: Globex", on="dm")
    assert slack.mara.fills(owner="rita") == {}
    assert "Done: Mara Manu gave it to Rita Rossi." in helps(slack)[0]


def test_who_is_away_or_waits_for_them_is_not_called_silent(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=5)
    slack.rita.logs("Globex")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(days=7)
    slack.ravi.clicks("Waiting until…: Globex", on="dm")
    slack.ravi.fills(on="2026-12-24")
    slack.ravi.opens_home()
    slack.ravi.clicks("I am away…", on="home")
    slack.ravi.fills(until="2026-12-09", cover="rita")

    slack.later(days=14, hours=10)
    assert helps(slack) == []
    slack.later(hours=1)  # Tuesday, nine o'clock, where Mara is: Ravi has had two working days
    (told,) = helps(slack)
    assert "Acme" in told
    assert "Globex" not in told


def test_what_a_manager_who_leaves_was_to_hear_the_next_one_hears(worked: Company) -> None:
    worked.later(days=9)  # Wednesday: Mara hears on her Thursday
    worked.mara.leaves()
    worked.later(days=1)

    assert helps(worked) == []
    assert HELP in "".join(worked.ada.messages)
