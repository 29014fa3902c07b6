"""Who may look at an entry."""

from ledger.journal import PostedEntry
from services.people import Permission, Person
from services.ports import Books
from services.posting import till_in
from services.tills.till import till_of
from services.told_by import is_teller


def may_see(books: Books, posted: PostedEntry, person: Person) -> bool:
    """Say whether a person may look at an entry: his own, one of his till, or any by his role.

    What he told stays his own when somebody else has put it right since.
    """
    if person.may(Permission.SEE_DAY):
        return True
    is_own = posted.decided_by == person.actor or is_teller(posted, person)
    is_of_till = till_in(posted) == till_of(books, person)
    return person.may(Permission.SEE_TILL) and (is_own or is_of_till)
