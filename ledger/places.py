"""Where the shop's money is: tills, banks, gateways, and on its way between them."""

import enum

from ledger.accounts import Account

SUSPENSE = "asset.suspense"
"""What a bank shows and nobody has said what for."""
_BANK = "asset.bank."
_GATEWAY = "asset.gateway_clearing"
_ON_ITS_WAY = frozenset({"asset.cash_in_transit", "asset.cash_between_tills"})


class PlaceKind(enum.StrEnum):
    """What kind of place holds money."""

    TILL = "till"
    BANK = "bank"
    GATEWAY = "gateway"
    """Gateways, couriers, marketplaces: what they took and have not sent on."""
    ON_ITS_WAY = "on_its_way"
    """Cash between tills, or carried to the bank."""


def place_of(key: str) -> PlaceKind | None:
    """Say what kind of place an account is; None when it holds no money."""
    if Account.is_till_key(key):
        return PlaceKind.TILL
    if key.startswith(_BANK):
        return PlaceKind.BANK
    if key == _GATEWAY or key.startswith(f"{_GATEWAY}."):
        return PlaceKind.GATEWAY
    return PlaceKind.ON_ITS_WAY if key in _ON_ITS_WAY else None
