## Cash cards
cash-in = <b>+{ $amount }</b> · { $category }
cash-out = <b>−{ $amount }</b> · { $category }
cash-moved-in = <b>{ $amount } в касу</b> · { $category }
cash-moved-out = <b>{ $amount } з каси</b> · { $category }
cash-line-counterparty = { $name }
cash-line-order = замовлення { $order }
cash-line-day = за { $day }
cash-line-belongs = належить до { $day }, той період закрито
cash-line-remembered = як ви вже записували { $words }
cash-line-till = { $till }: <b>{ $balance }</b>
till-below-zero = 💡 Каса тепер у мінусі: { $balance }. Сума правильна? Чи надходила готівка, якої не записали?
cash-accounted = <b>{ $amount }</b> з підзвітних · { $category }
cash-line-number = № { $number }
cash-amended = Змінила:
cash-became = → № { $number }
cash-was-in = <s>+{ $amount } · { $category } · № { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · № { $number }</s>
cash-undone = Скасовано: № { $number }, { $amount }
button-undo = Скасувати
button-undo-number = Скасувати № { $number }
button-undo-all = Скасувати все: { $count }
button-change-number = Змінити № { $number }
button-amount = Сума
button-date = Дата
button-category = Категорія
button-counterparty = Хто
button-leave = Лишити як є
entry-ask-amount = Яка сума правильна? Напишіть її.
entry-ask-date = Який це був день? Натисніть або напишіть, наприклад 05.11.
entry-ask-category = Що це було?
entry-ask-counterparty = Хто це був? Напишіть ім'я чи назву.
entry-how = Напишіть із номером запису: <code>/entry 12</code>
entry-none = Такого запису немає.
entry-words = «{ $text }»
entry-no-amount = Це не схоже на суму: вона має бути більшою за нуль. Напишіть правильну.
entry-no-date = Не знаю такого дня. Напишіть, наприклад, 05.11.
entry-no-category = Не знаю, що це. Натисніть, що це було, або скажіть інакше.
entry-no-counterparty = Це не схоже на ім'я. Хто це був?
entry-kept = Гаразд, лишаю як є.

## Questions about a doubtful message
ask-amount = Скільки це було? Напишіть суму.
ask-direction = { $amount ->
    [none] Гроші прийшли чи пішли?
   *[other] { $amount }: прийшли чи пішли?
  }
ask-category = { $amount ->
    [none] Що це було?
   *[other] { $amount }: що це було?
  }
ask-date = Якого дня це було? Натисніть або напишіть, наприклад 05.11.
ask-right = Я правильно зрозуміла?
ask-right-model = Сама не певна; мовна модель пропонує так:
ask-right-hint = Якщо сума інша – просто напишіть її.
button-right = Так, записати
button-other-category = Це за інше
already-so = Там уже так і записано:
ask-context = Не розумію, про який запис мова або що в ньому змінити. Дайте відповідь на нього чи напишіть так: «не 250, а 350», «скасуй останній».
ask-which = Про який запис мова? Напишіть і стару суму: «не 250, а 350». Або скасуйте потрібний тут:
ask-which-all = Скасувати все з останнього повідомлення чи щось одне?
ask-what = Бачу гроші, але не все зрозуміло. Напишіть простіше: за що і скільки, кожне з нового рядка.
draft-dropped = Гаразд, нічого не записую.
direction-in = Прийшли
direction-out = Пішли
button-not-cash = Це не про касу
button-today = Сьогодні
button-yesterday = Вчора
button-more = Ще…
button-back = ← Назад
button-skip = Пропустити
button-yes = Так
button-no = Ні

## Answers that change nothing
stale = Це вже вирішено.
period-closed = Облік закрито по { $day } включно, тож записати це вже не можна.
button-too-old = Ця кнопка вже застаріла. Запитайте мене, будь ласка, ще раз.
not-allowed = Вам це тут недоступно. Якщо потрібно, попросіть власника.
nothing-to-undo = Нема чого скасовувати.
amend-kept = Не зрозуміла виправлення, тож запис лишається, як був. За потреби скасуйте його й напишіть наново.
cash-hint = Нічого не записала. Пишіть про касу так: <code>кур'єр 220</code>. Усе, що вмію: /help
cash-hint-asker = Нічого не записала й запитання, яке знаю, тут не бачу. Пишіть про касу так: <code>кур'єр 220</code>, а питайте так: <code>хто нам винен?</code> Усе, що вмію: /help
still-asked = Це не те, про що я питала. Ще раз:
other-not-read = Таке повідомлення я прочитати не можу. Напишіть кількома словами, будь ласка.

## The day
day-title = { $day }
day-in = Прийшло: <b>{ $amount }</b>
day-out = Пішло: <b>{ $amount }</b>
day-net = Підсумок: <b>{ $amount }</b>
day-moved-in = Внесено в каси: { $amount }
day-moved-out = Винесено з кас: { $amount }
day-till = { $till }: { $balance }
day-empty = Готівка сьогодні ще не рухалася.
day-norm-now = Зазвичай на цю годину такого дня тижня: { $usual }
day-norm-whole = Зазвичай такого дня тижня: { $usual }
day-norm-now-compared = Зазвичай на цю годину такого дня тижня: { $usual } ({ $percent } %)
day-norm-whole-compared = Зазвичай такого дня тижня: { $usual } ({ $percent } %)
day-short = ⚠️ { $till }: нестача { $amount } · { $name }
day-over = ⚠️ { $till }: надлишок { $amount } · { $name }
day-questions = { $count ->
    [one] { $count } відкрите питання
    [few] { $count } відкриті питання
   *[other] { $count } відкритих питань
  }: /drafts
day-approvals = { $count ->
    [one] { $count } виплата чекає
    [few] { $count } виплати чекають
   *[other] { $count } виплат чекають
  }: /approvals
day-earned = За нарахуванням: продажі { $sales }, результат <b>{ $result }</b>
day-plan = План місяця: { $percent } % із { $planned }, днів минуло { $passed } %
day-exceptions = { $count ->
    [one] { $count } справа в обліку чекає на когось
    [few] { $count } справи в обліку чекають на когось
   *[other] { $count } справ в обліку чекають на когось
  }: /exceptions
day-entries = Усі записи: /cash
button-dark = Темна картинка
button-light = Світла картинка

## Підсумки за будь-які дні
results-accrual = Результат за нарахуванням (сплачено чи ні)
results-sales = Продажі
results-refunds = Повернення клієнтам
results-no-channel = на місці або без каналу
results-cost = Собівартість товарів
results-cost-unknown = Собівартість не проведено, тож результат без неї.
results-margin = Валова маржа
results-margin-percent = Валова маржа, { $percent } %
results-expenses = Витрати
results-net = Чистий результат
results-cash = Від результату до грошей
results-change = Зміна грошей
results-places = Де гроші
results-place = { $place } (прихід { $incoming }, видаток { $outgoing })
results-on-hand = Усього
results-before = до того { $amount }
results-before-percent = до того { $amount }, { $percent } %
results-usual = Зазвичай у цей день тижня: { $usual } (медіана за { $count ->
    [one] { $count } тиждень
    [few] { $count } тижні
   *[other] { $count } тижнів
})
results-usual-now = Зазвичай на цю годину такого дня тижня: { $usual } (медіана за { $count ->
    [one] { $count } тиждень
    [few] { $count } тижні
   *[other] { $count } тижнів
})
results-plan = План: продажі { $planned }, виконано на { $percent } %
results-plan-part = План за { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
} із { $whole }, пропорційно: продажі { $planned }, виконано на { $percent } %
results-plan-margin = План: маржа { $planned } %, факт { $found } %
results-unfiled = { $count ->
    [one] { $count } рядок банку ще не рознесено
    [few] { $count } рядки банку ще не рознесено
   *[other] { $count } рядків банку ще не рознесено
  }: прихід { $incoming }, видаток { $outgoing }. На стільки результат ще може змінитися.
results-exceptions = { $count ->
    [one] { $count } розбіжність ще не пояснено
    [few] { $count } розбіжності ще не пояснено
   *[other] { $count } розбіжностей ще не пояснено
}, ідеться про { $amount }
results-questions = { $count ->
    [one] { $count } повідомлення про готівку чекає відповіді
    [few] { $count } повідомлення про готівку чекають відповіді
   *[other] { $count } повідомлень про готівку чекають відповіді
}: { $amount }
results-as-of = Станом на { $at }
results-source = { $source }: рядки по { $day }
source-name = { $name ->
        [bitrix24] Бітрікс24
       *[other] { $name }
    }
results-source-read = { $source }: { $at }
results-source-quiet = ⚠️ { $source }: мовчить { $time }
results-source-loading = { $source }: ще читається вперше
results-source-silent = { $source }: рядків ще немає
results-nothing = За ці дні нічого не проведено.
results-column-before = дні перед тим
plain-text = { $text }
plain-amount = { $amount }
results-how = Напишіть, за які дні: <code>/report минулий тиждень</code>, <code>/report жовтень</code>, <code>/report 1–15 листопада</code>
today-how = Назвіть один день: <code>/today вчора</code>, <code>/today 05.11</code>. За кілька днів є <code>/report минулий тиждень</code>.

## Відповіді на питання про облік
understood-as = Зрозуміла так: { $what }
understood-by-model = Мовна модель зрозуміла так: { $what }
measure-sales = продажі
measure-net_sales = продажі мінус повернення
measure-refunds = повернення клієнтам
measure-expenses = витрати
measure-result = чистий результат
measure-margin = валова маржа
measure-cost = собівартість проданих товарів
measure-fees = комісії банку й платіжних сервісів
measure-purchases = закупівлі товару
measure-staff = виплати працівникам
measure-money_in = надходження грошей
measure-money_out = вибуття грошей
measure-flow = надходження мінус вибуття грошей
measure-paid_to_suppliers = оплати постачальникам
measure-paid_by_customers = оплати від клієнтів
measure-money = гроші
measure-receivable = борги клієнтів
measure-payable = борги постачальникам
measure-prepaid = передоплати клієнтів, які ще не закриті
measure-advances = гроші під звіт
measure-unfiled = ще не рознесено
measure-entries = записи
measure-in_transit = готівка в дорозі до банку
measure-drafts = непроведені повідомлення про готівку
measure-problems = що в обліку потребує уваги
measure-plan = виконання плану
asked-total = { $what }
asked-count = скільки разів: { $what }
asked-count-counterparty = скільки контрагентів: { $what }
asked-count-supplier = скільки постачальників: { $what }
asked-count-customer = скільки клієнтів: { $what }
asked-average-entry = { $what }, у середньому на запис
asked-average-day = { $what }, у середньому на день
asked-average-week = { $what }, у середньому за тиждень
asked-average-month = { $what }, у середньому на місяць
asked-average-quarter = { $what }: середнє за квартал
asked-top-supplier = найбільші постачальники за оплатами
asked-top-customer = найбільші клієнти: { $what }
asked-top-category = витрати за категоріями
asked-top-paid-for = { $what }: за що
asked-top-counterparty = { $what }, за іменами
asked-over-month = місяці, коли { $what } більші за { $over }, на скільки
asked-over-week = тижні, коли { $what } більші за { $over }, на скільки
asked-over-day = дні, коли { $what } більші за { $over }, на скільки
asked-top-day = найкращі дні: { $what }
asked-top-week = найкращі тижні: { $what }
asked-top-month = найкращі місяці: { $what }
asked-worst-day = найслабші дні: { $what }
asked-worst-week = найслабші тижні: { $what }
asked-worst-month = найслабші місяці: { $what }
asked-top-place = { $what }, за місцем оплати
asked-top-order = замовлення за маржею, спершу найкращі
asked-worst-order = замовлення за маржею, спершу найгірші
asked-top-weekday = { $what } за днями тижня, у середньому за один
asked-top-recorder = { $what }, за тим, хто записав
asked-top-channel = { $what }, за джерелом
asked-top-bought = найбільші постачальники за закупівлями
asked-without = крім: { $what }
asked-at-most = до { $amount }
asked-at-a-loss = збиткові
asked-none = коли їх не було
asked-oldest = спершу найдавніші
asked-weekdays = лише: { $days }
weekday-monday = понеділок
weekday-tuesday = вівторок
weekday-wednesday = середа
weekday-thursday = четвер
weekday-friday = п’ятниця
weekday-saturday = субота
weekday-sunday = неділя
asked-biggest = { $what }, спершу найбільші
asked-least = { $what }, спершу найменші
asked-last = { $what }, спершу найновіші
asked-balance = скільки є грошей
asked-owed = { $what }
asked-order = замовлення { $order }
asked-compare = { $what }, порівняння
asked-why = { $what }: чому змінилося
asked-why-channel = { $what }, за джерелом: що змінилося
asked-results = увесь підсумок
asked-plan = виконання плану
asked-series-day = { $what } за днями
asked-series-week = { $what } за тижнями
asked-series-month = { $what } за місяцями
asked-series-quarter = { $what } за кварталами
asked-place-tills = у касах
asked-place-banks = на рахунках
asked-on-delivery = оплата при отриманні
asked-place-couriers = у кур'єрів
asked-place-gateways = у платіжних сервісах
asked-place = { $place }
asked-about = «{ $about }»
asked-told-by = записи, які робить { $name }
asked-exactly = рівно { $amount }
asked-at-least = від { $amount }
asked-share = частка: { $of }
asked-days-usual = { $days } (днів ви не назвали)
asked-ever = за весь час
asked-at-end-of = станом на { $day }
asked-against = проти { $days }
asked-left-out = без слів «{ $words }»
asked-older = старші за { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
  }
asked-younger = не старші за { $count ->
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
  }
answer-amount = <b>{ $amount }</b>
answer-up = <b>+{ $amount }</b>
answer-up-by = <b>+{ $amount }</b> ({ $percent } %)
answer-amount-by = <b>{ $amount }</b> ({ $percent } %)
answer-sold = Продано, без повернень: <b>{ $amount }</b>
answer-difference = Різниця: <b>{ $amount }</b>
answer-share = { $percent } % ({ $of }, { $amount })
answer-count-names = <b>{ $count }</b>, разом { $amount }
answer-count-change = <b>{ $change }</b>
answer-count = { $count ->
    [one] <b>{ $count }</b> запис
    [few] <b>{ $count }</b> записи
   *[other] <b>{ $count }</b> записів
  }, разом { $amount }
answer-open = Усього <b>{ $count }</b>, разом { $amount }
answer-taken = Здано в банк за ці дні: { $amount }
answer-none-in_transit = У дорозі до банку нічого немає.
answer-none-drafts = Непроведених повідомлень про готівку немає.
answer-none-problems = Відкритих розбіжностей немає: усе гаразд.
answer-owed-nobody = Серед боргів немає нікого на ім’я «{ $about }».
answer-payouts = Стільки вони тримають і ще не виплатили; в який день виплатять, в обліку немає.
answer-row-without = Не враховано: { $name }: { $amount }
answer-row-apart = { $name }: сюди й так не входить, { $amount }
answer-row-until = { $name }: { $amount }, рядки до { $day }
answer-row-order = замовлення { $order }: { $amount } ({ $percent } %)
answer-row-problem = { $name } ({ $count }): { $amount }, від { $day }
answer-row-no-channel = джерело не вказано
answer-row-left = Маржа: { $amount } ({ $percent } %)
answer-none = В обліку такого немає.
answer-none-says = Імені, схожого на «{ $about }», тут немає, і в записах такого слова теж.
answer-named = це { $names }
answer-by-words = Імені, схожого на «{ $about }», немає, тож це записи з такими словами.
answer-row = { $name }: { $amount }
answer-row-since = { $name }: { $amount }, від { $day }
answer-row-name-order = { $name }, замовлення { $order }
answer-row-entry = { $day } · { $amount } · { $name } · № { $number }
answer-no-pieces = Скільки штук якого товару продано, в обліку немає.
answer-all-banks = На що був рядок банку, облік тримає окремо від рахунку, з якого він пішов, тому тут усі банківські рахунки разом.
answer-waiting = { $count ->
    [one] Ще { $count } рядок банку за ці дні чекає
    [few] Ще { $count } рядки банку за ці дні чекають
   *[other] Ще { $count } рядків банку за ці дні чекають
  } в /review, видаток { $amount }: витрачено може бути більше.
answer-no-stranger = Нікого на ім’я «{ $names }» тут немає, тож нічого не відкинуто.
answer-row-nobody = без імені
answer-row-now = { $days }: { $amount }
answer-row-now-count = { $days }: { $count }, разом { $amount }
answer-row-in = Прийшло: { $amount }
answer-row-out = Пішло: { $amount }
answer-row-other = усе інше: { $amount }
answer-row-total_of_days = { $amount } за { $count } { $count ->
    [one] день
    [few] дні
   *[other] днів
  }
answer-row-total = { $amount } за { $count ->
    [one] { $count } запис
    [few] { $count } записи
   *[other] { $count } записів
  }
answer-row-planned = План на ці дні: { $amount }, виконано { $count } %
answer-row-plan-over = Більше плану на { $amount }
answer-row-plan-short = Менше плану на { $amount }
answer-row-plan-whole = План на весь місяць: { $amount }
answer-row-plan-left = Ще продати: { $amount }
answer-no-plan = На ці дні плану немає. Його можна написати: «план листопада 1.2 млн, маржа 22%».
answer-all-together = Усе разом: { $amount }
answer-row-whole = { $name }, усе разом: { $amount }
answer-row-owed_still = Борг досі є: { $amount }, від { $day }
answer-row-paid = Клієнт заплатив: { $amount }
answer-row-sold = Продано: { $amount }
answer-row-spent = Витрати: { $amount }
answer-causes = З чого склалася різниця:
answer-until = Сьогодні ще триває, тому інший день узято лише до { $time }.
answer-order-none = Жоден запис не згадує замовлення { $order }.
doubt-no-question = Я відповідаю лише з обліку: без порад, погоди й чужих цін. Наприклад: «Скільки витратили на рекламу в жовтні?»
doubt-of-what = Скільки чого? Наприклад: «продажі за минулий тиждень», «витрати на оренду в жовтні».
doubt-whose-debt = Хто кому винен? Запитайте «скільки нам винні клієнти?» або «скільки ми винні постачальникам?».
doubt-words = Не знаю, що робити зі словами «{ $words }» у цьому питанні. Облік знає суми за днями, категоріями, іменами, касами й банками. Наприклад: «продажі за минулий тиждень», «скільки заплатили Ігорю в жовтні».
doubt-ahead = Ці дні ще не настали, а наперед можу сказати лише, скільки буде грошей: «скільки буде грошей через два тижні». Запитайте про те, що вже є: «продажі цього місяця», «чи йдемо за планом?». Для прикидки є теперішній темп: «середні продажі за день цього місяця».
doubt-stock = В обліку є суми, а не штуки: що лежить на складі, тут не видно. Можна запитати «скільки закупили товару в жовтні» або «собівартість за цей місяць».
doubt-no-day = Такого дня, як { $day }, немає. Який день ви мали на увазі?
doubt-vat = ПДВ окремо тут не ведеться, лише разом з усіма податками. Можна запитати «податки за квартал» або «коли востаннє платили податки?».
doubt-exchange = Обмін валюти тут не має своєї категорії, тому окремо я його не бачу. Зате знаю, скільки є в кожній валюті: «скільки доларів на рахунках?», і що рухалося: «останні 20 записів».
doubt-goods = Продажі тут не поділені на окремі товари. Можна запитати «топ клієнтів цього року», «середній чек у жовтні» або «маржа по місяцях».
doubt-deadline = Майбутніх дат в обліку немає. Можна запитати, що сплачено й що винні: «податки з початку року», «коли востаннє платили оренду?», «скільки ми винні постачальникам?».
doubt-plan = План тут – лише продажі й маржа всього магазину. Можна запитати «чи йдемо за планом?», «витрати за листопад проти жовтня», «чому виросли витрати?».
doubt-supposed = Скільки було б тоді, я не зводжу, але можу одразу сказати, з чого це складається: «скільки маємо грошей, хто нам винен і скільки ми винні постачальникам?».
doubt-team = Хто тут працює і з якою касою, видно в /team. А я можу сказати, хто скільки записав: «який касир прийняв найбільше цього місяця».
doubt-private = Про людей я знаю лише, скільки їм заплатили й що за ними під звіт. Можна запитати «скільки заплатили Ігорю в жовтні» або «хто не відзвітував?».
doubt-margin-of = Маржа відома всього магазину й кожного замовлення, а не клієнтів чи постачальників. Можна запитати «найкращі замовлення за маржею в жовтні» або «топ клієнтів цього року».
measure-on_its_way = гроші в дорозі
answer-row-held = тримає { $name }
answer-none-on_its_way = Грошей у дорозі немає: нічого не везуть у банк, нічого не тримають платіжні сервіси й кур'єри.
answer-no-gateway = Жоден звіт у книгах не говорить про гроші в них.
asked-restated = дні, за які раніше було сказано інакше
answer-lines-wait = { $count ->
    [one] { $count } рядок виписки чекає
    [few] { $count } рядки виписки чекають
   *[other] { $count } рядків виписки чекає
  }: /review
answer-unfiled = За що саме, ще ніхто не розніс: /review
asked-closed = чи закриті книги
answer-closed = Так, книги закриті до { $day } включно.
answer-not-closed = Ні, ці дні ще відкриті.
answer-closed-through = Книги закриті до { $day } включно.
answer-close-them = Що ще заважає, покаже <code>/close</code>.
asked-unpaid = неоплачені замовлення
answer-unpaid = { $count ->
    [one] <b>{ $count }</b> замовлення, не сплачено { $amount }
    [few] <b>{ $count }</b> замовлення, не сплачено { $amount }
   *[many] <b>{ $count }</b> замовлень, не сплачено { $amount }
}
answer-none-unpaid = Платити більше нічого.
answer-row-unpaid = замовлення { $order }, { $name }: { $amount }, з { $day }
asked-forecast = скільки буде грошей
answer-ahead-none = За книгами ще менш як чотири тижні, тож звичного ще немає і про дні наперед сказати нічого.
answer-ahead-band = У чотирьох випадках із п'яти це від { $low } до { $high }.
answer-ahead-short = Схоже, гроші скінчаться { $day }.
answer-ahead-held = є зранку в касах, банках і платіжних сервісах: { $amount }
answer-ahead-due = щомісячні платежі до того дня: { $amount }
answer-ahead-usual = що ще зазвичай приходить і йде: { $amount }
answer-ahead-owed = Сюди не входить { $amount } боргу постачальникам: дня, коли платити, у книгах немає.
doubt-too-far = Про гроші можу сказати на 60 днів наперед, не далі. Можна спитати «скільки буде грошей через два тижні».
asked-repeated = більше одного разу
answer-row-times = { $name }: { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[many] { $count } разів
}, { $amount }
channel-online = онлайн
channel-counter = у самому магазині
answer-channels = Пораховано: { $names }
answer-no-channels = Жоден документ за ці дні не каже, де продано, тож усе пораховано як продане в самому магазині.
doubt-channel = За тим, де продано, я знаю продажі, повернення, собівартість і валову маржу, більше нічого. Можна спитати «продажі сайту цього місяця», «повернення по каналах», «сайт проти магазину».
doubt-nobody = Серед тих, хто веде записи, немає нікого на ім’я «{ $name }». Запитайте за касою: «надходження сьогодні, каса 2».
asked-times = { $count ->
    [one] від { $count } запису на кожного
   *[other] від { $count } записів на кожного
  }
asked-begun = з початком: { $days }
asked-part-paid = частково оплачені
answer-no-due = До якого числа треба сплатити, в обліку немає; сказано, відколи борг.
answer-no-arrival = У який день прийде, в обліку немає.
answer-no-currency = У валюті { $currency } там нічого немає.
answer-ahead-lasts = До { $day } вони навряд чи скінчаться.
answer-lines = До якого дня є рядки виписки, сказано біля кожного рахунку; де не сказано, там їх немає.
doubt-currency = За валютами я знаю лише залишки: «скільки доларів на рахунках». Продажі й витрати — за днями, категоріями, іменами, касами й банками.
doubt-closed = Я кажу лише про те, що відкрите зараз; закриті не рахую. Можна запитати: «що потребує уваги?» або «винятки старші за 5 днів».
doubt-head = Скільки людей працює, в обліку немає, тож на людину не рахую. Можна запитати: «хто отримав зарплату в жовтні» або «середня зарплата на місяць».
ask-how = Запитайте про облік: <code>/ask скільки витратили на рекламу в жовтні?</code>
asked-count-order = скільки замовлень, за тим, що лишили
asked-count-day = у скільки днів: { $what }
asked-count-week = у скільки тижнів: { $what }
asked-count-month = у скільки місяців: { $what }
asked-count-each-day = скільки на день: { $what }
asked-count-each-week = скільки на тиждень: { $what }
asked-count-each-month = скільки на місяць: { $what }
asked-average-order = { $what }, у середньому на замовлення
asked-top-weekend = { $what } у вихідні та в будні, у середньому за день
asked-top-weekend-sale = { $what } у вихідні та в будні, у середньому на запис
asked-by-age = за давністю
asked-of-days-had = лише дні, коли щось було
asked-usual = проти звичайного
asked-grown = лише те, що зросло
asked-fallen = лише те, що зменшилося
asked-least-percent = { $percent } % і більше
asked-most-percent = менше { $percent } %
asked-spending = якщо витратити { $amount }
answer-count-order = { $count ->
    [one] <b>{ $count }</b> замовлення
    [few] <b>{ $count }</b> замовлення
   *[other] <b>{ $count }</b> замовлень
  }, разом лишили { $amount }
answer-count-day = { $count ->
    [one] <b>{ $count }</b> день
    [few] <b>{ $count }</b> дні
   *[other] <b>{ $count }</b> днів
  }, разом { $amount }
answer-count-week = { $count ->
    [one] <b>{ $count }</b> тиждень
    [few] <b>{ $count }</b> тижні
   *[other] <b>{ $count }</b> тижнів
  }, разом { $amount }
answer-count-month = { $count ->
    [one] <b>{ $count }</b> місяць
    [few] <b>{ $count }</b> місяці
   *[other] <b>{ $count }</b> місяців
  }, разом { $amount }
answer-count-each-day = <b>{ $average }</b> на день: { $count } за { $units ->
    [one] { $units } день
    [few] { $units } дні
   *[other] { $units } днів
  }
answer-count-each-week = <b>{ $average }</b> на тиждень: { $count } за { $units ->
    [one] { $units } тиждень
    [few] { $units } тижні
   *[other] { $units } тижнів
  }
answer-count-each-month = <b>{ $average }</b> на місяць: { $count } за { $units ->
    [one] { $units } місяць
    [few] { $units } місяці
   *[other] { $units } місяців
  }
answer-row-of_all = Переглянуто: { $count }
answer-empty = Крім того, зовсім порожні: { $count }
answer-row-empty = З них зовсім порожні: { $count }
answer-row-orders = { $amount } на { $count ->
    [one] { $count } замовленні
   *[other] { $count } замовленнях
  }, витрати яких відомі
answer-row-age = { $name } днів ({ $count }): { $amount }
answer-row-weekend = Субота чи неділя
answer-row-workdays = День із понеділка по п'ятницю
answer-row-usual = Зазвичай: { $amount } (середина з { $count } попередніх)
answer-row-usual-count = Зазвичай: { $count }, разом { $amount }
answer-no-usual = Таких днів позаду замало, тож звичайного ще немає.
answer-row-held-on = Коли скінчилося { $day }: { $amount }
answer-ahead-lowest = Найменше дорогою: { $amount }, { $day }
answer-ahead-after = Якщо витратити { $spent }, того дня лишиться, ймовірно, { $amount }.
answer-row-counted = { $day }, { $name }: порахували, розійшлася на { $amount }
answer-row-agreed = { $day }, { $name }: порахували, зійшлася
answer-row-never_counted = У ці дні каси ніхто не рахував.
asked-privately = Відповідь – у нашому особистому чаті.
button-made-of = З чого це складається
button-turn-back = ‹ { $days }
button-turn-on = { $days } ›
button-chart-expenses = 📊 Витрати
button-chart-flow = 📊 Гроші
button-chart-debts = 📊 Борги
button-chart-margins = 📊 Маржа
button-chart-gap = 📊 Банк і CRM
button-chart-plan = 📊 План
made-of-title = З чого складається: { $what }
made-of-none = Записів за цим немає.
command-ask = запитати про облік своїми словами

## Digests
digest-card = Що надсилати вам і коли? За часом магазину; торкніться, щоб обрати.
digest-morning = Уранці, за вчора
digest-evening = Увечері, за день
digest-week = Щопонеділка, за тиждень
digest-month = Першого числа, за місяць
digest-off = ні
digest-none = Не надсилати
digest-when = { $what }: о котрій годині?
digest-morning-greeting = ☀️ Доброго ранку! Так минув учорашній день.
digest-evening-greeting = 🌙 Як минає день.
digest-week-greeting = 🗓 Підсумки тижня.
digest-month-greeting = 🗓 Підсумки місяця.

## Files of reports
button-file = Файл…
file-ask = Яким файлом?
file-what = Що
file-amount = Сума
file-note = Примітка
file-day = День
file-on-hand = У наявності
file-name = Хто
file-count = Записів
file-number = №
file-account = Рахунок
file-narration = Текст
file-since = Відколи

## Chart
chart-title = Каса за день
chart-operations = { $count ->
    [one] { $count } операція
    [few] { $count } операції
   *[other] { $count } операцій
  }
chart-net = Підсумок
chart-in = Прийшло
chart-out = Пішло
chart-in-tills = У касах
chart-by-category = За категоріями
chart-tills = Каси
chart-till = Каса
chart-category = Категорія
chart-opening = На початок
chart-closing = На кінець
chart-moved = Переміщення
chart-total = Разом
chart-other = Інше
chart-others = Інші
chart-no-category = Без категорії
chart-nothing = Операцій не було
chart-currencies = Інші валюти

## The director's pictures, and the way from the CRM to the bank
picture-expenses = Витрати
picture-spent = Витрачено
picture-days-before = Попередні дні
picture-up-to = до { $amount }
picture-by-category = За категоріями; тонка смужка — попередні дні
picture-no-expenses = Витрат не було
picture-debts = Борги клієнтів
picture-debtors = { $count ->
    [one] { $count } клієнт
    [few] { $count } клієнти
   *[many] { $count } клієнтів
  }
picture-owed = Усього винні
picture-in-time = До 30 днів
picture-late = Понад 30 днів
picture-by-age = За давністю боргу
picture-age-first = До { $days } днів
picture-age = { $first }–{ $last } днів
picture-age-older = Понад { $days } днів
picture-oldest-debts = Найстаріші борги
picture-since = з { $day }
picture-no-debts = Ніхто нічого не винен
picture-margins = Маржа за замовленнями
picture-orders = { $count ->
    [one] { $count } замовлення
    [few] { $count } замовлення
   *[many] { $count } замовлень
  }
picture-costs = Витрати
picture-cost-unknown = Без собівартості
picture-percent = { $percent } %
picture-by-margin = За маржею
picture-margin-band = { $least }–{ $most } %
picture-margin-over = { $least } % і більше
picture-at-a-loss = Зі збитком
picture-bad-orders = Замовлення з маржею до 10 %
picture-order = Замовлення { $order }
picture-order-costs = продаж { $sales }, витрати { $cost }
picture-no-orders = Немає проданих замовлень із собівартістю
picture-flow = Рух грошей
picture-change = Надійшло мінус вибуло
picture-in = Надійшло
picture-out = Вибуло
picture-on-hand = Залишок на кінець
picture-curve = У касах і на рахунках
picture-flow-by-day = За днями
picture-flow-by-week = За тижнями
picture-flow-by-month = За місяцями
picture-flow-nothing = Руху грошей не було
picture-plan = Місяць і план
picture-plan-day = { $day }-й день із { $days }
picture-plan-sold = Продано
picture-plan-done = { $percent } % плану
picture-plan-planned = План
picture-plan-due = План на { $day }
picture-plan-a-day = { $days ->
    [one] Ще { $days } день по
    [few] Ще { $days } дні по
   *[other] Ще { $days } днів по
}
picture-plan-over = Понад план
picture-plan-short = Нижче плану
picture-plan-usual = Як зазвичай
picture-plan-usual-month = Звичайний місяць
picture-plan-usual-over = Більше звичного
picture-plan-usual-short = Менше звичного
picture-plan-to-reach = До плану
picture-plan-none = Плану на цей місяць ще немає: /plan
picture-plan-no-sales = План продажів на місяць не задано: /plan
picture-plan-added-up = Продажі наростаючим підсумком
picture-plan-margin = { $percent } %
picture-plan-margin-planned = { $percent } %, за планом { $planned } %
file-added-up = Наростаючим підсумком
gap-title = Банк проти CRM
gap-difference = Банк відрізняється від CRM на
gap-crm = Продано в CRM
gap-bank = Прийшло в банк
gap-steps = Від CRM до банку
gap-timing = Різниця в строках
gap-timing-note = борги, передоплати, гроші в еквайрингу
gap-fees = Комісії
gap-fees-note = утримали банки й платіжні сервіси
gap-refunds = Повернення
gap-refunds-note = повернено клієнтам
gap-cash = Готівка не в банку
gap-cash-note = узяли готівкою й не здали
gap-exchange = Обмін валют
gap-exchange-note = обміняно з іншої валюти або на неї
gap-beside = Продано повз CRM
gap-beside-note = продажі без замовлення
gap-other = Інші проводки
gap-other-note = списання та подібне
gap-unknown = Невідомо
gap-unknown-note = у банку, ще не сказано за що
gap-nothing = Не було ні продажів, ні оплат
gap-how = Напишіть, за які дні: <code>/gap</code> — сьогодні, <code>/gap вчора</code>, <code>/gap жовтень</code>

## People
stranger = Вітаю! Це каса магазину, і ми ще не знайомі. Попросіть у власника запрошення.
stranger-first = Вітаю! У цього магазину ще немає власника. Якщо це ви, надішліть код, який з'явився там, де запустили Tilly.
welcome-owner = Вітаю, { $name }! Магазин тепер ваш. Кілька запитань, і почнемо.
welcome-person = Вітаю, { $name }! Ваша роль тут: { $role }.
welcome-back = Рада бачити вас, { $name }.
invite-role = Кого запрошуєте?
invite-link = Надішліть це посилання колезі ({ $role }). Воно спрацює один раз, до { $expires }:
    { $link }
button-copy-amount = Копіювати { $amount }
button-copy-account = Копіювати рахунок …{ $tail }
button-copy-number = 📋 № { $number }
button-copy-link = Скопіювати посилання
invite-bad-unknown = Це посилання нікуди не веде. Попросіть нове.
invite-bad-expired = Це посилання застаріло. Попросіть нове.
invite-bad-used = Цим посиланням уже скористалися. Попросіть нове.
invite-already = Ви вже тут. Ваша роль: { $role }. Посилання й далі чекає на того, для кого воно.
invite-accepted = { $name } тепер у команді ({ $role }).
team-title = Команда
team-line = { $name } · { $role } · { $till }
team-line-plain = { $name } · { $role }
team-person = { $name }, { $role }. Що змінюємо?
team-role-changed = { $name } тепер { $role }.
team-removed = { $name } більше не має доступу.
team-last-owner = Магазину потрібен власник. Спершу зробіть власником когось іншого.
team-gone = Цієї людини вже немає в команді.
team-told-removed = Ви більше не в команді цього магазину. Дякуємо за роботу!
team-told-till = Тепер ваша каса – «{ $till }».
team-told-role = Ваша роль змінилася. Тепер ви { $role }.
team-till-changed = { $name } тепер відповідає за касу «{ $till }».
button-role = Роль: { $role }
button-till = Каса: { $till }
button-remove = Прибрати
role-cashier = касир
role-accountant = бухгалтер
role-director = директор
role-owner = власник
language-ask = Якою мовою говоритимемо?
language-done = Говоритимемо українською.
language-name = Українська

## Set-up
setup-language = Якою мовою говоритиме магазин?
setup-name = Як зветься магазин? Напишіть назву.
setup-currency = У яких грошах рахуєте? Натисніть або напишіть код, наприклад CZK.
setup-zone = Де магазин? Натисніть або напишіть місто.
setup-zone-london = Лондон
setup-zone-berlin = Берлін
setup-zone-warsaw = Варшава
setup-zone-kyiv = Київ
setup-tills = Скільки у вас кас?
setup-till-name = Як зветься ця каса? Зараз вона «{ $till }». Напишіть назву або пропустіть.
setup-opening = «{ $till }»: скільки там зараз готівки? Напишіть суму; якщо порожньо – 0.
setup-refused-currency = Не знаю валюти «{ $text }». Напишіть три літери, наприклад EUR.
setup-refused-zone = Не знаю «{ $text }». Напишіть більше місто поруч або пояс, наприклад Europe/Kyiv.
setup-refused-amount = «{ $text }» не схоже на суму. Напишіть цифрами, наприклад 1250.
setup-refused-currency-kept = Гроші вже записано, тож валюта лишається: { $text }.
setup-refused-tills = «{ $text }» – це не число від 1 до 5. Скільки у вас кас?
setup-refused-language = Натисніть, будь ласка, одну з мов.
setup-done = { $shop }: усе готово.
setup-try = Спробуйте: напишіть <code>кур'єр 220</code>, потім «що сьогодні?». Команду запросіть через /invite.

## Help
help-title = { $name }, ось чим можу допомогти (роль: { $role }).
help-cash = Пишіть своїми словами, що сталося з касою:
help-examples = <code>дала монтажнику 250 за виїзд</code>
    <code>продала бойлер, 12 400</code>
    <code>вчора кур'єр 220</code>
help-edit = Помилилися? Виправте повідомлення або натисніть «Скасувати».
help-ask = Питайте про облік, як запитали б колегу:
help-questions = <code>сьогодні?</code>
    <code>чому цього місяця менше?</code>
    <code>хто нам винен?</code>
help-files = Скиньте сюди виписку банку файлом: CAMT, MT940, OFX, 1С, CSV чи XLSX. Що знаю, рознесу, про решту запитаю.
help-group-results = Підсумки
help-group-cash = Каса
help-group-books = Облік
help-group-tilly = Ми з вами
help-command = /{ $command } – { $what }
command-start = почати
command-help = що я вмію
command-today = підсумок дня
command-week = підсумок тижня
command-month = підсумок місяця
command-report = підсумок за будь-які дні, словами
command-gap = банк проти CRM
command-digest = що надсилати за розкладом
command-till = скільки в касі
command-entry = запис за номером
command-order = замовлення та його проведення
command-exceptions = що в обліку потребує людини
command-alerts = про що я сама кажу керівникам
command-count = порахувати касу
command-handover = передати касу
command-cash = касова книга: по днях або файлом
command-drafts = що ще чекає на відповідь
command-deposit = здати готівку в банк, що ще в дорозі
command-advance = видати гроші під звіт
command-advances = у кого гроші під звітом
command-refunds = повернення та їхні продажі
command-memory = чого ви мене навчили
command-team = хто тут працює
command-invite = запросити людину
command-accounts = план рахунків
command-close = закрити місяць або облік по день
command-plan = план на місяць
command-restatements = дні, чий результат змінився
command-leadership = зробити цю групу чатом керівництва
command-language = обрати мову

## Accounts
accounts-title = План рахунків
accounts-line = <code>{ $code }</code> { $name }
accounts-line-closed = <code>{ $code }</code> <s>{ $name }</s>
accounts-how = Перейменувати: <code>/accounts 9331 Кур'єри</code>
    Новий код: <code>/accounts 9331 -&gt; 9339</code>
    Додати: <code>/accounts + 9340 expense Страхування</code>
    Закрити: <code>/accounts - 9340</code>
accounts-renamed = <code>{ $code }</code> тепер зветься «{ $name }».
accounts-recoded = «{ $name }» тепер має код <code>{ $code }</code>.
accounts-none = Рахунку <code>{ $code }</code> немає.
accounts-code-taken = Код <code>{ $code }</code> уже має «{ $name }».
accounts-added = Додано: <code>{ $code }</code> { $name }.
accounts-closed = Закрито: <code>{ $code }</code> { $name }.
accounts-needed = «{ $name }» лишається: магазин ним користується або на ньому є залишок.

## What the shop has taught
memory-title = Чого ви мене навчили
memory-word = «{ $word }»
memory-line = { $word } → { $meaning }
memory-way-in = гроші приходять
memory-way-out = гроші йдуть
memory-times = { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[other] { $count } разів
  }
memory-usually = зазвичай від { $least } до { $most }
memory-always = завжди { $amount }
memory-empty = Ви мене ще нічого не навчили. Коли ви відповідаєте на моє запитання або виправляєте мене, я запам'ятовую ваше слово, щоб не питати про нього знову.
button-forget = Забути { $word }

## Closing
close-left = Гаразд, нічого не закриваю.
close-no = { $day } закрити не можна: день ще не минув або вже закритий.
close-how = Не знаю таких днів. Напишіть так: <code>/close жовтень</code> або <code>/close 31.10</code>

## Groups
leadership-made = Тепер це чат керівництва. Сюди писатиму про важливе.
leadership-only-group = Напишіть /leadership у групі, яка стане чатом керівництва.

## Trouble
storage-outage = Зараз не можу зберігати. Ваше повідомлення не загубиться і запишеться саме.
update-quarantined = У повідомленні № { $number } щось мені не далося. Воно збережене, але нічого з нього не записано. Напишіть ще раз іншими словами, будь ласка.

## What was not told
missing-takings = Сьогодні ще не записано виторгу, а такого дня тижня він зазвичай є. Справді нічого не було?
missing-habit = Такого дня тижня ви зазвичай записуєте: { $what }. Сьогодні ще ні. Не було?
missing-of-month = Приблизно в ці дні місяця ви зазвичай записуєте: { $what }. Цього разу ще ні. Не було?
missing-type = Якщо було, просто напишіть.
button-none = Не було
button-mute = Про це не питати
missing-was-none = Гаразд: не було.
missing-muted = Гаразд, про «{ $what }» більше не питатиму.
missing-word-takings = виторг

## Counting the till
count-title = Рахуємо готівку: «{ $till }»
count-title-currency = Рахуємо готівку: «{ $till }», { $currency }
count-ask = Перерахуйте готівку й напишіть загальну суму або купюри:
    <code>12 450</code>
    <code>{ $example } дріб'язок 35</code>
count-ask-total = Перерахуйте готівку й напишіть загальну суму, наприклад <code>12 450</code>
button-count-notes = Відмітити купюри й монети
button-count-skip = Пропустити { $currency }
button-never-mind = Не треба
count-so-far = Поки що: <b>{ $amount }</b>
count-tap = Натискайте, скільки яких. Або натисніть на купюру й напишіть її кількість.
count-piece = { $value }×{ $number }
button-count-loose = Дріб'язок: { $amount }
button-count-done = Готово: { $amount }
count-ask-number = Скільки там по { $amount }? Напишіть кількість.
count-ask-loose = Скільки там дріб'язку? Напишіть суму.
count-no-such-note = Номіналу { $value } у { $currency } немає. Перевірте цю цифру й напишіть підрахунок ще раз, будь ласка.
count-other-money = Зараз рахуємо { $currency }. Напишіть, будь ласка, скільки саме їх.
count-sure = Ви нарахували <b>{ $amount }</b>. Сума правильна?
button-count-sure = Так, саме стільки
button-count-again = Перерахувати
count-counted = «{ $till }», нараховано: <b>{ $amount }</b>
count-short = Це на <b>{ $amount }</b> менше, ніж за записами.
count-over = Це на <b>{ $amount }</b> більше, ніж за записами.
count-moved = Тим часом з'явився новий запис, тож я звірила ще раз.
count-hints = Останні записи за сьогодні:
button-count-forgot = Щось не записано
button-count-book-short = Записати нестачу
button-count-book-over = Записати надлишок
count-forgot = Напишіть, чого бракує, як завжди. Потім звіримо ще раз.
button-count-compare = Звірити ще раз
count-why-short = Чому в касі бракує { $amount }? Натисніть або напишіть.
count-why-over = Чому в касі зайві { $amount }? Натисніть або напишіть.
count-reason-change = помилилися з рештою
count-reason-entry = щось не записали
count-reason-unknown = невідомо
count-agrees = «{ $till }» сходиться: <b>{ $amount }</b>
count-booked-short = Записала нестачу <b>{ $amount }</b>: «{ $reason }». Залишок «{ $till }»: { $balance }.
count-booked-over = Записала надлишок <b>{ $amount }</b>: «{ $reason }». Залишок «{ $till }»: { $balance }.
count-skipped = { $currency } не рахуємо.
count-dropped = Гаразд, підрахунок завершено.
count-left = Підрахунок «{ $till }» давно не завершено, тож я його закрила. Нічого не записано; почати новий: /count
count-told-changed = { $name } виправляє те, що записано за підрахунком каси:
count-told-undone = { $name } скасовує те, що записано за підрахунком каси:
count-by = { $name }, { $at }
count-told-short = «{ $till }»: нестача <b>{ $amount }</b>. { $name }: нараховано { $counted }, за записами { $expected }. Причина: «{ $reason }».
count-told-over = «{ $till }»: надлишок <b>{ $amount }</b>. { $name }: нараховано { $counted }, за записами { $expected }. Причина: «{ $reason }».
count-told-giver = Касу рахували під час приймання ({ $name }); за різницю відповідає { $giver }.
count-told-left-short = «{ $till }»: { $name }, нараховано { $counted } – на <b>{ $amount }</b> менше, ніж за записами; підрахунок на цьому залишено.
count-told-left-over = «{ $till }»: { $name }, нараховано { $counted } – на <b>{ $amount }</b> більше, ніж за записами; підрахунок на цьому залишено.
count-amount = { $amount }
count-last-title = Останні підрахунки
count-last = «{ $till }»: { $at }, { $name }
count-last-never = «{ $till }»: ще не рахували
count-result-agrees = { $amount }, сходиться
count-result-short = { $counted }, нестача { $amount }
count-result-over = { $counted }, надлишок { $amount }
count-history-title = Підрахунки: «{ $till }»
count-history-line = { $at } · { $name } · { $result }
count-history-empty = Тут ще нічого не рахували.
count-standing = { $name }: { $count ->
    [one] { $count } підрахунок
    [few] { $count } підрахунки
   *[other] { $count } підрахунків
  }, не зійшлося: { $off } · нестачі { $short } · надлишки { $over }
button-count-mine = Порахувати мою касу
button-count-history = Підрахунки: { $till }

## Handing the till over
handover-whom = Кому передаєте касу «{ $till }»?
handover-ask-giver = Зараз вам ніхто не передає касу. Попросіть того, хто її має, надіслати мені /handover, і я вас запитаю.
handover-nobody = Касу «{ $till }» нема кому прийняти. Попросіть власника когось запросити.
handover-waits = { $name } має підтвердити, що приймає касу «{ $till }»: <b>{ $balances }</b>. Я повідомлю.
handover-waits-count = { $name } рахує касу «{ $till }», перш ніж прийняти. Я повідомлю.
handover-offer = { $name } передає вам касу «{ $till }»: <b>{ $balances }</b>. Усе правильно?
handover-moved = Тим часом з'явився новий запис, тож сума тепер інша.
button-handover-take = Так, приймаю
button-handover-count = Спершу порахую
handover-taken = Тепер ваша каса – «{ $till }»: <b>{ $balances }</b>.
handover-told-taken = { $name } тепер відповідає за касу «{ $till }»: <b>{ $balances }</b>.
handover-told-short = Нестачу { $amount } записано на вас.
handover-told-over = Надлишок { $amount } записано на вас.
handover-counting = Порахуйте касу «{ $till }», і вона ваша.
handover-kept = Гаразд, каса «{ $till }» лишається за вами.
handover-told-kept = Передачу скасовано: за касу «{ $till }» і далі відповідає { $name }.
handover-is-over = Ця передача вже не діє: за касу «{ $till }» відповідає { $name }.
handover-busy = Касу «{ $till }» вже передають: { $giver } → { $taker }.

## Receipts
receipt-which = До якого запису це?
receipt-no-statement = Якщо це виписка банку: з PDF чи картинки я її не прочитаю. Вивантажте її як CAMT, MT940, OFX, 1C, CSV або XLSX.
button-receipt-words = Немає в списку: напишу, що це
receipt-type = Гаразд: напишіть, що це було, і чек буде з цим записом.
receipt-kept = Чек збережено. Він буде з тим, що ви там розповісте.
receipt-kept-with = Чек додано до:
receipt-shown = { $name }
receipt-not-here = Цього чека ще немає в мене, або Telegram його вже не має.
button-receipt = Чек { $number }
receipt-same = Це той самий чек, що й від { $day }
receipt-same-with = Це той самий чек, що вже є тут:
receipt-sent-twice = { $name } надсилає чек, який уже був.
receipt-too-large = Цей файл більший за { $megabytes } МБ, тож зберегти його не можу. Надішліть, будь ласка, менший або фото.
receipt-lost = Не вдалося забрати ваш чек із Telegram. Надішліть його, будь ласка, ще раз.
cash-line-receipts = { $count ->
    [one] { $count } чек
    [few] { $count } чеки
   *[other] { $count } чеків
  }

## The cash book
book-page = { $day } ({ $page }/{ $pages })
book-days = { $first } – { $last }
book-opening = { $till }, на початок: { $balance }
book-totals = { $till }: прийшло { $cash_in }, пішло { $cash_out }
book-closing = { $till }, на кінець: <b>{ $balance }</b>
book-in = № { $number } <b>+{ $amount }</b>
book-out = № { $number } <b>−{ $amount }</b>
book-empty = Того дня готівка не рухалася.
book-entries = { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
  }
book-as-table = Таблицею
book-as-text = Текстом
book-column-number = №
book-column-sum = Сума
book-column-what = За що
book-column-balance = Залишок
group-today-elsewhere = Про день я розповідаю в чаті керівництва або вам особисто: напишіть мені в приват.
group-elsewhere = У групі я відповідаю на /today, /week, /month і /ask, і лише в групі керівників. Решту пишіть мені в нашому чаті.
book-grid-opening = { $till }, на початок: { $balance }
book-grid-closing = { $till }, на кінець: { $balance }
book-how = Не знаю таких днів. Напишіть так: <code>/cash 05.11</code>, <code>/cash xlsx 01.11-15.11</code>, <code>/cash csv жовтень</code>
book-how-file = У чаті показую по одному дню. Кілька днів дам файлом: <code>/cash xlsx 01.11-15.11</code>
book-too-long = Це понад { $count } рядків, для одного файлу забагато. Візьміть, будь ласка, менше днів.
book-file = касова-книга
book-date = Дата
book-number = №
book-balance = Залишок
book-currency = Валюта
book-account = Рахунок
book-counterparty = Хто
book-order = Замовлення
book-narration = Сказано
book-told-by = Хто сказав
book-remarks = Примітки
book-reversed-by = скасовано записом № { $number }
book-reverses = скасовує № { $number }
book-replaces = замість № { $number }
book-belongs-on = належить до { $date }
button-all-tills = Усі каси
entry-told-by = Від кого: { $name }, { $moment }
entry-decided-by = Записано так: { $name }, { $moment }
entry-replaces = Замість № { $number }
entry-reverses = Скасовує № { $number }
entry-reversed-by = Скасовано записом № { $number }
entry-comment = <i>{ $name }:</i> { $text }
button-split = Розділити
button-comment = Коментар
split-ask = Що з цього за інше? Напишіть частини: «300 пальне, 200 паркування». Або лише суму, а я запитаю, на що вона. Решта лишиться як «{ $category }».
split-too-much = Частини разом дають { $parts }, а все – { $whole }. Напишіть ще раз, будь ласка.
split-currency = Усе разом – { $whole }; частини можуть бути лише в тих самих грошах. Напишіть ще раз, будь ласка.
split-category = Не бачу, на що { $amount }. Напишіть іншими словами або саму суму.
split-direction = «{ $category }» так не буває: гроші йдуть в інший бік. Напишіть частини ще раз, будь ласка.
split-same = Так уже й записано. Назвіть для частини іншу категорію.
split-too-many = Більш як десять частин – забагато для одного запису.
split-no-cash = Цей запис не ділиться: у нього немає категорії.
split-limit = Частина більша, ніж ви можете видати без дозволу. Скасуйте цей запис і напишіть видачу окремо – тоді я попрошу дозволу.
comment-ask = Що хочете про це сказати? Напишіть, воно лишиться при записі.
comment-kept = Зберегла при записі.
comment-left = Гаразд, нічого не додаю.

## What others are told
told-changed = { $name } виправляє те, що ви мені сказали:
told-undone = { $name } скасовує те, що ви мені сказали:
told-comment = { $name } пише про ваш запис:
told-settled = На моє запитання про «{ $text }» відповідає { $name }. Тепер це записано:
told-dropped = { $name } не бере до обліку те, що ви написали: «{ $text }». З нього нічого не записано.
told-reason = Причина: { $text }

## What waits for an answer
ask-again = Це ще чекає на вас:
draft-words = <i>«{ $text }»</i>
drafts-title = { $count ->
    [one] Чекає { $count } справа
    [few] Чекають { $count } справи
   *[other] Чекає { $count } справ
  }
drafts-young = Понад годину нічого не чекає. { $count ->
    [one] { $count } запитання щойно поставлено, відповіді ще немає.
    [few] { $count } запитання щойно поставлено, відповідей ще немає.
   *[other] { $count } запитань щойно поставлено, відповідей ще немає.
}
drafts-none = Нічого не чекає: на всі запитання є відповідь.
drafts-line = { $place }. { $name }, { $moment }: «{ $text }»
drafts-proposal = { $place }. { $name }, { $moment }, просить змінити:
button-settle = Вирішити { $place }
button-leave-out = Не брати { $place }
button-decide = Глянути { $place }
button-leave-open = Хай чекає
draft-why = Чому не брати? Натисніть або напишіть причину, я передам.
draft-left-out = Не беремо. { $name } знатиме причину: { $reason }
draft-left-open = Гаразд, хай чекає.
drop-reason-twice = вже записано
drop-reason-not-cash = не про касу
drop-reason-unknown = ніхто не знає, що це було

## Changes after the books are closed
proposal-asked = Облік за той день закрито (по { $day } включно). Я запитала бухгалтера й скажу вам.
proposal-asked-decided = Відтоді це вже виправляли ({ $name }). Я запитала бухгалтера й скажу вам.
proposal-closed = { $name } просить змінити запис закритого дня:
proposal-decided = { $name } просить змінити те, що відтоді вже виправили:
proposal-should-say = Має бути так:
proposal-take-back = Його треба скасувати.
proposal-settled = <b>{ $text }</b>
proposal-is-booked = Записано: { $name }, { $moment }
proposal-is-left = Лишено як є: { $name }, { $moment }
proposal-is-replaced = { $name } просить уже про інше, { $moment }
proposal-overtaken = Тим часом запис уже виправили інакше. Нічого не записую.
proposal-above-limit = Це більша видача, ніж { $asker } може зробити без дозволу. Записати може: { $names }. Я вже запитала.
proposal-above-limit-nobody = Це більша видача, ніж { $asker } може зробити без дозволу, а дозволити її нікому. Поки що запис лишається як є.
proposal-told-booked = Про що ви просили, сьогодні записано ({ $name }):
proposal-told-left = Запис лишається як є – так вирішує { $name }:
button-book-today = Записати сьогодні

## Limits and approvals of payouts
command-approvals = виплати, що чекають дозволу
command-limits = ліміти виплат
limits-title = Скільки можна видати без дозволу
limits-line = { $role }: за раз { $payout }, за день { $daily }
limits-line-none = { $role }: без ліміту ({ $currency })
limits-none = без ліміту
limits-hint = Більша виплата чекає, доки її дозволить хтось інший. Здача в банк і переміщення між касами не обмежені, як і валюта, для якої тут немає ліміту. Натисніть роль або напишіть: <code>/limits касир 5000 20000</code> (за раз, за день; «-» – без ліміту).
limits-how = Напишіть так: <code>/limits касир 5000 20000</code> – роль, за раз, за день. «-» – без ліміту; для іншої валюти додайте її код: <code>/limits касир 100 500 EUR</code>
limits-own = Ліміти директора і власника встановлює лише власник.
limits-set = Готово. Відтепер:
limits-told = { $name } змінює ліміт виплат.
limits-ask-payout = { $role }: скільки можна видати за раз без дозволу? Напишіть суму.
limits-ask-day = { $role }: скільки можна видати за день без дозволу? Напишіть суму.
limits-button-payout = За раз
limits-button-day = За день
limits-lift-payout = Зняти ліміт за раз
limits-lift-day = Зняти ліміт за день
approval-waits = <b>Чекає дозволу</b>, ще не записано:
approval-above-payout = Ваш ліміт – { $amount } за раз.
approval-above-day = Ваш ліміт – { $amount } за день, а видано вже { $balance }.
approval-asked = Чекаю рішення: { $names }. Якщо ніхто не вирішить до { $expires }, запит втратить силу.
approval-nobody = Крім вас, дозволити нікому. Власник може зняти ліміт (/limits) або запросити ще когось (/invite). Запит чекає до { $expires }.
approval-title = { $name } просить видати <b>{ $amount }</b> · { $category }
approval-words = «{ $text }»
approval-before = замість № { $number }, { $amount }
approval-sale = за продаж № { $number } від { $day }
approval-paid = { $name }, видано за { $day }: { $amount }
approval-deputy = Вирішити може й { $name }.
approval-to-account = під звіт
approval-until = Чекає до { $expires }
approval-not-yours = Вирішувати це вже не вам.
approval-approved = Дозвіл: { $name }, { $at }
approval-refused = Відмова: { $name }, { $at }
approval-expired = Ніхто не вирішив: { $at }
approval-withdrawn = Відкликано: { $at }
approval-because-by_asker = Це вже не потрібно.
approval-because-not_cash = Це було не про касу.
approval-because-replaced = У повідомленні тепер інше.
approval-because-overtaken = Запис, який мав змінитися, тим часом уже інший.
approval-taken-back = Гаразд, запит відкликано. Нічого не записую.
approval-reason = Причина: { $reason }
approval-no-too_much = забагато
approval-no-not_agreed = зі мною не узгоджено
approval-no-no_papers = немає документів
approval-ask-reason = Чому ні? Натисніть або напишіть причину.
approval-ask-question = Про що запитати? Напишіть, і я передам ({ $name }).
approval-ask-deputy = Хто ще може це вирішити?
approval-deputy-button = { $name }, { $role }
approval-passed-on = { $name } просить вас вирішити щодо виплати. Дозвольте її або відмовте:
approval-by-tap = Вирішує лише кнопка: дозвольте нижче або відмовте з причиною.
approval-question = { $name } питає: «{ $text }»
    Напишіть відповідь.
approval-question-sent = { $name } отримає ваше запитання. Виплата чекає далі:
approval-answer = { $name } відповідає: «{ $text }»
approval-answer-sent = { $name } отримає вашу відповідь.
approval-type-answer = Напишіть відповідь.
approval-told-lapsed = Ніхто не вирішив вчасно, тож запит втратив силу і нічого не записано. Якщо ще потрібно, напишіть наново.
approval-told-lapsed-other = Запит ({ $name }) втратив силу: ніхто не вирішив вчасно.
approvals-title = Чекають дозволу
approvals-until = { $name }, до { $expires }
approvals-none = Нічого не чекає.
approvals-settled = Вирішено нещодавно
approvals-of = { $name }
approvals-button = { $amount } · { $name }
button-approve = Дозволити
button-refuse = Відмовити
button-ask = Запитати
button-delegate = Передати
button-withdraw = Відкликати
button-answer = Відповісти
answer-given = ✅ Ви відповіли ({ $name }): «{ $text }»

## Tills
till-in = +{ $amount }
till-out = −{ $amount }
till-line = <b>{ $amounts }</b> · { $what } · № { $number }
till-line-off = <s>{ $amounts } · { $what } · № { $number }</s>
till-found = «{ $asked }», спершу найновіше:
till-nothing-found = Про «{ $asked }» нічого не знайшла.
till-nothing-yet = Тут про «{ $asked }» нічого немає.
till-nothing-that-day = У цій касі руху не було.
till-looked-back = Переглянула записи аж до № { $number }.
till-how = Щось шукаєте? <code>/till кур'єр</code>, <code>/till 250</code>, <code>/till 11.11</code>
till-and-more = … і ще { $count }
till-opened = Касу «{ $till }» відкрито, рахунок { $code }. Хто за неї відповідає, скажіть у /team.
till-opened-again = Каса «{ $till }» знову відкрита, рахунок { $code }. Хто за неї відповідає, скажіть у /team.
till-closed = Касу «{ $till }» закрито. Її записи лишаються в обліку.
till-name-taken = Каса «{ $till }» вже є. Оберіть, будь ласка, іншу назву.
till-too-many = Кас уже стільки, скільки я можу розрізнити. Закрийте непотрібну: <code>/till - Назва</code>
till-unknown = Відкритої каси «{ $till }» немає. Усі каси покаже /till.
till-not-empty = У касі «{ $till }» ще є гроші. Спершу передайте їх в іншу касу.
till-awaited = З каси «{ $till }» або до неї ще йдуть гроші. Коли дійдуть, касу можна буде закрити.
till-last = «{ $till }» – єдина каса, тож вона лишається відкритою.
button-newer = ← Новіші
button-newest = ← Найновіші
button-older = Давніші →
button-further = Шукати далі →
transfer-ask = { $sender } передає <b>{ $amount }</b> з каси «{ $source }» до каси «{ $till }». Отримали?
transfer-ask-again = Ще в дорозі:
transfer-was-sent = { $sender } передає <b>{ $amount }</b> з каси «{ $source }» до каси «{ $till }».
transfer-part-of = <b>{ $amount }</b> з тих { $whole }, які передає { $sender } з каси «{ $source }» до каси «{ $till }».
transfer-part-ask = Отримали?
transfer-somewhere = інша
transfer-decided-received = Отримано: { $name }, { $at }.
transfer-decided-refused = { $name } каже, що гроші не надійшли: { $at }. Вони досі в дорозі.
transfer-decided-withdrawn = Скасовано: { $name }, { $at }. Нічого чекати не треба.
transfer-decided-returned = Знову в касі «{ $source }»: { $name }, { $at }.
transfer-decided-short = Записано як нестачу: { $name }, { $at }.
transfer-which = До якої каси йдуть { $amount }?
transfer-line-sent = У дорозі: { $amount }, «{ $source }» → «{ $till }», { $sender }, з { $at }
transfer-line-refused = Не надійшло: { $amount }, «{ $source }» → «{ $till }», { $sender }, відповідь { $at }
transfer-line-received = Отримано: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-withdrawn = Скасовано: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-returned = Повернуто: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-short = Нестача: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-told-asked = Чекаю відповіді ({ $names }): чи надійшли { $amount } до каси «{ $till }».
transfer-told-received = { $name } підтверджує: { $amount } від вас надійшли до каси «{ $till }».
transfer-told-settled = Це ті { $amount }, що передає { $sender } з каси «{ $source }». Тепер вони дійшли.
transfer-told-refused = { $name } каже, що { $amount } від вас до каси «{ $till }» не надійшли. Вони досі в дорозі: з'ясуйте, будь ласка, де вони.
transfer-told-directors = { $name } каже, що { $amount } з каси «{ $source }» не надійшли до каси «{ $till }». Передача від: { $sender }.
transfer-told-reopened = { $name } скасовує отримання: { $amount } для каси «{ $till }» знову в дорозі.
transfer-told-settled-part = Це { $came } з тих { $whole }, які передає { $sender } з каси «{ $source }».
transfer-told-part = { $name } підтверджує { $came } із { $whole } від вас до каси «{ $till }». Ще <b>{ $amount }</b> не надійшли: вони досі в дорозі, з'ясуйте, будь ласка, де вони.
transfer-told-part-directors = { $name } підтверджує { $came } із { $whole }, які передає { $sender } з каси «{ $source }» до каси «{ $till }». Ще <b>{ $amount }</b> не надійшли: вони досі в дорозі.
transfer-told-returned = { $name } каже, що { $amount } для каси «{ $till }» знову в касі «{ $source }».
transfer-told-short = { $name } записує як нестачу { $amount }, які з каси «{ $source }» до каси «{ $till }» так і не надійшли.
transfer-told-unbooked = { $name } скасовує нестачу { $amount }: гроші з каси «{ $source }» до каси «{ $till }» знову в дорозі.
transfer-how-much = Скільки з { $amount } надійшло? Напишіть, скільки у вас є.
transfer-too-much = Передали лише { $amount }, не більше. Скільки з них у вас є?
transfer-kept-received = { $amount } уже отримано ({ $name }), тож запис не змінити. Якщо гроші все ж не надійшли, спершу скасуйте їх надходження, № { $number }.
transfer-kept-returned = { $amount } вже знову в касі, тож запис не змінити. Якщо це не так, спершу скасуйте № { $number }.
transfer-kept-short = { $amount } записано як нестачу ({ $name }), тож запис не змінити. Спершу треба скасувати нестачу, № { $number }.
button-got-it = Отримано
button-not-so = Не надійшло
button-found = Усе ж надійшло
button-part-came = Надійшла частина
button-back-in-till = Знову в касі
button-write-off = Записати нестачу
button-was-found = Гроші знайшлися
button-transfer-open = { $amount }: що далі?
button-got-amount = Отримано { $amount }
deposit-slip = Дайте відповідь на це повідомлення фотографією квитанції.
deposit-title = У дорозі до банку
deposit-line = { $left } · { $till } · { $days ->
    [0] сьогодні
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
  } · № { $number }
deposit-line-part = { $left } із { $amount } · { $till } · { $days ->
    [0] сьогодні
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
  } · № { $number }
deposit-total = Разом: <b>{ $amount }</b>
deposit-late-hint = ⚠️ у дорозі понад { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
  }: запитайте в банку.
deposit-none = До банку зараз нічого не йде.
deposit-how = Здаєте готівку в банк? <code>/deposit 15000</code>
deposit-above-zero = Здати можна лише суму більшу за нуль. Скільки везете в банк? <code>/deposit 15000</code>

## Money to account for
advance-how = Кому, скільки й на що? Ось так: <code>/advance Петро 2000 матеріали</code>
advance-ask-who = { $amount ->
    [none] Хто бере гроші? Напишіть ім'я.
   *[other] { $amount } під звіт: хто бере? Напишіть ім'я.
  }
advance-ask-what = { $amount ->
    [none] На що ці гроші? Чеки потім можуть бути й на інше.
   *[other] { $amount } під звіт: на що? Чеки потім можуть бути й на інше.
  }
advance-holds = { $name }: під звітом { $amount }
advance-owed = { $name }: магазин винен { $amount }, витрачено більше, ніж видано
advance-even = { $name }: за все відзвітовано
advance-back = Повернуто з підзвітних ({ $name })
advance-since = з { $day }, { $count ->
    [0] сьогодні
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
  }
advance-open = { $day } · { $amount } · { $category } · № { $number } · { $count ->
    [0] сьогодні
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
  }
advance-reminded = Нагадую особисто: { $name }.
advance-changed = Тим часом тут щось змінилося, тож я нічого не робила. Зараз так:
advance-ask-receipts = { $name }: на що витрачено? Напишіть, наприклад: 1800 матеріали, 150 пальне
advance-ask-change = { $name }: скільки повернуто? Напишіть суму.
advance-ask-team = { $name } – це хто з команди? Нагадуватиму особисто.
advance-too-much = { $amount } – це більше, ніж лишилося під звітом. Напишіть, скільки з цього повернуто; інші гроші – звичайним повідомленням, будь ласка.
advance-more-than-held = { $name }: разом виходить { $amount }, а під звітом { $held }. Перевірте суми або внесіть чеки й решту окремо.
receipts-anew = Чеки виправляють так: скасуйте запис і напишіть про них ще раз.
advance-accounted = Відзвітовано ({ $name }):
advance-part = { $amount } · { $category } · № { $number }
advance-came-back = Повернулося в касу: { $amount } · № { $number }
advance-paid = Повернуто з каси: { $amount } · № { $number }
advances-title = Гроші під звітом
advances-none = Під звітом ні в кого нічого немає. Видати можна так: <code>/advance Петро 2000 матеріали</code>
advances-total = Разом: { $amount }
advances-remind-own = У вас ще є гроші під звітом. Скажіть тому, хто їх видав, на що витратили, або поверніть решту:
advances-remind-given = За це ще не відзвітовано. Чеки й решту внесіть у /advances:
button-advance-turn = Під звіт
button-advance-ordinary = Звичайний запис
button-advance-show = Що ще під звітом
button-advance-receipts = Чеки: витрачено…
button-advance-change = Повернуто решту
button-advance-all = Витрачено все
button-advance-pay = Віддати з каси
button-advance-team = Хто це з команди?
button-advance-nobody = Ніхто з команди
spending-ask-whose = { $name }: витрачено { $amount }, а під звітом { $held }. Звідки ці гроші?
spending-ask-category = { $amount }: на що?
spending-ask-own = { $name }: витрачено { $amount }, а було лише { $held }. Решта, { $over }, – власні гроші?
button-spending-advance = З підзвітних
button-spending-till = Зараз із каси
button-spending-own-paid = Так, віддати { $amount } з каси
button-spending-own-owed = Так, магазин винен
button-spending-drop = Ні, це помилка

## Refunds
refund-for = за продаж № { $number } від { $day } ({ $why })
refund-no-sale = без продажу
refund-broken = продаж № { $number }, його відтоді скасовано
refund-over = ⚠️ На { $amount } більше за продаж
refund-own = ⚠️ Продала й повернула та сама людина
refund-because-order = те саме замовлення
refund-because-name_and_amount = те саме ім'я й сума
refund-because-name = те саме ім'я
refund-because-amount = та сама сума
refund-because-told = за вашими словами
refund-ask = Повернення { $amount }: за який продаж?
refund-ask-none = Повернення { $amount }: не знаходжу такого продажу. Може, він був ще до мене?
refund-candidate = № { $number } · { $day } · { $amount } · { $why } { $who }
refund-left = лишилося { $amount }
refund-asked-from = Гаразд: питатиму про продаж лише від { $amount }. Змінити можна в /refunds.
refund-asked-always = Гаразд: питатиму про продаж за кожного неясного повернення.
refunds-title = Повернення за 30 днів
refunds-none = За останні 30 днів повернень не було.
refunds-line = № { $number } · { $day } · <b>{ $amount }</b>
refunds-total = Разом: { $amount }
button-refund-sale = № { $number } · { $day } · { $amount }
button-refund-without = Без продажу
button-refund-wrong = Сума не та
button-refund-ask-from = Не питати до { $amount }
button-refund-ask-always = Завжди питати про продаж

## Voice notes
voice-off = Голосових я тут не слухаю. Напишіть кількома словами, будь ласка.
voice-too-long = Це довше за { $seconds } секунд, стільки я не слухаю. Напишіть кількома словами, будь ласка.
voice-too-large = Цей файл більший за { $megabytes } МБ, такий я не прослухаю. Напишіть кількома словами, будь ласка.
voice-failed = Зараз мені не вдалося це прослухати. Напишіть кількома словами, будь ласка.
voice-silent = Слів я тут не почула. Напишіть кількома словами, будь ласка.
voice-heard = Я почула: «{ $text }»
voice-type-it = Нічого не змінено: виправлення та відповіді на запитання приймаю лише написаними. Напишіть, будь ласка; торкніться почутого вище, щоб скопіювати.
voice-heard-to-copy = Я почула: <code>{ $text }</code>

## Another program with the same bot

rival-bot = Повідомлення до мене перехоплює ще якась програма, тож дещо з написаного може не потрапити в записи. Попросіть її зупинити: що робити, підкаже <code>tilly doctor</code>. Потім гляньте в /today, чого бракує, і напишіть це ще раз.

## Bank statements
bank-file-head = 🏦 <b>{ $account }</b>
bank-file-opened = { $number ->
    [none] Новий рахунок; номера у файлі немає.
   *[other] Новий рахунок, { $number }.
    }
bank-rename = Інша назва: <code>/accounts { $code } { $name }</code>
balance-opening-unknown = ⚠️ Жодна виписка не каже, з чого почався цей рахунок; за залишком банку — з { $amount }.
balance-opening-stands = Починається з { $amount } зі слів { $name }: виписки про це немає.
balance-gap-stands = { $amount } до { $day } — зі слів { $name }, без виписки.
balance-released = 📌 Ці дні все-таки прийшли: { $amount }, прийняті без виписки, знято.
balance-reopened = ↩️ Скасовано: { $amount } знову чекає на виписку.
balance-awaited = Добре. Надішліть файл, коли матимете; нагадаю { $day }.
balance-settled = Це вже вирішено.
bank-file-closing-agrees = { $closing } ✅ сходиться з обліком
button-balance-accept-opening = Почати з { $amount }
button-balance-accept-gap = Прийняти { $amount } як є
button-balance-send-opening = Надішлю давніші виписки
button-balance-send-gap = Надішлю пропущені дні
button-balance-reopen = Зняти { $amount }
exception-was-accepted = { $day } { $name }: залишок банку прийнято як є
cause-opening_above = жодна виписка не каже, з чого почався рахунок; в обліку більше
cause-opening_below = жодна виписка не каже, з чого почався рахунок; в обліку менше
step-accept_opening = почати із залишку банку або принести давнішу виписку
bank-file-days = { $first } – { $last }
bank-file-lines = { $new ->
    [0] нічого нового
    [one] { $new } новий рядок
    [few] { $new } нові рядки
   *[other] { $new } нових рядків
 }{ $known ->
    [0] {""}
   *[other] , вже були: { $known }
 }{ $changed ->
    [0] {""}
   *[other] , банк змінив: { $changed }
 }
bank-file-pending = { $count ->
    [one] { $count } рядок банк ще не провів: він чекає.
    [few] { $count } рядки банк ще не провів: вони чекають.
   *[other] { $count } рядків банк ще не провів: вони чекають.
 }
bank-file-spoiled = ⚠️ { $count ->
    [one] { $count } рядок не читається. Він збережений, але не в обліку: { $reason }
    [few] { $count } рядки не читаються. Вони збережені, але не в обліку. Перший: { $reason }
   *[other] { $count } рядків не читаються. Вони збережені, але не в обліку. Перший: { $reason }
 }
bank-file-agrees = { $opening } → { $closing } ✅ сходиться з обліком
bank-opening-moved = 📌 Облік цього рахунку тепер починається з { $now }, а не з { $before }: так виходить за випискою банку.
bank-file-apart = ⚠️ У банку { $closing }, в обліку { $books }: різниця { $difference }.
bank-file-closing = У банку { $closing }.
bank-file-no-balance = Залишку, з яким порівняти, у файлі немає.
bank-file-own = ⚠️ Рядки файлу не сходяться з його ж залишками: бракує { $difference }.
bank-file-gap = ⚠️ Між { $first } і { $last } чогось бракує: { $missing }. Надішліть, будь ласка, виписку за ці дні.
bank-file-more = { $count ->
    [one] І ще { $count } виписка, де все сходиться.
    [few] І ще { $count } виписки, де все сходиться.
   *[other] І ще { $count } виписок, де все сходиться.
 }
bank-file-which = За яким рахунком виписка «{ $name }»?
bank-file-number = У файлі: { $number }
bank-file-sample = { $day } · { $amount } · { $purpose }
bank-file-of = { $account }: добре, читаю.
button-new-bank-account = Новий рахунок
bank-file-empty = У цьому файлі нічого немає.
bank-file-unknown = Такого файлу я не знаю. Вивантажте виписку в CAMT, MT940, OFX, 1С, CSV або XLSX. Якщо це чек, надішліть його у відповідь на запис.
bank-file-encoding = Літери в цьому файлі зіпсовані. Вивантажте його ще раз, якщо банк питає, то в UTF-8.
bank-file-truncated = Файл обривається посередині. Завантажте його ще раз; нічого не змінено.
bank-file-damaged = Файл пошкоджений. Завантажте його ще раз; нічого не змінено.
bank-file-locked = Файл захищений паролем. Збережіть його без пароля й надішліть знову.
bank-file-bomb = Цей файл розпаковується в щось надто велике. Не чіпаю його.
bank-file-no-statement = Банківської виписки в цьому файлі немає. Якщо це чек, надішліть його у відповідь на запис.
bank-file-columns = Стовпців цієї таблиці я ще не розумію. Спробуйте інший формат: CAMT, MT940, OFX, 1С.
bank-file-too-large = Файл більший за { $megabytes } МБ, для мене це забагато. Вивантажте менше днів за раз.
bank-file-lost = Не вдалося отримати файл із Telegram. Надішліть його ще раз, будь ласка.
command-banks = банківські рахунки: залишок, свіжість, прогалини
banks-balance = В обліку: { $balance }
banks-silent = За цим рахунком ще нічого не надходило.
banks-stale = ⏳ Останнє, що знаю, за { $day }: { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
} тому. Надішліть новішу виписку, будь ласка.
banks-fresh = Останнє, що знаю, за { $day }
banks-none = Ще не знаю жодного рахунку. Надішліть виписку такою, як її дає банк: CAMT, MT940, OFX, 1С, CSV або XLSX.
banks-read = Прочитано в самому банку, по { $at }.
banks-apart = ⚠️ Банк каже { $told }: різниця з обліком { $difference }.
bank-name = { $bank ->
    [monobank] monobank
    [privatbank] ПриватБанк
    [gocardless] GoCardless
    [wise] Wise
   *[other] { $bank }
  }
bank-not-read-yet = { $bank }: під'єднано, ще нічого не прочитано.
bank-in-trouble = ⚠️ { $bank }: { $reason }
bank-silent-hours = ⚠️ { $bank } мовчить { $hours } год: { $reason }
bank-silent-days = ⚠️ { $bank } мовчить { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
}: { $reason }
bank-consent-ends = ⏰ { $days ->
    [0] Згода для { $bank } закінчується сьогодні.
    [one] Згода для { $bank } закінчується { $day }, за { $days } день.
    [few] Згода для { $bank } закінчується { $day }, за { $days } дні.
   *[other] Згода для { $bank } закінчується { $day }, за { $days } днів.
  } Дайте її ще раз і передайте новий requisition тому, хто мене запускає (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-refused = { $bank ->
    [monobank] токен не приймають. Зробіть новий на api.monobank.ua і передайте тому, хто мене запускає (TILLY_BANK_MONOBANK).
    [privatbank] токен не приймають. Зробіть новий у Приват24 для бізнесу, розділ «Автоклієнт», і передайте тому, хто мене запускає (TILLY_BANK_PRIVATBANK).
    [wise] токен не приймають. Зробіть новий на wise.com, Settings, API tokens, і передайте тому, хто мене запускає (TILLY_BANK_WISE).
   *[other] ключ не приймають. Зробіть новий у банку й передайте тому, хто мене запускає.
  }
bank-trouble-rights = ключ відкриває замало: хай той, хто його створив, дозволить бачити всі рахунки.
bank-trouble-consent = згода банку закінчилась або її не було. Дайте її ще раз і передайте новий requisition тому, хто мене запускає (TILLY_BANK_GOCARDLESS_AGREEMENTS).
bank-trouble-signature = банк просить другого підтвердження. Додайте відкритий ключ у профіль Wise, а закритий покладіть там, де я працюю (TILLY_BANK_WISE_KEY).
bank-trouble-limited = забагато запитів як на нього. Продовжу { $at }.
bank-trouble-not-ready = закриває свій операційний день. Продовжу { $at }.
bank-trouble-down = не відповідає. Продовжу { $at }.
bank-trouble-garbled = відповідь не читається, тож нічого з неї не взято. Продовжу { $at }.
bank-trouble-unknown = відмовляє, а чому, не знаю; докладніше в журналі. Продовжу { $at }.

command-review = рядки виписки, які чекають вашого слова
bank-file-sorted = { $filed ->
    [0] {""}
    [one] { $filed } рядок рознісся сам.
    [few] { $filed } рядки рознеслися самі.
   *[other] { $filed } рядків рознеслися самі.
 }{ $left ->
    [0] {""}
   *[other] {" "}Чекають на пару: { $left }.
 }{ $open ->
    [0] {" "}Робити нічого не треба.
   *[other] {" "}Для вас: { $open } — /review
 }
review-head = { $lines ->
    [one] { $lines } рядок
    [few] { $lines } рядки
   *[other] { $lines } рядків
 }, { $groups ->
    [one] { $groups } група
    [few] { $groups } групи
   *[other] { $groups } груп
 }, десь { $minutes } хв
review-empty = Усі рядки рознесено. Чудово!
review-who = <b>{ $name }</b> · { $count ->
    [1] { $total }
    [one] { $count } рядок, { $total }
    [few] { $count } рядки, { $total }
   *[other] { $count } рядків, { $total }
 }
review-nobody = Без назви
review-several = { $name } та ще { $count }
review-more = … і ще { $count }
review-outlier = ⚠️ Значно більше, ніж тут буває: гляньте двічі.
review-proposal = → <b>{ $account }</b>, { $reason }
review-no-proposal = Такого я ще не бачила. Що це?
review-unsure = Я не певна. Що це?
review-filed = ✅ { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
 }: { $account }
review-undone = ↩️ Повернено.
review-other = Що це? Торкніться рахунку або напишіть частину назви.
review-found = Рахунки з «{ $text }»:
button-review-yes = ✓ { $account }
button-review-other = Інше…
button-review-part = По одному
button-review-split = Розділити…
button-review-next = Далі
review-split-ask = З чого це складається? Напишіть частини: «700 оренда, 300 вода». Або лише суму, а я запитаю, за що вона.
review-split-what = За що { $amount }? Торкніться рахунку або напишіть решту частин.
review-split-done = ✂️ Розділено й рознесено:
review-split-share = · { $amount }: { $account }
review-split-left = Рядок лишається цілим і відкритим.
review-split-too-much = Разом частини дають { $parts }, а рядок на { $whole }. Напишіть їх, будь ласка, ще раз.
review-split-too-many = Понад десять частин на один рядок – забагато.
review-split-nothing = Частина має бути більшою за нуль. Напишіть їх, будь ласка, ще раз.
review-split-one = Усе йде на один рахунок, тож ділити нічого. Назвіть для якоїсь частини інший.
button-review-later = Потім
button-review-undo = Скасувати
button-review-back = Назад
because-rule = бо так кажуть слова «{ $matched }»
because-identifier = { $count ->
    [one] як { $count } платіж за цим рахунком раніше
    [few] як { $count } платежі за цим рахунком раніше
   *[other] як { $count } платежів за цим рахунком раніше
 }
because-tax-id = { $count ->
    [one] як { $count } платіж за цим кодом раніше
    [few] як { $count } платежі за цим кодом раніше
   *[other] як { $count } платежів за цим кодом раніше
 }
because-party-amount = { $count ->
    [one] як { $count } платіж точно на цю суму раніше
    [few] як { $count } платежі точно на цю суму раніше
   *[other] як { $count } платежів точно на цю суму раніше
 }
because-party = { $count ->
    [one] як { $count } платіж із цією назвою раніше
    [few] як { $count } платежі з цією назвою раніше
   *[other] як { $count } платежів із цією назвою раніше
 }{ $others ->
    [0] {""}
   *[other] {" "}(інакше: { $others })
 }
because-purpose = { $count ->
    [one] як { $count } платіж із таким призначенням раніше
    [few] як { $count } платежі з таким призначенням раніше
   *[other] як { $count } платежів із таким призначенням раніше
 }
because-words = { $count ->
    [one] як { $count } платіж зі схожою назвою раніше
    [few] як { $count } платежі зі схожою назвою раніше
   *[other] як { $count } платежів зі схожою назвою раніше
 }
because-resemblance = бо схоже на такі рядки
because-model = так вважає мовна модель; ще ніхто не підтвердив
because-nothing = схожого ще не було

command-rules = правила для банківських рядків
button-review-always = Завжди так…
button-rule-make = ✓ Створити правило
button-rule-new = Нове правило…
button-rule-remove = ✕ { $number }
rule-line = { $has } → <b>{ $account }</b>
rule-party = у назві є «{ $words }»
rule-words = є «{ $words }»
rule-account = рахунок { $number }
rule-tax-id = код { $number }
rule-way-in = надходження
rule-way-out = списання
rule-least = від { $amount }
rule-most = до { $amount }
rule-tried = За минулий рік підходить до { $total ->
    [one] { $total } рядка
   *[other] { $total } рядків
 }, так і рознесено: { $same }, зараз відкрито: { $open }.
rule-otherwise = ⚠️ рознесено як { $account }: { $count }
rule-contradicts = Суперечить тому, що казали люди: { $count ->
    [one] { $count } рядок
    [few] { $count } рядки
   *[other] { $count } рядків
 }. Вони лишаться, як є.
rule-use = спрацювало: { $hits }, переглянуто: { $overruled }
rule-made = ✅ Правило діє. { $filed ->
    [0] Відкритих рядків не було.
    [one] Рознесло { $filed } рядок.
    [few] Рознесло { $filed } рядки.
   *[other] Рознесло { $filed } рядків.
 }
rule-removed = Правила більше немає. { $reopened ->
    [0] Саме воно нічого не рознесло.
    [one] { $reopened } рядок, який воно рознесло, знову відкрито.
    [few] { $reopened } рядки, які воно рознесло, знову відкрито.
   *[other] { $reopened } рядків, які воно рознесло, знову відкрито.
 }
rule-nothing-common = У цих рядків немає спільного, з чого вийшло б правило.
rules-title = <b>Правила магазину</b>, найновіше – перше
rules-none = Своїх правил магазин ще не має. Починаю з тих, що знаю: податки, зарплата, оренда, комісії тощо.
rules-starter = Мої правила спрацювали: { $rules }
rules-how = Напишіть, що є в рядку і що це тоді, наприклад:
 <code>Зубрівка = реклама</code>
 <code>«комісія» списання до 500 = банківські комісії</code>
rules-which-account = «{ $text }» може бути: { $accounts }. Напишіть правило ще раз з одним із них.
rules-no-account = Рахунку «{ $text }» не знаю. Гляньте /accounts і напишіть правило ще раз.

command-crm = CRM: доки прочитано, що означають поля
crm-head = 🧾 <b>Бітрікс24</b>
crm-none = CRM ще не читаю. Хай той, хто мене запускає, впише адресу вхідного вебхука вашого Бітрікс24 у BITRIX24_WEBHOOK_URL; створює його адміністратор порталу.
crm-kind-deal = Угоди
crm-kind-contact = Контакти
crm-kind-company = Компанії
crm-kind-shop-order = Замовлення магазину
crm-kind-stage-move = Історія стадій
crm-process = Процес { $number }
crm-loading = Знайомлюся з вашим порталом…
crm-loading-of = Читаю вперше. { $kind }: { $done } з { $total }
crm-through = Прочитано до { $at }.
crm-waiting = Частина записів ще не потрапила до обліку.
crm-agreed = { $kind }, усе звірено { $day }: { $count }, розбіжностей немає.
crm-put-right = { $kind }, усе звірено { $day }: { $count }. Виправлено: { $late }, видалено в CRM: { $deleted }.
crm-odd = ⚠️ { $kind } { $id }: не читається, { $reason }
crm-in-trouble = ⚠️ Бітрікс24: { $reason }
crm-trouble-refused = не приймає вебхук: термін минув, його видалено або заблоковано. Хай адміністратор створить новий і передасть тому, хто мене запускає (BITRIX24_WEBHOOK_URL).
crm-trouble-rights = вебхук бачить замало. Він має належати адміністраторові й мати права crm, user, а для магазину ще й sale.
crm-trouble-limited = забагато запитів на його смак. Продовжу { $at }.
crm-trouble-down = не відповідає. Продовжу { $at }.
crm-trouble-garbled = відповідь не читається, тож нічого з неї не взято. Продовжу { $at }.
crm-trouble-unknown = відмовляє, а чому, не знаю; докладніше в журналі. Продовжу { $at }.
crm-means = <b>Що означають ваші поля</b> (версія { $version })
crm-means-guessed = <b>Що означають ваші поля</b>, як я здогадуюся
crm-role-is = { $role }: { $field }
crm-role-none = –
crm-role-number = Номер замовлення
crm-role-total = Сума
crm-role-cost = Собівартість
crm-role-refunded = Повернено
crm-role-paid-by = Спосіб оплати
crm-role-tax-id = Податковий номер
crm-role-store = Магазин
crm-role-channel = Канал
crm-field-id = власний номер угоди
crm-field-amount = сума угоди
crm-no-orders = Замовлень, щоб показати, ще немає.
crm-previews = <b>Останні замовлення</b>
crm-preview = № { $number } · { $amount } · { $stage }
crm-preview-cost = собівартість { $amount }
crm-preview-refunded = повернено { $amount }
crm-preview-odd = ⚠️ { $id }: { $reason }
crm-part = { $said }
crm-meaning-open = відкрите
crm-meaning-paid = оплачене, ще не виконане
crm-meaning-closed = закрите
crm-meaning-cancelled = скасоване
crm-way-cash = готівка
crm-way-card-online = картка онлайн
crm-way-bank-transfer = банківський переказ
crm-way-cash-on-delivery = післяплата
crm-which-field = <b>{ $role }</b>: яке це з ваших полів?
crm-no-fields = У порталі немає поля, яке могло б ним бути.
crm-field-says = { $field }: { $sample }
crm-field-empty = { $field }: порожнє
crm-would = <b>{ $role }</b>: { $field }
crm-kept = ✅ Запам'ятала. Усі замовлення перечитую наново.
crm-stages = Що означає кожна стадія? Закрите замовлення має бути оплачене.
crm-which-meaning = <b>{ $stage }</b>: що це означає?
crm-ways = Що означає кожен спосіб оплати?
crm-which-way = <b>{ $said }</b>: як за це платять?
crm-no-ways = Спершу скажіть, яке поле є способом оплати; у нього має бути список варіантів.
button-crm-stages = Стадії
button-crm-ways = Способи оплати
button-crm-keep = ✓ Хай буде так
button-crm-other = Інше поле
button-crm-none = Немає
button-crm-leave = ← Назад

command-auto = що я рознесла без вас і чому
button-review-ask = Запитати…
button-review-show = Показати
button-review-begin = Почати
button-auto-undo = ↩ { $number }
review-ask-whom = Хто знає?
review-asked = 💬 Запитано: { $name }.
review-morning = <b>Доброго ранку!</b>
review-morning-checks = { $count ->
    [one] { $count } швидка перевірка того, що я рознесла сама
    [few] { $count } швидкі перевірки того, що я рознесла сама
   *[other] { $count } швидких перевірок того, що я рознесла сама
 }
line-question = ❓ { $name } питає, за що це було:
line-told = { $day } · <b>{ $amount }</b> · { $who }
 { $purpose }
line-question-type = За що це було? Просто напишіть.
line-answer-sent = Дякую! { $name } вже знає.
line-answer = 💬 { $name }: { $text }
check-ask = <b>Швидка перевірка</b> (лишилося: { $left }): що це було?
check-right = ✅ Я теж так рознесла.
check-wrong = ✏️ Я рознесла це як { $was }. Тепер це { $now }, і про такі рядки знову питатиму.
auto-title = <b>Рознесено без вас:</b> { $count }
auto-unchecked = Наосліп ще нічого не перевіряли.
auto-checked = Перевірено наосліп за 90 днів: { $right } з { $answered } правильно, тож серед усіх щонайменше { $least } %, у 19 випадках із 20.
auto-cap = Понад { $cap } завжди питаю.
auto-line = { $number }. { $day } · { $amount } · { $who }
 → <b>{ $account }</b>, { $reason }
auto-undone = ↩️ Повернено: чекає в /review.
auto-how = Напишіть, до якої суми розносити самій, наприклад <code>/auto 20000</code>, або <code>/auto ні</code>, якщо без межі.

table-unclear = Такої таблиці, як «{ $name }», я ще не бачила. Одне неясно:
table-header = <b>{ $cells }</b>
table-row = <code>{ $cells }</code>
table-column = Стовпець { $number }
table-thanks = Дякую! Читаю; надалі такі таблиці знатиму.
table-asks-day-order = У якому порядку тут дати?
table-asks-decimal = Що стоїть перед копійками?
table-asks-sign = Які суми – списання?
table-asks-amount = У якому стовпці сума у валюті рахунку?
table-option-dmy = Спершу день: 31.12
table-option-mdy = Спершу місяць: 12/31
table-option-ymd = Спершу рік: 26-12-31
table-option-point = Крапка: 1,234.50
table-option-comma = Кома: 1.234,50
table-option-signed = Ті, що з мінусом
table-option-inverted = Ті, що з плюсом
table-option-columns = Вони в окремому стовпці
table-option-indicator = Про це каже окремий стовпець
table-option-sides = Ті, де платимо ми

## Categories
category-sale_cash = Продаж
category-customer_prepayment = Передоплата
category-customer_refund = Повернення клієнту
category-supplier_goods = Товар
category-installer_services = Монтажник
category-delivery = Доставка
category-fuel_transport = Пальне і транспорт
category-salary = Зарплата
category-salary_advance = Аванс
category-rent = Оренда
category-utilities = Комунальні
category-phone_internet = Зв'язок та інтернет
category-office_household = Офіс і госптовари
category-packaging_supplies = Пакування
category-repairs_maintenance = Ремонт та інструмент
category-advertising = Реклама
category-bank_fees = Комісія банку
category-taxes_fees = Податки й штрафи
category-other_expense = Інша витрата
category-other_income = Інше надходження
category-owner_draw = Забрав власник
category-owner_contribution = Вніс власник
category-bank_deposit = У банк
category-cash_from_bank = З банку
category-desk_transfer = Між касами
category-cash_shortage = Нестача
category-cash_surplus = Надлишок

## Замовлення
order-how = Напишіть із номером замовлення: <code>/order 4812</code>
order-none = Замовлення { $number } не знаю.
order-title = <b>Замовлення { $number }</b> · { $amount }
order-open = Відкрите з { $day }
order-closed = Закрите { $day }
order-cancelled = Скасоване { $day }
order-payment = { $day } · оплата { $amount } · { $provider }
order-refund = { $day } · повернення { $amount } · { $provider }
order-chargeback = { $day } · опротестовано { $amount } · { $provider }
order-payout = { $day } · виплата { $amount } · { $provider }
order-no-entries = Проведень за ним немає.
order-entries-left = { $count ->
    [one] Не показую { $count } раніше проведення.
    [few] Не показую { $count } раніші проведення.
   *[other] Не показую { $count } раніших проведень.
  }
order-entry = <b>№ { $number }</b> · { $day }
order-debit = Дт { $account } · { $amount }
order-credit = Кт { $account } · { $amount }

## Звіти про замовлення, оплати, виплати
report-read = <b>Звіт «{ $name }»</b>
report-documents = { $new ->
    [0] Нічого нового; вже були: { $known }, змінилися: { $changed }.
    [one] { $new } новий запис; вже були: { $known }, змінилися: { $changed }.
    [few] { $new } нові записи; вже були: { $known }, змінилися: { $changed }.
   *[other] { $new } нових записів; вже були: { $known }, змінилися: { $changed }.
  }

## Що потребує людини
exceptions-none = Від вас нічого не треба: усі продажі сходяться від замовлення до банку.
exceptions-open = { $count ->
    [0] <b>Відкритого немає</b>
    [one] <b>{ $count } справа чекає на когось</b>
    [few] <b>{ $count } справи чекають на когось</b>
   *[other] <b>{ $count } справ чекають на когось</b>
  }
exceptions-waiting = Відкладено чи пояснено: { $count }
exceptions-closed = Зійшлося сьогодні: { $count }
exception-gone = Цього вже немає.
exception-since = З { $day }{ $days ->
    [0] {""}
    [one] , { $days } день
    [few] , { $days } дні
   *[other] , { $days } днів
  }
exception-cause = Мабуть, { $cause }
exception-step = Далі: { $step }
exception-more = … і ще { $count }
exception-is-snoozed = 💤 Відкладено
exception-is-explained = ✅ Пояснено
exception-is-closed = ✅ Зійшлося
exception-assigned = Займається: { $name }
exception-above-limit = Ви можете списати до { $limit }. Попросіть того, хто може більше.
exception-no-raw = Це записали тут: більше показати нічого.
exception-ask-explain = Чому так? Напишіть, я збережу.
exception-ask-other = Що саме? Напишіть номер, суму або ім'я.
exception-settled = ✅ Зійшлося само, робити нічого не треба. Було так: { $what }
exception-given = { $name } передає це вам:
exception-was-opened = { $day } з'явилося
exception-was-changed = { $day } змінилося
exception-was-closed = { $day } зійшлося само
exception-was-snoozed = { $day } відкладено: { $name }
exception-was-woken = { $day } настав час
exception-was-explained = { $day } пояснення, { $name }
exception-was-written-off = { $day } списано: { $name }
exception-was-assigned = { $day } { $name } передає
exception-was-linked = { $day } пов'язано: { $name }
exception-was-refused = { $day } зв'язок знято: { $name }
button-exception-item = { $mark } { $record } · { $amount } · { $what }
button-exception-link = Це за: { $record } · { $amount }
button-exception-other = Інше замовлення…
button-exception-find = Знайти гроші…
button-exception-unlink = Це не його: { $record }
button-exception-write-off = Списати { $amount }
button-exception-explain = Пояснити
button-exception-assign = Передати…
button-exception-day = Завтра
button-exception-week = За тиждень
button-exception-chain = Шлях грошей
button-exception-raw = Як надійшло
button-exception-letter = Копіювати лист до них
exception-letter-late = { $record } від { $day }: { $amount } не надійшли на наш рахунок. Коли їх відправлено і яким платежем? Будь ласка, надішліть подробиці.
exception-letter-short = { $record } від { $day }: надійшло не те, що у вашому звіті, різниця { $amount }. Що утримано і на якій підставі? Будь ласка, надішліть, з яких платежів вона складається.
button-page-before = ← Важливіші
button-page-after = Дрібніші →
exception-refund_one_sided = { $record }: повернення видно лише з одного боку, різниця { $amount }
exception-order_overpaid = { $record }: переплачено { $amount }
exception-order_unpaid = { $record }: закрите, а { $amount } не сплачено
exception-amount_mismatch = { $record }: сума розходиться на { $amount }
exception-payment_without_order = { $record }: прийшло { $amount }, а замовлення до них не знаю
exception-duplicate_payment = { $record }: { $amount } сплачено вдруге
exception-settlement_late = { $record }: { $amount } затримується
exception-settlement_short = { $record }: розрахунок розходиться на { $amount }
exception-cash_deposit_missing = { $record }: { $amount } здано в банк, а там їх немає
exception-chargeback = { $record }: банк клієнта забрав назад { $amount }
exception-order_edited = { $record }: змінене після закриття, різниця { $amount }
exception-statement_gap = { $record }: бракує днів, за них пройшло { $amount }
exception-source_silent = { $record }: давно нічого не чути
exception-short-statement_gap = бракує днів
exception-short-source_silent = мовчить
exception-short-refund_one_sided = повернення
exception-short-order_overpaid = переплата
exception-short-order_unpaid = не сплачено
exception-short-amount_mismatch = сума
exception-short-payment_without_order = без замовлення
exception-short-duplicate_payment = двічі
exception-short-settlement_late = затримка
exception-short-settlement_short = нестача
exception-short-cash_deposit_missing = немає в банку
exception-short-chargeback = опротестовано
exception-short-order_edited = змінене
cause-nothing_paid = за нього нічого не платили
cause-rest_not_paid = сплатили частину, решта не надійшла
cause-paid_too_much = прийшло більше, ніж воно коштує
cause-cancelled_not_returned = замовлення скасували, а гроші не повернули
cause-returned_not_told = гроші повернули, а в замовленні цього немає
cause-told_not_returned = у замовленні є повернення, а гроші не пішли
cause-number_unknown = названо замовлення, якого в мене немає
cause-no_number = номера замовлення не названо
cause-several_fit = підходить кілька замовлень, вгадувати не буду
cause-charged_twice = картку списали двічі
cause-sent_twice = клієнт переказав двічі
cause-taken_too = у касі за нього теж узяли гроші, або ця готівка з іншого продажу
cause-not_paid_out = сервіс іще не виплатив
cause-paid_out_late = сервіс виплатив із запізненням
cause-not_at_bank = сервіс каже, що надіслав, а в банку нічого
cause-at_bank_late = у банк надійшло із запізненням
cause-bank_got_less = у банк надійшло менше, ніж каже сервіс
cause-bank_got_more = у банк надійшло більше, ніж каже сервіс
cause-held_back = сервіс тримає резерв
cause-payments_unknown = у виплаті є платежі, яких я не знаю, або якихось бракує
cause-counted_otherwise = банк нарахував іншу суму
cause-not_carried = гроші не донесли, або банк іще не провів
cause-card_disputed = клієнт оскаржує платіж
cause-days_missing = дві виписки не стикуються: між ними бракує ще однієї
cause-told_nothing = виписки ніхто не приніс, або з'єднання стоїть
cause-edited = хтось поставив інші цифри
cause-reopened = воно більше не закрите
step-ask_customer = спитати клієнта
step-ask_manager = спитати менеджера замовлення
step-ask_anybody = запитати того, хто може знати, чиї це гроші
step-ask_provider = написати сервісу
step-ask_cashier = спитати касира
step-choose_order = вибрати замовлення нижче
step-return_money = повернути гроші
step-correct_order = виправити замовлення
step-answer_dispute = вчасно відповісти на оскарження
step-bring_statement = принести виписку за ці дні
step-wait = зачекати кілька днів
record-order = Замовлення { $name }
record-payment = Оплата { $name }
record-refund = Повернення { $name }
record-chargeback = Опротестований платіж { $name }
record-payout = Виплата { $name }
record-bank = Банк: { $name }
record-cash = Каса, № { $name }
record-account = { $name }
record-line = { $record } · { $amount } · { $day }

exception-ask-split = За яке це замовлення? Напишіть номер, суму або ім'я. Щоб розділити: <code>48123 400, 48124 240</code>
exception-found = Схоже на це:
exception-nothing-found = За «{ $text }» нічого не знаходжу.
exception-split-off = Виходить { $told }, а має бути { $whole }. Нічого не поділено.
exception-whom-give = Хто цим займеться?
exception-whom-askto = Хто може знати?
exception-was-asked = { $day } запитано
exception-was-reminded = { $day } запитала ще раз
exception-was-answered = { $day } відповідь, { $name }
exception-was-filed = { $day } готівку внесено: { $name }
button-exception-ask = Спитати: { $name }
button-exception-ask-crm = Спитати в угоді: { $name }
button-exception-askwho = Спитати когось…
button-take-link = ✅ Пов'язати: { $name }
button-take-off = ✅ Списати { $amount }
button-take-later = ✅ Відкласти на тиждень
button-take-explain = ✅ Прийняти як пояснення
button-take-cash = ✅ Внести { $amount } у касу
button-take-held = ✅ { $amount } у підзвіт: { $name }
inquiry-of-manager = ❓ { $name } питає:
inquiry-of-cashier = ❓ Замовлення закрили за готівку, а в касовій книзі її немає:
inquiry-again = 🔔 На це ще ніхто не відповів:
inquiry-unanswered = ⏳ { $name }: за добу відповіді немає. Я запитала ще раз; можна запитати й когось іншого.
inquiry-unanswered-crm = ⏳ { $name }: в угоді за добу відповіді немає; можна запитати когось іншого.
inquiry-what = Як є насправді?
inquiry-where = Де гроші?
inquiry-who-has = У кого гроші?
inquiry-ask-words = Напишіть, як є, я передам.
inquiry-ask-holder = Напишіть, у кого гроші.
inquiry-gone = ✅ Відповідати не треба: усе зійшлося.
inquiry-came = 💬 Є відповідь:
inquiry-waits = ⏳ Запитано: { $name }, { $day }
inquiry-waits-crm = ⏳ Запитання в угоді: { $name }, { $day }
inquiry-failed = ⚠️ CRM не приймає коментаря для { $name }. Спитайте самі.
inquiry-comment = Відповідайте коментарем тут: номером або своїми словами.
button-answer-words = Своїми словами…
button-answer-other-name = Інше ім'я…
answer-paid = Ось оплата: { $record } · { $amount }
answer-mine = Це за { $record } · { $amount }
answer-not_mine = Жодне з цих
answer-unknown = Не знаю, чиї це гроші
answer-cash = Сплачено готівкою
answer-till = Вони в касі
answer-holder = Вони в іншої людини
answer-not_cash = Платили не готівкою
answer-discount = Домовилися про знижку
answer-keep = Клієнт лишає це нам
answer-later = Клієнт заплатить пізніше
answer-give_back = Повернемо клієнту
answer-mistake = Моя помилка, виправлю замовлення
answer-agreed = Так і є, домовлено
answer-delivered = Доставлено, є підтвердження
answer-carried = Їх віднесли в банк
answer-not_carried = Ще не віднесли, віднесуть
answered-paid = є оплата
answered-mine = це за замовлення
answered-not_mine = жодне із замовлень
answered-unknown = невідомо, чиї гроші
answered-cash = готівкою
answered-till = у касі
answered-holder = у когось
answered-not_cash = не готівкою
answered-discount = знижка
answered-keep = лишили нам
answered-later = заплатить пізніше
answered-give_back = повернути
answered-mistake = помилка в замовленні
answered-carried = віднесли в банк
answered-not_carried = ще не віднесли
answered-agreed = так домовлено
answered-delivered = доставлено
exception-cash_not_entered = { $record }: закрите за готівку, а { $amount } ніхто не вніс
exception-not_posted = { $record }: рядки на { $amount } ще не рознесено
exception-ledger_differs = { $record }: облік розходиться з банком на { $amount }
exception-fee_differs = { $record }: комісія розходиться з домовленою на { $amount }
exception-short-cash_not_entered = без готівки
exception-short-not_posted = не рознесено
exception-short-ledger_differs = залишок
exception-short-fee_differs = комісія
cause-not_entered = готівку взяли й не внесли, або платили інакше
cause-in_suspense = ніхто не сказав, за що ці рядки
cause-unreadable = запис CRM не читається
cause-books_above = рядка банку бракує або він двічі; в обліку більше
cause-books_below = рядка банку бракує або він двічі; в обліку менше
cause-connection_fails = з'єднання нічого не дає
cause-fee_above = сервіс узяв більше, ніж за тарифом
cause-fee_below = сервіс узяв менше, ніж за тарифом: може дорахувати пізніше
step-file_lines = розібрати їх: /review
step-mend_record = виправити запис у CRM
step-mend_connection = глянути, що каже: /banks, /crm
step-compare_statement = принести свіжу виписку й звірити
step-check_tariff = звірити з договором, написати сервісу
record-crm = Запис CRM { $name }
record-connection = З'єднання { $name }
chain-begins = <b>{ $record }</b> · { $amount }
chain-step = { $what }: { $sign }{ $amount }
chain-arrived = <b>Дійшло: { $amount }</b>
chain-entries = { $left ->
    [0] Проведення: № { $numbers }
   *[other] Проведення: № { $numbers } та ще { $left }
  }
chain-more = { $count ->
    [one] … і ще { $count } запис, з ним усе гаразд
    [few] … і ще { $count } записи, з ними все гаразд
   *[other] … і ще { $count } записів, з ними все гаразд
  }
chain-refunded = повернено
chain-unpaid = не сплачено
chain-overpaid = переплачено
chain-fee = комісії
chain-chargeback = опротестовано
chain-at_provider = ще в сервісу
chain-on_its_way = у дорозі до банку
chain-held = не сходиться з платежами
chain-short = бракує в банку
chain-over = зайве в банку

command-jobs = що я роблю за розкладом і як воно йде
jobs-title = ⚙️ <b>Що я роблю за розкладом</b>
jobs-never = ▫️ { $job }: ще не було. Далі: { $next }
jobs-done = ✅ { $job }: { $at }{ $count ->
    [0] { "" }
   *[other] , зроблено { $count }
 }. Далі: { $next }
jobs-running = ⏳ { $job }: триває від { $at }
jobs-failed = ⚠️ { $job }: збій { $at }. Ще раз: { $next }
jobs-lost = ⚠️ { $job }: обірвалося { $at }. Ще раз: { $next }
jobs-reason = { "   " }<code>{ $reason }</code>
jobs-soon = ⏳ { $job }: зараз почну
jobs-ran = ✅ { $job }: готово. { $count ->
    [0] Робити не було чого.
   *[other] Зроблено: { $count }.
 }
jobs-ran-in-vain = ⚠️ { $job }: не вийшло, <code>{ $reason }</code>. Спробую ще раз сама.
jobs-failing = ⚠️ { $job }: двічі поспіль не вийшло, <code>{ $reason }</code>. Пробую далі, щоразу рідше, і скажу, коли запрацює. /jobs
jobs-failing-lost = ⚠️ { $job }: двічі поспіль обірвалося, програму спинили посеред роботи. Пробую далі, щоразу рідше, і скажу, коли запрацює. /jobs
jobs-cut-off = ⚠️ { $job }: обірвалося, програму спинили посеред роботи. Спробую ще раз сама.
jobs-again = ✅ { $job }: знову працює, пропущене надолужено.
button-job-run = ▶️ { $job }
button-jobs-look = 🔄 Оновити
job-match-records = Звіряння продажів, банку й каси
job-look-through-books = Пошук розбіжностей в обліку
job-advise-lines = Питання до моделі про рядки виписки
job-nightly-verification = Перевірка обліку
job-sweep-sent-pictures = Прибирання старих картинок
job-sweep-job-runs = Прибирання цього списку
job-expire-approvals = Виплати, яких ніхто не розглянув
job-lapse-handovers = Передачі каси без відповіді
job-lapse-counts = Незакінчені підрахунки
job-draft-reminders = Нагадування про незрозуміле
job-transfer-reminders = Нагадування про переміщення
job-remind-of-advances = Нагадування про підзвіт
job-ring-alerts = Сповіщення керівникам
job-tell-of-alerts = Лист про сповіщення в понеділок
job-tell-of-banks = Нагляд за банками й CRM
job-tell-of-lines = Ранкове повідомлення про виписку
job-ask-what-is-missing = Питання про незаписане
job-tell-of-restatements = Звістка про зміни в минулих днях
job-watch-closing = Що затримує закриття
job-tell-of-closing = Нагадування закрити місяць

## Плани

plan-title = План на { $month }
plan-sales = Продажі: <b>{ $sales }</b>
plan-sales-none = Продажі: без плану
plan-margin = Валова маржа: <b>{ $margin } %</b>
plan-margin-none = Валова маржа: без плану
plan-so-far = Поки що: продажі { $sales }, { $percent } % плану; минуло { $days } з { $whole } днів
plan-margin-so-far = Маржа поки що: { $margin } %
plan-set-by = Поставлено: { $name }, { $at }
plan-was = Версія { $version }, { $name }, { $at }: { $what }
plan-was-sales = продажі { $sales }
plan-was-margin = маржа { $margin } %
plan-none = Плану на { $month } ще немає. Напишіть так: <code>{ $how }</code>
plan-how = Це не схоже на план. Напишіть так: <code>план листопада 1,2 млн, маржа 22%</code>
plan-how-example = план на { $month } 1,2 млн, маржа 22%
plan-ask = Це план на { $month }?
plan-in-place-of = замість: { $what }
plan-kept = ✅ План на { $month } поставлено.
plan-left = Гаразд, план лишається, як був.
plan-stale = Тим часом хтось поставив інший план на { $month }. Подивіться: /plan
plan-told = { $name } ставить план на { $month }.

## Дні, сказані раніше інакше

restatements-title = Дні, чий результат змінився відтоді, як про нього сказано
restatements-none = Усі дні й досі такі, як про них сказано.
restatement-news = Змінився результат днів, про які вам уже сказано:
restatement-day = <b>{ $day }</b>: { $told } → <b>{ $now }</b>
restatement-cause-added = · { $what }: { $amount }
restatement-cause-changed = · { $what }, змінено: { $amount }
restatement-cause-taken_back = · { $what }, скасовано: { $amount }
restatement-said = «{ $text }»
restatement-rest = · ще { $count }: { $amount }
restatement-more = { $count ->
    [one] Ще { $count } день: /restatements
    [few] Ще { $count } дні: /restatements
   *[other] Ще { $count } днів: /restatements
}
restatement-waits = <i>Ще не сказано: директорам скажу зранку.</i>
restatement-told-at = <i>Сказано { $at }</i>
restatement-late-facts = { $count ->
    [one] Ще { $count } пізніше проведення належить до цих днів, та стоїть у відкритому, бо ці закрито: { $amount }
    [few] Ще { $count } пізніші проведення належать до цих днів, та стоять у відкритих, бо ці закрито: { $amount }
   *[other] Ще { $count } пізніших проведень належать до цих днів, та стоять у відкритих, бо ці закрито: { $amount }
}

## З чого складаються суми

figures-title = <b>{ $what }</b>
figures-how = Торкніться суми, щоб побачити проведення, з яких вона складається, аж до запису, як він надійшов.
figures-entries = <b>{ $what } · { $days }: { $amount }</b> ({ $count ->
    [one] { $count } проведення
    [few] { $count } проведення
   *[other] { $count } проведень
})
figures-place = На початок { $before }, надійшло { $incoming }, вибуло { $outgoing }, на кінець { $after }
figures-sales = Продажі
figures-refunds = Повернення клієнтам
figures-cost = Собівартість
figures-margin = Валова маржа
figures-expenses = Витрати
figures-fees = Комісії банків і платіжних сервісів
figures-result = Чистий результат
button-figures-earned = Доходи, витрати
button-figures-cash = Шлях до грошей
button-figures-places = Де гроші
button-figures-before = Дні до того: { $days }
button-raw = Як надійшло
raw-none = Проведення № { $number } зробив сам облік: ззовні для нього нічого не надходило.
raw-came = Проведення № { $number } зроблено з цього: { $source }, { $name }, { $at }
raw-kept = Зберігається як запис { $id }, SHA-256 { $digest }…

## Закриття місяця

closing-title = Закриття: { $what }
closing-title-done = ✅ Закрито: { $what }
closing-statements = Виписки повні
closing-lacks-statements = бракує днів, { $what }: /banks
closing-balances = Залишки банків звірено
closing-lacks-balances = не сходиться або залишку немає, { $what }: /banks
closing-unfiled = Усі банківські рядки рознесено
closing-lacks-unfiled = { $count ->
    [one] чекає { $count } рядок: /review
    [few] чекають { $count } рядки: /review
   *[other] чекають { $count } рядків: /review
}
closing-exceptions = Розбіжності пояснено
closing-lacks-exceptions = відкрито { $count }: /exceptions
closing-questions = На запитання відповіли
closing-lacks-questions = { $count ->
    [one] чекає { $count }: /drafts, /approvals
   *[other] чекають { $count }: /drafts, /approvals
}
closing-tills = Каси пораховано
closing-lacks-tills = ще ні, { $what }: /count
closing-rates = Курси валют є
closing-lacks-rates = бракує: { $what }
closing-excused = «{ $why }» – { $name }
closing-rate = 1 { $currency } = { $rate } { $base }
closing-all-money = Усі гроші за цими курсами: <b>{ $amount }</b>
closing-part-accountant = Бухгалтер
closing-part-director = Директор
closing-sign-accountant = підпис бухгалтера
closing-sign-director = підпис директора
closing-begun = закриття почали пізно
closing-signed = ✍️ { $part }: { $name }, { $at }
closing-unsigned = ⬜ { $part }: ще без підпису
closing-took = Від кінця останнього дня минуло { $time }.
closing-held-up = · { $what }: { $time }
closing-took-before = Минуле закриття тривало { $time }.
length-days = { $days } дн. { $hours } год
length-hours = { $hours } год
length-minutes = { $minutes } хв
close-not-ready = Тим часом щось знову відкрилося, тож підпису немає. Воно у списку вище.
close-other-person = Іншу частину підписали ви, а підписати мають двоє різних людей. Попросіть другу людину: бухгалтера, директора чи власника.
close-ask-excuse = Чому можна закрити облік, хоча пункт «{ $what }» не виконано? Це прочитають ті, хто підписує.
close-ask-rate = Скільки коштував 1 { $currency } у { $base } на { $day }? Напишіть так: <code>41,25</code>
close-signed-news = { $name } підписує закриття ({ $what }). Потрібен ваш підпис.
close-lapsed = { $name } підписує закриття ({ $what }). Після вашого підпису з'явилися проведення, тож гляньте й підпишіть ще раз.
close-begun-news = { $count ->
    [0] Усе готово: можна підписувати закриття, { $what }
    [one] Час закривати { $what } До закриття лишилося одне:
    [few] Час закривати { $what } До закриття лишилося { $count } справи:
   *[other] Час закривати { $what } До закриття лишилося { $count } справ:
}
button-close-look = Глянути ще раз
button-close-open = Відкрити перелік
button-close-explain = Пояснити: { $what }
button-close-rate = Курс { $currency }
button-close-sign-accountant = Підписати як бухгалтер
button-close-sign-director = Підписати як директор

## Alerts: what leaders are told by itself
alert-unpaid_order = Замовлення { $name }: не сплачено { $amount } за { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[other] { $days } днів
  } після закриття
alert-first_big_purchase = Перша закупівля, і одразу велика: { $who }, { $amount }
alert-first_big_purchase_known = Перша велика закупівля: { $who }, { $amount }
alert-order_edited = Замовлення { $name } змінили після закриття
alert-order_edited_reopened = Замовлення { $name } було закрите й знову відкрите
alert-order_edited_cancelled = Замовлення { $name } було закрите, а тепер скасоване
alert-low_margin_order = Замовлення { $name } ще не закрите, а заробить { $percent } % від { $total }; у плані { $plan } %
alert-low_margin_order_closed = Замовлення { $name } закрили з маржею { $percent } % від { $total }; у плані { $plan } %
alert-low_margin_day = { $day } заробили { $percent } % від { $total }; у плані { $plan } %
alert-low_margin_month = Місяць від { $day } поки заробляє { $percent } % від { $total }; у плані { $plan } %
alert-till_over = { $till }: лежить { $amount }
alert-count_short = { $till }: при перерахунку бракує { $amount } ({ $who })
alert-settlement_late = { $who }: { $amount } затримується
alert-paid_twice = { $who }: двічі { $amount }, { $day } і { $again }
alert-paid_twice_across = { $who }: двічі { $amount }, раз готівкою і раз через банк, { $day } і { $again }
alert-paid_twice_photo = Один чек підтверджує дві оплати на { $amount }: { $day } і { $again }
alert-paid_twice_customer = { $who }: { $amount } заплачено нам удруге
alert-new_account = { $who }: { $amount } пішло на новий рахунок { $account }, раніше був { $was }. Зателефонуйте їм перед наступною оплатою.
alert-new_party = Перша оплата: { $who }, { $amount }
alert-odd_refund_over = { $who } повертає { $amount }: на { $over } більше за продаж (№ { $number })
alert-odd_refund_broken = { $who } повертає { $amount } за продаж, який потім скасували (№ { $number })
alert-odd_refund_own = { $who } повертає { $amount } за власний продаж (№ { $number })
alert-odd_expense = { $kind }: { $amount }, а зазвичай { $usual }
alert-odd_expense_party = { $who }: { $amount }, а зазвичай { $usual }
alert-money_short = Гроші закінчаться приблизно { $day }; зараз є { $amount }
alert-money_below = Приблизно { $day } залишиться менше ніж { $keep }; зараз є { $amount }
alert-money_under = Зараз є лише { $amount }, менше ніж { $keep }
alert-due = До того треба сплатити { $due }
alert-source_silent = Рахунок { $name } мовчить від { $day }
alert-statement_gap = Рахунок { $name }: після { $day } бракує днів, у них пройшло { $amount }
alert-books_broken = { $count ->
    [one] Облік не сходиться: { $name }
    [few] Облік не сходиться у { $count } місцях, перше: { $name }
   *[other] Облік не сходиться у { $count } місцях, перше: { $name }
  }. Нічого більше не проводьте, поки не гляне інженер: tilly verify
alert-who-unpaid_order = Клієнт: { $who }
alert-who-low_margin = Відповідає: { $who }
alert-band = Того дня, найімовірніше, буде від { $low } до { $high }
alert-margin-short = На { $amount } менше, ніж у плані
alert-largest = Найбільша оплата до цього: { $amount }
alert-edit-total = Сума: { $before } → { $after }
alert-edit-refunded = Повернено: { $before } → { $after }
alert-edit-cost = Собівартість: { $before } → { $after }
alert-edit-vat = ПДВ: { $before } → { $after }
alert-edit-margin = Маржа: { $before } → { $after }
alert-edit-lines = Змінили товари в ньому
alert-edit-closed-at = Змінили день закриття
alert-edit-who = Хто змінив: { $who }
alert-edit-hours = { $count ->
    [0] Менш ніж за годину після закриття
    [one] Через { $count } годину після закриття
    [few] Через { $count } години після закриття
   *[other] Через { $count } годин після закриття
}
alert-edit-days = { $count ->
    [one] Через { $count } день після закриття
    [few] Через { $count } дні після закриття
   *[other] Через { $count } днів після закриття
}
alert-records = 🔗 { $records }
alert-again = Стало гірше:
alert-is-closed = Залагоджено
alert-is-snoozed = 💤 Відкладено до { $day }
alert-assigned = Займається { $name }
alert-given = { $name } передає це вам:
alert-asked = { $name } питає, чому це змінили. Дайте відповідь на це повідомлення або натисніть «Пояснити».
alert-put-back = { $name } хоче, щоб у CRM повернули, як було. Щойно повернуть, сповіщення закриється саме.
alert-unheard = На це ще ніхто не відгукнувся:
alert-accepted = Прийнято так, як є тепер
alert-left = Лишаю, як є.
alert-ask-explain = Чому так? Напишіть; це побачать усі, кому я про це сказала.
alert-whom-assign = Хто цим займеться?
alert-whom-ask = Кого запитати, чому?
alert-was-worse = { $day } стало гірше
alert-was-seen = 👀 { $day } бачить { $name }
alert-was-explained = ✏️ { $day } пояснює { $name }
alert-was-snoozed = 💤 { $day } відкладає { $name }
alert-was-assigned = { $day } { $name } передає
alert-was-accepted = ✅ { $day } приймає { $name }
alert-was-wanted-back = ↩️ { $day } { $name } просить повернути, як було
alert-was-useless = { $day } { $name }: зайве
alert-was-escalated = { $day } ніхто не відгукнувся, покликала керівників
alert-was-closed = { $day } залагоджено
alert-was-lapsed = { $day } застаріло
alerts-several = { $count ->
    [one] { $count } річ, яку варто знати:
    [few] { $count } речі, які варто знати:
   *[other] { $count } речей, які варто знати:
  }
alerts-more = … і ще { $count }: /alerts
alerts-closed = { $count ->
    [one] Це залагодилося:
    [few] Ці залагодилися:
   *[other] Ці залагодилися:
  }
alerts-open = { $count ->
    [0] Усе спокійно. Що й коли сповіщати, задається нижче.
    [one] <b>{ $count } сповіщення відкрите</b>
    [few] <b>{ $count } сповіщення відкриті</b>
   *[other] <b>{ $count } сповіщень відкрито</b>
  }
alerts-rings = <b>Про що я сама кажу керівникам</b>
  Натисніть, щоб побачити, про що я сказала б за останній місяць, і ввімкнути чи вимкнути.
alerts-quiet = Нікого не турбую: { $night }. Критичне приходить будь-коли.
alerts-cap = { $count ->
    [one] Щонайбільше { $count } повідомлення на день; критичне не рахується.
    [few] Щонайбільше { $count } повідомлення на день; критичне не рахується.
   *[other] Щонайбільше { $count } повідомлень на день; критичне не рахується.
  }
alerts-where = Щоб я казала в групі чи в одній з її тем, напишіть там /alerts; /alerts off це скасує.
alerts-night = { $begins }–{ $ends }
alerts-no-night = без тихих годин
alerts-bound = Тепер кажу важливе тут. /alerts off це скасує.
alerts-unbound = Більше не кажу про це тут.
alert-any-amount = будь-яка сума
alert-unit-money = { $amount }
alert-unit-days = { $count ->
    [0] одразу
    [one] { $count } день
    [few] { $count } дні
   *[other] { $count } днів
  }
alert-unit-percent = { $count } %
alert-unit-times = { $count }×
alert-type-days = Скільки днів? Напишіть число.
alert-type-percent = Скільки відсотків? Напишіть число.
alert-type-money = Яка сума? Напишіть її.
alert-type-times = Скільки разів? Напишіть число.
alert-type-between = Може бути від { $least } до { $most }.
alert-parameter-days = Днів від закриття: { $value }
alert-parameter-from = Від суми: { $value }
alert-parameter-plan = Маржа за планом: { $value }
alert-parameter-order_from = Замовлення від: { $value }
alert-parameter-limit = Межа: { $value }
alert-parameter-later = Кажу через: { $value }
alert-parameter-within = Обидві в межах: { $value }
alert-parameter-known = Раніше платили щонайменше: { $value }
alert-parameter-times = На скільки розкидів вище звичного: { $value }
alert-parameter-ahead = Дивлюся наперед: { $value }
alert-parameter-keep = Має завжди лишатися: { $value }
alert-tried = { $count ->
    [0] За останні 30 днів не спрацювало б жодного разу.
    [one] За останні 30 днів спрацювало б { $count } раз:
    [few] За останні 30 днів спрацювало б { $count } рази:
   *[other] За останні 30 днів спрацювало б { $count } разів:
  }
alert-tried-line = • { $day }:
alert-not-tried = Спрацьовує, коли нічна перевірка обліку щось знаходить.
alert-name-unpaid_order = Замовлення не сплачене
alert-name-first_big_purchase = Перша велика закупівля
alert-name-order_edited = Змінили закрите замовлення
alert-name-low_margin = Маржа нижча за план
alert-name-till_over = Забагато в касі
alert-name-count_short = Нестача в касі
alert-name-settlement_late = Виплата затримується
alert-name-paid_twice = Сплачено двічі
alert-name-new_account = Новий рахунок постачальника
alert-name-new_party = Перша оплата комусь
alert-name-odd_refund = Дивне повернення
alert-name-odd_expense = Незвична витрата
alert-name-money_short = Закінчуються гроші
alert-name-source_silent = Банк мовчить
alert-name-statement_gap = Бракує днів у виписках
alert-name-books_broken = Облік не сходиться
alert-about-unpaid_order = Замовлення закрите стільки днів тому, а сплачене не все.
alert-about-first_big_purchase = Постачальникові товару вперше платять стільки.
alert-about-order_edited = Гроші, товари чи стан замовлення не ті, що були при закритті.
alert-about-low_margin = Замовлення, день чи місяць заробляє менше, ніж у плані. Замовлення дивлюся і до закриття, щойно відома собівартість.
alert-about-till_over = У касі більше готівки, ніж має бути; час у банк.
alert-about-count_short = Касу перерахували, і бракує стільки або більше.
alert-about-settlement_late = Платіжний сервіс, кур'єр чи маркетплейс запізнюється проти власного графіка.
alert-about-paid_twice = Клієнт заплатив двічі; або ми за кілька днів двічі заплатили комусь ту саму суму, хай раз готівкою і раз через банк, чи за одним чеком. Звичні оплати не рахую.
alert-about-new_account = Постачальникові, якому вже платили, платять на інший рахунок: так часто шахраюють.
alert-about-new_party = Комусь, кому ще ніколи не платили, платять стільки.
alert-about-odd_refund = Повернули більше, ніж сплачено, або той, хто сам продав, або за скасований продаж.
alert-about-odd_expense = Оплата набагато вища за звичні: тому самому або за те саме.
alert-about-money_short = За звичкою і щомісячними оплатами лишиться менше, ніж має.
alert-about-source_silent = Виписки рахунку перестали надходити.
alert-about-statement_gap = Виписка починається не з того залишку, яким закінчилася попередня.
alert-about-books_broken = Нічна перевірка знайшла те, чого бути не може.
alerts-week = { $count ->
    [0] Минулого тижня все було спокійно.
    [one] Минулий тиждень: { $count } сповіщення
    [few] Минулий тиждень: { $count } сповіщення
   *[other] Минулий тиждень: { $count } сповіщень
  }{ $count ->
    [0] {""}
   *[other] , корисних { $useful }, зайвих { $useless }, без відповіді { $open }.
  }
alerts-week-line = • { $name }: { $told }, корисних { $useful }
alerts-week-advice = «{ $name }» здебільшого зайве. Може, задати інші числа?
button-alerts-rings = Про що казати
button-alerts-hours = Коли й де
button-alerts-cap = { $count }/день
button-alert-back = ← До всіх
button-alert-seen = 👀 Бачу
button-alert-explain = ✏️ Пояснити
button-alert-day = 💤 Завтра
button-alert-week = 💤 За тиждень
button-alert-assign = Передати…
button-alert-useless = Зайве
button-alert-ask = ❓ Запитати
button-alert-accept = ✅ Прийняти
button-alert-back-in = ↩️ Повернути
button-alert-keep = ✓ Хай буде так
button-alert-on = 🔔 Увімкнути
button-alert-off = 🔕 Вимкнути
button-alert-type-days = Інші дні…
button-alert-type-from = Інша сума…
button-alert-type-plan = Інша маржа…
button-alert-type-order_from = Інші замовлення…
button-alert-type-limit = Інша межа…
button-alert-type-later = Інша затримка…
button-alert-type-within = Інший строк…
button-alert-type-known = Інша кількість…
button-alert-type-times = Інший розкид…
button-alert-type-ahead = Інші дні…
button-alert-type-keep = Інший запас…
job-send-digests = Ранкові й вечірні зведення, листи
