"""The referrer is kept in the loop, by people and by the clock; and stays out of it if they like."""

from tests.slack.company import Company


def test_recent_news_is_shown_instead_of_asking(worked: Company) -> None:
    worked.erin.clicks("Ask Ravi", on="dm")

    assert "Ravi Rao took it" in worked.erin.told
    assert "would like to know" not in worked.ravi.last


def test_the_owner_is_asked_when_there_was_no_news_for_days(worked: Company) -> None:
    worked.later(days=4)

    worked.erin.clicks("Ask Ravi", on="dm")

    assert worked.erin.told == "Ravi Rao is asked. You will hear."
    assert "Erin Ortega would like to know how it goes with Acme" in worked.ravi.last


def test_the_owner_answers_with_a_sentence(worked: Company) -> None:
    worked.later(days=4)
    worked.erin.clicks("Ask Ravi", on="dm")

    worked.ravi.clicks("Write to Erin", on="dm")
    errors = worked.ravi.fills(word="They decide on Friday.")
    worked.later(minutes=2)

    assert not errors
    assert worked.ravi.told.endswith("Undo")
    assert "They decide on Friday." in worked.erin.last


def test_an_empty_sentence_is_refused_under_its_field(worked: Company) -> None:
    worked.later(days=4)
    worked.erin.clicks("Ask Ravi", on="dm")
    worked.ravi.clicks("Write to Erin", on="dm")

    errors = worked.ravi.fills(word=" \u200b")

    assert list(errors.values()) == ["Please write a word or two here."]


def test_somebody_who_knows_them_is_remembered_on_the_card(worked: Company) -> None:
    worked.wanda.clicks("I know them")

    errors = worked.wanda.fills(word="We were at school together.")

    assert not errors
    assert "passed on" in worked.wanda.told
    assert "Wanda Weber" in worked.cards("Acme")[0]
    assert "We were at school together." in worked.ravi.last


def test_who_wants_no_more_updates_gets_none_but_how_it_ends(worked: Company) -> None:
    worked.erin.clicks("Mute this lead", on="dm")
    told = len(worked.erin.messages)
    worked.ravi.clicks("I called", on="dm")
    worked.later(days=9)

    assert len(worked.erin.messages) == told
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Lost")
    worked.ravi.fills(reason="timing")
    worked.later(days=1)
    assert len(worked.erin.messages) == told + 1


def test_the_promise_is_kept_although_nothing_moved(worked: Company) -> None:
    told = len(worked.erin.messages)

    worked.later(days=8)

    assert len(worked.erin.messages) == told + 1
    assert "Ravi Rao has it" in worked.erin.last


def test_a_referrer_withdraws_what_somebody_works_by_asking_them(worked: Company) -> None:
    worked.erin.clicks("Withdraw", on="dm")
    worked.later(minutes=2)

    assert worked.erin.told == "Somebody works it already, so they are asked to close it."
    assert "Erin Ortega would like it withdrawn" in worked.thread("Acme")
    assert "Erin Ortega would like Acme withdrawn" in worked.ravi.last
