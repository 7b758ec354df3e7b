"""What cannot be said is parked: one admin is told once, and after the mend it arrives, in order and once."""

from dataclasses import replace

import pytest

from bot import services
from bot.errors import Refused
from bot.ids import Origin
from bot.leads import Kind
from bot.people import Role
from tests.slack.company import Company

ARCHIVED = "Nobody can write in the channel for leads"


def held(slack: Company) -> list[str]:
    with slack.store.read() as reading:
        return [notice.key for notice in reading.dead()]


def minutes_pass(slack: Company) -> None:
    """One message is tried, and if it goes through the others follow."""
    slack.later(minutes=2)
    slack.later(seconds=10)


def test_one_admin_hears_once_that_a_channel_is_archived_and_nobody_else(slack: Company) -> None:
    slack.ada.human.archives("leads")

    slack.erin.logs("Acme", "jane@acme.example")
    slack.erin.logs("Initrode")
    minutes_pass(slack)

    (told,) = [said for said in slack.ada.messages if ARCHIVED in said]
    assert "Unarchive it, or choose another channel." in told
    assert "Try again" in told
    assert "Acme" not in told
    assert slack.ada.human.dms()[-1].text == "Leadloop cannot write to the channel for leads"
    assert not [said for name in ("erin", "ravi", "mara") for said in getattr(slack, name).messages if ARCHIVED in said]


def test_after_the_mend_each_card_comes_once_with_the_latest_truth_and_in_order(slack: Company) -> None:
    slack.ada.human.archives("leads")
    slack.erin.logs("Acme")
    slack.erin.logs("Initrode")
    slack.ravi.opens_home()
    slack.ravi.clicks("I'll take it", on="home")
    slack.later(hours=1)

    slack.ada.human.unarchives("leads")
    minutes_pass(slack)

    cards = [card.splitlines()[0] for card in slack.cards("")]
    assert cards == ["Acme", "Initrode"]
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
    assert "Nobody has it yet" in slack.cards("Initrode")[0]
    assert "Ravi Rao took it" in slack.thread("Acme")
    assert held(slack) == []
    assert "Nothing is held up for the channel for leads" in slack.ada.last


def test_the_bot_that_was_removed_and_invited_again_goes_on(slack: Company) -> None:
    slack.ada.human.removes("leadloop", "leads")
    slack.erin.logs("Acme")
    slack.later(minutes=1)
    told = slack.ada.last

    slack.ada.human.invites("leadloop", "leads")
    minutes_pass(slack)

    assert "I am not in the channel for leads" in told
    assert len(slack.cards("Acme")) == 1


def test_another_channel_gets_what_waited_and_what_stood_in_the_old_one_as_it_changes(slack: Company) -> None:
    slack.erin.logs("Initrode")
    slack.ada.human.deletes("leads")
    slack.erin.types("/lead Acme", "general")
    slack.erin.submits()
    slack.later(minutes=1)
    told = slack.ada.last
    slack.ada.human.invites("leadloop", "general")

    slack.ada.clicks("Choose another channel", on="dm")
    assert not slack.ada.fills(leads="general")
    slack.later(seconds=10)

    assert "I cannot find the channel for leads any more" in told
    assert sorted(card.splitlines()[0] for card in slack.cards("", "general")) == ["Acme", "Initrode"]
    assert "Erin" in slack.thread("Initrode", "general")
    assert held(slack) == []


def test_a_click_tries_again_and_an_admin_who_was_wrong_is_not_told_anew(slack: Company) -> None:
    slack.ada.human.archives("leads")
    slack.erin.logs("Acme")
    slack.later(minutes=1)

    slack.ada.clicks("Try again", on="dm")
    slack.settle()
    wrong = slack.ada.messages
    slack.ada.human.unarchives("leads")
    slack.ada.clicks("Try again", on="dm")
    slack.settle()

    assert slack.ada.told.startswith("I'm trying again.")
    assert len([said for said in wrong if ARCHIVED in said]) == 1
    assert len(slack.cards("Acme")) == 1


def test_home_tells_every_admin_also_when_no_message_can(slack: Company) -> None:
    slack.ada.opens_home()
    slack.erin.logs("Acme")
    world = slack.sandbox.world
    world.manifest = replace(world.manifest, messages_tab=False)

    slack.ravi.clicks("I'll take it")
    slack.later(minutes=3)
    home = slack.ada.home
    world.manifest = replace(world.manifest, messages_tab=True)
    slack.ada.clicks("Try again", on="home")
    slack.settle()

    assert "Messages are held up" in home
    assert "the Messages Tab of the Slack app is off" in home
    assert "Acme" not in home[: home.index("Try again")]
    assert "Ravi Rao took it" in slack.erin.last
    assert len([said for said in slack.erin.messages if "took it" in said]) == 1
    assert "Messages are held up" not in slack.ada.home
    assert not [said for said in slack.ada.messages if "Messages Tab" in said]


def test_what_happened_while_nobody_could_be_told_comes_in_one_message(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=3)
    world = slack.sandbox.world
    world.manifest = replace(world.manifest, messages_tab=False)
    before = len(slack.erin.messages)

    for step in ("Spoke to them", "Meeting booked", "Proposal sent"):
        slack.ravi.clicks("More…", on="dm")
        slack.ravi.clicks(step)
        if slack.ravi.human.form:
            slack.ravi.submits()
        slack.later(hours=1)
    world.manifest = replace(world.manifest, messages_tab=True)
    slack.later(hours=2)
    slack.later(minutes=1)

    assert held(slack) == []
    assert len(slack.erin.messages) == before + 1
    assert "proposal" in slack.erin.last.lower()


def test_who_left_without_a_word_is_found_out_and_nobody_waits_for_them(slack: Company) -> None:
    rita = slack.person("rita")
    slack.sandbox.world.user("rita").deleted = True

    slack.erin.logs("Acme", wanted="rita")
    waited = slack.cards("Acme")[0]
    slack.later(hours=4, minutes=5)  # in the morning of New York

    assert "Rita Rossi has first call" in waited
    assert "Nobody has it yet" in slack.cards("Acme")[0]
    assert "first call" not in slack.cards("Acme")[0]
    with slack.store.read() as reading:
        assert reading.person(rita).deactivated
    assert held(slack) == []
    assert slack.ada.messages == []


def test_a_scope_that_is_missing_holds_up_what_needs_it_until_it_is_granted(slack: Company) -> None:
    world = slack.sandbox.world
    slack.ada.opens_home()
    whole = world.manifest
    world.manifest = replace(whole, scopes=whole.scopes - {"chat:write"})

    slack.erin.logs("Acme")
    slack.later(minutes=1)
    home = slack.ada.home
    world.manifest = whole
    minutes_pass(slack)

    assert "the app lacks a permission" in home
    assert len(slack.cards("Acme")) == 1
    assert "This is lead no. 1" in slack.erin.last


def test_what_is_no_longer_worth_saying_is_not_said(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.later(minutes=3)
    world = slack.sandbox.world
    world.manifest = replace(world.manifest, messages_tab=False)

    slack.later(days=9, hours=10)
    with slack.store.read() as reading:
        mornings = reading.keys("today:")
    world.manifest = replace(world.manifest, messages_tab=True)
    slack.later(hours=2)
    slack.later(hours=14)

    assert len(mornings) > 1
    assert len([said for said in slack.ravi.messages if "Your leads today" in said]) <= 1
    assert len([said for said in slack.erin.messages if "Acme" in said]) <= 3
    assert held(slack) == []


def test_an_admin_who_leaves_leaves_it_to_another(slack: Company) -> None:
    ada, mona = slack.person("ada"), slack.person("mona")
    services.set_people(slack.store, Origin("admins"), {Role.ADMIN: [ada, mona]}, {}, by=ada, now=slack.now)
    slack.ada.human.archives("leads")
    slack.erin.logs("Acme")
    slack.later(minutes=1)
    told = {name: ARCHIVED in getattr(slack, name).last for name in ("ada", "mona")}

    slack.ada.leaves()
    slack.later(minutes=1)

    assert told == {"ada": True, "mona": False}
    assert ARCHIVED in slack.mona.last


def test_somebody_whom_slack_does_not_show_is_named_to_an_admin(slack: Company) -> None:
    slack.person("rita")
    rita = slack.sandbox.world.user("rita")

    slack.erin.logs("Acme", wanted="rita")
    del slack.sandbox.world.users[rita.id]
    slack.later(hours=4, minutes=5)
    told = slack.ada.last
    slack.sandbox.world.users[rita.id] = rita
    slack.later(hours=1)
    slack.later(minutes=1)

    assert "I cannot write to Rita Rossi" in told
    assert "Acme" not in told
    assert "Acme" in slack.rita.last
    assert held(slack) == []


def test_what_was_said_for_the_desk_goes_to_its_deputy_when_it_is_found_to_have_left(slack: Company) -> None:
    mona, wanda = slack.person("mona"), slack.person("wanda")
    named = {Kind.SALES: [mona, wanda]}
    services.set_people(slack.store, Origin("desk"), {}, named, by=slack.person("ada"), now=slack.now)
    slack.sandbox.world.user("mona").deleted = True

    slack.erin.opens_home()
    slack.erin.clicks("Tell us what's wrong", on="home")
    slack.erin.fills(word="I cannot find my lead.")
    slack.later(minutes=10)

    assert "I cannot find my lead." in slack.wanda.last
    assert held(slack) == []


def test_a_home_tab_that_is_off_is_told_of_once(slack: Company) -> None:
    world = slack.sandbox.world
    slack.ada.opens_home()
    slack.erin.opens_home()
    world.manifest = replace(world.manifest, home_tab=False)

    slack.erin.logs("Acme")
    slack.erin.logs("Hooli")
    slack.later(minutes=1)
    told = slack.ada.messages
    world.manifest = replace(world.manifest, home_tab=True)
    slack.later(hours=1)
    slack.later(minutes=1)

    assert len([said for said in told if "Nobody sees a Home tab of mine" in said]) == 1
    assert "Hooli" in slack.erin.home
    assert held(slack) == []


def test_only_admins_let_it_go(slack: Company) -> None:
    slack.ada.human.archives("leads")
    slack.erin.logs("Acme")

    with pytest.raises(Refused) as refused:
        services.try_parked(slack.store, Origin("a click"), by=slack.person("erin"), now=slack.now)

    assert refused.value.code == "not_admin"
