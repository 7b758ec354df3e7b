"""An admin sets the company up in App Home; until then, and without any roles, nobody meets a dead end."""

from tests.slack.company import Company

AWAY = "Slack does not answer just now. Nothing has changed; please try again in a moment."


def test_channels_are_set_and_what_waited_is_shown(first_day: Company) -> None:
    first_day.erin.logs("Acme")
    first_day.ada.opens_home()

    first_day.ada.clicks("Channels", on="home")
    errors = first_day.ada.fills(leads="leads", wins="wins", hiring="hiring")

    assert not errors
    assert first_day.cards("Acme")


def test_a_channel_without_the_bot_is_refused_under_its_field(first_day: Company) -> None:
    first_day.ada.opens_home()
    first_day.ada.clicks("Channels", on="home")

    errors = first_day.ada.fills(leads="general")

    assert list(errors) == ["Channel for leads"]
    assert "Invite" in errors["Channel for leads"]


def test_candidates_are_never_shown_in_public(first_day: Company) -> None:
    first_day.ada.opens_home()
    first_day.ada.clicks("Channels", on="home")

    errors = first_day.ada.fills(leads="hiring")

    assert list(errors) == ["Channel for leads"]


def test_people_are_named_and_may_then_do_their_work(first_day: Company) -> None:
    first_day.works_with()
    first_day.ada.opens_home()

    first_day.ada.clicks("People", on="home")
    errors = first_day.ada.fills(rep=["ravi", "rita"], manager=["mara"], recruiter=["ruth"])

    assert not errors
    first_day.erin.logs("Acme")
    first_day.wanda.clicks("I'll take it")
    assert "Yours" not in first_day.wanda.told
    first_day.ravi.clicks("I'll take it")
    assert first_day.ravi.told == "Yours. Undo"


def test_guests_are_named_for_nothing(first_day: Company) -> None:
    first_day.ada.opens_home()
    first_day.ada.clicks("People", on="home")

    errors = first_day.ada.fills(rep=["gus"])

    assert len(errors) == 1


def test_channels_and_people_are_asked_about_at_once_since_an_admin_waits(first_day: Company) -> None:
    faults = first_day.sandbox.world.faults
    first_day.ada.opens_home()
    faults.add("conversations.info", "slow", times=3, seconds=5)
    faults.add("users.info", "slow", times=4, seconds=5)

    first_day.ada.clicks("Channels", on="home")
    channels = first_day.ada.fills(leads="leads", wins="wins", hiring="hiring")
    first_day.ada.human.closes()
    first_day.ada.clicks("People", on="home")
    people = first_day.ada.fills(rep=["ravi", "rita"], manager=["mara"], recruiter=["ruth"])

    assert (faults.to_come("conversations.info"), faults.to_come("users.info")) == (0, 0)
    assert list(channels.values()) == list(people.values()) == [AWAY]


def test_managers_have_their_people(slack: Company) -> None:
    slack.ada.opens_home()

    slack.ada.clicks("Who manages whom", on="home")
    errors = slack.ada.fills(**{f"people:{slack.person('mara')}": ["ravi"]})

    assert not errors
    with slack.store.read() as reading:
        assert reading.setup().reports == {slack.person("mara"): frozenset({slack.person("ravi")})}


def test_days_off_are_days(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("Days off", on="home")

    errors = slack.ada.fills(days="2026-12-25\nNew Year")

    assert len(errors) == 1
    assert slack.ada.fills(days="2026-12-25\n2027-01-01") == {}


def test_the_command_opens_the_settings_for_admins_alone(slack: Company) -> None:
    slack.erin.types("/lead admin")
    slack.ada.types("/lead admin")

    assert slack.erin.told == "Only admins change the settings."
    slack.ada.clicks("Days off", on="leads")
    assert slack.ada.form


def test_a_company_without_roles_gets_from_the_first_lead_to_the_first_thanks(first_day: Company) -> None:
    first_day.works_with()
    first_day.erin.logs("Acme")

    first_day.wanda.clicks("I'll take it")
    first_day.wanda.clicks("More…", on="dm")
    first_day.wanda.clicks("Won")
    first_day.wanda.fills(thanks="Thank you, Erin.")
    first_day.later(minutes=2)

    assert "Thank you, Erin." in first_day.erin.last
    assert len(first_day.cards("Won", "wins")) == 1
