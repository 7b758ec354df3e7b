"""Nobody is nobody: first call, then the channel, then the lead desk, then whoever is the manager."""

from tests.journeys.test_away import goes_away
from tests.slack.company import Company


def with_desk(slack: Company) -> Company:
    slack.ada.opens_home()
    slack.ada.clicks("People")
    assert slack.ada.fills(**{"desk.sales": "mona"}) == {}
    return slack


def test_whom_the_referrer_has_in_mind_has_first_call_and_then_the_channel_has_it(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example", wanted="ravi")
    slack.later(minutes=3)

    assert "Ravi Rao has first call until" in slack.erin.last
    assert "Ravi Rao has first call, until" in slack.cards("Acme")[0]
    assert "You have first call: until" in slack.ravi.last
    slack.rita.clicks("I'll take it", on="leads")
    assert slack.rita.told == "Ravi Rao has first call on it for now."

    slack.later(hours=4)
    assert "Our reps see it now" in slack.erin.last
    slack.rita.clicks("I'll take it", on="leads")
    assert "Rita Rossi has it" in slack.cards("Acme")[0]


def test_first_call_ends_at_once_with_whoever_declines_goes_away_or_leaves(slack: Company) -> None:
    slack.erin.logs("Acme", wanted="ravi")
    slack.erin.logs("Globex", wanted="ravi")
    slack.erin.logs("Initech", wanted="rita")
    slack.later(minutes=5)

    slack.ravi.clicks("Not for me: Acme", on="dm")
    assert slack.ravi.told == "Fine. Your colleagues see it now."
    assert "You left it to your colleagues, who see it now." in "".join(slack.ravi.messages)
    slack.rita.clicks("I'll take it: Acme", on="leads")
    assert "Rita Rossi has it" in slack.cards("Acme")[0]

    goes_away(slack, "2026-12-04", "mona")
    slack.rita.clicks("I'll take it: Globex", on="leads")
    assert "Rita Rossi has it" in slack.cards("Globex")[0]

    assert "Rita Rossi has first call" in slack.cards("Initech")[0]
    slack.rita.leaves()
    assert "first call" not in slack.cards("Initech")[0]


def test_whoever_works_with_that_company_already_has_first_call(slack: Company) -> None:
    slack.erin.logs("ACME, S.L.", "jane@acme.example")
    slack.rita.clicks("I'll take it", on="leads")
    slack.wanda.logs("Acme", "joe@acme.example")
    slack.later(hours=6)

    assert "Rita Rossi has first call until" in slack.wanda.last
    assert "Wanda Weber gave Acme, and you work with them already." in slack.rita.last
    slack.rita.clicks("I'll take it", on="dm")
    assert slack.rita.told == "Yours. Undo"


def test_what_nobody_took_comes_to_the_desk_in_one_message_and_after_a_working_day_to_its_manager(
    slack: Company,
) -> None:
    with_desk(slack)
    slack.erin.logs("Acme")
    slack.later(minutes=10)
    slack.erin.logs("Globex")
    slack.later(hours=3, minutes=45)
    assert not slack.mona.messages

    slack.later(minutes=10)
    assert len(slack.mona.messages) == 1
    assert all(word in slack.mona.last for word in ("Acme", "Globex", "Give to…", "I'll take it", "Not for us"))
    assert "Mona Meyer is finding the right person for it." in slack.erin.last

    slack.mona.clicks("Give to…: Acme", on="dm")
    assert slack.mona.fills(owner="ravi") == {}
    slack.later(minutes=3)
    assert "Acme" not in slack.mona.last
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert not slack.mara.messages

    slack.later(days=2)
    assert len(slack.mona.messages) == 1
    assert [message for message in slack.mara.messages if "Globex" in message and "Acme" not in message]
    slack.mara.clicks("Give to…", on="dm")
    assert slack.mara.fills(owner="rita") == {}
    assert "Rita Rossi has it" in slack.cards("Globex")[0]


def test_who_leaves_is_no_desk_and_no_rep_any_more(slack: Company) -> None:
    with_desk(slack)
    for who in ("mona", "ravi", "rita"):
        getattr(slack, who).leaves()
    slack.erin.logs("Acme")
    slack.later(hours=5)

    assert any("Nobody has taken this yet." in message for message in slack.ada.messages)
    slack.wanda.clicks("I'll take it", on="leads")
    assert "Wanda Weber has it" in slack.cards("Acme")[0]


def test_while_the_desk_is_away_the_deputy_is_it(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("People")
    assert slack.ada.fills(**{"desk.sales": "mona", "desk.sales:deputy": "wanda", "desk.talent": "ada"}) == {}
    goes_away(slack, "2026-12-04", "rita", "mona")
    slack.erin.logs("Acme")
    slack.erin.logs("Jo Park", kind="talent")
    slack.later(hours=6)

    heard = {who: "".join(getattr(slack, who).messages) for who in ("wanda", "ada", "mona", "rita")}
    assert [who for who, said in heard.items() if "Nobody has taken this yet." in said] == ["wanda", "ada"]
    assert "Jo" in heard["ada"]
    assert "Jo" not in heard["wanda"]


def test_what_waits_already_comes_to_a_desk_that_is_named_later(slack: Company) -> None:
    slack.ada.opens_home()
    slack.erin.logs("Acme")
    slack.erin.logs("Globex")
    slack.later(hours=5)
    assert "Nobody has taken these yet." in slack.ada.last

    with_desk(slack)
    assert len(slack.mona.messages) == 1
    assert all(word in slack.mona.last for word in ("Acme", "Globex", "Give to…"))
    assert "Everything that waited here is looked after now." in slack.ada.last
    slack.later(hours=3)
    with_desk(slack)
    assert len(slack.mona.messages) == 1

    slack.mona.clicks("Give to…: Acme", on="dm")
    slack.mona.fills(owner="ravi")
    assert "Acme" not in slack.mona.last


def test_after_an_outage_the_desk_hears_once(slack: Company) -> None:
    with_desk(slack).erin.logs("Acme")

    slack.wakes_after(days=3)
    slack.settle()

    assert len(slack.mona.messages) == 1


def test_a_company_that_named_nobody_has_a_desk_and_a_manager(first_day: Company) -> None:
    first_day.person("ada")
    first_day.erin.logs("Acme")
    first_day.later(hours=5)

    assert any("Nobody has taken this yet." in message for message in first_day.ada.messages)
    first_day.ada.clicks("I'll take it", on="dm")
    assert "Ada Abe has it" in "".join(first_day.erin.messages)


def test_a_suggestion_says_what_became_of_the_lead_and_nothing_of_a_candidate(slack: Company) -> None:
    slack.erin.logs("Acme", wanted="ravi")
    slack.erin.logs("Jo Park", "tired of travelling", wanted="ravi")
    slack.later(minutes=5)

    slack.ravi.clicks("Not for me: Acme", on="dm")
    slack.rita.clicks("I'll take it: Acme", on="leads")
    slack.erin.clicks("They are rather a possible colleague", on="dm")

    said = "\n".join(slack.ravi.messages)
    assert "Rita Rossi has Acme now." in said
    assert "This lead went another way. There is nothing for you to do." in said
    assert "Jo" not in said
    assert "travelling" not in said
