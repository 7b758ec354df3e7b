"""What people read in English where they say how often and when they want to hear."""

SENTENCES = {
    "button.settings": "Settings",
    "button.terms": "How often?",
    "button.snooze": "Not before…",
    "terms.title": "Your settings",
    "terms.rhythm": "How would you like to hear of the leads you gave?",
    "terms.rhythm.at_once": "As it happens",
    "terms.rhythm.daily": "Once a day, in the morning",
    "terms.rhythm.weekly": "Once a week, on the first working morning",
    "terms.rhythm.milestones": "Milestones only: a first word, a meeting, a proposal, how it ends",
    "terms.rhythm.hint": "A win reaches you at once, whatever you choose.",
    "terms.not_before": "Nothing before",
    "terms.not_before.hint": (
        "What happens until then comes in one message on that day. Leads that you work are not meant: for days off, "
        "choose “I am away…” in the Home tab."
    ),
    "terms.starts": "My working day begins at",
    "terms.ends": "And ends at",
    "terms.ends.hint": "If you change these hours, we write to you only between them, or right after your own click.",
    "terms.days": "My days",
    "snooze.title": "Not before…",
    "snooze.hint": "What happens until then comes in one message on that day. A win reaches you at once.",
    "gathered.title": "News of your leads",
    "gathered.text": "News of your leads: {names}",
    "gathered.lead": "*{title}*",
    "gathered.said": "{what}. “{words}”",
    "gathered.wrote": "{owner} wrote to you: “{words}”",
    "gathered.before": "And before that: {number}. All of it stands under *Open*.",
    "receipt.milestones": "You asked for milestones: you will hear of a meeting, of a proposal, and how it ends.",
    "answer.terms_at_once": "You hear of each step as it happens.",
    "answer.terms_daily": "You hear once a day, at {starts} on your working days. Wins come at once.",
    "answer.terms_weekly": "You hear once a week, on {weekday}s at {starts}. Wins come at once.",
    "answer.terms_milestones": "You hear of a first word, a meeting, a proposal, and how it ends, as it happens.",
    "answer.terms_until": (
        "You hear nothing of the leads you gave before {on}. What happens until then comes in one message on that "
        "day; wins come at once."
    ),
    "answer.snoozed": "You hear nothing on it before {on}, unless it is won. “Update me again” undoes it.",
    "refused.ends_before": "The day ends after it begins. Choose a later hour.",
    "refused.needed.days": "Choose one day at least.",
    "refused.needed.rhythm": "Choose one of the four.",
}
