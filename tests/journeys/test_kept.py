"""What becomes by itself of leads with whom nobody gets in touch, and of old ones: what an admin has chosen."""

from collections.abc import Mapping

import pytest

from bot import services
from bot.errors import Refused
from bot.ids import LeadId, Origin
from bot.keeping import Keeping
from bot.leads import Lead
from bot.privacy import Deed
from sandbox.sight import DM
from tests.journeys.test_mornings import ONE_WAY
from tests.slack.colleague import Colleague
from tests.slack.company import Company

MAIL = "jane@acme.example"


def chooses(ada: Colleague, keeping: str, **months: str) -> str:
    """Returns what they read before they save it."""
    ada.opens_home()
    ada.clicks("What we keep", on="home")
    assert ada.fills(keeping=keeping, **months) == {}
    shown = ada.form
    assert ada.submits() == {}
    return shown


def kept(company: Company, number: int = 1) -> Lead:
    with company.store.read() as unit:
        return unit.lead(LeadId(number))


def page(colleague: Colleague, number: int = 1) -> str:
    while colleague.human.form:
        colleague.human.closes()
    colleague.types(f"/lead {number}")
    return colleague.told


def test_until_an_admin_has_chosen_nothing_is_locked_or_erased(worked: Company) -> None:
    worked.wakes_after(days=90)

    assert MAIL in page(worked.ravi)
    assert kept(worked).email == MAIL


def test_what_nobody_touched_is_locked_after_thirty_days_until_somebody_says_why_it_is_needed(worked: Company) -> None:
    chooses(worked.ada, "lock")
    worked.wakes_after(days=29, hours=23)
    before = page(worked.ravi)
    worked.later(hours=2)
    locked, owned = page(worked.ravi), "".join(worked.ravi.messages)
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Unlock…")
    empty = worked.ravi.forged(note="")
    assert worked.ravi.fills(note="They asked for a call in spring") == {}
    worked.wakes_after(days=29)

    assert MAIL in before
    assert MAIL not in locked
    assert MAIL not in owned
    assert "How to reach them is locked" in locked
    assert empty == {"note": "This is needed."}
    assert MAIL in page(worked.ravi)
    assert "They asked for a call in spring" in page(worked.ravi)
    assert kept(worked).locked_at is None
    worked.wakes_after(days=2)
    assert kept(worked).locked_at is not None
    worked.wakes_after(days=60)
    assert kept(worked).email == MAIL


def test_what_is_locked_for_a_week_is_erased_and_the_hashes_of_what_was_written_remain(worked: Company) -> None:
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Note for the team")
    worked.ravi.fills(note="Knows my sister")
    chooses(worked.ada, "erase")
    worked.wakes_after(days=30, minutes=5)
    worked.wakes_after(days=6, hours=23)
    assert kept(worked).email == MAIL
    worked.later(hours=2)

    assert kept(worked).email == ""
    assert "Knows my sister" not in page(worked.ravi)
    worked.ada.opens_home()
    worked.ada.clicks("What was erased", on="home")
    assert "lead 1: nobody had contact with them. Hashes that remain: 1." in worked.ada.form
    with worked.store.read() as unit:
        ((of, seal),) = unit.remains(limit=1).items[0].seals.items()
    assert f"{of} {seal}" in worked.ada.form
    assert "Acme" not in worked.ada.form


@pytest.mark.parametrize("what", ["I called", "I wrote", "We met"])
@ONE_WAY
def test_a_contact_unlocks_it_and_then_it_is_never_locked_again(worked: Company, what: str) -> None:
    chooses(worked.ada, "erase")
    worked.wakes_after(days=31)
    locked = kept(worked).locked_at
    worked.ravi.clicks(what, on="dm")
    worked.wakes_after(days=60)

    assert locked is not None
    assert MAIL in page(worked.ravi)
    assert kept(worked).locked_at is None


@ONE_WAY
def test_a_deal_is_never_locked_even_if_it_is_given_back(worked: Company) -> None:
    worked.ravi.clicks("Meeting booked", on="dm")
    worked.ravi.fills(on="2026-11-26")
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Give back")
    worked.ravi.fills()
    chooses(worked.ada, "erase")
    worked.wakes_after(days=60)

    assert kept(worked).email == MAIL
    assert kept(worked).locked_at is None


@ONE_WAY
def test_nobody_edits_or_looks_up_what_is_locked(slack: Company) -> None:
    slack.erin.logs("Acme", MAIL)
    chooses(slack.ada, "lock")
    slack.wakes_after(days=31)
    slack.erin.clicks("Edit", on="dm")
    edits = slack.erin.told
    press = {"type": "button", "action_id": "contact", "block_id": "b", "value": "1", "action_ts": "1.1"}
    slack.mara.human.forge({"actions": [press]})

    locked = "How to reach them is locked. Unlock it first, and say why it is needed."
    assert [edits, slack.mara.told] == [locked, locked]


@ONE_WAY
def test_a_touch_that_is_taken_back_was_none(worked: Company) -> None:
    chooses(worked.ada, "lock")
    worked.ravi.clicks("I called", on="dm")
    worked.ravi.clicks("Undo")
    worked.wakes_after(days=31)

    assert kept(worked).locked_at is not None


def test_a_company_that_chooses_late_sees_first_what_goes_and_nothing_is_erased_within_a_week(worked: Company) -> None:
    worked.erin.logs("Globex", "hank@globex.example")
    worked.wakes_after(days=100)
    shown = chooses(worked.ada, "erase")
    worked.later(minutes=5)
    locked = [kept(worked, number).locked_at is not None for number in (1, 2)]
    worked.wakes_after(days=6)

    assert "Locked: 2." in shown
    assert "Leads 1 and 2" in shown
    assert "Acme" not in shown
    assert "Erased" not in shown
    assert locked == [True, True]
    assert kept(worked).email == MAIL
    again = chooses(worked.ada, "erase")
    assert "Now: nothing." in again
    worked.wakes_after(days=2)
    assert kept(worked).email == ""


def test_what_was_lost_is_erased_after_so_many_months_and_what_is_open_is_not(worked: Company) -> None:
    worked.erin.logs("Globex", "hank@globex.example")
    worked.ravi.clicks("More…", on="dm")
    worked.ravi.clicks("Lost")
    worked.ravi.fills(reason="no_need")
    worked.wakes_after(days=100)
    early = chooses(worked.ada, "remind", lost="4")
    worked.wakes_after(days=10)
    before = kept(worked).email
    shown = chooses(worked.ada, "remind", lost="3", declined="1")

    assert "Now: nothing." in early
    assert before == MAIL
    assert "Erased: 1, since they were lost long enough ago." in shown
    assert (kept(worked).email, kept(worked, 2).email) == ("", "hank@globex.example")
    worked.ada.opens_home()
    worked.ada.clicks("What was erased", on="home")
    assert "lead 1: they were kept long enough." in worked.ada.form


ENDINGS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "lost": ("Lost", {"reason": "no_need"}),
    "declined": ("Not for us", {"reason": "no_need"}),
    "warm": ("Keep warm", {"on": "2026-12-24"}),
    "won": ("Won", {"thanks": "Thank you!"}),
    "withdrawn": ("Withdraw", {}),
}
"""By its setting, the owner's button, and what its form is filled with."""


@ONE_WAY
@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_has_months_of_its_own_and_is_erased_after_them(worked: Company, ending: str) -> None:
    button, filled = ENDINGS[ending]
    worked.erin.clicks("Withdraw", on=DM)  # so that its owner may
    worked.later(minutes=3)
    worked.ravi.types("/lead 1")
    worked.ravi.clicks(button)
    if filled:
        worked.ravi.fills(**filled)
    months = dict.fromkeys(ENDINGS, "9") | {ending: "2"}
    chooses(worked.ada, "remind", **months)

    worked.wakes_after(days=50)
    before = kept(worked).email
    worked.wakes_after(days=70)  # what is kept warm counts from the day to come back to it

    assert (before, kept(worked).email) == (MAIL, "")
    assert kept(worked).referrer


@ONE_WAY
def test_after_an_outage_it_is_locked_first_and_erased_a_week_later(worked: Company) -> None:
    chooses(worked.ada, "erase")
    worked.wakes_after(days=45)
    locked, email = kept(worked).locked_at, kept(worked).email
    worked.wakes_after(days=8)

    assert locked is not None
    assert email == MAIL
    assert kept(worked).email == ""


@ONE_WAY
def test_wrong_months_are_said_under_their_field_and_only_admins_choose(worked: Company) -> None:
    ada = worked.ada
    ada.opens_home()
    ada.clicks("What we keep", on="home")
    wrong = [ada.forged(keeping="lock", lost=typed) for typed in ("0", "abc", "1.5", "9999")]

    assert wrong == [{"lost": "Write a number of months, from 1 to 120, or nothing."}] * 4
    assert "What we keep" not in worked.ravi.home
    ravi, now = worked.person("ravi"), worked.now
    with pytest.raises(Refused, match="not_admin"):
        services.set_kept(worked.store, Origin("keep"), Keeping.ERASE, {}, by=ravi, now=now)
    with pytest.raises(Refused, match="not_admin"):
        services.set_told(worked.store, Origin("tell"), "Evil Inc.", "", {}, by=ravi, now=now)


def test_what_is_held_back_is_not_locked_until_it_is_let_go(worked: Company) -> None:
    chooses(worked.ada, "lock")
    ada = worked.person("ada")
    for deed in (Deed.RESTRICT, Deed.LIFT):
        services.answer_person(worked.store, Origin(deed), deed, [LeadId(1)], by=ada, now=worked.now)
        worked.wakes_after(days=70)  # what is kept warm counts from the day to come back to it
        if deed is Deed.RESTRICT:
            assert kept(worked).locked_at is None

    assert kept(worked).locked_at is not None
