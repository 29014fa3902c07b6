"""Know a name that is also another word: "Марта left a prepayment", "отпускные лилии 6 600"."""

from collections.abc import Sequence
from dataclasses import replace

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind

_MONTHLY = frozenset("марта марте april may june august".split())
"""Forms of months that people are called by."""
_OBLIQUE = frozenset({"марте"})
_BEFORE = frozenset({SpanKind.PUNCTUATION, SpanKind.NEWLINE, SpanKind.JOINER, SpanKind.ROLE})
_OF_WAGES = frozenset({SpanKind.AMOUNT, SpanKind.PURPOSE})


def as_month(word: Span | None) -> Span | None:
    """Read a name that is typed small right behind a day as the month it is: "31 marta"."""
    if word is None or word.text != "marta":
        return word
    return replace(word, kind=SpanKind.MONTH, value="3")


@woken_by(words=_MONTHLY)
def with_names_like_months(spans: list[Span]) -> list[Span]:
    """Take a month's form with a capital, before what somebody did, for the name of who did it.

    Behind any word or number it is a month: "15 Марта", "в Марте", "in early May".
    """
    return [_named(span) if _is_who(spans, at) else span for at, span in enumerate(spans)]


def _is_who(spans: Sequence[Span], at: int) -> bool:
    span, before = spans[at], spans[at - 1] if at else None
    is_written = span.text[0].isupper() and not span.text.isupper()
    if span.kind is not SpanKind.MONTH or span.folded not in _MONTHLY or not is_written:
        return False
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_first = before is None or before.kind in _BEFORE or _is_day_word(before)
    if span.folded in _OBLIQUE:
        is_paid = is_first and after is not None and after.kind in _OF_WAGES
        return is_paid or (before is not None and before.kind is SpanKind.VERB)
    return is_first and after is not None and after.kind is SpanKind.VERB


def _is_day_word(span: Span) -> bool:
    """Tell whether a day was told in a word, so that no month goes with it: "вчора"."""
    return span.kind is SpanKind.DATE and span.text.isalpha()


@woken_by(kinds=(SpanKind.GOODS,))
def with_names_like_goods(spans: list[Span]) -> list[Span]:
    """Take goods with a capital that got what is told for others: "отдали Метизу за шпильки"."""
    for at in range(1, len(spans) - 1):
        span, before, after = spans[at], spans[at - 1], spans[at + 1]
        is_written = span.kind is SpanKind.GOODS and span.text[0].isupper()
        is_got = before.kind is SpanKind.VERB and before.value in _PAYING
        if is_written and is_got and after.value == "for_price" and span.folded.endswith(_DATIVE):
            spans[at] = _named(span)
    return spans


_PAYING = frozenset({"spend", "give", "pay"})
_DATIVE = ("у", "ю", "ові", "еві")


@woken_by(words=("nini", "нині"))
def with_names_like_days(spans: list[Span]) -> list[Span]:
    """Take "Nini" in Latin letters, behind a word with a small letter, for Nina and no "нині"."""
    for at in range(1, len(spans)):
        is_small = spans[at - 1].text[0].islower()
        if spans[at].kind is SpanKind.DATE and spans[at].text == "Nini" and is_small:
            spans[at] = _named(spans[at])
    return spans


_NAMES = frozenset(
    "лилия лилии лилию лилией лілія лілії лілію лілією роза розе розы рози розі розу марта марті"
    " марте марту вера вере веры веру віра вірі віри віру надежда надежде надежды надежду надія"
    " надії надію любовь любови любов любові рома роме ромі рому роми ромы макс максу макса слава"
    " славе славі славу лев льву лева льва леву мила миле милі милу майя майе майі майю майї майа"
    " злата злате златі мирон мирону виола віола виоле віолі жасмин жасмину"
    " lily lilly rose daisy iris poppy ruby violet ivy amber pearl"
    " liliia lilii liliya roza rozi marta marti vira viri nadiia nadii liubov roma romi maks maksu"
    " slava slavi lev levu mila mili".split()
)
"""First names, also of whom, that are flowers, months, or what one hopes for."""
_SIGNS = frozenset({":", "-", "–", "—"})
_PAY = frozenset({"salary", "salary_advance"})
_KNOWN = frozenset({SpanKind.NAME, SpanKind.VERB, SpanKind.AMOUNT})


@woken_by(words=_NAMES)
def with_names_of_wages(spans: list[Span]) -> list[Span]:
    """Take a word right behind a wage that is also a first name's form for whom it was paid to."""
    named = list(spans)
    for at in range(1, len(spans)):
        is_after_sign = at > 1 and spans[at - 1].text in _SIGNS  # "зп: роза 8000"
        pay, who = spans[at - 1 - is_after_sign], spans[at]
        is_pay = pay.kind is SpanKind.PURPOSE and pay.value in _PAY
        is_open = who.folded in _NAMES and who.kind not in _KNOWN
        if is_pay and is_open and not _is_said_of_pay(spans, at):
            named[at] = _named(who)
    return named


def _is_said_of_pay(spans: Sequence[Span], at: int) -> bool:
    """Tell whether an English word may be told of the wage: "salary rose to 9 000"."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_latin = spans[at].text.isascii()
    return is_latin and after is not None and after.kind is SpanKind.PREPOSITION


_TRADES = frozenset(
    "гончар гончару гончарю ткач ткачу коваль ковалю бондар бондарю бондарь мельник мельнику"
    " кравець кравцю кравец кравцу швець шевцю швец шевцу кушнір кушніру кушнир кушниру скляр"
    " скляру столяр столяру маляр маляру римар римарю стельмах стельмаху чумак чумаку козак козаку"
    " мороз морозу голуб голубу сорока сороці сороке шевчик шевчику різник різнику писар писарю"
    " honchar tkach koval bondar melnyk kravets kravtsu shvets kushnir sklyar stoliar chumak kozak"
    " moroz holub".split()
)
"""Family names that were a trade or a bird once, also of whom."""
_FAMILY = ("ець", "ец")
"""What is read as a family name anyhow."""
_OF_BUYERS = frozenset({"customer_refund", "customer_prepayment", "sale_cash"})
_COUNTED = frozenset({SpanKind.QUANTITY, SpanKind.AMOUNT, SpanKind.GOODS})


@woken_by(words=_TRADES)
def with_names_like_trades(spans: list[Span]) -> list[Span]:
    """Take such a word with a capital for a buyer: before goods and cash, or behind "refund"."""
    is_cash = any(span.kind is SpanKind.CASH for span in spans)
    is_told = any(span.kind is SpanKind.VERB for span in spans)
    has_goods = any(span.kind is SpanKind.GOODS for span in spans[1:3])
    for at, span in enumerate(spans):
        if span.folded not in _TRADES or not span.text[0].isupper() or span.text.isupper():
            continue
        after = spans[at + 1].kind if at + 1 < len(spans) else None
        is_heading = (
            at == 0
            and not span.folded.endswith(_FAMILY)
            and after in _COUNTED
            and is_cash
            and has_goods
            and not is_told
        )
        if is_heading or (at > 0 and spans[at - 1].value in _OF_BUYERS):
            spans[at] = replace(span, kind=SpanKind.WORD, value="") if at else _named(span)
    return spans


def _named(span: Span) -> Span:
    return replace(span, kind=SpanKind.NAME, value="name")
