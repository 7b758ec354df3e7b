"""What everybody sees: the channels, the Home tab, lists, the help, refusals."""

from sandbox.looks.entry import Entry, Section

CHANNELS = Section(
    "In the channels",
    (
        Entry(
            "card-new",
            "A new lead",
            "Everybody in the leads channel reads it, from the moment it is given. It never tells how to reach them.",
        ),
        Entry("card-first-call", "Somebody has first call", "The same card while one person may take it first."),
        Entry("card-outside", "From outside", "The same card where somebody outside gave it, through a colleague."),
        Entry("card-marketing", "Marketing looks first", "The same card while marketers are named."),
        Entry(
            "ready",
            "Ready for sales",
            "Comes to the leads channel when marketing hands a lead to sales; then says who has it.",
        ),
        Entry("card", "Somebody has it", "The same card once it is taken."),
        Entry("card-worked", "On the way", "The same card with what comes next, and who helps."),
        Entry(
            "card-won",
            "It is won",
            "The same card at the end.",
        ),
        Entry("card-talent", "A possible colleague", "Only those in the private hiring channel read it."),
        Entry(
            "card-gone",
            "Shown elsewhere",
            "Stands where the card stood, when a lead turns out to be of the other kind.",
        ),
        Entry("detail", "What is known", "Stands in the card's thread, for those who want more."),
        Entry("form-know", "I know them", "Opens for everybody, from a card."),
        Entry("answer-helped", "Your line is passed on", "Answers that form."),
        Entry("win-post", "A win", "Everybody in the wins channel reads it, two minutes after."),
        Entry(
            "win-post-company",
            "A win without words",
            "The same when the owner wrote none, and the customer is not named.",
        ),
        Entry("win-post-talent", "A hire", "The same for a new colleague."),
        Entry("win-undone", "Announced too early", "Stands where the win stood, when it is taken back."),
    ),
)
HOME = Section(
    "The Home tab",
    (
        Entry("home-newcomer", "On the first day", "Everybody's Home tab before there is anything to show."),
        Entry("home-anybody-takes", "Before anybody is named", "Any colleague may take a lead then."),
        Entry("home-giver", "Of somebody who gives", "What they gave, and what became of it."),
        Entry("home-rep", "Of somebody who works leads", "What they gave, what they work, what nobody has yet."),
        Entry("home-owes", "Of somebody who owes a word", "A win still waits for their thanks."),
        Entry("home-away", "Of somebody who is away", "It says until when, and who covers."),
        Entry("home-manager", "Of a manager", "With the team's board, and the file."),
    ),
)
LOOKING = Section(
    "Looking",
    (
        Entry(
            "page-lead",
            "A lead, to a colleague",
            "Opens on `/lead 2`, *Open* and *Update…*: what the reader may see and do.",
        ),
        Entry("page-lead-owner", "A lead, to whoever has it", "Opens on *More…*."),
        Entry("page-lead-marketer", "A lead, to marketing", "Opens on *Update…*, for a marketer."),
        Entry("page-list", "A long list", "Opens on *More* below a list in the Home tab."),
        Entry(
            "page-find",
            "Find leads",
            "Opens from the Home tab and on `/lead find`, for everybody: they find what they may see.",
        ),
        Entry("page-find-none", "Nothing found", "The same when nothing fits."),
        Entry("command-mine", "/lead mine", "Answers the command: the same lists as in the Home tab."),
        Entry("command-help", "/lead help", "Answers the command, for everybody."),
        Entry("form-wrong", "Tell us what's wrong", "Opens from the Home tab, the help and each lead's page."),
        Entry("answer-wrong", "The desk reads it", "Answers that form."),
        Entry("digest-own", "Your own week", "Answers `/lead digest`, for whoever manages and markets nothing."),
    ),
)
REFUSED = Section(
    "When it does not go",
    (
        Entry("refusal-whisper", "Beside the command", "A refusal where somebody typed a command."),
        Entry("refusal-first-call", "Beside a message", "A refusal where somebody pressed a button: why, and by whom."),
        Entry("refusal-field", "Under a field", "A refusal in a form; what was typed stays."),
        Entry("refusal-window", "In a window", "A refusal in the Home tab, which has no other place for it."),
    ),
)
