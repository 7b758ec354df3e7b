"""Whatever people type, and wherever a lead stands, Slack takes what we show and shows what they typed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.calendars import Calendar
from bot.corrections import FIELDS
from bot.leads import Kind, Lead, Status
from bot.moves import TABLE
from bot.people import Role
from bot.rewarded import Rewarded, Unrewarded
from bot.setup import Place, Setup
from bot.show import cards
from bot.show.changes import Changed
from bot.show.corrections import Changes
from bot.show.lists import Found
from bot.show.setup import SetupView
from bot.show.terms import TermsView
from bot.sought import Sought
from bot.store import Change, Page
from handlers.slack import messages
from handlers.slack.kit.blocks import MESSAGE, Block
from handlers.slack.messages import eligibility, homes, notes
from handlers.slack.views import (
    bring_form,
    dispute_forms,
    eligibility_form,
    lead_form,
    lead_typed,
    move_form,
    pages,
    setup_forms,
    split_forms,
    step_forms,
    terms_form,
    time_forms,
    word_forms,
)
from handlers.slack.views.browse import browse_page
from sandbox import rules
from tests.slack import crediting, values

HOSTILE = {
    "nothing": "",
    "blank": " \n ",
    "longest": "x" * 3000,
    "longer": "x" * 3001,
    "words": "word " * 600,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 300,
    "right to left": "شركة النور \u202e evil",
    "markup": "*bold* _it_ ~no~ `code` ```pre``` > quote • :smile: # {name} {0} %s",
    "control": "<!channel> <!here> <@U1> <#C1|x> <https://evil.example|ok> & &amp; < >",
    "NUL and lone surrogate": "a\0b\ud800c",
    "lines": "one\n\n\ntwo\r\nthree",
}
CLAIM_FORMS = (dispute_forms.answer_form, dispute_forms.decide_form)
USERS = {values.ERIN: "U1", values.RAVI: "U2"}


def every_form(lead: Lead, text: str) -> Iterator[Block]:
    page = values.page(lead, text)
    typed = lead_typed.LeadTyped(
        lead.kind, text[:3000], text[:3000], text[:3000], text, text, wanted="U1", help=text, aware=True
    )
    yield lead_form.lead_form(lead_typed.LeadTyped(), metadata="")
    yield lead_form.lead_form(typed, dict.fromkeys(Kind, (text[:120] or "x",) * 3), details=True)
    yield lead_form.lead_form(lead_typed.typed_from(lead, wanted="U1"))
    yield lead_form.edit_form(typed, number=lead.id)
    yield lead_form.edit_form(typed, number=lead.id, owner=text)
    yield pages.changes_page(Changes(lead, text, tuple((field, text, text) for field in FIELDS)))
    yield pages.changes_page(Changes(lead, text, (("phone", "", text), ("email", text, ""))))
    yield from (move_form.move_form(move, page, metadata="{}") for move in TABLE if move.opens_form)
    yield dispute_forms.dispute_form(text, text, gave_too=True, metadata="")
    yield from (form(next(crediting.claimed(lead, text)), metadata="") for form in CLAIM_FORMS)
    proposal = next(crediting.split(lead, text))
    yield split_forms.split_form(text, proposal.portions, metadata="")
    yield from (form(proposal, metadata="") for form in (split_forms.differ_form, split_forms.decide_form))
    yield word_forms.know_form(text, text, metadata="")
    yield word_forms.know_form(text, None, metadata="")
    yield word_forms.say_form(text, text, metadata="")
    yield word_forms.wrong_form(metadata="")
    yield word_forms.crm_form(text, text, metadata="")
    yield word_forms.thank_form(text, metadata="")
    yield pages.lead_page(page)
    yield pages.lead_page(values.page(values.lead(text, lead.kind, lead.status, known=False), text, ()))
    for leads_team in (True, False):
        sought = Sought(kind=lead.kind, stage=lead.status, due_by=values.NOW, words=text)
        yield browse_page(Found(sought, values.home(lead, text).gave, leads_team=leads_team))
        yield browse_page(Found(Sought(), Page([], 0), leads_team=leads_team))
    yield from (pages.list_page(which, values.home(lead, text).gave) for which in ("gave", "works", "waiting"))


def every_setup_form(text: str) -> Iterator[Block]:
    setup = Setup(
        {Place.LEADS: "C1"}, {role: frozenset({values.ERIN}) for role in Role}, desks={Kind.SALES: (values.RAVI,)}
    )
    yield setup_forms.places_form(setup)
    yield setup_forms.people_form(setup, USERS)
    yield setup_forms.people_form(Setup(), {})
    yield setup_forms.reports_form(SetupView(setup, (values.person(text),)), USERS)
    yield setup_forms.reports_form(SetupView(Setup(), ()), {})
    yield setup_forms.days_form(setup)
    yield step_forms.workers_form(setup, USERS, [("S1", text)])
    yield step_forms.introduction("/lead")
    made = [Changed(key, Change(key, values.ERIN, values.NOW), text, {}) for key in ("place.leads", "role.rep", "x")]
    made += [Changed("looks.sales", Change("looks.sales", values.ERIN, values.NOW, [text], None), text, {})]
    yield step_forms.changes(Page(made, len(made)))
    yield time_forms.times_form(Setup(), {})
    yield time_forms.cadences_form(Setup(), {"cadence.sales": replace(made[0], key="cadence.sales")})
    yield eligibility_form.eligibility_form(Rewarded((text,), frozenset(Role), words=text), {})
    yield bring_form.bring_form()
    yield lead_form.lead_form(lead_typed.LeadTyped(), said=eligibility.before(Unrewarded.ROLE, Rewarded(words=text)))
    yield from (time_forms.window_form(Setup(window=days), {}) for days in (180, 0))
    yield terms_form.terms_form(TermsView(Calendar("Europe/Madrid"), values.NOW.date(), admin=True))
    yield terms_form.snooze_form(text, metadata="")


def leaves(value: object) -> Iterator[dict[str, Any]]:
    """Every text object and rich text leaf of a surface."""
    yield from (one for one in walk(value) if isinstance(one.get("text"), str))


def walk(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from walk(one)


def check(shown: dict[str, Any]) -> None:
    """Raises what Slack would answer."""
    if "view" in shown:
        rules.view(shown["view"], {})
    else:
        rules.message(shown["blocks"], {})
        assert 0 < len(shown["text"]) <= 4000


def check_posted(shown: dict[str, Any]) -> None:
    """What is no answer to a command is counted whole (slackapi/bolt-js#2867): more blocks can be too many."""
    check(shown)
    assert len(json.dumps(shown.get("blocks"), ensure_ascii=False)) <= MESSAGE


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", Kind)
def test_slack_takes_every_message_whatever_people_typed(text: str, kind: Kind) -> None:
    for shown in values.everything(values.lead(text, kind), text):
        for reader in (None, values.person(text)):
            check_posted(messages.render(shown, reader))


@pytest.mark.parametrize(("kind", "status"), values.STATUSES)
def test_slack_takes_every_message_wherever_the_lead_stands(kind: Kind, status: Status) -> None:
    for known in (True, False):
        for shown in values.everything(values.lead("Acme", kind, status, known=known)):
            check_posted(messages.render(shown, None))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("kind", Kind)
def test_slack_takes_every_form_whatever_people_typed(text: str, kind: Kind) -> None:
    for form in (*every_form(values.lead(text, kind), text), *every_setup_form(text)):
        check({"view": form})


def test_what_people_typed_is_shown_as_typed_and_means_nothing_to_slack() -> None:
    typed = HOSTILE["control"] + HOSTILE["markup"]

    for shown in values.everything(values.lead(typed), typed):
        message = messages.render(shown, None)
        surface = message.get("view") or message["blocks"]

        assert all(leaf["type"] in {"plain_text", "text", "link"} for leaf in leaves(surface))
        assert "<" not in str(message.get("text", ""))


@pytest.mark.parametrize("kind", Kind)
def test_a_lock_screen_tells_no_contact_data_and_no_candidates_name(kind: Kind) -> None:
    lead = values.lead("Zebedee", kind)

    for shown in values.everything(lead, "Ravi Rep"):
        line = str(messages.render(shown, None).get("text", ""))

        assert "jane@acme.example" not in line
        assert "+34600123456" not in line
        assert kind is Kind.SALES or "Zebedee" not in line


def test_no_channel_is_told_how_to_reach_somebody() -> None:
    told = "Write to jane@acme.example or call +34 600 123 456, see https://linkedin.com/in/jane"
    lead = replace(values.lead(), about=told, need=told, how_known=told, help=told)
    thread = replace(values.detail(lead, "Erin"), helps=(("Wanda", told),), lines=(values.line("spoke", lead, told),))
    thread = replace(thread, lines=tuple(replace(line, actor="Ravi") for line in thread.lines))
    card = cards.Card(lead, "Erin", "Erin", "Ravi", None, (), told, None)

    for shown in (thread, card):
        said = json.dumps(messages.render(shown, None))

        assert "Write to" in said
        assert "jane" not in said
        assert "123 456" not in said


def test_an_address_typed_for_a_name_is_not_shown_to_a_channel() -> None:
    lead = values.lead("jane@acme.example")
    card = cards.Card(lead, "Erin", "Erin", None, None, (), "", None)

    assert "jane" not in json.dumps(messages.render(card, None))


def test_buttons_of_a_surface_can_be_told_apart_by_slack_and_by_ear() -> None:
    home = messages.render(values.home(values.lead(), "Erin"), None)
    buttons = {one["action_id"]: one for one in walk(home) if one.get("type") == "button"}
    about_one = [button for name, button in buttons.items() if name.startswith(("lead:", "move:", "thank"))]

    assert len(buttons) == sum(one.get("type") == "button" for one in walk(home))
    assert {button["action_id"].partition("#")[0] for button in about_one} == {"lead:open", "move:take", "thank"}
    assert all("Acme" in button["accessibility_label"] for button in about_one)


def test_the_help_and_private_answers_are_taken_by_slack() -> None:
    check(notes.help_text("/lead"))
    check({"text": "x", "blocks": notes.private("Yours.")})
    check(homes.mine(values.home(values.lead(), "Erin")))
