"""Tell a question to the bot, and what it is about."""

import datetime as dt
import itertools
from collections.abc import Sequence

from parsing.annotation.cues import woken_by
from parsing.annotation.spans import Span, SpanKind
from parsing.annotation.tokens import fold
from parsing.operation.operation import has_money
from parsing.reading import Question, QuestionTopic

_EARLY = 4
_TOPICS = {"today": QuestionTopic.TODAY, "balance": QuestionTopic.BALANCE}


def find_question(spans: Sequence[Span], *, has_mark: bool, today: dt.date) -> Question | None:
    """Read a message as a question, if it is one."""
    is_of_others = _is_asked_by_another(spans) or _bids_to_call(spans)
    if asks_what_for_oneself(spans) or (is_of_others and not has_mark):
        return None
    spans = without_reminding(spans)
    has_mark = has_mark and any(span.text == "?" for span in spans)
    words = [span for span in spans if span.kind is not SpanKind.PUNCTUATION]
    has_mark = has_mark and not (has_money(words) and _answers_itself(spans))
    asked = {span.value for span in words if span.kind is SpanKind.QUESTION}
    opens = next((span.value for span in words if span.kind not in _BEFORE_ASKING), "")
    told_words = [*itertools.takewhile(lambda each: each.kind is not SpanKind.VERB, words)]
    told = iter(told_words)
    is_strong = bool(words) and (opens == "strong" or any(map(_asks_outright, told)))
    is_strong = is_strong or _asks_in_english(words) or _asks_whether(words)
    is_strong = is_strong and not (_does_not_know(words) or _is_reported(words))
    if not has_mark and _only_tells_when(spans):
        return None
    is_early = opens == "weak" or any(
        span.kind is SpanKind.QUESTION and span.value != "weak" and not _is_of_perfect(words, at)
        for at, span in enumerate(
            itertools.takewhile(lambda each: each.kind is not SpanKind.VERB, words[:_EARLY])
        )
    )
    is_told = any(span.kind is SpanKind.VAGUE for span in words)
    is_bare = not has_money(words) and bool(asked) and is_early and not is_told
    is_planned = any(span.kind is SpanKind.PLAN and span.value == "future" for span in words)
    is_bare = is_bare or (opens == "ask" and not is_planned and not _tells_total(words))
    is_bare = is_bare or (not has_money(words) and any(map(_asks_how_much, told_words)))
    is_topic_only = bool(words) and all(_is_topic(span) for span in words)
    is_bare = is_bare or _asks_by_noun(words) or (is_topic_only and bool(asked))
    if not (has_mark or is_strong or is_bare):
        return None
    return Question(_topic(words, asked, today.isoformat()))


_ASKS = ("asks", "asked", "питає", "питав", "питала", "спрашива", "спросил", "цікавиться")
_WHO_ASKS = frozenset({SpanKind.WORD, SpanKind.NAME, SpanKind.ROLE, SpanKind.PHONE})


def _is_asked_by_another(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is told to have asked: "Kovalchuk asks when his pump arrives"."""
    at = next((it for it, span in enumerate(spans) if span.folded.startswith(_ASKS)), 0)
    before = [span for span in spans[:at] if span.kind is not SpanKind.PUNCTUATION]
    is_told = bool(before) and all(span.kind in _WHO_ASKS for span in before)
    after = spans[at + 1 : at + 3]
    return (
        is_told and not has_money(spans) and any(span.kind is SpanKind.QUESTION for span in after)
    )


_CALLS = ("call", "ring", "phone", "дзвін", "подзвон", "зателефон", "набер", "позвон", "наберите")


def _bids_to_call(spans: Sequence[Span]) -> bool:
    """Tell whether somebody is told to call: "call 0671234567 when the pipes arrive"."""
    return bool(spans) and spans[0].folded.startswith(_CALLS)


_TOTALS = frozenset({"total for", "totals for"})
_SPENT_ON = frozenset({SpanKind.FIRM, SpanKind.GOODS, SpanKind.PURPOSE, SpanKind.THING})


def _tells_total(words: Sequence[Span]) -> bool:
    """Tell whether "total for the gas bill 640" says itself what it comes to."""
    is_total = words[0].folded in _TOTALS and has_money(words)
    return is_total and any(span.kind in _SPENT_ON for span in words)


_WHY = frozenset({"нащо", "нашо", "навіщо", "зачем", "нафіг", "нафига", "why"})
_TO_ME = frozenset({"мені", "мне", "me", "нам"})


@woken_by(words=_WHY)
def asks_what_for_oneself(spans: Sequence[Span]) -> bool:
    """Tell whether the one who writes wants no money: "та нашо мені ті 500, я й так поможу"."""
    at = next((it for it, span in enumerate(spans[:3]) if span.folded in _WHY), None)
    after = spans[at + 1 : at + 2] if at is not None else ()
    is_to_me = any(span.folded in _TO_ME for span in after)
    return is_to_me and not any(span.kind is SpanKind.VERB for span in spans)


def _opens_with_you_know(spans: Sequence[Span]) -> bool:
    return " ".join(span.folded for span in spans[:2]) == "you know"


_WANTED = frozenset(
    "расходы витрати expenses баланс balance итого підсумок итог виручка выручка виторг takings"
    " топ top порівняй сравни compare останні последние last середній средний average обороти"
    " обороты turnover totals".split()
)
_OF_TIME = frozenset(
    "today yesterday week month day year день тиждень місяць рік неделю месяц год дня тижня місяця"
    " недели месяца року года entries records записів записи записей entry витрат расходов чек"
    " чека зараз сейчас now".split()
)
_TIMES = frozenset({SpanKind.DATE, SpanKind.DATE_WORD, SpanKind.MONTH, SpanKind.QUANTITY})
_QUIET = frozenset({SpanKind.COMMON, SpanKind.PREPOSITION, SpanKind.JOINER})
_WORDS_MAX = 6


def _asks_by_noun(words: Sequence[Span]) -> bool:
    """Tell whether only what is wanted is named, and of when: "расходы за неделю", "баланс"."""
    if not words or len(words) > _WORDS_MAX or has_money(words):
        return False
    named = [span for span in words if span.text.casefold() in _WANTED]
    others = [span for span in words if span not in named]
    return words[0] in named and all(
        span.kind in _TIMES or span.kind in _QUIET or span.text.casefold() in _OF_TIME
        for span in others
    )


_REMINDING = frozenset(
    "remember guess пам'ятаєш памятаєш пам'ятаєте памятаєте помнишь помните знаєш знаешь уявляєш"
    " представляешь recall".split()
)


def without_reminding(spans: Sequence[Span]) -> Sequence[Span]:
    """Leave out a first sentence that only reminds of somebody: "Remember the couple? They …"."""
    mark = next((at for at, span in enumerate(spans) if span.text == "?"), len(spans))
    if mark == len(spans):
        return spans
    said = {fold(span.text) for span in spans[:mark]}  # as typed, not as respelt
    if said.isdisjoint(_REMINDING) and not _opens_with_you_know(spans):
        return spans
    is_told_on = mark + 2 < len(spans) and not any(span.text == "?" for span in spans[mark + 1 :])
    return spans[mark + 1 :] if is_told_on and not has_money(spans[:mark]) else spans


_WHEN = frozenset({"коли", "когда", "when", "як", "как"})


def _only_tells_when(spans: Sequence[Span]) -> bool:
    """Tell whether "when" opens a clause and the next one tells a sum: "коли забирав, дав 200"."""
    if not spans or spans[0].folded not in _WHEN:
        return False
    if has_money(spans) and spans[0].folded == "when" and any(map(_acts, spans, spans[1:])):
        return True  # "when the courier came I gave him 200"
    border = next((at for at, span in enumerate(spans) if span.text == ","), len(spans))
    told = spans[border:]
    return has_money(told) and any(span.kind is SpanKind.VERB for span in told)


def _acts(who: Span, what: Span) -> bool:
    return who.kind is SpanKind.PERSON and what.kind is SpanKind.VERB


_ASKED = frozenset(
    "asked asks питав питала питали питає питают спрашивал спрашивала спрашивали спрашивает"
    " спросил спросила спросили запитав запитала запитали цікавився цікавилась цікавились".split()
)


def _is_reported(words: Sequence[Span]) -> bool:
    """Tell whether somebody else asked: "a customer asked how much for the sofa, said 6 800"."""
    at = next((it for it, span in enumerate(words) if span.kind is SpanKind.QUESTION), 0)
    before = [word for span in words[:at] for word in span.folded.split()]
    return has_money(words) and bool(_ASKED & set(before)) and not {"me", "us"} & set(before)


_COLLEAGUES = frozenset(
    "guys girls ladies lads folks everyone everybody team дівчата дівчатка хлопці народ колеги"
    " ребята девочки девчата мальчики хлопцы коллеги девчонки ребят дівчат divchata khloptsi"
    " hloptsi rebyata devochki".split()
)
_OF_BOOKS = frozenset(
    {
        SpanKind.AMOUNT,
        SpanKind.BALANCE,
        SpanKind.CARD,
        SpanKind.CASH,
        SpanKind.CURRENCY,
        SpanKind.DOCUMENT_WORD,
        SpanKind.FIRM,
        SpanKind.ORDER,
        SpanKind.PURPOSE,
        SpanKind.RANGE,
    }
)
_PLACES_OF_CASH = frozenset({"till", "bank"})
_WRITTEN = (
    "запис", "вніс", "внес", "внос", "занес", "провод", "провел", "пров", "вбив", "вбил", "record",
    "log", "enter", "wrote", "write", "note", "скіл", "скол", "how much", "how many", "плат",
    "paid", "pay",
)  # fmt: skip


def is_asked_of_colleagues(spans: Sequence[Span]) -> bool:
    """Tell whether the girls or the lads are asked, not of money: "guys, who's on tomorrow?"."""
    words = [span for span in spans if span.kind is not SpanKind.PUNCTUATION]
    if _is_offered(words):
        return True
    return any(span.folded in _COLLEAGUES for span in words[:2]) and not any(
        span.kind in _OF_BOOKS or span.value in _PLACES_OF_CASH or span.folded.startswith(_WRITTEN)
        for span in words
    )


def _is_offered(words: Sequence[Span]) -> bool:
    """Tell whether nothing but a treat is offered round: "кому чай", "girls, who wants coffee"."""
    treats = [it for it in words if it.value == "office_household"]
    if len(treats) != 1:
        return False
    rest = [it for it in words if it.folded not in _COLLEAGUES and it.kind is not SpanKind.COMMON]
    return " ".join(it.folded for it in rest if it not in treats) in _OFFERED


_OFFERED = frozenset(
    {
        *("кому", "хто буде", "хто хоче", "кто будет", "кто хочет", "будете"),
        *("who wants", "anyone want", "anyone for", "komu", "hto bude"),
    }
)


def _answers_itself(spans: Sequence[Span]) -> bool:
    """Tell whether only the writer asked himself: "за хліб? ні, за корм 940"."""
    marks = [at for at, span in enumerate(spans) if span.text == "?"]
    return len(marks) == 1 and any(
        span.folded in _NO for span in spans[marks[0] + 1 : marks[0] + 2]
    )


def _is_of_perfect(words: Sequence[Span], at: int) -> bool:
    """Tell whether "has" stands before its verb and behind who did it: "order 2815 has paid"."""
    after = words[at + 1] if at + 1 < len(words) else None
    is_has = words[at].folded in {"has", "have"} and at > 0
    return (
        is_has and after is not None and (after.kind is SpanKind.VERB or after.number is not None)
    )


_HOW_MUCH = frozenset({"сколько", "скок", "скока", "скоко", "скільки", "скіки", "скіко"})


def _asks_how_much(span: Span) -> bool:
    return span.kind is SpanKind.QUESTION and span.folded in _HOW_MUCH


_WHETHER = frozenset({"чи", "chy"})
_OR_NOT = frozenset(
    {"или нет", "или не", "или еще нет", "чи ні", "чи нє", "чи ще ні", "or not", "or no", "or nah"}
)


def _asks_whether(words: Sequence[Span]) -> bool:
    """Tell whether it opens with "чи", or ends with "or not": no mark is needed then."""
    told = [span for span in words if span.kind not in _BEFORE_ASKING]
    if not told:
        return False
    tail = " ".join(span.folded for span in words[-3:])
    is_tail = any(tail.endswith(f" {each}") or tail == each for each in _OR_NOT)
    is_sure = all(span.kind is not SpanKind.VAGUE for span in told[:-2])
    is_opened = told[0].folded in _WHETHER and all(span.number is None for span in told[1:2])
    is_asked = is_opened or (is_tail and is_sure) or _asks_if_entered(words)
    return is_asked or _asks_by_particle(words)


_ANYBODY = frozenset({"хтось", "кто-то", "хто-небудь", "кто-нибудь", "htos", "khtos"})
_ENTERED = ("заноси", "записув", "записыва", "вносил", "вносив", "вносила", "проводил", "проводив",
    "вбивал", "вбивав", "вписув", "вписыва")  # fmt: skip


_GOT_IN = ("записал", "записав", "занесл", "внесл", "провел", "сохранил", "зберегл", "зафикс",
    "зафікс", "збереж")  # fmt: skip
_REFLEXIVE = ("сь", "ся")
_OR = frozenset({"или", "чи"})


_ARE_IN = ("внесен", "записан", "проведен", "занесен", "учтен", "врахован")


def _asks_by_particle(words: Sequence[Span]) -> bool:
    """Tell whether "ли" stands behind the first word: "платили ли мы за воду 300"."""
    is_asked = len(words) > 1 and words[1].folded == "ли" and words[0].folded not in _SAYING_SO
    return is_asked and all(span.kind is not SpanKind.VAGUE for span in words)


_ASKED_AT_END = (*_ARE_IN, *_ENTERED)
_SAYING_SO = frozenset({"мало", "то", "вряд", "едва"})


def _asks_if_entered(words: Sequence[Span]) -> bool:
    """Tell whether it is asked who entered it, or if it went in.

    "Хтось заносив 1150 за доставку", "120 за саморезы записалось или повторить", "а 300 внесены".
    """
    if len(words) > 1 and words[0].folded == "а" and words[-1].folded.startswith(_ASKED_AT_END):
        return True
    told = [span for span in words if span.kind not in _BEFORE_ASKING]
    if len(told) > 1 and told[0].folded in _ANYBODY and told[1].folded.startswith(_ENTERED):
        return True
    return any(
        after.folded in _OR
        and span.folded.startswith(_GOT_IN)
        and span.folded.endswith(_REFLEXIVE)
        for span, after in itertools.pairwise(told)
    )


_ASKING_WITH = frozenset("was were is are has have did does do can could should".split())
_ASKED_OF = frozenset("the we i you he she they it there anyone anybody my our this that".split())
_NAMES_ONE = frozenset("did does do is are".split())


def _asks_in_english(words: Sequence[Span]) -> bool:
    """Tell whether the verb comes first: "was the 4 500 from Tkachenko recorded or no"."""
    said = [word for span in words[:3] for word in span.folded.split()]
    if len(said) < 2 or said[0] not in _ASKING_WITH:  # a verb, and who
        return False
    is_named = said[0] in _NAMES_ONE and said[1] == "the" and has_money(words)
    return said[1] in _ASKED_OF and not is_named


def _does_not_know(words: Sequence[Span]) -> bool:
    """Tell whether the writer only says what he does not know: "60 short, no idea where it is"."""
    asking = [at for at, span in enumerate(words) if span.kind is SpanKind.QUESTION]
    near = [span for at in asking for span in words[max(0, at - 2) : at + 3]]
    is_unknown = any(_UNKNOWN & set(span.folded.split()) for span in near)
    return is_unknown and has_money(words) and len(asking) == 1


_UNKNOWN = frozenset({"знаю", "хз", "idea", "dunno", "знає", "знает", "незрозуміло", "непонятно"})
_NO = frozenset({"no", "nope", "nah", "ні", "нє", "нет", "не"})
_BEFORE_ASKING = frozenset({SpanKind.COMMON, SpanKind.JOINER})


def _asks_outright(span: Span) -> bool:
    """Tell whether a phrase asks wherever it stands: "в какую статью"."""
    is_phrase = span.kind is SpanKind.QUESTION and " " in span.folded
    return is_phrase and span.value == "strong"


def _is_topic(span: Span) -> bool:
    return span.kind in {
        SpanKind.QUESTION,
        SpanKind.DATE,
        SpanKind.PREPOSITION,
        SpanKind.COMMON,
        SpanKind.BALANCE,
    }


_DETAILS = frozenset({SpanKind.PURPOSE, SpanKind.ROLE, SpanKind.THING, SpanKind.NAME})


def _topic(words: Sequence[Span], asked: set[str], today: str) -> QuestionTopic:
    """Give the topic if nothing but it is asked about."""
    dates = {span.value for span in words if span.kind is SpanKind.DATE}
    if has_money(words) or dates - {today}:
        return QuestionTopic.OTHER
    if any(span.kind is SpanKind.BALANCE or span.value == "till" for span in words):
        return QuestionTopic.BALANCE
    for name, topic in _TOPICS.items():
        if name in asked:
            return topic
    is_detailed = any(span.kind in _DETAILS for span in words)
    return QuestionTopic.TODAY if dates and not is_detailed else QuestionTopic.OTHER
