"""Leave out how a message opens: "hi!", "Tilly,", "запиши:", "- ", a lone "1)"."""

from collections.abc import Sequence
from itertools import pairwise

from parsing.annotation.tokens import Token, fold

_GREETINGS = (
    "hi hello hey good_morning good_afternoon good_evening good_day morning evening"
    " привіт вітаю вітання доброго_дня добрий_день доброго_ранку добрий_ранок добрий_вечір"
    " доброго_вечора добридень доброго_здоровя день_добрий"
    " привет здравствуйте здрасте добрый_день доброе_утро добрый_вечер доброго_времени"
    " hi_dear hi_there hey_there hello_dear hello_there hi_team hi_girls hi_boss hey_boss"
    " привіт_дівчата привіт_усім дівчата_привіт привет_девочки девочки_привет"
    " всем_привет всім_привіт hi_all hello_all hi_everyone pryvit privet dobryi_den"
)
_ADDRESSES = "tilly тіллі тилли тили тілі бот боте bot"
_ORDERS = (
    "add please_add add_please pls_add log please_log note please_note record please_record"
    " write_down write_this_down put_down enter please_enter"
    " запиши запишіть запиши_будь_ласка запишіть_будь_ласка занеси занесіть внеси внесіть"
    " додай додайте прошу_записати прошу_внести треба_записати"
    " запишите запиши_пожалуйста запишите_пожалуйста занесите внесите добавь добавьте"
    " прошу_записать прошу_внести"
)
_ORDERS_THAT = (
    "can_you_put_down_that can_you_put_down_i could_you_put_down_that can_you_write_down_that"
    " could_you_write_down_that can_you_log_that could_you_log_that can_you_note_that"
    " please_note_that please_write_down_that please_log_that please_record_that put_down_that"
    " write_down_that note_down_that make_a_note_that"
    " запиши_що запишіть_що запиши_будь_ласка_що запишіть_будь_ласка_що занотуй_що занеси_що"
    " запиши_что запишите_что запиши_пожалуйста_что запишите_пожалуйста_что занеси_что"
    " отметь_что отметьте_что"
)
_FORGOTTEN = (
    "so_i_don't_forget so_i_dont_forget before_i_forget lest_i_forget not_to_forget"
    " щоб_не_забути шоб_не_забути щоб_не_забуть шоб_не_забуть поки_не_забула поки_не_забув"
    " чтобы_не_забыть чтоб_не_забыть шоб_не_забыть пока_не_забыла пока_не_забыл "
    "forgot_to_enter forgot_to_add forgot_to_log forgot_to_write forgot_to_write_down"
    " forgot_to_record forgot_to_note i_forgot_to_enter"
    " забула_записати забув_записати забула_внести забув_внести забули_записати забули_внести"
    " late_report late_entry late_note logging_late writing_late reporting_late"
    " пізній_запис запізнілий_запис пізно_пишу запізно_пишу пишу_пізно"
    " поздняя_запись запоздалая_запись поздно_пишу пишу_поздно"
    " забыла_записать забыл_записать забыла_внести забыл_внести забыли_записать забыли_внести"
)


def _phrases(*lists: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(each.split("_")) for words in lists for each in words.split())


_PLEASE = _phrases("please pls plz плиз пліз плз пж пожалуйста будь_ласка дуже_прошу")
_ASKED = _phrases(_ORDERS)
_ALONE = _phrases(_GREETINGS, _ORDERS_THAT) | {
    (*order, *please) for order in _ASKED for please in _PLEASE
}
"""What opens a message with a sign behind it or none."""
_WITH_A_SIGN = _ASKED | _phrases(_ADDRESSES, _FORGOTTEN)
"""What does only before a sign: "add 300 for fuel" is told whole."""
_FIRST = frozenset(phrase[0] for phrase in _ALONE | _WITH_A_SIGN)
_LONGEST = max(map(len, _ALONE | _WITH_A_SIGN))
_SIGNS = frozenset({",", ":", "!", ".", "-", "–", "—", "\n"})
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·"})
_OPENINGS_MAX = 3
_LIST_MARKS = frozenset({")", "."})


def without_opening(tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the tokens from where a message begins to tell something; all if it only opens."""
    start = 0
    for _ in range(_OPENINGS_MAX):
        found = _opening(tokens[start : start + _LONGEST + 2])
        found = found or _introduction(tokens[start:], is_greeted=start > 0)
        found = found or _doors(tokens[start:])
        if not found:
            break
        start += found
    start += _shift(tokens[start : start + 3])
    start += _mark(tokens[start:])
    return tokens[start:] if start < len(tokens) else tokens


def _opening(tokens: Sequence[Token]) -> int:
    """Count the tokens of a greeting, an address or a request, with its signs; 0 if none."""
    if not tokens or fold(tokens[0].text) not in _FIRST:
        return 0
    said = tuple(fold(token.text) for token in tokens)  # as typed, not as respelt
    for length in range(min(_LONGEST, len(said)), 0, -1):
        phrase, end = said[:length], length
        while end < len(said) and said[end] in _SIGNS:
            end += 1
        is_opening = phrase in _ALONE or (phrase in _WITH_A_SIGN and end > length)
        if is_opening and end < len(said):
            return end
    return 0


_IT_IS = _phrases("its it_'s it's this_is it_is це это з_вами с_вами")
_OF_A_SHIFT = _phrases("from with з із зі с со из на")
_SHIFTS = frozenset(
    "shift till desk counter shop зміни зміні смены смене каси кассы касі кассе".split()
)
_TO_SHIFT_MAX = 4


def _introduction(tokens: Sequence[Token], *, is_greeted: bool) -> int:
    """Count the tokens in which somebody says who writes: "it's Valya from the evening shift,".

    Without a greeting, a shift or a request "це Ігор, 500" may tell whom money went to.
    """
    said = [fold(token.text) for token in tokens[: _LONGEST + _TO_SHIFT_MAX]]
    told = next((len(each) for each in _IT_IS if tuple(said[: len(each)]) == each), 0)
    if not told or told >= len(said) or not tokens[told].text[0].isalpha():
        return 0
    end = told + 1
    if (said[end],) in _OF_A_SHIFT if end < len(said) else False:
        ends = [at for at in range(end + 1, len(said)) if said[at] in _SHIFTS]
        end = ends[0] + 1 if ends and ends[0] - end <= _TO_SHIFT_MAX else end
    is_told = is_greeted or end > told + 1
    signs = end
    while signs < len(said) and said[signs] in _SIGNS:
        signs += 1
    is_asked = _opening(tokens[signs : signs + _LONGEST + 2]) > 0
    return signs if (is_told and signs > end) or is_asked else 0


_JUST = _phrases("just only finally щойно тільки тільки_що лише нарешті только только_что наконец")
_DOORS = _phrases(
    "locked_up closed_up closed shut shut_up shutting_up closing closing_up closing_now opened"
    " opened_up закрила закрилась закрилася закрились закрилися закрили закрив закрився зачинила"
    " зачинилась зачинилася зачинились зачинилися зачинили закриваюсь закриваюся закриваємось"
    " закриваємося зачиняюсь зачиняємось відкрила відкрилась відкрилася відкрились відкрилися"
    " відчинила відчинилась відчинилися закрыла закрылась закрылись закрыли закрыл закрылся"
    " закрываюсь закрываемся открыла открылась открылись zakryla zakrylas zakrylasia zakrylys"
    " zakrylysia zakrylis vidkryla vidkrylas vidkrylysia otkryla otkrylas otkrylis"
)
_OF_DOORS = frozenset(
    "the up shop store till register doors day shift магазин крамницю касу зміну точку день двері"
    " кассу смену лавку дверь двери mahazyn magazin kasu kassu zminu smenu den".split()
)
_DOORS_FIRST = frozenset(phrase[0] for phrase in _JUST | _DOORS) | _OF_DOORS
_DOORS_MAX = 6


def _doors(tokens: Sequence[Token]) -> int:
    """Count the tokens of "just locked up." before something is told; 0 if none say so.

    A figure right behind it is what was counted: "закрила касу, 18 640".
    """
    if not tokens or fold(tokens[0].text) not in _DOORS_FIRST:
        return 0
    said = [fold(token.text) for token in tokens[: _DOORS_MAX + 2]]
    start = max((len(each) for each in _JUST if tuple(said[: len(each)]) == each), default=0)
    while start < len(said) and (said[start] in _OF_DOORS or said[start] == "is"):
        start += 1
    rest = tuple(said[start:])
    end = max((len(each) for each in _DOORS if rest[: len(each)] == each), default=0)
    if not end:
        return 0
    end += start
    while end < len(said) and said[end] in _OF_DOORS:
        end += 1
    signs = end
    while signs < len(said) and said[signs] in _SIGNS:
        signs += 1
    is_apart = end < signs < len(said)
    return signs if is_apart and not tokens[signs].is_digits else 0


_NUMBERED = frozenset({"зміна", "смена", "shift", "zmina", "smena"})
_HEADS = frozenset({":", ",", "\n"})


def _shift(tokens: Sequence[Token]) -> int:
    """Count the tokens that say which shift a message is of: "Зміна 2: …"; 0 if none do."""
    if len(tokens) < 3 or fold(tokens[0].text) not in _NUMBERED:  # a word, a digit, a sign
        return 0
    is_number = tokens[1].is_digits and len(tokens[1].text) == 1
    return 3 if is_number and tokens[2].text in _HEADS else 0


def _mark(tokens: Sequence[Token]) -> int:
    """Count the tokens of a mark of a list that has one thing, before a word; 0 if none."""
    if len(tokens) > 1 and tokens[0].text in _BULLETS and _is_word_apart(tokens, 1):
        is_list = any(token.text == "\n" for token in tokens)
        return 0 if is_list else 1
    is_first = (
        len(tokens) > 2 and tokens[0].text == "1" and tokens[1].text in _LIST_MARKS
    )  # the number, its mark, a word
    if not is_first or tokens[0].end != tokens[1].start or not _is_word_apart(tokens, 2):
        return 0
    has_second = any(
        token.text == "2" and after.text == tokens[1].text for token, after in pairwise(tokens)
    )
    return 0 if has_second else 2


def _is_word_apart(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[0].isalpha() and tokens[at].start > tokens[at - 1].end
