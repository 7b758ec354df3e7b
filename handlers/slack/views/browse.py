"""The window in which people look for leads: filters that act at once, words, and pages."""

from collections.abc import Mapping
from datetime import datetime

from bot.leads import Kind, Status
from bot.show.lists import SOON, Found
from bot.sought import Sought, Stage, Whose
from bot.texts import short
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.messages.filters import FILTERS, KIND, OWN, PAGE, STAGE, WHOSE, WORD, filters
from handlers.slack.messages.lists import found, turning
from handlers.slack.wording import line

WORDS = "words"


def browse_page(shown: Found) -> Block:
    listed = found(shown.page) if shown.page.items else [blocks.section(line("browse.none"))]
    words = inputs.field(WORDS, line("browse.words"), inputs.typed(shown.sought.words), hint=line("browse.words.hint"))
    return blocks.modal(
        line("browse.title"),
        [
            words,
            *filters(shown.sought, leads_team=shown.leads_team),
            *listed,
            *turning("found", shown.page, action=PAGE),
        ],
        callback=ids.BROWSE,
        submit=line("browse.submit"),
        close=line("form.close"),
    )


def read_filters(values: Values, *, now: datetime) -> Sought:
    """What stands in the filters; anything that is none of ours counts as not filtered."""
    nothing: Mapping[str, Mapping[str, object]] = {}
    stood = next((values[block] for block in values if block.startswith(FILTERS)), nothing)
    whose, kind, stage = (_chosen(stood.get(name, {})) for name in (WHOSE, KIND, STAGE))
    return Sought(
        whose=Whose(whose) if whose in set(Whose) else Whose.ALL,
        kind=Kind(kind) if kind in set(Kind) else None,
        stage=Status(stage) if stage in set(Status) else Stage(stage) if stage in set(Stage) else Stage.OPEN,
        due_by=now + SOON if stood.get(WORD, {}).get("selected_options") else None,
        words=short(inputs.text(values, WORDS)),
    )


def _chosen(state: Mapping[str, object]) -> str:
    option = state.get("selected_option")
    return str(option.get("value")) if isinstance(option, Mapping) else ""


def read_home_filters(values: Values, *, picked: str, now: datetime) -> Sought | None:
    """The same in App Home, where *My lists* takes the others back: None; `picked` is the filter that was used last."""
    stood = next((values[block] for block in values if block.startswith(FILTERS)), {})
    own = _chosen(stood.get(WHOSE, {})) == OWN
    sought = read_filters(values, now=now)
    return None if own and (picked == WHOSE or sought == Sought()) else sought
