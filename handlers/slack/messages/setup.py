"""The set-up in App Home: its steps, and all that is set; and the lead that is none, to try it out."""

from dataclasses import asdict

from bot.keeping import Care
from bot.leads import Kind
from bot.people import Person, Role
from bot.setup import Mark, Place, Setup, Step
from bot.show.setup import SetupView, Trial, TrialGone
from handlers.slack.kit import blocks
from handlers.slack.kit.blocks import Block
from handlers.slack.messages import changes, eligibility, parts
from handlers.slack.messages.rendering import render_for
from handlers.slack.wording import line, say
from handlers.slack.wording.phrases import Part, Phrase

GONE: Block = {"gone": True}
"""What the sender takes away, rather than shows."""


def setup(view: SetupView | None) -> list[Block]:
    if view is None:
        return []
    forms = ("places", "people", "reports", "days")
    buttons = [blocks.button(line(f"button.setup.{form}"), f"setup:{form}", 0) for form in forms]
    times = [blocks.button(line(f"button.setup.{form}"), f"time:{form}", 0) for form in ("times", "cadences", "window")]
    owed = [blocks.button(line(f"button.setup.{form}"), f"care:{form}", 0) for form in ("told", "kept")]
    owed.append(blocks.button(line("button.erased"), "erased", 0))
    digest = blocks.button(line("setup.digest"), "digest:setup", 0)
    rewarded = blocks.button(line("button.rewarded"), "rewarded", 0)
    bring = blocks.button(line("button.bring"), "bring", 0)
    who = blocks.button(line("button.changes"), "step:changes", 0)
    heading = blocks.header(line("home.setup"))
    said = blocks.lines(*_settings(view))
    return [
        blocks.divider(),
        heading,
        *_steps(view),
        said,
        *blocks.actions(*buttons, *times, digest, rewarded, *owed, bring, who),
    ]


def _steps(view: SetupView) -> list[Block]:
    """Those that are left, each with its button; at the end the introduction."""
    done = [step for step in Step if step in view.done]
    left = [step for step in Step if step not in view.done]
    ticks = [say(f"step.{step}.done", command=view.setup.command) for step in done]
    todo = [block for step in left for block in _todo(step, view)]
    introduce = blocks.button(line("button.introduce"), "step:introduce", 0, style="" if left else "primary")
    return [
        blocks.context(line("steps.left", done=len(done), all=len(Step)) if left else line("steps.done")),
        *([blocks.lines(*ticks)] if ticks and left else []),
        *todo,
        *([] if todo else blocks.actions(introduce)),
    ]


def _todo(step: Step, view: SetupView) -> list[Block]:
    sent = step is Step.TEST and Mark.TRIAL_SENT in view.setup.marks
    says = blocks.section(line(f"step.{step}.sent" if sent else f"step.{step}", command=view.setup.command))
    able = SENT if sent else BUTTONS[step]
    return [says, *blocks.actions(*(blocks.button(line(key), name, 0, apart=step) for key, name in able))]


BUTTONS = {
    Step.CHANNELS: (("button.step.places", "setup:places"),),
    Step.DESK: (("button.step.desk", "setup:people"),),
    Step.WORKERS: (("button.step.workers", "step:workers"),),
    Step.MANAGERS: (("button.step.managers", "setup:people"), ("button.step.skip", "step:skip")),
    Step.CARE: (("button.step.care", "care:kept"),),
    Step.TEST: (("button.step.test", "step:test"),),
    Step.COMMAND: (),
}
SENT = (("button.step.remove", "step:remove"), ("button.step.again", "step:test"))


def _settings(view: SetupView) -> list[Phrase]:
    setup, names = view.setup, {person.id: person.name for person in view.people}
    roles = {f"setup.role.{role}": setup.roles.get(role, ()) for role in Role}
    desks = {f"setup.desk.{kind}": setup.desks.get(kind, ()) for kind in Kind}
    return [
        *(_place(place, setup.places.get(place)) for place in Place),
        *(
            _is(key, parts.people(sorted(names[who] for who in people if who in names)))
            for key, people in roles.items()
        ),
        *(_is(key, parts.people([names[who] for who in people if who in names])) for key, people in desks.items()),
        say(
            "setup.is",
            what=line("setup.days"),
            value=str(len(setup.days_off)) if setup.days_off else line("setup.days.none"),
        ),
        say("setup.is", what=line("setup.times"), value=_times(setup)),
        say("setup.is", what=line("setup.cadences"), value=_cadences(setup)),
        say("setup.is", what=line("setup.window"), value=_window(setup)),
        say("setup.is", what=line("setup.digest"), value=_digest(setup)),
        say("setup.is", what=line("setup.rewarded"), value=eligibility.rewarded(setup.rewarded)),
        say("setup.is", what=line("setup.told"), value=setup.care.company or line("setup.told.none")),
        say("setup.is", what=line("setup.kept"), value=_kept(setup.care)),
    ]


def _times(setup: Setup) -> str:
    wakes, sleeps = f"{setup.waking.starts:%H:%M}", f"{setup.waking.ends:%H:%M}"
    days, working = changes.weekdays(setup.days), changes.hours(setup.working)
    return line("setup.times.is", days=days, working=working, wakes=wakes, sleeps=sleeps)


def _cadences(setup: Setup) -> str:
    return line("setup.cadences.is", **asdict(setup.cadences))


def _window(setup: Setup) -> str:
    return line("setup.window.is", number=setup.window) if setup.window else line("setup.window.ever")


def _digest(setup: Setup) -> str:
    when = line(
        "setup.digest.when", day=line(f"weekday.{setup.digest.day}"), hour=setup.digest.hour.isoformat("minutes")
    )
    if setup.profile_field:
        return line("setup.digest.by_field", when=when)
    return line("setup.digest.by_team", when=when, teams=parts.people(list(setup.teams))) if setup.teams else when


def _kept(care: Care) -> str:
    if care.keeping is None:
        return line("setup.kept.none")
    months = [
        line("setup.kept.months", what=line(f"kept.ending.{how}"), number=many) for how, many in care.months.items()
    ]
    keeping = line(f"setup.keeping.{care.keeping}")
    return line("setup.kept.is", keeping=keeping, months=", ".join([*months, line("setup.kept.ever")]))


def _place(place: Place, reference: str | None) -> Phrase:
    there: Phrase = (Part(reference, channel=reference),) if reference else (Part(line("setup.place.none")),)
    return say("setup.is", what=line(f"setup.place.{place}"), value=there)


def _is(key: str, people: str) -> Phrase:
    return say("setup.is", what=line(key), value=people or line("setup.none"))


@render_for.register
def trial(shown: Trial, _reader: Person | None) -> Block:
    said = [blocks.header(line("trial.title")), blocks.lines(say("trial.says", by=shown.by))]
    return blocks.message(say("trial.text", by=shown.by), said)


@render_for.register
def trial_gone(_shown: TrialGone, _reader: Person | None) -> Block:
    return GONE
