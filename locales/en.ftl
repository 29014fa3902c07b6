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
till-below-zero = 💡 The till is now below zero: { $balance }. Is the amount right? Or did cash come in that wasn't entered?
cash-accounted = <b>{ $amount }</b> accounted for · { $category }
cash-line-number = No. { $number }
cash-amended = Changed:
cash-became = → No. { $number }
cash-was-in = <s>+{ $amount } · { $category } · No. { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · No. { $number }</s>
cash-undone = Undone: No. { $number }, { $amount }
button-undo = Undo
button-undo-number = Undo No. { $number }
button-undo-all = Take back all { $count }
button-change-number = Change No. { $number }
button-amount = Amount
button-date = Date
button-category = Category
button-counterparty = Who
button-leave = Leave it as it is
entry-ask-amount = What is the right amount? Type it.
entry-ask-date = Which day was it? Tap or type, for example 05.11.
entry-ask-category = What was it for?
entry-ask-counterparty = Who was it? Type the name.
entry-how = Type it with the number of an entry: <code>/entry 12</code>
entry-none = There is no such entry.
entry-words = “{ $text }”
entry-no-amount = I can't take that for a sum: it must be more than nought. Type the right amount.
entry-no-date = I don't know such a day. Type it like 05.11.
entry-no-category = I don't know what that is. Tap what it was, or say it otherwise.
entry-no-counterparty = I can't take that for a name. Who was it?
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
already-so = It says so already:
ask-context = I can't tell which entry you mean, or what it should say. Reply to its card, or write it like this: “not 250 but 350”, “cancel the last”.
ask-which = Which one do you mean? Tell me the old figure, too: “not 250 but 350”. Or take one back here:
ask-which-all = Take back all that your last message told, or one of it?
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
period-closed = The books are closed through { $day }, so this can't be booked any more.
button-too-old = This button is too old. Ask me again, please.
not-allowed = You can't do that here. Ask the owner if you need it.
nothing-to-undo = There's nothing to undo.
amend-kept = I couldn't follow that edit, so the entry stays as it was. Undo it and type it anew if you like.
cash-hint = I didn't record anything. Type cash like this: <code>courier 220</code>. All I can do: /help
cash-hint-asker = I didn't record anything, and I see no question in it that I know. Type cash like this: <code>courier 220</code>, or ask like this: <code>who owes us?</code> All I can do: /help
still-asked = That isn't what I asked for. Once more:
other-not-read = I can't read this kind of message. Type it in a few words, please.

## The day
day-title = { $day }
day-in = In: <b>{ $amount }</b>
day-out = Out: <b>{ $amount }</b>
day-net = Result: <b>{ $amount }</b>
day-moved-in = Brought into the tills: { $amount }
day-moved-out = Taken out of the tills: { $amount }
day-till = { $till }: { $balance }
day-empty = No cash has moved yet.
day-norm-now = Usually by this time on this weekday: { $usual }
day-norm-whole = Usually on this weekday: { $usual }
day-norm-now-compared = Usually by this time on this weekday: { $usual } ({ $percent }%)
day-norm-whole-compared = Usually on this weekday: { $usual } ({ $percent }%)
day-short = ⚠️ { $till }: { $amount } short · { $name }
day-over = ⚠️ { $till }: { $amount } over · { $name }
day-questions = { $count ->
    [one] { $count } open question
   *[other] { $count } open questions
  }: /drafts
day-approvals = { $count ->
    [one] { $count } payout waits
   *[other] { $count } payouts wait
  }: /approvals
day-earned = Earned and spent, paid or not: sales { $sales }, result <b>{ $result }</b>
day-plan = Plan of the month: { $percent }% of { $planned }; { $passed }% of its days have passed
day-exceptions = { $count ->
    [one] { $count } thing of the books needs somebody
   *[other] { $count } things of the books need somebody
  }: /exceptions
day-entries = Every entry: /cash
button-dark = Dark picture
button-light = Light picture

## Results of any days
results-accrual = Result, as it was earned and spent (paid or not)
results-sales = Sales
results-refunds = Refunds to customers
results-no-channel = at the desk, or no channel named
results-cost = Cost of goods
results-cost-unknown = The cost of goods isn't booked, so this is before it.
results-margin = Gross margin
results-margin-percent = Gross margin, { $percent }%
results-expenses = Expenses
results-net = Net result
results-cash = From the result to the money
results-change = Change of the money
results-places = Where the money is
results-place = { $place } (in { $incoming }, out { $outgoing })
results-on-hand = In all
results-before = { $amount } before
results-before-percent = { $amount } before, { $percent }%
results-usual = Usually on this weekday: { $usual } (the median of { $count ->
    [one] { $count } week
   *[other] { $count } weeks
})
results-usual-now = Usually by this time on this weekday: { $usual } (the median of { $count ->
    [one] { $count } week
   *[other] { $count } weeks
})
results-plan = Plan: sales { $planned }, { $percent }% done
results-plan-part = Plan for { $days ->
    [one] { $days } day
   *[other] { $days } days
} of { $whole }, in proportion: sales { $planned }, { $percent }% done
results-plan-margin = Plan: margin { $planned }%, it is { $found }%
results-unfiled = { $count ->
    [one] { $count } bank line isn't filed yet
   *[other] { $count } bank lines aren't filed yet
  }: { $incoming } in, { $outgoing } out. By so much the result may still move.
results-exceptions = { $count ->
    [one] { $count } exception isn't explained yet
   *[other] { $count } exceptions aren't explained yet
}, { $amount } at stake.
results-questions = { $count ->
    [one] { $count } message about cash waits for an answer
   *[other] { $count } messages about cash wait for an answer
}: { $amount }
results-as-of = As of { $at }
results-source = { $source }: lines through { $day }
source-name = { $name ->
        [bitrix24] Bitrix24
       *[other] { $name }
    }
results-source-read = { $source }: { $at }
results-source-quiet = ⚠️ { $source }: silent for { $time }
results-source-loading = { $source }: still being read for the first time
results-source-silent = { $source }: no lines yet
results-nothing = Nothing was booked in these days.
results-column-before = the days before
plain-text = { $text }
plain-amount = { $amount }
results-how = Say which days: <code>/report last week</code>, <code>/report October</code>, <code>/report 1–15 November</code>
today-how = Say one day: <code>/today yesterday</code>, <code>/today 05.11</code>. For several there is <code>/report last week</code>.

## Answers to questions about the books
understood-as = Understood as: { $what }
understood-by-model = The language model read it as: { $what }
measure-sales = sales
measure-net_sales = sales less refunds
measure-refunds = refunds to customers
measure-expenses = expenses
measure-result = net result
measure-margin = gross margin
measure-cost = cost of goods sold
measure-fees = bank and payment fees
measure-purchases = goods bought
measure-staff = paid to the staff
measure-money_in = money that came in
measure-money_out = money that went out
measure-flow = money in less money out
measure-paid_to_suppliers = paid to suppliers
measure-paid_by_customers = paid by customers
measure-money = money
measure-receivable = what customers owe
measure-payable = what we owe suppliers
measure-prepaid = what customers have paid ahead and not got yet
measure-advances = money to account for
measure-unfiled = not filed yet
measure-entries = entries
measure-in_transit = cash on its way to the bank
measure-drafts = messages about cash that are not posted
measure-problems = what needs attention in the books
measure-plan = how far the plan has come
asked-total = { $what }
asked-count = how many: { $what }
asked-count-counterparty = how many names: { $what }
asked-count-supplier = how many suppliers: { $what }
asked-count-customer = how many customers: { $what }
asked-average-entry = { $what }, the average of an entry
asked-average-day = { $what }, the average of a day
asked-average-week = { $what }, the average of a week
asked-average-month = { $what }, the average of a month
asked-average-quarter = { $what }, the average of a quarter
asked-top-supplier = largest suppliers, by what they were paid
asked-top-customer = largest customers: { $what }
asked-top-category = expenses by category
asked-top-paid-for = { $what }: what for
asked-top-counterparty = { $what }, by name
asked-over-month = months of more { $what } than { $over }, by how much
asked-over-week = weeks of more { $what } than { $over }, by how much
asked-over-day = days of more { $what } than { $over }, by how much
asked-top-day = the best days: { $what }
asked-top-week = the best weeks: { $what }
asked-top-month = the best months: { $what }
asked-worst-day = the weakest days: { $what }
asked-worst-week = the weakest weeks: { $what }
asked-worst-month = the weakest months: { $what }
asked-top-place = { $what }, by where it was paid
asked-top-order = orders by margin, the best first
asked-worst-order = orders by margin, the worst first
asked-top-weekday = { $what } by day of the week, the average of one
asked-top-recorder = { $what }, by who recorded it
asked-top-channel = { $what }, by where they came from
asked-top-bought = largest suppliers, by goods bought
asked-without = without: { $what }
asked-at-most = { $amount } or less
asked-at-a-loss = at a loss
asked-none = none at all
asked-oldest = the oldest first
asked-weekdays = only: { $days }
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
asked-biggest = { $what }, the largest first
asked-least = { $what }, the smallest first
asked-last = { $what }, the newest first
asked-balance = how much money there is
asked-owed = { $what }
asked-order = order { $order }
asked-compare = { $what }, compared
asked-why = { $what }: why it changed
asked-why-channel = { $what }, by where they came from: what changed
asked-results = the whole result
asked-plan = how far the plan has come
asked-series-day = { $what }, day by day
asked-series-week = { $what }, week by week
asked-series-month = { $what }, month by month
asked-series-quarter = { $what }, quarter by quarter
asked-place-tills = in the tills
asked-place-banks = at the bank
asked-on-delivery = to be paid on delivery
asked-place-couriers = with couriers
asked-place-gateways = at payment gateways
asked-place = { $place }
asked-about = “{ $about }”
asked-told-by = recorded by { $name }
asked-exactly = exactly { $amount }
asked-at-least = { $amount } or more
asked-share = as a share of: { $of }
asked-days-usual = { $days } (you named no days)
asked-ever = all days
asked-at-end-of = as of { $day }
asked-against = against { $days }
asked-left-out = left out: “{ $words }”
asked-older = older than { $count ->
    [one] { $count } day
   *[other] { $count } days
  }
asked-younger = { $count } { $count ->
    [one] day
   *[other] days
  } old at most
answer-amount = <b>{ $amount }</b>
answer-up = <b>+{ $amount }</b>
answer-up-by = <b>+{ $amount }</b> ({ $percent } %)
answer-amount-by = <b>{ $amount }</b> ({ $percent } %)
answer-sold = Sold, less refunds: <b>{ $amount }</b>
answer-difference = Difference: <b>{ $amount }</b>
answer-share = { $percent } % of: { $of }, { $amount }
answer-count-names = <b>{ $count }</b>, { $amount } together
answer-count-change = <b>{ $change }</b>
answer-count = { $count ->
    [one] <b>{ $count }</b> entry
   *[other] <b>{ $count }</b> entries
  }, { $amount } together
answer-open = { $count ->
    [one] <b>{ $count }</b> of them, { $amount }
   *[other] <b>{ $count }</b> of them, { $amount } together
}
answer-taken = Taken to the bank in these days: { $amount }
answer-none-in_transit = Nothing is on its way to the bank.
answer-none-drafts = No message about cash waits for an answer: all of it is posted.
answer-none-problems = Nothing in the books needs you: no open exceptions.
answer-owed-nobody = Nobody called “{ $about }” is among the debts.
answer-payouts = This is what they hold and have not paid out; on which day they pay is not in the books.
answer-row-without = Left out: { $name }: { $amount }
answer-row-apart = { $name }: no part of it anyway, { $amount }
answer-row-until = { $name }: { $amount }, lines up to { $day }
answer-row-order = order { $order }: { $amount } ({ $percent } %)
answer-row-problem = { $name } ({ $count }): { $amount }, since { $day }
answer-row-no-channel = no source named
answer-row-left = Margin: { $amount } ({ $percent } %)
answer-none = Nothing like that is in the books.
answer-none-says = No name is like “{ $about }” here, and no entry says it.
answer-named = of { $names }
answer-by-words = No name like “{ $about }”, so these are the entries that say it.
answer-row = { $name }: { $amount }
answer-row-since = { $name }: { $amount }, since { $day }
answer-row-name-order = { $name }, order { $order }
answer-row-entry = { $day } · { $amount } · { $name } · No. { $number }
answer-no-pieces = How many pieces of what were sold is not in the books.
answer-all-banks = What a bank line was for is kept apart from the account that it left, so all bank accounts are in it.
answer-waiting = { $count ->
    [one] { $count } bank line of these days waits
   *[other] { $count } bank lines of these days wait
  } in /review, { $amount } out: what was spent may be more.
answer-no-stranger = Nobody is called “{ $names }” here, so nothing was left out.
answer-row-nobody = nobody named
answer-row-now = { $days }: { $amount }
answer-row-now-count = { $days }: { $count }, { $amount } together
answer-row-in = In: { $amount }
answer-row-out = Out: { $amount }
answer-row-other = everything else: { $amount }
answer-row-total_of_days = { $amount } on { $count } { $count ->
    [one] day
   *[other] days
  }
answer-row-total = { $amount } in { $count ->
    [one] { $count } entry
   *[other] { $count } entries
  }
answer-row-planned = The plan for these days: { $amount }, { $count } % of it is done
answer-row-plan-over = Over the plan by { $amount }
answer-row-plan-short = Behind the plan by { $amount }
answer-row-plan-whole = The plan of the whole month: { $amount }
answer-row-plan-left = Still to sell: { $amount }
answer-no-plan = No plan is set for these days. You can type one: “november plan 1.2m, margin 22%”.
answer-all-together = All together: { $amount }
answer-row-whole = { $name }, all together: { $amount }
answer-row-owed_still = Still owed: { $amount }, since { $day }
answer-row-paid = The customer paid: { $amount }
answer-row-sold = Sold: { $amount }
answer-row-spent = Costs: { $amount }
answer-causes = What made the difference:
answer-until = Today is not over, so the other day counts only up to { $time }.
answer-order-none = No entry names order { $order }.
doubt-no-question = I answer from the books alone: no advice, weather or other people's prices. For example: “How much did we spend on ads in October?”
doubt-of-what = How much of what? For example: “sales last week”, “spent on rent in October”.
doubt-whose-debt = Who owes whom? Ask “how much do customers owe us?” or “how much do we owe suppliers?”.
doubt-words = I don't know what to do with “{ $words }” in this question. The books tell sums by day, category, name, till and bank. For example: “sales last week”, “what did we pay Ihor in October”.
doubt-ahead = Those days haven't begun yet, and of days ahead I can say only how much money there will be: “how much money will we have in two weeks”. Ask what has been so far: “sales this month”, “are we on plan?”. For a guess there is the pace so far: “average daily sales this month”.
doubt-stock = The books hold sums, not pieces: what is in stock is not here. You can ask “goods bought in October” or “cost of goods sold this month”.
doubt-no-day = There is no { $day } in any year. Which day did you mean?
doubt-vat = VAT is not kept by itself here, only with all taxes. You can ask “taxes this quarter” or “when did we last pay taxes?”.
doubt-exchange = Exchange of currency has no category of its own here, so I cannot pick it out. What I do know is how much there is of each: “how many dollars are on the accounts?”, and what moved: “last 20 entries”.
doubt-goods = Sales are not kept by single goods here. You can ask “top customers this year”, “average sale in October” or “margin by month”.
doubt-deadline = No dates ahead are in the books. You can ask what was paid and what is owed: “taxes since January”, “when did we last pay rent?”, “how much do we owe suppliers?”.
doubt-plan = A plan here has sales and a margin for the whole shop, nothing else. You can ask “are we on plan?”, “expenses in November vs October”, “why are expenses up?”.
doubt-supposed = What there would be then I don't add up, but I can tell what it is made of, at once: “how much money do we have, who owes us and what do we owe suppliers?”.
doubt-team = Who works here, and at which till, stands in /team. Here I can tell what each of them recorded: “which cashier took the most this month”.
doubt-private = I know what people were paid and what they have to account for, nothing else about them. You can ask “what did we pay Ihor in October” or “who has our money to account for?”.
doubt-margin-of = A margin is known of the whole shop and of each order, not of customers or suppliers. You can ask “best orders by margin in October” or “top customers this year”.
measure-on_its_way = money on its way
answer-row-held = with { $name }
answer-none-on_its_way = No money is on its way: nothing carried to the bank, nothing held by gateways or couriers.
answer-no-gateway = No report in the books tells of money with them.
asked-restated = days whose result was told otherwise before
answer-lines-wait = { $count ->
    [one] { $count } bank line waits
   *[other] { $count } bank lines wait
  }: /review
answer-unfiled = What it was for nobody has filed yet: /review
asked-closed = whether the books are closed
answer-closed = Yes: the books are closed through { $day }.
answer-not-closed = No, these days are still open.
answer-closed-through = The books are closed through { $day }.
answer-close-them = <code>/close</code> shows what still hinders it.
asked-unpaid = orders that are not paid
answer-unpaid = { $count ->
    [one] <b>{ $count }</b> order, { $amount } to be paid
   *[other] <b>{ $count }</b> orders, { $amount } to be paid
}
answer-none-unpaid = Nothing is left to be paid.
answer-row-unpaid = order { $order }, { $name }: { $amount }, since { $day }
asked-forecast = how much money there will be
answer-ahead-none = The books have fewer than four weeks behind them, so nothing is usual yet and nothing can be said of days ahead.
answer-ahead-band = In four cases of five it is from { $low } to { $high }.
answer-ahead-short = It is likely to run out on { $day }.
answer-ahead-held = there this morning, in tills, at banks and gateways: { $amount }
answer-ahead-due = payments that come every month, by then: { $amount }
answer-ahead-usual = what else usually comes and goes: { $amount }
answer-ahead-owed = Not in it: { $amount } that we owe suppliers; on which day it is due is not in the books.
doubt-too-far = Of money I can say something for 60 days ahead, not further. You can ask “how much money will we have in two weeks”.
asked-repeated = more than once
answer-row-times = { $name }: { $count ->
    [one] once
   *[other] { $count } times
}, { $amount }
channel-online = online
channel-counter = over the counter
answer-channels = Counted: { $names }
answer-no-channels = No document of these days names where it was sold, so all of it counts as sold over the counter.
doubt-channel = By where it was sold I know sales, refunds, the cost of goods and the gross margin, nothing else. You can ask “online sales this month”, “refunds by channel”, “the site vs the shop”.
doubt-nobody = Nobody who records entries is called “{ $name }”. Ask by till: “money in today, second till”.
asked-times = { $count ->
    [one] { $count } entry or more each
   *[other] { $count } entries or more each
  }
asked-begun = begun { $days }
asked-part-paid = of which something is paid
answer-no-due = Until when each is to be paid is not in the books; it is told since when each is owed.
answer-no-arrival = On which day it arrives is not in the books.
answer-no-currency = Nothing there is kept in { $currency }.
answer-ahead-lasts = It is not likely to run out by { $day }.
answer-lines = Up to which day statement lines are known stands beside each account; where nothing stands, none has come.
doubt-currency = By currency I know only what there is: “dollars on the accounts”. Sums of sales and spending are told by day, category, name and place.
doubt-closed = I tell only what is open now; what was closed is not counted here. You can ask “what needs attention?” or “exceptions older than 5 days”.
doubt-head = How many people there are is not in the books, so nothing is told per person. You can ask “who got wages in October” or “average wages a month”.
ask-how = Ask about the books: <code>/ask how much did we spend on ads in October?</code>
asked-count-order = how many orders, by what they left
asked-count-day = on how many days: { $what }
asked-count-week = in how many weeks: { $what }
asked-count-month = in how many months: { $what }
asked-count-each-day = how many a day: { $what }
asked-count-each-week = how many a week: { $what }
asked-count-each-month = how many a month: { $what }
asked-average-order = { $what }, the average of an order
asked-top-weekend = { $what } on weekends and on other days, the average of a day
asked-top-weekend-sale = { $what } on weekends and on other days, the average of an entry
asked-by-age = by age
asked-of-days-had = only days that had any
asked-usual = against what is usual
asked-grown = only what grew
asked-fallen = only what fell
asked-least-percent = { $percent } % or more
asked-most-percent = less than { $percent } %
asked-spending = with { $amount } spent
answer-count-order = { $count ->
    [one] <b>{ $count }</b> order
   *[other] <b>{ $count }</b> orders
  } left { $amount } together
answer-count-day = { $count ->
    [one] <b>{ $count }</b> day
   *[other] <b>{ $count }</b> days
  }, { $amount } together
answer-count-week = { $count ->
    [one] <b>{ $count }</b> week
   *[other] <b>{ $count }</b> weeks
  }, { $amount } together
answer-count-month = { $count ->
    [one] <b>{ $count }</b> month
   *[other] <b>{ $count }</b> months
  }, { $amount } together
answer-count-each-day = <b>{ $average }</b> a day: { $count } in { $units ->
    [one] { $units } day
   *[other] { $units } days
  }
answer-count-each-week = <b>{ $average }</b> a week: { $count } in { $units ->
    [one] { $units } week
   *[other] { $units } weeks
  }
answer-count-each-month = <b>{ $average }</b> a month: { $count } in { $units ->
    [one] { $units } month
   *[other] { $units } months
  }
answer-row-of_all = Looked at: { $count }
answer-empty = Besides, with nothing at all: { $count }
answer-row-empty = Of them with nothing at all: { $count }
answer-row-orders = { $amount } on { $count ->
    [one] { $count } order
   *[other] { $count } orders
  } whose costs are known
answer-row-age = { $name } days old ({ $count }): { $amount }
answer-row-weekend = A Saturday or Sunday
answer-row-workdays = A day from Monday to Friday
answer-row-usual = Usually: { $amount } (the middle of { $count } before)
answer-row-usual-count = Usually: { $count }, { $amount } together
answer-no-usual = Too few such days lie behind, so nothing is usual yet.
answer-row-held-on = When { $day } was over: { $amount }
answer-ahead-lowest = The least on the way: { $amount }, on { $day }
answer-ahead-after = With { $spent } spent, likely { $amount } is left that day.
answer-row-counted = { $day }, { $name }: counted, off by { $amount }
answer-row-agreed = { $day }, { $name }: counted, and it agreed
answer-row-never_counted = No count of a till was made in these days.
asked-privately = The answer is in our own chat.
button-made-of = What it's made of
button-turn-back = ‹ { $days }
button-turn-on = { $days } ›
button-chart-expenses = 📊 Expenses
button-chart-flow = 📊 Money
button-chart-debts = 📊 Debts
button-chart-margins = 📊 Margin
button-chart-gap = 📊 Bank and CRM
button-chart-plan = 📊 Plan
made-of-title = What it's made of: { $what }
made-of-none = There are no entries behind it.
command-ask = ask about the books in your own words

## Digests
digest-card = What shall I send you, and when? By the shop's clock; tap to choose.
digest-morning = In the morning, about yesterday
digest-evening = In the evening, about the day
digest-week = On Mondays, about the week
digest-month = On the 1st, about the month
digest-off = off
digest-none = Not at all
digest-when = { $what }: at what hour?
digest-morning-greeting = ☀️ Good morning! This was yesterday.
digest-evening-greeting = 🌙 The day so far.
digest-week-greeting = 🗓 The week that is over.
digest-month-greeting = 🗓 The month that is over.

## Files of reports
button-file = File…
file-ask = As which file?
file-what = What
file-amount = Amount
file-note = Note
file-day = Day
file-on-hand = On hand
file-name = Who
file-count = Entries
file-number = No.
file-account = Account
file-narration = Text
file-since = Since

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
chart-others = Others
chart-no-category = No category
chart-nothing = No operations
chart-currencies = Other currencies

## The director's pictures, and the way from the CRM to the bank
picture-expenses = Expenses
picture-spent = Spent
picture-days-before = The days before
picture-up-to = up to { $amount }
picture-by-category = By category; the thin bar is the days before
picture-no-expenses = Nothing was spent
picture-debts = What customers owe
picture-debtors = { $count ->
    [one] { $count } customer
   *[other] { $count } customers
  }
picture-owed = Owed in total
picture-in-time = Up to 30 days
picture-late = Over 30 days
picture-by-age = By age
picture-age-first = Up to { $days } days
picture-age = { $first }–{ $last } days
picture-age-older = Over { $days } days
picture-oldest-debts = The oldest debts
picture-since = since { $day }
picture-no-debts = Nobody owes anything
picture-margins = Margin by order
picture-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
  }
picture-costs = Costs
picture-cost-unknown = Cost unknown
picture-percent = { $percent }%
picture-by-margin = By margin
picture-margin-band = { $least }–{ $most }%
picture-margin-over = { $least }% and more
picture-at-a-loss = At a loss
picture-bad-orders = Orders that left under 10%
picture-order = Order { $order }
picture-order-costs = sold { $sales }, cost { $cost }
picture-no-orders = No order with a known cost was sold
picture-flow = Money in and out
picture-change = Came in less went out
picture-in = Came in
picture-out = Went out
picture-on-hand = Closing balance
picture-curve = In tills and banks
picture-flow-by-day = By day
picture-flow-by-week = By week
picture-flow-by-month = By month
picture-flow-nothing = No money came in or went out
picture-plan = Month against plan
picture-plan-day = day { $day } of { $days }
picture-plan-sold = Sold
picture-plan-done = { $percent }% of the plan
picture-plan-planned = Plan
picture-plan-due = Plan by { $day }
picture-plan-a-day = A day, { $days } left
picture-plan-over = Over plan
picture-plan-short = Below plan
picture-plan-usual = As usual
picture-plan-usual-month = A usual month
picture-plan-usual-over = More than usual
picture-plan-usual-short = Less than usual
picture-plan-to-reach = To the plan
picture-plan-none = No plan for this month yet: /plan
picture-plan-no-sales = No sales planned for this month: /plan
picture-plan-added-up = Sales, added up day by day
picture-plan-margin = { $percent }%
picture-plan-margin-planned = { $percent }%, planned { $planned }%
file-added-up = Added up
gap-title = The bank against the CRM
gap-difference = The bank is off the CRM by
gap-crm = Sold in the CRM
gap-bank = Came to the bank
gap-steps = From the CRM to the bank
gap-timing = Timing
gap-timing-note = owed, prepaid, or held by a gateway
gap-fees = Fees
gap-fees-note = what banks and gateways kept
gap-refunds = Refunds
gap-refunds-note = given back to customers
gap-cash = Cash not at the bank
gap-cash-note = taken in cash and not deposited
gap-exchange = Exchange
gap-exchange-note = changed from another currency, or into it
gap-beside = Sold past the CRM
gap-beside-note = sales without an order
gap-other = Other entries
gap-other-note = write-offs and the like
gap-unknown = Unknown
gap-unknown-note = at the bank, not said what for
gap-nothing = Nothing was sold or paid
gap-how = Say which days: <code>/gap</code> is today, <code>/gap yesterday</code>, <code>/gap October</code>

## People
stranger = Hello! This is a shop's cash desk, and I don't know you yet. Ask the owner for an invitation.
stranger-first = Hello! This shop has no owner yet. If that's you, send me the code that was shown where Tilly was started.
welcome-owner = Welcome, { $name }! The shop is yours now. A few questions and we're ready.
welcome-person = Welcome, { $name }! Your role here: { $role }.
welcome-back = Good to see you, { $name }.
invite-role = Whom do you invite?
invite-link = Send this link to your new colleague ({ $role }). It works once, until { $expires }:
    { $link }
button-copy-amount = Copy { $amount }
button-copy-account = Copy account …{ $tail }
button-copy-number = 📋 No. { $number }
button-copy-link = Copy the link
invite-bad-unknown = This link leads nowhere. Ask for a new one.
invite-bad-expired = This link is too old. Ask for a new one.
invite-bad-used = This link was used already. Ask for a new one.
invite-already = You're in already; your role: { $role }. The link still works for whoever it was made for.
invite-accepted = { $name } has joined as { $role }.
team-title = The team
team-line = { $name } · { $role } · { $till }
team-line-plain = { $name } · { $role }
team-person = { $name }, { $role }. What shall we change?
team-role-changed = { $name } is { $role } now.
team-removed = { $name } no longer has access.
team-last-owner = The shop needs an owner. Make somebody else the owner first.
team-gone = This person isn't in the team any more.
team-told-removed = You're no longer in this shop's team. Thank you for your work!
team-told-till = You answer for “{ $till }” now.
team-told-role = Your role has changed. It is now: { $role }.
team-till-changed = { $name } answers for “{ $till }” now.
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
setup-zone-london = London
setup-zone-berlin = Berlin
setup-zone-warsaw = Warsaw
setup-zone-kyiv = Kyiv
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
help-ask = Ask about the books as you'd ask a colleague:
help-questions = <code>today?</code>
    <code>why is this month down?</code>
    <code>who owes us?</code>
help-files = Drop a bank statement here as a file: CAMT, MT940, OFX, 1C, CSV or XLSX. I'll file what I know and ask about the rest.
help-group-results = Results
help-group-cash = Cash
help-group-books = The books
help-group-tilly = You and me
help-command = /{ $command } – { $what }
command-start = start
command-help = what I can do
command-today = today's result
command-week = this week so far
command-month = this month so far
command-report = the result of any days, said in words
command-gap = the bank against the CRM
command-digest = what I send you by the clock
command-till = what's in the till
command-entry = an entry by its number
command-order = an order and its entries
command-exceptions = what needs somebody
command-alerts = what leaders are told by itself
command-count = count the till
command-handover = hand the till over
command-cash = the cash book, day by day or as a file
command-drafts = what still waits for an answer
command-deposit = take cash to the bank, see what is on its way
command-advance = give money to account for
command-advances = who has money to account for
command-refunds = refunds and their sales
command-memory = what you have taught me
command-team = who works here
command-invite = invite somebody
command-accounts = chart of accounts
command-close = close a month or the books through a day
command-plan = what a month is to come to
command-restatements = days whose result has changed
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
close-left = All right, nothing is closed.
close-no = { $day } can't be closed: it isn't over, or it's closed already.
close-how = I don't know these days. Type them like this: <code>/close October</code> or <code>/close 31.10</code>

## Groups
leadership-made = This is the leadership chat now. I'll tell you here what matters.
leadership-only-group = Say /leadership in the group that shall be the leadership chat.

## Trouble
storage-outage = I can't save anything right now. Your message is kept and will be filed by itself.
update-quarantined = Something in your message No. { $number } was too much for me. It is kept, and nothing is recorded from it. Type it once more in other words, please.

## What was not told
missing-takings = No takings typed today, though on this weekday there usually are some. Was there really nothing?
missing-habit = On this weekday you usually tell me: { $what }. Not today. Was there none?
missing-of-month = About this time of the month you usually tell me: { $what }. Not yet. Was there none?
missing-type = If there was, just type it.
button-none = There was none
button-mute = Don't ask about this
missing-was-none = All right: there was none.
missing-muted = All right, I won't ask about { $what } again.
missing-word-takings = takings

## Counting the till
count-title = Counting “{ $till }”
count-title-currency = Counting “{ $till }”: { $currency }
count-ask = Count the cash and type the total, or the notes:
    <code>12 450</code>
    <code>{ $example } change 35</code>
count-ask-total = Count the cash and type the total, for example <code>12 450</code>
button-count-notes = Tap notes and coins
button-count-skip = Skip { $currency }
button-never-mind = Never mind
count-so-far = So far: <b>{ $amount }</b>
count-tap = Tap how many there are, or tap a note and type its number.
count-piece = { $value }×{ $number }
button-count-loose = Small change: { $amount }
button-count-done = Done: { $amount }
count-ask-number = How many { $amount } are there? Type the number.
count-ask-loose = How much small change is there? Type the sum.
count-no-such-note = There's no { $value } in { $currency }. Check that figure and type the count again, please.
count-other-money = I'm counting { $currency } now. Type how much of it there is, please.
count-sure = You counted <b>{ $amount }</b>. Is that figure right?
button-count-sure = Yes, that's it
button-count-again = Count again
count-counted = “{ $till }”, counted: <b>{ $amount }</b>
count-short = <b>{ $amount }</b> less than the books say.
count-over = <b>{ $amount }</b> more than the books say.
count-moved = An entry came in meanwhile, so I compared again.
count-hints = Today's last entries:
button-count-forgot = I forgot to enter something
button-count-book-short = Book it as short
button-count-book-over = Book it as over
count-forgot = Type what is missing, as always. Then I compare again.
button-count-compare = Compare again
count-why-short = Why is the till { $amount } short? Tap or type it.
count-why-over = Why is the till { $amount } over? Tap or type it.
count-reason-change = wrong change
count-reason-entry = something wasn't entered
count-reason-unknown = not known
count-agrees = “{ $till }” agrees: <b>{ $amount }</b>
count-booked-short = Booked: <b>{ $amount }</b> short, “{ $reason }”. “{ $till }” goes on with { $balance }.
count-booked-over = Booked: <b>{ $amount }</b> over, “{ $reason }”. “{ $till }” goes on with { $balance }.
count-skipped = { $currency } is left uncounted.
count-dropped = All right, this count is over.
count-left = You left the count of “{ $till }” a long time ago, so I've closed it. Nothing was booked; /count begins a new one.
count-told-changed = { $name } has put right what a count had booked:
count-told-undone = { $name } has taken back what a count had booked:
count-by = { $name }, { $at }
count-told-short = “{ $till }”: <b>{ $amount }</b> short. { $name } counted { $counted }, the books said { $expected }. Reason: “{ $reason }”.
count-told-over = “{ $till }”: <b>{ $amount }</b> over. { $name } counted { $counted }, the books said { $expected }. Reason: “{ $reason }”.
count-told-giver = { $name } counted on taking the till over: the difference is { $giver }'s.
count-told-left-short = “{ $till }”: { $name } counted { $counted }, <b>{ $amount }</b> less than the books say, and left the count at that.
count-told-left-over = “{ $till }”: { $name } counted { $counted }, <b>{ $amount }</b> more than the books say, and left the count at that.
count-amount = { $amount }
count-last-title = Last counts
count-last = “{ $till }”: { $at }, { $name }
count-last-never = “{ $till }”: not counted yet
count-result-agrees = { $amount }, agrees
count-result-short = { $counted }, { $amount } short
count-result-over = { $counted }, { $amount } over
count-history-title = Counts of “{ $till }”
count-history-line = { $at } · { $name } · { $result }
count-history-empty = Nothing has been counted here yet.
count-standing = { $name }: { $count ->
    [one] { $count } count
   *[other] { $count } counts
  }, { $off } off · short { $short } · over { $over }
button-count-mine = Count my till
button-count-history = Counts of { $till }

## Handing the till over
handover-whom = Whom do you hand “{ $till }” over to?
handover-ask-giver = Nobody is handing a till to you right now. Ask whoever has it to send me /handover, and I'll ask you.
handover-nobody = There's nobody who could take “{ $till }” over. Ask the owner to invite somebody.
handover-waits = { $name } is asked to take “{ $till }” over: <b>{ $balances }</b>. I'll tell you.
handover-waits-count = { $name } is counting “{ $till }” before taking it over. I'll tell you.
handover-offer = { $name } hands “{ $till }” over to you: <b>{ $balances }</b>. Is that right?
handover-moved = An entry came in meanwhile, so the figure is another one now.
button-handover-take = Yes, I take it
button-handover-count = I count it first
handover-taken = “{ $till }” is yours now: <b>{ $balances }</b>.
handover-told-taken = { $name } has taken “{ $till }” over: <b>{ $balances }</b>.
handover-told-short = { $amount } short was booked in your name.
handover-told-over = { $amount } over was booked in your name.
handover-counting = Count “{ $till }”, then it's yours.
handover-kept = All right, “{ $till }” stays with you.
handover-told-kept = { $name } keeps “{ $till }” after all: there's nothing to take over.
handover-is-over = This offer is over: “{ $till }” stays with { $name }.
handover-busy = { $giver } is handing “{ $till }” over to { $taker } already.

## Receipts
receipt-which = Which entry is it for?
receipt-no-statement = If this is a bank statement: I can't read one in a PDF or a picture. Export it as CAMT, MT940, OFX, 1C, CSV or XLSX, please.
button-receipt-words = None of these: type what it was
receipt-type = All right: type what it was, and the receipt goes with it.
receipt-kept = The receipt is kept. It goes with what you tell me there.
receipt-kept-with = The receipt is with:
receipt-shown = { $name }
receipt-not-here = This receipt isn't here yet, or Telegram has it no more.
button-receipt = Receipt { $number }
receipt-same = This is the same receipt as the one of { $day }.
receipt-same-with = This is the same receipt as the one with:
receipt-sent-twice = { $name } sent a receipt that was sent before.
receipt-too-large = This file is larger than { $megabytes } MB, so I can't keep it. Send a smaller one or a photo, please.
receipt-lost = I couldn't fetch your receipt from Telegram. Send it once more, please.
cash-line-receipts = { $count ->
    [one] 1 receipt
   *[other] { $count } receipts
  }

## The cash book
book-page = { $day } ({ $page }/{ $pages })
book-days = { $first } to { $last }
book-opening = { $till }, opening: { $balance }
book-totals = { $till }: in { $cash_in }, out { $cash_out }
book-closing = { $till }, closing: <b>{ $balance }</b>
book-in = No. { $number } <b>+{ $amount }</b>
book-out = No. { $number } <b>−{ $amount }</b>
book-empty = No cash moved that day.
book-entries = { $count ->
    [one] { $count } line
   *[other] { $count } lines
  }
book-as-table = As a table
book-as-text = As text
book-column-number = No.
book-column-sum = Sum
book-column-what = What for
book-column-balance = Balance
group-today-elsewhere = The day is told in the leadership chat, or to you alone: write to me in private.
group-elsewhere = In a group I answer /today, /week, /month and /ask, and only in the leaders' group. For the rest, write to me in our own chat.
book-grid-opening = { $till }, opening: { $balance }
book-grid-closing = { $till }, closing: { $balance }
book-how = I don't know those days. Type it like this: <code>/cash 05.11</code>, <code>/cash xlsx 01.11-15.11</code>, <code>/cash csv october</code>
book-how-file = In the chat I show one day at a time. For several days ask for a file: <code>/cash xlsx 01.11-15.11</code>
book-too-long = That's more than { $count } lines, too much for one file. Ask for fewer days, please.
book-file = cash-book
book-date = Date
book-number = No.
book-balance = Balance
book-currency = Currency
book-account = Account
book-counterparty = Who
book-order = Order
book-narration = Told as
book-told-by = Told by
book-remarks = Remarks
book-reversed-by = taken back by No. { $number }
book-reverses = takes back No. { $number }
book-replaces = in place of No. { $number }
book-belongs-on = belongs to { $date }
button-all-tills = All tills
entry-told-by = Told by { $name }, { $moment }
entry-decided-by = Filed like this by { $name }, { $moment }
entry-replaces = In place of No. { $number }
entry-reverses = Takes back No. { $number }
entry-reversed-by = Taken back by No. { $number }
entry-comment = <i>{ $name }:</i> { $text }
button-split = Split
button-comment = Comment
split-ask = What belongs elsewhere? Type the parts: “300 fuel, 200 parking”. Or just an amount, and I'll ask what it was for. The rest stays “{ $category }”.
split-too-much = The parts come to { $parts }, but the whole is { $whole }. Type them once more, please.
split-currency = The whole is { $whole }; its parts can only be in the same money. Type them once more, please.
split-category = I don't see what { $amount } was for. Type it in other words, or the amount alone.
split-direction = Money can't go this way for “{ $category }”. Type the parts once more, please.
split-same = That's what it says already. Name another category for a part.
split-too-many = More than ten parts are too many for one entry.
split-no-cash = This can't be split: it has no category.
split-limit = A part is above what you may pay out without asking. Undo this entry and type the payout by itself: then I'll ask for approval.
comment-ask = What do you want to say about it? Type it; it stays with the entry.
comment-kept = Kept with the entry.
comment-left = All right, nothing added.

## What others are told
told-changed = { $name } has put right what you told me:
told-undone = { $name } has taken back what you told me:
told-comment = { $name } has said something about what you told me:
told-settled = { $name } has answered my question about “{ $text }”. It's recorded now:
told-dropped = { $name } has left out what you wrote: “{ $text }”. Nothing is recorded from it.
told-reason = The reason: { $text }

## What waits for an answer
ask-again = This is still waiting for you:
draft-words = <i>“{ $text }”</i>
drafts-title = { $count ->
    [one] { $count } thing waits
   *[other] { $count } things wait
  }
drafts-young = Nothing has waited for longer than an hour. { $count ->
    [one] { $count } question was put just now and has no answer yet.
   *[other] { $count } questions were put just now and have no answer yet.
}
drafts-none = Nothing is waiting. Every question has been answered.
drafts-line = { $place }. { $name }, { $moment }: “{ $text }”
drafts-proposal = { $place }. { $name }, { $moment }, asks for a change:
button-settle = Settle { $place }
button-leave-out = Leave out { $place }
button-decide = Look at { $place }
button-leave-open = Leave it open
draft-why = Why should it be left out? Tap or type the reason; I'll pass it on.
draft-left-out = Left out, and { $name } is told why: { $reason }
draft-left-open = All right, it stays open.
drop-reason-twice = recorded already
drop-reason-not-cash = not about cash
drop-reason-unknown = nobody knows what it was

## Changes after the books are closed
proposal-asked = The books of that day are closed, through { $day }. I've asked the accountant and will tell you.
proposal-asked-decided = { $name } has put this right since you told me. I've asked the accountant and will tell you.
proposal-closed = { $name } asks for a change in a closed day:
proposal-decided = { $name } asks for a change of what was put right since:
proposal-should-say = It should say:
proposal-take-back = It should be taken back.
proposal-settled = <b>{ $text }</b>
proposal-is-booked = Booked by { $name }, { $moment }
proposal-is-left = Left as it is by { $name }, { $moment }
proposal-is-replaced = { $name } asked for something else since, { $moment }
proposal-overtaken = The entry has been put right some other way meanwhile. Nothing is booked.
proposal-above-limit = This pays out more than { $asker } may without asking. It can be booked by: { $names }. I have asked them.
proposal-above-limit-nobody = This pays out more than { $asker } may without asking, and there is nobody who could approve it. The entry stays for now.

proposal-told-booked = { $name } has booked today what you asked for:
proposal-told-left = { $name } leaves the entry as it is:
button-book-today = Book it today

## Limits and approvals of payouts
command-approvals = payouts that wait for approval
command-limits = limits of payouts
limits-title = How much may be paid out without asking
limits-line = { $role }: { $payout } per payout, { $daily } a day
limits-line-none = { $role }: no limit ({ $currency })
limits-none = no limit
limits-hint = A payout above that waits until somebody else approves it. Moves to the bank and between tills aren't limited, nor is a currency that has no limit here. Tap a role, or type it: <code>/limits cashier 5000 20000</code> (per payout, per day; “-” for none).
limits-how = Type it like this: <code>/limits cashier 5000 20000</code> – role, per payout, per day. “-” is no limit; for another currency put its code at the end: <code>/limits cashier 100 500 EUR</code>
limits-own = Only an owner sets the limits of directors and owners.
limits-set = Done. From now on:
limits-told = { $name } has changed a limit of payouts.
limits-ask-payout = { $role }: how much may be paid out at once without asking? Type the amount.
limits-ask-day = { $role }: how much may be paid out in one day without asking? Type the amount.
limits-button-payout = Per payout
limits-button-day = Per day
limits-lift-payout = Lift the limit per payout
limits-lift-day = Lift the limit per day
approval-waits = <b>Waits for approval</b>, not recorded yet:
approval-above-payout = Your limit is { $amount } per payout.
approval-above-day = Your limit is { $amount } a day, and you have paid out { $balance } already.
approval-asked = I've asked { $names }. If nobody decides by { $expires }, it lapses.
approval-nobody = There's nobody but you who may approve it. The owner can lift the limit (/limits) or invite a second person (/invite). It waits until { $expires }.
approval-title = { $name } asks to pay out <b>{ $amount }</b> · { $category }
approval-words = “{ $text }”
approval-before = in place of No. { $number }, { $amount }
approval-sale = for sale No. { $number } of { $day }
approval-paid = { $name } has paid out on { $day }: { $amount }
approval-deputy = { $name } may decide, too.
approval-to-account = to account for
approval-until = Open until { $expires }
approval-not-yours = It's no longer yours to decide.
approval-approved = Approved: { $name }, { $at }
approval-refused = Refused: { $name }, { $at }
approval-expired = Lapsed, nobody decided: { $at }
approval-withdrawn = Withdrawn: { $at }
approval-because-by_asker = It's no longer needed.
approval-because-not_cash = It wasn't a cash operation.
approval-because-replaced = The message says something else now.
approval-because-overtaken = The entry it was to change has changed meanwhile.
approval-taken-back = All right, it's withdrawn. Nothing is recorded.
approval-reason = Reason: { $reason }
approval-no-too_much = too much
approval-no-not_agreed = not agreed with me
approval-no-no_papers = no papers for it
approval-ask-reason = Why not? Tap or type the reason.
approval-ask-question = What do you want to know from { $name }? Type it.
approval-ask-deputy = Who else shall decide on this one?
approval-deputy-button = { $name }, { $role }
approval-passed-on = { $name } asks you to decide on a payout. Approve it or refuse it:
approval-by-tap = Only the button decides: approve below, or refuse with a reason.
approval-question = { $name } asks: “{ $text }”
    Type your answer.
approval-question-sent = I've asked { $name }. The payout stays open:
approval-answer = { $name } answers: “{ $text }”
approval-answer-sent = I've passed it on to { $name }.
approval-type-answer = Type your answer.
approval-told-lapsed = Nobody decided in time, so it lapsed and nothing is recorded. If it's still needed, type it anew.
approval-told-lapsed-other = { $name } asked for it, and nobody decided in time. It lapsed.
approvals-title = Waiting for approval
approvals-until = { $name }, until { $expires }
approvals-none = Nothing waits.
approvals-settled = Decided lately
approvals-of = { $name }
approvals-button = { $amount } · { $name }
button-approve = Approve
button-refuse = Refuse
button-ask = Ask
button-delegate = Delegate
button-withdraw = Withdraw
button-answer = Answer
answer-given = ✅ You answered { $name }: “{ $text }”

## Tills
till-in = +{ $amount }
till-out = −{ $amount }
till-line = <b>{ $amounts }</b> · { $what } · No. { $number }
till-line-off = <s>{ $amounts } · { $what } · No. { $number }</s>
till-found = “{ $asked }”, newest first:
till-nothing-found = I found nothing about “{ $asked }”.
till-nothing-yet = Nothing about “{ $asked }” here.
till-nothing-that-day = Nothing has moved in this till.
till-looked-back = I've looked back as far as No. { $number }.
till-how = Looking for something? <code>/till courier</code>, <code>/till 250</code>, <code>/till 11.11</code>
till-and-more = … and { $count } more
till-opened = “{ $till }” is open, account { $code }. Say in /team who answers for it.
till-opened-again = “{ $till }” is open again, account { $code }. Say in /team who answers for it.
till-closed = “{ $till }” is closed. Its entries stay in the books.
till-name-taken = There's a till “{ $till }” already. Choose another name, please.
till-too-many = There are as many tills as I can keep apart. Close one that isn't needed: <code>/till - Name</code>
till-unknown = There's no open till “{ $till }”. /till shows them all.
till-not-empty = There's still money in “{ $till }”. Move it to another till first.
till-awaited = Money is on its way from or to “{ $till }”. Once it has arrived, the till can be closed.
till-last = “{ $till }” is the only till, so it stays open.
button-newer = ← Newer
button-newest = ← Newest
button-older = Older →
button-further = Look further back →
transfer-ask = { $sender } sent <b>{ $amount }</b> from “{ $source }” to “{ $till }”. Did you get it?
transfer-ask-again = Still on its way:
transfer-was-sent = { $sender } sent <b>{ $amount }</b> from “{ $source }” to “{ $till }”.
transfer-part-of = <b>{ $amount }</b> of the { $whole } that { $sender } sent from “{ $source }” to “{ $till }”.
transfer-part-ask = Did you get it?
transfer-somewhere = another till
transfer-decided-received = { $name } got it: { $at }.
transfer-decided-refused = { $name } says it hasn't come: { $at }. It's still on its way.
transfer-decided-withdrawn = { $name } took it back: { $at }. Nothing is on its way.
transfer-decided-returned = Back in “{ $source }”: { $name }, { $at }.
transfer-decided-short = Booked as a shortage: { $name }, { $at }.
transfer-which = Which till does the { $amount } go to?
transfer-line-sent = On its way: { $amount }, “{ $source }” → “{ $till }”, { $sender }, since { $at }
transfer-line-refused = Not arrived: { $amount }, “{ $source }” → “{ $till }”, { $sender }, said on { $at }
transfer-line-received = Arrived: { $amount }, “{ $source }” → “{ $till }”, { $sender }, { $at }
transfer-line-withdrawn = Taken back: { $amount }, “{ $source }” → “{ $till }”, { $sender }, { $at }
transfer-line-returned = Back again: { $amount }, “{ $source }” → “{ $till }”, { $sender }, { $at }
transfer-line-short = Shortage: { $amount }, “{ $source }” → “{ $till }”, { $sender }, { $at }
transfer-told-asked = I've asked { $names } whether the { $amount } has come to “{ $till }”.
transfer-told-received = { $name } got the { $amount } that you sent to “{ $till }”.
transfer-told-settled = That's the { $amount } that { $sender } sent from “{ $source }”: it has arrived now.
transfer-told-refused = { $name } says the { $amount } that you sent to “{ $till }” hasn't come. It's still on its way: please find out where it is.
transfer-told-directors = { $name } says that { $amount } from “{ $source }” hasn't come to “{ $till }”. { $sender } sent it.
transfer-told-reopened = { $name } took back that the { $amount } has come to “{ $till }”. It's on its way again.
transfer-told-settled-part = That's { $came } of the { $whole } that { $sender } sent from “{ $source }”.
transfer-told-part = { $name } got { $came } of the { $whole } that you sent to “{ $till }”. <b>{ $amount }</b> hasn't come: it's still on its way, please find out where it is.
transfer-told-part-directors = { $name } got { $came } of the { $whole } that { $sender } sent from “{ $source }” to “{ $till }”. <b>{ $amount }</b> hasn't come: it's still on its way.
transfer-told-returned = { $name } says that the { $amount } meant for “{ $till }” is back in “{ $source }”.
transfer-told-short = { $name } has booked as a shortage the { $amount } that went from “{ $source }” to “{ $till }” and never came.
transfer-told-unbooked = { $name } has taken the shortage of { $amount } back: it's on its way again from “{ $source }” to “{ $till }”.
transfer-how-much = How much of the { $amount } has come? Type what you have there.
transfer-too-much = It was { $amount } that was sent, and no more. How much of it do you have there?
transfer-kept-received = { $name } has got { $amount } of it already, so it can't be changed any more. If it didn't come after all, undo its arrival first, No. { $number }.
transfer-kept-returned = { $amount } of it is back in the till again, so it can't be changed any more. If that's not so, undo No. { $number } first.
transfer-kept-short = { $name } has booked { $amount } of it as a shortage, so it can't be changed any more. The shortage, No. { $number }, has to be taken back first.
button-got-it = Got it
button-not-so = It hasn't come
button-found = It has come after all
button-part-came = Only a part came
button-back-in-till = It's back in the till
button-write-off = Book it as a shortage
button-was-found = It was found
button-transfer-open = { $amount }: what now?
button-got-amount = Got { $amount }
deposit-slip = Reply with a photo of the slip.
deposit-title = On its way to the bank
deposit-line = { $left } · { $till } · { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  } · No. { $number }
deposit-line-part = { $left } of { $amount } · { $till } · { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
  } · No. { $number }
deposit-total = Together: <b>{ $amount }</b>
deposit-late-hint = ⚠️ longer than { $days ->
    [one] { $days } day
   *[other] { $days } days
  } on its way: ask at the bank.
deposit-none = Nothing is on its way to the bank.
deposit-how = Taking cash to the bank? <code>/deposit 15000</code>
deposit-above-zero = A deposit is more than nothing: how much are you taking to the bank? <code>/deposit 15000</code>

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
advance-more-than-held = { $name }: that comes to { $amount }, of { $held } to account for. Check the sums, or enter receipts and change one by one.
receipts-anew = Receipts are put right like this: take the entry back, then tell me of them anew.
advance-accounted = Accounted for by { $name }:
advance-part = { $amount } · { $category } · No. { $number }
advance-came-back = Back in the till: { $amount } · No. { $number }
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
refunds-line = No. { $number } · { $day } · <b>{ $amount }</b>
refunds-total = In all: { $amount }
button-refund-sale = No. { $number } · { $day } · { $amount }
button-refund-without = Without a sale
button-refund-wrong = Amount is wrong
button-refund-ask-from = Don't ask below { $amount }
button-refund-ask-always = Always ask for the sale

## Voice notes
voice-off = I can't listen to voice notes here. Type it in a few words, please.
voice-too-long = This is longer than { $seconds } seconds, too long for me to listen to. Type it in a few words, please.
voice-too-large = This file is larger than { $megabytes } MB, too large for me to listen to. Type it in a few words, please.
voice-failed = I couldn't listen to this just now. Type it in a few words, please.
voice-silent = I heard no words in this. Type it in a few words, please.
voice-heard = I heard: “{ $text }”
voice-type-it = Nothing has changed: corrections and answers to questions I take only when typed. Type it, please; tap the words above to copy them.
voice-heard-to-copy = I heard: <code>{ $text }</code>

## Another program with the same bot

rival-bot = Another program takes messages that are meant for me, so some of yours may never reach these books. Please have it stopped: <code>tilly doctor</code> says what to do. Then see in /today what is missing, and type it once more.

## Bank statements
bank-file-head = 🏦 <b>{ $account }</b>
bank-file-opened = { $number ->
    [none] A new account; the file doesn't tell its number.
   *[other] A new account, { $number }.
    }
bank-rename = Another name: <code>/accounts { $code } { $name }</code>
balance-opening-unknown = ⚠️ No statement tells what this account began with; by the bank's balance it was { $amount }.
balance-opening-stands = It begins with { $amount } on { $name }'s word: no statement tells it.
balance-gap-stands = { $amount } before { $day } stands on { $name }'s word, without a statement.
balance-released = 📌 These days have come after all: { $amount } that was taken without a statement is taken back.
balance-reopened = ↩️ Taken back: { $amount } is open again until a statement tells it.
balance-awaited = All right. Send me the file when you have it; I'll ask again on { $day }.
balance-settled = This is settled already.
bank-file-closing-agrees = { $closing } ✅ agrees with the books
button-balance-accept-opening = Begin with { $amount }
button-balance-accept-gap = Take { $amount } as it is
button-balance-send-opening = I'll send older statements
button-balance-send-gap = I'll send the missing days
button-balance-reopen = Take { $amount } back
exception-was-accepted = { $day } { $name } took the bank's balance as it is
cause-opening_above = no statement tells what the account began with; the books have more
cause-opening_below = no statement tells what the account began with; the books have less
step-accept_opening = begin with the bank's balance, or bring an older statement
bank-file-days = { $first } – { $last }
bank-file-lines = { $new ->
    [0] nothing new
    [one] 1 new line
   *[other] { $new } new lines
 }{ $known ->
    [0] {""}
   *[other] , { $known } known already
 }{ $changed ->
    [0] {""}
   *[other] , { $changed } changed by the bank
 }
bank-file-pending = { $count ->
    [one] 1 line is not booked by the bank yet: it waits.
   *[other] { $count } lines are not booked by the bank yet: they wait.
 }
bank-file-spoiled = ⚠️ { $count ->
    [one] 1 line can't be read. It is kept, but not in the books: { $reason }
   *[other] { $count } lines can't be read. They are kept, but not in the books. The first: { $reason }
 }
bank-file-agrees = { $opening } → { $closing } ✅ agrees with the books
bank-opening-moved = 📌 Its books begin with { $now } now, not { $before }: the bank's statement proves it.
bank-file-apart = ⚠️ The bank says { $closing }, the books say { $books }: { $difference } apart.
bank-file-closing = The bank says { $closing }.
bank-file-no-balance = The file tells no balance to compare with.
bank-file-own = ⚠️ The file's own lines and balances don't agree: { $difference } is missing.
bank-file-gap = ⚠️ Between { $first } and { $last } something is missing: { $missing }. Send me the statement of these days, please.
bank-file-more = { $count ->
    [one] And 1 more statement where everything agrees.
   *[other] And { $count } more statements where everything agrees.
 }
bank-file-which = Whose statement is “{ $name }”?
bank-file-number = In the file: { $number }
bank-file-sample = { $day } · { $amount } · { $purpose }
bank-file-of = { $account }: all right, I'm reading it.
button-new-bank-account = A new account
bank-file-empty = There is nothing in this file.
bank-file-unknown = I don't know this kind of file. Export the statement as CAMT, MT940, OFX, 1C, CSV or XLSX, please. If it is a receipt, send it in reply to its entry.
bank-file-encoding = The letters of this file are garbled. Export it once more, as UTF-8 if the bank asks.
bank-file-truncated = This file ends in the middle. Download it once more, please; nothing was changed.
bank-file-damaged = This file is damaged. Download it once more, please; nothing was changed.
bank-file-locked = This file needs a password. Save it without one and send it again, please.
bank-file-bomb = This file unpacks into far more than it should be. I leave it alone.
bank-file-no-statement = This file holds no bank statement. If it is a receipt, send it in reply to its entry.
bank-file-columns = I don't understand the columns of this table yet. Try another format: CAMT, MT940, OFX, 1C.
bank-file-too-large = This file is larger than { $megabytes } MB, too large for me. Export fewer days at a time, please.
bank-file-lost = I couldn't fetch your file from Telegram. Send it once more, please.
command-banks = bank accounts: balance, freshness, gaps
banks-balance = In the books: { $balance }
banks-silent = Nothing has come of this account yet.
banks-stale = ⏳ The last I know is of { $day }, { $days ->
    [one] { $days } day
   *[other] { $days } days
} ago. Send me a newer statement, please.
banks-fresh = The last I know is of { $day }.
banks-none = I know no bank account yet. Send me a statement as your bank gives it out: CAMT, MT940, OFX, 1C, CSV or XLSX.
banks-read = Read from the bank itself, up to { $at }.
banks-apart = ⚠️ The bank says { $told }: { $difference } apart from the books.
bank-name = { $bank ->
    [monobank] monobank
    [privatbank] PrivatBank
    [gocardless] GoCardless
    [wise] Wise
   *[other] { $bank }
  }
bank-not-read-yet = { $bank }: connected, nothing read yet.
bank-in-trouble = ⚠️ { $bank }: { $reason }
bank-silent-hours = ⚠️ { $bank } silent for { $hours } h: { $reason }
bank-silent-days = ⚠️ { $bank } silent for { $days ->
    [one] { $days } day
   *[other] { $days } days
}: { $reason }
bank-consent-ends = ⏰ { $days ->
    [0] The agreement with { $bank } ends today.
    [one] The agreement with { $bank } ends tomorrow, on { $day }.
   *[other] The agreement with { $bank } ends on { $day }, in { $days } days.
  } Agree anew and give the new requisition to whoever runs me (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-refused = { $bank ->
    [monobank] the token is refused. Make a new one at api.monobank.ua and give it to whoever runs me (TILLY_BANK_MONOBANK).
    [privatbank] the token is refused. Make a new one in Privat24 for business, under Autoclient, and give it to whoever runs me (TILLY_BANK_PRIVATBANK).
    [wise] the token is refused. Make a new one at wise.com, under Settings, API tokens, and give it to whoever runs me (TILLY_BANK_WISE).
   *[other] the key is refused. Make a new one at the bank and give it to whoever runs me.
  }
bank-trouble-rights = its key opens too little: whoever made it has to let it see all the accounts.
bank-trouble-consent = the bank's agreement has ended or was never given. Agree anew and give the new requisition to whoever runs me (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-signature = the bank asks for a second proof. Put a public key into your Wise profile, and its private half where I run (TILLY_BANK_WISE_KEY).
bank-trouble-limited = too many calls for its taste. I go on at { $at }.
bank-trouble-not-ready = its own books are being closed. I go on at { $at }.
bank-trouble-down = it doesn't answer. I go on at { $at }.
bank-trouble-garbled = its answer can't be read, so I took nothing of it. I go on at { $at }.
bank-trouble-unknown = it refuses what I ask, and I don't know why; the log says more. I go on at { $at }.

command-review = bank lines that wait for your word
bank-file-sorted = { $filed ->
    [0] {""}
    [one] 1 line filed itself.
   *[other] { $filed } lines filed themselves.
 }{ $left ->
    [0] {""}
    [one] {" "}1 waits for its match.
   *[other] {" "}{ $left } wait for their matches.
 }{ $open ->
    [0] {" "}Nothing to do.
    [one] {" "}1 for you: /review
   *[other] {" "}{ $open } for you: /review
 }
review-head = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
 }, { $groups ->
    [one] 1 group
   *[other] { $groups } groups
 }, about { $minutes } min
review-empty = All bank lines are filed. Well done!
review-who = <b>{ $name }</b> · { $count ->
    [one] { $total }
   *[other] { $count } lines, { $total }
 }
review-nobody = No name
review-several = { $name } and { $count } more
review-more = … and { $count } more
review-outlier = ⚠️ Much more than usual here: look twice.
review-proposal = → <b>{ $account }</b>, { $reason }
review-no-proposal = I have seen nothing like it yet. What is it?
review-unsure = I am not sure. What is it?
review-filed = ✅ { $count ->
    [one] 1 line
   *[other] { $count } lines
 }: { $account }
review-undone = ↩️ Taken back.
review-other = What is it? Tap an account, or type a part of its name.
review-found = Accounts with “{ $text }”:
button-review-yes = ✓ { $account }
button-review-other = Other…
button-review-part = One by one
button-review-split = Split…
button-review-next = Go on
review-split-ask = What is it made of? Type the parts: “700 rent, 300 water”. Or just an amount, and I'll ask what it was for.
review-split-what = What was { $amount } for? Tap an account, or type the parts that are left.
review-split-done = ✂️ Split and filed:
review-split-share = · { $amount }: { $account }
review-split-left = The line stays whole, and open.
review-split-too-much = The parts come to { $parts }, but the line is { $whole }. Type them once more, please.
review-split-too-many = More than ten parts are too many for one line.
review-split-nothing = A part has to be above zero. Type them once more, please.
review-split-one = All of it is for one account: then there is nothing to split. Name another one for a part.
button-review-later = Later
button-review-undo = Undo
button-review-back = Back
because-rule = as the words “{ $matched }” say
because-identifier = { $count ->
    [one] as 1 earlier payment of this account
   *[other] as { $count } earlier payments of this account
 }
because-tax-id = { $count ->
    [one] as 1 earlier payment of this tax number
   *[other] as { $count } earlier payments of this tax number
 }
because-party-amount = { $count ->
    [one] as 1 earlier payment of just this sum
   *[other] as { $count } earlier payments of just this sum
 }
because-party = { $count ->
    [one] as 1 earlier payment of this name
   *[other] as { $count } earlier payments of this name
 }{ $others ->
    [0] {""}
   *[other] {" "}({ $others } otherwise)
 }
because-purpose = { $count ->
    [one] as 1 earlier payment with this purpose
   *[other] as { $count } earlier payments with this purpose
 }
because-words = { $count ->
    [one] as 1 earlier payment with such a name
   *[other] as { $count } earlier payments with such a name
 }
because-resemblance = it resembles such lines
because-model = the language model takes it for that; nobody has confirmed it yet
because-nothing = nothing like it was seen

command-rules = rules for bank lines
button-review-always = Always so…
button-rule-make = ✓ Make the rule
button-rule-new = New rule…
button-rule-remove = ✕ { $number }
rule-line = { $has } → <b>{ $account }</b>
rule-party = name has “{ $words }”
rule-words = has “{ $words }”
rule-account = account { $number }
rule-tax-id = tax number { $number }
rule-way-in = money in
rule-way-out = money out
rule-least = from { $amount }
rule-most = up to { $amount }
rule-tried = In the past year it fits { $total ->
    [one] 1 line
   *[other] { $total } lines
 }, filed so: { $same }, open now: { $open }.
rule-otherwise = ⚠️ filed as { $account }: { $count }
rule-contradicts = It contradicts what people said: { $count ->
    [one] 1 line
   *[other] { $count } lines
 }. These stay as they are.
rule-use = fitted { $hits ->
    [one] once
   *[other] { $hits } times
 }, overruled { $overruled }
rule-made = ✅ The rule holds. { $filed ->
    [0] Nothing was open.
    [one] It filed 1 line.
   *[other] It filed { $filed } lines.
 }
rule-removed = The rule is gone. { $reopened ->
    [0] It had filed nothing alone.
    [one] 1 line that it filed is open again.
   *[other] { $reopened } lines that it filed are open again.
 }
rule-nothing-common = These lines have nothing in common that would make a rule.
rules-title = <b>Rules of the shop</b>, the newest decides first
rules-none = The shop has no rules of its own yet. I begin with those for taxes, wages, rent, fees and the like.
rules-starter = My own rules fitted: { $rules }
rules-how = Type what a line has, and what it is then, for example:
 <code>Zubrowka = advertising</code>
 <code>"card fee" out up to 500 = bank fees</code>
rules-which-account = “{ $text }” may be: { $accounts }. Type the rule once more with one of them.
rules-no-account = I know no account “{ $text }”. See /accounts, then type the rule once more.

command-crm = the CRM: how far it is read, what its fields mean
crm-head = 🧾 <b>Bitrix24</b>
crm-none = No CRM is read yet. Whoever runs me puts the address of an inbound webhook of your Bitrix24 into BITRIX24_WEBHOOK_URL; an administrator of the portal makes it.
crm-kind-deal = Deals
crm-kind-contact = Contacts
crm-kind-company = Companies
crm-kind-shop-order = Orders of the shop
crm-kind-stage-move = Stage history
crm-process = Process { $number }
crm-loading = I'm getting to know your portal…
crm-loading-of = Reading for the first time. { $kind }: { $done } of { $total }
crm-through = Read up to { $at }.
crm-waiting = Some records are still on their way into the books.
crm-agreed = { $kind }, all compared on { $day }: { $count }, nothing amiss.
crm-put-right = { $kind }, all compared on { $day }: { $count }. Put right: { $late }, deleted in the CRM: { $deleted }.
crm-odd = ⚠️ { $kind } { $id } can't be read: { $reason }
crm-in-trouble = ⚠️ Bitrix24: { $reason }
crm-trouble-refused = it refuses the webhook: it has ended, was deleted or is blocked. Have an administrator make a new one and give it to whoever runs me (BITRIX24_WEBHOOK_URL).
crm-trouble-rights = the webhook sees too little. It must be an administrator's, with the scopes crm, user and, for a shop, sale.
crm-trouble-limited = too many calls for its taste. I go on at { $at }.
crm-trouble-down = it doesn't answer. I go on at { $at }.
crm-trouble-garbled = its answer can't be read, so I took nothing of it. I go on at { $at }.
crm-trouble-unknown = it refuses what I ask, and I don't know why; the log says more. I go on at { $at }.
crm-means = <b>What your fields mean</b> (version { $version })
crm-means-guessed = <b>What your fields mean</b>, as I guess it
crm-role-is = { $role }: { $field }
crm-role-none = –
crm-role-number = Order number
crm-role-total = Total
crm-role-cost = Cost of goods
crm-role-refunded = Refunded
crm-role-paid-by = Way to pay
crm-role-tax-id = Tax number
crm-role-store = Store
crm-role-channel = Channel
crm-field-id = deal's own number
crm-field-amount = deal's amount
crm-no-orders = There are no orders to look at yet.
crm-previews = <b>The last orders</b>
crm-preview = No. { $number } · { $amount } · { $stage }
crm-preview-cost = cost { $amount }
crm-preview-refunded = refunded { $amount }
crm-preview-odd = ⚠️ { $id }: { $reason }
crm-part = { $said }
crm-meaning-open = open
crm-meaning-paid = paid, not done yet
crm-meaning-closed = closed
crm-meaning-cancelled = cancelled
crm-way-cash = cash
crm-way-card-online = card online
crm-way-bank-transfer = bank transfer
crm-way-cash-on-delivery = cash on delivery
crm-which-field = <b>{ $role }</b>: which of your fields is it?
crm-no-fields = Your portal has no field that could be it.
crm-field-says = { $field }: { $sample }
crm-field-empty = { $field }: empty
crm-would = <b>{ $role }</b>: { $field }
crm-kept = ✅ Kept. I read all orders anew.
crm-stages = What does each stage mean? An order should be paid once it is closed.
crm-which-meaning = <b>{ $stage }</b>: what does it mean?
crm-ways = What does each way to pay mean?
crm-which-way = <b>{ $said }</b>: how is it paid?
crm-no-ways = First say which field is the way to pay; it must be one with a list to choose from.
button-crm-stages = Stages
button-crm-ways = Ways to pay
button-crm-keep = ✓ Keep it so
button-crm-other = Another field
button-crm-none = None
button-crm-leave = ← Back

command-auto = what I filed without you, and why
button-review-ask = Ask…
button-review-show = Show
button-review-begin = Begin
button-auto-undo = ↩ { $number }
review-ask-whom = Who knows?
review-asked = 💬 { $name } was asked.
review-morning = <b>Good morning!</b>
review-morning-checks = { $count ->
    [one] 1 quick check of what I filed alone
   *[other] { $count } quick checks of what I filed alone
 }
line-question = ❓ { $name } asks what this was for:
line-told = { $day } · <b>{ $amount }</b> · { $who }
 { $purpose }
line-question-type = What was it for? Just type it.
line-answer-sent = Thank you! { $name } knows now.
line-answer = 💬 { $name }: { $text }
check-ask = <b>Quick check</b> ({ $left } left): what was this?
check-right = ✅ I had filed it so, too.
check-wrong = ✏️ I had filed it as { $was }. Now it is { $now }, and I will ask about such lines again.
auto-title = <b>Filed without you:</b> { $count }
auto-unchecked = None of it has been checked blind yet.
auto-checked = Checked blind in 90 days: { $right } of { $answered } right, so at least { $least }% of all, 19 times out of 20.
auto-cap = Above { $cap } I always ask.
auto-line = { $number }. { $day } · { $amount } · { $who }
 → <b>{ $account }</b>, { $reason }
auto-undone = ↩️ Taken back: it waits in /review.
auto-how = Type the most that I may file alone, for example <code>/auto 20000</code>, or <code>/auto none</code> for no limit.

table-unclear = I have never seen a table like “{ $name }”. One thing is open:
table-header = <b>{ $cells }</b>
table-row = <code>{ $cells }</code>
table-column = Column { $number }
table-thanks = Thank you! I'm reading it, and I remember this for the next ones.
table-asks-day-order = In which order are its days?
table-asks-decimal = What stands before its decimals?
table-asks-sign = Which amounts are money out?
table-asks-amount = Which column is the amount in the account's money?
table-option-dmy = Day first: 31.12
table-option-mdy = Month first: 12/31
table-option-ymd = Year first: 26-12-31
table-option-point = A point: 1,234.50
table-option-comma = A comma: 1.234,50
table-option-signed = Those below zero
table-option-inverted = Those above zero
table-option-columns = They have a column of their own
table-option-indicator = A column says which
table-option-sides = Those where we pay

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

## Orders
order-how = Type it with the number of an order: <code>/order 4812</code>
order-none = I know no order { $number }.
order-title = <b>Order { $number }</b> · { $amount }
order-open = Open since { $day }
order-closed = Closed { $day }
order-cancelled = Cancelled { $day }
order-payment = { $day } · paid { $amount } · { $provider }
order-refund = { $day } · refunded { $amount } · { $provider }
order-chargeback = { $day } · charged back { $amount } · { $provider }
order-payout = { $day } · paid out { $amount } · { $provider }
order-no-entries = Nothing is posted of it.
order-entries-left = { $count ->
    [one] One earlier entry is left out.
   *[other] { $count } earlier entries are left out.
  }
order-entry = <b>No. { $number }</b> · { $day }
order-debit = Dr { $account } · { $amount }
order-credit = Cr { $account } · { $amount }

## Reports of orders, payments, payouts
report-read = <b>Report “{ $name }”</b>
report-documents = { $new ->
    [0] Nothing new, known already: { $known }, changed: { $changed }.
    [one] { $new } new record, known already: { $known }, changed: { $changed }.
   *[other] { $new } new records, known already: { $known }, changed: { $changed }.
  }

## What needs a person
exceptions-none = Nothing needs you: every sale agrees from order to bank.
exceptions-open = { $count ->
    [0] <b>Nothing is open</b>
    [one] <b>{ $count } thing needs somebody</b>
   *[other] <b>{ $count } things need somebody</b>
  }
exceptions-waiting = Put off or explained: { $count }
exceptions-closed = Settled today: { $count }
exception-gone = That one is gone.
exception-since = Since { $day }{ $days ->
    [0] {""}
    [one] , one day
   *[other] , { $days } days
  }
exception-cause = Likely: { $cause }
exception-step = Next: { $step }
exception-more = … and { $count } more
exception-is-snoozed = 💤 Put off
exception-is-explained = ✅ Explained
exception-is-closed = ✅ Settled
exception-assigned = For { $name }
exception-above-limit = You may write off up to { $limit }. Ask somebody who may more.
exception-no-raw = It was typed here: there is nothing else to show.
exception-ask-explain = Why is it so? Type it; I'll keep it with the exception.
exception-ask-other = Which one is it? Type a number, an amount or a name.
exception-settled = ✅ It has come right by itself. It was: { $what }
exception-given = { $name } gives this to you:
exception-was-opened = { $day } it came up
exception-was-changed = { $day } it changed
exception-was-closed = { $day } settled by itself
exception-was-snoozed = { $day } { $name } put it off
exception-was-woken = { $day } its day came
exception-was-explained = { $day } { $name } explained
exception-was-written-off = { $day } { $name } wrote it off
exception-was-assigned = { $day } { $name } gave it to
exception-was-linked = { $day } { $name } linked it
exception-was-refused = { $day } { $name } took the link back
button-exception-item = { $mark } { $record } · { $amount } · { $what }
button-exception-link = It's for: { $record } · { $amount }
button-exception-other = Another order…
button-exception-find = Find its money…
button-exception-unlink = Not its: { $record }
button-exception-write-off = Write off { $amount }
button-exception-explain = Explain
button-exception-assign = Give to…
button-exception-day = Tomorrow
button-exception-week = In a week
button-exception-chain = The money's way
button-exception-raw = As it came
button-exception-letter = Copy a letter to them
exception-letter-late = { $record } of { $day }: { $amount } has not come to our account. When was it sent, and with which payment? Please answer with the details.
exception-letter-short = { $record } of { $day }: what came is { $amount } off from your report. What was kept, and on what ground? Please answer with the payments it is made of.
button-page-before = ← Graver
button-page-after = Lighter →
exception-refund_one_sided = { $record }: a refund shows on one side only, { $amount } apart
exception-order_overpaid = { $record }: paid { $amount } too much
exception-order_unpaid = { $record }: closed, and { $amount } is not paid
exception-amount_mismatch = { $record }: the amount is { $amount } off
exception-payment_without_order = { $record }: { $amount } came, and I know no order for it
exception-duplicate_payment = { $record }: { $amount } was paid a second time
exception-settlement_late = { $record }: { $amount } is late
exception-settlement_short = { $record }: what was settled is { $amount } off
exception-cash_deposit_missing = { $record }: { $amount } went to the bank and is not there
exception-chargeback = { $record }: the customer's bank took { $amount } back
exception-order_edited = { $record }: changed after it was closed, { $amount } apart
exception-statement_gap = { $record }: days are missing, { $amount } moved in them
exception-source_silent = { $record }: told nothing for days
exception-short-statement_gap = days missing
exception-short-source_silent = silent
exception-short-refund_one_sided = refund
exception-short-order_overpaid = overpaid
exception-short-order_unpaid = unpaid
exception-short-amount_mismatch = amount
exception-short-payment_without_order = no order
exception-short-duplicate_payment = paid twice
exception-short-settlement_late = late
exception-short-settlement_short = short
exception-short-cash_deposit_missing = not at the bank
exception-short-chargeback = chargeback
exception-short-order_edited = edited
cause-nothing_paid = nothing was paid for it
cause-rest_not_paid = a part was paid, the rest never came
cause-paid_too_much = more came than it costs
cause-cancelled_not_returned = the order was cancelled and the money not given back
cause-returned_not_told = the money went back, and the order doesn't say so
cause-told_not_returned = the order says it was given back, and no money went
cause-number_unknown = it names an order that I don't have
cause-no_number = it names no order
cause-several_fit = several orders fit, and I won't guess
cause-charged_twice = the card was charged twice
cause-sent_twice = the customer sent it twice
cause-taken_too = it was paid at the till as well, or the cash is of another sale
cause-not_paid_out = the provider hasn't paid it out
cause-paid_out_late = the provider paid it out late
cause-not_at_bank = the provider says it was sent, and the bank has nothing
cause-at_bank_late = it came to the bank late
cause-bank_got_less = less came to the bank than the provider says
cause-bank_got_more = more came to the bank than the provider says
cause-held_back = the provider holds a reserve back
cause-payments_unknown = the payout has payments that I don't know, or lacks some
cause-counted_otherwise = the bank counted another amount
cause-not_carried = it was never taken there, or the bank hasn't booked it
cause-card_disputed = the customer disputes the payment
cause-days_missing = two statements do not meet: one between them is missing
cause-told_nothing = nobody brought a statement, or the connection stands still
cause-edited = somebody put other figures in
cause-reopened = it is not closed any more
step-ask_customer = ask the customer
step-ask_manager = ask the order's manager
step-ask_anybody = ask who may know whose it is
step-ask_provider = write to the provider
step-ask_cashier = ask the cashier
step-choose_order = choose the order below
step-return_money = give the money back
step-correct_order = put the order right
step-answer_dispute = answer the dispute in time
step-bring_statement = bring the statement of these days
step-wait = wait some days
record-order = Order { $name }
record-payment = Payment { $name }
record-refund = Refund { $name }
record-chargeback = Chargeback { $name }
record-payout = Payout { $name }
record-bank = Bank: { $name }
record-cash = Till, No. { $name }
record-account = { $name }
record-line = { $record } · { $amount } · { $day }

exception-ask-split = Which order is it for? Type a number, an amount or a name. To split it: <code>48123 400, 48124 240</code>
exception-found = This may be it:
exception-nothing-found = I find nothing by “{ $text }”.
exception-split-off = That comes to { $told }, and it is { $whole }. Nothing was split.
exception-whom-give = Who shall see to it?
exception-whom-askto = Who may know?
exception-was-asked = { $day } asked
exception-was-reminded = { $day } asked again
exception-was-answered = { $day } { $name } answered
exception-was-filed = { $day } { $name } entered the cash
button-exception-ask = Ask { $name }
button-exception-ask-crm = Ask { $name } on the deal
button-exception-askwho = Ask somebody…
button-take-link = ✅ Link: { $name }
button-take-off = ✅ Write off { $amount }
button-take-later = ✅ Put off for a week
button-take-explain = ✅ Keep as the explanation
button-take-cash = ✅ Enter { $amount } into the till
button-take-held = ✅ { $amount } is with { $name }
inquiry-of-manager = ❓ { $name } asks you:
inquiry-of-cashier = ❓ This order was closed for cash, and the till's book doesn't have it:
inquiry-again = 🔔 Nobody has answered this yet:
inquiry-unanswered = ⏳ No answer from { $name } for a day. I've asked again; you may ask somebody else.
inquiry-unanswered-crm = ⏳ No answer from { $name } on the deal for a day; you may ask somebody else.
inquiry-what = How is it really?
inquiry-where = Where is the money?
inquiry-who-has = Who has the money?
inquiry-ask-words = Type how it is; I'll pass it on.
inquiry-ask-holder = Type the name of whoever has it.
inquiry-gone = ✅ No need to answer: it is settled.
inquiry-came = 💬 There is an answer:
inquiry-waits = ⏳ Asked: { $name }, { $day }
inquiry-waits-crm = ⏳ Asked on the deal: { $name }, { $day }
inquiry-failed = ⚠️ The CRM takes no comment for { $name }. Ask by word of mouth.
inquiry-comment = Answer with a comment here: its number, or your own words.
button-answer-words = In my own words…
button-answer-other-name = Another name…
answer-paid = It's paid: { $record } · { $amount }
answer-mine = It's for { $record } · { $amount }
answer-not_mine = None of these
answer-unknown = I don't know whose it is
answer-cash = Paid in cash
answer-till = It's in the till
answer-holder = Somebody else has it
answer-not_cash = It wasn't paid in cash
answer-discount = A discount was agreed
answer-keep = The customer leaves it to us
answer-later = The customer pays later
answer-give_back = We give it back
answer-mistake = My slip, I'll put the order right
answer-agreed = That's right, it was agreed
answer-delivered = It was delivered, I have proof
answer-carried = It was carried to the bank
answer-not_carried = It isn't carried yet, it will be
answered-paid = there is a payment
answered-mine = it is for an order
answered-not_mine = none of these orders
answered-unknown = nobody knows whose it is
answered-cash = paid in cash
answered-till = in the till
answered-holder = somebody has it
answered-not_cash = not in cash
answered-discount = a discount
answered-keep = left to us
answered-later = pays later
answered-give_back = to be given back
answered-mistake = a slip in the order
answered-carried = carried to the bank
answered-not_carried = not carried yet
answered-agreed = as agreed
answered-delivered = delivered
exception-cash_not_entered = { $record }: closed for cash, and nobody entered { $amount }
exception-not_posted = { $record }: lines of { $amount } are in no account yet
exception-ledger_differs = { $record }: the books are { $amount } off from the bank
exception-fee_differs = { $record }: the fee is { $amount } off from what was agreed
exception-short-cash_not_entered = no cash
exception-short-not_posted = not filed
exception-short-ledger_differs = balance
exception-short-fee_differs = fee
cause-not_entered = the cash was taken and not entered, or it was paid otherwise
cause-in_suspense = nobody has said what these lines were for
cause-unreadable = the CRM's record can't be read
cause-books_above = a line of the bank is missing or told twice; the books have more
cause-books_below = a line of the bank is missing or told twice; the books have less
cause-connection_fails = the connection gives nothing
cause-fee_above = the provider took more than the tariff says
cause-fee_below = the provider took less than the tariff says: it may ask for it later
step-file_lines = go through them: /review
step-mend_record = put the record right in the CRM
step-mend_connection = see what it says: /banks, /crm
step-compare_statement = bring a fresh statement and compare
step-check_tariff = compare with the agreement, write to the provider
record-crm = CRM record { $name }
record-connection = Connection { $name }
chain-begins = <b>{ $record }</b> · { $amount }
chain-step = { $what }: { $sign }{ $amount }
chain-arrived = <b>Arrived: { $amount }</b>
chain-entries = { $left ->
    [0] Entries: No. { $numbers }
   *[other] Entries: No. { $numbers } and { $left } more
  }
chain-more = { $count ->
    [one] … and { $count } more in good order
   *[other] … and { $count } more in good order
  }
chain-refunded = refunded
chain-unpaid = not paid
chain-overpaid = paid too much
chain-fee = fees
chain-chargeback = charged back
chain-at_provider = still with the provider
chain-on_its_way = on its way to the bank
chain-held = not in its payments
chain-short = missing at the bank
chain-over = too much at the bank

command-jobs = what I do by the clock, and how it went
jobs-title = ⚙️ <b>What I do by the clock</b>
jobs-never = ▫️ { $job }: not yet. Next: { $next }
jobs-done = ✅ { $job }: { $at }{ $count ->
    [0] { "" }
   *[other] , did { $count }
 }. Next: { $next }
jobs-running = ⏳ { $job }: since { $at }
jobs-failed = ⚠️ { $job }: failed { $at }. Once more: { $next }
jobs-lost = ⚠️ { $job }: cut off { $at }. Once more: { $next }
jobs-reason = { "   " }<code>{ $reason }</code>
jobs-soon = ⏳ { $job }: in a moment
jobs-ran = ✅ { $job }: done. { $count ->
    [0] There was nothing to do.
   *[other] It did { $count }.
 }
jobs-ran-in-vain = ⚠️ { $job } failed: <code>{ $reason }</code>. I'll try again by myself.
jobs-failing = ⚠️ { $job } has failed twice in a row: <code>{ $reason }</code>. I go on trying, less and less often, and tell you when it works. /jobs
jobs-failing-lost = ⚠️ { $job } was cut off twice in a row: the program was stopped in the middle of it. I go on trying, less and less often, and tell you when it works. /jobs
jobs-cut-off = ⚠️ { $job } was cut off: the program was stopped in the middle of it. I'll try again by myself.
jobs-again = ✅ { $job } works again and has caught up.
button-job-run = ▶️ { $job }
button-jobs-look = 🔄 Look again
job-match-records = Matching sales, bank and till
job-look-through-books = Looking for what is wrong in the books
job-advise-lines = Asking the model about bank lines
job-nightly-verification = Proving the books
job-sweep-sent-pictures = Dropping old pictures
job-sweep-job-runs = Tidying this list
job-expire-approvals = Payouts nobody decided on
job-lapse-handovers = Handovers nobody answered
job-lapse-counts = Counts left open
job-draft-reminders = Asking again what is unclear
job-transfer-reminders = Asking again about transfers
job-remind-of-advances = Reminding of money to account for
job-ring-alerts = Alerts for the leaders
job-tell-of-alerts = Monday letter on alerts
job-tell-of-banks = Watching banks and CRM
job-tell-of-lines = Morning word on bank lines
job-ask-what-is-missing = Asking what was not told
job-tell-of-restatements = Telling what has changed in told days
job-watch-closing = Watching what holds a closing up
job-tell-of-closing = Word on the month to be closed

## Plans

plan-title = Plan for { $month }
plan-sales = Sales: <b>{ $sales }</b>
plan-sales-none = Sales: not planned
plan-margin = Gross margin: <b>{ $margin }%</b>
plan-margin-none = Gross margin: not planned
plan-so-far = So far: sales { $sales }, { $percent }% of the plan; { $days } of { $whole } days have passed
plan-margin-so-far = The margin so far: { $margin }%
plan-set-by = Set by { $name }, { $at }
plan-was = Version { $version }, { $name }, { $at }: { $what }
plan-was-sales = sales { $sales }
plan-was-margin = margin { $margin }%
plan-none = No plan for { $month } yet. Type one like this: <code>{ $how }</code>
plan-how = I don't read this as a plan. Type it like this: <code>November plan 1.2m, margin 22%</code>
plan-how-example = { $month } plan 1.2m, margin 22%
plan-ask = Is this the plan for { $month }?
plan-in-place-of = in place of { $what }
plan-kept = ✅ The plan for { $month } is set.
plan-left = All right, the plan stays as it was.
plan-stale = Somebody has set another plan for { $month } meanwhile. Look at it: /plan
plan-told = { $name } has set the plan for { $month }.

## Days that were told otherwise

restatements-title = Days whose result has changed since it was told
restatements-none = Every day is still what it was told as.
restatement-news = The result of days you were told has changed:
restatement-day = <b>{ $day }</b>: { $told } → <b>{ $now }</b>
restatement-cause-added = · { $what }: { $amount }
restatement-cause-changed = · { $what }, changed: { $amount }
restatement-cause-taken_back = · { $what }, taken back: { $amount }
restatement-said = “{ $text }”
restatement-rest = · { $count } more: { $amount }
restatement-more = { $count ->
    [one] One more day: /restatements
   *[other] { $count } more days: /restatements
}
restatement-waits = <i>Not told yet: I tell the directors in the morning.</i>
restatement-told-at = <i>Told { $at }</i>
restatement-late-facts = { $count ->
    [one] One later entry belongs to these days and stands in an open one, since they are closed: { $amount } more
   *[other] { $count } later entries belong to these days and stand in open ones, since they are closed: { $amount } more
}

## What figures are made of

figures-title = <b>{ $what }</b>
figures-how = Tap a figure to see the entries it is made of, down to the record as it came.
figures-entries = <b>{ $what } · { $days }: { $amount }</b> ({ $count ->
    [one] { $count } entry
   *[other] { $count } entries
})
figures-place = Opening { $before }, in { $incoming }, out { $outgoing }, closing { $after }
figures-sales = Sales
figures-refunds = Refunds to customers
figures-cost = Cost of goods
figures-margin = Gross margin
figures-expenses = Expenses
figures-fees = Fees of banks and gateways
figures-result = Net result
button-figures-earned = Earned, spent
button-figures-cash = To the money
button-figures-places = Where it is
button-figures-before = The days before: { $days }
button-raw = As it came
raw-none = Entry No. { $number } was made by the books themselves: nothing came from outside for it.
raw-came = Entry No. { $number } is made of this: { $source }, { $name }, { $at }
raw-kept = Kept as record { $id }, SHA-256 { $digest }…

## Closing a month

closing-title = To close { $what }
closing-title-done = ✅ { $what } is closed
closing-statements = Statements complete
closing-lacks-statements = { $what } lacks days: /banks
closing-balances = Bank balances proved
closing-lacks-balances = { $what } doesn't agree, or told no balance: /banks
closing-unfiled = Every bank line filed
closing-lacks-unfiled = { $count ->
    [one] { $count } line waits: /review
   *[other] { $count } lines wait: /review
}
closing-exceptions = Exceptions explained
closing-lacks-exceptions = { $count } open: /exceptions
closing-questions = Questions answered
closing-lacks-questions = { $count ->
    [one] { $count } waits: /drafts, /approvals
   *[other] { $count } wait: /drafts, /approvals
}
closing-tills = Tills counted
closing-lacks-tills = not yet, { $what }: /count
closing-rates = Rates of foreign money present
closing-lacks-rates = { $what } lacks one
closing-excused = “{ $why }” – { $name }
closing-rate = 1 { $currency } = { $rate } { $base }
closing-all-money = All the money at these rates: <b>{ $amount }</b>
closing-part-accountant = Accountant
closing-part-director = Director
closing-sign-accountant = the accountant's signature
closing-sign-director = the director's signature
closing-begun = the closing was begun late
closing-signed = ✍️ { $part }: { $name }, { $at }
closing-unsigned = ⬜ { $part }: not signed yet
closing-took = From the last day's end it took { $time }.
closing-held-up = · { $what }: { $time }
closing-took-before = The closing before took { $time }.
length-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
} { $hours } h
length-hours = { $hours } h
length-minutes = { $minutes } min
close-not-ready = Something has come open meanwhile, so nothing is signed. It's on the list above.
close-other-person = You have signed the other part, and two different people must sign. Ask the other one: accountant, director or owner.
close-ask-excuse = Why may the books be closed although this isn't done: “{ $what }”? Whoever signs will read it.
close-ask-rate = What was 1 { $currency } worth in { $base } on { $day }? Type it like this: <code>41.25</code>
close-signed-news = { $name } has signed the closing: { $what }. Your signature is wanted.
close-lapsed = { $name } has signed the closing: { $what }. Entries came after your signature, so please look and sign again.
close-begun-news = { $count ->
    [0] { $what } is over and can be signed.
    [one] { $what } is over. One thing is left before it can be closed:
   *[other] { $what } is over. { $count } things are left before it can be closed:
}
button-close-look = Look again
button-close-open = Open the checklist
button-close-explain = Explain: { $what }
button-close-rate = Rate of { $currency }
button-close-sign-accountant = Sign as accountant
button-close-sign-director = Sign as director

## Alerts: what leaders are told by itself
alert-unpaid_order = Order { $name }: { $amount } is not paid, { $days ->
    [one] { $days } day
   *[other] { $days } days
  } after closing
alert-first_big_purchase = First purchase, and a big one: { $who }, { $amount }
alert-first_big_purchase_known = First big purchase: { $who }, { $amount }
alert-order_edited = Order { $name } was changed after it was closed
alert-order_edited_reopened = Order { $name } was closed and is open again
alert-order_edited_cancelled = Order { $name } was closed and is cancelled now
alert-low_margin_order = Order { $name }, not closed yet, earns { $percent }% of { $total }; { $plan }% is planned
alert-low_margin_order_closed = Order { $name } was closed at a margin of { $percent }% of { $total }; { $plan }% is planned
alert-low_margin_day = { $day } earned { $percent }% of { $total }; { $plan }% is planned
alert-low_margin_month = The month from { $day } earns { $percent }% of { $total } so far; { $plan }% is planned
alert-till_over = { $till } holds { $amount }
alert-count_short = { $till } was counted { $amount } short ({ $who })
alert-settlement_late = { $who }: { $amount } is late
alert-paid_twice = { $who } was paid { $amount } twice: { $day } and { $again }
alert-paid_twice_across = { $who } was paid { $amount } twice, once in cash and once by bank: { $day } and { $again }
alert-paid_twice_photo = One receipt proves two payments of { $amount }: { $day } and { $again }
alert-paid_twice_customer = { $who } has paid us { $amount } a second time
alert-new_account = { $who } was paid { $amount } to a new account, { $account }; before it was { $was }. Ring them up before the next payment.
alert-new_party = First payment to { $who }: { $amount }
alert-odd_refund_over = { $who } gave back { $amount }: { $over } more than the sale (No. { $number })
alert-odd_refund_broken = { $who } gave back { $amount } for a sale that was taken back since (No. { $number })
alert-odd_refund_own = { $who } gave back { $amount } of a sale of their own (No. { $number })
alert-odd_expense = { $kind }: { $amount }, and { $usual } is usual
alert-odd_expense_party = { $who }: { $amount }, and { $usual } is usual
alert-money_short = The money runs out about { $day }; { $amount } is there now
alert-money_below = Less than { $keep } will be left about { $day }; { $amount } is there now
alert-money_under = Only { $amount } is there, less than { $keep }
alert-due = { $due } is due until then
alert-source_silent = Account { $name } has told nothing since { $day }
alert-statement_gap = Account { $name }: days are missing after { $day }, { $amount } moved in them
alert-books_broken = { $count ->
    [one] The books don't hold: { $name }
   *[other] The books don't hold in { $count } places, first: { $name }
  }. Nothing more should be booked before an engineer has looked: tilly verify
alert-who-unpaid_order = Customer: { $who }
alert-who-low_margin = Answers for it: { $who }
alert-band = On that day likely between { $low } and { $high }
alert-margin-short = { $amount } less than planned
alert-largest = The largest payment before: { $amount }
alert-edit-total = Total: { $before } → { $after }
alert-edit-refunded = Given back: { $before } → { $after }
alert-edit-cost = Cost: { $before } → { $after }
alert-edit-vat = VAT: { $before } → { $after }
alert-edit-margin = Margin: { $before } → { $after }
alert-edit-lines = The goods in it were changed
alert-edit-closed-at = The day it was closed on was changed
alert-edit-who = Changed by { $who }
alert-edit-hours = { $count ->
    [0] Within the hour after closing
    [one] { $count } hour after closing
   *[other] { $count } hours after closing
  }
alert-edit-days = { $count ->
    [one] { $count } day after closing
   *[other] { $count } days after closing
  }
alert-records = 🔗 { $records }
alert-again = It got worse:
alert-is-closed = Settled
alert-is-snoozed = 💤 Put off until { $day }
alert-assigned = For { $name }
alert-given = { $name } gives this to you:
alert-asked = { $name } asks why this was changed. Reply to this message, or tap “Explain”.
alert-put-back = { $name } wants this put back in the CRM as it was. The alert closes by itself once it is.
alert-unheard = Nobody has reacted to this yet:
alert-accepted = Accepted as it is now
alert-left = Left as it is.
alert-ask-explain = Why is it so? Type it; everybody who was told will see it.
alert-whom-assign = Who shall see to it?
alert-whom-ask = Who is to be asked why?
alert-was-worse = { $day } it got worse
alert-was-seen = 👀 { $day } seen by { $name }
alert-was-explained = ✏️ { $day } { $name } explained
alert-was-snoozed = 💤 { $day } { $name } put it off
alert-was-assigned = { $day } { $name } gave it to
alert-was-accepted = ✅ { $day } { $name } accepted it
alert-was-wanted-back = ↩️ { $day } { $name } wants it put back
alert-was-useless = { $day } { $name }: of no use
alert-was-escalated = { $day } nobody reacted, the leaders were called in
alert-was-closed = { $day } settled
alert-was-lapsed = { $day } so old that nobody asks
alerts-several = { $count ->
    [one] { $count } thing you should know:
   *[other] { $count } things you should know:
  }
alerts-more = … and { $count } more: /alerts
alerts-closed = { $count ->
    [one] This has settled:
   *[other] These have settled:
  }
alerts-open = { $count ->
    [0] Nothing rings. What rings, and when, is set below.
    [one] <b>{ $count } alert stands</b>
   *[other] <b>{ $count } alerts stand</b>
  }
alerts-rings = <b>What I tell leaders by myself</b>
  Tap one to see what it would have told you in the past month, and to switch it on or off.
alerts-quiet = Nobody is disturbed: { $night }. What is critical comes at any hour.
alerts-cap = { $count ->
    [one] At most { $count } message a day; what is critical isn't counted.
   *[other] At most { $count } messages a day; what is critical isn't counted.
  }
alerts-where = To have me tell it in a group, or in one of its topics, type /alerts there; /alerts off ends that.
alerts-night = { $begins }–{ $ends }
alerts-no-night = no quiet hours
alerts-bound = I tell what matters here now. /alerts off ends it.
alerts-unbound = I don't tell alerts here any more.
alert-any-amount = any amount
alert-unit-money = { $amount }
alert-unit-days = { $count ->
    [0] at once
    [one] { $count } day
   *[other] { $count } days
  }
alert-unit-percent = { $count }%
alert-unit-times = { $count }×
alert-type-days = How many days? Type a number.
alert-type-percent = How many per cent? Type a number.
alert-type-money = What amount? Type it.
alert-type-times = How many times? Type a number.
alert-type-between = It can be from { $least } to { $most }.
alert-parameter-days = Days after closing: { $value }
alert-parameter-from = From an amount of: { $value }
alert-parameter-plan = Planned margin: { $value }
alert-parameter-order_from = Orders from: { $value }
alert-parameter-limit = Limit: { $value }
alert-parameter-later = Told after: { $value }
alert-parameter-within = Both within: { $value }
alert-parameter-known = Paid before at least: { $value }
alert-parameter-times = So many spreads above the usual: { $value }
alert-parameter-ahead = Looking ahead: { $value }
alert-parameter-keep = Should always be left: { $value }
alert-tried = { $count ->
    [0] In the past 30 days it would not have rung.
    [one] In the past 30 days it would have rung once:
   *[other] In the past 30 days it would have rung { $count } times:
  }
alert-tried-line = • { $day }:
alert-not-tried = It rings when the nightly proof of the books finds something.
alert-name-unpaid_order = Order not paid
alert-name-first_big_purchase = First big purchase
alert-name-order_edited = Closed order changed
alert-name-low_margin = Margin below plan
alert-name-till_over = Too much in a till
alert-name-count_short = Count short
alert-name-settlement_late = Payout late
alert-name-paid_twice = Paid twice
alert-name-new_account = New account of a supplier
alert-name-new_party = First payment to somebody
alert-name-odd_refund = Odd refund
alert-name-odd_expense = Unusual expense
alert-name-money_short = Money runs out
alert-name-source_silent = Bank is silent
alert-name-statement_gap = Days missing in statements
alert-name-books_broken = Books don't hold
alert-about-unpaid_order = An order was closed so many days ago and is still not paid in full.
alert-about-first_big_purchase = A supplier of goods is paid this much for the first time.
alert-about-order_edited = The money, the goods or the state of an order differ from what it said when it was closed.
alert-about-low_margin = An order, a day or the month earns less than planned. Orders are looked at before closing, too, as soon as their cost is known.
alert-about-till_over = More cash lies in a till than should; take it to the bank.
alert-about-count_short = A till was counted, and this much or more was missing.
alert-about-settlement_late = A gateway, a courier or a marketplace is late by its own rhythm.
alert-about-paid_twice = A customer paid twice; or we paid one party the same sum twice within some days, be it once in cash and once by bank, or by the same receipt. What comes by habit is left out.
alert-about-new_account = A supplier who was paid before is paid to another account number: a typical fraud.
alert-about-new_party = Somebody who was never paid before gets this much.
alert-about-odd_refund = More was given back than was paid, or by who had sold, or for a sale that was taken back.
alert-about-odd_expense = A payment is far above the middle of earlier ones, to the same party or for the same thing.
alert-about-money_short = By habit and by what is due every month, less will be left than should be.
alert-about-source_silent = An account's statements have stopped coming.
alert-about-statement_gap = A statement begins with another balance than the one before ended with.
alert-about-books_broken = The nightly proof found something that cannot be.
alerts-week = { $count ->
    [0] Last week nothing rang.
    [one] Last week: { $count } alert
   *[other] Last week: { $count } alerts
  }{ $count ->
    [0] {""}
   *[other] , { $useful } useful, { $useless } of no use, { $open } without an answer.
  }
alerts-week-line = • { $name }: { $told }, useful { $useful }
alerts-week-advice = “{ $name }” was mostly of no use. Perhaps it needs other numbers:
button-alerts-rings = What rings
button-alerts-hours = When and where
button-alerts-cap = { $count }/day
button-alert-back = ← All of them
button-alert-seen = 👀 Seen
button-alert-explain = ✏️ Explain
button-alert-day = 💤 Tomorrow
button-alert-week = 💤 In a week
button-alert-assign = Give to…
button-alert-useless = Not useful
button-alert-ask = ❓ Ask who
button-alert-accept = ✅ Accept
button-alert-back-in = ↩️ Put back
button-alert-keep = ✓ Keep it so
button-alert-on = 🔔 Switch on
button-alert-off = 🔕 Switch off
button-alert-type-days = Other days…
button-alert-type-from = Other amount…
button-alert-type-plan = Other margin…
button-alert-type-order_from = Other order size…
button-alert-type-limit = Other limit…
button-alert-type-later = Other delay…
button-alert-type-within = Other span…
button-alert-type-known = Other number…
button-alert-type-times = Other spread…
button-alert-type-ahead = Other days…
button-alert-type-keep = Other reserve…
job-send-digests = Morning and evening digests, letters
