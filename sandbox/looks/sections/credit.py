"""What whoever gives a lead sees of what they offer, of whom they stand beside, and of thanks."""

from sandbox.looks.entry import Entry, Section

OFFERS = Section(
    "What you offered",
    (
        Entry(
            "offer-introduction",
            "They would like your introduction",
            "Comes to whoever offered one, when whoever has the lead asks: words to send, and two buttons.",
        ),
        Entry("answer-offer-done", "Done, and Undo", "Answers *I introduced them*, for two minutes."),
        Entry("offer-done", "You did", "Stands there from then on."),
        Entry("offer-name", "They would like to mention you", "Comes to whoever lets them mention their name."),
        Entry("offer-later", "Not now", "Stands there once it was put off: it may be done all the same."),
        Entry("offer-advice", "They would like your advice", "Comes to whoever offered advice, with the question."),
        Entry("form-advice", "The form of advice", "*Give advice* opens it."),
    ),
)
TOGETHER = Section(
    "Somebody gave the same",
    (
        Entry(
            "form-lead-again",
            "You gave it already",
            "Stands in the form before anything is stored; sent again, it is a lead of its own.",
        ),
        Entry(
            "receipt-together",
            "We have this already",
            "The receipt of who gives what a colleague gave before, where they may see whose it is.",
        ),
        Entry("receipt-like", "We have this company", "The receipt where somebody else of that company is known."),
        Entry("beside", "Somebody gave it too", "Comes to who gave it first: that stands."),
        Entry("joined", "Put together", "Comes to who gave a lead that somebody found to be the same as another."),
        Entry("confirm-different", "A different one?", "*It is a different one* asks first."),
        Entry("answer-apart", "Apart again", "Answers that."),
        Entry("joined-apart", "A lead of its own", "Stands where it said that the two were put together."),
    ),
)
SPLIT = Section(
    "How credit is split",
    (
        Entry("split", "A proposal", "Comes to all who gave the lead, when whoever has it proposes one."),
        Entry("form-split-differ", "You see it differently", "*I see it differently…* opens it."),
        Entry("split-settled", "It is settled", "Comes to all who gave it, and to who has it."),
        Entry("receipt-share", "What is yours", "Their receipt says so from then on."),
    ),
)
THANKS = Section(
    "Being thanked",
    (
        Entry(
            "thanks",
            "It is won",
            "Comes to whoever gave the lead, two minutes after it is won, with the owner's own words.",
        ),
        Entry("thanks-to-follow", "Won, thanks to follow", "Comes instead, when it was closed without words."),
        Entry("thanks-following", "The thanks that followed", "Comes when the owner has written them."),
        Entry(
            "thanks-company",
            "The company's thanks",
            "Comes at the end of the next working day, if the owner wrote none.",
        ),
        Entry("thanks-talent", "Hired", "Comes to whoever gave a colleague, when they are hired."),
        Entry("thanks-undone", "Announced too early", "Stands where the thanks stood, when the win is taken back."),
    ),
)
