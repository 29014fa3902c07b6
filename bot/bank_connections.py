"""Opens the banks' interfaces that the settings have keys to."""

import hashlib
import hmac
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.bank_puller import Connected, print_of
from bot.bank_settings import listed
from bot.scrubbing import keep_out
from bot.settings import Settings, SettingsError
from services.bank.bank_feed_types import BankApi
from sources.bank_apis import gocardless_key, monobank, privatbank, wise
from sources.bank_apis.gocardless import GoCardless
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.bank_apis.monobank import ByToken, Monobank
from sources.bank_apis.privatbank import PrivatBank
from sources.bank_apis.wise import Wise
from sources.calls import Calls

if TYPE_CHECKING:
    from sources.bank_apis.signing import ByCorporateKey, RsaSigner

HOOK_PATH = "/bank/monobank/"
_URLS = {
    "monobank": monobank.URL,
    "privatbank": privatbank.URL,
    "gocardless": gocardless_key.URL,
    "wise": wise.URL,
}


def hook_path(settings: Settings) -> str | None:
    """Give the path that monobank may push to: nobody who hasn't been told can guess it."""
    if settings.public_url is None or settings.webhook_secret is None:
        return None
    secret = settings.webhook_secret.get_secret_value().encode()
    return HOOK_PATH + hmac.new(secret, b"monobank", hashlib.sha256).hexdigest()


def connections_of(settings: Settings) -> tuple[Connected, ...]:
    """Open every interface that there is a key to; nothing is called yet.

    Raises:
        SettingsError: a key file holds no such key.
    """
    found = [
        *_monobank(settings),
        *_corporate(settings),
        *_privatbank(settings),
        *_gocardless(settings),
        *_wise(settings),
    ]
    seen: dict[str, int] = {}
    connections = []
    for bank, api, secrets in found:
        keep_out(*secrets)
        seen[bank] = seen.get(bank, 0) + 1
        name = bank if seen[bank] == 1 else f"{bank}-{seen[bank]}"
        connections.append(Connected(name, api, print_of(*secrets)))
    return tuple(connections)


_Found = tuple[str, BankApi, tuple[str, ...]]
"""A bank's name, its interface, what opens it."""


def calls_to(settings: Settings, bank: str) -> Calls:
    """Give the way to a bank, or to its stand-in."""
    stand_ins = settings.tilly_bank_stand_ins
    return Calls(_URLS[bank] if stand_ins is None else f"{stand_ins}/{bank}")


def _hook(settings: Settings) -> str | None:
    path = hook_path(settings)
    return None if path is None else f"{settings.public_url}{path}"


def _monobank(settings: Settings) -> Iterator[_Found]:
    for token in listed(settings.tilly_bank_monobank):
        api = Monobank(
            ByToken(token),
            since=settings.tilly_bank_since,
            webhook=_hook(settings),
            calls=calls_to(settings, "monobank"),
        )
        yield "monobank", api, (token,)


def _corporate(settings: Settings) -> Iterator[_Found]:
    path = settings.tilly_bank_corporate_key
    for request_id in listed(settings.tilly_bank_corporate) if path is not None else ():
        assert path is not None  # noqa: S101 - asked for
        signs = corporate_key(path.read_bytes(), request_id)
        api = Monobank(
            signs,
            since=settings.tilly_bank_since,
            webhook=_hook(settings),
            webhook_path=signs.webhook_path,
            calls=calls_to(settings, "monobank"),
        )
        yield "monobank-corporate", api, (request_id,)


def _privatbank(settings: Settings) -> Iterator[_Found]:
    for each in listed(settings.tilly_bank_privatbank):
        client_id, _, token = each.rpartition(":")
        api = PrivatBank(
            token,
            client_id=client_id or None,
            since=settings.tilly_bank_since,
            calls=calls_to(settings, "privatbank"),
        )
        yield "privatbank", api, (token,)


def gocardless_key_of(settings: Settings) -> GoCardlessKey | None:
    """Give the key to GoCardless, if there is one."""
    if settings.tilly_bank_gocardless is None:
        return None
    known, _, secret = settings.tilly_bank_gocardless.get_secret_value().partition(":")
    keep_out(known, secret)
    return GoCardlessKey(known, secret, calls_to(settings, "gocardless"))


def _gocardless(settings: Settings) -> Iterator[_Found]:
    for agreement in listed(settings.tilly_bank_gocardless_agreements):
        key, pair = gocardless_key_of(settings), settings.tilly_bank_gocardless
        if key is not None and pair is not None:
            api = GoCardless(key, agreement, since=settings.tilly_bank_since)
            yield "gocardless", api, (pair.get_secret_value(), agreement)


def _wise(settings: Settings) -> Iterator[_Found]:
    path = settings.tilly_bank_wise_key
    for token in listed(settings.tilly_bank_wise):
        signer = None if path is None else _rsa_key(path.read_bytes())
        api = Wise(
            token, signer, since=settings.tilly_bank_since, calls=calls_to(settings, "wise")
        )
        yield "wise", api, (token,)


def corporate_key(pem: bytes, request_id: str) -> "ByCorporateKey":
    """Read the key to monobank's corporate API.

    Raises:
        SettingsError: the file holds none.
    """
    # Only a shop with such a key pays for loading what signs.
    from sources.bank_apis.signing import BadKeyError, ByCorporateKey  # noqa: PLC0415 - heavy

    try:
        return ByCorporateKey(pem, request_id)
    except BadKeyError as error:
        raise SettingsError((f"TILLY_BANK_CORPORATE_KEY: {error}",)) from None


def _rsa_key(pem: bytes) -> "RsaSigner":
    from sources.bank_apis.signing import BadKeyError, RsaSigner  # noqa: PLC0415 - the same

    try:
        return RsaSigner(pem)
    except BadKeyError as error:
        raise SettingsError((f"TILLY_BANK_WISE_KEY: {error}",)) from None
