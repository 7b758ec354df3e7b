"""Forms about what people are owed: what they are told, what we keep, what that would do now, what was erased."""

from collections.abc import Mapping, Sequence

from bot.errors import Refused
from bot.ids import LeadId
from bot.keeping import Care, Ending, Keeping
from bot.leads import Basis, Kind, Lead
from bot.setup import Setup
from bot.show.care import SHOWN, NoticeText, Rehearsal
from bot.show.passing import Passing
from bot.store import Page, Remains
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages import care, parts, passing
from handlers.slack.wording import known, line, say

COMPANY, ADDRESS, KEEPING = "company", "address", "keeping"
MOST_DIGITS = 3


def notice_page(shown: NoticeText, lead: Lead, *, metadata: str) -> Block:
    """For whoever will send it."""
    said = [
        blocks.context(line("notice.about")),
        blocks.quoted(care.notice(shown), blocks.TEXT),
        *([] if shown.company else [blocks.context(line("notice.no_company"))]),
        *blocks.actions(parts.lead_button("move.inform", "move:inform", lead)),
    ]
    close = line("form.close")
    return blocks.modal(line("notice.title"), said, callback=ids.NOTICE, close=close, metadata=metadata)


def passing_page(shown: Passing, *, metadata: str) -> Block:
    """For whoever will send it."""
    lead, email = shown.lead, blocks.mail(shown.lead.outside_email)
    said = [
        blocks.context(line("passing.says", name=lead.outside)),
        *([blocks.lines((email,))] if email.text else []),
        blocks.quoted(passing.text(shown), blocks.TEXT),
    ]
    title = line("passing.title")
    return blocks.modal(title, said, callback=ids.PASS_ON, close=line("form.close"), metadata=metadata)


def told_form(setup: Setup) -> Block:
    held = setup.care
    bases = [(basis.value, line(f"told_basis.{basis}")) for basis in Basis]
    hint = line("told_form.basis.hint")
    fields = [
        blocks.section(line("told_form.says")),
        inputs.field(COMPANY, line("told_form.company"), inputs.typed(held.company)),
        inputs.field(ADDRESS, line("told_form.address"), inputs.typed(held.address)),
        *(
            inputs.field(
                f"basis.{kind}",
                line(f"told_form.basis.{kind}"),
                inputs.select(bases, held.bases[kind]),
                optional=False,
                hint=hint,
            )
            for kind in Kind
        ),
    ]
    return _form(ids.TOLD, line("told_form.title"), fields, submit=line("form.save"))


def read_told(values: Values) -> tuple[str, str, Mapping[Kind, Basis]]:
    """Raises Refused("needed")."""
    bases = {kind: _basis(inputs.chosen(values, f"basis.{kind}"), f"basis.{kind}") for kind in Kind}
    return inputs.text(values, COMPANY), inputs.text(values, ADDRESS), bases


def _basis(chosen: str, field: str) -> Basis:
    if chosen not in set(Basis):
        raise Refused("needed", field=field)
    return Basis(chosen)


def kept_form(setup: Setup) -> Block:
    """Nothing is chosen until somebody has."""
    choices = [(choice.value, line(f"keeping.{choice}")) for choice in Keeping]
    hint, held = line("kept_form.hint"), setup.care.months
    fields = [
        inputs.field(
            KEEPING,
            line("kept_form.keeping"),
            inputs.radio(choices, setup.care.keeping or ""),
            optional=False,
            hint=line("kept_form.keeping.hint"),
        ),
        *(
            inputs.field(how, line(f"kept_form.{how}"), inputs.typed(str(held.get(how) or "")), hint=hint)
            for how in Ending
        ),
    ]
    return _form(ids.KEPT, line("kept_form.title"), fields, submit=line("kept_form.submit"))


def read_kept(values: Values) -> Care:
    """Raises Refused("needed" | "not_months")."""
    return _chosen(inputs.chosen(values, KEEPING), {how: inputs.text(values, how).strip() for how in Ending})


def _chosen(keeping: str, months: Mapping[Ending, str]) -> Care:
    if keeping not in set(Keeping):
        raise Refused("needed", field=KEEPING)
    return Care(keeping=Keeping(keeping), months={how: _months(typed, how) for how, typed in months.items()})


def _months(typed: str, field: str) -> int:
    whole = typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS
    if typed and not (whole and int(typed)):
        raise Refused("not_months", field=field, most=120)
    return int(typed or 0)


def sure_form(chosen: Care, shown: Rehearsal) -> Block:
    """What it would do now, before it is saved; what was chosen travels with it."""
    facts: dict[str, str | int | None] = {KEEPING: chosen.keeping}
    facts |= {str(how): many for how, many in chosen.months.items()}
    said = [blocks.section(line("kept_sure.says")), *_rehearsed(shown)]
    title, save = line("kept_sure.title"), line("form.save")
    return _form(ids.KEPT_SURE, title, said, submit=save, metadata=ids.write_metadata(facts))


def read_sure(metadata: str) -> Care:
    facts = ids.read_metadata(metadata)
    return _chosen(str(facts.get(KEEPING, "")), {how: str(facts.get(how) or "") for how in Ending})


def _rehearsed(shown: Rehearsal) -> list[Block]:
    said: list[Block] = []
    if shown.locked.total:
        locked = say("kept_sure.locked", many=shown.locked.total)
        said.append(blocks.lines(locked, say("kept_sure.leads", numbers=_numbers(shown.locked))))
    for how, page in shown.erased.items():
        why = line(f"remains.why.{how or 'never_contacted'}")
        erased = say("kept_sure.erased", many=page.total, why=why)
        said.append(blocks.lines(erased, say("kept_sure.leads", numbers=_numbers(page))))
    if shown.erased:
        said.append(blocks.context(line("kept_sure.for_good")))
    return said or [blocks.section(line("kept_sure.nothing"))]


def _numbers(page: Page[LeadId]) -> str:
    names = [str(number) for number in page.items]
    others = page.total - len(names)
    return parts.people([*names, *([line("list.others", number=others)] if others else [])], len(names) + 1)


def erased_page(page: Page[Remains]) -> Block:
    said = [block for one in page.items for block in _remains(one)] or [blocks.section(line("erased.none"))]
    later = blocks.button(line("home.later"), "erased", page.offset + SHOWN, apart="later")
    earlier = blocks.button(line("home.earlier"), "erased", max(0, page.offset - SHOWN), apart="earlier")
    more = page.total > page.offset + len(page.items)
    turning = blocks.actions(earlier if page.offset else None, later if more else None)
    return blocks.modal(line("erased.title"), [*said, *turning], callback=ids.ERASED, close=line("form.close"))


def _remains(one: Remains) -> Sequence[Block]:
    why = f"remains.why.{one.because}"
    words = line(why if known(why) else "remains.why.other")
    head = say("erased.line", when=one.at, number=one.lead, why=words, many=len(one.seals))
    return [blocks.lines(head, *(say("erased.hash", of=of, seal=seal) for of, seal in one.seals.items()))]


def _form(callback: str, title: str, fields: list[Block], *, submit: str, metadata: str = "") -> Block:
    close = line("form.cancel")
    return blocks.modal(title, fields, callback=callback, submit=submit, close=close, metadata=metadata)
