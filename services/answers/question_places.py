"""What a shop's tills and banks are called, for questions that name one."""

from ledger.places import PlaceKind, place_of
from parsing.annotation.lexicon import Lexicon
from parsing.annotation.tokens import scan_tokens
from parsing.questions.first_names import forms_of
from parsing.questions.lexicon import QuestionWords
from parsing.questions.marks import Place, Vocabulary
from parsing.questions.places_said import COURIER_NAMES, gateway_called
from parsing.questions.sources_said import sources_of
from services.people import Person
from services.ports import Books
from services.tills.till import till_of

_BANK = ("bank", "банк")
_SHORT_MIN = 3


def vocabulary_of(books: Books, words: QuestionWords, lexicon: Lexicon) -> Vocabulary:
    """Give all that a question of this shop is read by."""
    called = {each.key: [each.bank] for each in books.banks.accounts() if each.bank}
    tills, banks = [], []
    for account in books.accounts.chart():
        names = (*account.names.values(), *called.get(account.key, ()))
        if place_of(account.key) is PlaceKind.BANK:
            names = (*names, *map(_short, names))
        telling = tuple(dict.fromkeys(each for each in names if not _is_common(each, words)))
        match place_of(account.key):
            case PlaceKind.TILL if account.is_open:
                tills.append(Place(account.key, telling))
            case PlaceKind.BANK:
                banks.append(Place(account.key, telling))
            case _:
                pass
    people = tuple(_person(books, each) for each in books.people.all())
    gateways = tuple(
        _gateway(each)
        for each in books.documents.gateways()
        if gateway_called(each) not in COURIER_NAMES  # which are paid for parcels, too
    )
    sources = sources_of(books.documents.channels())
    return Vocabulary(words, lexicon, tuple(tills), tuple(banks), gateways, people, sources)


def _gateway(name: str) -> Place:
    """Give what a gateway is known by, and how people write it: "nova-kurier", "nova kurier"."""
    return Place(gateway_called(name), tuple(dict.fromkeys((name, name.replace("-", " ")))))


def _person(books: Books, person: Person) -> Place:
    """Give what one of the team is called, and the till that he answers for."""
    till = till_of(books, person) if books.accounts.tills() else None
    return Place(person.actor, (person.name, *forms_of(person.name)), till)


def _short(name: str) -> str:
    """Give what people call a bank: monobank is "mono", ПриватБанк "приват"."""
    for ending in _BANK:
        short = name[: -len(ending)].rstrip(" -")
        if name.casefold().endswith(ending) and len(short) >= _SHORT_MIN:
            return short
    return name


def _is_common(name: str, words: QuestionWords) -> bool:
    """Tell whether a name is only the word for such a place: "Till" is every till."""
    tokens = scan_tokens(name)
    found = words.find(tokens, 0) if tokens else None
    return not tokens or (len(tokens) == 1 and found is not None and found[0].section == "place")
