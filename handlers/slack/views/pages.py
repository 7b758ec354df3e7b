"""Pages that are read and pressed, not filled in: one lead as somebody may see it (Update…, More…), and long lists."""

from collections.abc import Iterable

from bot.moves import Move
from bot.remarks import Screen
from bot.show.corrections import Changes
from bot.show.homes import LeadPage
from bot.show.rows import Row
from bot.store import Page
from bot.touching import NONE as NO_WARNINGS
from bot.touching import Warnings
from handlers.slack.kit import blocks, ids
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import absence, attachments, care, joining, parts, splits
from handlers.slack.messages.cards import history
from handlers.slack.messages.lists import rows, turning
from handlers.slack.messages.notes import wrong_button
from handlers.slack.wording import first, line, say, warned
from handlers.slack.wording.phrases import Phrase

TOUCHES = frozenset({"called", "wrote", "met"})
VALUE = 1000
"""So much of what stands in a field, and of what would, is read side by side."""
ASIDE = frozenset({"still", "wait", "note", "step", "inform", "withdraw", "rekind"})
"""Moves that change little or are the referrer's: below the others."""


def lead_page(page: LeadPage, warnings: Warnings = NO_WARNINGS, *, metadata: str = "") -> Block:
    """All that this person may see of a lead and do with it: Update…, More…, Open.

    `warnings`: what speaks against getting in touch now.
    """
    return blocks.modal(
        line("page.title", number=page.lead.id),
        _all(page, warned(warnings)),
        callback=ids.PAGE,
        close=line("form.close"),
        metadata=metadata,
    )


def _all(page: LeadPage, warned: str = "") -> list[Block]:
    warning = [blocks.section(warned)] if warned else []
    return [blocks.header(page.lead.title), *_what_it_is(page), *warning, *_what_to_do(page), *_what_was(page)]


def _what_it_is(page: LeadPage) -> list[Block]:
    lead, detail = page.lead, page.detail
    return [
        blocks.lines(
            parts.number(lead),
            parts.given(lead, detail.givers),
            _part_of(page),
            say("lead.disputed") if page.disputed else (),
            *splits.as_it_is(page.credit),
            say("lead.split") if page.splitting else (),
            parts.standing(lead, page.owner),
            absence.said(page.absence),
            *parts.coming(lead, page.step),
            _window(page),
        ),
        *parts.paragraph(*parts.contact(lead)),
        *(care.owed(lead) if page.can_link or page.referring else []),
        *parts.about(lead, blocks.TEXT),
        *parts.paragraph(
            *parts.known_about(lead, detail.referrer),
            *parts.offers(detail.offers, detail.referrer),
            *parts.helps(detail.helps, 50),
            parts.aware(lead, first(detail.referrer)) if page.can_touch else (),
        ),
        *([blocks.lines((parts.source(lead),))] if lead.source else []),
        *attachments.links(page.files),
        *joining.also(detail.also),
        *joining.linked(detail.linked),
        *parts.crm(lead),
    ]


def _part_of(page: LeadPage) -> Phrase:
    if page.whole is not None:
        return say("lead.part_of", number=page.whole.id, title=page.whole.title)
    return say("lead.part_of.unseen") if page.lead.part_of is not None else ()


def _window(page: LeadPage) -> Phrase:
    """For how long it counts as its givers' if somebody else gives it."""
    lead = page.lead
    if lead.window_on is None:
        return ()
    key = "lead.window.over" if page.window_over else "lead.window.yours" if page.referring else "lead.window"
    return say(key, lead.kind, on=lead.window_on, givers=page.detail.givers)


def _what_to_do(page: LeadPage) -> list[Block]:
    lead, moves = page.lead, page.moves
    onwards = [parts.move_button(move, lead) for move in moves if move.name not in TOUCHES | ASIDE]
    rows_of_buttons = (
        ("page.moves", onwards),
        ("page.touch", _only(moves, TOUCHES, page)),
        ("page.more" if onwards else "page.able", [*_only(moves, ASIDE, page), *_asides(page)]),
    )
    return [
        block
        for key, buttons in rows_of_buttons
        if buttons
        for block in (blocks.context(line(key)), *blocks.actions(*buttons))
    ]


def _only(moves: Iterable[Move], names: frozenset[str], page: LeadPage) -> list[Block]:
    return [parts.move_button(move, page.lead) for move in moves if move.name in names]


def _asides(page: LeadPage) -> list[Block]:
    present = page.absence.cover if page.absence else page.owner
    lead, owner, referrer = page.lead, first(present), first(page.detail.referrer)
    mute = "unmute" if parts.is_silent(lead) else "mute"
    ask = "button.ask" if owner else "button.ask.nobody"
    able = (
        (page.can_ask, (ask, "ask")),
        (page.can_ask, (f"button.{mute}", mute)),
        (page.can_ask and not parts.is_silent(lead), ("button.snooze", "snooze")),
        (page.can_touch and not page.referring, ("button.say", "say")),
        (lead.open and not page.can_touch, ("button.know", "know")),
        (any(move.name == "inform" for move in page.moves), ("button.notice", "notice")),
        (page.can_link, ("button.crm.change" if lead.crm else "button.crm", "crm")),
    )
    buttons = [parts.lead_button(key, name, lead, owner=owner, referrer=referrer) for may, (key, name) in able if may]
    edit = [parts.edit(lead)] if page.can_edit else []
    detail = page.detail
    offers = [*parts.offer_buttons(detail.offers, lead, detail.referrer), *joining.offer_buttons(detail.also)]
    offered = offers if page.can_touch else []
    same = [parts.lead_button("button.same", "same", lead)] if page.can_join else []
    credit = [parts.lead_button("button.change_credit", "change_credit", lead)] if page.can_change_credit else []
    split = [parts.lead_button("button.split", "split", lead)] if page.can_split else []
    parted = [joining.different(lead)] if page.can_part else []
    claim = [_claim(page)] if page.can_dispute else []
    return [*edit, *offered, *buttons, *same, *parted, *claim, *split, *credit, wrong_button(Screen.LEAD, lead.id)]


def _claim(page: LeadPage) -> Block:
    """Of who gave it too, that they gave it first."""
    return parts.lead_button("button.dispute.first" if page.referring else "button.dispute", "dispute", page.lead)


def _what_was(page: LeadPage) -> list[Block]:
    notes = [say("lead.note", author=author, text=text) for author, text in page.notes]
    learned: list[Phrase] = [say("lead.plain", text=text) for text in page.learned]
    happened = [history(one, page.lead) for one in page.detail.lines]
    told = (("lead.notes", notes), ("lead.learned", learned), ("lead.history", happened))
    return [block for key, said in told if said for block in (blocks.context(line(key)), blocks.lines(*said))]


def changes_page(changes: Changes) -> Block:
    """What a correction would change, field by field; it is decided with the buttons of its message."""
    lead = changes.lead
    fields = [
        blocks.lines(
            say("correction.was", field=line(f"correction.field.{field}.start", lead.kind)),
            _value("correction.from", now),
            _value("correction.to", then),
        )
        for field, now, then in changes.fields
    ]
    about = blocks.context(line("correction.about", referrer=changes.referrer, title=lead.title))
    return blocks.modal(line("correction.title"), [about, *fields], callback=ids.CORRECTION, close=line("form.close"))


def _value(key: str, text: str) -> Phrase:
    return say(key, text=blocks.cut(text, VALUE)) if text else say(f"{key}.empty")


def list_page(which: str, page: Page[Row]) -> Block:
    """A page of a long list, opened from App Home; `which` is gave, works or waiting."""
    return blocks.modal(
        line("mine.title"),
        [blocks.header(line(f"home.{which}")), *rows(which, page), *turning(which, page)],
        callback=ids.MINE,
        close=line("form.close"),
    )
