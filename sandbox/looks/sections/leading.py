"""What the lead desk, marketers, managers and admins see."""

from sandbox.looks.entry import Entry, Section

DESK = Section(
    "The lead desk, marketers and managers",
    (
        Entry("desk", "What nobody took", "Comes to the lead desk after four working hours, all in one message."),
        Entry("desk-done", "All looked after", "Stands where that stood, once somebody has each of them."),
        Entry(
            "escalated", "Where you can help today", "Comes to a manager, one morning message for all that is stuck."
        ),
        Entry("asked-desk", "How does it go?", "Comes to the lead desk, when a giver asks and nobody has the lead."),
        Entry("remark", "Somebody says what is wrong", "Comes to the lead desk, with the screen that it came from."),
        Entry("liaison-left", "A liaison has left", "Comes to the lead desk: who outside gave leads hears nothing."),
        Entry("form-give", "Give to…", "For the lead desk and managers."),
        Entry("form-ready", "Ready for sales", "For marketers: the agreed checklist."),
        Entry("form-change-credit", "Change credit", "For managers, on a lead's page: whose it is, and why."),
        Entry("answer-credit-changed", "Changed", "Answers that form."),
        Entry(
            "disputed-decides",
            "Whose is the credit?",
            "Comes to a manager who is none of them; again after three working days, and on the fifth.",
        ),
        Entry("form-dispute-decide", "You decide", "*Decide…* opens it: both sides, the record, and your reason."),
        Entry("split-decides", "How is it split?", "Comes to a manager who is none of them, where they do not agree."),
        Entry("form-split-decide", "You decide how", "*Decide…* opens it, with what was proposed."),
        Entry("form-unwin", "Undo the win", "For managers: the reason, which giver and owner read."),
        Entry("form-looks", "What we look for", "For marketers, recruiters and managers, from the Home tab."),
        Entry(
            "digest",
            "The week",
            "Comes on Monday at nine, where they are, to managers and marketers: what needs them first.",
        ),
        Entry(
            "digest-marketer",
            "The week, to marketing",
            "The same for a marketer: who waits. Mona is the lead desk as well, and so may give leads to somebody.",
        ),
        Entry("page-board", "The board", "Opens from the Home tab and on `/lead board`, for managers."),
        Entry("confirm-export", "Export?", "*Export as CSV* in the Home tab of managers and marketers asks first."),
        Entry("answer-export", "The file is on its way", "Answers it."),
        Entry("export", "The file", "Comes to whoever asked for it, with the leads that they may see."),
    ),
)
ADMIN = Section(
    "Admins",
    (
        Entry(
            "home-first-day",
            "The set-up, on the first day",
            "An admin's Home tab: seven steps, each ticked when it is seen to hold.",
        ),
        Entry("home-steps", "The set-up, on the way", "The same with a test lead to look at."),
        Entry("home-admin", "The set-up, done", "The same at the end, with all that is set."),
        Entry("place-missing", "No channel is set", "Comes to admins when leads come in and no channel is chosen."),
        Entry("anchored", "The ledger", "Comes to one admin, once; a line is added each day."),
        Entry(
            "imported", "A list is in", "Comes to one admin, once, when `python app.py import` has brought a list in."
        ),
        Entry("form-bring", "Bring your list", "Opens from the set-up: a CSV file, and what is done with who is here."),
        Entry("template", "A list to begin with", "Comes as a file to who asks for it in that form."),
        Entry(
            "incoming-tried",
            "What would become of it",
            "Comes to the admin who brought the list: nothing is in yet, and it waits for their word for seven days.",
        ),
        Entry("incoming-report", "Row by row", "Comes with it, as a file: the number of each row, and no name."),
        Entry(
            "incoming-done", "The list is in", "Stands where that stood, at the end; on the way it says how far it is."
        ),
        Entry("incoming-failed", "It cannot be read", "Stands there where it is no list, with what to do about it."),
        Entry("parked", "Messages are held up", "Comes to one admin, once: what is wrong where, and how to mend it."),
        Entry("home-parked", "The same in the Home tab", "Every admin's, with how many messages wait."),
        Entry("answer-parked", "Trying again", "Answers *Try again*."),
        Entry("parked-mended", "It is mended", "Stands where that stood."),
        Entry("form-channels", "Channels", "Opens from the set-up."),
        Entry("form-workers", "Who works leads", "Opens from the set-up: by name, a channel, a user group."),
        Entry("form-people", "People", "Opens from the set-up."),
        Entry("form-reports", "Who manages whom", "Opens from the set-up."),
        Entry("form-days", "Days off", "Opens from the set-up."),
        Entry("form-times", "Working time", "Opens from the set-up; below each field who set it as it is, and when."),
        Entry("form-cadences", "How often people hear", "Opens from the set-up."),
        Entry("form-window", "How long it is theirs", "Opens from the set-up: days, or nothing where that never ends."),
        Entry("form-rewarded", "Who is rewarded", "Opens from the set-up: whose leads are not, and why, for them."),
        Entry("page-company", "The company's settings", "Opens from an admin's own settings."),
        Entry("form-digest", "The weekly digest", "Opens from the set-up: when it comes, and the departments in it."),
        Entry("form-told", "What people are told", "Opens from the set-up: what the text to send says of the company."),
        Entry("form-kept", "What we keep", "Opens from the set-up: three plain choices, and months for what is old."),
        Entry("form-kept-sure", "What it does now", "Follows it: numbers of leads, before anything is saved."),
        Entry("page-erased", "What was erased", "Opens from the set-up: which leads, why, and the hashes that remain."),
        Entry("trial", "A test lead", "Everybody in the leads channel sees it, until the admin takes it away."),
        Entry("form-introduction", "The introduction", "Opens at the end of the set-up, for the admin to post."),
        Entry("form-changes", "Who changed what", "Opens from the set-up."),
        Entry("command-admin", "/lead admin", "Answers the command, for admins."),
    ),
)
