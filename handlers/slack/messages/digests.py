"""The weekly digest: the line on the lock screen, what needs its reader, the week in numbers, a picture of it."""

from collections.abc import Iterable, Mapping

from bot.digests import LOST, MOVED, NEW, WON
from bot.leads import Kind, Status
from bot.loop_health import Loop
from bot.people import Person
from bot.show.digests import Digest, Gave, Owed
from bot.show.waiting import Waiting
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import about, first, line, say, short_day, status
from handlers.slack.wording.phrases import Part, Phrase, plain

FEW = 20
"""Of fewer a percentage says nothing."""


@render_for.register
def digest(shown: Digest, _reader: Person | None) -> Block:
    """Where nothing is to be done one line is enough, unless somebody asked."""
    text = _summary(shown)
    if not shown.needs and not shown.asked:
        return blocks.message(text, [blocks.lines(text)])
    head = [blocks.header(line("digest.title.own" if shown.own else "digest.title")), blocks.lines(text)]
    picture = [] if shown.own or shown.asked else [_picture(shown)]
    needs = _needs(shown)
    return blocks.message(text, [*head, *needs, *([blocks.divider()] if needs else []), *_numbers(shown), *picture])


def _summary(shown: Digest) -> Phrase:
    loop = shown.numbers.loop
    said = [
        _some("digest.needs" if shown.helps else "digest.waits", shown.needs)
        if shown.needs
        else say("digest.needs.none"),
        say("digest.won", number=_now(shown, WON)),
    ]
    if loop.referrers:
        said.append(say("digest.in_the_loop", number=loop.referrers - loop.waiting, all=loop.referrers))
    return tuple(part for at, phrase in enumerate(said) for part in (*((Part(" · "),) if at else ()), *phrase))


def _some(key: str, number: int) -> Phrase:
    return say(f"{key}.one") if number == 1 else say(key, number=number)


def _now(shown: Digest, what: str, back: int = 1) -> int:
    """How many this week; `back` 2: the week before."""
    return shown.numbers.weeks[-back].get(what, 0)


def _needs(shown: Digest) -> list[Block]:
    waited = [block for one in shown.waiting for block in waiting(one)]
    more = shown.late - len(shown.waiting)
    further = [blocks.context(line("digest.more", number=more))] if shown.waiting and more > 0 else []
    return [*waited, *further, *_owed(shown)]


def waiting(one: Waiting) -> list[Block]:
    """Who waits and who may need a hand; never who is at fault."""
    lead, owner, referrer = one.lead, first(one.owner), first(one.referrer)
    key, title = f"digest.{_case(one)}" + (".one" if one.days == 1 else ""), blocks.cut(lead.title, 300)
    said = blocks.lines(say(key, title=title, referrer=referrer, owner=owner, days=one.days))
    ask, tell = line("button.ask", owner=owner), line("digest.tell", referrer=referrer)
    return [
        said,
        *blocks.actions(
            _button(ask, "ask", one) if one.can_ask else None,
            parts.move_button(one.give, lead, apart="digest") if one.give else None,
            _button(tell, "say", one) if one.can_tell else None,
            _button(line("button.open"), "lead:open", one),
        ),
    ]


def _case(one: Waiting) -> str:
    if one.gave:
        return "gave" if one.owner else "gave_nobody"
    if one.yours:
        return "yours"
    return "waiting" if one.owner else "nobody"


def _button(text: str, name: str, one: Waiting) -> Block:
    spoken = line("label.about", button=text, title=one.lead.title)
    return blocks.button(text, name, one.lead.id, label=spoken, apart="digest")


def _owed(shown: Digest) -> list[Block]:
    owed = [_owes(one) for one in shown.owed]
    more = shown.owed_in_all - len(owed)
    further = [say("digest.more", number=more)] if more else []
    return [blocks.lines(say("digest.thanks"), *owed, *further)] if owed else []


def _owes(one: Owed) -> Phrase:
    key = "digest.owed.yours" if one.yours else "digest.owed.gave" if one.gave else "digest.owed"
    return say(about(key, one.givers), title=blocks.cut(one.lead.title, 200), givers=one.givers, owner=one.owner)


def _numbers(shown: Digest) -> list[Block]:
    counted = ((NEW, "new"), (MOVED, "moved"), (WON, "won_leads"), (LOST, "lost"))
    week = [
        say("digest.count", what=line(f"digest.{key}"), now=_now(shown, what), before=_now(shown, what, 2))
        for what, key in counted
    ]
    return [
        blocks.lines(say("digest.week"), *week),
        blocks.lines(say("digest.open"), *_pipeline(shown)),
        *([] if shown.own else [blocks.lines(say("digest.gave_leads"), _givers(shown), _departments(shown.gave))]),
        *([blocks.lines(say("digest.health"), *_health(shown.numbers.loop))] if shown.numbers.loop.leads else []),
    ]


def _none(key: str, shown: Digest) -> Phrase:
    """That there are none of those that the digest is about."""
    if shown.own or shown.team:
        return say(f"{key}.own" if shown.own else f"{key}.team")
    return say(key, None if shown.helps else Kind.SALES)


def _pipeline(shown: Digest) -> list[Phrase]:
    """A line a kind, the statuses in the order of a lead's life."""
    pipeline, said = shown.numbers.pipeline, []
    for kind in Kind:
        of_kind = [(status(at, kind), pipeline[kind, at]) for at in Status if pipeline.get((kind, at))]
        if of_kind:
            said.append(say("digest.pipeline", kind=line(f"digest.kind.{kind}"), statuses=_list("status", of_kind)))
    return said or [_none("digest.open.none", shown)]


def _givers(shown: Digest) -> Phrase:
    gave = shown.gave
    if not gave.people:
        return _none("digest.gave_leads.none", shown)
    named = _list("giver", ((blocks.cut(name, 80), many) for name, many in gave.people))
    others = plain(_some("digest.givers.more", gave.others))
    return (Part(f"{named} · {others}" if gave.others else named),)


def _departments(gave: Gave) -> Phrase:
    """Nothing where no department is known."""
    if not gave.departments:
        return ()
    elsewhere = [(line("digest.elsewhere"), gave.elsewhere)] if gave.elsewhere else []
    named = [(blocks.cut(name, 80), many) for name, many in gave.departments]
    return say("digest.departments", departments=_list("giver", [*named, *elsewhere]))


def _list(key: str, counted: Iterable[tuple[str, int]]) -> str:
    return " · ".join(line(f"digest.{key}", status=what, name=what, number=many) for what, many in counted)


def _health(loop: Loop) -> list[Phrase]:
    """Leads, and the people of the line on the lock screen: somebody waits who waits on one of theirs."""
    good = loop.leads - loop.late
    key = "digest.health.is" if loop.leads < FEW else "digest.health.share"
    people = say("digest.health.referrers", number=loop.referrers - loop.waiting, all=loop.referrers)
    leads = say(key, number=good, all=loop.leads, share=round(100 * good / loop.leads))
    return [leads, people, say("digest.health.means")]


def _picture(shown: Digest) -> Block:
    """What the picture shows, and the same in words for who does not see it; the sender has it drawn."""
    weeks = [(week.get(NEW, 0), week.get(WON, 0)) for week in shown.numbers.weeks]
    by_status = _by_status(shown.numbers.pipeline)
    return blocks.drawn(
        _finding(shown, by_status),
        {
            "new": line("digest.picture.new"),
            "won": line("digest.picture.won"),
            "by_status": line("digest.picture.by_status"),
            "weeks": [[short_day(day), *counts] for day, counts in zip(shown.began, weeks, strict=True)],
            "open": [[name, many] for name, many in by_status],
        },
    )


def _by_status(pipeline: Mapping[tuple[Kind, Status], int]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for at in Status:
        for kind in Kind:
            if many := pipeline.get((kind, at)):
                name = status(at, kind)
                found[name] = found.get(name, 0) + many
    return list(found.items())


def _finding(shown: Digest, by_status: list[tuple[str, int]]) -> str:
    facts = {"new": _now(shown, NEW), "new_before": _now(shown, NEW, 2)}
    facts |= {"won": _now(shown, WON), "won_before": _now(shown, WON, 2)}
    said = _most(by_status) if by_status else plain(_none("digest.open.none", shown))
    return " ".join([line("digest.picture.finding", **facts), said])


def _most(by_status: list[tuple[str, int]]) -> str:
    most, many = max(by_status, key=lambda one: one[1])
    return line("digest.picture.most", open=sum(n for _, n in by_status), most=most, many=many)
