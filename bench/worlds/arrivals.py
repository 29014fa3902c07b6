"""Payouts reach the bank: alone, several in one line, in pieces, late, short, or never."""

from bench.worlds.calendar import (
    banking_after,
    banking_on_or_after,
    dotted,
    dotted_short,
    money_text,
)
from bench.worlds.dice import Dice
from bench.worlds.records import BankLine, Payout, Role, World
from bench.worlds.styles import Style
from bench.worlds.wording import LONGEST

SENDERS = {
    "easycard": ("ТОВ «ІЗІКАРД ПЕЙМЕНТС»", "42900117"),
    "plata": ("ТОВ «ФК ПЛАТА»", "43118820"),
    "pos": ("АТ «ЦЕНТРАЛЬНИЙ БАНК» РОЗР. З ЕКВАЙРИНГУ", "20053145"),
    "nova-kurier": ("ТОВ «НОВА КУР'ЄР»", "38214406"),
    "rynok": ("ТОВ «РИНОК ОНЛАЙН»", "41706652"),
}
ACCOUNTS = {"easycard": 0, "plata": 1, "pos": 0, "nova-kurier": 0, "rynok": 1}
_WORDS = {
    "easycard": (
        "Перерахування коштів за інтернет-еквайринг {i}, без ПДВ",
        "Зарахування за операціями карток зг. дог. IE-31/25 реєстр {i} від {d}, комісія {f}",
        "Кошти, прийняті від платників {i} к-сть {k} сума {g} утримано {f}",
    ),
    "plata": (
        "Переказ прийнятих платежів {i}. Без ПДВ",
        "Settlement {i} merchant {c}",
        "Зарахування мерчанту {c} {i}",
    ),
    "pos": (
        "Відшкодування за картками, термінал {c}, за {d}, {k} опер., {g}, ком. {f}",
        "Еквайринг {c} за {d}",
        "Зарах. торг. еквайринг за {d}",
    ),
    "nova-kurier": (
        "Переказ післяплати за реєстром {i} від {d}",
        "Накладений платіж {i} без ПДВ",
        "Кошти отримувачів за посилками, дог. {c} {i}",
    ),
    "rynok": (
        "Виручка за продані товари, звіт {i}, за вирахуванням комісії",
        "Розрахунок за договором {c} {i}",
        "Перерахування продавцю {i} комісія {f}",
    ),
}
_OTHER_WORDS = {
    "easycard": (
        "IPS SETTLEMENT {c} BATCH {i} TXN {k} GROSS {g} FEE {f} UAH",
        "Przelew rozliczenie kart {i} data {d}",
        "Acquiring payout /BATCH/{i}/ value date {d}",
    ),
    "plata": ("PLATA*PAYOUT {i} {d}", "Wypłata środków {c} {i}", "Net settlement {c}, fee {f}"),
    "pos": (
        "POS SETTLEMENT TERM {c} {d} CNT {k} GR {g} COM {f}",
        "Card takings {d}",
        "Rozliczenie terminala {c} {d}",
    ),
    "nova-kurier": ("COD remittance {i}", "Pobrania za paczki {i} {d}", "COD {c} register {i}"),
    "rynok": (
        "Marketplace payout {i} less commission {f}",
        "Wypłata sprzedawcy {c} {i}",
        "Seller {c} {i}",
    ),
}


class Arrivals:
    """Books the lines of a world's payouts."""

    def __init__(self, world: World, dice: Dice, style: Style) -> None:
        self._world, self._dice, self._style = world, dice, style
        self._ibans = {provider: "UA" + dice.digits(27) for provider in SENDERS}

    def book_all(self) -> None:
        """Write every line that the payouts bring by the as-of day."""
        for provider in SENDERS:
            places = [p for p, out in enumerate(self._world.payouts) if out.provider == provider]
            places.sort(key=lambda place: (self._world.payouts[place].paid_on, place))
            while places:
                group = self._next_group(places)
                del places[: len(group)]
                self._book(group)

    def _next_group(self, places: list[int]) -> list[int]:
        group = [places[0]]
        first = self._world.payouts[places[0]].paid_on
        rate = self._style.providers.several_in_line
        for place in places[1:5]:
            if self._world.payouts[place].paid_on - first > 2 or not self._dice.chance(rate):
                break
            group.append(place)
        return group

    def _book(self, group: list[int]) -> None:
        dice, world = self._dice, self._world
        payouts = [world.payouts[place] for place in group]
        paid_on = payouts[-1].paid_on
        amount = sum(payout.net for payout in payouts)
        lag = dice.weighted(((0, 62), (1, 28), (2, 10)))
        booked_on = banking_after(paid_on, lag) if lag else banking_on_or_after(paid_on)
        amounts = [amount]
        if len(group) == 1:
            fate = dice.random() - self._style.faults.payout_missing
            if fate < 0:
                return
            if fate < self._style.faults.payout_late:
                booked_on = banking_on_or_after(paid_on + dice.between(8, 16))
            difference = self._difference(payouts[0]) if booked_on <= paid_on + 7 else 0
            amounts = [amount + difference] if difference else self._pieces(amount)
        days = [booked_on]
        days += [dice.pick((booked_on, booked_on, banking_after(booked_on))) for _ in amounts[1:]]
        if max(days) > world.as_of:
            days = [booked_on] * len(days)
        for day, part in zip(days, amounts, strict=True):
            if day <= world.as_of:
                self._line(day, part, group, payouts)

    def _difference(self, payout: Payout) -> int:
        """Return by how much the bank's sum is not the provider's."""
        dice = self._dice
        if (
            payout.net > 100_000
            and not payout.amiss
            and dice.chance(self._style.faults.payout_short)
        ):
            return -dice.pick((5_000, 10_000, 15_000, 27_550, payout.net // 50))
        if dice.chance(self._style.providers.kopecks):
            return dice.pick((-100, -50, -1, 1, 1, 50))
        return 0

    def _pieces(self, amount: int) -> list[int]:
        rate = self._style.providers.line_in_parts
        if amount <= 600_000 or not self._dice.chance(rate):
            return [amount]
        first = amount * self._dice.between(25, 70) // 100 // 100 * 100
        if amount > 5_000_000 and self._dice.chance(0.3):
            second = (amount - first) // 2 // 100 * 100
            return [first, second, amount - first - second]
        return [first, amount - first]

    def _line(self, day: int, amount: int, group: list[int], payouts: list[Payout]) -> None:
        provider = payouts[0].provider
        name, tax_id = SENDERS[provider]
        self._world.bank.append(
            BankLine(
                ACCOUNTS[provider], day, amount, name, self._ibans[provider], tax_id,
                self._purpose(payouts), Role.PAYOUT, payouts=tuple(group),
                rank=self._dice.random(),
            )
        )  # fmt: skip

    def _purpose(self, payouts: list[Payout]) -> str:
        dice, providers = self._dice, self._style.providers
        one = payouts[0]
        untold = dice.chance(providers.line_untold)
        told = dice.pick((", ", "; ", " ")).join(payout.payout_id for payout in payouts)
        if len(payouts) > 1 and dice.chance(0.3):
            told = f"{one.payout_id} - {payouts[-1].payout_id}"
        words = (_OTHER_WORDS if self._style.other_wording else _WORDS)[one.provider]
        template = dice.pick(words)
        if one.releases and dice.chance(0.8):
            template = dice.pick(
                ("Повернення гарантійного резерву {i}", "Release of reserve {i}", "{i} резерв")
            )
        on = one.slot if one.provider in {"easycard", "pos"} else one.paid_on
        return template.format(
            i="" if untold else told,
            d=dotted(on) if dice.chance(0.7) else dotted_short(on),
            c=one.code,
            k=sum(payout.count for payout in payouts),
            g=money_text(sum(payout.gross for payout in payouts)),
            f=money_text(sum(payout.fee for payout in payouts)),
        )[:LONGEST]
