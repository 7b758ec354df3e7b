"""Files that people share about a lead are kept with it, as links; who may open them is Slack's to say."""

import re
from dataclasses import replace

import pytest

from sandbox.sight import DM
from tests.slack.company import Company


@pytest.fixture
def worked(slack: Company) -> Company:
    """Ravi works Acme, which Erin gave."""
    slack.erin.logs("Acme", "jane@acme.example", person="Jane Doe")
    slack.ravi.clicks("I'll take it", on="leads")
    return slack


def page(slack: Company, who: str) -> str:
    """What they read of lead 1 on its page."""
    colleague = getattr(slack, who)
    colleague.types("/lead 1")
    said = str(colleague.form)
    colleague.human.closes()
    return said


def links(slack: Company, who: str) -> list[str]:
    getattr(slack, who).types("/lead 1")
    body = str(getattr(slack, who).human.form.body)
    getattr(slack, who).human.closes()
    return re.findall(r"https://sandbox-inc\.slack\.com/files/[^'\"]+", body)


def test_what_is_shared_in_its_thread_is_on_its_page(worked: Company) -> None:
    slack = worked
    slack.erin.shares("Brief Acme.pdf", under="Acme · Jane")

    assert "Brief Acme.pdf, shared by Erin Ortega, 23 November 2026" in page(slack, "ravi")
    (link,) = links(slack, "ravi")
    assert link.endswith("/brief_acme.pdf")
    assert "Erin Ortega shared a file" in slack.thread("Acme ·")


def test_whoever_works_it_hears_what_others_share_and_nothing_of_their_own(worked: Company) -> None:
    slack = worked
    before = len(slack.ravi.messages)
    slack.ravi.shares("proposal.pdf", under="Acme · Jane")
    slack.later(minutes=3)
    assert not any("shared a file about" in message for message in slack.ravi.messages)
    slack.erin.shares("brief.pdf", "card.jpg", under="Acme · Jane")
    slack.later(minutes=3)

    assert len(slack.ravi.messages) == before + 1
    assert "Erin Ortega shared files about Acme · Jane: brief.pdf, card.jpg" in slack.ravi.last
    assert "Files: brief.pdf, card.jpg, proposal.pdf" in "".join(slack.ravi.messages)


def test_a_name_tells_nobody_how_to_reach_them(worked: Company) -> None:
    slack = worked
    slack.erin.shares("Jane jane@acme.example.vcf", under="Acme · Jane")
    slack.later(minutes=3)

    assert "jane@acme.example" not in "".join(slack.ravi.messages)
    assert "jane@acme.example" not in slack.thread("Acme ·")
    assert "jane@acme.example" in page(slack, "ravi")
    assert ".vcf" not in page(slack, "wanda")


def test_what_its_author_deletes_is_gone(worked: Company) -> None:
    slack = worked
    slack.erin.shares("wrong.pdf", under="Acme · Jane")
    slack.erin.unsays("wrong.pdf")

    assert "wrong.pdf" not in page(slack, "ravi")
    slack.later(minutes=3)
    assert "a file" not in "".join(slack.ravi.messages)
    assert "Erin Ortega took a file away again" in slack.thread("Acme ·")


def test_whoever_heard_of_it_reads_that_it_was_taken_away(worked: Company) -> None:
    slack = worked
    slack.erin.shares("wrong.pdf", under="Acme · Jane")
    slack.later(minutes=3)
    slack.erin.unsays("wrong.pdf")

    assert slack.ravi.last.startswith("Erin Ortega shared a file about Acme · Jane, and took it away again.")


def test_what_somebody_shares_once_more_is_kept_once_and_is_not_theirs_to_take_away(worked: Company) -> None:
    slack = worked
    slack.erin.shares("brief.pdf", under="Acme · Jane")
    (message,) = [one for one in slack.erin.human.messages("leads") if one.files]
    world, wanda = slack.sandbox.world, slack.wanda.human.id
    more = world.upload("more.pdf", b"a file", wanda, message.channel)
    again = world.post(replace(message, ts=world.ts(), user=wanda, files=[*message.files, more]))
    for heard in world.announce(again):
        heard.result(10)
    slack.settle()
    assert page(slack, "ravi").count("brief.pdf") == 1
    assert "more.pdf, shared by Wanda Weber" in page(slack, "ravi")
    slack.wanda.unsays("brief.pdf")

    assert "brief.pdf, shared by Erin Ortega" in page(slack, "ravi")


@pytest.mark.parametrize("where", ["beside the thread", "under another message", "without a file"])
def test_what_colleagues_say_among_themselves_is_theirs(
    worked: Company, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    slack = worked
    before = len(slack.sandbox.world.channel("leads").messages)
    if where == "beside the thread":
        slack.erin.shares("menu.pdf")
    elif where == "under another message":
        slack.wanda.says("Who comes to lunch?", "leads")
        slack.erin.shares("menu.pdf", under="lunch")
        before += 1
    else:
        card = slack.erin.human.sees("Acme", "leads")
        slack.erin.human.says("I met her once", "leads", card.ts)
        slack.settle()

    assert "menu.pdf" not in page(slack, "ravi")
    assert len(slack.sandbox.world.channel("leads").messages) == before + 1
    assert [line.message for line in caplog.records if line.levelname == "ERROR"] == []


def test_a_lead_made_of_a_message_keeps_its_files(slack: Company) -> None:
    slack.erin.shares("card.jpg", "brief.pdf", text="Acme, Jane Doe", channel="general")
    slack.erin.makes_a_lead_of("Acme")
    assert "Kept with it, as links for whoever may open them: card.jpg, brief.pdf" in slack.erin.form
    slack.erin.clicks("Add details")
    assert "card.jpg, brief.pdf" in slack.erin.form
    slack.erin.fills()
    slack.ravi.clicks("I'll take it", on="leads")

    assert len(links(slack, "ravi")) == 2
    assert "card.jpg, shared by Erin Ortega" in page(slack, "erin")
    assert "card.jpg" not in slack.thread("Acme")


def test_a_message_with_a_file_alone_is_kept_while_slack_opens_no_form(slack: Company) -> None:
    slack.erin.shares("card.jpg", channel="general")
    slack.sandbox.world.faults.add("views.open", "reset_before")
    slack.erin.human.message_shortcut("Log this as a lead", slack.erin.human.messages("general")[-1])
    slack.settle()
    slack.erin.clicks("Finish it", on=DM)
    assert "card.jpg" in slack.erin.form
    slack.erin.fills(name="Acme")

    assert len(links(slack, "erin")) == 1


def test_what_only_its_author_can_open_is_not_kept_and_they_read_so(worked: Company) -> None:
    slack = worked
    slack.erin.shares("card.jpg", text="Her card", channel=DM)

    assert "Nobody but you can open a file that you share here." in slack.erin.last
    assert not links(slack, "ravi")


def test_erased_with_the_lead_and_whoever_erases_reads_what_stays_in_slack(worked: Company) -> None:
    slack = worked
    slack.erin.shares("brief.pdf", under="Acme · Jane")
    card, *_ = slack.erin.human.messages("leads")
    slack.ada.types("/lead privacy")
    slack.ada.fills(words="jane@acme.example")
    assert "brief.pdf, shared by Erin Ortega" in slack.ada.form
    assert "What colleagues shared stays in Slack when it is erased here: delete it there." in slack.ada.form
    slack.ada.fills(deed="erase", leads=["1"])
    slack.ada.submits()
    slack.later(minutes=3)
    slack.erin.human.says("", "leads", card.ts, {"again.pdf": b"a file"})
    slack.settle()

    with slack.store.read() as reading:
        assert not reading.attachments(reading.given_by(slack.person("erin"), limit=1).items[0].id)
    assert "brief.pdf" not in "".join(slack.ravi.messages)


def test_of_a_candidate_only_who_hires_reads_it(slack: Company) -> None:
    slack.erin.shares("cv.pdf", text="Jane Doe", channel="general")
    slack.erin.makes_a_lead_of("Jane Doe")
    slack.erin.fills(kind="talent")
    slack.wanda.types("/lead 1")

    assert "cv.pdf" not in slack.wanda.told
    assert "cv.pdf" in page(slack, "ruth")
