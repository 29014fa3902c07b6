"""What customers write on a transfer: right, half right, or nothing of use."""

from dataclasses import dataclass

from bench.worlds.calendar import dotted, dotted_short, money_text
from bench.worlds.dice import Dice
from bench.worlds.goods import GOODS
from bench.worlds.records import Customer

LONGEST = 140

UKRAINIAN = (
    "Оплата замовлення №{n}{v}",
    "Оплата за {g}, замовлення {n}{v}",
    "Сплата згідно рахунку {n} від {d}{v}",
    "Згідно рах-фактури №{n} від {d} за {g}{v}",
    "За товар, рахунок на оплату № {n} від {d} р.{v}",
    "оплата по рахунку {n}",
    "Замовл. {n}, {g}",
    "Зам {n}",
    "Платіж за інтернет-замовлення {n}",
    "За побутову техніку згідно рахунку №{n} від {d}{v}",
    "Переказ за {g} (замовлення № {n})",
    "Покупка {g}, номер {n}",
    "Рах.№{n} вiд {d}, {g}{v}",
)
RUSSIAN = (
    "Оплата заказа № {n}{v}",
    "За {g} по счёту {n} от {d}{v}",
    "Оплата по сч. {n}",
    "заказ {n} {g}",
    "Перевод за заказ номер {n} от {d}",
    "Согласно счета № {n} от {d} за технику{v}",
)
MIXED = (
    "Оплата за {g} зак. {n} вiд {d}",
    "За замовлення №{n} от {d}, {g}",
    "сплата по счету {n} {g}",
    "Order {n} оплата за товар{v}",
    "opl zamovlennya {n}",
    "oplata za {g} rahunok {n}",
)
ENGLISH = (
    "Invoice {n}",
    "Order no. {n}, {g}",
    "Payment of invoice {n} dated {d}",
    "PMT ORDER {n}",
    "ref {n}",
)
BARE = ("{n}", "№{n}", "#{n}", "N{n}", "рах {n}", "{n} {g}", "{n} від {d}", "{d} {n}")
SILENT = (
    "Оплата за товар{v}", "Оплата за {g}{v}", "Переказ власних коштів", "За техніку",
    "Сплата за товари{v}",
    "Перевод на карту", "Оплата покупки", "За {g}", "Поповнення рахунку", "For goods",
    "Оплата від {d}",
    "Переказ між фізичними особами", "Дякую!", "оплата",
)  # fmt: skip
POLISH = (
    "Zapłata za zamówienie {n}",
    "Faktura nr {n} z dnia {d}",
    "Przelew za {g}, zam. {n}",
    "zamowienie {n}",
    "Opłata {n} {g}",
)
BOILERPLATE = (
    "Переказ коштів на користь ТОВ згідно заявки клієнта від {d}, відповідає платник; {n}",
    "*;101;{t};01;{d};Оплата за товари рах. {n};;",
    "ІНШІ ПЛАТЕЖІ. Платник ІПН {t}. Призначення: замовлення {n}{v}",
    "/INV/{n} {d} /ROC/ {g} /BNF/ payment for household appliances",
    "TRANSFER ORDER REF{t}. DETAILS: invoice {n} dd {d}. CHARGES SHA. NO VAT",
    "Прийнято від клієнта через відділення №{a}, квитанція {t}, за замовлення {n}, без ПДВ",
    "Wire transfer {t} / purpose code GDDS / {g} / purchase order {n}",
)
MANNERS = {
    "uk": UKRAINIAN, "ru": RUSSIAN, "mixed": MIXED, "en": ENGLISH, "bare": BARE, "pl": POLISH,
    "long": BOILERPLATE,
}  # fmt: skip
FIRST_PART = (
    "Аванс",
    "Передплата",
    "Перша частина",
    "Аванс 40%",
    "Prepayment",
    "задаток",
    "1 з 2:",
)
LAST_PART = (
    "Залишок",
    "Остаточна оплата",
    "Друга частина",
    "доплата",
    "Balance",
    "остаток",
    "2 з 2:",
)
BOTH = (
    "Оплата замовлень {n}{v}", "За рахунками {n}{v}", "рах. {n}", "Оплата счетов {n}", "{n}",
    "Invoices {n}", "Сплата за техніку, замовлення №{n}{v}",
)  # fmt: skip
JOINTS = (", ", ",", " та ", " + ", "; ", " і ", " / ", " и ")
_ASIDES = (
    "тел. {p}", "{p}", "дог. {a}/26", "договір № {b} від {e}", "накладна {b}", "акт №{a} від {e}",
    "ІПН {t}", "ЄДРПОУ {u}", "картка *{c}", "с/ф {b}", "чек {t}", "код {c}", "доставка {e}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A purpose and what can be read in it: a number, a phone; empty for none."""

    text: str
    number: str = ""
    exact: bool = False
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Habits:
    """How people write in a world: rates of each lapse, weights of each manner."""

    manners: tuple[tuple[str, float], ...]
    silent: float
    mistyped: float
    spaced: float
    aside: float
    shouting: float
    clipped_prefix: float
    prefixed: float = 0.0
    """How often a number has a year or zeros about it."""
    shortened: float = 0.0
    """How often numbers one after another are told by their last digits."""
    ranged: float = 0.0
    """How often three or more numbers one after another are told as from and to."""
    misleading: float = 0.0
    """How often another paper is told whose number is another order's."""
    silent_back: float = 0.0
    """How often what is given back tells no number."""


def mistype(dice: Dice, number: str) -> str:
    """Return the number with one slip of the finger."""
    spots = [place for place, letter in enumerate(number) if letter.isdigit()]
    place = dice.pick(spots)
    slip = dice.weighted((("swap", 3), ("wrong", 4), ("lost", 2), ("twice", 1)))
    if slip == "swap" and place + 1 < len(number) and number[place] != number[place + 1]:
        return number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if slip == "lost" and len(spots) > 4:
        return number[:place] + number[place + 1 :]
    if slip == "twice":
        return number[:place] + number[place] + number[place:]
    other = (int(number[place]) + dice.between(1, 9)) % 10
    return f"{number[:place]}{other}{number[place + 1 :]}"


_PREFIXED = ("00{n}", "0{n}", "2026-{n}", "{n}/2026", "26/{n}", "{n}-СФ", "INV{n}", "Р-{n}")
_PAPERS = ("дог. {o}", "накладна {o}", "акт №{o}", "договір № {o}", "видаткова {o}")


def _as_typed(dice: Dice, habits: Habits, number: str) -> tuple[str, bool]:
    """Return the number as typed, and whether it is the right one."""
    if dice.chance(habits.mistyped):
        slipped = mistype(dice, number)
        return slipped, slipped == number
    if dice.chance(habits.spaced):
        split = max(1, len(number) - 3)
        spaced = f"{number[:split]} {number[split:]}"
        shapes = (spaced, f"{number}/1", f"{number}-26", f"зам{number}", f"{number}р")
        return dice.pick(shapes), True
    if habits.prefixed and dice.chance(habits.prefixed) and number[0].isdigit():
        return dice.pick(_PREFIXED).format(n=number), True
    if dice.chance(habits.clipped_prefix):
        if not number[0].isdigit():
            return number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ-"), True
        if len(number.partition("-")[2]) > 3:
            return dice.pick((number.partition("-")[2], number.replace("-", "/", 1))), True
    return number, True


def _shortened(dice: Dice, numbers: list[str]) -> str:
    """Return the numbers with only the last digits of all but the first, if those tell it."""
    first, ends = numbers[0], []
    for number in numbers[1:]:
        kept = next(
            (at for at, pair in enumerate(zip(first, number, strict=False)) if pair[0] != pair[1]),
            0,
        )
        if len(number) != len(first) or kept < len(first) - 2:
            return ", ".join(numbers)
        ends.append(number[min(kept, len(first) - 2) :])
    return dice.pick((", ", "/", ",", " та ")).join((first, *ends))


def _is_row(numbers: list[str]) -> bool:
    """Say whether the numbers are three or more, one after another."""
    if len(numbers) < 3:
        return False
    heads = {number.rstrip("0123456789") for number in numbers}
    ends = [int(number[len(number.rstrip("0123456789")) :]) for number in numbers]
    return len(heads) == 1 and ends == list(range(ends[0], ends[0] + len(ends)))


def _tax_note(dice: Dice, amount: int) -> str:
    kind = dice.between(1, 6)
    share = money_text((amount + 3) // 6)
    if kind == 1:
        return f", у т.ч. ПДВ 20% - {share} грн"
    if kind == 2:
        return f" в т.ч. ПДВ {share}"
    if kind == 3:
        return ". Без ПДВ"
    return ", в тому числі ПДВ" if kind == 4 else ""


def _aside(dice: Dice, day: int, who: Customer) -> tuple[str, str]:
    """Return other numbers people add, and the phone if it is among them."""
    template = dice.pick(_ASIDES)
    phone = who.phone
    text = template.format(
        p=dice.pick((phone[3:], phone, phone[2:])),
        a=dice.between(2, 180),
        b=dice.digits(dice.between(4, 6)),
        c=dice.digits(4),
        e=dotted(day - dice.between(1, 400)),
        t=who.tax_id if dice.chance(0.5) else dice.digits(10),
        u=dice.digits(8),
    )
    return text, phone if "{p}" in template else ""


def _fill(dice: Dice, template: str, number: str, day: int, amount: int) -> str:
    on = dotted(day) if dice.chance(0.6) else dotted_short(day)
    note = _tax_note(dice, amount) if "{v}" in template else ""
    return template.format(
        n=number, d=on, g=dice.pick(GOODS)[0], v=note, t=dice.digits(10), a=dice.between(1, 90)
    )


def write_purpose(
    dice: Dice,
    habits: Habits,
    numbers: list[str],
    day: int,
    amount: int,
    who: Customer,
) -> Written:
    """Return a purpose for the customer's orders; the day is the invoice's."""
    silent = dice.chance(habits.silent)
    if silent and len(numbers) > 1:
        numbers = numbers[:1]
        silent = False
    typed = [_as_typed(dice, habits, number) for number in numbers]
    joined = dice.pick(JOINTS).join(text for text, _ in typed)
    if habits.shortened and len(numbers) > 1 and dice.chance(habits.shortened):
        typed = [(_shortened(dice, numbers), True)]
        joined = typed[0][0]
    if habits.ranged and _is_row(numbers) and dice.chance(habits.ranged):
        typed = [(dice.pick((" - ", "-", " по ", "...")).join((numbers[0], numbers[-1])), True)]
        joined = typed[0][0]
    template = dice.pick(BOTH if len(numbers) > 1 else MANNERS[dice.weighted(habits.manners)])
    text = _fill(dice, dice.pick(SILENT) if silent else template, joined, day, amount)
    phone = ""
    if dice.chance(habits.aside):
        aside, phone = _aside(dice, day, who)
        text = f"{text}, {aside}" if dice.chance(0.6) else f"{aside}; {text}"
    text = (text.upper() if dice.chance(habits.shouting) else text)[:LONGEST]
    phone = phone if phone[3:] in text else ""
    if silent or any(one.upper() not in text.upper() for one, _ in typed):
        return Written(text, phone=phone)
    return Written(text, joined, all(ok for _, ok in typed), phone)


def with_paper(dice: Dice, text: str, number: str) -> str:
    """Return the purpose with another paper's number, by chance that of an order."""
    return f"{text}, {dice.pick(_PAPERS).format(o=number)}"


def with_part(dice: Dice, text: str, *, first: bool) -> str:
    """Return the purpose with a word for a part of the sum before it."""
    return f"{dice.pick(FIRST_PART if first else LAST_PART)} {text}"


REFUND_WORDS = (
    "Повернення коштів, замовлення {n}, {w}. Без ПДВ",
    "Повернення за рах. №{n} згідно заяви від {d}",
    "Возврат средств по заказу {n} {w}",
    "Повернення передоплати {w} зг. листа від {d}, рах. {n}",
    "Refund order {n}",
)


SILENT_REFUND_WORDS = (
    "Повернення коштів згідно заяви. Без ПДВ",
    "Повернення коштів {w} за неотриманий товар",
    "Возврат средств по заявлению от {d}",
    "Повернення оплати, {w}",
)


def write_refund(dice: Dice, habits: Habits, number: str, name: str, day: int) -> str:
    """Return the shop's own words for money that it gives back."""
    is_silent = habits.silent_back > 0 and dice.chance(habits.silent_back)
    words = dice.pick(SILENT_REFUND_WORDS if is_silent else REFUND_WORDS)
    return words.format(n=number, w=name, d=dotted(day))[:LONGEST]
