"""The first person: whoever sends the one-time code becomes the owner."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass, replace

from services.messages import Cause
from services.people import Newcomer, Person, Role
from services.ports import Books
from services.shop import Shop
from services.team.set_up_shop import begin, lay_chart

_ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""No letter that looks like another or like a digit."""
_LENGTH = 8
LIVES_HOURS = 24
TRIES_MAX = 5
"""After so many wrong codes within an hour an account is not listened to for the hour."""
_WRONG = "wrong_owner_code"


@dataclass(frozen=True, slots=True)
class WrongCode:
    """No code of the first run fits, it is too old, or this account guessed too often."""


def issue_owner_code(books: Books, now: dt.datetime) -> str | None:
    """Make a one-time code, good for a day, in place of earlier ones; None when there is an owner.

    Only its digest is kept.
    """
    if _has_owner(books):
        return None
    books.invitations.drop_first_codes()
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    books.invitations.add(
        digest=_digest(letters),
        role=Role.OWNER,
        invited_by=None,
        expires_at=now + dt.timedelta(hours=LIVES_HOURS),
    )
    return f"{letters[:4]}-{letters[4:]}"


def looks_like_code(text: str) -> bool:
    """Say whether a message could be the one-time code."""
    letters = _letters(text)
    return len(letters) == _LENGTH and all(letter in _ALPHABET for letter in letters)


def claim_ownership(
    books: Books, typed_code: str, newcomer: Newcomer, cause: Cause
) -> Person | WrongCode:
    """Make the owner of whoever sends the right code, and begin to set the shop up."""
    account = f"telegram:{newcomer.telegram_id}"
    if _has_owner(books) or _wrong_tries(books, account, cause.at) >= TRIES_MAX:
        return WrongCode()
    invitation = books.invitations.by_digest(_digest(_letters(typed_code)))
    is_first_code = invitation is not None and invitation.invited_by is None
    if invitation is None or not is_first_code or not invitation.is_good(cause.at):
        books.audit.record(cause, what=_WRONG, subject=account, change={})
        return WrongCode()
    person = _make_owner(books, newcomer, cause)
    books.invitations.use(invitation, person)
    shop = books.shop.get()
    if shop is None:
        books.shop.put(Shop("", "UAH", "Europe/Kyiv", newcomer.language, is_ready=False))
        lay_chart(books, till_names=())
    books.audit.record(
        Cause(person.actor, cause.raw_record_id, cause.at),
        what="claim_ownership",
        subject=f"person:{person.id}",
        change={"name": person.name, "role": person.role.value},
    )
    if shop is None or not shop.is_ready:
        begin(books, person)
    return person


def _make_owner(books: Books, newcomer: Newcomer, cause: Cause) -> Person:
    known = books.people.by_telegram_id(newcomer.telegram_id)
    if known is None:
        return books.people.add(newcomer, Role.OWNER, cause.at)
    person = replace(known, role=Role.OWNER, is_active=True)
    books.people.change(person)
    return person


def _wrong_tries(books: Books, account: str, now: dt.datetime) -> int:
    since = now - dt.timedelta(hours=1)
    return sum(
        record.cause == _WRONG and record.recorded_at > since
        for record in books.audit.about(account)
    )


def _has_owner(books: Books) -> bool:
    return any(person.role is Role.OWNER and person.is_active for person in books.people.all())


def _letters(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _digest(letters: str) -> str:
    return hashlib.sha256(letters.encode()).hexdigest()
