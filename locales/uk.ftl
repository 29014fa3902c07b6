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
command-deposit = здати готівку в банк, що ще в дорозі
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
till-last = «{ $till }» — єдина каса, тож вона лишається відкритою.
button-newer = ← Новіші
button-newest = ← Найновіші
button-older = Давніші →
button-further = Шукати далі →
transfer-ask = { $sender } передає <b>{ $amount }</b> з каси «{ $source }» до «{ $till }». Отримали?
transfer-was-sent = { $sender } передає <b>{ $amount }</b> з каси «{ $source }» до «{ $till }».
transfer-somewhere = іншої каси
transfer-decided-received = Отримано: { $name }, { $at }.
transfer-decided-refused = { $name } каже, що гроші не надійшли: { $at }. Вони досі в дорозі.
transfer-decided-withdrawn = Скасовано: { $name }, { $at }. Нічого чекати не треба.
transfer-which = До якої каси йдуть { $amount }?
transfer-line-sent = У дорозі: { $amount }, «{ $source }» → «{ $till }», { $sender }, з { $at }
transfer-line-refused = Не надійшло: { $amount }, «{ $source }» → «{ $till }», { $sender }, відповідь { $at }
transfer-line-received = Отримано: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-line-withdrawn = Скасовано: { $amount }, «{ $source }» → «{ $till }», { $sender }, { $at }
transfer-told-asked = Запитала, чи надійшли { $amount } до каси «{ $till }»: { $names }.
transfer-told-received = { $name } підтверджує: { $amount } від вас надійшли до каси «{ $till }».
transfer-told-settled = Це ті { $amount }, що передає { $sender } з каси «{ $source }». Тепер вони дійшли.
transfer-told-refused = { $name } каже, що { $amount } від вас до каси «{ $till }» не надійшли. Вони досі в дорозі: з’ясуйте, будь ласка, де вони.
transfer-told-directors = { $name } каже, що { $amount } з каси «{ $source }» не надійшли до «{ $till }». Передача від: { $sender }.
transfer-told-reopened = { $name } скасовує отримання: { $amount } для каси «{ $till }» знову в дорозі.
transfer-kept = Ці { $amount } вже отримано ({ $name }), тож запис не змінити. Якщо гроші все ж не надійшли, спершу скасуйте їх надходження, № { $number }.
button-got-it = Отримано
button-not-so = Не надійшло
button-found = Усе ж надійшло
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
