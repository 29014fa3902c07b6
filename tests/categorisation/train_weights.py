"""Learn the weights that a new shop begins with, from made-up years alone.

python -m tests.categorisation.train_weights            learn, and write the weights
python -m tests.categorisation.train_weights --check    what they are worth on other years
"""

import json
import sys
from pathlib import Path

from categorisation.categorise import Categoriser
from categorisation.predict import WEIGHTS
from categorisation.starter import starter_rules
from tests.categorisation.shop_years import TRADES, Answered, card_year, shop_year

SHIPPED = Path(__file__).parents[2] / "categorisation" / "weights.json"
ROUNDS = 2
START = 0.3
CHECKED = 100
"""Seeds from here on are only for checking."""


def years(first_seed: int) -> list[list[Answered]]:
    """Make the years: each trade, and cards of firms that file more and less alike."""
    made = []
    for number, trade in enumerate(TRADES):
        made.append(shop_year(first_seed + number, trade))
        made.append(card_year(first_seed + number, doubt=0.15 + 0.2 * number))
    return made


def learn(made: list[list[Answered]]) -> list[int]:
    """Give the weights, in thousandths, after going through the years line by line."""
    weights, sums = [START] * WEIGHTS, [1.0] * WEIGHTS
    for _ in range(ROUNDS):
        for year in made:
            shop = Categoriser(hints=starter_rules())
            shop.predictor.weights, shop.predictor.sums = weights, sums
            shop.study(year)
    return [round(weight * 1_000) for weight in weights]


def check(weights: list[int]) -> None:
    """Print how a year's second half is proposed when the first half is known."""
    for year in years(CHECKED):
        shop = Categoriser(hints=starter_rules())
        shop.predictor.weights = [weight / 1_000 for weight in weights]
        half = len(year) // 2
        shop.study(year[:half])
        lines = [line for line, _ in year[half:]]
        proposals = shop.propose(lines)
        answers = [category for _, category in year[half:]]
        right = [each.category == said for each, said in zip(proposals, answers, strict=True)]
        alone = [is_right for each, is_right in zip(proposals, right, strict=True) if each.auto]
        precision = sum(alone) / max(1, len(alone))
        print(  # noqa: T201 - a script speaks by printing
            f"{len(lines)} lines: right {sum(right) / len(right):.3f}, "
            f"alone {len(alone) / len(lines):.3f}, of these right {precision:.4f}"
        )


def main(arguments: list[str]) -> None:
    """Learn, or check what was learned."""
    if "--check" in arguments:
        check(json.loads(SHIPPED.read_text(encoding="utf-8")))
        return
    learned = learn(years(0))
    SHIPPED.write_text(json.dumps(learned) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
