"""What may be filed without asking: earned by confirmations, lost by mistakes."""

import enum
from dataclasses import dataclass

CONFIRMATIONS_MIN = 3
"""How often somebody confirmed the category for this party, or for its words."""
REFUSALS_MAX = 1
"""Among the party's last answers."""
TIE = 0.05
"""Two categories whose chances are this near are never told apart by the machine."""
WAVERS_SHARE = 20
"""One in so many answers may differ: what else tells them apart is too often wrong later."""
_REMEMBERED = 10
_ALL = (1 << _REMEMBERED) - 1
_LATEST = (1 << CONFIRMATIONS_MIN) - 1


class Veto(enum.StrEnum):
    """Why a line is not filed alone, whatever its score."""

    NEVER_CONFIRMED = "never_confirmed"
    """Nobody has confirmed it for this party, or for its words."""
    FEW_CONFIRMATIONS = "few_confirmations"
    """Nobody has confirmed it three times yet, and the shop's newer parties are not proven."""
    REFUSED = "refused"
    """People said no to this party's proposals lately."""
    WAVERS = "wavers"
    """The party was often filed otherwise, and its purpose does not tell when."""
    TIE = "tie"
    """Another category is as likely."""
    ABOVE_CAP = "above_cap"
    """More money than the director lets the desk file alone."""
    UNSURE = "unsure"
    """Lines of this score were not right often enough."""
    NOTHING_KNOWN = "nothing_known"
    """No category to propose."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the director allows; amounts in minor units by currency, no entry is no cap."""

    amount_minor_max: tuple[tuple[str, int], ...] = ()

    def is_above(self, minor: int, currency: str) -> bool:
        """Tell whether an amount is too large to be filed alone."""
        return bool(self.amount_minor_max) and any(
            abs(minor) > most for capped, most in self.amount_minor_max if capped == currency
        )


class Standing:
    """How the last proposals for each party ended, for those that were ever refused."""

    def __init__(self, ended: dict[int, int] | None = None) -> None:
        self.ended: dict[int, int] = {} if ended is None else ended

    def record(self, party: int, *, is_right: bool) -> int | None:
        """Note how a proposal ended; give what stood there before."""
        before = self.ended.get(party)
        if before is None and is_right:
            return None
        after = ((before or 0) << 1 | (not is_right)) & _ALL
        if after:
            self.ended[party] = after
        else:
            del self.ended[party]
        return before

    def restore(self, party: int, before: int | None) -> None:
        """Put back what stood there."""
        if before is None:
            self.ended.pop(party, None)
        else:
            self.ended[party] = before

    def is_lost(self, party: int) -> bool:
        """Tell whether a party's proposals were refused twice lately, or among the last three."""
        ended = self.ended.get(party, 0)
        return ended.bit_count() > REFUSALS_MAX or bool(ended & _LATEST)
