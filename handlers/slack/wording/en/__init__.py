"""All that the bot says in English. Another language is a package beside this one with the same keys."""

from handlers.slack.wording.en import (
    answers,
    browsing,
    desks,
    digests,
    forms,
    homes,
    leads,
    moves,
    owners,
    referrers,
    setup,
    talk,
    terms,
    times,
    troubles,
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
    wins,
    desks,
    digests,
    talk,
    homes,
    terms,
    times,
    setup,
    troubles,
)
SENTENCES = {key: sentence for page in PAGES for key, sentence in page.SENTENCES.items()}
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
