"""What we look for: kept by those who know, read by everybody before they log a lead."""

from tests.slack.company import Company

LINES = "Companies with people in Spain\nNo payroll there yet\nTen to two hundred people"


def test_three_lines_stand_wherever_somebody_thinks_of_a_lead(slack: Company) -> None:
    slack.erin.opens_home()
    slack.mara.opens_home()
    before = slack.erin.home

    slack.mara.clicks("Change what we look for", on="home")
    assert slack.mara.fills(**{"looks.sales": LINES, "looks.talent": "Nurses who would rather teach"}) == {}
    slack.wanda.types("/lead")
    slack.wanda.clicks("Add details")
    form = slack.wanda.form
    slack.wanda.human.closes()
    slack.wanda.types("/lead help")

    assert "What we look for" not in before
    assert "Possible customers\n• Companies with people in Spain\n• No payroll there yet" in slack.erin.home
    assert "Change what we look for" not in slack.erin.home
    assert "Customers we look for: Companies with people in Spain · No payroll there yet · Ten to two" in form
    assert "• Nurses who would rather teach" in slack.wanda.told


def test_a_recruiter_speaks_for_colleagues_only_and_nobody_else_at_all(slack: Company) -> None:
    slack.ruth.opens_home()
    slack.ruth.clicks("Change what we look for", on="home")
    assert "Possible customers" not in slack.ruth.form
    assert slack.ruth.fills(**{"looks.talent": "a\nb\nc\nd"}) == {
        "Possible colleagues: up to three lines (everyone sees this)": (
            "At most 3 lines, please: that is what people read."
        )
    }
    assert slack.ruth.fills(**{"looks.talent": "Nurses"}) == {}

    slack.wanda.opens_home()
    press = {"type": "button", "action_id": "looks", "block_id": "b", "value": "0", "action_ts": "1.1"}
    slack.wanda.human.forge({"actions": [press]})

    assert "Nurses" in slack.wanda.home
    assert slack.wanda.told == "Marketers, recruiters and managers say what we look for."
