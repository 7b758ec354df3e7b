"""What whoever works leads sees."""

from sandbox.looks.entry import Entry, Section

OWNED = Section(
    "Working a lead",
    (
        Entry(
            "owned",
            "A lead of yours",
            "Comes to whoever takes a lead: what is known, the likely moves, and *Contact*.",
        ),
        Entry("owned-talent", "A possible colleague of yours", "The same for a recruiter."),
        Entry("owned-passed", "Passed on to you", "The same with the words of whoever had it before."),
        Entry("owned-locked", "Locked", "The same 30 days on, where nobody had contact and an admin chose that."),
        Entry("owned-gone", "No longer yours", "Stands where that stood, once somebody else has the lead."),
        Entry("answer-undo", "Done, and Undo", "Answers each move, for two minutes, to whoever made it."),
        Entry(
            "suggested",
            "Somebody has you in mind",
            "Comes to whom the giver named: they have first call for four working hours.",
        ),
        Entry("suggested-works-with", "You work with them already", "Comes to whoever works with that company."),
        Entry("offered", "Somebody can help", "Comes to whoever has the lead, from *I know them* and *I can help*."),
        Entry(
            "owned-offers",
            "What its giver offers",
            "A lead of yours whose giver would introduce you, be mentioned, or advise you: a button for each.",
        ),
        Entry("answer-offer-asked", "Asked", "Answers such a button."),
        Entry("form-question", "A question to its giver", "*Ask Erin for advice* opens it."),
        Entry("offer-answered", "They introduced you", "Comes to whoever has the lead, two minutes after."),
        Entry("offer-answered-later", "Not now", "Comes instead where it does not suit them: ask again later."),
        Entry("offer-advised", "Advice", "Comes to whoever has the lead; it also stands in the lead's thread."),
        Entry("attached", "A file", "Comes to whoever has the lead, when somebody shares one in its thread."),
        Entry(
            "page-lead-files",
            "A lead with files",
            "Opens on *Open*: files, for who may see how to reach them; Slack says who may open them.",
        ),
        Entry("asked", "How does it go?", "Comes to whoever has the lead, when its giver asks."),
        Entry("withdraw-asked", "The giver would like it withdrawn", "Comes to whoever has the lead: one tap does it."),
        Entry(
            "correction",
            "The giver would correct something",
            "Comes to whoever has the lead. How to reach somebody stands in no message, so it says which fields.",
        ),
        Entry("page-correction", "What would change", "*See what changes* opens it."),
        Entry("gave-too", "Somebody gave it too", "Comes to whoever has the lead, with what is new."),
        Entry("card-together", "Given by two", "The card names everybody who gave it."),
        Entry(
            "page-lead-together",
            "What each of them knows",
            "The lead's page: how to reach them stands there for who may see it, from whom it came.",
        ),
        Entry("form-split", "Split the credit", "*Split the credit…* on the page of a lead that several gave."),
        Entry("answer-split", "It is with them", "Answers that form."),
        Entry("split-proposed", "What you proposed", "Stays with whoever proposed it, and says how far it is."),
        Entry("confirm-split-drop", "Take it back?", "*Take it back* asks first."),
        Entry("page-lead-split", "Whose it is by how much", "The lead's page, for everybody who sees it."),
        Entry("form-same", "Same as another", "*Same as another…* on a lead's page, for who answers for such leads."),
        Entry("answer-joined", "Put together, and Undo", "Answers that form, for two minutes."),
        Entry("goes-on", "It goes on as another", "Stands where the card of the joined lead stood."),
        Entry("remarked", "The giver wrote", "Comes to whoever has the lead, with the giver's words."),
        Entry(
            "words-wanted", "Your thanks are missing", "Comes to the owner when somebody else closed the lead as won."
        ),
        Entry("unwon", "Your win was taken back", "Comes to the owner, with the manager's reason."),
    ),
)
MORNING = Section(
    "Your leads today",
    (
        Entry(
            "today",
            "The morning's message",
            "Comes at nine on a working morning, at most once, to whoever has leads to speak of.",
        ),
        Entry("today-answered", "Answered", "What becomes of a question once it is answered in one tap."),
        Entry(
            "today-back",
            "Steps of the day, and what came back",
            "The same on a day with a next step and a lead that was kept warm until then.",
        ),
        Entry(
            "today-stuck",
            "Still working, twice",
            "What becomes of the question when that was the answer the last time, and nobody called or wrote since.",
        ),
        Entry(
            "today-untold",
            "To be told where we got their name",
            "The same on the 14th, 21st and 28th day, until whoever it is about was told.",
        ),
        Entry("page-notice", "The text to send", "Opens from there, and from *More…*: to be copied and changed."),
        Entry("form-help", "Need help", "Opens from the morning's message: whom to ask."),
        Entry("form-quiet", "Went quiet", "Opens from the morning's message: keep it warm, or close it kindly."),
    ),
)
MOVES = Section(
    "The forms of the moves",
    (
        Entry("form-spoke", "Spoke to them", "For whoever has the lead. Each label says who reads what is typed."),
        Entry("form-meeting", "Meeting booked", "For whoever has the lead."),
        Entry("form-win", "Won", "For whoever has the lead, or their manager."),
        Entry(
            "form-lose",
            "Lost",
            "For whoever has the lead, or their manager: a reason that the giver reads, a note that they do not.",
        ),
        Entry("form-warm", "Keep warm", "For whoever has the lead, the desk or marketing: the day to come back to it."),
        Entry("form-decline", "Not for us", "For whoever has the lead, the desk or marketing."),
        Entry("form-pass", "Pass to…", "For whoever has the lead, or their manager."),
        Entry("form-back", "Give back", "For whoever has the lead."),
        Entry("form-wait", "Waiting until…", "For whoever has the lead: they are not asked before that day."),
        Entry("form-step", "Next step", "For whoever has the lead."),
        Entry("form-note", "Note for the team", "For whoever has the lead or helps with it."),
        Entry("form-need", "Unlock…", "For whoever might read how to reach them, where it is locked: why."),
        Entry("form-say", "Write to the giver", "For whoever has the lead."),
        Entry("form-thank", "Say thank you", "For the owner of a win that was closed without words."),
        Entry("form-crm", "Link to the CRM", "For whoever works the lead, and their manager."),
        Entry("form-screening", "Screening", "For the recruiter who has a possible colleague."),
        Entry("form-interview", "Interview", "For the recruiter who has a possible colleague."),
        Entry("form-hired", "Hired", "For the recruiter who has a possible colleague."),
        Entry("form-away", "Away", "For everybody: *I am away…* in the Home tab."),
        Entry("answer-away", "Away, noted", "Answers that form."),
        Entry("covering", "You cover for somebody", "Comes to whoever covers, when somebody is away."),
        Entry("returned", "Welcome back", "Comes on the first working day after it: what moved."),
    ),
)
