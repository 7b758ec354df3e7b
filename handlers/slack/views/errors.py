"""Where a refusal stands in a form: under the field that it is about."""

from collections.abc import Collection, Mapping

from bot.errors import Refused
from handlers.slack.wording import Names, refusal

FIELDS: Mapping[str, str] = {
    "about": "reach",
    "email": "reach",
    "phone": "reach",
    "link": "reach",
    "currency": "amount",
}
"""The domain's names of fields that share an input here; all others have their own."""


def errors(refused: Refused, named: Names, *, shown: Collection[str]) -> dict[str, str]:
    """Block id → sentence, for `response_action: errors`.

    `shown` are the form's block ids (the keys of `view.state.values`): Slack ignores an error under a block that is
    not there, so what belongs to none of them stands under the first.
    """
    wanted = FIELDS.get(refused.field or "", refused.field or "")
    where = wanted if wanted in shown else next(iter(shown), wanted)
    return {where: refusal(refused, named)}
