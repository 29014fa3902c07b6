"""Invite somebody by a one-time link, and take him in."""

import datetime as dt
import hashlib
import secrets
from dataclasses import dataclass, replace

from services.cash_types import NotAllowed
from services.messages import Cause
from services.people import Newcomer, Permission, Person, Role
from services.ports import Books

LIVES_HOURS = 48
_TOKEN_BYTES = 18
"""144 bits: 24 characters of a deep link, which takes 64."""


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation was made; its token is shown once and kept nowhere."""

    token: str
    role: Role
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody was taken in."""

    person: Person
    inviter: Person | None


@dataclass(frozen=True, slots=True)
class BadInvitation:
    """The link leads nowhere: "unknown", "expired" or "used"."""

    reason: str


@dataclass(frozen=True, slots=True)
class AlreadyIn:
    """Whoever opened the link works here already; the link stays good."""

    person: Person


def invite(books: Books, inviter: Person, role: Role, cause: Cause) -> Invited | NotAllowed:
    """Make an invitation into a role, good for two days and one person."""
    if not inviter.may(Permission.MANAGE_TEAM):
        return NotAllowed()
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    expires_at = cause.at + dt.timedelta(hours=LIVES_HOURS)
    invitation = books.invitations.add(
        digest=_digest(token), role=role, invited_by=inviter.id, expires_at=expires_at
    )
    books.audit.record(
        cause, what="invite", subject=f"invitation:{invitation.id}", change={"role": role.value}
    )
    return Invited(token, role, expires_at)


def accept(
    books: Books, token: str, newcomer: Newcomer, cause: Cause
) -> Joined | BadInvitation | AlreadyIn:
    """Take in whoever opened a good link; one who left comes back with the new role."""
    invitation = books.invitations.by_digest(_digest(token))
    if invitation is None or invitation.invited_by is None:
        return BadInvitation("unknown")
    known = books.people.by_telegram_id(newcomer.telegram_id)
    if known is not None and known.is_active:
        return AlreadyIn(known)
    if invitation.used_by is not None:
        return BadInvitation("used")
    if not invitation.is_good(cause.at):
        return BadInvitation("expired")
    if known is None:
        person = books.people.add(newcomer, invitation.role, cause.at)
    else:
        person = replace(known, role=invitation.role, is_active=True)
        books.people.change(person)
    books.invitations.use(invitation, person)
    books.audit.record(
        Cause(person.actor, cause.raw_record_id, cause.at),
        what="accept_invitation",
        subject=f"person:{person.id}",
        change={"name": person.name, "role": person.role.value, "invitation": invitation.id},
    )
    return Joined(person, books.people.find(invitation.invited_by))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
