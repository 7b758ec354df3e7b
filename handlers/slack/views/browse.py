"""The window in which people look for leads: filters that act at once, words, and pages."""

from collections.abc import Mapping
from datetime import datetime

from bot.leads import Kind, Status
from bot.show.lists import SOON, Found
from bot.sought import Sought, Stage, Whose
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Choice, Values
from handlers.slack.messages.lists import found, turning
from handlers.slack.wording import line, status

FILTERS, WORDS, EVERY = "filters", "words", "every"
WHOSE, KIND, STAGE, WORD = "browse:whose", "browse:kind", "browse:stage", "browse:word"
OPEN, PAGE = "browse:open", "browse:page"
"""Action ids; what stands in the filters is read back from the view's state."""


def browse_page(shown: Found) -> Block:
    listed = found(shown.page) if shown.page.items else [blocks.section(line("browse.none"))]
    words = inputs.field(WORDS, line("browse.words"), inputs.typed(shown.sought.words), hint=line("browse.words.hint"))
    return blocks.modal(
        line("browse.title"),
        [words, _filters(shown), *listed, *turning("found", shown.page, action=PAGE)],
        callback=ids.BROWSE,
        submit=line("browse.submit"),
        close=line("form.close"),
    )


def _filters(shown: Found) -> Block:
    sought = shown.sought
    whose = [(each.value, line(f"browse.whose.{each}")) for each in Whose if each is not Whose.TEAM or shown.leads_team]
    kinds = [(EVERY, line("browse.kind.every")), *((kind.value, line(f"browse.kind.{kind}")) for kind in Kind)]
    elements = (
        inputs.select(whose, sought.whose, placeholder=line("browse.whose")) | {"action_id": WHOSE},
        inputs.select(kinds, sought.kind or EVERY, placeholder=line("browse.kind")) | {"action_id": KIND},
        inputs.select(_stages(sought.kind), sought.stage, placeholder=line("browse.stage")) | {"action_id": STAGE},
        inputs.boxes([("yes", line("browse.word"))], ["yes"] if sought.due_by else []) | {"action_id": WORD},
    )
    return blocks.actions(*elements)[0] | {"block_id": FILTERS}


def _stages(kind: Kind | None) -> list[Choice]:
    several = [(stage.value, line(f"browse.stage.{stage}")) for stage in Stage]
    return [*several, *((one.value, status(one, kind or Kind.SALES)) for one in Status)]


def read_filters(values: Values, *, now: datetime) -> Sought:
    """What stands in the filters; anything that is none of ours counts as not filtered."""
    stood: Mapping[str, Mapping[str, object]] = values.get(FILTERS, {})
    whose, kind, stage = (_chosen(stood.get(name, {})) for name in (WHOSE, KIND, STAGE))
    return Sought(
        whose=Whose(whose) if whose in set(Whose) else Whose.ALL,
        kind=Kind(kind) if kind in set(Kind) else None,
        stage=Status(stage) if stage in set(Status) else Stage(stage) if stage in set(Stage) else Stage.OPEN,
        due_by=now + SOON if stood.get(WORD, {}).get("selected_options") else None,
        words=inputs.text(values, WORDS),
    )


def _chosen(state: Mapping[str, object]) -> str:
    option = state.get("selected_option")
    return str(option.get("value")) if isinstance(option, Mapping) else ""
