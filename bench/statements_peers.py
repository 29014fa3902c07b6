"""Parsers of statement files, run by a Python that has them: a folder of files in, speeds out.

python3.11 -m venv peers && peers/bin/pip install mt-940 ofxtools pycamt bankstatementparser
TILLY_PEERS=peers/bin/python python -m bench statements
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TURNS = 3


def _mt_940(path: Path) -> int:
    import mt940

    return len(mt940.parse(str(path)))


def _ofxtools(path: Path) -> int:
    from ofxtools.Parser import OFXTree

    tree = OFXTree()
    tree.parse(str(path))
    return len(tree.convert().statements[0].transactions)


def _pycamt(path: Path) -> int:
    from pycamt.parser import Camt053Parser

    return len(Camt053Parser.from_file(str(path)).get_transactions())


def _camt_of_bankstatementparser(path: Path) -> int:
    from bankstatementparser import CamtParser

    # It reads files of that ending only.
    with tempfile.NamedTemporaryFile(suffix=".xml") as named:
        named.write(path.read_bytes())
        named.flush()
        return len(CamtParser(named.name).parse())


PEERS: dict[str, dict[str, Callable[[Path], int]]] = {
    "CAMT": {"pycamt": _pycamt, "bankstatementparser": _camt_of_bankstatementparser},
    "MT940": {"mt-940": _mt_940},
    "OFX": {"ofxtools": _ofxtools},
}


def _speed(read: Callable[[Path], int], path: Path) -> float:
    best = 0.0
    for _ in range(TURNS):
        began = time.process_time()
        lines = read(path)
        best = max(best, lines / (time.process_time() - began))
    return best


def main() -> None:
    """Measure each peer that is there; one that is not is told, and left out."""
    found: dict[str, dict[str, float]] = {}
    for kind, peers in PEERS.items():
        for name, read in peers.items():
            try:
                speed = _speed(read, Path(sys.argv[1], kind))
            except Exception as error:  # noqa: BLE001 - a peer may break in any way
                print(f"{name} is left out: {error!r}"[:200], file=sys.stderr)
                continue
            found.setdefault(kind, {})[name] = speed
    print(json.dumps(found))


if __name__ == "__main__":
    main()
