"""All that the bot says in English. Another language is a package beside this one with the same keys."""

from handlers.slack.wording.en import (
    answers,
    browsing,
    care,
    desks,
    digests,
    disputes,
    eligibility,
    forms,
    homes,
    importing,
    joining,
    leads,
    ledger,
    moves,
    offers,
    owners,
    privacy,
    referrers,
    setup,
    splits,
    talk,
    terms,
    times,
    troubles,
    windows,
    wins,
)

PAGES = (
    leads,
    moves,
    answers,
    forms,
    browsing,
    referrers,
    owners,
    offers,
    wins,
    joining,
    windows,
    eligibility,
    ledger,
    disputes,
    importing,
    desks,
    digests,
    talk,
    homes,
    terms,
    times,
    setup,
    splits,
    troubles,
    care,
    privacy,
)
SENTENCES = {key: sentence for page in PAGES for key, sentence in page.SENTENCES.items()}
UNNAMED = ("A colleague", "a colleague")
THROUGH = (" (through ", ")")
"""Instead of a name that is not said: where a sentence starts, and elsewhere."""
BESIDE = (", ", " and ")
"""Between several names: each but the last two, and these."""
MONTHS: tuple[str, ...] = (
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
