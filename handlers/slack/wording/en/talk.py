"""What the bot says in English to what somebody typed."""

SENTENCES = {
    "typed.text": "Is this a lead?",
    "typed.says": "*Is this a lead?* Log it, and the form opens with your words in it.",
    "typed.more": "*{command} help* says what else there is.",
    "typed.about": "Is this about *{title}*? Then choose who reads it.",
    "typed.about.text": "Who should read your words about {called}?",
    "typed.unseen": (
        "Nobody but you can open a file that you share here. Share it in the thread of the lead's card: "
        "there it is kept with the lead."
    ),
    "typed.settled": "You wrote about {title}. Thank you.",
    "typed.settled.plainly": "Thank you.",
    "draft.text": "Your draft can be finished",
    "draft.finished": "Your draft has become a lead. Thank you.",
    "draft.says": "Slack could not open the form just now. This is kept as a draft:",
}
