"""Peers of categorisation, run by a Python that has them: sets on standard input, answers out.

    python3.11 -m venv peers && peers/bin/pip install scikit-learn smart-importer fasttext-wheel
    TILLY_PEERS=peers/bin/python python -m bench categorise

For each set and peer: the category of each new line with a score, and the same for the last fifth
of the history as judged from the rest of it, from which a threshold may be chosen.
"""

import contextlib
import datetime as dt
import json
import math
import sys
import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypedDict


class Line(TypedDict):
    """A line as it is told; the amount in minor units, below zero when money left."""

    date: str
    minor: int
    counterparty: str
    purpose: str
    account: str
    category: str


Answers = list[tuple[str, float]]


def _text(line: Line) -> str:
    return f"{line['counterparty']} {line['purpose']}".strip()


def _context(line: Line) -> dict[str, int]:
    """Give the half-octave of the amount, its direction, and the shop's account or unit."""
    size = int(2 * math.log2(abs(line["minor"]) + 1))
    side = "+" if line["minor"] > 0 else "-"
    return {f"b{side}{size}": 1, f"u{line['account']}": 1}


def _svc(known: list[Line], new: list[Line], *, with_context: bool) -> Answers:
    import numpy as np
    from scipy.sparse import hstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    words = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    told = words.fit_transform(map(_text, known))
    asked = words.transform(map(_text, new))
    if with_context:
        around = DictVectorizer()
        told = hstack([told, around.fit_transform(map(_context, known))]).tocsr()
        asked = hstack([asked, around.transform(map(_context, new))]).tocsr()
    model = LinearSVC().fit(told, [line["category"] for line in known])
    scores = model.decision_function(asked)
    if scores.ndim == 1:
        scores = np.stack([-scores, scores], 1)
    ordered = np.sort(scores, 1)
    leads = ordered[:, -1] - ordered[:, -2]
    best = model.classes_[scores.argmax(1)]
    return [(str(name), float(lead)) for name, lead in zip(best, leads, strict=True)]


def svc(known: list[Line], new: list[Line]) -> Answers:
    return _svc(known, new, with_context=False)


def svc_in_context(known: list[Line], new: list[Line]) -> Answers:
    return _svc(known, new, with_context=True)


def fast_text(known: list[Line], new: list[Line]) -> Answers:
    import fasttext

    names = sorted({line["category"] for line in known})
    numbers = {name: number for number, name in enumerate(names)}

    def worded(line: Line) -> str:
        around = " ".join(key.replace(" ", "_") for key in _context(line))
        return f"{_text(line).lower()} {around}".replace("\n", " ")

    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"__label__{numbers[e['category']]} {worded(e)}\n" for e in known)
        file.flush()
        with _quiet():
            model = fasttext.train_supervised(
                file.name, epoch=40, lr=0.5, wordNgrams=2, minn=2, maxn=5, dim=50,
                bucket=100_000, thread=1, verbose=0, seed=1,
            )  # fmt: skip
    answers = []
    for line in new:
        found = model.f.predict(worded(line) + "\n", 1, 0.0, "strict")
        chance, label = found[0] if found else (0.0, "__label__0")
        answers.append((names[int(label.removeprefix("__label__"))], float(chance)))
    return answers


def smart_importer(known: list[Line], new: list[Line]) -> Answers:
    """Let its own decorator complete transactions; it tells no score."""
    from beancount.core.amount import Amount
    from beancount.core.data import Open, Posting, Transaction
    from smart_importer import PredictPostings

    names = sorted({line["category"] for line in known})
    accounts = {name: f"Expenses:C{number}" for number, name in enumerate(names)}
    back = {account: name for name, account in accounts.items()}

    def entry(line: Line, category: str | None) -> Transaction:
        units = Amount(Decimal(line["minor"]) / 100, "GBP")
        postings = [Posting("Assets:Bank", units, None, None, None, None)]
        if category is not None:
            postings.append(Posting(accounts[category], -units, None, None, None, None))
        said = line["purpose"] or line["counterparty"]
        day = dt.date.fromisoformat(line["date"])
        return Transaction(
            {"lineno": 0}, day, "*", line["counterparty"], said, frozenset(), frozenset(), postings
        )

    first = dt.date(1990, 1, 1)
    existing: list[Open | Transaction] = [
        Open({"lineno": 0}, first, each, [], None) for each in ("Assets:Bank", *back)
    ]
    existing += [entry(line, line["category"]) for line in known]
    asked = [("new", [entry(line, None) for line in new], "Assets:Bank", None)]
    ((_, done, _, _),) = PredictPostings().hook(asked, existing)
    return [(back.get(each.postings[-1].account, ""), 0.0) for each in done]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with open("/dev/null", "w") as nowhere, contextlib.redirect_stderr(nowhere):  # noqa: PTH123 - device
        yield


PEERS: dict[str, Callable[[list[Line], list[Line]], Answers]] = {
    "smart_importer": smart_importer,
    "TF-IDF + LinearSVC": svc,
    "the same with amount and unit": svc_in_context,
    "fastText": fast_text,
}


def main() -> None:
    """Answer all sets; peers that are not installed are left out."""
    given = json.load(sys.stdin)
    answered: dict[str, dict[str, list[Answers]]] = {}
    for name, peer in PEERS.items():
        for title, (known, new) in given.items():
            border = len(known) * 4 // 5
            try:
                whole = peer(known, new)
                part = peer(known[:border], known[border:]) if name != "smart_importer" else []
            except ImportError:
                continue
            answered.setdefault(title, {})[name] = [whole, part]
    json.dump(answered, sys.stdout)


if __name__ == "__main__":
    main()
