"""What the marks of a question say, put in order: its days, measures, places, names."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ledger.cash import CashCategory
from ledger.days import Days
from parsing.annotation.tokens import fold
from parsing.questions.aged_since import without_begun
from parsing.questions.asked_on import only_turns, opens_as_follow, without_replaced
from parsing.questions.before_month import before_month
from parsing.questions.brands import about_of, brand_of
from parsing.questions.channels_said import NO_CHANNELS, ChannelsSaid, without_channels
from parsing.questions.clauses import (
    without_reasons,
    without_says,
    without_story,
    without_unwanted,
)
from parsing.questions.counting import is_counting
from parsing.questions.elided import completed, same_of
from parsing.questions.left_out import called, without_left_out, without_talk
from parsing.questions.marks import Mark, Vocabulary
from parsing.questions.month_days import same_part
from parsing.questions.more_said import NO_MORE, More, more_of
from parsing.questions.numbers_said import (
    GAP,
    is_limit,
    without_age,
    without_amount,
    without_order,
)
from parsing.questions.other_place import other_place, place_left_out
from parsing.questions.other_ways import put_plainly
from parsing.questions.people_said import (
    are_days_apart,
    holds_apart,
    is_recorded,
    recorder_in,
    taken_by_owner,
    till_of_named,
)
from parsing.questions.periods import Period, find_periods
from parsing.questions.places_said import places_apart_in, served_by_bank, without_place
from parsing.questions.query import BANKS, Query
from parsing.questions.rates_said import NO_RATES, Rates, without_rates
from parsing.questions.relative import day_ago
from parsing.questions.sum_asked import very_sum
from parsing.questions.than_said import is_than_days, is_to_earlier
from parsing.questions.units_said import (
    averaged,
    counted_units,
    is_ahead,
    is_in_so_long,
    like_parts,
    named_days,
    opened,
    ranked_units,
    until_said,
    with_last_year,
    without_evening,
)
from parsing.questions.unknown import unknown_of
from parsing.questions.unmatched_said import with_unmatched
from parsing.questions.usual_said import without_usual
from parsing.questions.weekdays_said import without_weekdays

_YES_OR_NO = frozenset("did do does has have had is are was were чи".split())
_WHETHER = frozenset({"ли", "чи"})
_JOINS = frozenset(",/&+")
_BESIDE = frozenset({"name", "word", "filler", "spec", "measure", "gap"})
_MONEY_WORDS = frozenset({"money", "cash", "грошей", "денег", "бабла", "бабок"})


@dataclass(frozen=True, slots=True)
class Slots:
    """What a question says."""

    marks: tuple[Mark, ...]
    """All that is about no days."""
    periods: tuple[Days, ...]
    categories: tuple[CashCategory, ...]
    place: str | None
    about: tuple[str, ...]
    """Names and unknown words that narrow the question down, phrase by phrase."""
    number: int | None
    order: str | None
    older_than_days: int
    is_follow: bool
    is_counting: bool
    younger_than_days: int = 0
    names_future: bool = False
    place_words: tuple[str, ...] = ()
    is_than_days: bool = False
    """The only days that are named are what is compared with: "more than last year"."""
    at_least: int = 0
    """The amount after "more than", in whole units of the shop's currency."""
    is_to_earlier: bool = False
    """Of two stretches the one that is named later came before: "this year to the last"."""
    are_days_apart: bool = False
    """Of two stretches one or the other is asked for: "the third quarter or the second"."""
    places_apart: tuple[str, ...] = ()
    """Kinds of places that are held against each other: "cash or card"."""
    loose: tuple[str, ...] = ()
    """Unknown words that may be left out where the rest is clear."""
    idle: tuple[str, ...] = ()
    """Unknown words that tell nothing: verbs, adverbs."""
    but: tuple[CashCategory, ...] = ()
    """Categories that a figure is asked without."""
    but_words: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()
    """The days of the week that alone count, Monday nought."""
    at_most: int | None = None
    """The amount after "less than"."""
    told_by: str | None = None
    """Who of the team recorded what is asked about, as the actor that the books keep."""
    sold: ChannelsSaid = NO_CHANNELS
    """Where it was sold: online, over the counter; and where what was sold does not count."""
    is_usual: bool = False
    """The days are held against what such days usually are."""
    rates: Rates = NO_RATES
    """How many per cent a margin is to come to."""
    stood_on: dt.date | None = None
    """The very day of "a month ago", for what stood so then."""
    his_till: str | None = None
    more: More = NO_MORE

    @property
    def channels(self) -> tuple[str, ...]:
        """Give where it was sold that alone counts."""
        return self.sold.kept

    @property
    def channels_out(self) -> tuple[str, ...]:
        """Give where what was sold does not count."""
        return self.sold.left_out

    @property
    def figures(self) -> tuple[str, ...]:
        """Give the numbers that are no part of days, an order or a place."""
        return tuple(mark.text for mark in self.marks if mark.section == "digits")

    @property
    def is_aged(self) -> bool:
        """Tell whether it is said how old, or how young, a debt is."""
        return bool(self.older_than_days or self.younger_than_days)

    @property
    def is_by_channel(self) -> bool:
        """Tell whether channels are named, to be told or to be left out."""
        return bool(self.channels or self.channels_out)

    def has(self, section: str, *values: str) -> bool:
        """Tell whether a mark is of a section, and one of some values if any are given."""
        return any(mark.is_of(section, *values) for mark in self.marks)

    @property
    def asks_of_money(self) -> bool:
        """Tell whether it is asked how much money, of nothing else: "сколько денег сейчас"."""
        asked = (mark for mark in self.marks if mark.is_of("ask", "how_much"))
        return any(mark.text.casefold().split()[-1] in _MONEY_WORDS for mark in asked)

    @property
    def is_of_recorder(self) -> bool:
        """Tell whether it is asked what somebody took or recorded: "how much did Olha take"."""
        return is_recorded(self.marks)

    @property
    def is_apart_in_categories(self) -> bool:
        """Tell whether categories are held against each other: "wages vs rent"."""
        return len(self.categories) > 1 and not self.has("joiner", "than")

    @property
    def is_yes_or_no(self) -> bool:
        """Tell whether a yes or a no is asked for: "did the owner take more than", "чи взяв"."""
        said = [mark.text.casefold() for mark in self.marks if mark.section not in {"sign", "gap"}]
        opens = said[0].split()[:1] if said else []  # a stray accent is a word of no letters
        return not _YES_OR_NO.isdisjoint(opens) or not _WHETHER.isdisjoint(said)

    @property
    def is_by_how_much(self) -> bool:
        """Tell whether it is asked by how much a figure differs: "на скільки більше продали"."""
        asked = [mark for mark in self.marks if mark.is_of("ask", "by_how_much")]
        is_moved = self.has("filler", "up", "down") or self.has("age", "more")
        return any(mark.text.isascii() or is_moved for mark in asked)

    @property
    def is_singular(self) -> bool:
        """Tell whether one thing is asked for: "the oldest unpaid order", "самый старый долг"."""
        said = [fold(mark.text) for mark in self.marks if mark.is_of("shape", "by_age")]
        is_one = any(each.endswith(("ий", "ый", "ая", "ое", "ую", "го")) for each in said)
        is_first = any("first" in each for each in said)
        return is_one or (any(each.isascii() for each in said) and not is_first)

    @property
    def are_names_joined(self) -> bool:
        """Tell whether several names stand side by side: "Ihor and Petro", "каву і молоко"."""
        if len(self.about) < 2:  # one beside another
            return False
        told = frozenset(self.about)
        named = [
            at for at, each in enumerate(self.marks) if told & {each.text, brand_of(each.text)}
        ]
        between = self.marks[named[0] + 1 : named[-1]] if len(named) == len(self.about) else ()
        joins = [each for each in between if each.section not in _BESIDE or holds_apart(each)]
        return bool(joins) and all(
            mark.is_of("joiner", "and") or mark.text in _JOINS or holds_apart(mark)
            for mark in joins
        )

    @property
    def group_words(self) -> tuple[str, ...]:
        """Give the words that name a group."""
        return tuple(mark.text for mark in self.marks if mark.section == "group")

    @property
    def measure_words(self) -> tuple[str, ...]:
        """Give the words that say what is measured."""
        return tuple(mark.text for mark in self.marks if mark.section == "measure")

    @property
    def shape_words(self) -> tuple[str, ...]:
        """Give the words that say how figures are to be put together."""
        return tuple(mark.text for mark in self.marks if mark.section == "shape")

    def values(self, section: str) -> tuple[str, ...]:
        """Give the values of a section, in order."""
        return tuple(mark.value for mark in self.marks if mark.section == section)


def slots_of(
    marks: Sequence[Mark], vocabulary: Vocabulary, today: dt.date, last: Query | None = None
) -> Slots:
    """Put the marks of a question in order, some after the last: "and the second half?"."""
    is_follow = opens_as_follow(without_talk(marks))
    channels, marks = _channels(put_plainly(marks, last), last)
    others, more, marks = _left_out(marks, vocabulary)
    told, (cut, marks) = marks, _cut(opened(with_unmatched(marks), last), today)
    before = None if last is None else last.days
    marks = _with_units(marks, cut, today, before)
    place, gapped = _placed(other_place(marks, last, vocabulary), vocabulary)
    with_places, marks = marks, served_by_bank(gapped, place)
    periods = _found_periods(marks, today, before)
    rest = tuple(_beside(marks, periods))
    unknown = unknown_of(rest, vocabulary.words)
    categories, about = _of_owner(rest, about_of(rest, unknown, vocabulary.words.endings))
    told_by = recorder_in(rest, about)
    return Slots(
        marks=rest,
        stood_on=day_ago(marks, today),
        periods=_periods(marks, periods),
        categories=categories,
        place=others or place,
        about=about if told_by is None else about[1:],
        number=next((int(each.value) for each in rest if is_limit(each)), None),
        order=cut.order,
        older_than_days=cut.older,
        younger_than_days=cut.younger,
        is_follow=is_follow,
        is_counting=is_counting(rest),
        names_future=is_ahead(rest, is_dated=bool(periods)) or is_in_so_long(told),
        place_words=tuple(each.text for each in with_places if each not in gapped),
        is_than_days=is_than_days(marks, periods),
        at_least=cut.at_least,
        is_to_earlier=is_to_earlier(marks, periods),
        are_days_apart=are_days_apart(marks, periods),
        places_apart=places_apart_in(with_places),
        loose=tuple(each for each in unknown.loose if brand_of(each) not in about),
        idle=unknown.idle,
        told_by=told_by,
        but=cut.but or more.moves_out,
        but_words=called(told, cut.but) or more.moves_said,
        weekdays=cut.weekdays,
        at_most=cut.at_most if more.at_most is None else more.at_most,
        sold=channels,
        is_usual=cut.is_usual,
        rates=cut.rates,
        his_till=till_of_named(rest, vocabulary),
        more=more,
    )


class _Cut(NamedTuple):
    """What was taken out of the marks, and narrows a question down."""

    order: str | None
    but: tuple[CashCategory, ...]
    older: int
    younger: int
    at_least: int
    at_most: int | None
    weekdays: tuple[int, ...]
    is_usual: bool
    rates: Rates

    @property
    def is_bounded(self) -> bool:
        """Tell whether an amount bounds what is asked about."""
        return bool(self.at_least) or self.at_most is not None


def _left_out(
    marks: Sequence[Mark], vocabulary: Vocabulary
) -> tuple[str | None, More, tuple[Mark, ...]]:
    """Take out a place that is not to count, as all others, and what else narrows it down."""
    others, left = place_left_out(marks, vocabulary)
    return others, *more_of(before_month(left))


def _with_units(
    marks: Sequence[Mark], cut: _Cut, today: dt.date, before: Days | None
) -> tuple[Mark, ...]:
    """Say what units are counted, ranked or averaged."""
    marks = ranked_units(counted_units(marks, is_bounded=cut.is_bounded))
    return averaged(marks, len(find_periods(marks, today, before)))


def _placed(marks: Sequence[Mark], vocabulary: Vocabulary) -> tuple[str | None, tuple[Mark, ...]]:
    """Take out the place that is meant; cash carried "to the bank" was not there before."""
    place, gapped = without_place(marks, vocabulary)
    is_carried = any(mark.is_of("category", "bank_deposit") for mark in marks)
    return None if place == BANKS and is_carried else place, gapped


def _channels(marks: Sequence[Mark], last: Query | None) -> tuple[ChannelsSaid, tuple[Mark, ...]]:
    """Take out channels, and words that only say what else is asked now, or no more."""
    if last is not None and only_turns(marks):
        marks = (GAP, *marks[1:])
    is_of_channels = last is not None and last.is_by_channel
    is_of_channels = is_of_channels or any(mark.is_of("shape", "share") for mark in marks)
    return without_channels(without_replaced(marks), is_of_channels=is_of_channels)


def _cut(marks: Sequence[Mark], today: dt.date) -> tuple[_Cut, tuple[Mark, ...]]:
    """Take out talk, an order, what is left out, ages, amounts and days of the week."""
    exact, marks = very_sum(marks)
    asked = without_unwanted(without_says(without_talk(without_story(marks))))
    order, left = without_order(without_reasons(without_evening(asked)))
    but, left = without_left_out(left)
    is_usual, left = without_usual(left, today)
    rates, left = without_rates(left)
    older, younger, left = without_age(left)
    begun, left = without_begun(left, today)
    older = older or begun
    at_least, at_most, left = without_amount(until_said(same_of(completed(left))))
    at_least, at_most = (exact, exact) if exact else (at_least, at_most)
    weekdays, left = without_weekdays(left)
    return _Cut(order, but, older, younger, at_least, at_most, weekdays, is_usual, rates), left


def _found_periods(
    marks: Sequence[Mark], today: dt.date, before: Days | None
) -> tuple[Period, ...]:
    """Find the days; of months that growth is asked from and to, the later ones come first."""
    named = named_days(marks, find_periods(marks, today, before))
    periods = with_last_year(marks, like_parts(marks, named))
    is_compared = any(mark.is_of("ask", "compare", "by_how_much") for mark in marks)
    if not is_compared or len(periods) != 1:
        return periods
    apart = find_periods(marks, today, before, is_apart=True)
    are_months = all(each.days.until(today).count > 1 for each in apart)
    if len(apart) != 2 or not are_months:  # a pair
        return periods
    return tuple(sorted(apart, key=lambda period: period.days.first, reverse=True))


def _beside(marks: Sequence[Mark], periods: Sequence[Period]) -> Iterator[Mark]:
    """Give what is about no days; a gap stands for each stretch of them."""
    starts = {period.start for period in periods}
    taken = {at for period in periods for at in range(period.start, period.end)}
    for at, mark in enumerate(marks):
        if at in starts:
            yield GAP
        elif at not in taken:
            yield mark


def _periods(marks: Sequence[Mark], periods: Sequence[Period]) -> tuple[Days, ...]:
    """Give the days; the second ones cut to the same part as the first where it says so."""
    days = [each.days for each in periods]
    is_same = any(mark.is_of("when", "same") for mark in marks)
    if is_same and len(days) == 2:  # one against the other
        days[1] = same_part(days[0], days[1])
    return tuple(dict.fromkeys(days))


def _categories(marks: Sequence[Mark]) -> tuple[CashCategory, ...]:
    named = [mark.value for mark in marks if mark.section == "category"]
    told = [mark.value for mark in marks if mark.section == "spec"]
    return tuple(dict.fromkeys(CashCategory(each) for each in named or told))


def _of_owner(
    marks: Sequence[Mark], about: tuple[str, ...]
) -> tuple[tuple[CashCategory, ...], tuple[str, ...]]:
    """Give the categories and names; what the owner took or put in is a category of its own."""
    taken = taken_by_owner(marks, about)
    return (_categories(marks), about) if taken is None else ((taken,), about[1:])
