"""What owners, and who covers for them, read in English."""

SENTENCES = {
    # A lead of theirs.
    "owned.text": "{called} is yours, given by {referrer}",
    "owned.words": "It came to you with these words:",
    "owned.gone": "{owner} has {title} now.",
    "owned.back": "You no longer have {title}. The right person is being found.",
    "owned.closed": "{title}: {status}.",
    "asked.text": "{askers} would like to know how it goes with {called}",
    "asked.says": "*{askers}* would like to know how it goes with *{title}*. One sentence is enough.",
    "asked.desk": "*{askers}* would like to know how it goes with *{title}*. Nobody has it yet.",
    "offered.text": "{helper} can help with {called}",
    "offered.says": "*{helper}* can help with *{title}*:",
    "offered.plainly": "*{helper}* can help with *{title}*.",
    "suggested.text": "{referrer} has you in mind for {called}",
    "suggested.says": "*{referrer}* has you in mind for *{title}*.",
    "suggested.call": "You have first call: until {until} nobody else can take it.",
    "works_with.text": "{referrer} gave a lead at a company that you work with: {called}",
    "works_with.says": "*{referrer}* gave *{title}*, and you work with them already.",
    # Away.
    "away.covered": "{owner} is away until {until}; {cover} looks after it.",
    "away.yours": "*You are away* until {until}. {cover} looks after your leads, and nobody asks you anything.",
    "covering.text": "You cover for {owner}",
    "covering.says": "*{owner} is away* until {until}, and you cover for them. You have the buttons of these leads.",
    "returned.text": "Welcome back",
    "returned.moved": "*Welcome back.* {number} of your leads moved; {cover} looked after them. Those come first.",
    "returned.quiet": "*Welcome back.* {cover} looked after your leads. Nothing moved.",
    # Asked of them.
    "withdraw_asked.text": "{referrer} would like {called} withdrawn",
    "withdraw_asked.says": "*{referrer}* would like *{title}* withdrawn. You have it, so it is for you to say.",
    # Asked of whoever can help.
    "help_wanted.text": "{owner} could use your help with {called}",
    "help_wanted.says": "*{owner}* could use your help with *{title}*.",
    # The morning.
    "today.title": "Your leads today",
    "today.text": "Your leads today: {what}",
    "today.steps": "next steps: {number}",
    "today.asked": "waiting for a word: {number}",
    "today.next": "Next steps of today",
    "today.step": "*{title}*: {step}",
    "today.lead": "*{title}* · {status}",
    "today.hears": "{referrer} hears again by {by:day}. How does it go?",
    "today.never_spoke": "Nobody has spoken to them yet.",
    "today.back": "Today you wanted to come back to *{title}*, given by {referrer}.",
    "today.done": "Done: {what}.",
    "today.stuck": "That is the second time without a call or a mail. Keep it warm, pass it on, or close it?",
    "today.rest": "More that wait for a word: {number}. Their turn comes on the next mornings.",
}
