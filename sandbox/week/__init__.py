"""A company's working week in the sandbox, played by people who do what people do, with every message counted."""
