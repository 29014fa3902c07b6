## Cash cards
cash-in = <b>+{ $amount }</b> · { $category }
cash-out = <b>−{ $amount }</b> · { $category }
cash-moved-in = <b>{ $amount } into the till</b> · { $category }
cash-moved-out = <b>{ $amount } out of the till</b> · { $category }
cash-line-counterparty = { $name }
cash-line-order = order { $order }
cash-line-day = for { $day }
cash-line-belongs = belongs to { $day }, that period is closed
cash-line-remembered = as you filed { $words } before
cash-line-till = { $till }: <b>{ $balance }</b>
cash-line-number = No. { $number }
cash-amended = Changed:
cash-was-in = <s>+{ $amount } · { $category } · No. { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · No. { $number }</s>
cash-undone = Undone: No. { $number }, { $amount }
button-undo = Undo
button-undo-number = Undo No. { $number }
button-change-number = Change No. { $number }
button-amount = Amount
button-date = Date
button-category = Category
button-counterparty = Who
button-leave = Leave it
entry-ask-amount = What is the right amount? Type it.
entry-ask-date = Which day was it? Tap or type, for example 05.11.
entry-ask-category = What was it for?
entry-ask-counterparty = Who was it? Type the name.
entry-kept = All right, it stays as it is.

## Questions about a doubtful message
ask-amount = How much was it? Type the amount.
ask-direction = { $amount ->
    [none] Did the money come in or go out?
   *[other] { $amount }: did it come in or go out?
  }
ask-category = { $amount ->
    [none] What was it for?
   *[other] { $amount }: what was it for?
  }
ask-date = Which day was it? Tap or type, for example 05.11.
ask-right = Did I get it right?
ask-right-model = I'm not sure, but the language model suggests:
ask-right-hint = If the amount is wrong, type the right one.
button-right = Yes, record it
button-other-category = Something else
ask-context = I can't tell which entry you mean, or what it should say. Reply to its card, or write it like this: “not 250 but 350”, “cancel the last”.
ask-which = Which one do you mean? Tell me the old figure, too: “not 250 but 350”. Or take one back here:
ask-what = I see money here but not all of it. Type it simply: what for and how much, one per line.
draft-dropped = All right, nothing recorded.
direction-in = Came in
direction-out = Went out
button-not-cash = Not cash
button-today = Today
button-yesterday = Yesterday
button-more = More…
button-back = ← Back
button-skip = Skip
button-yes = Yes
button-no = No

## Answers that change nothing
stale = That was settled already.
button-too-old = This button is too old. Ask me anew, please.
not-allowed = You can't do that here. Ask the owner if you need it.
nothing-to-undo = There's nothing to undo.
period-closed = The books are closed through { $day }, so this stays as it is. Tell the accountant.
amend-kept = I couldn't follow that edit, so the entry stays as it was. Undo it and type it anew if you like.
cash-hint = I didn't record anything. Type cash like this: <code>courier 220</code>
file-not-yet = I can't read files and voice yet. Type it in a few words, please.

## The day
day-title = { $day }
day-in = In: <b>{ $amount }</b>
day-out = Out: <b>{ $amount }</b>
day-net = Result: <b>{ $amount }</b>
day-moved-in = Brought into the tills: { $amount }
day-moved-out = Taken out of the tills: { $amount }
day-till = { $till }: { $balance }
day-empty = No cash has moved yet.

## Chart
chart-title = Cash for the day
chart-operations = { $count ->
    [one] { $count } operation
   *[other] { $count } operations
  }
chart-net = Result
chart-in = In
chart-out = Out
chart-in-tills = In the tills
chart-by-category = By category
chart-tills = Tills
chart-till = Till
chart-category = Category
chart-opening = Opening
chart-closing = Closing
chart-moved = Moved
chart-total = Total
chart-other = Other
chart-no-category = No category
chart-nothing = Nothing happened
chart-currencies = Other currencies

## People
stranger = Hello! This is a shop's cash desk, and I don't know you yet. Ask the owner for an invitation.
stranger-first = Hello! This shop has no owner yet. If that's you, send me the code that was shown where Tilly was started.
welcome-owner = Welcome, { $name }! The shop is yours now. A few questions and we're ready.
welcome-person = Welcome, { $name }! Your role here: { $role }.
welcome-back = Good to see you, { $name }.
invite-role = Whom do you invite?
invite-link = Send this link to your new colleague ({ $role }). It works once, until { $expires }:
    { $link }
invite-bad-unknown = This link leads nowhere. Ask for a new one.
invite-bad-expired = This link is too old. Ask for a new one.
invite-bad-used = This link was used already. Ask for a new one.
invite-already = You're in already; your role: { $role }. The link still works for whoever it was made for.
invite-accepted = { $name } has joined. Role: { $role }.
team-title = The team
team-line = { $name } · { $role } · { $till }
team-line-plain = { $name } · { $role }
team-person = { $name }, { $role }. What shall we change?
team-role-changed = { $name } is { $role } now.
team-removed = { $name } no longer has access.
team-last-owner = The shop needs an owner. Make somebody else the owner first.
team-gone = This person isn't in the team any more.
team-told-removed = You're no longer in this shop's team. Thank you for your work!
team-told-till = You answer for { $till } now.
team-told-role = Your role has changed. It is now: { $role }.
team-till-changed = { $name } answers for { $till } now.
button-role = Role: { $role }
button-till = Till: { $till }
button-remove = Remove
role-cashier = cashier
role-accountant = accountant
role-director = director
role-owner = owner
language-ask = Which language shall we speak?
language-done = English it is.
language-name = English

## Set-up
setup-language = Which language shall the shop speak?
setup-name = What's the shop called? Type its name.
setup-currency = Which money do you count in? Tap, or type a code such as CZK.
setup-zone = Where is the shop? Tap, or type a city.
setup-tills = How many tills do you have?
setup-till-name = What's this till called? Now it is “{ $till }”. Type a name or skip.
setup-opening = How much is in “{ $till }” right now? Type the amount, 0 if it's empty.
setup-refused-currency = I don't know the currency “{ $text }”. Type its three letters, such as EUR.
setup-refused-zone = I don't know “{ $text }”. Type a bigger city nearby, or a zone such as Europe/Kyiv.
setup-refused-amount = “{ $text }” doesn't look like an amount. Type it in figures, such as 1250.
setup-refused-currency-kept = Money is recorded already, so the currency stays { $text }.
setup-refused-tills = “{ $text }” is not a number from 1 to 5. How many tills are there?
setup-refused-language = Please tap one of the languages.
setup-done = { $shop } is ready.
setup-try = Try it: type <code>courier 220</code>, then “today?”. Invite the team with /invite.

## Help
help-title = { $name }, here's what I can do for you ({ $role }).
help-cash = Type what happened to the cash, in your own words:
help-examples = <code>gave the installer 250 for a callout</code>
    <code>sold a boiler, 12 400</code>
    <code>yesterday courier 220</code>
help-edit = Made a slip? Edit your message or tap Undo.
help-command = /{ $command } — { $what }
command-start = start
command-help = what I can do
command-today = today's result
command-till = what's in the till
command-advance = give money to account for
command-advances = who has money to account for
command-refunds = refunds and their sales
command-memory = what you have taught me
command-team = who works here
command-invite = invite somebody
command-accounts = chart of accounts
command-close = close the books through a day
command-leadership = make this group the leadership chat
command-language = choose your language

## Accounts
accounts-title = Chart of accounts
accounts-line = <code>{ $code }</code> { $name }
accounts-line-closed = <code>{ $code }</code> <s>{ $name }</s>
accounts-how = Rename: <code>/accounts 9331 Couriers</code>
    New code: <code>/accounts 9331 -&gt; 9339</code>
    Add: <code>/accounts + 9340 expense Insurance</code>
    Close: <code>/accounts - 9340</code>
accounts-renamed = <code>{ $code }</code> is called { $name } now.
accounts-recoded = { $name } has the code <code>{ $code }</code> now.
accounts-none = There's no account <code>{ $code }</code>.
accounts-code-taken = <code>{ $code }</code> is taken by { $name }.
accounts-added = Added: <code>{ $code }</code> { $name }.
accounts-closed = Closed: <code>{ $code }</code> { $name }.
accounts-needed = { $name } stays open: the shop posts to it, or it is not empty.

## What the shop has taught
memory-title = What you have taught me
memory-word = “{ $word }”
memory-line = { $word } → { $meaning }
memory-way-in = money in
memory-way-out = money out
memory-times = { $count ->
    [one] once
   *[other] { $count } times
  }
memory-usually = usually { $least } to { $most }
memory-always = always { $amount }
memory-empty = You haven't taught me anything yet. When you answer my question or put me right, I remember your word, so that I needn't ask about it again.
button-forget = Forget { $word }

## Closing
close-ask = Close everything through { $day }? Nobody can change it after that.
close-done = Closed through { $day }.
close-no = { $day } can't be closed: it isn't over, or it's closed already.
close-how = I don't know that day. Type it like this: <code>/close 31.10</code>

## Groups
leadership-made = This is the leadership chat now. I'll tell you here what matters.
leadership-only-group = Say /leadership in the group that shall be the leadership chat.

## Trouble
storage-outage = I can't save anything right now. Your message is kept and will be filed by itself.
update-quarantined = Something in your message No. { $number } was too much for me. It is kept, and nothing is recorded from it. Type it once more in other words, please.
books-broken = { $count ->
    [one] The books don't add up: { $count } check failed. Run <code>tilly verify</code>.
   *[other] The books don't add up: { $count } checks failed. Run <code>tilly verify</code>.
  }

## Money to account for
advance-how = Who gets how much, for what? Like this: <code>/advance Petro 2000 materials</code>
advance-ask-who = { $amount ->
    [none] Who gets the money? Type the name.
   *[other] { $amount } to account for: who gets it? Type the name.
  }
advance-ask-what = { $amount ->
    [none] What is the money for? When the receipts come, it may be something else.
   *[other] { $amount } to account for: what is it for? The receipts may say otherwise later.
  }
advance-holds = { $name } has { $amount } to account for
advance-owed = The shop owes { $name } { $amount }: more was spent than given
advance-even = { $name } has accounted for everything
advance-back = Back from what { $name } had to account for
advance-since = since { $day }, { $count ->
    [0] today
    [one] { $count } day
   *[other] { $count } days
  }
advance-open = { $day } · { $amount } · { $category } · No. { $number } · { $count ->
    [0] today
    [one] { $count } day
   *[other] { $count } days
  }
advance-reminded = I remind { $name } in private.
advance-changed = Something has changed here in the meantime, so I did nothing. This is how it stands now:
advance-ask-receipts = What did { $name } spend? Type it, for example: 1800 materials, 150 fuel
advance-ask-change = How much did { $name } bring back? Type the amount.
advance-ask-team = Who in the team is { $name }? I'll remind them in private.
advance-too-much = { $amount } is more than is still open. Type what came back of it; other money, please, as an ordinary message.
advance-accounted = Accounted for by { $name }:
advance-part = { $amount } · { $category } · No. { $number }
advance-paid = Paid back from the till: { $amount } · No. { $number }
advances-title = Money to account for
advances-none = Nobody has money to account for. Give some like this: <code>/advance Petro 2000 materials</code>
advances-total = In all: { $amount }
advances-remind-own = You still have money to account for. Tell whoever gave it to you what you spent it on, or bring the rest back:
advances-remind-given = This isn't accounted for yet. Receipts and change go under /advances:
button-advance-turn = To account for
button-advance-ordinary = An ordinary entry
button-advance-show = What's still open
button-advance-receipts = Receipts: spent…
button-advance-change = Change came back
button-advance-all = Spent all of it
button-advance-pay = Pay it from the till
button-advance-team = Who in the team is it?
button-advance-nobody = Nobody in the team
spending-ask-whose = { $name } spent { $amount } and has { $held } to account for. Where did the money come from?
spending-ask-category = { $amount }: what was it for?
spending-ask-own = { $name } spent { $amount } but had only { $held }. Was the other { $over } their own money?
button-spending-advance = From that money
button-spending-till = From the till now
button-spending-own-paid = Yes, pay { $amount } from the till
button-spending-own-owed = Yes, the shop owes it
button-spending-drop = No, it's a mistake

## Refunds
refund-for = for sale No. { $number } of { $day } ({ $why })
refund-no-sale = without a sale
refund-broken = sale No. { $number }, which was undone since
refund-over = ⚠️ { $amount } more than the sale was
refund-own = ⚠️ Sold and refunded by the same person
refund-because-order = same order
refund-because-name_and_amount = same name and amount
refund-because-name = same name
refund-because-amount = same amount
refund-because-told = as you said
refund-ask = Refund of { $amount }: which sale is it for?
refund-ask-none = Refund of { $amount }: I find no sale that fits. Perhaps it was before my time?
refund-candidate = No. { $number } · { $day } · { $amount } · { $why } { $who }
refund-left = { $amount } left of it
refund-asked-from = All right: I ask for the sale only from { $amount } on. You can change it under /refunds.
refund-asked-always = All right: I ask for the sale of every refund that isn't clear.
refunds-title = Refunds of the last 30 days
refunds-none = No refunds in the last 30 days.
refunds-line = No. { $number } · { $day } · <b>{ $amount }</b> · { $who }
refunds-total = In all: { $amount }
refunds-look = Refunds to look at. All of them: /refunds
button-refund-sale = No. { $number } · { $day } · { $amount }
button-refund-without = Without a sale
button-refund-wrong = Amount is wrong
button-refund-ask-from = Don't ask below { $amount }
button-refund-ask-always = Always ask for the sale

## Categories
category-sale_cash = Sale
category-customer_prepayment = Prepayment
category-customer_refund = Refund to a customer
category-supplier_goods = Goods
category-installer_services = Installer
category-delivery = Delivery
category-fuel_transport = Fuel and transport
category-salary = Wages
category-salary_advance = Advance on wages
category-rent = Rent
category-utilities = Utilities
category-phone_internet = Phone and internet
category-office_household = Office and household
category-packaging_supplies = Packaging
category-repairs_maintenance = Repairs and tools
category-advertising = Advertising
category-bank_fees = Bank fees
category-taxes_fees = Taxes and fines
category-other_expense = Other expense
category-other_income = Other income
category-owner_draw = Taken by the owner
category-owner_contribution = Put in by the owner
category-bank_deposit = To the bank
category-cash_from_bank = From the bank
category-desk_transfer = Between tills
category-cash_shortage = Cash short
category-cash_surplus = Cash over
