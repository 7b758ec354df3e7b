"""Every way in which somebody's text reaches the bot: each form that takes some, and all that is no form."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from secrets import token_hex

from bot.ids import LeadId
from sandbox import finding
from sandbox.finding import Spot
from sandbox.records import Json, Value
from tests.slack.colleague import Colleague
from tests.slack.company import Company

Door = Callable[[Company, str], None]
MOVES = ("spoke", "meeting", "win", "lose", "warm", "decline", "pass", "back", "note", "step")
FROM_OUTSIDE = "the form of a lead that somebody outside gave"
ADVICE = "advice on a lead"
SPLIT = "what is proposed about the credit"
OTHERWISE, SHARED_OUT = "how somebody else sees the credit", "a decision about how credit is split"
A_CLAIM, AN_ANSWER, A_DECISION = "a claim", "the answer to a claim", "a decision about a claim"
FORMS: Mapping[str, tuple[str, str]] = {
    "the form of a lead": ("wanda", "log"),
    FROM_OUTSIDE: ("wanda", "log"),
    "the form of an edit": ("erin", "edit"),
    "a correction": ("erin", "edit"),
    "words for the owner": ("wanda", "know"),
    "words for the referrer": ("ravi", "say"),
    "words with a cry for help": ("ravi", "help"),
    "a question to who gave it": ("ravi", "offer:advice"),
    ADVICE: ("erin", "advise"),
    "what is wrong": ("erin", "wrong:lead"),
    "the number of the same lead": ("mara", "same"),
    "why the credit changes": ("mara", "change_credit"),
    A_CLAIM: ("wanda", "dispute"),
    AN_ANSWER: ("erin", "dispute:answer"),
    A_DECISION: ("mara", "dispute:decide"),
    SPLIT: ("ravi", "split"),
    OTHERWISE: ("wanda", "split:differ"),
    SHARED_OUT: ("mara", "split:decide"),
    "a link to the CRM": ("ravi", "crm"),
    "what we look for": ("mara", "looks"),
    "what leads are sought by": ("mara", "browse:open"),
    "teams of the digest": ("ada", "digest:setup"),
    "days off": ("ada", "setup:days"),
    "cadences": ("ada", "time:cadences"),
    "how long a lead is theirs": ("ada", "time:window"),
    "whose leads are not rewarded": ("ada", "rewarded"),
    "a list's name": ("ada", "bring"),
    "what people are told of us": ("ada", "care:told"),
    "how long leads are kept": ("ada", "care:kept"),
    "whom somebody asks about": ("mona", "privacy"),
    "words of thanks afterwards": ("ravi", "thank"),
    **{f"the form of {move}": ("ravi", f"move:{move}") for move in MOVES},
    "the form of unwin": ("mara", "move:unwin"),
}
"""Who opens it, and by which button."""
FIELDS = frozenset(
    {
        *("name", "reach", "person", "need", "how_known", "help", "word", "words", "thanks", "note", "step", "values"),
        *("buys", "amount", "crm", "looks.sales", "looks.talent", "team", "days", "sales", "talent", "warm"),
        *("outside", "outside_email", "into", "reason", "company", "address", "lost", "declined", "withdrawn", "won"),
        *("window", "departments", "where"),
    }
)
"""All that is typed in any form: a test fills in each, and another finds no more of them in all that the bot shows."""
LAST_YEAR = "2025-11-24"
"""Of a record that is older than a lead."""
HALF = "50"
"""Of the credit, in per cent."""
FRESH, WON = ("the form of an edit",), ("words of thanks afterwards", "the form of unwin")


def form(name: str) -> Door:
    """Its fields are filled in with the text, each that takes one; past Slack's own checks."""

    def door(slack: Company, text: str) -> None:
        who, button = FORMS[name]
        person, lead = getattr(slack, who), _lead(slack, name)
        before = BEFORE.get(name)
        _presses(person, button, before(slack, lead) if before else lead)
        if name in {"the form of a lead", FROM_OUTSIDE}:
            person.clicks("Add details")
        if name == FROM_OUTSIDE:
            person.sets(credit="outside")
        _sends(person, text)
        slack.later(minutes=3)

    return door


def _lead(slack: Company, name: str) -> int:
    """Erin gave it; Ravi has it, or has won it, but where it must be new. Nobody works with that company yet."""
    firm = token_hex(8)
    slack.erin.logs(f"Firm {firm}", f"jane@{firm}.example", offers=["introduction", "name", "advice"])
    with slack.store.read() as unit:
        number = unit.given_by(slack.person("erin"), limit=1).items[0].id
    if name not in FRESH:
        _presses(slack.ravi, "move:take", number)
    if name in WON:
        _presses(slack.ravi, "move:win", number)
        slack.ravi.submits()
    while slack.ravi.human.form:
        slack.ravi.human.closes()
    return number


def _win(slack: Company, lead: int) -> int:
    with slack.store.read() as unit:
        return next(win.id for win in unit.wins(LeadId(lead)))


def _asked(slack: Company, lead: int) -> int:
    """Ravi would like Erin's advice."""
    _presses(slack.ravi, "offer:advice", lead)
    slack.ravi.fills(word="Who decides?")
    with slack.store.read() as unit:
        return next(entry.id for entry in unit.entries(LeadId(lead)) if entry.kind == "offer_asked")


def _claimed(slack: Company, lead: int) -> int:
    """Wanda says that she knew them."""
    _presses(slack.wanda, "dispute", lead)
    slack.wanda.fills(where="https://crm.example/1", day=LAST_YEAR)
    with slack.store.read() as unit:
        return unit.disputes(LeadId(lead))[0].id


def _gave_too(slack: Company, lead: int) -> int:
    """Wanda, what Erin gave."""
    with slack.store.read() as unit:
        given = unit.lead(LeadId(lead))
    slack.wanda.logs(given.name, given.email)
    return lead


def _proposed(slack: Company, lead: int) -> int:
    """Ravi proposes how their credit is split."""
    _presses(slack.ravi, "split", _gave_too(slack, lead))
    _sends(slack.ravi, "")
    slack.later(minutes=3)
    with slack.store.read() as unit:
        return unit.splits(LeadId(lead))[0].id


def _differed(slack: Company, lead: int) -> int:
    """And Wanda sees it differently."""
    number = _proposed(slack, lead)
    _presses(slack.wanda, "split:differ", number)
    slack.wanda.fills(word="Half of it is mine")
    return number


BEFORE: Mapping[str, Callable[[Company, int], int]] = {
    "words of thanks afterwards": _win,
    ADVICE: _asked,
    **dict.fromkeys((AN_ANSWER, A_DECISION), _claimed),
    SPLIT: _gave_too,
    OTHERWISE: _proposed,
    SHARED_OUT: _differed,
}
"""What has to be there first, and its number."""


def _presses(person: Colleague, button: str, number: int) -> None:
    named = {"action_id": button, "block_id": "b", "action_ts": person.human.world.ts()}
    person.human.forge({"actions": [{"type": "button", "value": str(number), **named}]})


def _sends(person: Colleague, text: str) -> None:
    """And closes what was refused, or says something."""
    human = person.human
    for spot in list(finding.spots(human.top_form())):
        if spot.block["type"] == "input" and spot.block["block_id"] != "credit":
            human.keep(spot, text if spot.element["type"] == "plain_text_input" else _something(spot, person, text))
    person.forged()
    while human.form:
        human.closes()


def _something(spot: Spot, person: Colleague, text: str) -> Value:
    """That may stand in such an input."""
    element, world = spot.element, person.human.world
    if element["type"] == "file_input":
        return person.human.uploads({f"{text}.csv": f"name\n{text}".encode(errors="replace")})
    options: list[Json] = element.get("options", [])
    if options:
        return [one["value"] for one in options] if element["type"] == "checkboxes" else options[0]["value"]
    known = {"datepicker": LAST_YEAR if spot.ids[0] == "day" else "", "number_input": HALF}.get(element["type"])
    if known:
        return known
    somebody, next_week = world.user("rita").id, (world.now() + timedelta(days=7)).date().isoformat()
    return {"users_select": somebody, "multi_users_select": [somebody]}.get(element["type"], next_week)


def _words(slack: Company, text: str) -> None:
    slack.wanda.types(f"/lead {text}")
    if slack.wanda.human.form:
        slack.wanda.forged()


def _find(slack: Company, text: str) -> None:
    slack.mara.types(f"/lead find {text}")
    slack.mara.human.closes()


def _says(slack: Company, text: str) -> None:
    slack.erin.says(text or "…")
    slack.erin.clicks("Log this as a lead", on="dm")
    _sends(slack.erin, text)


def _replies(slack: Company, text: str) -> None:
    _lead(slack, "")
    slack.erin.says(text or "…", under="Firm")
    slack.erin.clicks("Send to Ravi", on="dm")
    slack.later(minutes=3)


def _mentions(slack: Company, text: str) -> None:
    slack.erin.says(f"@leadloop {text}", "general")


def _picks(slack: Company, text: str) -> None:
    message = slack.mona.human.says(text or "…", "general", files={text: b"a file"})
    slack.erin.human.message_shortcut("Log this as a lead", message)
    _sends(slack.erin, text)


def _shares(slack: Company, text: str) -> None:
    """A file that is called so, in the thread of a lead's card; then whoever works it looks."""
    number = _lead(slack, "")
    slack.erin.human.says(text, "leads", slack.erin.human.messages("leads")[-1].thread_ts, {text: b"a file"})
    slack.later(minutes=3)
    _presses(slack.ravi, "more", number)
    slack.ravi.human.closes()


def _drafts(slack: Company, text: str) -> None:
    slack.sandbox.world.faults.add("views.open", "status")
    slack.erin.types(f"/lead Acme, {text}")


def _is_called(slack: Company, text: str) -> None:
    """Erin, whose lead it is, is called something else from now on."""
    number = _lead(slack, "")
    slack.sandbox.world.user("erin").real_name = text
    slack.erin.travels("Europe/Madrid")
    _presses(slack.ravi, "move:called", number)
    slack.later(minutes=3)
    slack.mara.types("/lead digest")


def _names_groups(slack: Company, text: str) -> None:
    """A user group, a field of the profile, and what stands in it."""
    world = slack.sandbox.world
    world.usergroups["S1"] = {"id": "S1", "name": text, "handle": "sales", "users": [world.user("ravi").id]}
    world.profile_fields = [{"id": "Xf1", "label": text, "type": "text"}]
    world.user("wanda").fields = {"Xf1": text}
    for button in ("step:workers", "digest:setup"):
        _presses(slack.ada, button, 0)
        slack.ada.human.closes()


def _names_channels(slack: Company, text: str) -> None:
    slack.sandbox.world.channel("general").name = text
    _presses(slack.ada, "setup:places", 0)
    slack.ada.human.fills("leads", "leads", "C0GENERAL1")
    slack.ada.submits()
    slack.ada.human.closes()
    slack.sandbox.world.channel("C0GENERAL1").name = "general"


DOORS: Mapping[str, Door] = {
    **{name: form(name) for name in FORMS},
    "the command's words": _words,
    "the command to find": _find,
    "words to the bot": _says,
    "a reply to the bot": _replies,
    "a mention of the bot": _mentions,
    "a message that becomes a lead": _picks,
    "a file's name": _shares,
    "what is kept while Slack is away": _drafts,
    "a person's name": _is_called,
    "names of groups and fields": _names_groups,
    "a channel's name": _names_channels,
}
