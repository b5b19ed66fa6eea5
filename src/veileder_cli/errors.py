"""What can go wrong, as facts: nothing here prints or knows an exit code."""

from veileder_cli.records import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a content file: where it is, what is wrong, what to do; 1-based line."""

    fil: str
    linje: int
    sti: str
    feil: str
    tiltak: str

    @property
    def hva(self) -> str:
        """What is wrong and what to do, without where."""
        return f"{self.feil} → {self.tiltak}" if self.tiltak else self.feil

    def __str__(self) -> str:
        """Say it in one line: "fil:linje: sti: feil → tiltak", without the parts that are empty."""
        sted = f"{self.fil}:{self.linje}" if self.linje else self.fil
        return ": ".join(filter(None, (sted, self.sti, self.hva)))


class VeilederError(Exception):
    """Something that a user caused and can put right."""


class ContentError(VeilederError):
    """The content has faults; all of them, in the order of the files."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold the problems."""
        super().__init__(*map(str, problems))
        self.problems = problems


class EditionError(VeilederError):
    """No guide, or several municipalities' guides, where one was asked for.

    `finnes`: the editions that are there, as "kommune/utgave".
    """

    def __init__(
        self, mappe: str, utgave: str, finnes: tuple[str, ...], *, flere: bool = False
    ) -> None:
        """Hold where was looked, for what, and what is there."""
        super().__init__(mappe, utgave)
        self.mappe = mappe
        self.utgave = utgave
        self.finnes = finnes
        self.flere = flere


class NotFoundError(VeilederError):
    """Nothing matches what was asked for; `forslag` are the nearest names."""

    def __init__(self, slag: str, sok: str, forslag: tuple[str, ...]) -> None:
        """Hold what was looked for and what is near."""
        super().__init__(slag, sok)
        self.slag = slag
        self.sok = sok
        self.forslag = forslag


class AnswersError(VeilederError):
    """The answers file cannot be used; one line for each fault."""

    def __init__(self, fil: str, feil: tuple[str, ...]) -> None:
        """Hold the file's name and the faults, which name questions but not a person."""
        super().__init__(fil)
        self.fil = fil
        self.feil = feil


class NoTerminalError(VeilederError):
    """The interview was started where nobody can answer."""


class QuickExit(VeilederError):  # noqa: N818 - a wish, not a fault
    """The person wants out at once; what was shown is gone, and nothing more is to be said."""


class SaveError(VeilederError):
    """The guidance could not be saved where the user said."""

    def __init__(self, fil: str, grunn: str) -> None:
        """Hold the path and why not, in plain Norwegian."""
        super().__init__(fil, grunn)
        self.fil = fil
        self.grunn = grunn
