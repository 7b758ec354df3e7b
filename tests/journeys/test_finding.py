"""Finding leads: by words, by filters, on the board; nobody finds what is not theirs to see."""

from tests.slack.company import Company


def test_a_lead_is_found_by_the_beginning_of_a_word(slack: Company) -> None:
    slack.erin.logs("Müller & Söhne", "max@mueller.example", person="Max Power")
    slack.erin.logs("Acme")

    slack.wanda.types("/lead find mull")
    found = slack.wanda.form
    slack.wanda.fills(words="max")
    by_first_name = slack.wanda.form
    slack.wanda.fills(words="power")

    assert "Müller & Söhne · Max · no. 1\nNobody has it yet · New · given by Erin Ortega" in found
    assert "Acme" not in found
    assert "mueller.example" not in found
    assert "Müller" in by_first_name
    assert "There is nothing like that." in slack.wanda.form, "the last name is not hers to read"


def test_what_is_corrected_is_found_by_its_new_name(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.clicks("Edit", on="dm")
    slack.erin.fills(name="Bolt")

    slack.wanda.types("/lead find bolt")
    found = slack.wanda.form
    slack.wanda.fills(words="acme")

    assert "Bolt" in found
    assert "Bolt" not in slack.wanda.form


def test_filters_act_at_once_and_stay_from_page_to_page(slack: Company) -> None:
    for n in range(12):
        slack.erin.logs(f"Company {n:02}")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.ruth.opens_home()
    slack.erin.logs("Jo Park", kind="talent")

    slack.erin.opens_home()
    slack.erin.clicks("Find leads", on="home")
    everything = slack.erin.form
    slack.erin.human.picks("Possible customers")
    slack.erin.human.picks("New")
    slack.erin.clicks("More")
    second = slack.erin.form
    slack.erin.human.picks("Getting in touch")

    assert "1 to 10 of 13" in everything
    assert "Jo" in everything
    assert "11 to 11 of 11" in second
    assert "Jo" not in second
    assert "Ravi Rao has it · Getting in touch" in slack.erin.form


def test_a_manager_has_the_board_of_their_team(slack: Company) -> None:
    slack.ada.opens_home()
    slack.ada.clicks("Who manages whom")
    slack.ada.fills(**{f"people:{slack.person('mara')}": ["ravi"]})
    for name, rep in (("Acme", slack.ravi), ("Bolt", slack.rita)):
        slack.erin.logs(name)
        rep.clicks("I'll take it", on="leads")
    slack.erin.logs("Cargo")

    slack.mara.opens_home()
    slack.mara.clicks("Open the board", on="home")
    board = slack.mara.form
    slack.mara.human.picks("Everybody's")
    slack.rita.opens_home()
    slack.rita.types("/lead board")

    assert "The team's board\nPossible customers: New 1 · Getting in touch 1" in slack.mara.home
    assert "Acme" in board
    assert "Cargo" in board
    assert "Bolt" not in board
    assert "Bolt" in slack.mara.form
    assert "The team's board" not in slack.rita.home
    assert "My team's" not in slack.rita.form
    assert "Acme" in slack.rita.form


def test_what_needs_a_word_comes_first(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(days=6)
    slack.wanda.logs("Bolt")
    slack.rita.clicks("I'll take it", on="leads")
    slack.later(minutes=3)

    slack.mara.types("/lead board")
    slack.mara.human.picks("Needs a word within two days")

    assert "Acme" in slack.mara.form
    assert "Bolt" not in slack.mara.form


def test_a_candidate_is_found_by_the_hiring_team_and_their_referrer_alone(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")

    for person in (slack.erin, slack.ruth, slack.wanda, slack.ravi):
        person.types("/lead find jo")

    assert "no. 1" in slack.erin.form
    assert "no. 1" in slack.ruth.form
    assert "no. 1" not in slack.wanda.form + slack.ravi.form
