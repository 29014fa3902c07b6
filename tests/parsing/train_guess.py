"""Learn the weights of the guess from labelled messages, and say how good it is.

python -m tests.parsing.train_guess            learn, and write parsing/guess/weights.json
python -m tests.parsing.train_guess --check    five-fold: what a guess is worth at each margin
python -m tests.parsing.train_guess FILE …     learn from more files of labelled messages, too
"""

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from parsing.guess.features import features_of
from parsing.guess.guess import ASK, TALK, Guesser, Weights, build_guesser
from parsing.lexicon import load_lexicon
from parsing.read_message import read_closely
from parsing.spans import Span

HERE = Path(__file__).parent
MESSAGES = (HERE / "messages" / "built_on.jsonl",)
PURPOSES = HERE / "messages" / "purposes.tsv"
"""Messages with nothing but their label: what words stand for, trade by trade."""
ANY_TIME = dt.datetime(2026, 5, 20, 14, 30, tzinfo=dt.UTC)
WEIGHTS = HERE.parent.parent / "parsing" / "guess" / "weights.json"
KYIV = ZoneInfo("Europe/Kyiv")
SEEN_MIN = 2
"""A feature of one message alone says nothing of the next."""
PENALTY = 5e-5
STEPS = 200
RATE = 0.1
SCALE = 1_000
SMALL = 100
"""Weights below this many thousandths are left out."""
FOLDS = 5

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message's spans, its features, and what it is."""

    spans: Sequence[Span]
    features: frozenset[str]
    label: str


def read_labelled(paths: Iterable[Path]) -> list[Labelled]:
    """Read single entries, and messages that lack a way or purpose, as label and features."""
    lexicon = load_lexicon()
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            label = label_of(message["expect"])
            if label is None:
                continue
            now = dt.datetime.fromisoformat(message["now"]).replace(tzinfo=KYIV)
            close = read_closely(message["text"], now=now, currency="UAH", lexicon=lexicon)
            found.append(Labelled(close.spans, features_of(close.spans), label))
    return found


def read_purposes(path: Path) -> list[Labelled]:
    """Read lines of a message and its label."""
    lexicon = load_lexicon()
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        text, label = line.split("\t")
        close = read_closely(text, now=ANY_TIME, currency="UAH", lexicon=lexicon)
        found.append(Labelled(close.spans, features_of(close.spans), label))
    return found


def label_of(expected: dict[str, object]) -> str | None:
    """Give the label of a message; none for those that are no lesson."""
    missing, entries = expected.get("missing"), expected.get("entries")
    if expected["kind"] == "needs_clarification" and isinstance(missing, list):
        return ASK if {"direction", "purpose"} & set(missing) else None
    if expected["kind"] in {"not_an_entry", "question"}:
        return TALK
    if expected["kind"] != "entry" or not isinstance(entries, list):
        return None
    return f"{entries[0]['category']} {entries[0]['direction']}"


def learn(messages: Sequence[Labelled]) -> Weights:
    """Fit a softmax regression with a penalty on large weights, by Adam on the whole set."""
    counts = Counter(feature for each in messages for feature in each.features)
    features = sorted(name for name, count in counts.items() if count >= SEEN_MIN)
    labels = sorted({each.label for each in messages})
    columns = {name: at for at, name in enumerate(features)}
    told: Matrix = np.zeros((len(messages), len(features) + 1), np.float32)
    wanted: Matrix = np.zeros((len(messages), len(labels)), np.float32)
    for row, each in enumerate(messages):
        at = [columns[name] for name in each.features if name in columns]
        told[row, at] = 1 / max(1.0, len(at) ** 0.5)
        told[row, -1] = 1
        wanted[row, labels.index(each.label)] = 1
    fitted = _fit(told, wanted)
    kept = {
        name: {
            label: round(float(weight) * SCALE)
            for label, weight in zip(labels, fitted[at], strict=True)
            if abs(weight) * SCALE >= SMALL
        }
        for name, at in columns.items()
    }
    return {
        "labels": labels,
        "bias": [round(float(weight) * SCALE) for weight in fitted[-1]],
        "features": {name: weights for name, weights in kept.items() if weights},
    }


def _fit(told: Matrix, wanted: Matrix) -> Matrix:
    weights: Matrix = np.zeros((told.shape[1], wanted.shape[1]), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = told @ weights
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        slope = told.T @ (shares - wanted) / len(told) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        pace = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights -= RATE * (mean / (1 - 0.9**step)) / pace
    return weights


def check(messages: Sequence[Labelled]) -> None:
    """Print how many are guessed, and how many of these rightly, at each margin."""
    answers: list[tuple[int, bool]] = []
    for fold in range(FOLDS):
        guesser = build_guesser(learn([e for n, e in enumerate(messages) if n % FOLDS != fold]))
        answers.extend(_answer(guesser, each) for each in messages[fold::FOLDS])
    for margin in (0, 300, 600, 1_000, 1_500, 2_000):
        told = [is_right for lead, is_right in answers if lead >= margin]
        share, right = len(told) / len(answers), sum(told) / max(1, len(told))
        print(f"margin {margin:>5}: guessed {share:.0%}, of these right {right:.0%}")  # noqa: T201


def _answer(guesser: Guesser, each: Labelled) -> tuple[int, bool]:
    guess = guesser.guess(each.spans, direction=None, category=None, margin=0)
    if guess is None:
        return (0, each.label in {ASK, TALK})
    said = f"{guess.category} {guess.direction}"
    return guess.lead, each.label in {said, f"{guess.category} transfer"}


def main(arguments: Sequence[str]) -> None:
    """Learn, or check."""
    extra = [Path(each) for each in arguments if not each.startswith("-")]
    messages = [*read_labelled([*MESSAGES, *extra]), *read_purposes(PURPOSES)]
    if "--check" in arguments:
        check(messages)
        return
    text = json.dumps(learn(messages), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(messages)} messages, {len(text):,} bytes")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
