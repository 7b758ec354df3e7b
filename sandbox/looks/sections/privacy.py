"""What stands where somebody was erased, and what whoever answers people about their data sees."""

from sandbox.looks.entry import Entry, Section

PRIVACY = Section(
    "Data protection",
    (
        Entry(
            "page-contact",
            "How to reach them",
            "Opens on *Contact* in the message of whoever has the lead. It is noted who looked.",
        ),
        Entry("refusal-privacy", "Who answers", "Answers `/lead privacy` to everybody else: whom to pass it on to."),
        Entry(
            "form-find-person",
            "Who asks?",
            "Opens on `/lead privacy` and from the Home tab, for who is named to answer, else for the lead desk.",
        ),
        Entry("page-nobody", "Nothing is held", "Answers that form where nobody is found."),
        Entry(
            "form-privacy", "What is held", "Answers it with all that is held, who was shown it, and what can be done."
        ),
        Entry("form-correct", "Correct it", "Opens from there."),
        Entry("answer-copy", "A copy is on its way", "Answers *A copy of what is held*."),
        Entry("copy", "The copy", "Comes as a file, for whoever answers to send on."),
        Entry("form-erase", "Erase?", "Asks once more before anything is erased."),
        Entry("answer-erased", "Erased", "Answers it."),
        Entry(
            "request", "How far it is", "Comes to whoever erased it, and says how many of our messages are rewritten."
        ),
        Entry("card-erased", "A lead that was erased", "Stands wherever the lead was shown: who gave it stays."),
        Entry("card-held-back", "A lead that is held back", "Stands there while they want it used for nothing."),
        Entry("objected", "They want no more contact", "Comes to who had it and to who gave it, kindly."),
        Entry("erased", "A lead that you gave was erased", "Comes to who gave it, and says why."),
        Entry("erased-owner", "A lead that you had was erased", "Comes to who had it."),
        Entry(
            "file-gone", "Your file is taken away", "Comes to whoever took a file with somebody in it who was erased."
        ),
        Entry(
            "refusal-objected", "We may not contact them", "A refusal to whoever logs somebody who wants no contact."
        ),
        Entry("form-allow", "They want no more contact", "What is found of them, once all else is erased."),
    ),
)
