"""What is said in English of whose leads are rewarded."""

SENTENCES = {
    "unrewarded.says": "Your lead is as welcome, and you are named and thanked. {why}",
    "unrewarded.department": "A reward is not paid to your department here.",
    "unrewarded.role": "A reward is not paid to those who work leads in your role here.",
    "unrewarded.team": "A reward is not paid to who manages those who hire.",
    "unrewarded.account": "You work with this company already: a reward is not paid for it.",
    "button.rewarded": "Who is rewarded…",
    "rewarded.title": "Who is rewarded",
    "rewarded.says": (
        "Everybody, but for whom you name here. They read so in the form before they give a lead, and never after a "
        "win. It holds for leads that are given from now on."
    ),
    "rewarded.departments": "Departments that are not",
    "rewarded.departments.hint": "One a line, as profiles or the digest's teams call them.",
    "rewarded.roles": "Roles that are not",
    "rewarded.others": "Nor",
    "rewarded.teams": "Managers of recruiters, for a possible colleague",
    "rewarded.accounts": "Whoever works with that company already",
    "rewarded.words": "In your own words",
    "rewarded.words.hint": "Instead of our sentence, to who gives a lead: why, and what they get instead.",
    "setup.rewarded": "Who is rewarded",
    "setup.rewarded.all": "everybody",
    "setup.rewarded.but": "everybody, but not: {names}",
    "changes.rewarded.departments": "Departments that are not rewarded",
    "changes.rewarded.roles": "Roles that are not rewarded",
    "changes.rewarded.teams": "Managers of recruiters are not rewarded",
    "changes.rewarded.accounts": "Whoever works with a company already is not rewarded",
    "changes.rewarded.words": "Why somebody is not rewarded",
    "value.yes": "yes",
    "export.unrewarded": "Not rewarded",
    "export.unrewarded.department": "Department",
    "export.unrewarded.role": "Role",
    "export.unrewarded.team": "Manages who hires",
    "export.unrewarded.account": "Works with them already",
}
