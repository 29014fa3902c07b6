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
cash-line-number = № { $number }
cash-amended = Змінила:
cash-was-in = <s>+{ $amount } · { $category } · № { $number }</s>
cash-was-out = <s>−{ $amount } · { $category } · № { $number }</s>
cash-undone = Скасовано: № { $number }, { $amount }
button-undo = Скасувати
button-undo-number = Скасувати № { $number }
button-change-number = Змінити № { $number }
button-amount = Сума
button-date = Дата
button-category = Категорія
button-counterparty = Хто
button-leave = Лишити як є
entry-ask-amount = Яка сума правильна? Напишіть її.
entry-ask-date = Який це був день? Натисніть або напишіть, наприклад 05.11.
entry-ask-category = На що це було?
entry-ask-counterparty = Хто це був? Напишіть ім’я чи назву.
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
ask-context = Не розумію, про який запис мова або що в ньому змінити. Дайте відповідь на нього чи напишіть так: «не 250, а 350», «скасуй останній».
ask-which = Про який запис мова? Напишіть і стару суму: «не 250, а 350». Або скасуйте потрібний тут:
ask-what = Бачу гроші, але не все зрозуміло. Напишіть простіше: за що і скільки, кожне з нового рядка.
draft-dropped = Добре, нічого не записую.
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
button-too-old = Ця кнопка вже застара. Запитайте мене, будь ласка, ще раз.
not-allowed = Вам це тут недоступно. Якщо потрібно, попросіть власника.
nothing-to-undo = Нема чого скасовувати.
period-closed = Облік закрито по { $day } включно, тож запис лишається. Скажіть бухгалтеру.
amend-kept = Не зрозуміла виправлення, тож запис лишається, як був. За потреби скасуйте його й напишіть наново.
cash-hint = Нічого не записала. Пишіть про касу так: <code>кур'єр 220</code>
file-not-yet = Файли та голосові поки не читаю. Напишіть кількома словами, будь ласка.

## The day
day-title = { $day }
day-in = Прийшло: <b>{ $amount }</b>
day-out = Пішло: <b>{ $amount }</b>
day-net = Підсумок: <b>{ $amount }</b>
day-moved-in = Внесено в каси: { $amount }
day-moved-out = Винесено з кас: { $amount }
day-till = { $till }: { $balance }
day-empty = Готівка сьогодні ще не рухалася.

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
chart-no-category = Без категорії
chart-nothing = Нічого не було
chart-currencies = Інші валюти

## People
stranger = Вітаю! Це каса магазину, і ми ще не знайомі. Попросіть у власника запрошення.
stranger-first = Вітаю! У цього магазину ще немає власника. Якщо це ви, надішліть код, який з’явився там, де запустили Tilly.
welcome-owner = Вітаю, { $name }! Магазин тепер ваш. Кілька запитань, і почнемо.
welcome-person = Вітаю, { $name }! Ваша роль тут: { $role }.
welcome-back = Рада бачити, { $name }.
invite-role = Кого запрошуєте?
invite-link = Надішліть це посилання колезі ({ $role }). Воно спрацює один раз, до { $expires }:
    { $link }
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
team-told-till = Тепер ваша каса — «{ $till }».
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
setup-tills = Скільки у вас кас?
setup-till-name = Як зветься ця каса? Зараз вона «{ $till }». Напишіть назву або пропустіть.
setup-opening = «{ $till }»: скільки там зараз готівки? Напишіть суму; якщо порожньо — 0.
setup-refused-currency = Не знаю валюти «{ $text }». Напишіть три літери, наприклад EUR.
setup-refused-zone = Не знаю «{ $text }». Напишіть більше місто поруч або пояс, наприклад Europe/Kyiv.
setup-refused-amount = «{ $text }» не схоже на суму. Напишіть цифрами, наприклад 1250.
setup-refused-currency-kept = Гроші вже записано, тож валюта лишається: { $text }.
setup-refused-tills = «{ $text }» — це не число від 1 до 5. Скільки у вас кас?
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
help-command = /{ $command } — { $what }
command-start = почати
command-help = що я вмію
command-today = підсумок дня
command-till = скільки в касі
command-advance = видати гроші під звіт
command-advances = у кого гроші під звітом
command-refunds = повернення та їхні продажі
command-memory = чого ви мене навчили
command-team = хто тут працює
command-invite = запросити людину
command-accounts = план рахунків
command-close = закрити облік по день
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
close-ask = Закрити все по { $day } включно? Потім цього ніхто не змінить.
close-done = Закрито по { $day } включно.
close-no = { $day } закрити не можна: день ще не минув або вже закритий.
close-how = Не знаю такого дня. Напишіть так: <code>/close 31.10</code>

## Groups
leadership-made = Тепер це чат керівництва. Сюди писатиму про важливе.
leadership-only-group = Напишіть /leadership у групі, яка стане чатом керівництва.

## Trouble
storage-outage = Зараз не можу зберігати. Ваше повідомлення не загубиться і запишеться саме.
update-quarantined = У повідомленні № { $number } щось мені не далося. Воно збережене, але нічого з нього не записано. Напишіть ще раз іншими словами, будь ласка.
books-broken = { $count ->
    [one] Облік не сходиться: { $count } перевірка не пройшла. Запустіть <code>tilly verify</code>.
    [few] Облік не сходиться: { $count } перевірки не пройшли. Запустіть <code>tilly verify</code>.
   *[other] Облік не сходиться: { $count } перевірок не пройшло. Запустіть <code>tilly verify</code>.
  }

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
advance-back = Повернуто з підзвітних, { $name }
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
advance-accounted = Відзвітовано, { $name }:
advance-part = { $amount } · { $category } · № { $number }
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
refunds-line = № { $number } · { $day } · <b>{ $amount }</b> · { $who }
refunds-total = Разом: { $amount }
refunds-look = На ці повернення варто глянути. Усі – в /refunds
button-refund-sale = № { $number } · { $day } · { $amount }
button-refund-without = Без продажу
button-refund-wrong = Сума не та
button-refund-ask-from = Не питати до { $amount }
button-refund-ask-always = Завжди питати про продаж

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
category-office_household = Офіс і господарчі
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
