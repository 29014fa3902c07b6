"""Money on its rails: each piece of a plan becomes a record of one of the books."""

from dataclasses import replace

from bench.worlds.calendar import DAY, banking_after, dotted
from bench.worlds.dice import Dice
from bench.worlds.orders import Numbers
from bench.worlds.people import (
    Payer,
    another_payer,
    make_customer,
    payer_at_bank,
    payer_at_courier,
    payer_by_card,
)
from bench.worlds.plans import Piece
from bench.worlds.records import (
    NOBODY,
    SILENT,
    BankLine,
    CashEntry,
    Customer,
    Evidence,
    Order,
    Payment,
    Role,
    World,
)
from bench.worlds.styles import Style
from bench.worlds.wording import (
    LONGEST,
    mistype,
    with_paper,
    with_part,
    write_purpose,
    write_refund,
)

NEVER = 10_000
"""Days of delay after which nothing is sent within the data."""
_TERMS = {
    "easycard": (150, 0), "plata": (230, 200), "pos": (130, 0), "nova-kurier": (200, 2_000),
    "rynok": (900, 0),
}  # fmt: skip
"""Fee in hundredths of a percent, and a fixed part in kopecks."""
_BY_MISTAKE = (
    "Повернення помилково перерахованих коштів від {d}",
    "Повернення помилкового платежу, {w}. Без ПДВ",
    "Возврат ошибочно перечисленных средств {d}",
)
_CASH_NOTES = (
    "{f}",
    "оплата {f}",
    "самовивіз",
    "самовивіз {f}",
    "{g}",
    "оплата",
    "забрав(ла) {f}",
    "клієнт {f}",
)


class Tills:
    """Takes customers' money and writes it into the books as each of them would."""

    def __init__(self, world: World, dice: Dice, style: Style, numbers: Numbers) -> None:
        self.world, self._dice, self._style, self._numbers = world, dice, style, numbers
        count = min(12, style.codes + numbers.count // 5_000)
        self.codes = {
            "easycard": tuple(f"EC-{4710 + place}" for place in range(count)),
            "pos": tuple(f"T{20310 + place}" for place in range(count)),
            "plata": ("PLT-0128",),
            "nova-kurier": ("NK-60417",),
            "rynok": tuple(f"RYN-{2764 + 11 * place}" for place in range(style.market_codes)),
        }

    def pay(self, place: int, order: Order, pieces: tuple[Piece, ...]) -> None:
        """Write all the order's money; `place` is the order's own."""
        change = self._dice.chance(self._style.small_change)
        change = change and not any(piece.twice for piece in pieces)
        first_line, charge = NOBODY, NOBODY
        for piece in pieces:
            way = self._way_of(piece)
            if way == "bank" and piece.amount > 0:
                rank_after = first_line if piece.twice else NOBODY
                self._transfer(place, order, piece, rank_after, change=change)
                first_line = len(self.world.bank) - 1
                change = False
            elif way == "bank":
                self._bank_refund(place, order, piece)
            elif way == "cash":
                self._cash(place, order, piece)
            else:
                charge = self._report(place, order, piece, charge)

    def _way_of(self, piece: Piece) -> str:
        """Return the way a piece goes; what is given back may go by the bank instead."""
        rate = self._style.back_by_bank
        back = (
            piece.amount < 0 and not piece.chargeback and piece.way in {"gateway", "pos", "cash"}
        )
        return "bank" if rate and back and self._dice.chance(rate) else piece.way

    def pay_together(self, places: list[int], at: int, had: int = 0) -> None:
        """Write one transfer for several orders of one customer; `had` came for the first."""
        orders = [self.world.orders[place] for place in places]
        amount = sum(order.total for order in orders) - had
        day, dice = at // DAY, self._dice
        who = orders[0].customer
        numbers = [order.number for order in orders]
        if self._style.splits and numbers[0].endswith("-1") and dice.chance(0.5):
            numbers = [numbers[0][:-2]]
        made_on = orders[-1].created // DAY
        written = write_purpose(dice, self._style.habits, numbers, made_on, amount, who)
        payer = payer_at_bank(dice, who)
        evidence = Evidence(written.number, written.exact, payer.family, payer.given, payer.tax_id)
        shares = [order.total for order in orders]
        shares[0] -= had
        parts = tuple(zip(places, shares, strict=True))
        line = self._line(day, amount, payer, written.text)
        self.world.bank.append(replace(line, role=Role.ORDER, parts=parts, evidence=evidence))

    def stranger(self, who: Customer | None, at: int) -> None:
        """Write a customer's money for which there is no order in the files."""
        dice, numbers, style = self._dice, self._numbers, self._style
        who = who or make_customer(
            dice, style.westerners, company=0.1, trader=0.1, of_town=style.other_people
        )
        number, years = numbers.older(), 0
        if style.numbers_again and dice.chance(style.numbers_again):
            number, years = dice.pick(self.world.orders).number, 1
        amount = dice.between(10, 400) * 10_000 + dice.pick((0, 0, 5_000, 9_000))
        way = dice.weighted(
            (("bank", 60), ("back", 6), ("gateway", 20), ("courier", 8), ("market", 8))
        )
        piece = Piece(way, amount, at)
        made = at - (40 + 365 * years) * DAY
        order = Order("", number, made, None, "", amount, 0, who, "site", "")
        if way == "back":
            self._bank_refund(NOBODY, order, replace(piece, amount=-amount))
        elif way == "bank":
            self._transfer(NOBODY, order, piece, NOBODY, change=False)
            if style.stranger_back and dice.chance(style.stranger_back):
                self._send_back()
        else:
            self._report(NOBODY, order, piece, NOBODY)

    def _send_back(self) -> None:
        """Write that what came last goes back to who sent it by mistake."""
        dice, came = self._dice, self.world.bank[-1]
        day = banking_after(came.booked_on, dice.between(1, 4))
        if day > self.world.as_of:
            return
        text = dice.pick(_BY_MISTAKE).format(d=dotted(came.booked_on), w=came.counterparty)
        line = replace(
            came, booked_on=day, amount=-came.amount, purpose=text[:LONGEST], role=Role.OTHER,
            evidence=SILENT, rank=dice.random(),
        )  # fmt: skip
        self.world.bank.append(line)

    def _line(self, day: int, amount: int, payer: Payer, purpose: str) -> BankLine:
        dice = self._dice
        account = int(dice.chance(0.45))
        iban = "UA" + dice.digits(27)
        return BankLine(
            account,
            day,
            amount,
            payer.shown,
            iban,
            payer.tax_id,
            purpose,
            Role.OTHER,
            rank=dice.random(),
        )

    def _transfer(
        self, place: int, order: Order, piece: Piece, after: int, *, change: bool
    ) -> None:
        dice = self._dice
        amount = piece.amount
        if change:
            amount += dice.pick((1, -1, 1, 50, -50, -100, 100))
        role = Role.ORDER if place != NOBODY else Role.STRANGER
        line, evidence = self._customers_line(order, replace(piece, amount=amount))
        line = replace(
            line,
            role=Role.DUPLICATE if piece.twice else role,
            parts=((place, amount),) if place != NOBODY else (),
            evidence=evidence,
        )
        if after != NOBODY:
            before = self.world.bank[after]
            line = replace(line, account=before.account, rank=before.rank + 0.000_001)
        self.world.bank.append(line)

    def _customers_line(self, order: Order, piece: Piece) -> tuple[BankLine, Evidence]:
        """Return the line as the payer fills it in, and what it says of its order."""
        dice, style, who = self._dice, self._style, order.customer
        other = dice.chance(style.other_payer)
        payer = (
            another_payer(dice, who, spouses=style.spouses, sisters=style.sisters > 0)
            if other
            else payer_at_bank(dice, who, style.odd_spelling)
        )
        made_on = order.created // DAY
        number, is_own = order.number, True
        if style.anothers_number and piece.part == 0 and dice.chance(style.anothers_number):
            number = dice.pick(self.world.orders[-300:]).number
            is_own = number == order.number
        written = write_purpose(dice, style.habits, [number], made_on, piece.amount, who)
        text, family, given = written.text, payer.family, payer.given
        if other and not family and dice.chance(0.35):
            text = f"{text} за {who.surname} {who.given or who.family}"
            family, given = who.family, who.given
        if style.habits.misleading and dice.chance(style.habits.misleading):
            another = dice.pick(self.world.orders).number
            text = with_paper(dice, text, another) if another != order.number else text
        if piece.part and dice.chance(0.8):
            text = with_part(dice, text, first=piece.part == 1)
        if style.transit and who.kind == "person" and dice.chance(style.transit):
            payer, text = _through_bank(dice, payer, text)
        text = text[:LONGEST]
        kept = written.number.upper() in text.upper()
        family = family if payer.family or who.surname in text else ""
        return self._line(piece.at // DAY, piece.amount, payer, text), Evidence(
            written.number if kept else "",
            written.exact and kept and is_own,
            family,
            given if family else "",
            who.tax_id if payer.tax_id == who.tax_id else "",
            written.phone if written.phone[3:] in text else "",
        )

    def _bank_refund(self, place: int, order: Order, piece: Piece) -> None:
        payer = payer_at_bank(self._dice, order.customer)
        shown, habits = order.customer.shown, self._style.habits
        habits = habits if place != NOBODY else replace(habits, silent_back=0.0)
        text = write_refund(self._dice, habits, order.number, shown, order.created // DAY)
        kept = order.number in text
        line = self._line(piece.at // DAY, piece.amount, payer, text)
        evidence = Evidence(order.number if kept else "", kept, payer.family, payer.given)
        if place != NOBODY:
            line = replace(
                line, role=Role.ORDER, parts=((place, piece.amount),), evidence=evidence
            )
        self.world.bank.append(line)

    def _cash(self, place: int, order: Order, piece: Piece) -> None:
        dice, style = self._dice, self._style
        back = piece.amount < 0
        ref = order.number if back or dice.chance(style.cash_ref) else ""
        note, family, number = "", "", ref
        if dice.chance(style.cash_note):
            template = dice.pick(_CASH_NOTES)
            name = order.customer.surname if order.customer.given else order.customer.family
            note = template.format(f=name, g="техніка")
            family = order.customer.family if "{f}" in template else ""
            if not ref and dice.chance(0.3):
                number = order.number
                note = f"{note} {number}"
        if back:
            note = f"повернення {order.customer.surname if order.customer.given else ''}".strip()
        self.world.cash.append(
            CashEntry(
                piece.at,
                "out" if back else "in",
                abs(piece.amount),
                "customer_refund" if back else "sale_cash",
                ref,
                note,
                place,
                Evidence(number, bool(number), family),
            )
        )

    def _report(self, place: int, order: Order, piece: Piece, charge: int) -> int:
        """Write a provider's row; a refund follows its charge's provider and code."""
        dice, world = self._dice, self.world
        is_more = piece.part > 1 and (self._style.in_parcels > 0 or piece.way == "market")
        if charge >= 0 and (piece.amount < 0 or piece.twice or is_more):
            provider, code = world.payments[charge].provider, world.payments[charge].code
        else:
            provider = {"courier": "nova-kurier", "market": "rynok", "pos": "pos"}.get(
                piece.way, ""
            )
            provider = provider or dice.weighted((("easycard", 65), ("plata", 35)))
            code = dice.pick(self.codes[provider])
        ref, number, exact = self._reference(provider, order, back=piece.amount < 0)
        payer = self._payer(provider, order.customer)
        rate, fixed = _TERMS[provider]
        if provider == "rynok":
            rate = dice.pick((700, 900, 900, 900, 1_100))
        fee = (piece.amount * rate + 5_000) // 10_000 + fixed if piece.amount > 0 else 0
        fee *= 0 if self._style.fee_apart else self._style.dear
        fee += self._style.chargeback_fee if piece.chargeback else 0
        kind = "charge" if piece.amount > 0 else "chargeback" if piece.chargeback else "refund"
        role = Role.ORDER if place >= 0 else Role.STRANGER
        role = Role.DUPLICATE if piece.twice else role
        evidence = Evidence(number, exact, payer.family, payer.given)
        delay = self._delay(provider) if piece.amount > 0 else 0
        row = Payment(
            provider,
            code,
            ref,
            piece.at,
            kind,
            piece.amount,
            fee,
            payer.shown,
            place,
            role,
            evidence,
            delay,
        )
        world.payments.append(row)
        return len(world.payments) - 1 if charge < 0 else charge

    def _delay(self, provider: str) -> int:
        """Return by how many days the provider is late with a charge."""
        dice, style = self._dice, self._style
        if dice.chance(style.faults.charge_late):
            far = 12 if provider != "rynok" else 19
            return NEVER if dice.chance(0.4) else dice.between(far, far + 8)
        if not dice.chance(style.providers.rides_late):
            return 0
        return {"rynok": 7, "nova-kurier": 3}.get(provider) or dice.between(1, 5)

    def _payer(self, provider: str, who: Customer) -> Payer:
        if provider in {"rynok", "nova-kurier"}:
            return payer_at_courier(self._dice, who, named=0.95, masked=self._style.masked)
        named = 0.02 if provider == "pos" else self._style.providers.payer_named
        return payer_by_card(self._dice, who, named=named, other=self._style.providers.payer_other)

    def _reference(self, provider: str, order: Order, *, back: bool) -> tuple[str, str, bool]:
        """Return the reference as held, the number in it, and whether that is right."""
        dice, providers, number = self._dice, self._style.providers, order.number
        if back and providers.back_untold and dice.chance(providers.back_untold):
            return "", "", False
        if order.order_id and providers.ref_by_id and dice.chance(providers.ref_by_id):
            return order.order_id, number, True
        missing = providers.ref_missing * (4 if provider == "pos" else 1)
        if not back and dice.chance(missing):
            own = {"rynok": f"M{dice.digits(8)}", "nova-kurier": f"TTN{dice.digits(14)}"}
            return own.get(provider, "") if dice.chance(0.4) else "", "", False
        if not back and dice.chance(providers.ref_mistyped):
            slipped = mistype(dice, number)
            return slipped, slipped, slipped == number
        if provider != "pos" and dice.chance(providers.ref_decorated):
            shape = dice.pick(("{n}/M{r}", "ZAM-{n}", "#{n}", "{n}-{a}", "shop:{n}", "order_{n}"))
            if provider == "rynok":
                shape = "{n}/M{r}"
            return shape.format(n=number, r=dice.digits(8), a=dice.between(1, 3)), number, True
        return number, number, True


_TRANSIT = (
    ("Транзитний рахунок за платежами фізичних осіб", ""),
    ("РОЗРАХУНКИ З ФІЗИЧНИМИ ОСОБАМИ", "14305909"),
    ("АТ «МОНОЛІТ БАНК» ТРАНЗИТНИЙ", "21322127"),
)
_THROUGH = ("{t}, платник {w}", "Платник: {w}; {t}", "{t}. Від: {w}", "{w}, {t}")


def _through_bank(dice: Dice, payer: Payer, text: str) -> tuple[Payer, str]:
    """Return the bank as the payer, and the text with the name of who truly pays."""
    name, tax_id = dice.pick(_TRANSIT)
    told = dice.pick(_THROUGH).format(t=text, w=payer.shown)
    if len(told) > LONGEST:
        told = f"{payer.shown}, {text}"
    return replace(payer, shown=name, tax_id=tax_id), told
