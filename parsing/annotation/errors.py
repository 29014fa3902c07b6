"""What can be wrong with the parser's own data.

ParsingError
└── LexiconError
"""


class ParsingError(Exception):
    """Something is wrong with what the parser was given to work with."""


class LexiconError(ParsingError):
    """A lexicon file holds something that cannot be looked up."""

    def __init__(self, language: str, place: str, problem: str) -> None:
        self.language = language
        self.place = place
        self.problem = problem
        super().__init__(f"{language}.toml, {place}: {problem}")
