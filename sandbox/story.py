"""A little history for the newcomer: last week in Sandbox Inc., made by people who do what people do."""

from datetime import timedelta

from sandbox.acting import Acting


class Story(Acting):
    """Last week: set-up, a win, a lead that is worked, one kept warm, a candidate; each some minutes apart."""

    def tell(self) -> None:
        self._set_up()
        self._a_win()
        self._a_lead_that_is_worked()
        self._a_lead_kept_warm()
        self._a_candidate()
        self.forget_whispers()

    def _set_up(self) -> None:
        ada = self.human("ada")
        ada.opens_home()
        self.settle()
        ada.clicks("Channels", on=ada.home)
        self.fills(ada, leads="leads", wins="wins", hiring="hiring")
        ada.clicks("People", on=ada.home)
        self.fills(ada, rep=["ravi", "rita"], recruiter=["ruth"], manager=["mara"])

    def _a_win(self) -> None:
        wanda, rita = self.human("wanda"), self.human("rita")
        self.logs(
            wanda,
            "Initech, Bill Lumbergh, bill@initech.example, their driver says they are moving",
            need="A quieter office",
        )
        self.clicks(rita, "I'll take it", "Initech")
        self.minutes(3)
        self.clicks(rita, "Update…", "Initech")
        rita.clicks("Won")
        self.fills(
            rita,
            thanks="Wanda, you overheard what nobody else did. Thank you!",
            may_name=["Yes, the customer agrees to be named"],
        )
        self.minutes(3)

    def _a_lead_that_is_worked(self) -> None:
        erin, ravi = self.human("erin"), self.human("ravi")
        self.logs(erin, "Globex, Hank Scorpio, +34 600 123 456, growing fast", need="Payroll for forty people")
        self.clicks(ravi, "I'll take it", "Globex")
        self.clicks(ravi, "Spoke to them", "Globex")
        self.fills(ravi, word="Hank was glad that you thought of him. I am working out what it would cost.")
        self.minutes(3)

    def _a_lead_kept_warm(self) -> None:
        erin, rita = self.human("erin"), self.human("rita")
        self.logs(erin, "Umbrella Gardens, opening next year")
        self.clicks(rita, "I'll take it", "Umbrella Gardens")
        self.clicks(rita, "Update…", "Umbrella Gardens")
        rita.clicks("Keep warm")
        later = self.sandbox.world.now() + timedelta(days=60)
        self.fills(rita, on=later.date().isoformat(), word="They open in spring. I will call them in time.")
        self.minutes(3)

    def _a_candidate(self) -> None:
        erin = self.human("erin")
        erin.types("/lead Jane Doe, jane@doe.example, the best tester I have worked with")
        self.fills(erin, kind="a possible colleague")
