"""A possible colleague: seen by the hiring team and by who gave them, never in a public channel."""

import pytest

from sandbox.finding import words
from tests.slack.company import Company

SECRETS = ("Jo", "Park", "jo@park.example", "tired of travelling")


@pytest.fixture
def candidate(slack: Company) -> Company:
    slack.erin.logs("Jo Park", "jo@park.example, tired of travelling", kind="talent")
    return slack


def in_public(slack: Company) -> str:
    channels = [channel for channel in slack.sandbox.world.channels.values() if channel.kind == "public"]
    return "\n".join(words(message) for channel in channels for message in channel.messages)


def test_from_the_first_line_to_the_hire_no_public_channel_reads_of_them(candidate: Company) -> None:
    candidate.ruth.clicks("I'll take it", on="hiring")
    for button, typed in (("Screening", {}), ("Interview", {"on": "2026-12-01"}), ("Hired", {"thanks": "Thank you!"})):
        candidate.ruth.clicks("More…", on="dm")
        candidate.ruth.clicks(button)
        assert candidate.ruth.fills(**typed) == {}
        candidate.later(minutes=3)

    assert "Hired" in candidate.cards("Jo", "hiring")[0]
    assert "Hired: a new colleague" in in_public(candidate)
    assert not [secret for secret in SECRETS if secret in in_public(candidate)]


def test_no_card_tells_how_to_reach_them(candidate: Company) -> None:
    card = "\n".join(words(message) for message in candidate.sandbox.world.channel("hiring").messages)

    assert "Jo" in card
    assert "jo@park.example" not in card


def test_in_a_hiring_channel_that_was_opened_to_everybody_nothing_is_said_until_it_is_private_again(
    candidate: Company,
) -> None:
    candidate.ada.human.opens_to_all("hiring")
    before = in_public(candidate)

    candidate.erin.logs("Sam Wu", kind="talent")
    candidate.ruth.opens_home()
    candidate.ruth.clicks("I'll take it", on="home")
    candidate.later(minutes=3)

    assert in_public(candidate) == before, "what stood there stays as it was"
    assert "Everybody can read the private channel for hiring" in candidate.ada.last
    candidate.ada.human.closes_to_others("hiring")
    candidate.later(minutes=2)
    candidate.later(seconds=10)
    assert sorted(card.splitlines()[0] for card in candidate.cards("", "hiring")) == ["Jo", "Sam"]


def test_without_a_hiring_channel_each_recruiter_has_the_card(first_day: Company) -> None:
    first_day.works_with(places=False, recruiter=["ruth", "mona"])

    first_day.erin.logs("Jo Park", kind="talent")
    first_day.mona.clicks("I'll take it", on="dm")

    for recruiter in (first_day.ruth, first_day.mona):
        assert any("Mona Meyer has it" in said for said in recruiter.messages)
    assert not in_public(first_day)


def test_without_recruiters_the_lead_desk_has_them(first_day: Company) -> None:
    first_day.works_with(places=False)

    first_day.erin.logs("Jo Park", kind="talent")
    first_day.ada.clicks("I'll take it", on="dm")
    first_day.later(minutes=3)

    assert "Ada Abe took it" in first_day.erin.last


@pytest.mark.parametrize("who", ["wanda", "ravi", "mona"])
def test_to_others_they_do_not_exist(candidate: Company, who: str) -> None:
    colleague = getattr(candidate, who)

    colleague.types("/lead 1")

    assert colleague.told == "There is no such lead."
    colleague.opens_home()
    assert "Jo" not in colleague.home


def test_who_gave_them_hears_stages_and_never_an_assessment(candidate: Company) -> None:
    candidate.ruth.clicks("I'll take it", on="hiring")
    candidate.ruth.clicks("Screening", on="dm")
    candidate.ruth.fills(values="Time with the children", buys="Decides alone")
    candidate.ruth.clicks("More…", on="dm")
    candidate.ruth.clicks("Not this time")
    candidate.ruth.fills(reason="not_a_fit", note="Weak on details")
    candidate.later(minutes=3)

    told = "\n".join(candidate.erin.messages)
    assert "Not this time. It is not the right role for them." in told
    for secret in ("Weak on details", "Time with the children", "Decides alone"):
        assert secret not in told


def test_a_lock_screen_names_no_candidate(candidate: Company) -> None:
    candidate.ruth.clicks("I'll take it", on="hiring")
    candidate.later(minutes=3)

    world = candidate.sandbox.world
    texts = [one.text for channel in world.channels.values() for one in channel.messages]
    assert not [text for text in texts if "Jo" in text or "Park" in text]


def test_who_turns_out_to_be_a_colleague_leaves_the_public_channel_whole(slack: Company) -> None:
    slack.erin.logs("Jo Park", "jo@park.example, tired of travelling")
    slack.wanda.clicks("I know them", on="leads")
    slack.wanda.fills(word="Jo Park and I were at school")

    slack.erin.clicks("They are rather a possible colleague", on="dm")

    assert not [secret for secret in (*SECRETS, "at school") if secret in in_public(slack)]
    assert slack.cards("Jo", "hiring")
    assert "a possible colleague" in slack.erin.last


def test_while_no_desk_is_named_the_recruiters_are_it_and_no_admin_reads_of_them(first_day: Company) -> None:
    first_day.works_with(recruiter=["ruth", "rita"])
    first_day.ada.opens_home()
    first_day.erin.logs("Jo Park", kind="talent")
    first_day.later(hours=6)

    heard = {who: "".join(getattr(first_day, who).messages) for who in ("ruth", "rita", "ada")}
    assert [who for who, said in heard.items() if "Nobody has taken this yet." in said] == ["ruth", "rita"]
    assert "Jo" not in heard["ada"] + first_day.ada.home
    first_day.ada.types("/lead 1")
    assert "Jo" not in first_day.ada.told
    first_day.ruth.clicks("Give to…", on="dm")
    assert first_day.ruth.fills(owner="rita") == {}
    assert "Rita Rossi has it" in first_day.cards("Jo", "hiring")[0]
