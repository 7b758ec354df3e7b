"""Whatever people type to the bot is answered: words about a lead find their reader, other words become a lead."""

from tests.slack.company import Company


def test_an_answer_below_a_question_is_sent_to_whoever_asked_or_kept_for_the_team(slack: Company) -> None:
    slack.erin.logs("Acme", "jane@acme.example")
    slack.ravi.clicks("I'll take it")
    slack.later(days=4)
    slack.erin.clicks("Ask Ravi", on="dm")
    slack.later(minutes=1)

    slack.ravi.says("We meet <on Tuesday> & they are keen")
    assert "Is this about Acme? Then choose who reads it." in slack.ravi.last
    slack.ravi.clicks("Send to Erin", on="dm")
    assert slack.ravi.told == "Erin Ortega will read it. Undo"
    slack.later(minutes=3)
    assert "We meet <on Tuesday> & they are keen" in slack.erin.last
    assert slack.ravi.last == "You wrote about Acme. Thank you."

    slack.ravi.says("They haggle", under="would like to know")
    reply = slack.ravi.last
    slack.ravi.clicks("Note for the team", on="dm")
    slack.later(minutes=3)
    assert "They haggle" in reply
    assert "They haggle" not in "".join(slack.erin.messages)
    slack.ravi.types("/lead 1")
    assert "Ravi Rao: They haggle" in slack.ravi.form


def test_whoever_gave_a_lead_writes_to_whoever_has_it_or_to_the_desk(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.says("Jane moved to Lisbon", under="lead no. 1")
    slack.erin.clicks("Send to the lead desk", on="dm")
    slack.later(minutes=1)
    assert "Jane moved to Lisbon" in slack.ada.last

    slack.ravi.clicks("I'll take it", on="leads")
    slack.later(minutes=3)
    slack.erin.says("She likes chess")
    slack.erin.clicks("Send to Ravi", on="dm")
    slack.later(minutes=1)
    assert "She likes chess" in slack.ravi.last
    assert "Note for the team" not in slack.erin.last
    slack.ravi.clicks("Write to Erin", on="dm")
    assert slack.ravi.fills(word="So do I") == {}


def test_words_that_name_one_of_their_leads_are_about_that_one(slack: Company) -> None:
    slack.erin.logs("Acorn Mills")
    slack.erin.logs("Initech")

    slack.erin.says("Any news?")
    assert "Is this about Initech?" in slack.erin.last
    slack.erin.says("Hello, what happened to Acorn?")
    assert "Is this about Acorn Mills?" in slack.erin.last


def test_whoever_writes_what_the_law_protects_is_told_so_before_they_choose_who_reads_it(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.ravi.clicks("I'll take it")
    slack.erin.says("Jane is on sick leave")

    assert "This seems to be about somebody's health, which the law protects. Pass it on only if" in slack.erin.last
    slack.erin.clicks("Send to Ravi", on="dm")
    slack.later(minutes=1)
    assert "Jane is on sick leave" in slack.ravi.last


def test_other_words_and_a_mention_become_a_lead_with_one_button(slack: Company) -> None:
    slack.erin.says("Globex, hank@globex.example, growing fast")
    assert "Is this a lead?" in slack.erin.last
    assert "/lead opens the form" in slack.erin.last
    assert "choose Log this as a lead" not in slack.erin.last
    slack.erin.clicks("Log this as a lead", on="dm")
    assert slack.erin.submits() == {}
    assert len(slack.cards("Globex")) == 1

    slack.wanda.says("@leadloop Initech looks for an office", "leads")
    slack.wanda.clicks("Log this as a lead", on="dm")
    assert slack.wanda.submits() == {}
    assert len(slack.cards("Initech")) == 1
    slack.wanda.types("/lead 2")
    assert "Initech looks for an office" in slack.wanda.form
    assert "The message it came from" in slack.wanda.form


def test_what_was_settled_is_settled_and_somebody_elses_words_stay_theirs(slack: Company) -> None:
    slack.erin.logs("Acme")
    slack.erin.says("Jane moved")
    press = {"type": "button", "action_id": "typed:send", "block_id": "b", "value": "1", "action_ts": "1.1"}

    slack.wanda.human.forge({"actions": [press]})
    assert slack.wanda.told == "That draft is gone: it is finished, or too old."
    slack.erin.clicks("Send to the lead desk", on="dm")
    slack.erin.human.forge({"actions": [press | {"action_ts": "2.2"}]})
    assert slack.erin.told == "That draft is gone: it is finished, or too old."


def test_the_bot_answers_neither_itself_nor_other_apps_nor_edits(slack: Company) -> None:
    slack.erin.says("Acme wants us")
    before = slack.erin.messages
    dm, world = slack.sandbox.world.dm(slack.erin.human.id), slack.sandbox.world
    event = {"type": "message", "channel": dm.id, "channel_type": "im", "event_ts": "9.1", "ts": "9.1", "text": "Hi"}
    edit = event | {"subtype": "message_changed", "event_ts": "9.2", "message": {"user": slack.erin.human.id}}
    for said in (event | {"user": slack.erin.human.id, "bot_id": "B1"}, edit):
        for told in world.tell(said):
            told.result(5)
    slack.settle()

    assert slack.erin.messages == before


def test_who_writes_help_gets_help(slack: Company) -> None:
    slack.erin.says("Help!")

    assert "Is this a lead?" not in slack.erin.last
    assert "choose Log this as a lead" in slack.erin.last
    assert "Log a lead" in slack.erin.last
