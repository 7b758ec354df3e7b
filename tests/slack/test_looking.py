"""People look: at App Home, at their leads, at one, at help."""

from tests.slack.company import Company


def test_app_home_shows_what_one_gave_and_works(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")

    slack.erin.opens_home()
    slack.ravi.opens_home()

    assert "Acme" in slack.erin.home
    assert "Ravi Rao has it" in slack.erin.home
    assert "Given by Erin" in slack.ravi.home


def test_an_open_home_follows_what_happens(slack: Company) -> None:
    slack.erin.opens_home()

    slack.erin.logs("Acme")

    assert "Acme" in slack.erin.home


def test_a_lead_is_logged_from_app_home(slack: Company) -> None:
    slack.erin.opens_home()

    slack.erin.clicks("Log a lead", on="home")

    assert slack.erin.fills(name="Acme") == {}
    assert slack.cards("Acme")


def test_a_long_list_has_pages(slack: Company) -> None:
    slack.erin.opens_home()
    for n in range(12):
        slack.erin.logs(f"Company {n:02}")

    slack.erin.clicks("More", on="home")
    second = slack.erin.form
    slack.erin.clicks("Earlier ones")

    assert "11 to 12 of 12" in second
    assert "1 to 10 of 12" in slack.erin.form


def test_mine_lists_ones_leads_privately(slack: Company) -> None:
    slack.erin.logs("Acme")

    slack.erin.types("/lead mine")

    assert "Acme" in slack.erin.told
    slack.erin.clicks("Open", on="leads")
    assert "Acme" in slack.erin.form


def test_a_number_opens_the_lead(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    slack.wanda.types("/lead 1")

    assert "Acme" in slack.wanda.form
    assert "jane@acme.example" not in slack.wanda.form


def test_a_number_that_is_no_lead_says_so(slack: Company) -> None:
    slack.erin.types("/lead 4711")

    assert slack.erin.told == "There is no such lead."


def test_a_candidate_does_not_exist_for_who_may_not_see_them(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")

    slack.wanda.types("/lead 1")

    assert slack.wanda.told == "There is no such lead."


def test_help_calls_the_command_by_its_name(slack: Company) -> None:
    slack.erin.types("/lead help")

    assert "/lead Acme, Jane Doe" in slack.erin.told


def test_somebody_new_is_taught_by_an_empty_home(slack: Company) -> None:
    slack.rita.opens_home()
    slack.wanda.opens_home()

    assert "You have no leads right now." in slack.rita.home
    assert "Nothing yet." in slack.wanda.home
    assert "What I work" not in slack.wanda.home, "she cannot take any"


def test_a_manager_gives_what_nobody_has_from_app_home_and_a_closed_lead_had_an_owner(slack: Company) -> None:
    for name in ("Acme", "Globex"):
        slack.erin.logs(name)

    slack.mara.opens_home()
    slack.mara.clicks("Give to…: Acme", on="home")
    assert slack.mara.fills(owner="ravi") == {}
    slack.ravi.types("/lead 1")
    slack.ravi.clicks("Lost")
    slack.ravi.fills(reason="no_need")
    for person in (slack.mara, slack.erin):
        person.opens_home()

    assert "Give to…" in slack.mara.home
    assert "1 to 1 of" not in slack.mara.home, "all that she can give is shown"
    assert "Acme\nRavi Rao had it · Lost" in slack.erin.home
