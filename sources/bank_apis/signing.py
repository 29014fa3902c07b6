"""Signatures that banks want: over a text, by a private key that the shop keeps in a file."""

import base64
import datetime as dt
import hashlib
from collections.abc import Mapping

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_pem_private_key,
)


class BadKeyError(Exception):
    """A file holds no private key of the kind that the bank wants."""


class RsaSigner:
    """Signs Wise's one-time tokens: RSA with SHA-256, PKCS #1 v1.5, in base64."""

    def __init__(self, pem: bytes) -> None:
        key = _read(pem)
        if not isinstance(key, RSAPrivateKey):
            message = "it is no RSA key"
            raise BadKeyError(message)
        self._key = key

    def sign(self, text: str) -> str:
        """Give the signature of a text."""
        signature = self._key.sign(text.encode(), PKCS1v15(), hashes.SHA256())
        return base64.b64encode(signature).decode()


class ByCorporateKey:
    """Signs each call to monobank's corporate API: ECDSA with SHA-256 over time, client and path.

    Source: the bank's description of its API for providers, and public clients of it: the key's
    id is the SHA-1 of its public point, uncompressed; the signature is DER in base64.
    """

    webhook_path = "/personal/corp/webhook"

    def __init__(self, pem: bytes, request_id: str) -> None:
        """Take the key, and the id under which a client has let the shop in."""
        key = _read(pem)
        if not isinstance(key, EllipticCurvePrivateKey):
            message = "it is no key of an elliptic curve"
            raise BadKeyError(message)
        self._key = key
        self._request_id = request_id
        point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self._key_id = hashlib.sha1(point, usedforsecurity=False).hexdigest()

    def headers(self, path: str, now: dt.datetime) -> Mapping[str, str]:
        """Sign a call of this moment."""
        return self._signed("X-Request-Id", self._request_id, path, now)

    def request_headers(self, permissions: str, path: str, now: dt.datetime) -> Mapping[str, str]:
        """Sign a request for access, under which there is no id yet."""
        return self._signed("X-Permissions", permissions, path, now)

    def _signed(self, name: str, said: str, path: str, now: dt.datetime) -> Mapping[str, str]:
        at = str(int(now.timestamp()))
        signature = self._key.sign((at + said + path).encode(), ECDSA(hashes.SHA256()))
        return {
            "X-Key-Id": self._key_id,
            "X-Time": at,
            name: said,
            "X-Sign": base64.b64encode(signature).decode(),
        }


def _read(pem: bytes) -> object:
    try:
        return load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        message = "it is no private key in PEM without a password"
        raise BadKeyError(message) from error
