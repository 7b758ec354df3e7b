"""The digest is said once, where its reader is, and at any moment to whoever asks."""

from datetime import timedelta

from bot import services
from bot.ids import Origin
from bot.leads import Given, Kind, just_logged
from bot.people import Identity, Profile, Role
from bot.show.digests import digest_of
from sandbox.records import TEAM
from tests.slack.company import Company
from tests.slack.weeks import AUCKLAND_MONDAY, a_crowd, a_week, digests, named, until

IN_TIME = "In time means that nobody waits longer for word from a person than was promised."


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
    assert said.text.startswith("1000 leads need you · 0 won · referrers in the loop: 0 of 2")
    assert [block for block in said.blocks if block["type"] == "image"]
    assert "And 995 more." in slack.mara.last
    assert "Open leads that somebody waits to hear of: 2000 · in time: 1000 (50 %)" in slack.mara.last
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


def test_thanks_that_several_wait_for_are_said_of_all_of_them_and_to_each_reader_as_you(slack: Company) -> None:
    slack.wanda.logs("Acme", "jane@acme.example")
    slack.erin.logs("Acme", "jane@acme.example, needs payroll")
    wins(slack, "ravi", "leads")

    slack.mara.types("/lead digest")
    assert "Acme: Wanda Weber and Erin Ortega still wait for Ravi Rao's words of thanks." in slack.mara.told
    slack.wanda.types("/lead digest")
    assert "Acme: you and Erin Ortega still wait for Ravi Rao's words of thanks." in slack.wanda.told
    slack.ravi.types("/lead digest")
    assert "Acme: Wanda Weber and Erin Ortega still wait for your words of thanks." in slack.ravi.told


def test_thanks_that_one_waits_for_are_said_of_one_and_who_gave_a_candidate_too_is_not_named(slack: Company) -> None:
    slack.erin.logs("Jo Park", "jo@home.example", kind="talent")
    slack.wanda.logs("Jo Park", "jo@home.example, sings", kind="talent")
    slack.ruth.types("/lead 2")
    slack.ruth.clicks("Same as another…")
    assert slack.ruth.submits() == {}
    slack.later(minutes=3)
    wins(slack, "ruth", "hiring", won="Hired")

    slack.erin.types("/lead digest")
    assert "Jo: you still wait for Ruth Richter's words of thanks." in slack.erin.told
    assert "Wanda" not in slack.erin.told


def test_one_is_counted_as_one(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.later(days=20)
    slack.mara.types("/lead digest")

    assert "1 lead needs you · 0 won · referrers in the loop: 0 of 1" in slack.mara.told
    assert "People who gave them: 1 · with all of theirs in time: 0" in slack.mara.told
    until(slack, AUCKLAND_MONDAY + timedelta(days=21, minutes=1))
    (picture,) = [block for block in digests(slack)[-1].blocks if block["type"] == "image"]
    assert picture["alt_text"].endswith("Open leads: 1, the most at “Getting in touch”: 1.")


def test_one_more_giver_is_a_person(slack: Company) -> None:
    with slack.store.write() as unit:
        for n in range(11):
            giver = unit.meet(Identity("slack", TEAM, f"U{n}"), Profile(f"Giver {n}", "Europe/Madrid"), slack.now).id
            given = Given(Kind.SALES, f"Acme {n}")
            lead = unit.enter(just_logged(given, referrer=giver, now=slack.now, promise_due=slack.now))
            unit.record(lead, "logged", actor=giver, now=slack.now)
    slack.later(minutes=1)
    slack.mara.types("/lead digest")

    assert "and 1 more person" in slack.mara.told
    assert "1 more people" not in slack.mara.told


def test_whose_leads_are_not_open_is_said(slack: Company) -> None:
    slack.erin.logs("Jo Park", kind="talent")
    slack.ruth.clicks("I'll take it", on="hiring")
    slack.wanda.types("/lead digest")
    assert "Open now None of yours is open." in slack.wanda.told

    named(slack, Role.MARKETER, "mona")
    slack.mona.types("/lead digest")
    assert "Open now No possible customers are open." in slack.mona.told
    assert "Who gave Nobody gave a possible customer this week." in slack.mona.told

    reports = {slack.person("mara"): [slack.person("ravi")]}
    services.set_reports(slack.store, Origin("reports"), reports, by=slack.person("ada"), now=slack.now)
    slack.mara.types("/lead digest")
    assert "Open now None of your team's is open." in slack.mara.told
    assert "Who gave Nobody gave a lead of your team's this week." in slack.mara.told


def test_leads_whose_first_word_is_not_due_yet_are_in_time_and_nobody_is_said_to_have_sent_word(slack: Company) -> None:
    for name in ("Acme", "Globex", "Initech"):
        slack.erin.logs(name)
    slack.mara.types("/lead digest")

    assert "Open leads that somebody waits to hear of: 3 · in time: 3" in slack.mara.told
    assert IN_TIME in slack.mara.told
    assert "sent word" not in slack.mara.told


def wins(slack: Company, who: str, channel: str, won: str = "Won") -> None:
    owner = getattr(slack, who)
    owner.clicks("I'll take it", on=channel)
    owner.clicks("More…", on="dm")
    owner.clicks(won)
    owner.submits()
    slack.later(minutes=3)
