"""Set-up in App Home: enough for everything, checked when it is saved; and a company that sets nothing up."""

import pytest

from tests.slack.company import Company


def test_a_company_of_five_that_sets_nothing_gets_from_the_first_lead_to_the_first_thanks(first_day: Company) -> None:
    first_day.erin.logs("Acme", "jane@acme.example")
    assert "your lead is safe" in first_day.erin.last

    first_day.wanda.opens_home()
    first_day.wanda.clicks("I'll take it", on="home")
    first_day.later(minutes=3)
    assert "Wanda Weber took it" in first_day.erin.last
    assert "jane@acme.example" in first_day.wanda.contact

    first_day.wanda.clicks("More…", on="dm")
    first_day.wanda.clicks("Won")
    assert first_day.wanda.fills(thanks="Our first one. Thank you, Erin!") == {}
    first_day.later(minutes=3)
    assert "Our first one. Thank you, Erin!" in first_day.erin.last


def test_what_waited_for_its_channel_is_shown_there_once(first_day: Company) -> None:
    first_day.erin.logs("Acme")
    first_day.wanda.opens_home()
    first_day.wanda.clicks("I'll take it", on="home")
    first_day.wanda.clicks("More…", on="dm")
    first_day.wanda.clicks("Won")
    first_day.wanda.fills(thanks="Thank you, Erin!", may_name=["yes"])
    first_day.later(minutes=3)

    first_day.ada.opens_home()
    first_day.ada.clicks("Channels")
    errors = first_day.ada.fills(leads="leads", wins="wins", hiring="hiring")
    first_day.later(minutes=3)

    assert not errors
    assert len(first_day.cards("Acme")) == 1
    assert len(first_day.cards("Won: Acme", "wins")) == 1


def test_an_admin_sets_everything_up_in_app_home(first_day: Company) -> None:
    first_day.ada.opens_home()
    assert "Not set yet: Channel for leads, Channel for wins and Private channel for hiring." in first_day.ada.home

    first_day.ada.clicks("Channels")
    assert first_day.ada.fills(leads="leads", wins="wins", hiring="hiring") == {}
    first_day.ada.clicks("People")
    people = {"rep": ["ravi", "rita"], "recruiter": ["ruth"], "marketer": ["mona"], "manager": ["mara"]}
    assert first_day.ada.fills(**people, **{"desk.sales": "mona"}) == {}
    first_day.ada.clicks("Who manages whom")
    assert first_day.ada.fills(**{f"people:{first_day.person('mara')}": ["ravi"]}) == {}
    first_day.ada.clicks("Days off")
    assert first_day.ada.fills(days="2026-12-25\n2027-01-01") == {}

    home = first_day.ada.home
    for line in ("Reps: Ravi Rao and Rita Rossi", "Recruiters: Ruth Richter", "Managers: Mara Manu", "Days off: 2"):
        assert line in home
    assert "Lead desk for possible customers: Mona Meyer" in home
    assert "Not set yet" not in home


@pytest.mark.parametrize(
    ("channel", "field", "sentence"),
    [
        ("general", "leads", "The bot is not in that channel."),
        ("hiring", "leads", "Everybody should see these: choose a public channel."),
        ("leads", "hiring", "Candidates are private: choose a private channel."),
    ],
)
def test_a_channel_that_will_not_do_is_refused_under_its_field(
    first_day: Company, channel: str, field: str, sentence: str
) -> None:
    first_day.ada.opens_home()
    first_day.ada.clicks("Channels")

    errors = first_day.ada.forged(**{field: channel})

    assert list(errors) == [field]
    assert errors[field].startswith(sentence)
    assert first_day.ada.human.form


def test_an_archived_channel_is_refused(first_day: Company) -> None:
    first_day.ada.human.archives("wins")
    first_day.ada.opens_home()
    first_day.ada.clicks("Channels")

    assert first_day.ada.forged(wins="wins") == {"wins": "That channel is archived. Choose another."}


def test_who_is_no_admin_sees_no_set_up_and_changes_none(first_day: Company) -> None:
    first_day.wanda.opens_home()
    press = {"type": "button", "action_id": "setup:people", "block_id": "b", "value": "0", "action_ts": "1.1"}

    first_day.wanda.human.forge({"actions": [press]})

    assert "Set-up" not in first_day.wanda.home
    assert first_day.wanda.told == "Only admins change the settings."


def test_admins_who_are_named_take_over_and_read_no_leads_by_it(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("People")
    assert slack.ada.fills(admin=["wanda"]) == {}

    slack.erin.logs("Jo Park", kind="talent")
    slack.wanda.opens_home()
    slack.ada.types("/lead admin")

    assert "Set-up" in slack.wanda.home
    assert slack.ada.told == "Only admins change the settings."


def test_roles_bite_at_once(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ada.opens_home()
    slack.ada.clicks("People")
    assert slack.ada.fills(rep=["wanda"]) == {}

    slack.ravi.clicks("I'll take it", on="leads")
    refused = slack.ravi.told
    slack.wanda.clicks("I'll take it", on="leads")

    assert "Yours" not in refused
    assert slack.wanda.told == "Yours. Undo"


def test_a_marketer_comes_first_where_one_is_named(first_day: Company) -> None:
    first_day.works_with(rep=["ravi"], marketer=["mona"])
    first_day.erin.logs("Acme")
    assert "I'll take it" not in first_day.cards("Acme")[0]

    first_day.mona.clicks("Update…", on="leads")
    first_day.mona.clicks("Ready for sales")
    refused = first_day.mona.submits()
    ready = first_day.mona.fills(checklist=["who", "reach", "need", "expects"])
    first_day.later(minutes=3)
    newest = first_day.cards("Acme")[-1]
    first_day.ravi.clicks("I'll take it", on="leads")

    assert refused
    assert not ready
    assert newest == "Acme is ready for sales. Erin Ortega gave it.\nI'll take it"
    assert first_day.ravi.told == "Yours. Undo"
    assert first_day.cards("Acme is")[-1].endswith("Ravi Rao has it · Getting in touch")


def test_whoever_has_first_call_on_what_is_ready_for_sales_is_told(first_day: Company) -> None:
    first_day.works_with(rep=["ravi", "rita"], marketer=["mona"])
    first_day.erin.logs("Acme", wanted="rita")
    first_day.later(hours=6)
    before = len(first_day.rita.messages)

    first_day.mona.clicks("Update…", on="leads")
    first_day.mona.clicks("Ready for sales")
    first_day.mona.fills(checklist=["who", "reach", "need", "expects"])
    first_day.later(minutes=3)

    assert len(first_day.rita.messages) == before + 1
    assert "You have first call" in first_day.rita.last
    assert "Rita Rossi has first call" in first_day.cards("Acme is ready for sales")[0]


def test_a_day_off_is_quiet_and_counts_for_no_promise(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("Days off")
    slack.ada.fills(days="2026-11-24")

    slack.erin.logs("Acme")
    slack.later(days=1, hours=8)
    on_the_day_off = slack.erin.messages
    slack.later(days=1)

    assert len(on_the_day_off) == 1
    assert len(slack.erin.messages) == 2
