"""How a rule for bank lines reads, and what it would have touched."""

from collections import Counter
from collections.abc import Iterator, Mapping

from categorisation.rules import Direction, Rule
from categorisation.starter import starter_rules
from ledger.accounts import LANGUAGES, Account, Chart
from ledger.money import Money
from locales.words import Words, shorten
from parsing.annotation.tokens import scan_tokens
from parsing.memory.memory import memory_key
from services.review.line_rules import RuleTried
from services.review.review_ports import RuleUse

_OTHERS_MAX = 4
_ALL_OF_IT = 160
_STARTERS_MAX = 8
_WORD_MIN = 4
"""Shorter words name no account."""


def rule_line(words: Words, rule: Rule, chart: Chart) -> str:
    """Say a rule in one line: what a line must have, and what it then is."""
    name = chart[rule.category].name(words.language) if rule.category in chart else rule.category
    has = " · ".join(_conditions(words, rule))
    return words("rule-line", has=shorten(has, _ALL_OF_IT), account=name)


def _conditions(words: Words, rule: Rule) -> Iterator[str]:
    if rule.party_words:
        yield words.plain("rule-party", words=", ".join(rule.party_words))
    if rule.words:
        yield words.plain("rule-words", words=", ".join(rule.words))
    if rule.accounts:
        yield words.plain("rule-account", number=", ".join(rule.accounts))
    if rule.tax_ids:
        yield words.plain("rule-tax-id", number=", ".join(rule.tax_ids))
    if rule.direction is not Direction.BOTH:
        yield words.plain(f"rule-way-{rule.direction.value}")
    if rule.minor_min:
        yield words.plain("rule-least", amount=Money(rule.minor_min, rule.currency))
    if rule.minor_max is not None:
        yield words.plain("rule-most", amount=Money(rule.minor_max, rule.currency))


def tried_lines(words: Words, tried: RuleTried, chart: Chart) -> Iterator[str]:
    """Tell what a rule would have touched, and whom it contradicts."""
    yield rule_line(words, tried.rule, chart)
    yield words("rule-tried", total=tried.total, same=tried.same, open=len(tried.open))
    for key, count in tried.otherwise[:_OTHERS_MAX]:
        name = chart[key].name(words.language) if key in chart else key
        yield words("rule-otherwise", count=count, account=name)
    if tried.contradicted:
        yield words("rule-contradicts", count=tried.contradicted)


def use_of(words: Words, use: RuleUse | None) -> str:
    """Say how often a rule fitted, and was overruled."""
    hits, overruled = (0, 0) if use is None else (use.hits, use.overruled)
    return words("rule-use", hits=hits, overruled=overruled)


def starters_used(words: Words, uses: Mapping[str, RuleUse], chart: Chart) -> Iterator[str]:
    """Say what the rules that a shop begins with have filed lines as, the most often first."""
    hits: Counter[str] = Counter()
    for rule in starter_rules():
        if rule.name in uses:
            hits[rule.category] += uses[rule.name].hits
    for key, count in hits.most_common(_STARTERS_MAX):
        name = chart[key].name(words.language) if key in chart else key
        yield f"{name} – {count}"


def accounts_named(chart: Chart, language: str, text: str) -> list[Account]:
    """Find the open accounts whose name or code has all words that were typed.

    An account that is called just so comes alone.
    """
    wanted = text.casefold().split()
    open_ones = [each for each in chart if each.is_open and not each.is_till]
    just_so = [each for each in open_ones if each.name(language).casefold() == " ".join(wanted)]
    if just_so:
        return just_so
    return [
        each for each in open_ones if wanted and all(_has(each, language, part) for part in wanted)
    ]


def accounts_said(chart: Chart, text: str) -> list[Account]:
    """Find the open accounts that share the most words of their names, in any language.

    Words fall together as the shop's memory has them, so that case endings tell nothing apart.

    Args:
        chart: the accounts.
        text: what somebody said of a line.
    """
    said = _keys(text)
    shared = {
        each.key: max(len(said & _keys(each.name(language))) for language in LANGUAGES)
        for each in chart
        if each.is_open and not each.is_till
    }
    most = max(shared.values(), default=0)
    return [chart[key] for key, count in shared.items() if most and count == most]


def _keys(text: str) -> set[str]:
    words = (token.folded for token in scan_tokens(text) if len(token.text) >= _WORD_MIN)
    return {memory_key(word) for word in words if word.isalpha()}


def _has(account: Account, language: str, part: str) -> bool:
    name = account.name(language).casefold()
    return account.code.startswith(part) or any(
        word.startswith(part) for word in name.replace("-", " ").split()
    )
