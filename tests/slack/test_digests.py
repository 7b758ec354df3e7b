"""The digest is said once, where its reader is, and at any moment to whoever asks."""

from datetime import timedelta

from bot import services
from bot.ids import Origin
from bot.people import Role
from bot.show.digests import digest_of
from tests.slack.company import Company
from tests.slack.weeks import AUCKLAND_MONDAY, a_crowd, a_week, digests, named, until


def test_an_admin_moves_its_day_and_who_had_this_weeks_waits_for_the_next(slack: Company) -> None:
    thursday = AUCKLAND_MONDAY - timedelta(days=4) + timedelta(hours=7)
    slack.erin.logs("Acme")
    slack.ada.opens_home()
    slack.ada.clicks("Weekly digest")
    assert slack.ada.fills(day="Thursday", hour="16:00") == {}
    assert "Weekly digest: on Thursday at 16:00" in slack.ada.home
    until(slack, thursday - timedelta(minutes=1))
    assert digests(slack) == []
    slack.later(minutes=1)
    assert len(digests(slack)) == 1

    slack.ada.clicks("Weekly digest")
    assert slack.ada.fills(day="Friday") == {}
    until(slack, thursday + timedelta(days=7, hours=23))
    assert len(digests(slack)) == 1
    slack.later(hours=1)
    assert len(digests(slack)) == 2
    slack.ada.clicks("Who changed what")
    assert "Ada Abe · Weekly digest" in slack.ada.form


def test_anybody_sees_their_own_week_now(slack: Company) -> None:
    a_week(slack)
    slack.later(days=2)

    slack.erin.types("/lead digest")
    assert "Your week" in slack.erin.told
    assert "New: 1 · 0 before" in slack.erin.told
    assert "Globex" not in slack.erin.told
    slack.mara.types("/lead digest")
    assert "Who gave" in slack.mara.told
    assert "Ada Abe 1 · Erin Ortega 1" in slack.mara.told


def test_a_marketer_reads_of_possible_customers_and_a_manager_of_their_own_people(slack: Company) -> None:
    a_week(slack)
    slack.erin.logs("Jo Park", kind="talent")
    named(slack, Role.MARKETER, "mona")
    slack.mara.types("/lead digest")
    assert "Possible colleagues: New 1" in slack.mara.told
    slack.mona.types("/lead digest")
    assert "Possible customers: Getting in touch 1" in slack.mona.told
    assert "Possible colleagues" not in slack.mona.told
    assert "Won: 1" in slack.mona.told

    reports = {slack.person("mara"): [slack.person("ravi")]}
    services.set_reports(slack.store, Origin("reports"), reports, by=slack.person("ada"), now=slack.now)
    slack.mara.types("/lead digest")
    assert "Possible customers: Getting in touch 1" in slack.mara.told
    assert "Possible colleagues" not in slack.mara.told
    assert "Won: 0" in slack.mara.told
    assert "Globex" not in slack.mara.told


def test_what_was_taken_back_is_not_counted(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.mara.types("/lead digest")
    taken = slack.mara.told
    slack.ravi.clicks("Undo")
    slack.mara.types("/lead digest")
    assert "Moved on: 1" in taken
    assert "Moved on: 0" in slack.mara.told

    slack.rita.clicks("I'll take it")
    slack.rita.clicks("More…", on="dm")
    slack.rita.clicks("Won")
    slack.rita.submits()
    slack.later(minutes=3)
    slack.mara.types("/lead digest")
    won = slack.mara.told
    slack.mara.types("/lead 1")
    slack.mara.clicks("Undo the win")
    assert slack.mara.fills(word="The wrong company.") == {}
    slack.later(minutes=3)
    slack.mara.types("/lead digest")
    assert "1 won" in won
    assert "Thanks outstanding" in won
    assert "0 won" in slack.mara.told
    assert "Thanks outstanding" not in slack.mara.told


def test_sixty_reps_with_two_thousand_leads_stay_within_what_slack_takes(slack: Company) -> None:
    until(slack, AUCKLAND_MONDAY - timedelta(hours=1))
    a_crowd(slack, reps=60, many=2000)
    with slack.store.read() as unit:
        shown = digest_of(unit, unit.person(slack.person("mara")), at=AUCKLAND_MONDAY)
    until(slack, AUCKLAND_MONDAY + timedelta(minutes=1))

    (said,) = digests(slack)
    assert said.text.startswith("1000 leads need you · 0 won · 0 of 2 referrers in the loop")
    assert [block for block in said.blocks if block["type"] == "image"]
    assert "And 995 more." in slack.mara.last
    assert (
        "A person sent word in time for 1000 of 2000 open leads (50 %) that somebody waits to hear of."
        in slack.mara.last
    )
    assert [day.isoweekday() for day in shown.began] == [1] * 8
    slack.mara.types("/lead digest")
    assert "And 995 more." in slack.mara.told


def test_without_its_picture_it_is_said_all_the_same(slack: Company) -> None:
    a_week(slack)
    slack.sandbox.world.faults.add("files.getUploadURLExternal", "internal_error", times=9)
    until(slack, AUCKLAND_MONDAY + timedelta(days=7, minutes=1))

    last = digests(slack)[-1]
    assert "1 lead needs you" in last.text
    assert [block["type"] for block in last.blocks if block["type"] == "image"] == []
