"""What the lead desk, managers and admins hear in English."""

SENTENCES = {
    # What nobody has taken.
    "desk.text": "{number} leads wait for somebody to take them",
    "desk.text.one": "A lead waits for somebody to take it",
    "desk.says": "*Nobody has taken these yet.* Who is the right person?",
    "desk.says.one": "*Nobody has taken this yet.* Who is the right person?",
    "desk.done": "Everything that waited here is looked after now.",
    "desk.more": "{number} more wait in the app's Home tab.",
    # To managers.
    "escalated.title": "Where you can help today",
    "escalated.text": "{number} leads could use your help today",
    "escalated.text.one": "A lead could use your help today",
    "escalated.done": "Everything that needed your help here is looked after now",
    "escalated.more": "And {number} more.",
    # What somebody says is wrong.
    "wrong.text": "{author} tells you what is wrong",
    "wrong.home": "*{author}* tells you what is wrong, on the Home tab:",
    "wrong.help": "*{author}* tells you what is wrong, on the help:",
    "wrong.lead": "*{author}* tells you what is wrong, on the page of lead {number}:",
    # To admins.
    "place.text": "Leads come in, and no channel is set for them",
    "place.leads": "Leads come in, and no channel is set for possible customers. They are safe and wait for it.",
    "place.hiring": "Leads come in, and no channel is set for possible colleagues. They are safe and wait for it.",
    "place.wins": "There is a win to tell, and no channel is set for wins. It is safe and waits for it.",
}
