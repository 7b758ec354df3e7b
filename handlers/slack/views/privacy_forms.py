"""The windows of whoever answers people about their data, and how to reach somebody, for who may see it."""

from bot.ids import LeadId
from bot.leads import Lead
from bot.privacy import Deed, Disclosure
from bot.show.homes import LeadPage
from bot.show.privacy import Done, Found, Held
from bot.touching import NONE as NO_WARNINGS
from bot.touching import Warnings
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages import attachments, joining, parts
from handlers.slack.messages.privacy import numbered, told
from handlers.slack.views.lead_form import edit_form, outside_fields
from handlers.slack.views.lead_typed import LeadTyped
from handlers.slack.wording import kind_of, line, say, state, warned
from handlers.slack.wording.phrases import Phrase

WORDS, LEADS, DEED = "words", "leads", "deed"


def contact_page(page: LeadPage, warnings: Warnings = NO_WARNINGS) -> Block:
    """How to reach them, as links, and one tap to say that one did; `warnings`: what speaks against it now."""
    lead = page.lead
    said = parts.contact(lead)
    none = [] if any((lead.email, lead.phone, lead.link)) else [say("contact.none", referrer=page.detail.referrer)]
    given = parts.given(lead, page.detail.givers)
    shown = [blocks.header(lead.title), *parts.paragraph(*said, given), *parts.paragraph(*none), *parts.about(lead)]
    touches = parts.touches(lead) if page.can_touch else []
    shown += joining.also(page.detail.also)
    noted = blocks.context(line("contact.noted"))
    speaks = warned(warnings)
    warning = [blocks.section(speaks)] if speaks else []
    blocks_ = [*shown, *warning, *blocks.actions(*touches), noted]
    return blocks.modal(line("contact.title"), blocks_, callback=ids.CONTACT, close=line("form.close"))


def find_form(done: tuple[Done, ...]) -> Block:
    """Whom to look for; and what was done last."""
    words = inputs.field(WORDS, line("privacy.find"), inputs.typed(), hint=line("privacy.find.hint"), optional=False)
    last = [blocks.header(line("privacy.done")), *(blocks.lines(*told(one)) for one in done)] if done else []
    return blocks.modal(
        line("privacy.title"),
        [words, *last],
        callback=ids.FIND_PERSON,
        submit=line("privacy.submit"),
        close=line("form.close"),
    )


def read_words(values: Values) -> str:
    return inputs.text(values, WORDS)


def found_form(found: Found) -> Block:
    """What is held about them, and what they may ask for; nothing to choose where nothing is held."""
    if found.objected:
        return _allow_form(found.words)
    if not found.held:
        said = blocks.section(line("privacy.none", words=found.words))
        return blocks.modal(line("privacy.title"), [said], callback=ids.READ, close=line("form.close"))
    one = len(found.held) == 1
    choices = [(str(it.lead.id), _choice(it.lead)) for it in found.held]
    which = inputs.boxes(choices, [choices[0][0]] if one else [])
    deeds = [(deed.value, line(f"privacy.deed.{deed}")) for deed in _deeds(found)]
    aside = [blocks.context(line("privacy.aside", number=found.aside))] if found.aside else []
    return blocks.modal(
        line("privacy.title"),
        [
            *(block for it in found.held for block in _held(it)),
            *aside,
            inputs.field(LEADS, line("privacy.which"), which, optional=False),
            inputs.field(DEED, line("privacy.deed"), inputs.radio(deeds), optional=False),
            blocks.context(line("privacy.told")),
        ],
        callback=ids.PRIVACY,
        submit=line("privacy.go"),
        close=line("form.close"),
    )


def _deeds(found: Found) -> list[Deed]:
    """Only what is held back can be used again."""
    stopped = any(it.objected or it.lead.restricted for it in found.held)
    return [deed for deed in Deed if deed is not Deed.LIFT or stopped]


def _allow_form(words: str) -> Block:
    """They are kept as a keyed hash alone; what was typed stays in the form, to be read again."""
    asked = inputs.field(WORDS, line("privacy.find"), inputs.typed(words), optional=False)
    return blocks.modal(
        line("privacy.title"),
        [blocks.section(line("privacy.objected")), asked],
        callback=ids.ALLOW,
        submit=line("privacy.allow"),
        close=line("form.close"),
    )


def _choice(lead: Lead) -> str:
    return line("privacy.which.one", number=lead.id, name=lead.contact or lead.name)


def _held(held: Held) -> list[Block]:
    lead = held.lead
    name = " · ".join(part for part in (lead.name, lead.person) if part)
    owner = say("privacy.owner", owner=held.owner) if held.owner else ()
    given = say("privacy.given", referrer=held.referrer, logged=lead.logged_at, status=state(lead))
    head = say("privacy.lead", name=name, number=lead.id, kind=kind_of(lead))
    seen = [_seen(name, one) for name, one in held.seen] or [say("privacy.seen.none")]
    reach = parts.contact(lead)[-1:]
    no = say("privacy.objected") if held.objected else ()
    return [
        blocks.lines(head, *reach, given, owner, no),
        *parts.about(lead),
        *_files(held),
        blocks.lines(*seen),
        blocks.divider(),
    ]


def _files(held: Held) -> list[Block]:
    """They are Slack's: what is erased here stays there."""
    return [*attachments.links(held.files), blocks.context(line("privacy.files"))] if held.files else []


def _seen(name: str, one: Disclosure) -> Phrase:
    return say("privacy.seen", name=name, where=line(f"privacy.seen.{one.what}"), at=one.at)


def read_found(values: Values) -> tuple[tuple[LeadId, ...], str]:
    """Which leads, and the deed's code."""
    return tuple(LeadId(ids.whole(number)) for number in inputs.ticked(values, LEADS)), inputs.chosen(values, DEED)


def sure_form(leads: tuple[LeadId, ...], *, metadata: str) -> Block:
    says = blocks.lines(say("privacy.sure", leads=numbered(leads)))
    return blocks.modal(
        line("privacy.sure.title"),
        [says, blocks.context(line("privacy.sure.files"))],
        callback=ids.ERASE,
        submit=line("privacy.sure.yes"),
        close=line("form.cancel"),
        metadata=metadata,
    )


def correct_form(typed: LeadTyped, *, number: int, metadata: str) -> Block:
    """The same fields as in the form of who gave it."""
    form = edit_form(typed, number=number, metadata=metadata, more=outside_fields(typed) if typed.outside else [])
    title = blocks.plain(line("privacy.correct", number=number), blocks.TITLE)
    return form | {"callback_id": ids.CORRECT, "title": title}
