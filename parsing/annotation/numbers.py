"""Put digits back together into numbers, telephone numbers and calendar parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import Token

_GLUED_SEPARATORS = frozenset(".,'’:/-")
_THOUSANDS = 3
_DECIMALS_MAX = 2
_ISO_LENGTHS, _DAY_FIRST_LENGTHS = (4, 2, 2), (2, 2, 4)


@dataclass(frozen=True, slots=True)
class NumberRun:
    """Groups of digits that stand together, and what separates them."""

    groups: tuple[str, ...]
    separators: tuple[str, ...]

    @property
    def token_count(self) -> int:
        """Say how many tokens the run covers: a space is none."""
        return len(self.groups) + sum(separator != " " for separator in self.separators)


def take_run(tokens: Sequence[Token], index: int) -> NumberRun:
    """Collect the digits that belong to the number beginning at a token."""
    groups, separators = [tokens[index].text], [""]
    at = index
    is_glued = index > 0 and tokens[index - 1].end == tokens[index].start
    is_name = is_glued and tokens[index - 1].text[-1].isalpha()
    while True:
        separator = _separator_after(tokens, at)
        if is_name and separator == " ":
            break  # "A4 320" is paper and a price
        if separator == " " and _is_plural(tokens, at + 1):
            break  # "2 100s" are two notes
        step = 1 if separator == " " else 2
        if not separator or not _continues(groups, separators, separator, tokens[at + step].text):
            break
        at += step
        groups.append(tokens[at].text)
        separators.append(separator)
    run = NumberRun(tuple(groups), tuple(separators[1:]))
    is_whole = (
        "-" not in run.separators or _is_iso_date(run) or _is_day_dash_month(run, tokens, index)
    )
    return run if is_whole else NumberRun((groups[0],), ())


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an "s" is glued to digits: "100s"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.folded == "s" and after.start == tokens[at].end


def _separator_after(tokens: Sequence[Token], at: int) -> str:
    if at + 1 < len(tokens) and tokens[at + 1].is_digits:
        return " " if tokens[at + 1].start - tokens[at].end == 1 else ""
    if at + 2 >= len(tokens) or not tokens[at + 2].is_digits:
        return ""
    sign = tokens[at + 1]
    is_glued = sign.start == tokens[at].end and sign.end == tokens[at + 2].start
    return sign.text if is_glued and sign.text in _GLUED_SEPARATORS else ""


def _continues(groups: list[str], separators: list[str], separator: str, digits: str) -> bool:
    if separator == " ":
        is_plain = separators[-1] in {"", " "} and not groups[0].startswith("0")
        return is_plain and len(groups[0]) <= _THOUSANDS and len(digits) == _THOUSANDS
    if separator == "-":
        return _goes_on_as_date(groups, digits)
    if separators[-1] == "-" or (":" in separators and separator != ":"):
        return False
    return separator not in "'’" or len(digits) == _THOUSANDS


def _goes_on_as_date(groups: Sequence[str], digits: str) -> bool:
    """Tell whether digits behind a dash go on with 2026-05-18, or with 18-05-2026."""
    so_far = tuple(map(len, (*groups, digits)))
    return so_far in {_ISO_LENGTHS[: len(so_far)], _DAY_FIRST_LENGTHS[: len(so_far)]}


def _is_iso_date(run: NumberRun) -> bool:
    """Tell whether it is a whole day, written from the year down or from the day up."""
    is_whole = tuple(map(len, run.groups)) in {_ISO_LENGTHS, _DAY_FIRST_LENGTHS}
    return is_whole and set(run.separators) == {"-"}


_MONTHS, _DAYS = 12, 31
_AT = frozenset({"о", "об", "в", "у", "at", "до", "till", "until", "з", "с", "из", "from", "к"})
"""Behind these "18-10" is an hour or a stretch."""


def _is_day_dash_month(run: NumberRun, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "29-10" is a day: no stretch runs down from 29 to 10."""
    if run.separators != ("-",) or tuple(map(len, run.groups)) != (2, 2):
        return False
    day, month = map(int, run.groups)
    is_day = 0 < month <= _MONTHS and month < day <= _DAYS
    before = tokens[index - 1] if index else None
    is_free = before is None or (
        before.end < tokens[index].start and before.folded not in _AT and not before.is_digits
    )
    after = tokens[index + 3] if index + 3 < len(tokens) else None
    is_free = is_free and (
        after is None
        or after.start > tokens[index + 2].end
        or after.text in {",", ")", ":", ";", "\n", "."}
    )
    return is_day and is_free


def decimal_of(run: NumberRun) -> Decimal | None:
    """Read a run as one number, or as none when its separators contradict each other.

    A last group of three digits is thousands (1.250, 12,500); one of one or two is decimals.
    """
    kinds = set(run.separators)
    if not kinds:
        is_padded = len(run.groups[0]) > 1 and run.groups[0].startswith("0")
        return None if is_padded else Decimal(run.groups[0])
    if not kinds <= set(" .,'’"):
        return None
    last, last_separator = run.groups[-1], run.separators[-1]
    if last_separator in ".," and len(last) <= _DECIMALS_MAX:
        body = run.separators[:-1]
        whole = _whole_number(run.groups[:-1], body)
        is_twice = last_separator in body
        return None if whole is None or is_twice else Decimal(f"{whole}.{last}")
    whole = _whole_number(run.groups, run.separators)
    return None if whole is None else Decimal(whole)


def _whole_number(groups: tuple[str, ...], separators: tuple[str, ...]) -> str | None:
    if len(set(separators)) > 1:
        return None
    if separators and (len(groups[0]) > _THOUSANDS or groups[0].startswith("0")):
        return None
    if len(groups[0]) > 1 and groups[0].startswith("0"):
        return None
    if any(len(group) != _THOUSANDS for group in groups[1:]):
        return None
    return "".join(groups)


_PHONE_TOKENS_MAX = 12
_PHONE_LENGTHS = {"0": 10, "3": 12}


def take_phone(tokens: Sequence[Token], index: int) -> int:
    """Say how many tokens from here are a telephone number, 0 when they are none.

    A national number has ten digits and begins with 0, an international one is 380 and nine more.
    """
    first = tokens[index].text[0]
    wanted = _PHONE_LENGTHS.get(first, 0)
    digits = ""
    for count, token in enumerate(tokens[index : index + _PHONE_TOKENS_MAX], start=1):
        if token.is_digits:
            digits += token.text
        elif token.text not in {"-", "(", ")"}:
            return 0
        if len(digits) >= wanted:
            is_phone = len(digits) == wanted and (first == "0" or digits.startswith("380"))
            return count if is_phone else 0
    return 0


ENDLESS = Decimal(10) ** 12


def not_endless(value: Decimal | None) -> Decimal | None:
    """Take a row of digits that no money has for a name: it is never computed with."""
    return value if value is not None and value < ENDLESS else None


def opens_line(spans: Sequence[Span]) -> bool:
    """Tell whether a plus opens its line: "+ 1 200 букет"; a dash there marks a list."""
    is_opening = len(spans) == 1 or spans[-2].kind is SpanKind.NEWLINE
    return spans[-1].text == "+" and is_opening
