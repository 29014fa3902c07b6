"""Learn the weights of the guesses from labelled messages, and say how good they are.

python -m tests.parsing.train_guess            learn, and write the weights in parsing/guess/
python -m tests.parsing.train_guess --check    five-fold: what a guess is worth at each margin
python -m tests.parsing.train_guess FILE …     learn from more files of labelled messages, too
"""

import datetime as dt
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypedDict, cast

import numpy as np

from parsing.annotation.annotate import annotate
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.tokens import clean_text
from parsing.annotation.word_lists import load_lexicon
from parsing.beside.tidying import tidy
from parsing.guess.days import around_day, is_day
from parsing.guess.features import features_of
from parsing.guess.figures import (
    FigureWeights,
    around,
    build_figure_guesser,
    figure_places,
)
from parsing.guess.guess import ASK, TALK, Guesser, Weights, build_guesser, pack
from tests.parsing.fitting import Lessons, Places, fit, fit_network

HERE = Path(__file__).parent
MESSAGES = HERE / "messages"
EXPECTED = [MESSAGES / "built_on.jsonl", MESSAGES / "learned_from.jsonl"]
"""Messages with all that is expected of them."""
DAYS = MESSAGES / "days.txt"
"""Messages in which it is marked which of their days is when the cash moved."""
LABELLED = [MESSAGES / "purposes.tsv", MESSAGES / "said.tsv", MESSAGES / "told.tsv"]
"""Messages with their label alone: everyday purposes, the tests' sentences, what others wrote."""
ANY_TIME = dt.date(2026, 5, 20)
GUESS = HERE.parent.parent / "parsing" / "guess"
SEEN_MIN = 2
"""A feature of one message alone says nothing of the next."""
ROUNDS = 20
UNITS, ROUNDS_OF_NET = 48, 10
LEFT_OUT_OF_NET = 0.3
LEFT_OUT = 0.2
SCALE = 1_000
SMALL = 250
"""Weights below this many thousandths are left out."""
FOLDS = 5


class Entry(TypedDict):
    """What of an expected entry is learned from."""

    amount: str
    category: str
    date: str
    direction: str


class Expected(TypedDict, total=False):
    """What a message should be read as."""

    kind: str
    entries: list[Entry]
    alternatives: list[list[Entry]]
    missing: list[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the guess sees of a message, and what it is."""

    features: frozenset[str]
    label: str


@dataclass(frozen=True, slots=True)
class Figured:
    """The features of each figure of a message, and whether it is money that moved."""

    figures: Sequence[tuple[frozenset[str], bool]]


@dataclass(frozen=True, slots=True)
class Line:
    """A message, its label, and where in it the money stands."""

    text: str
    label: str
    money: tuple[tuple[int, int], ...]

    @property
    def is_single(self) -> bool:
        """Tell whether it is one operation, or none."""
        return "+" not in self.label


def read_labelled(lines: Iterable[tuple[str, dt.date, str]], lexicon: Lexicon) -> list[Labelled]:
    """Read texts with their day and label as features.

    The guess sees the words and no more: what the rules make of messages that they were mended
    with says nothing of how far to trust them with the next.
    """
    return [
        Labelled(features_of(tidy(annotate(clean_text(text), today=day, lexicon=lexicon))), label)
        for text, day, label in lines
    ]


def read_figured(
    lines: Iterable[tuple[str, dt.date, Expected]], lexicon: Lexicon
) -> list[Figured]:
    """Read the figures of entries; what a message expects is told of each by its number."""
    found = []
    for text, day, expected in lines:
        if expected["kind"] not in {"entry", "entries"}:
            continue
        ways = [expected["entries"], *expected.get("alternatives", [])]
        money = {Decimal(entry["amount"]) for way in ways for entry in way}
        spans = annotate(clean_text(text), today=day, lexicon=lexicon)
        places = figure_places(spans)
        if len(places) == 1 or any(spans[at].number in money for at in places):
            figures = [(around(spans, at, places), spans[at].number in money) for at in places]
            found.append(Figured(figures))
    return found


def read_marked(lines: Iterable[Line], lexicon: Lexicon) -> list[Figured]:
    """Read the figures of lines in which the money is marked."""
    found = []
    for line in lines:
        spans = annotate(clean_text(line.text), today=ANY_TIME, lexicon=lexicon)
        places = figure_places(spans)
        money = {
            at for at in places for start, end in line.money if start <= spans[at].start < end
        }
        if money:
            found.append(Figured([(around(spans, at, places), at in money) for at in places]))
    return found


def read_dated(lines: Iterable[tuple[str, dt.date, Expected]], lexicon: Lexicon) -> list[Figured]:
    """Read the days of entries, and whether the cash moved on each."""
    found = []
    for text, day, expected in lines:
        entries = expected["entries"] if expected["kind"] in {"entry", "entries"} else []
        booked = {entry["date"] for entry in entries}
        spans = tidy(annotate(clean_text(text), today=day, lexicon=lexicon))
        days = [at for at, span in enumerate(spans) if is_day(span)] if entries else []
        if days:
            told = [(around_day(spans, at), spans[at].value in booked) for at in days]
            found.append(Figured(told))
    return found


def read_marked_days(path: Path, lexicon: Lexicon) -> list[Figured]:
    """Read lines in which {{days}} when cash moved are marked, and <<those>> of other things."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text = ""
        told: list[tuple[int, int]] = []
        aside: list[tuple[int, int]] = []
        for part in re.split(r"(\{\{.*?\}\}|<<.*?>>)", line):
            inner = part[2:-2] if part.startswith(("{{", "<<")) else part
            if inner != part:
                (told if part.startswith("{{") else aside).append((len(text), len(text + inner)))
            text += inner
        spans = tidy(annotate(text, today=ANY_TIME, lexicon=lexicon))
        found.append(
            Figured(
                [
                    (around_day(spans, at), is_told)
                    for at, span in enumerate(spans)
                    if is_day(span)
                    for marks, is_told in ((told, True), (aside, False))
                    if any(start <= span.start < end for start, end in marks)
                ]
            )
        )
    return [each for each in found if each.figures]


def read_messages(paths: Iterable[Path]) -> list[tuple[str, dt.date, Expected]]:
    """Read files of labelled messages: text, day, and what is expected."""
    return [
        (
            message["text"],
            dt.datetime.fromisoformat(message["now"]).date(),
            cast("Expected", message["expect"]),
        )
        for path in paths
        for message in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]


def read_lines(path: Path) -> list[Line]:
    """Read lines of a message, in which money may be marked as [[250]], and its label."""
    found = []
    for row in path.read_text(encoding="utf-8").splitlines():
        marked, label = row.split("\t")
        text, money = "", []
        for at, part in enumerate(re.split(r"\[\[|\]\]", marked)):
            if at % 2:
                money.append((len(text), len(text) + len(part)))
            text += part
        found.append(Line(text, label.strip(), tuple(money)))
    return found


def label_of(expected: Expected) -> str | None:
    """Give the label of a message; none for those that are no lesson."""
    if expected["kind"] == "needs_clarification":
        return ASK if {"direction", "purpose", "amount"} & set(expected["missing"]) else None
    if expected["kind"] in {"not_an_entry", "question"}:
        return TALK
    if expected["kind"] != "entry":
        return None
    entry = expected["entries"][0]
    return f"{entry['category']} {entry['direction']}"


def learn(messages: Sequence[Labelled]) -> Weights:
    """Fit a softmax regression over whole messages, with hidden units beside it."""
    features = _seen(each.features for each in messages)
    labels = sorted({each.label for each in messages})
    rows = _rows((each.features for each in messages), features)
    wanted = np.array([labels.index(each.label) for each in messages])
    lessons = Lessons(rows, wanted, len(features), len(labels))
    net = fit_network(lessons, units=UNITS, rounds=ROUNDS_OF_NET, left_out=LEFT_OUT_OF_NET)
    direct = zip(features, net.direct, strict=True)
    return {
        "labels": labels,
        "bias": [round(float(weight) * SCALE) for weight in net.bias],
        "features": {
            name: {
                label: round(float(weight) * SCALE)
                for label, weight in zip(labels, weights, strict=True)
            }
            for name, weights in direct
        },
        "hidden": {
            name: [round(float(each) * SCALE) for each in weights]
            for name, weights in zip(features, net.into, strict=True)
        },
        "outgoing": [[round(float(each) * SCALE) for each in row] for row in net.out],
    }


def learn_figures(messages: Sequence[Figured]) -> FigureWeights:
    """Fit a logistic regression over single figures."""
    figures = [figure for each in messages for figure in each.figures]
    features = _seen(each for each, _ in figures)
    rows = _rows((each for each, _ in figures), features)
    wanted = np.array([int(is_money) for _, is_money in figures])
    lessons = Lessons(rows, wanted, len(features), 2)
    fitted = fit(lessons, rounds=ROUNDS, left_out=LEFT_OUT)
    leads = fitted[:, 1] - fitted[:, 0]
    return {
        "bias": round(float(leads[-1]) * SCALE),
        "features": _whole(dict(zip(features, leads[:-1], strict=True))),
    }


def _rows(each: Iterable[frozenset[str]], features: Sequence[str]) -> list[Places]:
    places = {name: at for at, name in enumerate(features)}
    return [np.array(sorted(places[name] for name in row if name in places), int) for row in each]


def _seen(each: Iterable[frozenset[str]]) -> list[str]:
    counts = Counter(name for features in each for name in features)
    return sorted(name for name, count in counts.items() if count >= SEEN_MIN)


def _whole(weights: Mapping[str, np.float32]) -> dict[str, int]:
    """Give weights in whole thousandths, the small ones left out."""
    thousandths = {name: round(float(weight) * SCALE) for name, weight in weights.items()}
    return {name: weight for name, weight in thousandths.items() if abs(weight) >= SMALL}


def check(messages: Sequence[Labelled], figured: Sequence[Figured]) -> None:
    """Print how many are guessed, and how many of these rightly, at each margin."""
    answers: list[tuple[int, bool]] = []
    for fold in range(FOLDS):
        guesser = build_guesser(
            pack(learn([e for n, e in enumerate(messages) if n % FOLDS != fold]))
        )
        answers.extend(_answer(guesser, each) for each in messages[fold::FOLDS])
    for margin in (0, 300, 600, 1_000, 1_500, 2_000):
        told = [is_right for lead, is_right in answers if lead >= margin]
        share, right = len(told) / len(answers), sum(told) / max(1, len(told))
        print(f"margin {margin:>5}: guessed {share:.0%}, of these right {right:.0%}")  # noqa: T201 - its output
    right_figures, all_figures = 0, 0
    several = [each for each in figured if len(each.figures) > 1]
    for fold in range(FOLDS):
        weights = learn_figures([e for n, e in enumerate(figured) if n % FOLDS != fold])
        known, bias = build_figure_guesser(weights).features, weights["bias"]
        for each in several[fold::FOLDS]:
            all_figures += 1
            right_figures += all(
                (bias + sum(known.get(name, 0) for name in features) > 0) is is_money
                for features, is_money in each.figures
            )
    print(f"of {all_figures} with several figures {right_figures / all_figures:.0%} right")  # noqa: T201 - its output


def _answer(guesser: Guesser, each: Labelled) -> tuple[int, bool]:
    weighed = guesser.weigh(each.features)
    guess, lead = weighed.guess(), weighed.entry_lead
    if guess is None or lead < 0:
        return (-lead, each.label in {ASK, TALK})
    said = f"{guess.category} {guess.direction}"
    return min(guess.lead, lead), each.label in {said, f"{guess.category} transfer"}


def _labels(messages: Sequence[tuple[str, dt.date, Expected]]) -> list[tuple[str, dt.date, str]]:
    return [(text, day, label) for text, day, it in messages if (label := label_of(it))]


def _singles(lines: Sequence[Line]) -> list[tuple[str, dt.date, str]]:
    return [(line.text, ANY_TIME, line.label) for line in lines if line.is_single]


def main(arguments: Sequence[str]) -> None:
    """Learn, or check."""
    extra = [Path(each) for each in arguments if not each.startswith("-")]
    lexicon = load_lexicon()
    expected = read_messages([*EXPECTED, *(each for each in extra if each.suffix == ".jsonl")])
    files = [*LABELLED, *(each for each in extra if each.suffix == ".tsv")]
    lines = [line for file in files for line in read_lines(file)]
    figured = [*read_figured(expected, lexicon), *read_marked(lines, lexicon)]
    dated = [*read_dated(expected, lexicon), *read_marked_days(DAYS, lexicon)]
    messages = read_labelled([*_labels(expected), *_singles(lines)], lexicon)
    if "--check" in arguments:
        check(messages, figured)
        return
    learned = {
        "weights": pack(learn(messages)),
        "figures": learn_figures(figured),
        "days": learn_figures(dated),
    }
    for name, weights in learned.items():
        text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        (GUESS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(f"{name}: {len(messages)} messages, {len(text):,} bytes")  # noqa: T201 - its output


if __name__ == "__main__":
    main(sys.argv[1:])
