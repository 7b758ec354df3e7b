"""All that the bot says in English. Another language is a package beside this one with the same keys."""

from handlers.slack.wording.en import answers, digests, forms, messages, moves

SENTENCES = moves.SENTENCES | messages.SENTENCES | forms.SENTENCES | answers.SENTENCES | digests.SENTENCES
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
