"""The form in which an admin brings the list that the company kept until today."""

from dataclasses import dataclass

from bot.errors import Refused
from bot.importing import Duplicates
from bot.incoming import MOST
from bot.texts import short
from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.kit.inputs import Values
from handlers.slack.wording import line

LIST, DUPLICATES = "list", "duplicates"
ENDING = "csv"
WORKBOOKS = frozenset({"xls", "xlsx", "xlsm", "ods", "numbers"})
NAME = 80


@dataclass(frozen=True)
class BringTyped:
    name: str
    reference: str
    """Slack's, of the file: a claim, until Slack has told whose it is."""
    duplicates: Duplicates


def bring_form() -> Block:
    """The template comes as a file, since on a phone nobody can copy from a form into a spreadsheet."""
    template = blocks.button(line("button.template"), "template", 0)
    choices = [(each.value, line(f"bring.duplicates.{each}")) for each in Duplicates]
    fields = [
        blocks.section(line("bring.says")),
        inputs.field(LIST, line("bring.list"), inputs.file(ENDING), optional=False, hint=line("bring.list.hint")),
        inputs.field(DUPLICATES, line("bring.duplicates"), inputs.radio(choices, Duplicates.JOIN), optional=False),
        blocks.section(line("bring.template"), template),
    ]
    return blocks.modal(
        line("bring.title"), fields, callback=ids.BRING, submit=line("bring.submit"), close=line("form.cancel")
    )


def read_bring(values: Values) -> BringTyped:
    """Raises Refused under the file's field: Slack's client looks at its ending, and nobody needs that client."""
    file = next(iter(inputs.files(values, LIST)), {})
    reference, name, size = file.get("id"), file.get("name"), file.get("size")
    if not isinstance(reference, str) or not reference or not isinstance(name, str):
        raise Refused("no_file", field=LIST)
    ending = name.rpartition(".")[2].lower()
    if ending in WORKBOOKS:
        raise Refused("workbook", field=LIST)
    if ending != ENDING:
        raise Refused("no_csv", field=LIST)
    if isinstance(size, int) and size > MOST:
        raise Refused("file_large", field=LIST)
    if size == 0:
        raise Refused("no_list", field=LIST)
    chosen = inputs.chosen(values, DUPLICATES)
    duplicates = Duplicates(chosen) if chosen in set(Duplicates) else Duplicates.JOIN
    return BringTyped(short(name, NAME) or f"list.{ENDING}", reference, duplicates)
