"""What App Home, /lead mine and /lead help say in English."""

SENTENCES = {
    # App Home.
    "home.log": "Log a lead",
    "home.find": "Find leads",
    "home.board": "The team's board",
    "home.board.kind": "*{what}*: {counts}",
    "home.board.count": "{status} {number}",
    "home.board.open": "Open the board",
    "home.gave": "What I gave",
    "home.works": "What I work",
    "home.covers": "What I look after for {owner}",
    "home.covers.until": "Away until {until}.",
    "home.waiting": "What nobody has yet",
    "home.owed": "What needs a word",
    "home.setup": "Set-up",
    "home.gave.none": (
        "Nothing yet. Somebody sighed about payroll, or a friend is looking for something new? "
        "A name and one line are enough: we do the rest, and you hear what comes of it."
    ),
    "home.works.none": "You have no leads right now. Take one with “I'll take it” on its card.",
    "home.page": "{first} to {last} of {total}",
    "home.earlier": "Earlier ones",
    "home.later": "More",
    "home.work": "*{title}* · {status}",
    "home.row": "{title}\n{who} · {status}",
    "home.has": "{owner} has it",
    "home.had": "{owner} had it",
    "home.nobody": "Nobody has it yet",
    "home.nobody.closed": "Nobody had it",
    "home.found": "Leads",
    "home.owes": "{title}\nYour words of thanks are still missing.",
    "home.missing": "Not set yet: {names}. Until then leads are kept safe, and wait to be shown.",
    # /lead mine, /lead help.
    "mine.text": "Your leads",
    "help.text": "How to log a lead",
    "help.1": (
        "*{command}* opens the form. *{command} Acme, Jane Doe, jane@acme.example, needs payroll in Spain* "
        "opens it filled in: a company or a person and one line are enough."
    ),
    "help.2": (
        "*{command} mine* shows your leads, *{command} 42* shows lead 42, *{command} find acme* looks for one, "
        "*{command} board* shows where all of them stand, *{command} digest* your last seven days, "
        "*{command} settings* is for how often and when you hear, "
        "*{command} help* shows this."
    ),
    "help.3": (
        "On any message, open its menu and choose *Log this as a lead*. In the app's Home tab you see what you gave "
        "and what you work."
    ),
    "help.4": (
        "Whoever gives a lead is kept in the loop, good news and bad, without asking. "
        "Who gave it is fixed when it is logged."
    ),
}
