"""What whoever gives a lead sees."""

from sandbox.looks.entry import Entry, Section

FORM = Section(
    "Giving a lead",
    (
        Entry(
            "form-lead-first",
            "The form, the first time",
            "Opens on `/lead`, and says once to each person who reads what.",
        ),
        Entry("form-lead", "The form", "Opens on `/lead` and on *Log a lead*, for everybody: one screen on a phone."),
        Entry(
            "form-lead-filled",
            "The form, filled in",
            "Opens on `/lead` with words behind it: for whoever typed them, to check.",
        ),
        Entry(
            "form-lead-details",
            "The form with its details",
            "*Add details* opens the rest in place; what was typed stays.",
        ),
        Entry(
            "form-lead-colleague",
            "A colleague gets the credit",
            "Opens the rest in place when *A colleague* is chosen there: which one.",
        ),
        Entry(
            "form-lead-outside",
            "Somebody outside gets the credit",
            "Opens the rest in place when *Someone outside* is chosen there: who, and where they are reached.",
        ),
        Entry(
            "form-lead-offers",
            "What you offer besides",
            "The same form with how well they know each other, and what the giver would do for whoever takes it.",
        ),
        Entry(
            "form-lead-unrewarded",
            "No reward",
            "The form of whoever is not rewarded says so before they give a lead, kindly, in the company's words.",
        ),
        Entry(
            "form-lead-words",
            "The form, from a message",
            "Opens from words that somebody wrote to Leadloop, or from a message's menu.",
        ),
        Entry(
            "form-lead-files",
            "The form, from a message with files",
            "Opens from a message's menu, and says which files are kept as links.",
        ),
        Entry(
            "answer-draft",
            "No form could be opened",
            "Comes at once, to whoever typed, when Slack opens no form just then.",
        ),
        Entry("draft", "A draft", "Comes to whoever typed, when Slack opened no form: the words are safe."),
        Entry("draft-finished", "A draft, finished", "Stands where the draft stood, once it is a lead."),
        Entry(
            "typed",
            "Is this a lead?",
            "Answers words that somebody writes to Leadloop, or behind its name in a channel.",
        ),
        Entry(
            "typed-file",
            "A file that nobody else can open",
            "Answers who shares a file with Leadloop alone: where to share it.",
        ),
    ),
)
RECEIPT = Section(
    "The receipt",
    (
        Entry(
            "receipt",
            "The receipt",
            "Comes at once to whoever gave the lead, is kept, and always says what is true now.",
        ),
        Entry(
            "receipt-no-channel",
            "Before the set-up",
            "The receipt of a lead that was given before a channel was chosen.",
        ),
        Entry(
            "receipt-first-call",
            "Somebody has first call",
            "The receipt while whoever the giver has in mind, or works there, may take it first.",
        ),
        Entry("receipt-marketing", "Marketing looks first", "The receipt while marketers are named and find out more."),
        Entry(
            "receipt-desk",
            "The desk finds somebody",
            "The receipt once nobody has taken the lead for four working hours.",
        ),
        Entry("receipt-taken", "Somebody has it", "The receipt from then on."),
        Entry("receipt-away", "Whoever has it is away", "The receipt meanwhile: it says who looks after the lead."),
        Entry(
            "receipt-talent", "Of a possible colleague", "The receipt of a possible colleague, to whoever gave them."
        ),
        Entry("receipt-behalf", "A colleague logged it for you", "Comes to whoever has the credit, who may leave it."),
        Entry("behalf", "You logged it for a colleague", "Comes to whoever logged it, instead of the receipt."),
        Entry("confirm-leave-credit", "Leave the credit?", "*Leave the credit to Wanda* asks first."),
        Entry("answer-credit-left", "Left", "Answers that."),
        Entry("receipt-left", "You left the credit", "Stands where the receipt was."),
        Entry("behalf-left", "It was left to you", "Stands where whoever logged it read that it is a colleague's."),
        Entry("giver-left", "They have left the company", "Comes to whoever logged leads for them: credit stays."),
        Entry("credit-changed", "A manager decided", "Comes to both, and to who has the lead, where credit changes."),
        Entry(
            "form-dispute",
            "You knew them already",
            "*I knew them already…* on a lead's page opens it, *I gave it first…* where you gave it too.",
        ),
        Entry("answer-disputed", "Noted", "Answers that form."),
        Entry("disputed-claims", "What you claim", "Stays with whoever claims it, and says how far it is."),
        Entry("confirm-dispute-drop", "Take it back?", "*Take it back* asks first."),
        Entry("disputed", "Somebody says that they knew them", "Comes to whoever has the credit, who may answer."),
        Entry("form-dispute-answer", "Your answer", "*Answer…* opens it: with what is claimed, and its record."),
        Entry(
            "dispute-settled", "It is settled", "Comes to both, to who gave it too, and to who has it: with the reason."
        ),
        Entry("receipt-changed", "The credit is somebody else's", "Stands where the receipt was."),
        Entry("receipt-new", "The credit is yours", "The receipt of whoever has the credit from then on."),
        Entry("receipt-outside", "Somebody outside gave it", "Comes to whoever logged it: they are the liaison."),
        Entry("receipt-unrewarded", "No reward", "Their receipt says so, too, as it was on the day."),
        Entry("page-pass-on", "Passing it on", "Opens from what a liaison hears: how it goes, ready to be sent."),
        Entry("confirm-withdraw", "Withdraw?", "*Withdraw* asks first, whoever gave the lead."),
        Entry("form-edit", "The form to correct it", "*Edit* on the receipt opens it, until somebody has the lead."),
        Entry("form-correction", "The same once somebody has it", "*Correct it* opens it; its owner takes it over."),
        Entry("answer-correction", "A correction is sent", "Answers that form."),
        Entry("correction-decided", "What came of it", "Comes to whoever sent a correction."),
        Entry("answer-withdraw-asked", "Withdrawn too late", "Answers *Withdraw* once somebody works the lead."),
        Entry("receipt-withdrawn", "Taken back", "The receipt from then on: whom it was about can be forgotten, too."),
        Entry("confirm-forget", "Erase it?", "*Erase what I gave* asks first: that cannot be undone."),
    ),
)
LOOP = Section(
    "Being kept in the loop",
    (
        Entry("moved", "A step", "Comes to whoever gave the lead, two minutes after somebody took it."),
        Entry(
            "moved-words",
            "Some steps, with words",
            "Comes two minutes after the last step; steps that follow each other come in one message.",
        ),
        Entry("moved-ready", "Ready for sales", "Comes to whoever gave the lead, when marketing hands it to sales."),
        Entry(
            "moved-talent",
            "A step with a possible colleague",
            "Comes to whoever gave them: the step, and never an opinion.",
        ),
        Entry(
            "moved-lost",
            "It did not work out",
            "Comes to whoever gave the lead when it is lost: the reason, and words if there are any.",
        ),
        Entry("moved-declined", "Not for us", "Comes to whoever gave the lead when it is not for us."),
        Entry("answered", "A sentence", "Comes to whoever gave the lead, when whoever has it writes to them."),
        Entry(
            "update-nobody",
            "Nobody has it yet",
            "Comes by the promised day when nobody has taken the lead: ask, and somebody looks into it.",
        ),
        Entry(
            "updates",
            "Where your leads stand",
            "Comes on the promised day, for all that would be told within three days.",
        ),
        Entry(
            "news",
            "News of your leads",
            "Comes once a day or once a week, to whoever chose to hear so: what happened, by lead.",
        ),
        Entry(
            "window",
            "It soon is nobody's",
            "Comes to everybody who gave the lead, two weeks before it counts as theirs no longer: nothing happened.",
        ),
        Entry("window-over", "It is over", "Comes to them when it is: who gives the same now gives it anew."),
        Entry("given-anew", "Somebody gave it anew", "Comes to them when somebody does."),
        Entry("receipt-anew", "Given anew", "The receipt of whoever gives it then: a lead of their own."),
        Entry(
            "form-terms",
            "Your settings",
            "Opens on `/lead settings`, below updates and in the Home tab, for everybody.",
        ),
        Entry("answer-terms", "Your settings, noted", "Answers that form."),
        Entry("form-snooze", "Not before…", "Opens below an update: nothing on this lead before a day."),
        Entry(
            "help-wanted",
            "Somebody could use your help",
            "Comes to whoever gave the lead, or to a manager, when its owner asks for help.",
        ),
        Entry("answer-asked", "Asked", "Answers *Ask Ravi*, for whoever gave the lead."),
        Entry(
            "answer-news", "There was news already", "Answers *Ask Ravi* when there was news within three working days."
        ),
        Entry("answer-asked-desk", "Nobody to ask yet", "Answers *Ask how it goes* while nobody has the lead."),
        Entry(
            "typed-about", "Who should read this?", "Answers words that somebody writes below a message about a lead."
        ),
        Entry("typed-settled", "You wrote about it", "Stands where that was asked, once it is answered."),
    ),
)
