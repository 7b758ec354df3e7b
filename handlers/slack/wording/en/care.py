"""What is said in English of what whoever a lead is about is owed; and the text that they are sent."""

SENTENCES = {
    # Where we got their name, and why it may be kept.
    "name_from.colleague": "A colleague knows them",
    "name_from.message": "A message in Slack",
    "name_from.event": "An event",
    "name_from.public": "A public page",
    "name_from.themselves": "They came to us themselves",
    "basis.interest": "our legitimate interest",
    "basis.consent": "their consent",
    "basis.precontract": "steps that they asked for before a contract",
    "lead_form.name_from": "Where you got their name",
    # On a lead's page, and in its owner's message.
    "care.source": "Where we got their name: {source}. We keep it by {basis}.",
    "care.source.unasked": "Where we got their name: {source}. We keep it by {basis}, which nobody has noted yet.",
    "care.informed": "They know it since {informed:day}.",
    "care.by": "They do not know it yet: tell them by {by}.",
    "care.agreed": "They agreed on {agreed:day} that we keep it.",
    "care.locked": (
        "*How to reach them is locked* since {locked:day}, for nobody had contact with them. Unlock it if it is needed."
    ),
    "care.erased": "What was known about them was erased on {erased:day}.",
    "button.notice": "Text to send",
    "move.inform": "They know",
    "move.need": "Unlock…",
    "answer.inform": "Noted: they know where we got their name.",
    "answer.need": "Unlocked. Your reason is kept.",
    "did.inform": "{actor} told them where we got their name",
    "did.need": "{actor} needs how to reach them, and said why",
    "did.locked": "How to reach them was locked, for nobody had contact with them",
    "carry.note.need": "Why it is needed (the team sees this)",
    "refused.locked": "How to reach them is locked. Unlock it first, and say why it is needed.",
    # What speaks against getting in touch.
    "warning.no": "They said that they would rather not hear from us: please leave them be.",
    "warning.other": "{has} speaks to them, too: please agree who does.",
    "warning.often": "{many} calls or mails in a week, and no answer: please leave them be until {on}.",
    "warning.late": "It is {clock} where they probably are ({place}), which is no working time.",
    "refused.said_no": "They told us that they would rather not hear from us. If that has changed, log it once more.",
    "refused.sensitive": "{protected} Leave it out if you can; if it must stay, send it once more.",
    "typed.sensitive": "{protected} Pass it on only if it must be known; else write it again without.",
    "sensitive.health": "This seems to be about somebody's health, which the law protects.",
    "sensitive.belief": "This seems to be about what somebody believes, which the law protects.",
    "sensitive.politics": "This seems to be about somebody's politics, which the law protects.",
    "sensitive.union": "This seems to be about a trade union, and who is in one the law protects.",
    "sensitive.origin": "This seems to be about where somebody comes from, which the law protects.",
    "sensitive.sexuality": "This seems to be about whom somebody loves, which the law protects.",
    "sensitive.crime": "This seems to be about a crime, which the law protects even where it is true.",
    # In the morning.
    "today.untold": "to be told where we got their name: {number}",
    "today.untold.says": "They do not know yet where we got their name. Tell them by {by}.",
    "today.untold.covered": "{owner}, who is away, has not told them yet where we got their name. Tell them by {by}.",
    # The text to send.
    "notice.title": "Text to send",
    "notice.about": "Copy it, change it as you like, and send it as your own. Then press the button.",
    "notice.no_company": (
        "An admin can set what your company is called and where people object, under What people are told."
    ),
    "notice.hello": "Hello {name},",
    "notice.hello.nobody": "Hello,",
    "notice.who": "I work at {company}, and my name is {writer}.",
    "notice.who.alone": "My name is {writer}.",
    "passing.title": "Pass it on",
    "passing.says": "{name} gave it, outside of the company. Copy this, and send it:",
    "passing.hello": "Hello {name},",
    "passing.about": "this is about {title}, of whom you told me.",
    "passing.about.talent": "this is about {title}, whom you recommended to us.",
    "passing.nobody": "Nobody has spoken to them yet: we are finding the right person.",
    "passing.again": "You hear from me again by {by:date}.",
    "passing.thanks": "Thank you for telling us!",
    "passing.thanks.talent": "Thank you for the recommendation!",
    "notice.from.colleague": "A colleague of mine gave me your name.",
    "notice.from.colleague.named": "{referrer}, my colleague, gave me your name.",
    "notice.from.message": "Your name came up in a message between colleagues.",
    "notice.from.event": "We have your name from an event.",
    "notice.from.public": "We have your name from a public page.",
    "notice.from.themselves": "You got in touch with us, and so we have your name.",
    "notice.kept": (
        "We keep {kept}, to find out whether we can be of use to you, and for nothing else. Only colleagues who work "
        "on that read how to reach you."
    ),
    "notice.kept.talent": (
        "We keep {kept}, to find out whether you would like to work with us, and for nothing else. Only colleagues "
        "who work on that read how to reach you."
    ),
    "kept.what.name": "your name",
    "kept.what.email": "your e-mail address",
    "kept.what.phone": "your telephone number",
    "kept.what.link": "a link to your page",
    "kept.what.about": "what my colleague told us about what you may need",
    "notice.basis.interest": (
        "We do so because we have a legitimate interest in getting to know people whom we may be of use to."
    ),
    "notice.basis.consent": (
        "We would like to do so with your consent, which you can withdraw at any time: is that all right with you?"
    ),
    "notice.basis.precontract": "We do so to take the steps that you asked for before a contract.",
    "notice.long": "We keep it no longer than we need it for that.",
    "notice.rights": (
        "You may ask what we keep, have it corrected, restricted or erased, and object at any time: one line in "
        "answer to this is enough, and nobody here will get in touch with you again. You may also complain to your "
        "data protection authority."
    ),
    "notice.rights.at": (
        "You may ask what we keep, have it corrected, restricted or erased, and object at any time: one line in "
        "answer to this, or to {address}, is enough, and nobody here will get in touch with you again. You may also "
        "complain to your data protection authority."
    ),
    # What an admin chooses.
    "step.care": (
        "Choose what becomes of leads with whom nobody gets in touch, and how long others are kept. Until you do, "
        "people are only reminded."
    ),
    "step.care.done": "*Done:* it is chosen what we keep.",
    "button.step.care": "Choose what we keep",
    "button.setup.kept": "What we keep",
    "button.setup.told": "What people are told",
    "button.erased": "What was erased",
    "setup.kept": "What we keep",
    "setup.kept.none": "not chosen: people are only reminded",
    "setup.kept.is": "{keeping}; {months}",
    "setup.kept.ever": "the rest for ever",
    "setup.kept.months": "{what} for {number} months",
    "setup.keeping.remind": "only reminders for those with whom nobody gets in touch",
    "setup.keeping.lock": "locked after 30 days without contact",
    "setup.keeping.erase": "locked after 30 days without contact, and erased after 37",
    "kept.ending.lost": "what was lost",
    "kept.ending.declined": "what was not for us",
    "kept.ending.withdrawn": "what was taken back",
    "kept.ending.warm": "who is kept warm",
    "kept.ending.won": "who was won",
    "setup.told": "What people are told",
    "setup.told.none": "your company's name is missing",
    "keeping.remind": "Only remind",
    "keeping.lock": "Lock how to reach them after 30 days",
    "keeping.erase": "Lock it after 30 days, erase it after 37",
    "kept_form.title": "What we keep",
    "kept_form.keeping": "When nobody has had contact with them",
    "kept_form.keeping.hint": (
        "Whoever has the lead is reminded on the 14th, 21st and 28th day that they are to be told where we got their "
        "name. A lead that somebody called, wrote to, met or told is never locked or erased by this."
    ),
    "kept_form.lost": "Months that we keep what was lost",
    "kept_form.declined": "Months that we keep what was not for us",
    "kept_form.withdrawn": "Months that we keep what was taken back",
    "kept_form.warm": "Months that we keep who is kept warm, after the day to come back",
    "kept_form.won": "Months that we keep who was won, or hired",
    "kept_form.hint": "Leave it empty: then it is kept for ever.",
    "kept_form.submit": "See what it does",
    "kept_sure.title": "What it does now",
    "kept_sure.says": "Nothing has happened yet. If you save this, it happens within minutes, and then by itself:",
    "kept_sure.nothing": "Now: nothing.",
    "kept_sure.locked": "*Locked: {many}.* How to reach them is read by nobody until somebody says why it is needed.",
    "kept_sure.erased": "*Erased: {many}*, since {why}.",
    "kept_sure.leads": "Leads {numbers}",
    "kept_sure.for_good": "What is erased cannot be brought back.",
    "remains.why.never_contacted": "nobody had contact with them",
    "remains.why.kept_long_enough": "they were kept long enough",
    "remains.why.taken_back": "whoever gave them took it back",
    "remains.why.other": "somebody asked for it",
    "remains.why.lost": "they were lost long enough ago",
    "remains.why.declined": "they were not for us, long enough ago",
    "remains.why.withdrawn": "they were taken back long enough ago",
    "remains.why.warm": "nobody came back to them for long enough",
    "remains.why.won": "they were won long enough ago",
    "erased.title": "What was erased",
    "erased.none": "Nothing has been erased yet.",
    "erased.line": "{when} · lead {number}: {why}. Hashes that remain: {many}.",
    "erased.hash": "{of} {seal}",
    "told_form.title": "What people are told",
    "told_form.says": (
        "Whoever has a lead finds a text to send in Your leads today. It says what we keep, why, where we got their "
        "name and how to object."
    ),
    "told_form.company": "Your company, as they know it",
    "told_form.address": "Where they ask or object: an e-mail address or a page",
    "told_form.basis.sales": "Why we may keep a possible customer",
    "told_form.basis.talent": "Why we may keep a possible colleague",
    "told_form.basis.hint": (
        "For leads that are logged from now on. Ask whoever looks after data protection at your company."
    ),
    "told_basis.interest": "Our legitimate interest",
    "told_basis.consent": "Their consent: they are asked",
    "told_basis.precontract": "Steps before a contract",
    "refused.not_months": "Write a number of months, from 1 to {most}, or nothing.",
    "changes.care.company": "What the company is called",
    "changes.care.address": "Where people object",
    "changes.care.basis.sales": "Why we may keep a possible customer",
    "changes.care.basis.talent": "Why we may keep a possible colleague",
    "changes.care.keeping": "When nobody has had contact",
    "changes.kept.lost": "Months that we keep what was lost",
    "changes.kept.declined": "Months that we keep what was not for us",
    "changes.kept.withdrawn": "Months that we keep what was taken back",
    "changes.kept.warm": "Months that we keep who is kept warm",
    "changes.kept.won": "Months that we keep who was won",
    "value.months": "{number} months",
    "carry.knows_source.agrees": "They agree that we keep it",
}
