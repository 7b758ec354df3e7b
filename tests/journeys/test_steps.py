"""Set-up in ten minutes: seven steps, each ticked when it is seen to hold; and what a newcomer's first form says."""

from sandbox.records import Json
from tests.slack.company import Company


def test_an_admin_goes_through_the_steps_and_each_is_ticked(first_day: Company) -> None:
    ada = first_day.ada
    ada.opens_home()
    assert "0 of 7 steps are done." in ada.home
    ada.clicks("Send a test lead")
    assert ada.told == "Choose the channel for leads first."
    ada.human.closes()

    ada.clicks("Choose the channels")
    assert ada.fills(leads="leads", wins="wins", hiring="hiring") == {}
    ada.clicks("Name the lead desk")
    assert ada.fills(**{"desk.sales": "mona"}) == {}
    ada.clicks("Name who works leads")
    assert ada.fills(rep=["ravi"]) == {}
    ada.clicks("Skip this")
    assert "4 of 7 steps are done." in ada.home
    assert "Done: managers, or the lead desk in their place." in ada.home

    ada.clicks("Choose what we keep")
    assert ada.fills(keeping="remind") == {}
    assert ada.submits() == {}
    ada.clicks("Send a test lead")
    assert len(first_day.cards("A test lead")) == 1
    ada.clicks("I see it: take it away")
    assert first_day.cards("A test lead") == []
    ada.types("/lead help")
    assert "All steps are done." in ada.home

    ada.clicks("Introduce Leadloop")
    assert "yours to post" in ada.form
    ada.human.closes()
    ada.clicks("Who changed what")
    assert "Ada Abe · Channel for leads" in ada.form
    assert not [said for name in ("erin", "mona", "ravi") for said in getattr(first_day, name).messages]


def test_everybody_of_a_channel_and_of_a_user_group_works_leads(first_day: Company) -> None:
    world = first_day.sandbox.world
    group: Json = {"id": "S1", "name": "Sales", "handle": "sales", "users": [world.user(n).id for n in ("rita", "gus")]}
    world.usergroups["S1"] = group
    first_day.ada.opens_home()
    first_day.ada.clicks("Name who works leads")

    assert first_day.ada.fills(rep=["ravi"], channel="hiring", group="Sales") == {}

    named = {world.user(user).name for user in world.channel("hiring").members} - {"leadloop", "gus"}
    with first_day.store.read() as unit:
        reps = unit.people(next(iter(unit.setup().roles.values()))).values()
    assert {person.name for person in reps} == {world.user(name).real_name for name in {*named, "ravi", "rita"}}


def test_a_trial_is_done_once_slack_has_shown_it_and_its_message_may_be_gone(slack: Company) -> None:
    slack.ada.opens_home()
    press = {"type": "button", "action_id": "step:remove", "block_id": "b", "value": "0", "action_ts": "1.1"}
    slack.ada.human.forge({"actions": [press]})
    assert slack.ada.told == "Slack has not shown it yet. Please try again in a moment."
    slack.ada.human.closes()

    slack.ada.clicks("Send a test lead")
    slack.sandbox.world.channel("leads").messages.clear()
    slack.ada.clicks("I see it: take it away")
    assert "Done: a test lead was shown" in slack.ada.home
    slack.wanda.human.forge({"actions": [press | {"action_id": "step:skip", "action_ts": "2.2"}]})
    assert slack.wanda.told == "Only admins change the settings."


def test_the_first_form_of_a_person_says_what_happens_with_names_and_contact_data(slack: Company) -> None:
    slack.erin.types("/lead")
    first = slack.erin.form
    slack.erin.clicks("Add details")
    fuller = slack.erin.form
    assert slack.erin.fills(name="Acme") == {}
    slack.erin.types("/lead")

    assert "Your first lead?" in first
    assert "Your first lead?" in fuller
    assert "Your first lead?" not in slack.erin.form
