"""The form in which a manager changes who has the credit for a lead: to whom, and why."""

from handlers.slack.kit import blocks, ids, inputs
from handlers.slack.kit.blocks import Block
from handlers.slack.wording import line

TO, REASON = "to", "reason"


def credit_form(title: str, referrer: str, *, metadata: str) -> Block:
    why = inputs.field(
        REASON, line("change_credit.reason"), inputs.typed(long=True), optional=False, hint=line("change_credit.hint")
    )
    return blocks.modal(
        line("change_credit.title"),
        [
            blocks.context(line("change_credit.now", title=title, referrer=referrer)),
            inputs.field(TO, line("change_credit.to"), inputs.person(), optional=False),
            why,
        ],
        callback=ids.CREDIT,
        submit=line("change_credit.submit"),
        close=line("form.cancel"),
        metadata=metadata,
    )
