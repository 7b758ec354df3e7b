"""Looking: App Home, `/lead mine`, `/lead 42`, `/lead help`; everybody sees what is theirs to see."""

import pytest

from tests.slack.company import Company


def test_app_home_shows_what_one_gave_and_what_one_works_and_follows(slack: Company) -> None:
    slack.erin.opens_home()
    assert "Nothing yet." in slack.erin.home

    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.opens_home()
    slack.ravi.clicks("I'll take it", on="home")

    assert "Acme\nRavi Rao has it · Getting in touch" in slack.erin.home
    assert "What I work\nAcme" in slack.ravi.home
    assert "What nobody has yet" not in slack.ravi.home
    assert "jane@acme.example" not in slack.ravi.home


def test_an_open_home_says_at_once_what_waits_and_what_no_longer_does(slack: Company) -> None:
    slack.ravi.opens_home()
    slack.rita.opens_home()

    slack.erin.logs("Acme")
    both = slack.ravi.home, slack.rita.home
    slack.rita.clicks("I'll take it", on="home")
    taken = slack.ravi.home
    slack.rita.clicks("Undo")

    assert all("What nobody has yet\nAcme" in home for home in both)
    assert "Acme" not in taken
    assert "What nobody has yet\nAcme" in slack.ravi.home


def test_who_owes_a_word_is_reminded_in_app_home(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.opens_home()
    slack.ravi.clicks("I'll take it", on="home")
    slack.ravi.clicks("More…", on="dm")
    slack.ravi.clicks("Won")
    slack.ravi.submits()
    owes = slack.ravi.home

    slack.ravi.clicks("Say thank you", on="home")
    slack.ravi.fills(thanks="Thank you, Erin!")

    assert "What needs a word\nAcme\nYour words of thanks are still missing." in owes
    assert "What needs a word" not in slack.ravi.home


def test_mine_is_for_the_one_who_asks_alone(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.wanda.logs("Bolt")

    slack.erin.types("/lead mine", "general")

    assert "Acme" in slack.erin.told
    assert "Bolt" not in slack.erin.told
    assert not slack.sandbox.world.channel("general").messages
    assert not slack.wanda.human.ephemerals()


@pytest.mark.parametrize("words", ["1", "#1", " 1 "])
def test_a_number_shows_the_lead_as_its_reader_may_see_it(slack: Company, words: str) -> None:
    slack.erin.logs("Acme", "jane@acme.example")

    slack.erin.types(f"/lead {words}")
    slack.wanda.types(f"/lead {words}")

    assert "jane@acme.example" in slack.erin.form
    assert "Acme" in slack.wanda.form
    assert "jane@acme.example" not in slack.wanda.form


@pytest.mark.parametrize("words", ["help", "HELP"])
def test_help_is_a_private_sentence_or_two(slack: Company, words: str) -> None:
    slack.erin.types(f"/lead {words}")

    assert "/lead Acme, Jane Doe, jane@acme.example, needs payroll in Spain" in slack.erin.told
    assert not slack.erin.form


@pytest.mark.parametrize("words", ["Board Games Ltd", "help desk AG", "mine gold", "settings.io", "42 Inc", "Findus"])
def test_a_company_that_sounds_like_a_question_is_a_lead(slack: Company, words: str) -> None:
    slack.erin.types(f"/lead {words}")
    slack.erin.submits()

    assert slack.cards(words)


def test_the_lead_that_is_asked_for_shows_its_story(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ravi.clicks("I called", on="dm")

    slack.erin.types("/lead 1")

    for line in ("Erin Ortega gave this lead", "Ravi Rao took it", "Ravi Rao called them"):
        assert line in slack.erin.form


def test_app_home_is_filtered_where_it_stands_and_stays_so_while_leads_move(slack: Company) -> None:
    for n in range(12):
        slack.erin.logs(f"Company {n:02}")
    slack.erin.logs("Jo Park", kind="talent")
    slack.wanda.logs("Bolt")
    slack.rita.clicks("I'll take it", on="leads")
    slack.mara.opens_home()
    own = slack.mara.home

    slack.mara.human.picks("Everybody's", on="home")
    slack.mara.settle()
    everybody = slack.mara.home
    slack.mara.human.picks("Possible customers", on="home")
    slack.mara.settle()
    slack.mara.clicks("More", on="home")
    second = slack.mara.home
    slack.mara.human.picks("New", on="home")
    slack.mara.settle()
    slack.ravi.clicks("I'll take it", on="leads")
    moved = slack.mara.home
    slack.mara.opens_home()
    opened = slack.mara.home
    slack.mara.human.picks("My lists", on="home")
    slack.mara.settle()
    own_again = slack.mara.home
    slack.mara.human.picks("Everybody's", on="home")
    slack.mara.settle()

    assert "What I gave" in own
    assert "1 to 10 of 14" in everybody
    assert "Jo · no. 13" in everybody
    assert "What I gave" not in everybody
    assert "11 to 13 of 13" in second
    assert "1 to 10 of 11" in moved
    assert "Bolt" not in moved
    assert moved == opened
    assert "What I gave" in own_again
    assert "New 11 · Getting in touch 2" in moved
    assert "1 to 10 of 14" in slack.mara.home, "what was filtered before is forgotten"


def test_what_needs_a_word_is_found_in_app_home_and_nothing_teaches(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.opens_home()
    slack.ravi.clicks("I'll take it", on="home")
    slack.later(minutes=5)

    slack.ravi.human.picks("Needs a word within two days", on="home")
    slack.ravi.settle()
    nothing = slack.ravi.home
    slack.later(days=5)
    slack.ravi.opens_home()

    assert "There is nothing like that. Try fewer filters" in nothing
    assert "My team's" not in nothing
    assert "Acme · no. 1" in slack.ravi.home


def test_the_desk_sees_at_once_what_nobody_has_and_what_became_one_for_others(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ravi.opens_home()

    slack.erin.logs("Acme")
    assert all("What nobody has yet\nAcme" in home for home in (slack.ada.home, slack.ravi.home))

    slack.erin.clicks("They are rather a possible colleague", on="dm")
    assert "Acme" not in slack.ravi.home
