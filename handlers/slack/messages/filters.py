"""The filters of a list of leads, in the window and in App Home: whose, which kind, where they stand, needs a word."""

from bot.leads import Kind, Status
from bot.sought import Sought, Stage, Whose
from handlers.slack.kit import blocks, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Choice
from handlers.slack.wording import line, status

FILTERS, EVERY, OWN = "filters", "every", "own"
WHOSE, KIND, STAGE, WORD = "browse:whose", "browse:kind", "browse:stage", "browse:word"
OPEN, PAGE = "browse:open", "browse:page"
"""Action ids; what stands in the filters is read back from the view's state."""


def filters(sought: Sought, *, leads_team: bool) -> list[Block]:
    return [_block(sought, _whose(leads_team=leads_team), sought.whose) | {"block_id": FILTERS}]


def home_filters(sought: Sought | None, *, leads_team: bool) -> list[Block]:
    """With *My lists*, which is what App Home shows when nothing is filtered.

    Slack keeps what somebody chose where block and action ids are the same, so that the block has another for each
    choice: https://docs.slack.dev/reference/methods/views.update.
    """
    whose = [(OWN, line("browse.whose.own")), *_whose(leads_team=leads_team)]
    stands = sought or Sought()
    chosen = sought.whose.value if sought else OWN
    name = f"{FILTERS}:{chosen}:{stands.kind or EVERY}:{stands.stage}:{bool(stands.due_by)}"
    return [_block(stands, whose, chosen) | {"block_id": name}]


def _whose(*, leads_team: bool) -> list[Choice]:
    return [(each.value, line(f"browse.whose.{each}")) for each in Whose if each is not Whose.TEAM or leads_team]


def _block(sought: Sought, whose: list[Choice], chosen: str) -> Block:
    kinds = [(EVERY, line("browse.kind.every")), *((kind.value, line(f"browse.kind.{kind}")) for kind in Kind)]
    elements = (
        inputs.select(whose, chosen, placeholder=line("browse.whose")) | {"action_id": WHOSE},
        inputs.select(kinds, sought.kind or EVERY, placeholder=line("browse.kind")) | {"action_id": KIND},
        inputs.select(_stages(sought.kind), sought.stage, placeholder=line("browse.stage")) | {"action_id": STAGE},
        inputs.boxes([("yes", line("browse.word"))], ["yes"] if sought.due_by else []) | {"action_id": WORD},
    )
    return blocks.actions(*elements)[0]


def _stages(kind: Kind | None) -> list[Choice]:
    several = [(stage.value, line(f"browse.stage.{stage}")) for stage in Stage]
    return [*several, *((one.value, status(one, kind or Kind.SALES)) for one in Status)]
