"""What the bot must have kept, shown, told and kept to itself, if the model is right; each fault as a sentence."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from bot.ids import LeadId, PersonId
from sandbox.people import Human
from sandbox.records import BOT_USER, Message
from sandbox.world import World
from tests.machine.model import Company as Model
from tests.machine.model import Lead
from tests.slack.colleague import read
from tests.slack.company import Company

STATUS: Mapping[str, str] = {
    "new": "New",
    "qualifying": "Being looked into",
    "sales_ready": "Ready for sales",
    "accepted": "Getting in touch",
    "contacted": "In conversation",
    "meeting": "Meeting booked",
    "proposal": "Proposal sent",
    "screening": "Screening",
    "interviewing": "Interviewing",
    "offer": "Offer made",
    "nurturing": "Keeping warm",
    "won": "Won",
    "lost": "Lost",
    "declined": "Not for us",
}
OF_TALENT = {"won": "Hired", "lost": "Not this time"}
DID = {
    "take": "took it",
    "give": "gave it to",
    "qualify": "is finding out more",
    "ready": "found it ready for sales",
    "back": "gave it back",
    "pass": "passed it to",
    "wake": "woke it up again",
    "reopen": "opened it again",
    "unwin": "took the win back",
    "called": "called them",
}
"""What the referrer reads of some moves."""


def stored(slack: Company, model: Model, ids: Mapping[str, PersonId]) -> Iterator[str]:
    with slack.store.read() as unit:
        for lead in model.leads.values():
            kept = unit.lead(LeadId(lead.number))
            owner = ids[lead.owner] if lead.owner else None
            held = (kept.kind, kept.status, kept.resume, kept.owner, kept.referrer)
            if held != (lead.kind, lead.status, lead.resume, owner, ids[lead.referrer]):
                yield f"the database has {held}, and the model {lead}"


def shown(slack: Company, model: Model) -> Iterator[str]:
    """One card a lead, in its channel alone, and it says who gave it, who has it, and where it stands."""
    for lead in model.leads.values():
        here, elsewhere = ("leads", "hiring") if lead.kind == "sales" else ("hiring", "leads")
        cards = [card for card in slack.cards(lead.name, here) if card.startswith(f"{lead.name}\n")]
        if len(cards) != 1 or slack.cards(lead.name, elsewhere):
            yield f"{len(cards)} cards of {lead}"
        for wanted in _lines(slack, lead):
            if cards and wanted not in cards[0]:
                yield f"{wanted!r} does not stand on {cards[0]!r}"


def _lines(slack: Company, lead: Lead) -> Iterator[str]:
    status = (OF_TALENT if lead.kind == "talent" else {}).get(lead.status, STATUS[lead.status])
    yield f"Given by {_name(slack, lead.referrer)}"
    yield "Withdrawn" if lead.withdrawn else status
    if lead.owner:
        yield f"{_name(slack, lead.owner)} {'had' if lead.closed else 'has'} it"


def leaked(slack: Company, model: Model) -> Iterator[str]:
    """No way to reach them in a channel; of a candidate nothing in a public one; and to nobody who stands nowhere."""
    world = slack.sandbox.world
    public = _said(world, "leads") + _said(world, "wins") + _said(world, "general")
    for lead in model.leads.values():
        if lead.email in public + _said(world, "hiring"):
            yield f"how to reach {lead.name} stands in a channel"
        if lead.kind == "talent" and lead.name in public:
            yield f"{lead.name}, a candidate, stands in a public channel"
        for user in (user for user in world.users.values() if user.name in _cast(model)):
            yield from _leaked_to(slack.sandbox.human(user.name), lead, model)


def _leaked_to(human: Human, lead: Lead, model: Model) -> Iterator[str]:
    who = human.user.name
    seen = json.dumps([human.home.body if human.home else {}, *([one.text, one.blocks] for one in human.dms())])
    if lead.email in seen and who not in model.reached[lead.number]:
        yield f"{who} reads how to reach {lead.name}"
    if lead.kind == "talent" and lead.name in seen and who not in model.knew[lead.number]:
        yield f"{who} reads of {lead.name}, a candidate"


def doubled(world: World) -> Iterator[str]:
    """Each message's metadata has the mark of what it says: two with the same are one said twice."""
    said = [message for channel in world.channels.values() for message in channel.messages if message.user == BOT_USER]
    marks = Counter(json.dumps(message.metadata, sort_keys=True) for message in said if message.metadata)
    yield from (f"said {many} times: {mark}" for mark, many in marks.items() if many > 1)


def news(slack: Company, lead: Lead) -> set[str]:
    """The messages of news about it that its referrer has: of moves, and that it is won."""
    return {message.ts for message in _news(slack, lead)}


def _news(slack: Company, lead: Lead) -> list[Message]:
    called = (lead.name, f"A possible colleague (no. {lead.number})", "It is won", "Hired")
    heard = [
        one for one in slack.sandbox.human(lead.referrer).dms() if one.text.startswith(tuple(f"{c}: " for c in called))
    ]
    return [one for one in heard if lead.name in json.dumps(one.blocks)]


def untold(slack: Company, lead: Lead, new: int) -> Iterator[str]:
    """What its referrer was to hear, and did not, or more often than there were moves."""
    due = len(lead.untold) + lead.won
    if not bool(due) <= new <= due:
        yield f"{new} messages to {lead.referrer} about {lead}"
    heard = "\n".join(read(one) for one in _news(slack, lead))
    yield from (
        f"{lead.referrer} never heard {move} of {lead}" for move in lead.untold if DID.get(move, "") not in heard
    )
    told = (f"Lead {lead.number} is logged", f"logged lead {lead.number} for you")
    receipts = [one for one in slack.sandbox.human(lead.referrer).dms() if any(words in one.text for words in told)]
    if len(receipts) != 1:
        yield f"{len(receipts)} receipts of {lead}"


def _said(world: World, channel: str) -> str:
    return json.dumps([[one.text, one.blocks] for one in world.channel(channel).messages if one.user == BOT_USER])


def _name(slack: Company, who: str) -> str:
    return slack.sandbox.world.user(who).real_name


def _cast(model: Model) -> set[str]:
    return {"erin", "wanda", "ravi", "rita", "ruth", "mona", "mara", "ada"} - model.gone
