"""Ask a bank's client for his yes: the links that he opens, and what he has agreed under then.

Source: GoCardless' quick start (institution, agreement, requisition); monobank's description of
its API for providers (a request for access, which the client accepts in his app).
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from services.source_trouble import SourceError, Trouble
from sources.bank_apis.gocardless_key import GoCardlessKey
from sources.calls import Calls
from sources.fields import must, or_garbled, record_of, text

_DAYS = 90
_REQUEST = "/personal/auth/request"
_PERMISSIONS = "spf"
"""Statements, a person's accounts, an entrepreneur's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that waits for its client's yes."""

    id: str
    """What the settings name it by."""
    link: str
    """Where he says yes."""


@dataclass(frozen=True, slots=True)
class Institution:
    """A bank that GoCardless reaches."""

    id: str
    name: str


class SignsRequest(Protocol):
    """Proves to monobank which provider asks."""

    def request_headers(self, permissions: str, path: str, now: dt.datetime) -> Mapping[str, str]:
        """Give the headers of a request for access."""


async def institutions(
    key: GoCardlessKey, country: str, now: dt.datetime
) -> tuple[Institution, ...]:
    """List the banks of a country.

    Args:
        key: what opens the service.
        country: two letters of ISO 3166, such as "lv".
        now: the moment.

    Raises:
        SourceError: there was no list.
    """
    rows = await key.get_list("/institutions/", now, {"country": country.lower()})
    with or_garbled():
        found = [record_of(each) for each in rows]
        return tuple(
            Institution(must(text(each, "id"), "id"), text(each, "name") or "") for each in found
        )


async def ask_by_gocardless(
    key: GoCardlessKey, institution: str, redirect: str, now: dt.datetime
) -> Asked:
    """Begin an agreement with a bank's client, for as long as the law lets.

    Raises:
        SourceError: nothing was begun.
    """
    terms = {
        "institution_id": institution,
        "max_historical_days": _DAYS,
        "access_valid_for_days": _DAYS,
        "access_scope": ["balances", "details", "transactions"],
    }
    agreement = await key.post("/agreements/enduser/", now, terms)
    with or_garbled():
        agreement_id = must(text(agreement, "id"), "id")
    wanted = {"redirect": redirect, "institution_id": institution, "agreement": agreement_id}
    told = await key.post("/requisitions/", now, wanted)
    with or_garbled():
        return Asked(must(text(told, "id"), "id"), must(text(told, "link"), "link"))


async def ask_by_monobank(signs: SignsRequest, calls: Calls, now: dt.datetime) -> Asked:
    """Ask a client of monobank for access to his statements.

    Raises:
        SourceError: nothing was asked.
    """
    headers = signs.request_headers(_PERMISSIONS, _REQUEST, now)
    answer = await calls.post(_REQUEST, headers)
    answer.require_good(now)
    told = record_of(answer.json())
    with or_garbled():
        asked = Asked(
            must(text(told, "tokenRequestId"), "tokenRequestId"),
            must(text(told, "acceptUrl"), "acceptUrl"),
        )
    if not asked.link.startswith("https://"):
        raise SourceError(Trouble.GARBLED, "the link to accept is none")
    return asked
