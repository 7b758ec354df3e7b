"""Away until … covered by …; and people who leave the company for good."""

from tests.slack.company import Company


def goes_away(slack: Company, until: str, cover: str, who: str = "ravi") -> dict[str, str]:
    person = getattr(slack, who)
    person.opens_home()
    person.clicks("I am away…", on="home")
    return dict(person.fills(until=until, cover=cover))


def test_who_is_away_is_asked_nothing_the_cover_works_and_there_is_one_message_on_return(worked: Company) -> None:
    assert goes_away(worked, "2026-12-04", "mona") == {}
    before = len(worked.ravi.messages)
    assert "Mona Meyer looks after your leads" in worked.ravi.told
    assert "You are away until 4 December 2026." in worked.ravi.home
    for surface in (worked.cards("Acme")[0], worked.erin.messages[0]):
        assert "Ravi Rao is away until 4 December 2026; Mona Meyer looks after it." in surface
    assert "you cover for them" in worked.mona.last

    worked.later(days=4)
    worked.erin.types("/lead 1")
    worked.erin.clicks("Ask Mona")
    assert "Mona Meyer is asked" in worked.erin.told
    worked.mona.clicks("Meeting booked", on="dm")
    assert worked.mona.fills(on="2026-12-02") == {}
    worked.later(days=6)
    assert "Mona Meyer" in worked.erin.last
    assert len(worked.ravi.messages) == before

    worked.later(days=4, hours=1)
    assert len(worked.ravi.messages) == before + 1
    assert "Welcome back. Mona Meyer looked after your leads. Moved meanwhile: 1" in worked.ravi.last
    assert "is away" not in worked.cards("Acme")[0]
    worked.mona.types("/lead 1")
    assert "Won" not in worked.mona.form


def test_the_cover_reads_in_their_own_mornings_what_is_due_that_day_and_is_asked_nothing(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Next step")
    worked.ravi.fills(step="Send the offer", on="2026-11-24")
    worked.erin.logs("Globex")
    worked.ravi.clicks("I'll take it", on="leads")
    worked.ravi.clicks("Keep warm", on="dm")
    worked.ravi.fills(on="2026-11-26")
    goes_away(worked, "2026-12-04", "mona")

    worked.later(days=1)
    assert worked.mona.last == "Your leads today\nNext steps of today\nAcme (Ravi is away): Send the offer"
    worked.later(days=2)
    assert "Ravi, who is away, wanted to come back to Globex today. Erin Ortega gave it." in worked.mona.last
    worked.mona.clicks("Wake it", on="dm")
    assert "Done: Mona Meyer woke it up again." in worked.mona.last
    worked.erin.logs("Initech", wanted="ravi")
    worked.later(days=9)
    assert "Still working" not in "".join(worked.mona.messages)
    assert "Your leads today" not in "".join(worked.ravi.messages)
    assert "has you in mind" not in "".join(worked.ravi.messages)
    worked.later(days=2)
    assert "has you in mind" in "".join(worked.ravi.messages)


def test_a_cover_who_goes_away_has_a_cover_too(worked: Company) -> None:
    goes_away(worked, "2026-12-04", "rita")
    goes_away(worked, "2026-11-27", "mona", "rita")

    assert "Ravi Rao is away until 4 December 2026; Mona Meyer looks after it." in worked.cards("Acme")[0]
    assert "Ravi Rao is away until 4 December 2026, and you cover for them." in "".join(worked.mona.messages)
    worked.mona.clicks("Open", on="dm")
    assert "Spoke to them" in worked.mona.form
    worked.mona.human.closes()
    worked.later(days=8)
    assert "Rita Rossi looks after it." in worked.cards("Acme")[0]
    assert "is away too" in str(goes_away(worked, "2026-12-02", "ravi", "mona"))


def test_a_cover_who_leaves_is_replaced_by_the_manager(worked: Company) -> None:
    goes_away(worked, "2026-12-04", "rita")

    worked.rita.leaves()

    assert "Ravi Rao is away until 4 December 2026; Mara Manu looks after it." in worked.cards("Acme")[0]
    worked.later(days=1)
    assert "you cover for them" in worked.mara.last
    worked.mara.clicks("Open", on="dm")
    assert "Spoke to them" in worked.mara.form


def test_what_is_passed_to_who_is_away_comes_to_their_cover_and_everybody_reads_so(worked: Company) -> None:
    goes_away(worked, "2026-12-04", "mona")
    worked.rita.logs("Globex")
    worked.rita.clicks("I'll take it", on="leads")
    worked.rita.clicks("More…", on="dm")
    worked.rita.clicks("Pass to…")
    before, covered = len(worked.ravi.messages), len(worked.mona.messages)
    assert worked.rita.fills(owner="ravi") == {}
    assert "Passed on. Ravi Rao is away until 4 December 2026; Mona Meyer looks after it." in worked.rita.told

    worked.later(minutes=3)
    assert len(worked.mona.messages) == covered + 1
    assert "Rita Rossi passed it on to Ravi." in worked.mona.last
    assert len(worked.ravi.messages) == before
    worked.mona.opens_home()
    assert "What I look after for Ravi Rao" in worked.mona.home
    assert "Globex" in worked.mona.home
    worked.erin.types("/lead 1")
    assert "Ravi Rao is away until 4 December 2026; Mona Meyer looks after it." in worked.erin.form
    assert "Ask Mona" in worked.erin.form

    worked.later(days=14, hours=1)
    assert any("Rita Rossi passed it on to you." in message for message in worked.ravi.messages)
    assert "Ravi Rao has Globex now." in "".join(worked.mona.messages)
    worked.mona.opens_home()
    assert "look after" not in worked.mona.home


def test_nobody_covers_for_themselves_and_who_is_back_early_says_so(worked: Company) -> None:
    assert "it is you" in str(goes_away(worked, "2026-12-04", "ravi"))
    assert "That day is past." in str(worked.ravi.fills(until="2026-11-22", cover="rita"))
    assert worked.ravi.fills(until="2026-12-04", cover="rita") == {}

    worked.ravi.opens_home()
    worked.ravi.clicks("I am back", on="home")
    assert "You are away" not in worked.ravi.home
    assert "Welcome back" in worked.ravi.last


def test_who_leaves_leaves_their_leads_to_the_desk_and_is_told_nothing(worked: Company) -> None:
    worked.erin.logs("Initech")
    worked.ravi.clicks("I'll take it", on="leads")
    worked.ravi.clicks("Keep warm", on="dm")
    worked.ravi.fills(on="2026-12-09")
    worked.ravi.logs("Globex")
    worked.rita.clicks("I'll take it", on="leads")  # of which he would hear in two minutes
    told = len(worked.ravi.messages)

    worked.ravi.leaves()
    worked.later(minutes=3)

    assert any("Nobody has taken this yet." in message and "Acme" in message for message in worked.ada.messages)
    assert "is finding the right person for it" in worked.erin.messages[0]
    assert "Keeping warm" in worked.cards("Initech")[0]
    worked.rita.clicks("I called", on="dm")
    worked.later(days=20)
    assert len(worked.ravi.messages) == told
    assert "Today you wanted to come back to Initech" in "".join(worked.ada.messages)
    worked.ada.clicks("Give to…", on="dm")
    assert worked.ada.fills(owner="rita") == {}
    assert "Rita Rossi has it" in worked.cards("Acme")[0]


def test_nothing_goes_back_to_somebody_who_has_left_meanwhile(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.rita.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.mara.types("/lead 1")
    slack.mara.clicks("Pass to…")
    slack.mara.fills(owner="ravi")

    slack.rita.leaves()
    slack.mara.clicks("Undo")

    assert slack.mara.told == "It has moved on. Now: Getting in touch, and Ravi Rao has it."
    assert "Ravi Rao has it" in slack.cards("Acme")[0]


def test_what_is_opened_again_after_its_owner_has_left_is_for_whoever_takes_it(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.rita.clicks("I'll take it", on="leads")
    slack.mara.types("/lead 1")
    slack.mara.clicks("Lost")
    slack.mara.fills(reason="timing")
    slack.later(minutes=3)
    slack.rita.leaves()

    slack.mara.types("/lead 1")
    slack.mara.clicks("Reopen")
    reopened = slack.cards("Acme")[0]
    slack.ravi.clicks("I'll take it", on="leads")

    assert "Nobody has it yet" in reopened
    assert "Ravi Rao has it" in slack.cards("Acme")[0]
