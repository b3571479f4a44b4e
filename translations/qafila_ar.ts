<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en">
<context>
<name>Answer</name>
<message><source>An age is not known</source><translation>السن غير معروفة</translation></message>
<message><source>Desk {desk} serves this family</source><translation>هذه الأسرة يخدمها مكتب {desk}</translation></message>
<message><source>Nobody is old enough</source><translation>لا يوجد من بلغ السن المطلوبة</translation></message>
<message><source>Nobody is young enough</source><translation>لا يوجد من هو في السن المطلوبة</translation></message>
<message><source>Nobody of the household is registered</source><translation>لا يوجد أفراد مسجلون في الأسرة</translation></message>
<message><source>Not beside another item. {received}</source><translation>لا يُجمع مع صنف آخر. {received}</translation></message>
<message><source>Not on the campaign's approved list</source><translation>غير مدرجة في كشف المستحقين المعتمد للحملة</translation></message>
<message><source>On the campaign's reserve list</source><translation>مدرجة في الكشف الاحتياطي للحملة</translation></message>
<message numerus="yes"><source>Once in %n days per household</source><translation><numerusform>مرة لكل أسرة</numerusform><numerusform>مرة كل يوم لكل أسرة</numerusform><numerusform>مرة كل يومين لكل أسرة</numerusform><numerusform>مرة كل %n أيام لكل أسرة</numerusform><numerusform>مرة كل %n يومًا لكل أسرة</numerusform><numerusform>مرة كل %n يوم لكل أسرة</numerusform></translation></message>
<message numerus="yes"><source>Once in %n days per person</source><translation><numerusform>مرة لكل فرد</numerusform><numerusform>مرة كل يوم لكل فرد</numerusform><numerusform>مرة كل يومين لكل فرد</numerusform><numerusform>مرة كل %n أيام لكل فرد</numerusform><numerusform>مرة كل %n يومًا لكل فرد</numerusform><numerusform>مرة كل %n يوم لكل فرد</numerusform></translation></message>
<message><source>Once per household in the campaign</source><translation>مرة واحدة لكل أسرة في الحملة</translation></message>
<message><source>Once per person in the campaign</source><translation>مرة واحدة لكل فرد في الحملة</translation></message>
<message><source>Only for categories that the household is not in</source><translation>مخصص لفئات لا تنطبق على الأسرة</translation></message>
<message numerus="yes"><source>Only for households of %n people or more</source><translation><numerusform>لكل الأسر</numerusform><numerusform>للأسر من فرد واحد فأكثر</numerusform><numerusform>للأسر من فردين فأكثر</numerusform><numerusform>للأسر من %n أفراد فأكثر</numerusform><numerusform>للأسر من %n فردًا فأكثر</numerusform><numerusform>للأسر من %n فرد فأكثر</numerusform></translation></message>
<message numerus="yes"><source>Only for households of up to %n people</source><translation><numerusform>لا تنطبق على أي أسرة</numerusform><numerusform>للأسر من فرد واحد فقط</numerusform><numerusform>للأسر حتى فردين</numerusform><numerusform>للأسر حتى %n أفراد</numerusform><numerusform>للأسر حتى %n فردًا</numerusform><numerusform>للأسر حتى %n فرد</numerusform></translation></message>
<message><source>Owed from before the campaign ended</source><translation>مستحق من قبل انتهاء الحملة</translation></message>
<message><source>Owed since {day}: it was not in stock</source><translation>مستحق منذ {day}: لم يكن متوفرًا بالمخزون</translation></message>
<message><source>Owed: it was not in stock</source><translation>مستحق: لم يكن متوفرًا بالمخزون</translation></message>
<message><source>Received before, and not known for whom</source><translation>سبق الاستلام ولا يُعرف لأي فرد</translation></message>
<message><source>Received {day}</source><translation>استُلم في {day}</translation></message>
<message><source>Received {day} at {time}, at desk {desk}</source><translation>استُلم في {day} الساعة {time} من مكتب {desk}</translation></message>
<message><source>Received {day} from {giver}</source><translation>استُلم في {day} من {giver}</translation></message>
<message><source>Received {day} from {giver}, desk {desk}</source><translation>استُلم في {day} من {giver}، مكتب {desk}</translation></message>
<message><source>The campaign has ended</source><translation>انتهت الحملة</translation></message>
<message><source>The campaign has not begun</source><translation>لم تبدأ الحملة بعد</translation></message>
<message><source>The campaign's rule is incomplete</source><translation>قاعدة الحملة غير مكتملة</translation></message>
<message><source>The household's village is not known</source><translation>قرية الأسرة غير معروفة</translation></message>
<message><source>The rest of the ration. {received}</source><translation>باقي الحصة. {received}</translation></message>
<message><source>The size of the household is not known</source><translation>عدد أفراد الأسرة غير معروف</translation></message>
<message><source>The village is not one of the campaign's</source><translation>القرية ليست من قرى الحملة</translation></message>
<message numerus="yes"><source>Up to %n times per household</source><translation><numerusform>لا يُصرف لأي أسرة</numerusform><numerusform>مرة واحدة لكل أسرة</numerusform><numerusform>حتى مرتين لكل أسرة</numerusform><numerusform>حتى %n مرات لكل أسرة</numerusform><numerusform>حتى %n مرة لكل أسرة</numerusform><numerusform>حتى %n مرة لكل أسرة</numerusform></translation></message>
<message numerus="yes"><source>Up to %n times per person</source><translation><numerusform>لا يُصرف لأي فرد</numerusform><numerusform>مرة واحدة لكل فرد</numerusform><numerusform>حتى مرتين لكل فرد</numerusform><numerusform>حتى %n مرات لكل فرد</numerusform><numerusform>حتى %n مرة لكل فرد</numerusform><numerusform>حتى %n مرة لكل فرد</numerusform></translation></message>
<message><source>{received}; next on {day}</source><translation>{received}؛ الاستحقاق التالي {day}</translation></message>
<message><source>{rule}; the earlier one counts no more</source><translation>{rule}؛ ما سبق لم يعد محسوبًا</translation></message>
</context>
<context>
<name>Balance</name>
<message><source>Came in</source><translation>الوارد</translation></message>
<message><source>Damaged</source><translation>التالف</translation></message>
<message><source>Given</source><translation>المصروف</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Left</source><translation>الباقي</translation></message>
<message><source>Missing</source><translation>المفقود</translation></message>
<message><source>Returned</source><translation>المرتجع</translation></message>
<message><source>This desk</source><translation>بهذا المكتب</translation></message>
</context>
<context>
<name>Card</name>
<message><source>Card {number}; earlier cards are void.</source><translation>البطاقة رقم {number}، وما قبلها ملغى.</translation></message>
<message><source>Household cards</source><translation>بطاقات الأسر</translation></message>
<message><source>Household number</source><translation>رقم الأسرة</translation></message>
<message><source>It finds the family's file and proves nobody's identity.</source><translation>تُستخدم للوصول إلى ملف الأسرة، ولا تُعد إثباتًا للهوية.</translation></message>
</context>
<context>
<name>Cards</name>
<message numerus="yes"><source>%n cards</source><translation><numerusform>لا بطاقات</numerusform><numerusform>بطاقة واحدة</numerusform><numerusform>بطاقتان</numerusform><numerusform>%n بطاقات</numerusform><numerusform>%n بطاقة</numerusform><numerusform>%n بطاقة</numerusform></translation></message>
<message numerus="yes"><source>%n cards are in {file}</source><translation><numerusform>لا بطاقات في الملف {file}</numerusform><numerusform>بطاقة واحدة في الملف {file}</numerusform><numerusform>بطاقتان في الملف {file}</numerusform><numerusform>%n بطاقات في الملف {file}</numerusform><numerusform>%n بطاقة في الملف {file}</numerusform><numerusform>%n بطاقة في الملف {file}</numerusform></translation></message>
<message><source>Also for families that have a card, which becomes void</source><translation>وللأسر التي لها بطاقة أيضًا، فتُلغى البطاقة القديمة</translation></message>
<message><source>Card as PDF</source><translation>حفظ البطاقة PDF</translation></message>
<message><source>Cards as PDF</source><translation>حفظ البطاقات PDF</translation></message>
<message><source>Cards as PDF…</source><translation>حفظ البطاقات PDF…</translation></message>
<message><source>Drawing the cards</source><translation>جارٍ رسم البطاقات</translation></message>
<message><source>Empty: all villages of the convoy, with their hamlets.</source><translation>إذا تُرك فارغًا: كل قرى القافلة بتوابعها.</translation></message>
<message><source>New card</source><translation>بطاقة جديدة</translation></message>
<message><source>Print the cards</source><translation>طباعة البطاقات</translation></message>
<message><source>Ten cards on a sheet of A4, with marks to cut along. At the next convoy a card finds its family in one scan; it proves nobody's identity.</source><translation>عشر بطاقات في ورقة A4 بعلامات للقص. في القافلة القادمة تُظهر البطاقة ملف الأسرة بتمريرة واحدة، ولا تُثبت شخصية أحد.</translation></message>
<message><source>The new card is in {file}; earlier cards are void.</source><translation>البطاقة الجديدة في الملف {file}، وما قبلها ملغى.</translation></message>
<message><source>This card was replaced by a newer one (card {number}). Keep it; the family is found.</source><translation>هذه البطاقة حلت محلها بطاقة أحدث (رقم {number}). تُسحب البطاقة القديمة، وملف الأسرة ظاهر.</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>card</source><translation>بطاقة</translation></message>
<message><source>cards</source><translation>بطاقات</translation></message>
</context>
<context>
<name>Catalogue</name>
<message><source>A campaign gives an initiative a period and rules: who may receive what, how often. Choose one, or begin a new one.</source><translation>الحملة تعطي المبادرة مدة وقواعد: من يستحق ماذا وكم مرة. يمكن اختيار حملة أو إضافة جديدة.</translation></message>
<message><source>A number of times</source><translation>عدد من المرات</translation></message>
<message><source>Add a rule</source><translation>إضافة قاعدة</translation></message>
<message><source>Again after some days</source><translation>تتكرر بعد أيام</translation></message>
<message><source>Also what is out of use</source><translation>مع الموقوف</translation></message>
<message><source>Arabic name</source><translation>الاسم بالعربية</translation></message>
<message><source>Back without the rule</source><translation>رجوع دون القاعدة</translation></message>
<message><source>Belongs to</source><translation>تتبع</translation></message>
<message><source>Campaign</source><translation>الحملة</translation></message>
<message><source>Campaigns</source><translation>الحملات</translation></message>
<message><source>Categories</source><translation>الفئات</translation></message>
<message><source>Category</source><translation>الفئة</translation></message>
<message><source>Change the rule</source><translation>تعديل القاعدة</translation></message>
<message><source>Choose a picture</source><translation>اختيار صورة</translation></message>
<message><source>Days between two times</source><translation>عدد الأيام بين المرتين</translation></message>
<message><source>Each household</source><translation>كل أسرة</translation></message>
<message><source>Each person</source><translation>كل فرد</translation></message>
<message><source>English name, if there is one</source><translation>الاسم بالإنجليزية إن وُجد</translation></message>
<message><source>Everything that is handed over, with its number on receipts and the words that lists use for it.</source><translation>كل ما يُصرف، برقمه على الإيصالات والكلمات التي تسميه بها الكشوف.</translation></message>
<message><source>First day</source><translation>أول يوم</translation></message>
<message><source>For whom</source><translation>لمن</translation></message>
<message><source>Highest age</source><translation>أعلى سن</translation></message>
<message><source>How often</source><translation>كم مرة</translation></message>
<message><source>Initiative</source><translation>المبادرة</translation></message>
<message><source>Initiatives</source><translation>المبادرات</translation></message>
<message><source>It is offered again</source><translation>عاد إلى الاستخدام</translation></message>
<message><source>It is out of use and no longer offered</source><translation>أُوقف استخدامه ولن يُعرض</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Items</source><translation>الأصناف</translation></message>
<message><source>Kind</source><translation>النوع</translation></message>
<message><source>Largest family</source><translation>أكثر عدد أفراد</translation></message>
<message><source>Last day</source><translation>آخر يوم</translation></message>
<message><source>Lasting programmes of the alliance; each campaign can belong to one.</source><translation>برامج التحالف الدائمة؛ يمكن أن تتبع كل حملة إحداها.</translation></message>
<message><source>Leave it</source><translation>تركه دون حفظ</translation></message>
<message><source>Logo on receipts</source><translation>الشعار على الإيصالات</translation></message>
<message><source>Lowest age</source><translation>أقل سن</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>New campaign</source><translation>حملة جديدة</translation></message>
<message><source>New category</source><translation>فئة جديدة</translation></message>
<message><source>New initiative</source><translation>مبادرة جديدة</translation></message>
<message><source>New item</source><translation>صنف جديد</translation></message>
<message><source>New organisation</source><translation>جهة جديدة</translation></message>
<message><source>No logo</source><translation>دون شعار</translation></message>
<message><source>Not for whom received</source><translation>لا تُصرف لمن استلم</translation></message>
<message><source>Nothing yet: without a rule the desk offers no item.</source><translation>لا شيء بعد: دون قاعدة لا يعرض المكتب أي صنف.</translation></message>
<message><source>Number</source><translation>الرقم</translation></message>
<message><source>Once in the campaign</source><translation>مرة واحدة في الحملة</translation></message>
<message><source>One word or phrase a line; imports understand them.</source><translation>كلمة أو عبارة في كل سطر؛ يفهمها استيراد الكشوف.</translation></message>
<message><source>Only for these categories</source><translation>لهذه الفئات فقط</translation></message>
<message><source>Only households on its approved list</source><translation>للأسر المدرجة في كشفها المعتمد فقط</translation></message>
<message><source>Only in these villages</source><translation>في هذه القرى فقط</translation></message>
<message><source>Organisation</source><translation>الجهة</translation></message>
<message><source>Organisations</source><translation>الجهات</translation></message>
<message><source>Period</source><translation>المدة</translation></message>
<message><source>Phone</source><translation>الهاتف</translation></message>
<message><source>Put back in use</source><translation>إعادة إلى الاستخدام</translation></message>
<message><source>Put out of use</source><translation>إيقاف الاستخدام</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Reasons for priority, such as a widow or a disability; rules and registration use them.</source><translation>أسباب الأولوية مثل أرملة أو ذوي همم؛ تستخدمها القواعد والتسجيل.</translation></message>
<message><source>Remove the rule</source><translation>حذف القاعدة</translation></message>
<message><source>Rules</source><translation>القواعد</translation></message>
<message><source>Save</source><translation>حفظ</translation></message>
<message><source>Saved</source><translation>تم الحفظ</translation></message>
<message><source>Smallest family</source><translation>أقل عدد أفراد</translation></message>
<message><source>Take the rule</source><translation>اعتماد القاعدة</translation></message>
<message><source>The alliance's members and local associations; the logo of the one that gives stands on its receipts.</source><translation>أعضاء التحالف والجمعيات المحلية؛ وشعار الجهة المانحة يظهر على إيصالاتها.</translation></message>
<message><source>The next part</source><translation>القسم التالي</translation></message>
<message><source>This is not saved yet.</source><translation>لم يُحفظ هذا بعد.</translation></message>
<message><source>Times in all</source><translation>عدد المرات كلها</translation></message>
<message><source>Unit</source><translation>الوحدة</translation></message>
<message><source>Use</source><translation>الاستخدام</translation></message>
<message><source>Value of a unit, EGP</source><translation>قيمة الوحدة بالجنيه</translation></message>
<message><source>What it is</source><translation>صفتها</translation></message>
<message><source>What lists call it</source><translation>أسماء أخرى في الكشوف</translation></message>
<message><source>Who may receive what</source><translation>من يستحق ماذا</translation></message>
<message><source>any time</source><translation>أي وقت</translation></message>
<message><source>from {day}</source><translation>من {day}</translation></message>
<message><source>in use</source><translation>مستخدم</translation></message>
<message><source>no initiative</source><translation>دون مبادرة</translation></message>
<message><source>no kind</source><translation>دون نوع</translation></message>
<message><source>nothing</source><translation>لا شيء</translation></message>
<message><source>out of use</source><translation>موقوف</translation></message>
<message><source>until {day}</source><translation>حتى {day}</translation></message>
<message><source>{first} to {last}</source><translation>{first} إلى {last}</translation></message>
</context>
<context>
<name>Chips</name>
<message><source>More…</source><translation>المزيد…</translation></message>
</context>
<context>
<name>Closing</name>
<message numerus="yes"><source>%n parked cases still wait for a supervisor.</source><translation><numerusform>لا توجد حالات معلقة.</numerusform><numerusform>حالة معلقة واحدة ما زالت تنتظر المشرف.</numerusform><numerusform>حالتان معلقتان ما زالتا تنتظران المشرف.</numerusform><numerusform>%n حالات معلقة ما زالت تنتظر المشرف.</numerusform><numerusform>%n حالة معلقة ما زالت تنتظر المشرف.</numerusform><numerusform>%n حالة معلقة ما زالت تنتظر المشرف.</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were not printed.</source><translation><numerusform>طُبعت كل الإيصالات.</numerusform><numerusform>إيصال واحد لم يُطبع.</numerusform><numerusform>إيصالان لم يُطبعا.</numerusform><numerusform>%n إيصالات لم تُطبع.</numerusform><numerusform>%n إيصالًا لم يُطبع.</numerusform><numerusform>%n إيصال لم يُطبع.</numerusform></translation></message>
<message><source>A merge changed this after the count</source><translation>غيّره دمج بعد الجرد</translation></message>
<message><source>Back to the desk</source><translation>العودة إلى المكتب</translation></message>
<message><source>Both sign the slip: whoever hands the stick over, and whoever takes it. A family that comes late can still be served; then close the desk again.</source><translation>يوقع على الورقة من يسلّم الفلاشة ومن يستلمها. إن جاءت أسرة متأخرة تُخدم، ثم يُقفل المكتب من جديد.</translation></message>
<message><source>Changes in it</source><translation>عدد التغييرات فيه</translation></message>
<message><source>Choose the reason</source><translation>اختيار السبب</translation></message>
<message><source>Close and write the file to the stick</source><translation>إقفال وكتابة الملف على الفلاشة</translation></message>
<message><source>Close desk {desk}, {day}</source><translation>إقفال مكتب {desk}، {day}</translation></message>
<message><source>Close the convoy</source><translation>إغلاق القافلة</translation></message>
<message><source>Closed {moment} by {name}. Only a coordinator can open it again.</source><translation>أُغلقت {moment} بواسطة {name}. إعادة فتحها للمنسق فقط.</translation></message>
<message><source>Closed {moment}, and worked on since: count again.</source><translation>أُقفل {moment} ثم استمر العمل بعدها: يُعاد العد.</translation></message>
<message><source>Closed {moment}. Closing again takes its place.</source><translation>أُقفل {moment}. الإقفال من جديد يحل محله.</translation></message>
<message><source>Count and close: {convoy}</source><translation>الجرد والإغلاق: {convoy}</translation></message>
<message><source>Count what is really left of each item; where it differs from the book, choose why. Two people put their names to it. The file then goes on the stick, and is read back.</source><translation>يُعد الباقي فعلًا من كل صنف، وحيث يختلف عن الدفتري يُختار السبب. يكتب شخصان اسميهما. بعدها يُكتب الملف على الفلاشة ويُقرأ منها للتأكد.</translation></message>
<message><source>Counted</source><translation>الجرد</translation></message>
<message><source>Counted by</source><translation>قام بالعد</translation></message>
<message><source>Counted: {item}</source><translation>جرد {item}</translation></message>
<message><source>Damaged</source><translation>تالف</translation></message>
<message><source>Difference</source><translation>الفرق</translation></message>
<message><source>Digest</source><translation>بصمة الملف</translation></message>
<message><source>Expired</source><translation>منتهي</translation></message>
<message><source>File</source><translation>الملف</translation></message>
<message><source>Handed over</source><translation>مصروف</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Keep the slip as PDF</source><translation>حفظ الورقة PDF</translation></message>
<message><source>Left</source><translation>الباقي</translation></message>
<message><source>Loaded</source><translation>محمّل</translation></message>
<message><source>Loaded + received = handed over + returned + damaged + lost + expired + left. Count what is really left of each item; where it differs from the book, choose why. After closing nothing more is handed over.</source><translation>المحمّل + الوارد = المصروف + المرتجع + التالف + المفقود + المنتهي + الباقي. يُجرد الباقي فعلًا من كل صنف، وإذا اختلف عن الدفتر يُختار السبب. بعد الإغلاق لا يُصرف شيء.</translation></message>
<message><source>Lost</source><translation>مفقود</translation></message>
<message><source>Note</source><translation>ملاحظة</translation></message>
<message><source>Passed on</source><translation>إلى القافلة</translation></message>
<message><source>Print the slip again</source><translation>طباعة الورقة مرة أخرى</translation></message>
<message><source>Reason</source><translation>السبب</translation></message>
<message><source>Received</source><translation>وارد</translation></message>
<message><source>Returned</source><translation>مرتجع</translation></message>
<message><source>Stick</source><translation>الفلاشة</translation></message>
<message><source>Taken in</source><translation>من القافلة</translation></message>
<message><source>The convoy is closed</source><translation>أُغلقت القافلة</translation></message>
<message><source>The desk is closed</source><translation>أُقفل المكتب</translation></message>
<message><source>The file is on the stick, was read back, and is whole</source><translation>الملف على الفلاشة، وقُرئ منها وهو سليم</translation></message>
<message><source>The slip is kept in {path}</source><translation>حُفظت الورقة في {path}</translation></message>
<message><source>The slip was not printed: no printer is ready. Choose one in the settings, or keep the slip as PDF.</source><translation>لم تُطبع الورقة: لا توجد طابعة جاهزة. يمكن اختيار طابعة من الإعدادات أو حفظ الورقة PDF.</translation></message>
<message><source>The slip was printed</source><translation>طُبعت الورقة</translation></message>
<message><source>Witness</source><translation>الشاهد</translation></message>
<message><source>agrees</source><translation>مطابق</translation></message>
<message><source>{count} missing</source><translation>ناقص {count}</translation></message>
<message><source>{count} too many</source><translation>زائد {count}</translation></message>
</context>
<context>
<name>Commands</name>
<message numerus="yes"><source>%n changes were checked.</source><translation><numerusform>لم تكن هناك تغييرات لفحصها.</numerusform><numerusform>تم فحص تغيير واحد.</numerusform><numerusform>تم فحص تغييرين.</numerusform><numerusform>تم فحص %n تغييرات.</numerusform><numerusform>تم فحص %n تغييرًا.</numerusform><numerusform>تم فحص %n تغيير.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were written: {path}</source><translation><numerusform>لم يُكتب أي تغيير: {path}</numerusform><numerusform>كُتب تغيير واحد: {path}</numerusform><numerusform>كُتب تغييران: {path}</numerusform><numerusform>كُتبت %n تغييرات: {path}</numerusform><numerusform>كُتب %n تغييرًا: {path}</numerusform><numerusform>كُتب %n تغيير: {path}</numerusform></translation></message>
<message numerus="yes"><source>%n codes are not of Qafila</source><translation><numerusform>لا توجد رموز من خارج قافلة</numerusform><numerusform>رمز واحد ليس من قافلة</numerusform><numerusform>رمزان ليسا من قافلة</numerusform><numerusform>%n رموز ليست من قافلة</numerusform><numerusform>%n رمزًا ليست من قافلة</numerusform><numerusform>%n رمز ليست من قافلة</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs stay, without a name</source><translation><numerusform>لا تبقى عمليات صرف</numerusform><numerusform>تبقى عملية صرف واحدة بدون اسم</numerusform><numerusform>تبقى عمليتا صرف بدون اسم</numerusform><numerusform>تبقى %n عمليات صرف بدون اسم</numerusform><numerusform>تبقى %n عملية صرف بدون اسم</numerusform><numerusform>تبقى %n عملية صرف بدون اسم</numerusform></translation></message>
<message numerus="yes"><source>%n pairs are almost certainly one person</source><translation><numerusform>لا توجد حالات شبه مؤكدة لشخص واحد</numerusform><numerusform>حالة واحدة شبه مؤكدة لشخص واحد</numerusform><numerusform>حالتان شبه مؤكدتين لشخص واحد</numerusform><numerusform>%n حالات شبه مؤكدة لشخص واحد</numerusform><numerusform>%n حالة شبه مؤكدة لشخص واحد</numerusform><numerusform>%n حالة شبه مؤكدة لشخص واحد</numerusform></translation></message>
<message numerus="yes"><source>%n pairs are to be looked at</source><translation><numerusform>لا توجد حالات تحتاج مراجعة</numerusform><numerusform>حالة واحدة تحتاج مراجعة</numerusform><numerusform>حالتان تحتاجان مراجعة</numerusform><numerusform>%n حالات تحتاج مراجعة</numerusform><numerusform>%n حالة تحتاج مراجعة</numerusform><numerusform>%n حالة تحتاج مراجعة</numerusform></translation></message>
<message numerus="yes"><source>%n pairs were written to {path}</source><translation><numerusform>لم تُكتب أي حالة في {path}</numerusform><numerusform>كُتبت حالة واحدة في {path}</numerusform><numerusform>كُتبت حالتان في {path}</numerusform><numerusform>كُتبت %n حالات في {path}</numerusform><numerusform>كُتبت %n حالة في {path}</numerusform><numerusform>كُتبت %n حالة في {path}</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>لا أشخاص</numerusform><numerusform>شخص واحد</numerusform><numerusform>شخصان</numerusform><numerusform>%n أشخاص</numerusform><numerusform>%n شخصًا</numerusform><numerusform>%n شخص</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were written to {path}</source><translation><numerusform>لم يُكتب أي إيصال في {path}</numerusform><numerusform>كُتب إيصال واحد في {path}</numerusform><numerusform>كُتب إيصالان في {path}</numerusform><numerusform>كُتبت %n إيصالات في {path}</numerusform><numerusform>كُتب %n إيصالًا في {path}</numerusform><numerusform>كُتب %n إيصال في {path}</numerusform></translation></message>
<message numerus="yes"><source>%n records were rebuilt; the backup from before: {path}</source><translation><numerusform>لم تكن هناك سجلات لبنائها؛ النسخة الاحتياطية السابقة: {path}</numerusform><numerusform>أُعيد بناء سجل واحد؛ النسخة الاحتياطية السابقة: {path}</numerusform><numerusform>أُعيد بناء سجلين؛ النسخة الاحتياطية السابقة: {path}</numerusform><numerusform>أُعيد بناء %n سجلات؛ النسخة الاحتياطية السابقة: {path}</numerusform><numerusform>أُعيد بناء %n سجلًا؛ النسخة الاحتياطية السابقة: {path}</numerusform><numerusform>أُعيد بناء %n سجل؛ النسخة الاحتياطية السابقة: {path}</numerusform></translation></message>
<message numerus="yes"><source>%n rows were read.</source><translation><numerusform>لم يُقرأ أي صف.</numerusform><numerusform>قُرئ صف واحد.</numerusform><numerusform>قُرئ صفان.</numerusform><numerusform>قُرئت %n صفوف.</numerusform><numerusform>قُرئ %n صفًا.</numerusform><numerusform>قُرئ %n صف.</numerusform></translation></message>
<message numerus="yes"><source>%n rows were written to {path}</source><translation><numerusform>لم يُكتب أي صف في {path}</numerusform><numerusform>كُتب صف واحد في {path}</numerusform><numerusform>كُتب صفان في {path}</numerusform><numerusform>كُتبت %n صفوف في {path}</numerusform><numerusform>كُتب %n صفًا في {path}</numerusform><numerusform>كُتب %n صف في {path}</numerusform></translation></message>
<message numerus="yes"><source>A demonstration of %n families is ready: {path}</source><translation><numerusform>تجربة بلا أسر جاهزة: {path}</numerusform><numerusform>تجربة من أسرة واحدة جاهزة: {path}</numerusform><numerusform>تجربة من أسرتين جاهزة: {path}</numerusform><numerusform>تجربة من %n أسر جاهزة: {path}</numerusform><numerusform>تجربة من %n أسرة جاهزة: {path}</numerusform><numerusform>تجربة من %n أسرة جاهزة: {path}</numerusform></translation></message>
<message numerus="yes"><source>A note of %n hand-overs was written: {path}</source><translation><numerusform>كُتب إشعار دون أي عملية صرف: {path}</numerusform><numerusform>كُتب إشعار بعملية صرف واحدة: {path}</numerusform><numerusform>كُتب إشعار بعمليتي صرف: {path}</numerusform><numerusform>كُتب إشعار بعدد %n عمليات صرف: {path}</numerusform><numerusform>كُتب إشعار بعدد %n عملية صرف: {path}</numerusform><numerusform>كُتب إشعار بعدد %n عملية صرف: {path}</numerusform></translation></message>
<message><source>Commands</source><translation>الأوامر</translation></message>
<message><source>Convoy: {name}</source><translation>القافلة: {name}</translation></message>
<message><source>Coordinator</source><translation>المنسق</translation></message>
<message><source>Details for developers: set {variable}.</source><translation>التفاصيل للمطورين: {variable}</translation></message>
<message numerus="yes"><source>Digests of %n people were written to {path}</source><translation><numerusform>لم تُكتب بصمات في {path}</numerusform><numerusform>تمت كتابة بصمة شخص واحد في {path}</numerusform><numerusform>تمت كتابة بصمتي شخصين في {path}</numerusform><numerusform>تمت كتابة بصمات %n أشخاص في {path}</numerusform><numerusform>تمت كتابة بصمات %n شخصًا في {path}</numerusform><numerusform>تمت كتابة بصمات %n شخص في {path}</numerusform></translation></message>
<message><source>Erased here; other laptops follow with their next file.</source><translation>تم المحو هنا، وتتبعه بقية اللابتوبات مع الملف القادم.</translation></message>
<message><source>Give the code to whoever sets the laptop up, apart from the file.</source><translation>أعط الرمز لمن يُعدّ الجهاز منفصلًا عن الملف.</translation></message>
<message><source>It names people in plain form: keep it safe, and delete it when it has served.</source><translation>فيه أسماء أشخاص بلا تشفير: يُحفظ في مكان آمن، ويُحذف بعد انتهاء الحاجة إليه.</translation></message>
<message><source>It works at desk {desk} of {convoy}.</source><translation>يعمل على مكتب {desk} في {convoy}.</translation></message>
<message><source>Its passphrase: {passphrase}</source><translation>عبارة مرورها: {passphrase}</translation></message>
<message><source>Nobody was found.</source><translation>لم يُعثر على أحد.</translation></message>
<message><source>Nothing was erased; this is what would go.</source><translation>لم يُمحَ شيء، وهذا ما سيُمحى.</translation></message>
<message><source>Nothing was written; this is what would be done.</source><translation>لم يُكتب شيء؛ هذا ما سيحدث.</translation></message>
<message><source>On file already: {count}</source><translation>مسجل من قبل: {count}</translation></message>
<message><source>One-time code: {code}</source><translation>رمز المرة الواحدة: {code}</translation></message>
<message><source>Options</source><translation>الخيارات</translation></message>
<message><source>Other codes: {kind} ({count})</source><translation>رموز أخرى: {kind} ({count})</translation></message>
<message><source>PIN of {name}: {pin}</source><translation>الرقم السري لـ{name}: {pin}</translation></message>
<message><source>Pass these digits on by telephone or on paper: {digits}</source><translation>أبلغ هذه الأرقام بالتليفون أو مكتوبة: {digits}</translation></message>
<message><source>Passphrase: </source><translation>عبارة المرور: </translation></message>
<message><source>Print or copy the recovery key now and keep it apart from the laptop: it opens the workspace if the passphrase is forgotten, and it is shown only this once.</source><translation>يُطبع مفتاح الاسترداد أو يُنقل الآن ويُحفظ بعيدًا عن اللابتوب: فهو يفتح مساحة العمل إذا نُسيت عبارة المرور، ولا يظهر إلا هذه المرة.</translation></message>
<message><source>Qafila, the app for aid convoys. Without a command its window opens.</source><translation>قافلة، برنامج القوافل الإغاثية. بلا أمر تُفتح نافذته.</translation></message>
<message><source>Recovery key: {key}</source><translation>مفتاح الاسترداد: {key}</translation></message>
<message><source>Refused: {count}</source><translation>مرفوض: {count}</translation></message>
<message><source>Rows to look at, with their reasons: {path}</source><translation>الصفوف المطلوب مراجعتها وأسبابها: {path}</translation></message>
<message><source>Sheet without a header, left out: {name}</source><translation>ورقة بلا عناوين أعمدة، لم تُقرأ: {name}</translation></message>
<message><source>Stopped; nothing was changed.</source><translation>تم الإيقاف؛ لم يتغير شيء.</translation></message>
<message><source>Taken: {count}</source><translation>تم استيراد: {count}</translation></message>
<message><source>The backup is in its place: {path}</source><translation>وُضعت النسخة الاحتياطية في مكانها: {path}</translation></message>
<message><source>The key {name} is deleted.</source><translation>تم حذف المفتاح {name}.</translation></message>
<message><source>The key {name} is kept.</source><translation>تم حفظ المفتاح {name}.</translation></message>
<message><source>The pack is ready: {path}</source><translation>حزمة التجهيز جاهزة: {path}</translation></message>
<message numerus="yes"><source>The public keys of %n laptops were written to {path}</source><translation><numerusform>لم تُكتب مفاتيح أي لابتوب في {path}</numerusform><numerusform>تمت كتابة المفتاح العام للابتوب واحد في {path}</numerusform><numerusform>تمت كتابة المفتاحين العامين للابتوبين في {path}</numerusform><numerusform>تمت كتابة المفاتيح العامة لـ %n لابتوبات في {path}</numerusform><numerusform>تمت كتابة المفاتيح العامة لـ %n لابتوبًا في {path}</numerusform><numerusform>تمت كتابة المفاتيح العامة لـ %n لابتوب في {path}</numerusform></translation></message>
<message><source>The same passphrase again: </source><translation>عبارة المرور نفسها مرة أخرى: </translation></message>
<message><source>The window takes --store S, and --picture F.png to be drawn into a file and closed.</source><translation>تقبل النافذة الخيار --store S والخيار --picture F.png الذي يرسمها في ملف ثم يغلقها.</translation></message>
<message><source>The workspace is ready: {path}</source><translation>مساحة العمل جاهزة: {path}</translation></message>
<message><source>These files hold people's data in plain form: keep them safe, and delete them when they have served.</source><translation>في هذه الملفات بيانات أشخاص بلا تشفير: تُحفظ في مكان آمن، وتُحذف بعد انتهاء الغرض منها.</translation></message>
<message><source>This command is not complete or not known.</source><translation>هذا الأمر ناقص أو غير معروف.</translation></message>
<message><source>This laptop goes on under a new number, so that nothing is written twice. Merge the files that it wrote after the backup, and hand in a new one.</source><translation>يواصل هذا اللابتوب العمل برقم جديد حتى لا يُسجَّل شيء مرتين. تُدمج الملفات التي كتبها بعد النسخة الاحتياطية، ويُسلَّم ملف جديد منه.</translation></message>
<message><source>This laptop has joined: {path}</source><translation>انضم هذا الجهاز: {path}</translation></message>
<message><source>To look at: {count}</source><translation>يحتاج مراجعة: {count}</translation></message>
<message><source>Usage:</source><translation>الاستخدام:</translation></message>
<message><source>What was there before is kept: {path}</source><translation>ما كان موجودًا من قبل محفوظ في: {path}</translation></message>
<message><source>a file of public keys, instead of a workspace</source><translation>ملف مفاتيح عامة بدلًا من مساحة العمل</translation></message>
<message><source>a file to write the pairs to</source><translation>ملف تُكتب فيه الحالات المتشابهة</translation></message>
<message><source>a laptop of the convoy</source><translation>جهاز من أجهزة القافلة</translation></message>
<message><source>a name, number, phone, or scanned code</source><translation>اسم أو رقم أو تليفون أو كود ممسوح</translation></message>
<message><source>a scanned code, the short number under it, a picture, or a scanned PDF</source><translation>رمز ممسوح، أو الرقم القصير تحته، أو صورة، أو ملف PDF ممسوح ضوئيًا</translation></message>
<message><source>also what the coordinators have already</source><translation>ومعه ما لدى المنسقين بالفعل</translation></message>
<message><source>another coordinator</source><translation>منسق آخر</translation></message>
<message><source>answer with one JSON document</source><translation>الإجابة بمستند JSON واحد</translation></message>
<message><source>check a workspace, or rebuild its tables</source><translation>فحص مساحة عمل أو إعادة بناء جداولها</translation></message>
<message><source>codes or names of the villages whose people it gets (default: the convoy's)</source><translation>رموز القرى التي يُعطى بيانات أهلها أو أسماؤها (وإلا فقرى القافلة)</translation></message>
<message><source>compare only who came or changed since the last time</source><translation>مقارنة من أضيفوا أو تغيرت بياناتهم منذ آخر مرة فقط</translation></message>
<message><source>delete the key and what came under it</source><translation>حذف المفتاح وما ورد به</translation></message>
<message><source>end what a laptop or a person may do</source><translation>إيقاف صلاحية لابتوب أو شخص</translation></message>
<message><source>file of another organisation to take in</source><translation>ملف جهة أخرى المطلوب إدخاله</translation></message>
<message><source>file to write</source><translation>الملف المطلوب كتابته</translation></message>
<message><source>file to write for those who share the key</source><translation>الملف المطلوب كتابته لمن معهم المفتاح</translation></message>
<message><source>files of other laptops, or folders and sticks with such files</source><translation>ملفات لابتوبات أخرى، أو مجلدات وفلاشات بها ملفات منها</translation></message>
<message><source>find people who stand on file twice</source><translation>البحث عن الأشخاص المسجلين أكثر من مرة</translation></message>
<message><source>first day (YYYY-MM-DD)</source><translation>أول يوم (YYYY-MM-DD)</translation></message>
<message><source>first day, like 2026-11-22</source><translation>أول يوم، مثل 2026-11-22</translation></message>
<message><source>first rebuild the tables from the journal</source><translation>إعادة بناء الجداول من سجل التغييرات أولًا</translation></message>
<message><source>folder of the workspace (default: this user's own)</source><translation>مجلد مساحة العمل (إن لم يُذكر: مجلد المستخدم الحالي)</translation></message>
<message><source>folder to write: new, empty, or an earlier dump</source><translation>المجلد المطلوب كتابته: جديد أو فارغ أو فيه تصدير سابق</translation></message>
<message><source>for a coordinator: everything, known or not</source><translation>للمنسق: كل شيء، معروفًا كان أو لا</translation></message>
<message><source>forget a family or a person who asks for it</source><translation>محو بيانات أسرة أو شخص بناء على طلبه</translation></message>
<message><source>how many families (default: 200)</source><translation>عدد الأسر (إن لم يُذكر: 200)</translation></message>
<message><source>id or name of its convoy</source><translation>معرّف قافلته أو اسمها</translation></message>
<message><source>id or name of the organisation whose laptop it is</source><translation>رمز أو اسم الجهة صاحبة اللابتوب</translation></message>
<message><source>its desk on the convoy, planned or new (default: the laptop's name)</source><translation>مكتبه في القافلة، مخططًا كان أو جديدًا (وإلا فباسم اللابتوب)</translation></message>
<message><source>its one-time code of 25 digits</source><translation>رمزها لمرة واحدة، وهو 25 رقمًا</translation></message>
<message><source>last day (YYYY-MM-DD)</source><translation>آخر يوم (YYYY-MM-DD)</translation></message>
<message><source>last day, like 2026-11-22</source><translation>آخر يوم، مثل 2026-11-22</translation></message>
<message><source>make a demonstration: a convoy day of people who do not exist</source><translation>إنشاء تجربة: يوم قافلة لأشخاص غير حقيقيين</translation></message>
<message><source>make a new workspace with its recovery key</source><translation>إنشاء مساحة عمل جديدة ومفتاح استردادها</translation></message>
<message><source>make aid records again from scanned stubs of a lost laptop</source><translation>استعادة سجلات الصرف من كعوب إيصالات لابتوب مفقود</translation></message>
<message><source>make or keep a key that organisations share</source><translation>إنشاء أو حفظ مفتاح مشترك بين الجهات</translation></message>
<message><source>name all reports</source><translation>عرض أسماء كل التقارير</translation></message>
<message><source>name of the laptop to prepare</source><translation>اسم الجهاز الذي يُجهَّز</translation></message>
<message><source>name of the workspace</source><translation>اسم مساحة العمل</translation></message>
<message><source>name of this laptop</source><translation>اسم هذا اللابتوب</translation></message>
<message><source>name or id of a convoy (default: all of them)</source><translation>اسم قافلة أو معرفها (إن لم يُذكر: كل القوافل)</translation></message>
<message><source>name or id of the convoy (default: today's)</source><translation>اسم القافلة أو معرفها (إن لم تُذكر: قافلة اليوم)</translation></message>
<message><source>name or id of the organisation whose aid it is</source><translation>اسم الجهة صاحبة المساعدة أو معرّفها</translation></message>
<message><source>number of a family (all of it), or of a person's document</source><translation>رقم أسرة (كلها)، أو رقم مستند شخص</translation></message>
<message><source>number or document of the family or person</source><translation>رقم الأسرة أو رقم وثيقة الشخص</translation></message>
<message><source>number that the day comes from (default: 1)</source><translation>الرقم الذي يتولد منه اليوم (إن لم يُذكر: 1)</translation></message>
<message><source>one of its team, with a role of their own; may be repeated</source><translation>أحد أفراد فريقه، بدور خاص به؛ يمكن تكرار الخيار</translation></message>
<message><source>one of the files in the folder backups</source><translation>ملف من ملفات المجلد backups</translation></message>
<message><source>only say what would be done</source><translation>عرض ما سيحدث فقط دون كتابة</translation></message>
<message><source>only say what would come of it</source><translation>بيان ما سينتج فقط دون تغيير</translation></message>
<message><source>only say what would go</source><translation>بيان ما سيُمحى فقط</translation></message>
<message><source>paper</source><translation>مقاس الورق</translation></message>
<message><source>pictures or scanned PDFs of receipts or stubs</source><translation>صور أو ملفات PDF ممسوحة ضوئيًا لإيصالات أو كعوبها</translation></message>
<message><source>prepare a laptop of this workspace</source><translation>تجهيز جهاز لمساحة العمل</translation></message>
<message><source>put a backup in the place of the database</source><translation>وضع نسخة احتياطية مكان قاعدة البيانات</translation></message>
<message><source>put its households on the campaign's approved list</source><translation>إدراج أسره في الكشف المعتمد للحملة</translation></message>
<message><source>put its households on the campaign's reserve list</source><translation>إدراج أسره في الكشف الاحتياطي للحملة</translation></message>
<message><source>search people and households as the desk does</source><translation>البحث عن الأشخاص والأسر كما في المكتب</translation></message>
<message><source>set this laptop up from its pack</source><translation>إعداد هذا الجهاز من حزمة تجهيزه</translation></message>
<message><source>show this help</source><translation>عرض هذه المساعدة</translation></message>
<message><source>spreadsheet to take in: .xlsx or .csv</source><translation>جدول البيانات المطلوب استيراده: ‎.xlsx أو ‎.csv</translation></message>
<message><source>take in a hand-over sheet</source><translation>استيراد كشف صرف</translation></message>
<message><source>take in an association's list of beneficiaries</source><translation>استيراد كشف مستفيدين من جمعية</translation></message>
<message><source>take in files of other laptops</source><translation>دمج ملفات أجهزة أخرى</translation></message>
<message><source>take in whom another organisation served</source><translation>إدخال ما صرفته جهة أخرى</translation></message>
<message><source>take those of laptops whose access was ended too</source><translation>قبول إيصالات اللابتوبات التي انتهت صلاحيتها أيضًا</translation></message>
<message><source>tell another organisation whom we served, by keyed digests</source><translation>إبلاغ جهة أخرى بمن صُرف لهم، ببصمات مشفرة</translation></message>
<message><source>tell whether a receipt is genuine</source><translation>التحقق من صحة إيصال</translation></message>
<message><source>the desk serves household numbers from A to B</source><translation>يخدم المكتب أرقام الأسر من A إلى B</translation></message>
<message><source>the desk serves names with these first letters</source><translation>يخدم المكتب الأسماء التي تبدأ بهذه الحروف</translation></message>
<message><source>the desk serves only the households of these villages</source><translation>يخدم المكتب أسر هذه القرى فقط</translation></message>
<message><source>the desk takes whoever is of no desk</source><translation>يستقبل المكتب من ليس له مكتب</translation></message>
<message><source>the file to write</source><translation>الملف الذي يُكتب</translation></message>
<message><source>the forty digits of a key that somebody else made</source><translation>الأربعون رقمًا لمفتاح أنشأته جهة أخرى</translation></message>
<message><source>the laptop to end; a coordinator's needs the recovery key in {variable}</source><translation>اللابتوب المطلوب إيقافه؛ ولابتوب المنسّق يلزمه مفتاح الاسترداد في {variable}</translation></message>
<message><source>the most that the laptop may do; a coordinator needs the recovery key in {variable}</source><translation>أقصى ما يُسمح به للجهاز؛ ولا يكون منسقًا إلا بمفتاح الاستعادة في {variable}</translation></message>
<message><source>the pack made for this laptop</source><translation>حزمة التجهيز المعدّة لهذا الجهاز</translation></message>
<message><source>the pack to write</source><translation>حزمة التجهيز التي تُكتب</translation></message>
<message><source>the person to end, on every laptop</source><translation>الشخص المطلوب إيقافه، على كل لابتوب</translation></message>
<message><source>the shared key to write with</source><translation>المفتاح المشترك المستخدم في الكتابة</translation></message>
<message><source>what its columns mean, where the guess is wrong</source><translation>معنى الأعمدة حين لا يصح التخمين</translation></message>
<message><source>what the key is called here</source><translation>اسم المفتاح هنا</translation></message>
<message><source>where to write the rows to look at (default: beside it)</source><translation>مكان كتابة الصفوف المطلوب مراجعتها (إن لم يُذكر: بجوار الملف)</translation></message>
<message><source>which report, as --list names it</source><translation>اسم التقرير كما يظهر مع ‎--list</translation></message>
<message><source>who is at work</source><translation>من يعمل الآن</translation></message>
<message><source>who works on it (default: the laptop's name)</source><translation>من يعمل عليه (وإلا فاسم الجهاز)</translation></message>
<message><source>why; it is kept and must name nobody</source><translation>السبب، ويُحفظ ولا يجوز أن يذكر اسم أحد</translation></message>
<message><source>wipe people's data from this laptop once all of it was handed in</source><translation>محو بيانات الناس من هذا اللابتوب بعد تسليمها كلها</translation></message>
<message><source>write a note of who was served, for the convoy's other desks</source><translation>كتابة إشعار بمن استلم هنا لباقي مكاتب القافلة</translation></message>
<message><source>write a report</source><translation>كتابة تقرير</translation></message>
<message><source>write everything as plain files</source><translation>كتابة كل البيانات في ملفات عادية</translation></message>
<message><source>write receipts as one PDF</source><translation>كتابة الإيصالات في ملف PDF واحد</translation></message>
<message><source>write the public keys that verify receipts without a workspace</source><translation>كتابة المفاتيح العامة للتحقق من الإيصالات بدون مساحة عمل</translation></message>
<message><source>write this laptop's work for the coordinators</source><translation>كتابة عمل هذا الجهاز في ملف للمنسقين</translation></message>
<message><source>write what a laptop or a coordinator lacks</source><translation>كتابة ما ينقص جهازًا أو منسقًا</translation></message>
<message><source>{name} was ended. What is known here stays; what comes later waits for a decision.</source><translation>تم إيقاف {name}. ما هو معروف هنا باقٍ، وما يصل بعد ذلك ينتظر قرارًا.</translation></message>
<message numerus="yes"><source>{title}: %n rows were written to {path}</source><translation><numerusform>{title}: لم يُكتب أي صف في {path}</numerusform><numerusform>{title}: كُتب صف واحد في {path}</numerusform><numerusform>{title}: كُتب صفان في {path}</numerusform><numerusform>{title}: كُتبت %n صفوف في {path}</numerusform><numerusform>{title}: كُتب %n صفًا في {path}</numerusform><numerusform>{title}: كُتب %n صف في {path}</numerusform></translation></message>
<message><source>… and others: type more of the name.</source><translation>… وغيرهم: يُكتب المزيد من الاسم.</translation></message>
</context>
<context>
<name>Consent</name>
<message><source>given</source><translation>تمت الموافقة</translation></message>
<message><source>withdrawn</source><translation>سُحبت الموافقة</translation></message>
<message><source>{said} on {day}</source><translation>{said} في {day}</translation></message>
</context>
<context>
<name>Convoys</name>
<message numerus="yes"><source>%n families</source><translation><numerusform>لم تُخدم أسر</numerusform><numerusform>أسرة واحدة</numerusform><numerusform>أسرتان</numerusform><numerusform>%n أسر</numerusform><numerusform>%n أسرة</numerusform><numerusform>%n أسرة</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>لا صرف</numerusform><numerusform>صرف واحد</numerusform><numerusform>مرتا صرف</numerusform><numerusform>%n مرات صرف</numerusform><numerusform>%n مرة صرف</numerusform><numerusform>%n مرة صرف</numerusform></translation></message>
<message><source>, </source><translation>، </translation></message>
<message><source>A convoy is one journey to some villages: its days, its organisations, its campaigns and its stock. Everything that is handed over belongs to one.</source><translation>القافلة رحلة واحدة إلى بعض القرى: أيامها وجهاتها وحملاتها ومخزونها. كل ما يُصرف يتبع قافلة.</translation></message>
<message><source>Back</source><translation>رجوع</translation></message>
<message><source>Back to the convoys</source><translation>العودة إلى القوافل</translation></message>
<message><source>By this laptop's clock it is {day}</source><translation>تاريخ هذا اللابتوب {day}</translation></message>
<message><source>Campaigns</source><translation>الحملات</translation></message>
<message><source>Change</source><translation>تعديل</translation></message>
<message><source>Change the convoy</source><translation>تعديل القافلة</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Count and close</source><translation>جرد وإغلاق</translation></message>
<message><source>Day</source><translation>اليوم</translation></message>
<message><source>Days</source><translation>الأيام</translation></message>
<message><source>Desks</source><translation>المكاتب</translation></message>
<message><source>Families</source><translation>الأسر</translation></message>
<message><source>First day</source><translation>أول يوم</translation></message>
<message><source>Laptops and slips</source><translation>اللابتوبات والأوراق</translation></message>
<message><source>Last day</source><translation>آخر يوم</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>New convoy</source><translation>قافلة جديدة</translation></message>
<message><source>No convoy yet</source><translation>لا توجد قوافل بعد</translation></message>
<message><source>Note at the closing</source><translation>ملاحظة عند الإغلاق</translation></message>
<message><source>Notes</source><translation>ملاحظات</translation></message>
<message><source>Open again</source><translation>إعادة فتح</translation></message>
<message><source>Open the desk</source><translation>فتح المكتب</translation></message>
<message><source>Organisations</source><translation>الجهات</translation></message>
<message><source>Reconciliation</source><translation>التسوية</translation></message>
<message><source>Save the convoy</source><translation>حفظ القافلة</translation></message>
<message><source>Served</source><translation>خُدم</translation></message>
<message><source>State</source><translation>الحالة</translation></message>
<message><source>Take in a hand-over sheet</source><translation>إدخال كشف صرف</translation></message>
<message><source>The convoy is open again</source><translation>أُعيد فتح القافلة</translation></message>
<message><source>The convoy is saved</source><translation>حُفظت القافلة</translation></message>
<message><source>They say who may receive what. New ones are made in the catalogue.</source><translation>تحدد من يستحق ماذا. الحملات الجديدة تُضاف من الدليل.</translation></message>
<message><source>This laptop's desk</source><translation>مكتب هذا اللابتوب</translation></message>
<message><source>Today's convoy is {convoy}, {day}</source><translation>قافلة اليوم: {convoy}، {day}</translation></message>
<message><source>Today's convoy: {day}, desk {desk}</source><translation>قافلة اليوم: {day}، مكتب {desk}</translation></message>
<message><source>Villages</source><translation>القرى</translation></message>
<message><source>Work on this convoy today</source><translation>العمل على هذه القافلة اليوم</translation></message>
<message><source>closed</source><translation>مغلقة</translation></message>
<message><source>none</source><translation>لا يوجد</translation></message>
<message><source>open</source><translation>مفتوحة</translation></message>
<message><source>today's</source><translation>قافلة اليوم</translation></message>
<message><source>{families}, {hand_overs}</source><translation>{families}، {hand_overs}</translation></message>
<message><source>{first} to {last}</source><translation>{first} إلى {last}</translation></message>
<message numerus="yes"><source>{names} and %n more</source><translation><numerusform>{names}</numerusform><numerusform>{names} وواحدة أخرى</numerusform><numerusform>{names} واثنتان أخريان</numerusform><numerusform>{names} و%n أخرى</numerusform><numerusform>{names} و%n أخرى</numerusform><numerusform>{names} و%n أخرى</numerusform></translation></message>
</context>
<context>
<name>Dates</name>
<message><source>Apr</source><translation>أبريل</translation></message>
<message><source>Aug</source><translation>أغسطس</translation></message>
<message><source>Dec</source><translation>ديسمبر</translation></message>
<message><source>Feb</source><translation>فبراير</translation></message>
<message><source>Friday</source><translation>الجمعة</translation></message>
<message><source>Jan</source><translation>يناير</translation></message>
<message><source>Jul</source><translation>يوليو</translation></message>
<message><source>Jun</source><translation>يونيو</translation></message>
<message><source>Mar</source><translation>مارس</translation></message>
<message><source>May</source><translation>مايو</translation></message>
<message><source>Monday</source><translation>الاثنين</translation></message>
<message><source>Nov</source><translation>نوفمبر</translation></message>
<message><source>Oct</source><translation>أكتوبر</translation></message>
<message><source>Saturday</source><translation>السبت</translation></message>
<message><source>Sep</source><translation>سبتمبر</translation></message>
<message><source>Sunday</source><translation>الأحد</translation></message>
<message><source>Thursday</source><translation>الخميس</translation></message>
<message><source>Tuesday</source><translation>الثلاثاء</translation></message>
<message><source>Wednesday</source><translation>الأربعاء</translation></message>
<message><source>about {year}</source><translation>نحو {year}</translation></message>
<message><source>{date}, {time}</source><translation>{date}، {time}</translation></message>
<message><source>{day} {month} {year}</source><translation>{day} {month} {year}</translation></message>
<message><source>{month} {year}</source><translation>{month} {year}</translation></message>
<message><source>{time} am</source><translation>{time} ص</translation></message>
<message><source>{time} pm</source><translation>{time} م</translation></message>
<message><source>{weekday} {date}</source><translation>{weekday} {date}</translation></message>
</context>
<context>
<name>Desk</name>
<message numerus="yes"><source>%n cases parked</source><translation><numerusform>لا حالات معلقة</numerusform><numerusform>حالة معلقة</numerusform><numerusform>حالتان معلقتان</numerusform><numerusform>%n حالات معلقة</numerusform><numerusform>%n حالة معلقة</numerusform><numerusform>%n حالة معلقة</numerusform></translation></message>
<message numerus="yes"><source>%n families served</source><translation><numerusform>لم تُخدم أسر بعد</numerusform><numerusform>خُدمت أسرة واحدة</numerusform><numerusform>خُدمت أسرتان</numerusform><numerusform>خُدمت %n أسر</numerusform><numerusform>خُدمت %n أسرة</numerusform><numerusform>خُدمت %n أسرة</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>بلا أفراد</numerusform><numerusform>فرد واحد</numerusform><numerusform>فردان</numerusform><numerusform>%n أفراد</numerusform><numerusform>%n فردًا</numerusform><numerusform>%n فرد</numerusform></translation></message>
<message numerus="yes"><source>%n years</source><translation><numerusform>أقل من سنة</numerusform><numerusform>سنة واحدة</numerusform><numerusform>سنتان</numerusform><numerusform>%n سنوات</numerusform><numerusform>%n سنة</numerusform><numerusform>%n سنة</numerusform></translation></message>
<message><source>, </source><translation>، </translation></message>
<message><source>A household that has not arrived here yet</source><translation>أسرة لم تصل بياناتها بعد</translation></message>
<message><source>Choose today's convoy</source><translation>اختيار قافلة اليوم</translation></message>
<message><source>Choose why this goes against the answer.</source><translation>يلزم اختيار سبب الصرف على خلاف الاستحقاق.</translation></message>
<message><source>Close the desk</source><translation>إقفال المكتب</translation></message>
<message><source>Collected by</source><translation>المستلم</translation></message>
<message><source>Exchange with other desks</source><translation>تبادل مع المكاتب الأخرى</translation></message>
<message><source>Hand over</source><translation>صرف</translation></message>
<message><source>Hand over and print</source><translation>صرف وطباعة</translation></message>
<message><source>Handed over. Receipt {number}</source><translation>تم الصرف. إيصال رقم {number}</translation></message>
<message><source>Leave this household</source><translation>ترك هذه الأسرة</translation></message>
<message><source>National ID</source><translation>الرقم القومي</translation></message>
<message><source>New household</source><translation>أسرة جديدة</translation></message>
<message><source>No case is waiting.</source><translation>لا توجد حالات معلقة.</translation></message>
<message><source>No convoy is chosen for today</source><translation>لم تُحدَّد قافلة اليوم</translation></message>
<message><source>Nobody was found.</source><translation>لم يُعثر على أحد.</translation></message>
<message><source>Nothing that this laptop knows of.</source><translation>لا يوجد ما هو مسجل على هذا اللابتوب.</translation></message>
<message><source>Nothing to receive today</source><translation>لا يوجد استحقاق اليوم</translation></message>
<message><source>Only {left} left: the rest is owed</source><translation>المتبقي {left} فقط: الباقي مستحق للأسرة</translation></message>
<message><source>Open</source><translation>فتح</translation></message>
<message><source>Park for the supervisor</source><translation>تعليق للمشرف</translation></message>
<message><source>Parked cases</source><translation>الحالات المعلقة</translation></message>
<message><source>Parked for the supervisor</source><translation>عُلّقت الحالة للمشرف</translation></message>
<message><source>People</source><translation>الأفراد</translation></message>
<message><source>Ready for the next family</source><translation>جاهز للأسرة التالية</translation></message>
<message><source>Reason…</source><translation>السبب…</translation></message>
<message><source>Receipt {number} printed</source><translation>طُبع الإيصال {number}</translation></message>
<message><source>Received before</source><translation>ما سبق استلامه</translation></message>
<message><source>Register a new household</source><translation>تسجيل أسرة جديدة</translation></message>
<message><source>Scan a card or type a name, an ID or a phone. Enter opens the first.</source><translation>تُمرَّر البطاقة أو يُكتب الاسم أو الرقم القومي أو التليفون، ومفتاح Enter يفتح أول نتيجة.</translation></message>
<message><source>Scan a card, or type an ID, phone or name</source><translation>مرّر البطاقة أو اكتب الرقم القومي أو التليفون أو الاسم</translation></message>
<message><source>Search</source><translation>بحث</translation></message>
<message><source>Settled</source><translation>تمت التسوية</translation></message>
<message><source>Somebody else (proxy)</source><translation>شخص آخر (بالنيابة)</translation></message>
<message><source>Somebody else handed this over: undoing it waits for a supervisor.</source><translation>الصرف سجّله شخص آخر، والتراجع عنه في انتظار قرار المشرف.</translation></message>
<message><source>The convoy has no campaign that says what may be received.</source><translation>لا توجد بالقافلة حملة تحدد ما يُصرف.</translation></message>
<message><source>The desk serves the families of one convoy on one day.</source><translation>يخدم المكتب أسر قافلة واحدة في يوم واحد.</translation></message>
<message><source>The hand-over was undone; nothing was received.</source><translation>تم التراجع عن الصرف، ولم يُحتسب أي استلام.</translation></message>
<message><source>The proxy's name</source><translation>اسم المستلم بالنيابة</translation></message>
<message><source>The rest is owed</source><translation>الباقي مستحق</translation></message>
<message><source>This code was not read whole, or is not one of ours. Scan it again.</source><translation>الكود لم يُقرأ كاملاً أو ليس من أكواد قافلة. يُقرأ مرة أخرى.</translation></message>
<message><source>This is a paper slip: type it in on the Paper page, Enter paper.</source><translation>هذا إيصال ورقي: يُدخل من صفحة الورق، «إدخال الورق».</translation></message>
<message><source>Undo (Ctrl+Z)</source><translation>تراجع (Ctrl+Z)</translation></message>
<message><source>Undo the last hand-over</source><translation>التراجع عن آخر صرف</translation></message>
<message><source>Without a name</source><translation>بدون اسم</translation></message>
<message><source>Write the name of the proxy.</source><translation>يلزم كتابة اسم المستلم بالنيابة.</translation></message>
<message numerus="yes"><source>and %n more</source><translation><numerusform>ولا شيء آخر</numerusform><numerusform>وصنف آخر</numerusform><numerusform>وصنفان آخران</numerusform><numerusform>و%n أصناف أخرى</numerusform><numerusform>و%n صنفًا آخر</numerusform><numerusform>و%n صنف آخر</numerusform></translation></message>
<message><source>household {number}</source><translation>أسرة رقم {number}</translation></message>
<message><source>owed</source><translation>مستحق</translation></message>
<message><source>{convoy} · desk {desk} · {day}</source><translation>{convoy} | مكتب {desk} | {day}</translation></message>
<message><source>{item} × {quantity}</source><translation>{item} × {quantity}</translation></message>
<message><source>{item} × {quantity}: {received}</source><translation>{item} × {quantity}: {received}</translation></message>
<message><source>{item}: {left}</source><translation>{item}: {left}</translation></message>
<message><source>{name}: {why}</source><translation>{name}: {why}</translation></message>
<message numerus="yes"><source>{said}. This proxy has now collected for %n families: tell the supervisor.</source><translation><numerusform>{said}. هذا المستلم بالنيابة لم يستلم لأي أسرة.</numerusform><numerusform>{said}. هذا المستلم بالنيابة استلم لأسرة واحدة: يلزم إبلاغ المشرف.</numerusform><numerusform>{said}. هذا المستلم بالنيابة استلم لأسرتين: يلزم إبلاغ المشرف.</numerusform><numerusform>{said}. هذا المستلم بالنيابة استلم لعدد %n أسر: يلزم إبلاغ المشرف.</numerusform><numerusform>{said}. هذا المستلم بالنيابة استلم لعدد %n أسرة: يلزم إبلاغ المشرف.</numerusform><numerusform>{said}. هذا المستلم بالنيابة استلم لعدد %n أسرة: يلزم إبلاغ المشرف.</numerusform></translation></message>
</context>
<context>
<name>DeskSlip</name>
<message numerus="yes"><source>%n parked cases still wait for a supervisor.</source><translation><numerusform>لا توجد حالات معلقة.</numerusform><numerusform>حالة معلقة واحدة ما زالت تنتظر المشرف.</numerusform><numerusform>حالتان معلقتان ما زالتا تنتظران المشرف.</numerusform><numerusform>%n حالات معلقة ما زالت تنتظر المشرف.</numerusform><numerusform>%n حالة معلقة ما زالت تنتظر المشرف.</numerusform><numerusform>%n حالة معلقة ما زالت تنتظر المشرف.</numerusform></translation></message>
<message numerus="yes"><source>%n receipts were not printed.</source><translation><numerusform>طُبعت كل الإيصالات.</numerusform><numerusform>إيصال واحد لم يُطبع.</numerusform><numerusform>إيصالان لم يُطبعا.</numerusform><numerusform>%n إيصالات لم تُطبع.</numerusform><numerusform>%n إيصالًا لم يُطبع.</numerusform><numerusform>%n إيصال لم يُطبع.</numerusform></translation></message>
<message><source>Book</source><translation>الدفتري</translation></message>
<message><source>Closed</source><translation>أُقفل</translation></message>
<message><source>Closing of the desk</source><translation>إقفال المكتب</translation></message>
<message><source>Counted</source><translation>المعدود</translation></message>
<message><source>Counted by</source><translation>قام بالعد</translation></message>
<message><source>Desk</source><translation>المكتب</translation></message>
<message><source>Digest</source><translation>بصمة الملف</translation></message>
<message><source>File</source><translation>الملف</translation></message>
<message><source>Hand-overs</source><translation>عمليات الصرف</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Laptop</source><translation>اللابتوب</translation></message>
<message><source>Receipts</source><translation>الإيصالات</translation></message>
<message><source>Received by the coordinator</source><translation>استلم المنسق</translation></message>
<message><source>Stick</source><translation>الفلاشة</translation></message>
<message><source>Witness</source><translation>الشاهد</translation></message>
<message><source>the book is below zero</source><translation>الرصيد الدفتري تحت الصفر</translation></message>
<message><source>{count} missing</source><translation>عجز {count}</translation></message>
<message><source>{count} too many</source><translation>زيادة {count}</translation></message>
<message><source>{first} to {last}</source><translation>من {first} إلى {last}</translation></message>
</context>
<context>
<name>Desks</name>
<message numerus="yes"><source>%n households</source><translation><numerusform>لا أسر</numerusform><numerusform>أسرة واحدة</numerusform><numerusform>أسرتان</numerusform><numerusform>%n أسر</numerusform><numerusform>%n أسرة</numerusform><numerusform>%n أسرة</numerusform></translation></message>
<message numerus="yes"><source>%n households are of no desk, and no desk takes walk-ins: any desk serves them.</source><translation><numerusform>لكل الأسر مكاتب.</numerusform><numerusform>أسرة واحدة ليس لها مكتب ولا مكتب للوافدين: يخدمها أي مكتب.</numerusform><numerusform>أسرتان ليس لهما مكتب ولا مكتب للوافدين: يخدمهما أي مكتب.</numerusform><numerusform>%n أسر ليس لها مكتب ولا مكتب للوافدين: يخدمها أي مكتب.</numerusform><numerusform>%n أسرة ليس لها مكتب ولا مكتب للوافدين: يخدمها أي مكتب.</numerusform><numerusform>%n أسرة ليس لها مكتب ولا مكتب للوافدين: يخدمها أي مكتب.</numerusform></translation></message>
<message><source>A desk serves the households for which all that is set here fits; with nothing set it serves everybody. At another desk they need a supervisor.</source><translation>يخدم المكتب الأسر التي ينطبق عليها كل ما حُدد هنا، وإن لم يُحدد شيء خدم الجميع. وعند مكتب آخر يلزمها مشرف.</translation></message>
<message><source>Add a desk</source><translation>إضافة مكتب</translation></message>
<message><source>Desks</source><translation>المكاتب</translation></message>
<message><source>Desks: {convoy}</source><translation>المكاتب: {convoy}</translation></message>
<message><source>First letters of the head's name</source><translation>أول حرف من اسم رب الأسرة</translation></message>
<message><source>Household numbers from</source><translation>أرقام الأسر من</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>None ticked: of all villages.</source><translation>إن لم تُحدد قرية: كل القرى.</translation></message>
<message><source>One by one, or from one to another: أ-ح</source><translation>حرفًا حرفًا، أو من حرف إلى حرف: أ-ح</translation></message>
<message><source>Save the desks</source><translation>حفظ المكاتب</translation></message>
<message><source>Team</source><translation>فريق المكتب</translation></message>
<message><source>The desk's laptop learns of it with its next update. Whoever is new there enters with the laptop's passphrase and then chooses a PIN in the settings.</source><translation>يصل التغيير إلى لابتوب المكتب مع تحديثه القادم. ومن ينضم إليه يدخل أول مرة بعبارة مرور اللابتوب ثم يختار رقمًا سريًا من الإعدادات.</translation></message>
<message><source>The desks are saved</source><translation>حُفظت المكاتب</translation></message>
<message><source>Villages</source><translation>القرى</translation></message>
<message><source>Walk-ins: who is new, or of no desk</source><translation>الوافدون: الجدد ومن ليس لهم مكتب</translation></message>
<message><source>to</source><translation>إلى</translation></message>
<message><source>walk-ins</source><translation>الوافدون</translation></message>
<message><source>without a name</source><translation>بلا اسم</translation></message>
</context>
<context>
<name>Doctor</name>
<message><source>Changes that wait for others to arrive: {count}</source><translation>تغييرات تنتظر وصول غيرها: {count}</translation></message>
<message><source>Changes whose right to count is noted wrongly: {count}</source><translation>تغييرات سُجّل حقها في الاحتساب على غير الصواب: {count}</translation></message>
<message><source>Coordinators' certificates that the workspace did not sign: {count}</source><translation>شهادات منسقين لم توقّعها مساحة العمل: {count}</translation></message>
<message><source>Damaged pages of the file: {count}</source><translation>صفحات تالفة في الملف: {count}</translation></message>
<message><source>Keep this folder as it is, and restore a backup.</source><translation>يُترك هذا المجلد كما هو، وتُستعاد نسخة احتياطية.</translation></message>
<message><source>Laptop {where} wrote changes and is not known here</source><translation>اللابتوب {where} كتب تغييرات وهو غير معروف هنا</translation></message>
<message><source>Laptop {where}: changes that do not follow the one before them: {count}</source><translation>اللابتوب {where}: تغييرات لا تتصل بما قبلها: {count}</translation></message>
<message><source>Laptop {where}: changes that have not arrived here yet: {count}</source><translation>اللابتوب {where}: تغييرات لم تصل إلى هنا بعد: {count}</translation></message>
<message><source>Laptop {where}: changes that were altered after they were written: {count}</source><translation>اللابتوب {where}: تغييرات عُدِّلت بعد كتابتها: {count}</translation></message>
<message><source>Laptop {where}: numbers used twice, by a copied disk or a restored backup: {count}</source><translation>اللابتوب {where}: أرقام استُخدمت مرتين بسبب قرص منسوخ أو نسخة احتياطية مستعادة: {count}</translation></message>
<message><source>Records whose order of changes is noted wrongly: {count}</source><translation>سجلات ترتيب تغييراتها مدوَّن خطأً: {count}</translation></message>
<message><source>Rows that point to nothing: {count}</source><translation>صفوف تشير إلى غير موجود: {count}</translation></message>
<message><source>Table {where}: derived rows that are not right: {count}</source><translation>الجدول {where}: صفوف مشتقة غير صحيحة: {count}</translation></message>
<message><source>Table {where}: rows that are not what the journal says: {count}</source><translation>الجدول {where}: صفوف تخالف سجل التغييرات: {count}</translation></message>
<message><source>The database contradicts itself: {count}</source><translation>قاعدة البيانات تناقض نفسها: {count}</translation></message>
<message><source>The journal is whole; rebuild the tables from it (doctor --rebuild).</source><translation>سجل التغييرات سليم؛ يُعاد بناء الجداول منه (doctor --rebuild).</translation></message>
<message><source>The name of laptop {where} is not that of its key</source><translation>اسم اللابتوب {where} لا يطابق مفتاحه</translation></message>
<message><source>The signing key kept here is not this laptop's</source><translation>مفتاح التوقيع المحفوظ هنا ليس مفتاح هذا اللابتوب</translation></message>
<message><source>The workspace is healthy.</source><translation>مساحة العمل سليمة.</translation></message>
<message><source>There is not exactly one workspace here</source><translation>يجب أن تكون هنا مساحة عمل واحدة لا أكثر ولا أقل</translation></message>
<message><source>This laptop's own changes are missing: {count}</source><translation>تغييرات مفقودة من هذا اللابتوب نفسه: {count}</translation></message>
<message><source>Unreadable entries of the journal: {count}</source><translation>قيود غير مقروءة في سجل التغييرات: {count}</translation></message>
</context>
<context>
<name>Document</name>
<message><source>Birth certificate</source><translation>شهادة ميلاد</translation></message>
<message><source>National ID</source><translation>الرقم القومي</translation></message>
<message><source>No document</source><translation>بدون مستند</translation></message>
<message><source>No document: {reason}</source><translation>بدون مستند: {reason}</translation></message>
<message><source>Other document</source><translation>مستند آخر</translation></message>
<message><source>Passport</source><translation>جواز سفر</translation></message>
<message><source>Refugee card</source><translation>بطاقة لاجئ</translation></message>
<message><source>Residence permit</source><translation>تصريح إقامة</translation></message>
<message><source>{document} {number}</source><translation>{document} {number}</translation></message>
</context>
<context>
<name>Duplicates</name>
<message><source>, </source><translation>، </translation></message>
<message><source>Against it: {reasons}</source><translation>ما يخالف ذلك: {reasons}</translation></message>
<message><source>Born</source><translation>الميلاد</translation></message>
<message><source>Document</source><translation>المستند</translation></message>
<message><source>In the family</source><translation>في الأسرة</translation></message>
<message><source>Later</source><translation>تأجيل</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>One person, and one family</source><translation>شخص واحد وأسرة واحدة</translation></message>
<message><source>Others</source><translation>باقي الأسرة</translation></message>
<message><source>Phone</source><translation>الهاتف</translation></message>
<message><source>The same person</source><translation>نفس الشخص</translation></message>
<message><source>Two people</source><translation>شخصان مختلفان</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>a name in between left out</source><translation>اسم ناقص في الوسط</translation></message>
<message><source>about the same age</source><translation>السن متقارب</translation></message>
<message><source>almost certain</source><translation>شبه مؤكد</translation></message>
<message><source>another birth date</source><translation>تاريخ ميلاد مختلف</translation></message>
<message><source>another document number</source><translation>رقم مستند مختلف</translation></message>
<message><source>another father</source><translation>أب مختلف</translation></message>
<message><source>another father or grandfather</source><translation>أب أو جد مختلف</translation></message>
<message><source>another first name</source><translation>اسم أول مختلف</translation></message>
<message><source>another of the family fits too</source><translation>فرد آخر من الأسرة متطابق أيضًا</translation></message>
<message><source>another phone</source><translation>هاتف مختلف</translation></message>
<message><source>another village and phone</source><translation>قرية وهاتف مختلفان</translation></message>
<message><source>birth date differs in one part</source><translation>تاريخ الميلاد يختلف في جزء واحد</translation></message>
<message><source>document number differs in one digit</source><translation>رقم المستند يختلف في خانة واحدة</translation></message>
<message><source>document number differs in two digits</source><translation>رقم المستند يختلف في خانتين</translation></message>
<message><source>first name and father's in the other order</source><translation>الاسم الأول واسم الأب معكوسان</translation></message>
<message><source>first name in another spelling</source><translation>الاسم الأول بكتابة أخرى</translation></message>
<message><source>first name nearly the same</source><translation>الاسم الأول متقارب</translation></message>
<message><source>nearly the same father's names</source><translation>أسماء الآباء متقاربة</translation></message>
<message><source>one a man, one a woman</source><translation>أحدهما رجل والآخر امرأة</translation></message>
<message><source>others of the family fit too</source><translation>أفراد آخرون من الأسرة متطابقون أيضًا</translation></message>
<message><source>perhaps father and son</source><translation>ربما أب وابنه</translation></message>
<message><source>same birth date</source><translation>نفس تاريخ الميلاد</translation></message>
<message><source>same document number</source><translation>نفس رقم المستند</translation></message>
<message><source>same father</source><translation>نفس الأب</translation></message>
<message><source>same father and grandfather</source><translation>نفس الأب والجد</translation></message>
<message><source>same first name</source><translation>نفس الاسم الأول</translation></message>
<message><source>same phone</source><translation>نفس الهاتف</translation></message>
<message><source>same phone and village</source><translation>نفس الهاتف والقرية</translation></message>
<message><source>same village</source><translation>نفس القرية</translation></message>
<message><source>same village, phone differs in one digit</source><translation>نفس القرية والهاتف يختلف في رقم واحد</translation></message>
<message><source>to be looked at</source><translation>يحتاج مراجعة</translation></message>
<message><source>≠ {name}</source><translation>≠ {name}</translation></message>
</context>
<context>
<name>Erase</name>
<message numerus="yes"><source>%n collectors who came for nobody else</source><translation><numerusform>لا مستلمون بالنيابة</numerusform><numerusform>مستلم واحد بالنيابة لم يستلم لغيرهم</numerusform><numerusform>مستلمان بالنيابة لم يستلما لغيرهم</numerusform><numerusform>%n مستلمين بالنيابة لم يستلموا لغيرهم</numerusform><numerusform>%n مستلمًا بالنيابة لم يستلموا لغيرهم</numerusform><numerusform>%n مستلم بالنيابة لم يستلموا لغيرهم</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs stay without a name, so that stock and counts stay right.</source><translation><numerusform>لا توجد عمليات صرف</numerusform><numerusform>تبقى عملية صرف واحدة دون اسم، ليبقى المخزون والأعداد صحيحة.</numerusform><numerusform>تبقى عمليتا صرف دون اسم، ليبقى المخزون والأعداد صحيحة.</numerusform><numerusform>تبقى %n عمليات صرف دون اسم، ليبقى المخزون والأعداد صحيحة.</numerusform><numerusform>تبقى %n عملية صرف دون اسم، ليبقى المخزون والأعداد صحيحة.</numerusform><numerusform>تبقى %n عملية صرف دون اسم، ليبقى المخزون والأعداد صحيحة.</numerusform></translation></message>
<message numerus="yes"><source>%n parked cases</source><translation><numerusform>لا حالات معلقة</numerusform><numerusform>حالة معلقة واحدة</numerusform><numerusform>حالتان معلقتان</numerusform><numerusform>%n حالات معلقة</numerusform><numerusform>%n حالة معلقة</numerusform><numerusform>%n حالة معلقة</numerusform></translation></message>
<message numerus="yes"><source>%n people, with everything ever written about them</source><translation><numerusform>لا أحد</numerusform><numerusform>شخص واحد وكل ما كُتب عنه</numerusform><numerusform>شخصان وكل ما كُتب عنهما</numerusform><numerusform>%n أشخاص وكل ما كُتب عنهم</numerusform><numerusform>%n شخصًا وكل ما كُتب عنهم</numerusform><numerusform>%n شخص وكل ما كُتب عنهم</numerusform></translation></message>
<message><source>Erase for good</source><translation>محو نهائي</translation></message>
<message><source>Erase the data of people who ask for it</source><translation>محو بيانات من يطلب ذلك</translation></message>
<message><source>Erased here; other laptops follow with their next file.</source><translation>تم المحو هنا، وتتبعه بقية اللابتوبات مع الملف القادم.</translation></message>
<message><source>Erase…</source><translation>محو البيانات…</translation></message>
<message><source>It is kept, and goes to every laptop: name nobody.</source><translation>يُحفظ السبب ويصل إلى كل اللابتوبات، فلا يُذكر فيه اسم أحد.</translation></message>
<message><source>Leave it as it is</source><translation>ترك كل شيء كما هو</translation></message>
<message><source>Other laptops erase it with the next file they take in, and not before.</source><translation>بقية اللابتوبات تمحوها مع الملف القادم الذي تدمجه، وليس قبل ذلك.</translation></message>
<message><source>Printed papers and saved lists are out of reach.</source><translation>الأوراق المطبوعة والكشوف المحفوظة لا يشملها المحو.</translation></message>
<message><source>Reason</source><translation>السبب</translation></message>
<message><source>The whole family</source><translation>الأسرة كلها</translation></message>
<message><source>What goes</source><translation>ما يُمحى</translation></message>
<message><source>What stays</source><translation>ما يبقى</translation></message>
<message><source>Who</source><translation>المطلوب محو بياناته</translation></message>
<message><source>Write why, without a name.</source><translation>يُكتب السبب دون أسماء.</translation></message>
<message><source>the backups of this store, which a new one replaces</source><translation>النسخ الاحتياطية السابقة لهذه البيانات، وتحل محلها نسخة جديدة</translation></message>
</context>
<context>
<name>Errors</name>
<message><source>A PIN has {shortest} to {longest} digits, and not one digit only.</source><translation>الرقم السري من {shortest} إلى {longest} أرقام، وليس رقمًا واحدًا مكررًا.</translation></message>
<message><source>A digit of the receipt number is mistyped. Compare it with the paper.</source><translation>في رقم الإيصال خطأ كتابة. يُراجع على الورقة.</translation></message>
<message><source>A digit of the shared key is missing or mistyped. Compare the forty digits.</source><translation>رقم من المفتاح المشترك ناقص أو خطأ. راجع الأربعين رقمًا.</translation></message>
<message><source>A digit of the slip's number is mistyped. Compare it with the paper.</source><translation>يوجد خطأ في رقم الإيصال الورقي. يُراجع الرقم على الورقة.</translation></message>
<message><source>A quantity above zero is needed.</source><translation>المطلوب كمية أكبر من صفر.</translation></message>
<message><source>A report is written as .pdf, .xlsx or .csv: choose another name than {file}.</source><translation>يُكتب التقرير بصيغة ‎.pdf أو ‎.xlsx أو ‎.csv: يُختار اسم غير {file}.</translation></message>
<message><source>Add at least one person to the household.</source><translation>يلزم إضافة فرد واحد على الأقل إلى الأسرة.</translation></message>
<message><source>An organisation cannot belong to one that belongs to it. Choose another one.</source><translation>لا يمكن أن تتبع الجهة جهةً تابعة لها. المطلوب اختيار جهة أخرى.</translation></message>
<message><source>Another laptop is already called {name}. Choose another name.</source><translation>يوجد جهاز آخر باسم {name}. اختر اسمًا غيره.</translation></message>
<message><source>Ask whether the household agrees to be registered, and tick the box.</source><translation>يلزم سؤال الأسرة عن موافقتها على التسجيل ثم وضع علامة الموافقة.</translation></message>
<message><source>At least one village is needed.</source><translation>مطلوب قرية واحدة على الأقل.</translation></message>
<message><source>Changes that no coordinator has acknowledged are still on this laptop ({changes}). Bring an export to the coordinator and take in the update; nothing was wiped.</source><translation>ما زالت على هذا اللابتوب تغييرات لم يؤكد أي منسق استلامها ({changes}). يُسلَّم ملف تصدير للمنسق ثم يُدمج ملف التحديث منه؛ لم يُمحَ شيء.</translation></message>
<message><source>Choose a reason from the list.</source><translation>يلزم اختيار سبب من القائمة.</translation></message>
<message><source>Choose at least one item to hand over.</source><translation>يلزم اختيار صنف واحد على الأقل للصرف.</translation></message>
<message><source>Choose the household's village.</source><translation>يلزم اختيار قرية الأسرة.</translation></message>
<message><source>Count what is left of every item first.</source><translation>يلزم جرد الباقي من كل صنف أولًا.</translation></message>
<message><source>No convoy is chosen for today. Choose one on the Convoys page first.</source><translation>لم تُحدَّد قافلة اليوم. الرجاء اختيارها أولًا من صفحة القوافل.</translation></message>
<message><source>No desk of this convoy is called {name}.</source><translation>لا يوجد في هذه القافلة مكتب باسم {name}.</translation></message>
<message><source>No laptop of this workspace is called {name}.</source><translation>لا يوجد في مساحة العمل جهاز باسم {name}.</translation></message>
<message><source>No organisation is called {name}.</source><translation>لا توجد جهة باسم {name}.</translation></message>
<message><source>No printer is ready: the hand-over is saved and its receipt waits. Choose a printer in the settings, then print it from the Receipts page.</source><translation>لا توجد طابعة جاهزة: تم حفظ الصرف والإيصال في الانتظار. الرجاء اختيار طابعة من الإعدادات ثم الطباعة من صفحة الإيصالات.</translation></message>
<message><source>No receipt could be read in {path}. Photograph it closer, flat and in good light, or type the number under the code.</source><translation>لم يُقرأ أي إيصال في {path}. صوّره من مسافة أقرب وهو مفرود وفي إضاءة جيدة، أو اكتب الرقم المطبوع تحت الرمز.</translation></message>
<message><source>No receipt with this number is on file here; it may come with the next merge. Scan its code to learn whether it is genuine.</source><translation>لا يوجد إيصال بهذا الرقم هنا، وقد يصل مع الدمج القادم. امسح رمزه لمعرفة ما إذا كان صحيحًا.</translation></message>
<message><source>No row of headers was found in {file}. Above the rows there must be a line that says what each column holds, with the names among them.</source><translation>لا يوجد في {file} صف للعناوين. يلزم فوق الصفوف سطر يبين محتوى كل عمود، ومنها عمود الأسماء.</translation></message>
<message><source>No single village is called {name}. Give its official code instead.</source><translation>لا توجد قرية واحدة بعينها باسم {name}. اكتب رمزها الرسمي.</translation></message>
<message><source>Nobody called {name} uses this workspace.</source><translation>لا أحد باسم {name} يستخدم مساحة العمل هذه.</translation></message>
<message><source>Nobody was served in this period who has a document and agreed to sharing, so there is nothing to write.</source><translation>لم يُصرف في هذه الفترة لأحد لديه مستند ووافق على المشاركة، فلا يوجد ما يُكتب.</translation></message>
<message><source>One receipt cannot hold this many items ({lines}). Divide them over two hand-overs.</source><translation>لا يتسع الإيصال الواحد لهذا العدد من الأصناف ({lines}). تُقسم على عمليتي صرف.</translation></message>
<message><source>Only a coordinator's laptop makes such a file, and this one was made by another. Nothing of it was taken in.</source><translation>لا يُصدر مثل هذا الملف إلا جهاز منسق، وقد صدر هذا عن جهاز آخر. لم يؤخذ منه شيء.</translation></message>
<message><source>Only the workspace's recovery key makes a coordinator. Have its paper at hand.</source><translation>لا يجعل أحدًا منسقًا إلا مفتاح استعادة مساحة العمل. أحضر ورقته.</translation></message>
<message><source>Several convoys are called {name}: name the one meant by its id.</source><translation>أكثر من قافلة باسم {name}: تُحدد القافلة المقصودة بمعرفها.</translation></message>
<message><source>Slip {number} was typed in before; it stands as it is.</source><translation>الإيصال الورقي {number} أُدخل من قبل، وبقي كما هو.</translation></message>
<message><source>Something unexpected happened; what was saved before is safe. Try once more.</source><translation>حدث أمر غير متوقع؛ ما حُفظ من قبل سليم. تُعاد المحاولة مرة أخرى.</translation></message>
<message><source>The PIN was wrong five times. Type the passphrase instead.</source><translation>كُتب الرقم السري خطأً خمس مرات. المطلوب الآن عبارة المرور بدلًا منه.</translation></message>
<message><source>The backup before the update could not be made, so nothing was changed. Free some space and open the workspace again.</source><translation>تعذر عمل النسخة الاحتياطية قبل التحديث، فلم يتغير شيء. تُخلى مساحة ثم تُفتح مساحة العمل من جديد.</translation></message>
<message><source>The book has only {left} of it there. Record what came in first, or give a reason.</source><translation>المسجل هناك من هذا الصنف {left} فقط. يُسجَّل الوارد أولًا، أو يُذكر سبب.</translation></message>
<message><source>The case no longer stands. Look at the list again.</source><translation>لم تعد هذه الحالة قائمة. راجع القائمة مرة أخرى.</translation></message>
<message><source>The convoy {convoy} is closed. Reopen it, or choose another one.</source><translation>القافلة {convoy} مغلقة. يمكن إعادة فتحها أو اختيار قافلة أخرى.</translation></message>
<message><source>The count differs from the book. Choose the reason of every difference.</source><translation>الجرد يختلف عن الدفتر. المطلوب اختيار سبب كل فرق.</translation></message>
<message><source>The desk is missing.</source><translation>المكتب مطلوب.</translation></message>
<message><source>The desk {name} already has a laptop. End that one first, or name a new desk.</source><translation>للمكتب {name} لابتوب بالفعل. المطلوب إنهاء ذلك اللابتوب أولًا أو تسمية مكتب جديد.</translation></message>
<message><source>The disk is full: this was not saved. Free some space and save again.</source><translation>القرص ممتلئ: لم يتم الحفظ. تُخلى مساحة ثم يُعاد الحفظ.</translation></message>
<message><source>The disk reported a fault: this was not saved. Copy the workspace elsewhere.</source><translation>أبلغ القرص عن عطل: لم يتم الحفظ. تُنسخ مساحة العمل إلى مكان آخر.</translation></message>
<message><source>The file is incomplete or damaged: copy it again from the laptop that wrote it. Nothing was changed here.</source><translation>الملف ناقص أو تالف: يُنسخ من جديد من اللابتوب الذي كتبه. لم يتغير شيء هنا.</translation></message>
<message><source>The file with the workspace's keys is missing or damaged. Restore the folder from a backup.</source><translation>ملف مفاتيح مساحة العمل مفقود أو تالف. يُستعاد المجلد من نسخة احتياطية.</translation></message>
<message><source>The file {file} cannot be read: it is damaged or incomplete. Copy it again, or open it and save it anew as XLSX.</source><translation>تعذرت قراءة الملف {file}: الملف تالف أو ناقص. يلزم نسخه من جديد، أو فتحه وحفظه مرة أخرى بصيغة XLSX.</translation></message>
<message><source>The file {file} does not say what the columns mean: it must be JSON, or CSV with a header and its meaning in each line.</source><translation>الملف {file} لا يبين معنى الأعمدة: يلزم أن يكون JSON، أو CSV في كل سطر منه عنوان ومعناه.</translation></message>
<message><source>The file {file} has a password. Open it, save it without one, and try again.</source><translation>الملف {file} محمي بكلمة سر. يلزم فتحه وحفظه بدونها ثم المحاولة من جديد.</translation></message>
<message><source>The file {file} is empty.</source><translation>الملف {file} فارغ.</translation></message>
<message><source>The file {file} is neither XLSX nor CSV. Open it and save it as XLSX.</source><translation>الملف {file} ليس XLSX ولا CSV. يلزم فتحه وحفظه بصيغة XLSX.</translation></message>
<message><source>The file {file} is too large: more than {rows} rows, or too many cells. Split it into several files.</source><translation>الملف {file} كبير جدًا: أكثر من {rows} صف، أو خلايا أكثر من اللازم. يلزم تقسيمه إلى عدة ملفات.</translation></message>
<message><source>The first and the last day are needed.</source><translation>أول يوم وآخر يوم مطلوبان.</translation></message>
<message><source>The folder {path} cannot be written to. Choose another folder or unlock it.</source><translation>لا يمكن الكتابة في المجلد {path}. يُختار مجلد آخر أو تُرفع الحماية عنه.</translation></message>
<message><source>The item is missing.</source><translation>الصنف مطلوب.</translation></message>
<message><source>The last day comes before the first.</source><translation>آخر يوم يسبق أول يوم.</translation></message>
<message><source>The lowest age of this rule is above the highest.</source><translation>أقل سن في هذه القاعدة أكبر من أعلى سن.</translation></message>
<message><source>The minute for undoing is over. A supervisor can void the hand-over on the Receipts page.</source><translation>انتهت دقيقة التراجع. يستطيع المشرف إلغاء الصرف من صفحة الإيصالات.</translation></message>
<message><source>The name is missing.</source><translation>الاسم مطلوب.</translation></message>
<message><source>The number of days between two times is missing.</source><translation>عدد الأيام بين المرة والأخرى مطلوب.</translation></message>
<message><source>The number of times is missing.</source><translation>عدد المرات مطلوب.</translation></message>
<message><source>The number {code} cannot be used: another item has it, or it is above {highest}.</source><translation>لا يمكن استخدام الرقم {code}: هو لصنف آخر، أو أكبر من {highest}.</translation></message>
<message><source>The printer did not take the pages. Check paper and cable, then print again, or save them as PDF.</source><translation>لم تقبل الطابعة الصفحات. راجع الورق والكابل ثم أعد الطباعة، أو احفظها بصيغة PDF.</translation></message>
<message><source>The printer did not take the receipt; it waits. Check paper and cable, then print it from the Receipts page.</source><translation>لم تقبل الطابعة الإيصال، وهو في الانتظار. الرجاء مراجعة الورق والكابل ثم الطباعة من صفحة الإيصالات.</translation></message>
<message><source>The printer is out of paper; the receipt waits. Put in a new roll, then print it from the Receipts page.</source><translation>نفد ورق الطابعة، والإيصال في الانتظار. تُركَّب بكرة جديدة ثم يُطبع من صفحة الإيصالات.</translation></message>
<message><source>The record of changes is damaged, so the tables cannot be rebuilt from it. Nothing was changed; restore the workspace from a backup.</source><translation>سجل التغييرات تالف، فلا يمكن إعادة بناء الجداول منه. لم يتغير شيء؛ تُستعاد مساحة العمل من نسخة احتياطية.</translation></message>
<message><source>The sheet does not say on which day the aid was handed over. Choose its convoy, or write the day above the header.</source><translation>الكشف لا يبين يوم الصرف. يلزم اختيار القافلة، أو كتابة اليوم فوق العناوين.</translation></message>
<message><source>The smallest family of this rule is larger than the largest.</source><translation>أقل عدد أفراد في هذه القاعدة أكبر من أكثر عدد.</translation></message>
<message><source>The two passphrases are not alike. Type the same one twice.</source><translation>عبارتا المرور غير متطابقتين. تُكتب العبارة نفسها مرتين.</translation></message>
<message><source>The unit is missing.</source><translation>الوحدة مطلوبة.</translation></message>
<message><source>The word {word} already stands for {item}: lists could not be read with both.</source><translation>كلمة {word} تدل بالفعل على {item}، ولا يمكن قراءة الكشوف بالمعنيين معًا.</translation></message>
<message><source>The workspace is open in another window of Qafila. Close that one first.</source><translation>مساحة العمل مفتوحة في نافذة أخرى من قافلة. تُغلق تلك النافذة أولًا.</translation></message>
<message><source>The workspace's file is damaged. Nothing was changed; restore it from a backup.</source><translation>ملف مساحة العمل تالف. لم يتغير شيء؛ يُستعاد من نسخة احتياطية.</translation></message>
<message><source>There is no campaign called {name}. Its names are on the Catalogue page.</source><translation>لا توجد حملة باسم {name}. الأسماء موجودة في صفحة الدليل.</translation></message>
<message><source>There is no convoy called {name}.</source><translation>لا توجد قافلة باسم {name}.</translation></message>
<message><source>There is no convoy to report on yet. Plan one on the page Convoys.</source><translation>لا توجد قافلة بعد ليُعدّ عنها تقرير. تُضاف قافلة من صفحة القوافل.</translation></message>
<message><source>There is no file {file}. Choose it again.</source><translation>لا يوجد ملف {file}. يلزم اختياره من جديد.</translation></message>
<message><source>There is no file {path}.</source><translation>لا يوجد ملف {path}.</translation></message>
<message><source>There is no household here that needs a card.</source><translation>لا توجد أسرة هنا تحتاج إلى بطاقة.</translation></message>
<message><source>There is no passphrase. Type it when asked, or set {variable} in a script.</source><translation>لا توجد عبارة مرور. تُكتب عند طلبها، أو تُضبط في {variable} عند التشغيل الآلي.</translation></message>
<message><source>There is no receipt to write yet.</source><translation>لا يوجد إيصال لكتابته بعد.</translation></message>
<message><source>There is no report called {name}. These are: {names}.</source><translation>لا يوجد تقرير باسم {name}. التقارير الموجودة: {names}.</translation></message>
<message><source>There is no workspace in {path}. Choose its folder, or create a new one.</source><translation>لا توجد مساحة عمل في {path}. يمكن اختيار مجلدها أو إنشاء مساحة جديدة.</translation></message>
<message><source>This code does not open the pack. Compare each group of five digits with what the coordinator gave you.</source><translation>هذا الرمز لا يفتح الحزمة. قارن كل مجموعة من خمسة أرقام بما أعطاك إياه المنسق.</translation></message>
<message><source>This code is from another kind of paper than the one that is asked for here.</source><translation>هذا الكود من نوع آخر من الأوراق غير المطلوب هنا.</translation></message>
<message><source>This code was printed by a newer version of Qafila (format {found}; this version knows {known}). Update the app to read it.</source><translation>طُبع هذا الرمز بإصدار أحدث من قافلة (الصيغة {found}، وهذا الإصدار يعرف {known}). يلزم تحديث البرنامج لقراءته.</translation></message>
<message><source>This convoy is open.</source><translation>هذه القافلة مفتوحة.</translation></message>
<message><source>This desk does not have enough of one of the items. Give what there is and mark the rest as owed, or correct the stock.</source><translation>رصيد هذا المكتب لا يكفي من أحد الأصناف. يُصرف الموجود ويُسجَّل الباقي مستحقًا للأسرة، أو يُصحَّح المخزون.</translation></message>
<message><source>This file belongs to another workspace; nothing of it was taken in.</source><translation>هذا الملف يخص مساحة عمل أخرى، ولم يؤخذ منه شيء.</translation></message>
<message><source>This file is no pack. Merge it in a workspace instead.</source><translation>هذا الملف ليس حزمة تجهيز. ادمجه في مساحة عمل.</translation></message>
<message><source>This file is no picture. Choose a PNG or JPEG file.</source><translation>هذا الملف ليس صورة. المطلوب ملف PNG أو JPEG.</translation></message>
<message><source>This file is our own. Choose the file of the other organisation.</source><translation>هذا ملفنا نحن. اختر ملف الجهة الأخرى.</translation></message>
<message><source>This file of keys was written by a newer version of Qafila (format {found}; this version knows {known}). Update the app to read it.</source><translation>ملف المفاتيح هذا كتبه إصدار أحدث من قافلة (الصيغة {found}، وهذا الإصدار يعرف {known}). حدّث البرنامج لقراءته.</translation></message>
<message><source>This file was written by a newer version of Qafila (format {found}; this version knows {known}). Update the app to read it.</source><translation>هذا الملف مكتوب بإصدار أحدث من قافلة (صيغة {found}، وهذا الإصدار يعرف {known}). يلزم تحديث البرنامج لقراءته.</translation></message>
<message><source>This file was written for another laptop or workspace. Nothing was changed here.</source><translation>هذا الملف مكتوب للابتوب آخر أو لمساحة عمل أخرى. لم يتغير شيء هنا.</translation></message>
<message><source>This hand-over is not on this laptop.</source><translation>هذا الصرف غير مسجل على هذا اللابتوب.</translation></message>
<message><source>This hand-over was voided before.</source><translation>سبق إلغاء هذا الصرف.</translation></message>
<message><source>This household is not on this laptop. Search again, or register it.</source><translation>هذه الأسرة غير مسجلة على هذا اللابتوب. يمكن البحث مرة أخرى أو تسجيلها.</translation></message>
<message><source>This is a coordinator's laptop: what the others hand in is kept here, so people's data are not wiped from it.</source><translation>هذا لابتوب منسق، وهنا يُحفظ ما تسلّمه بقية اللابتوبات، فلا تُمحى منه بيانات الناس.</translation></message>
<message><source>This is no code of Qafila, or a part of it was not read. Scan it once more.</source><translation>هذا ليس من أكواد قافلة، أو لم يُقرأ كاملًا. يُعاد المسح مرة أخرى.</translation></message>
<message><source>This is no file of public keys, or it is damaged. Ask for it once more.</source><translation>هذا ليس ملف مفاتيح عامة، أو أنه تالف. اطلبه مرة أخرى.</translation></message>
<message><source>This is no whole backup of this workspace: {path}. Choose another one; nothing was changed.</source><translation>هذا الملف ليس نسخة احتياطية سليمة لمساحة العمل هذه: {path}. اختر ملفًا آخر؛ لم يتغير شيء.</translation></message>
<message><source>This is not the PIN. Tries left: {left}.</source><translation>هذا ليس الرقم السري. المحاولات الباقية: {left}.</translation></message>
<message><source>This item was already handed over or counted, so its number and unit stay. Put it out of use and add a new item.</source><translation>سبق صرف هذا الصنف أو تسجيل حركة له، فيبقى رقمه ووحدته كما هما. يمكن إيقاف استخدامه وإضافة صنف جديد.</translation></message>
<message><source>This laptop has no key for notes between the desks of this convoy. Ask the coordinator for an update file.</source><translation>ليس على هذا اللابتوب مفتاح إشعارات مكاتب هذه القافلة. يُطلب ملف تحديث من المنسق.</translation></message>
<message><source>This laptop has no numbers left for slips of this convoy. Print the rest on another laptop.</source><translation>انتهت أرقام الإيصالات الورقية المتاحة لهذا اللابتوب في هذه القافلة. يُطبع الباقي من لابتوب آخر.</translation></message>
<message><source>This laptop has no shared key called {name}. Make it or type it in first.</source><translation>لا يوجد على هذا اللابتوب مفتاح مشترك باسم {name}. أنشئه أو اكتبه أولًا.</translation></message>
<message><source>This logo is too large. Choose a picture of at most {kilobytes} KB.</source><translation>هذا الشعار كبير. المطلوب صورة لا تزيد على {kilobytes} كيلوبايت.</translation></message>
<message><source>This movement was voided before.</source><translation>سبق إلغاء هذه الحركة.</translation></message>
<message><source>This passphrase does not open the workspace. Check the keyboard language and Caps Lock, or use the recovery key.</source><translation>عبارة المرور لا تفتح مساحة العمل. تُراجع لغة لوحة المفاتيح و Caps Lock، أو يُستخدم مفتاح الاسترداد.</translation></message>
<message><source>This passphrase is too easy to guess. Use at least {minimum} characters, not all the same.</source><translation>عبارة المرور سهلة التخمين. أقل عدد للأحرف {minimum}، على ألا تكون حرفًا واحدًا مكررًا.</translation></message>
<message><source>This receipt has more than one code: scan the others too (still missing: {missing}).</source><translation>لهذا الإيصال أكثر من كود: تُمسح بقية الأكواد أيضًا (الناقص: {missing}).</translation></message>
<message><source>This record is not on this laptop. Open the list again and choose from it.</source><translation>هذا السجل غير موجود على هذا اللابتوب. يُرجى فتح القائمة من جديد والاختيار منها.</translation></message>
<message><source>This recovery key does not open the workspace. Compare each group of four digits with the paper.</source><translation>مفتاح الاسترداد لا يفتح مساحة العمل. تُراجع كل مجموعة من أربعة أرقام على الورقة.</translation></message>
<message><source>This slip was printed for a convoy that is not on this laptop. Take in a file that brings the convoy, then type the slip in.</source><translation>هذا الإيصال الورقي مطبوع لقافلة غير موجودة على هذا اللابتوب. يُدمج ملف القافلة أولاً ثم يُدخل الإيصال.</translation></message>
<message><source>This value does not fit here. Check what was typed.</source><translation>هذه القيمة لا تصلح هنا. راجع ما كُتب.</translation></message>
<message><source>This was settled meanwhile. Look at the list again.</source><translation>تم حسم هذا أثناء ذلك. راجع القائمة من جديد.</translation></message>
<message><source>This workspace was made by a newer version of Qafila (format {found}; this version knows {known}). Update the app to open it; nothing was changed.</source><translation>مساحة العمل هذه من إصدار أحدث من قافلة (الصيغة {found}، وهذا الإصدار يعرف {known}). يلزم تحديث البرنامج لفتحها؛ لم يتغير شيء.</translation></message>
<message><source>Write the day on the paper; it cannot lie in the future.</source><translation>يُكتب اليوم المدوَّن على الورقة، ولا يكون في المستقبل.</translation></message>
<message><source>Write the name of every person.</source><translation>يلزم كتابة اسم كل فرد.</translation></message>
<message><source>Write the names of two different people: who counted, and who watched.</source><translation>يُكتب اسما شخصين مختلفين: من قام بالعد ومن شهد عليه.</translation></message>
<message><source>Your role or this laptop may not do this. Ask a coordinator.</source><translation>لا يسمح دورك أو هذا الجهاز بذلك. ارجع إلى أحد المنسقين.</translation></message>
<message><source>{column} is no column that such a file can have.</source><translation>{column} ليس من أعمدة هذا النوع من الملفات.</translation></message>
<message><source>{name} is already there. Use that one, or choose another name.</source><translation>{name} موجود بالفعل. يمكن استخدامه، أو اختيار اسم آخر.</translation></message>
<message><source>{name} would be allowed more than this laptop. Give the laptop a higher role.</source><translation>صلاحية {name} أعلى من صلاحية هذا اللابتوب. المطلوب رفع دور اللابتوب أو خفض دور الشخص.</translation></message>
<message><source>{path} already holds a workspace. Open it, or choose an empty folder.</source><translation>توجد مساحة عمل في {path} بالفعل. يمكن فتحها أو اختيار مجلد فارغ.</translation></message>
<message><source>{path} already holds other files. Choose a new or an empty folder.</source><translation>توجد ملفات أخرى في {path} بالفعل. يُختار مجلد جديد أو فارغ.</translation></message>
<message><source>{path} is neither a picture nor a PDF, or it is damaged. Choose another file.</source><translation>الملف {path} ليس صورة ولا PDF، أو أنه تالف. اختر ملفًا آخر.</translation></message>
<message><source>{text} fits several families. Name the one meant by its number.</source><translation>{text} ينطبق على أكثر من أسرة. تُكتب الأسرة المقصودة برقمها.</translation></message>
<message><source>{text} is no day. Write it as year-month-day, like 2026-11-22.</source><translation>{text} ليس تاريخًا. يُكتب التاريخ سنة-شهر-يوم، مثل 2026-11-22.</translation></message>
</context>
<context>
<name>Field</name>
<message><source>Address</source><translation>العنوان</translation></message>
<message><source>Arabic name</source><translation>الاسم بالعربية</translation></message>
<message><source>Belongs to the household</source><translation>من أفراد الأسرة</translation></message>
<message><source>Birth</source><translation>الميلاد</translation></message>
<message><source>Campaigns</source><translation>الحملات</translation></message>
<message><source>Categories</source><translation>الفئات</translation></message>
<message><source>Closing</source><translation>الإقفال</translation></message>
<message><source>Consent</source><translation>الموافقة</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Decision</source><translation>القرار</translation></message>
<message><source>Declared size</source><translation>العدد المعلن</translation></message>
<message><source>Document</source><translation>المستند</translation></message>
<message><source>English name</source><translation>الاسم بالإنجليزية</translation></message>
<message><source>First day</source><translation>أول يوم</translation></message>
<message><source>Guardian</source><translation>ولي الأمر</translation></message>
<message><source>In use</source><translation>مستخدم</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Kind</source><translation>النوع</translation></message>
<message><source>Laptop</source><translation>الجهاز</translation></message>
<message><source>Last day</source><translation>آخر يوم</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>Notes</source><translation>ملاحظات</translation></message>
<message><source>Number</source><translation>الرقم</translation></message>
<message><source>Organisations</source><translation>الجهات</translation></message>
<message><source>Other words</source><translation>كلمات أخرى</translation></message>
<message><source>Phone</source><translation>الهاتف</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Registered from</source><translation>مصدر التسجيل</translation></message>
<message><source>Registered on</source><translation>تاريخ التسجيل</translation></message>
<message><source>Relationship</source><translation>صلة القرابة</translation></message>
<message><source>Settling</source><translation>التسوية</translation></message>
<message><source>Sex</source><translation>النوع</translation></message>
<message><source>Still stands</source><translation>ساري</translation></message>
<message><source>Unit</source><translation>الوحدة</translation></message>
<message><source>Value</source><translation>القيمة</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>Villages</source><translation>القرى</translation></message>
<message><source>Voiding</source><translation>الإلغاء</translation></message>
<message><source>What was given</source><translation>ما صُرف</translation></message>
</context>
<context>
<name>Finding</name>
<message><source>allowed</source><translation>مسموح به</translation></message>
<message><source>an honest mistake</source><translation>خطأ غير مقصود</translation></message>
<message><source>another family or person after all</source><translation>أسرة أخرى أو شخص آخر في الواقع</translation></message>
<message><source>misuse</source><translation>إساءة استخدام</translation></message>
</context>
<context>
<name>HandIn</name>
<message><source>, </source><translation>، </translation></message>
<message><source>A wipe was interrupted: do it again to finish it.</source><translation>انقطع المحو قبل أن يكتمل: يُعاد ليكتمل.</translation></message>
<message><source>Hand this laptop in</source><translation>تسليم هذا اللابتوب</translation></message>
<message><source>Not finished: forms {drafts}, receipts to print {unprinted}.</source><translation>لم يكتمل: نماذج {drafts}، إيصالات تنتظر الطباعة {unprinted}.</translation></message>
<message><source>On this laptop: households {households}, people {people}.</source><translation>على هذا اللابتوب: أسر {households}، أفراد {people}.</translation></message>
<message><source>Once a coordinator has acknowledged everything, people's data can be wiped. The laptop stays part of the workspace; the next update makes it work again.</source><translation>بعد أن يؤكد المنسق استلام كل شيء يمكن محو بيانات الناس من هنا. يبقى اللابتوب ضمن مساحة العمل، ويعود للعمل مع ملف التحديث التالي.</translation></message>
<message><source>Only here, acknowledged by no coordinator: {changes}.</source><translation>موجود هنا فقط ولم يؤكد أي منسق استلامه: {changes}.</translation></message>
<message><source>People's data were wiped from this laptop.</source><translation>مُحيت بيانات الناس من هذا اللابتوب.</translation></message>
<message><source>This takes people's data off this laptop for good, and its backups.</source><translation>ستُمحى بيانات الناس من هذا اللابتوب نهائيًا، ومعها النسخ الاحتياطية.</translation></message>
<message><source>Wipe now</source><translation>المحو الآن</translation></message>
<message><source>Wipe people's data from this laptop</source><translation>محو بيانات الناس من هذا اللابتوب</translation></message>
<message><source>Wiping…</source><translation>جارٍ المحو…</translation></message>
<message><source>closings of the desk: {count}</source><translation>إقفال المكتب: {count}</translation></message>
<message><source>hand-overs: {count}</source><translation>عمليات صرف: {count}</translation></message>
<message><source>households: {count}</source><translation>أسر: {count}</translation></message>
<message><source>other changes: {count}</source><translation>تغييرات أخرى: {count}</translation></message>
<message><source>parked cases: {count}</source><translation>حالات معلقة: {count}</translation></message>
<message><source>people: {count}</source><translation>أفراد: {count}</translation></message>
<message><source>stock movements: {count}</source><translation>حركات مخزون: {count}</translation></message>
</context>
<context>
<name>History</name>
<message><source>Category: {name}</source><translation>الفئة: {name}</translation></message>
<message><source>Hand-over voided, receipt {number}</source><translation>إلغاء صرف، إيصال {number}</translation></message>
<message><source>Handed over, receipt {number}</source><translation>صرف، إيصال {number}</translation></message>
<message><source>Household corrected</source><translation>تعديل بيانات الأسرة</translation></message>
<message><source>Household registered</source><translation>تسجيل الأسرة</translation></message>
<message><source>No longer in category: {name}</source><translation>حذف من الفئة: {name}</translation></message>
<message><source>Reason: {reason}</source><translation>السبب: {reason}</translation></message>
<message><source>does not count</source><translation>غير محتسب</translation></message>
<message><source>erased</source><translation>مُحيت بياناته</translation></message>
<message><source>no</source><translation>لا</translation></message>
<message><source>waits for a change that has not arrived</source><translation>في انتظار تغيير لم يصل بعد</translation></message>
<message><source>yes</source><translation>نعم</translation></message>
<message><source>{event} ({standing})</source><translation>{event} ({standing})</translation></message>
<message><source>{field}: nothing (was {before})</source><translation>{field}: لا شيء (سابقًا {before})</translation></message>
<message><source>{field}: {after}</source><translation>{field}: {after}</translation></message>
<message><source>{field}: {after} (was {before})</source><translation>{field}: {after} (سابقًا {before})</translation></message>
<message><source>{item} × {quantity}</source><translation>{item} × {quantity}</translation></message>
<message><source>{name} added</source><translation>إضافة {name}</translation></message>
<message><source>{name} corrected</source><translation>تعديل بيانات {name}</translation></message>
</context>
<context>
<name>Household</name>
<message><source>A relationship does not fit the sex of its member.</source><translation>صلة قرابة لا تناسب نوع صاحبها.</translation></message>
<message><source>Nobody is marked as head of the household.</source><translation>لا يوجد رب أسرة محدد.</translation></message>
<message><source>Only children: name the guardian who receives for them.</source><translation>كلهم أطفال: يُذكر الوصي الذي يستلم عنهم.</translation></message>
<message><source>Several members are marked as head.</source><translation>أكثر من فرد محدد كرب للأسرة.</translation></message>
<message><source>The head of the household is a child.</source><translation>رب الأسرة طفل.</translation></message>
</context>
<context>
<name>Import</name>
<message numerus="yes"><source>%n new rows</source><translation><numerusform>لا صفوف جديدة</numerusform><numerusform>صف جديد واحد</numerusform><numerusform>صفان جديدان</numerusform><numerusform>%n صفوف جديدة</numerusform><numerusform>%n صفًا جديدًا</numerusform><numerusform>%n صف جديد</numerusform></translation></message>
<message numerus="yes"><source>%n refused rows</source><translation><numerusform>لا صفوف مرفوضة</numerusform><numerusform>صف واحد مرفوض</numerusform><numerusform>صفان مرفوضان</numerusform><numerusform>%n صفوف مرفوضة</numerusform><numerusform>%n صفًا مرفوضًا</numerusform><numerusform>%n صف مرفوض</numerusform></translation></message>
<message numerus="yes"><source>%n remarks to look at</source><translation><numerusform>لا ملاحظات للمراجعة</numerusform><numerusform>ملاحظة واحدة للمراجعة</numerusform><numerusform>ملاحظتان للمراجعة</numerusform><numerusform>%n ملاحظات للمراجعة</numerusform><numerusform>%n ملاحظة للمراجعة</numerusform><numerusform>%n ملاحظة للمراجعة</numerusform></translation></message>
<message numerus="yes"><source>%n rows on file already</source><translation><numerusform>لا صفوف مسجلة من قبل</numerusform><numerusform>صف واحد مسجل من قبل</numerusform><numerusform>صفان مسجلان من قبل</numerusform><numerusform>%n صفوف مسجلة من قبل</numerusform><numerusform>%n صفًا مسجلًا من قبل</numerusform><numerusform>%n صف مسجل من قبل</numerusform></translation></message>
<message numerus="yes"><source>%n rows were taken in.</source><translation><numerusform>لم يُدخل أي صف.</numerusform><numerusform>تم إدخال صف واحد.</numerusform><numerusform>تم إدخال صفين.</numerusform><numerusform>تم إدخال %n صفوف.</numerusform><numerusform>تم إدخال %n صفًا.</numerusform><numerusform>تم إدخال %n صف.</numerusform></translation></message>
<message><source>, </source><translation>، </translation></message>
<message><source>A list as it is kept, titles and all. Its columns are recognised and shown before anything is saved; who is on file already is not saved twice.</source><translation>الكشف كما هو، بعناوينه. يتم التعرف على الأعمدة وعرضها قبل حفظ أي شيء، ولا يُسجل مرتين من هو مسجل من قبل.</translation></message>
<message><source>A sheet of what was handed over: to whom, which item, how much. Nothing is saved before you have seen it, and the same sheet is not counted twice.</source><translation>كشف بما تم صرفه: لمن، وأي صنف، وكم. لا يُحفظ شيء قبل عرضه، ولا يُحسب الكشف نفسه مرتين.</translation></message>
<message><source>Address</source><translation>العنوان</translation></message>
<message><source>Age</source><translation>السن</translation></message>
<message><source>An Excel or CSV file</source><translation>ملف Excel أو CSV</translation></message>
<message><source>Another file</source><translation>ملف آخر</translation></message>
<message><source>Birth date</source><translation>تاريخ الميلاد</translation></message>
<message><source>By itself</source><translation>تلقائيًا</translation></message>
<message><source>By itself: {convoy}</source><translation>تلقائيًا: {convoy}</translation></message>
<message><source>Categories</source><translation>الفئات</translation></message>
<message><source>Choose the file</source><translation>اختيار الملف</translation></message>
<message><source>Close</source><translation>إغلاق</translation></message>
<message><source>Column {number}</source><translation>العمود {number}</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Date of hand-over</source><translation>تاريخ الصرف</translation></message>
<message><source>District</source><translation>المركز</translation></message>
<message><source>Do not read</source><translation>لا يُقرأ</translation></message>
<message><source>Document number</source><translation>رقم المستند</translation></message>
<message><source>Everything in this file is on file already.</source><translation>كل ما في هذا الملف مسجل من قبل.</translation></message>
<message><source>First rows</source><translation>الصفوف الأولى</translation></message>
<message><source>Governorate</source><translation>المحافظة</translation></message>
<message><source>Household number</source><translation>رقم الأسرة</translation></message>
<message><source>In place of the name there is a formula: {written}</source><translation>مكان الاسم معادلة: {written}</translation></message>
<message><source>Into categories or notes</source><translation>إلى الفئات أو الملاحظات</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Kind of document</source><translation>نوع المستند</translation></message>
<message><source>Lists</source><translation>كشوف</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>National ID</source><translation>الرقم القومي</translation></message>
<message><source>No convoy is called {written}; the sheet's convoy was taken</source><translation>لا توجد قافلة باسم {written}؛ قُيد على قافلة الكشف</translation></message>
<message><source>No item is called {written}</source><translation>لا يوجد صنف باسم {written}</translation></message>
<message><source>No organisation is called {written}</source><translation>لا توجد جهة باسم {written}</translation></message>
<message><source>No village is called {written} there; it is kept in the address</source><translation>لا توجد هناك قرية باسم {written}؛ حُفظ الاسم في العنوان</translation></message>
<message><source>Not on file: registered from this row</source><translation>غير مسجل من قبل: سُجل من هذا الصف</translation></message>
<message><source>Not taken</source><translation>لم تؤخذ</translation></message>
<message><source>Notes</source><translation>ملاحظات</translation></message>
<message><source>Number of members</source><translation>عدد الأفراد</translation></message>
<message><source>On file already</source><translation>مسجل من قبل</translation></message>
<message><source>On file this national ID has another name</source><translation>هذا الرقم القومي مسجل باسم آخر</translation></message>
<message><source>One quantity cannot be understood: {written}</source><translation>إحدى الكميات غير مفهومة: {written}</translation></message>
<message><source>Open the report</source><translation>فتح التقرير</translation></message>
<message><source>Organisation</source><translation>الجهة</translation></message>
<message><source>Others of this name are on file</source><translation>يوجد آخرون مسجلون بهذا الاسم</translation></message>
<message><source>Phone</source><translation>التليفون</translation></message>
<message><source>Put the households on</source><translation>إدراج الأسر في</translation></message>
<message><source>Put the households on the list</source><translation>إدراج الأسر في الكشف</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Reading the file…</source><translation>جارٍ قراءة الملف…</translation></message>
<message><source>Reason (Qafila)</source><translation>السبب (قافلة)</translation></message>
<message><source>Receipt number</source><translation>رقم الإيصال</translation></message>
<message><source>Recognised by the name alone</source><translation>تم التعرف عليه بالاسم فقط</translation></message>
<message><source>Relationship</source><translation>صلة القرابة</translation></message>
<message><source>Result</source><translation>النتيجة</translation></message>
<message><source>Row</source><translation>الصف</translation></message>
<message><source>Row in the file</source><translation>الصف في الملف</translation></message>
<message><source>Rows to look at</source><translation>صفوف للمراجعة</translation></message>
<message><source>Save it elsewhere</source><translation>حفظه في مكان آخر</translation></message>
<message><source>Several villages are called {written}; it is kept in the address</source><translation>توجد أكثر من قرية باسم {written}؛ حُفظ الاسم في العنوان</translation></message>
<message><source>Sex</source><translation>النوع</translation></message>
<message><source>Sheet</source><translation>ورقة العمل</translation></message>
<message><source>Sheets without a header: {names}</source><translation>أوراق بدون صف عناوين: {names}</translation></message>
<message><source>Take in</source><translation>إدخال</translation></message>
<message numerus="yes"><source>Take in %n rows</source><translation><numerusform>لا صفوف للإدخال</numerusform><numerusform>إدخال صف واحد</numerusform><numerusform>إدخال صفين</numerusform><numerusform>إدخال %n صفوف</numerusform><numerusform>إدخال %n صفًا</numerusform><numerusform>إدخال %n صف</numerusform></translation></message>
<message><source>Take in a hand-over sheet</source><translation>إدخال كشف صرف</translation></message>
<message><source>Take in a list of beneficiaries</source><translation>إدخال كشف مستفيدين</translation></message>
<message><source>Taken as a member of the family in the row above</source><translation>أُخذ على أنه من الأسرة في الصف السابق</translation></message>
<message><source>Taken in before from this very file</source><translation>سبق إدخاله من هذا الملف نفسه</translation></message>
<message><source>Taken, to check</source><translation>أخذت وتحتاج مراجعة</translation></message>
<message><source>Taking in…</source><translation>جارٍ الإدخال…</translation></message>
<message><source>The birth date cannot be understood: {written}</source><translation>تاريخ الميلاد غير مفهوم: {written}</translation></message>
<message><source>The birth date differs from the national ID's: {written}</source><translation>تاريخ الميلاد يخالف الرقم القومي: {written}</translation></message>
<message><source>The date cannot be understood; the sheet's day was taken: {written}</source><translation>التاريخ غير مفهوم؛ أُخذ يوم الكشف: {written}</translation></message>
<message><source>The households of the file stand on the list now.</source><translation>أسر الملف مقيدة الآن في الكشف.</translation></message>
<message><source>The item is missing</source><translation>الصنف غير مكتوب</translation></message>
<message><source>The national ID cannot be right, and counts as unverified: {written}</source><translation>الرقم القومي غير صحيح، ويُعد غير موثق: {written}</translation></message>
<message><source>The national ID differs from the one on file: {written}</source><translation>الرقم القومي يخالف المسجل: {written}</translation></message>
<message><source>The national ID may be mistyped: {written}</source><translation>قد يكون في الرقم القومي خطأ: {written}</translation></message>
<message><source>The number of members cannot be understood: {written}</source><translation>عدد الأفراد غير مفهوم: {written}</translation></message>
<message><source>The others, and those to look at, are in {file}.</source><translation>الباقي وما يحتاج مراجعة في الملف {file}.</translation></message>
<message><source>The phone number is not valid: {written}</source><translation>رقم التليفون غير صحيح: {written}</translation></message>
<message><source>The quantity cannot be understood: {written}</source><translation>الكمية غير مفهومة: {written}</translation></message>
<message><source>The quantity is missing</source><translation>الكمية غير مكتوبة</translation></message>
<message><source>The report</source><translation>التقرير</translation></message>
<message><source>The report cannot be written beside the file. Nothing was changed.</source><translation>تعذرت كتابة التقرير بجوار الملف. لم يتغير شيء.</translation></message>
<message><source>The row does not say who it is about</source><translation>الصف لا يبين صاحبه</translation></message>
<message><source>The row has no name</source><translation>الصف بدون اسم</translation></message>
<message><source>The same document is on file</source><translation>المستند نفسه مسجل من قبل</translation></message>
<message><source>The same name and phone are on file</source><translation>الاسم والتليفون مسجلان من قبل</translation></message>
<message><source>The same name is on file in the same village and family</source><translation>الاسم مسجل من قبل في نفس القرية والأسرة</translation></message>
<message><source>The same national ID is on file</source><translation>الرقم القومي مسجل من قبل</translation></message>
<message><source>The same person as in row {row}</source><translation>نفس الشخص في الصف {row}</translation></message>
<message><source>The sex differs from the national ID's: {written}</source><translation>النوع يخالف الرقم القومي: {written}</translation></message>
<message><source>The spreadsheet has lost the digits of the national ID: {written}</source><translation>ضاعت أرقام الرقم القومي في جدول البيانات: {written}</translation></message>
<message><source>This hand-over is on file</source><translation>هذا الصرف مسجل من قبل</translation></message>
<message><source>This item is not counted in {written}</source><translation>هذا الصنف لا يُقاس بوحدة {written}</translation></message>
<message><source>This national ID is not on file: {written}</source><translation>هذا الرقم القومي غير مسجل: {written}</translation></message>
<message><source>This very file was taken in before.</source><translation>سبق إدخال هذا الملف نفسه.</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>Village code</source><translation>كود القرية</translation></message>
<message><source>Why</source><translation>السبب</translation></message>
<message><source>no list</source><translation>بدون كشف</translation></message>
<message><source>{campaign}: approved</source><translation>{campaign}: المعتمد</translation></message>
<message><source>{campaign}: in reserve</source><translation>{campaign}: الاحتياطي</translation></message>
</context>
<context>
<name>ItemKind</name>
<message><source>bedding</source><translation>أغطية ومفروشات</translation></message>
<message><source>cash</source><translation>نقدي</translation></message>
<message><source>clothes</source><translation>ملابس</translation></message>
<message><source>food</source><translation>غذاء</translation></message>
<message><source>livelihood</source><translation>سبل عيش</translation></message>
<message><source>meals</source><translation>وجبات</translation></message>
<message><source>meat and fish</source><translation>لحوم وأسماك</translation></message>
<message><source>medicine and aids</source><translation>دواء وأجهزة</translation></message>
<message><source>school</source><translation>تعليم</translation></message>
<message><source>trees</source><translation>أشجار</translation></message>
</context>
<context>
<name>Laptops</name>
<message><source>A file of its came and held nothing new.</source><translation>وصل منه ملف بلا جديد.</translation></message>
<message><source>A new desk</source><translation>مكتب جديد</translation></message>
<message><source>Acknowledged by its next update</source><translation>يؤكده تحديثه التالي</translation></message>
<message><source>Add</source><translation>إضافة</translation></message>
<message><source>Back</source><translation>رجوع</translation></message>
<message><source>Back to the laptops</source><translation>رجوع إلى اللابتوبات</translation></message>
<message><source>Changes known here</source><translation>التغييرات المعروفة هنا</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Desk</source><translation>المكتب</translation></message>
<message><source>Desk and convoy</source><translation>المكتب والقافلة</translation></message>
<message><source>Empty: as the laptop is called.</source><translation>إذا تُرك فارغًا فباسم اللابتوب.</translation></message>
<message><source>End this laptop</source><translation>إنهاء هذا اللابتوب</translation></message>
<message><source>End this person's right</source><translation>إنهاء صلاحية هذا الشخص</translation></message>
<message><source>First PINs</source><translation>الأرقام السرية الأولى</translation></message>
<message><source>First letters</source><translation>الحروف الأولى</translation></message>
<message><source>For example: أ ب ت</source><translation>مثلًا: أ ب ت</translation></message>
<message><source>It is on paper</source><translation>أصبح على الورق</translation></message>
<message><source>Its desk was counted, and two people signed.</source><translation>تم جرد مكتبه ووقّع شخصان.</translation></message>
<message><source>Its pack was written. Nothing came from it yet.</source><translation>كُتبت حزمة تجهيزه، ولم يصل منه شيء بعد.</translation></message>
<message><source>Laptop</source><translation>اللابتوب</translation></message>
<message><source>Laptops</source><translation>اللابتوبات</translation></message>
<message><source>Last file</source><translation>آخر ملف</translation></message>
<message><source>Leave it as it is</source><translation>إبقاؤه كما هو</translation></message>
<message><source>May do at most</source><translation>أقصى صلاحية</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>Name at least one person.</source><translation>المطلوب اسم شخص واحد على الأقل.</translation></message>
<message><source>Name of the laptop</source><translation>اسم اللابتوب</translation></message>
<message><source>Name of the new desk</source><translation>اسم المكتب الجديد</translation></message>
<message><source>New PIN on this laptop</source><translation>رقم سري جديد على هذا اللابتوب</translation></message>
<message><source>New person</source><translation>شخص جديد</translation></message>
<message><source>No printer was chosen. The code can be copied by hand.</source><translation>لم تُحدَّد طابعة. يمكن نقل الرمز بخط اليد.</translation></message>
<message><source>None</source><translation>لا شيء</translation></message>
<message><source>None: an office laptop</source><translation>لا شيء: لابتوب مكتبي</translation></message>
<message><source>Numbers from</source><translation>الأرقام من</translation></message>
<message><source>One-time code</source><translation>رمز الاستخدام الواحد</translation></message>
<message><source>Only the forty digits on paper make another coordinator.</source><translation>لا يُضاف منسق آخر إلا بالأربعين رقمًا المكتوبة على الورق.</translation></message>
<message><source>Only they are. Nobody else's name leaves this laptop.</source><translation>وحدهم. لا يخرج من هنا اسم أحد غيرهم.</translation></message>
<message><source>Optional: a PIN is given with each laptop.</source><translation>اختيارية: لكل لابتوب رقم سري يُعطى معه.</translation></message>
<message><source>Organisation</source><translation>الجهة</translation></message>
<message><source>Packs (*.qafila)</source><translation>ملفات التجهيز (*.qafila)</translation></message>
<message><source>Passphrase of their own</source><translation>عبارة مرور شخصية</translation></message>
<message><source>People of</source><translation>أهالي</translation></message>
<message><source>People of these villages are on it</source><translation>يحمل بيانات أهالي هذه القرى</translation></message>
<message><source>People who work here</source><translation>فريق العمل</translation></message>
<message><source>Phone</source><translation>التليفون</translation></message>
<message><source>Prepare a laptop</source><translation>تجهيز لابتوب</translation></message>
<message><source>Print</source><translation>طباعة</translation></message>
<message><source>Recovery key of the workspace</source><translation>مفتاح استرداد مساحة العمل</translation></message>
<message><source>Role</source><translation>الدور</translation></message>
<message><source>Save</source><translation>حفظ</translation></message>
<message><source>Saved</source><translation>تم الحفظ</translation></message>
<message><source>Sent to the printer. Check that it came out.</source><translation>أُرسل إلى الطابعة. المطلوب التأكد من خروج الورقة.</translation></message>
<message><source>Set the PIN</source><translation>تعيين الرقم السري</translation></message>
<message><source>Somebody on file…</source><translation>شخص مسجل…</translation></message>
<message><source>State</source><translation>الحالة</translation></message>
<message><source>Takes families that are of no desk</source><translation>يستقبل الأسر التي ليس لها مكتب</translation></message>
<message><source>Team</source><translation>الفريق</translation></message>
<message><source>The PIN is set on this laptop</source><translation>تم تعيين الرقم السري على هذا اللابتوب</translation></message>
<message><source>The laptop is ended</source><translation>تم إنهاء اللابتوب</translation></message>
<message><source>The pack is in {file}. Its code and the PINs are shown only now and kept nowhere: give them to whoever sets the laptop up, apart from the stick.</source><translation>الحزمة في الملف {file}. الرمز والأرقام السرية تظهر الآن فقط ولا تُحفظ في أي مكان: تُسلَّم لمن يجهز اللابتوب، بعيدًا عن الفلاشة.</translation></message>
<message><source>The person's right is ended</source><translation>تم إنهاء صلاحية الشخص</translation></message>
<message><source>The printer did not take it. Copy the code by hand.</source><translation>لم تقبله الطابعة. يُنقل الرمز بخط اليد.</translation></message>
<message><source>The right was ended.</source><translation>انتهت الصلاحية.</translation></message>
<message><source>There is one. What is typed takes its place.</source><translation>له عبارة مرور، وما يُكتب هنا يحل محلها.</translation></message>
<message><source>What it did after that waits in quarantine.</source><translation>ما يصل منه بعد ذلك يبقى في الحجر.</translation></message>
<message><source>What it did came here with its files.</source><translation>وصل ما سُجل عليه مع ملفاته.</translation></message>
<message><source>What it did up to the last file that came here stays. Whatever comes from it later waits in quarantine, and it gets no more updates. Families stay on it until it is wiped. This cannot be taken back: it would be prepared anew.</source><translation>ما سُجل عليه حتى آخر ملف وصل هنا يبقى. وما يصل منه بعد ذلك يوضع في الحجر، ولا تُكتب له تحديثات. وتبقى بيانات الأسر عليه إلى أن يُمسح. لا يمكن الرجوع في هذا، والبديل تجهيزه من جديد.</translation></message>
<message><source>What they did, as far as it came here, stays. What comes later waits in quarantine until somebody releases it. Laptops hear of it with their next update. To let them in again, add them anew.</source><translation>ما سجله هذا الشخص ووصل هنا يبقى. وما يصل بعد ذلك يوضع في الحجر حتى يُفرج عنه. وتعرف اللابتوبات ذلك مع تحديثها التالي. وللسماح له من جديد يُضاف مرة أخرى.</translation></message>
<message><source>Write the pack</source><translation>كتابة حزمة التجهيز</translation></message>
<message><source>Write the pack to a stick</source><translation>كتابة حزمة التجهيز على فلاشة</translation></message>
<message><source>Writing the pack and reading it back</source><translation>جارٍ كتابة الحزمة ومراجعتها</translation></message>
<message><source>desk closed</source><translation>أُقفل مكتبه</translation></message>
<message><source>desk {name}</source><translation>مكتب {name}</translation></message>
<message><source>ended</source><translation>منتهٍ</translation></message>
<message><source>files came</source><translation>وصلت ملفاته</translation></message>
<message><source>joined</source><translation>انضم</translation></message>
<message><source>none</source><translation>لا شيء</translation></message>
<message><source>not yet</source><translation>ليس بعد</translation></message>
<message><source>prepared</source><translation>مجهز</translation></message>
<message><source>this laptop</source><translation>هذا اللابتوب</translation></message>
<message><source>to</source><translation>إلى</translation></message>
<message><source>up to {number}</source><translation>حتى {number}</translation></message>
<message numerus="yes"><source>up to {number}, %n missing before it</source><translation><numerusform>حتى {number}، دون نقص قبله</numerusform><numerusform>حتى {number}، ينقص قبله تغيير واحد</numerusform><numerusform>حتى {number}، ينقص قبله تغييران</numerusform><numerusform>حتى {number}، ينقص قبله %n تغييرات</numerusform><numerusform>حتى {number}، ينقص قبله %n تغييرًا</numerusform><numerusform>حتى {number}، ينقص قبله %n تغيير</numerusform></translation></message>
<message><source>up to {number}, none missing</source><translation>حتى {number} دون نقص</translation></message>
<message><source>{laptop} is prepared</source><translation>تم تجهيز {laptop}</translation></message>
</context>
<context>
<name>Merge</name>
<message numerus="yes"><source>%n cases of double aid</source><translation><numerusform>لا صرف مكرر</numerusform><numerusform>حالة صرف مكرر</numerusform><numerusform>حالتا صرف مكرر</numerusform><numerusform>%n حالات صرف مكرر</numerusform><numerusform>%n حالة صرف مكرر</numerusform><numerusform>%n حالة صرف مكرر</numerusform></translation></message>
<message numerus="yes"><source>%n changes</source><translation><numerusform>لا تغييرات</numerusform><numerusform>تغيير واحد</numerusform><numerusform>تغييران</numerusform><numerusform>%n تغييرات</numerusform><numerusform>%n تغييرًا</numerusform><numerusform>%n تغيير</numerusform></translation></message>
<message numerus="yes"><source>%n changes in quarantine</source><translation><numerusform>لا تغييرات محجوزة</numerusform><numerusform>تغيير محجوز</numerusform><numerusform>تغييران محجوزان</numerusform><numerusform>%n تغييرات محجوزة</numerusform><numerusform>%n تغييرًا محجوزًا</numerusform><numerusform>%n تغيير محجوز</numerusform></translation></message>
<message numerus="yes"><source>%n changes wait for a supervisor.</source><translation><numerusform>لا تغييرات تنتظر مشرفًا.</numerusform><numerusform>تغيير واحد ينتظر مشرفًا.</numerusform><numerusform>تغييران ينتظران مشرفًا.</numerusform><numerusform>%n تغييرات تنتظر مشرفًا.</numerusform><numerusform>%n تغييرًا تنتظر مشرفًا.</numerusform><numerusform>%n تغيير تنتظر مشرفًا.</numerusform></translation></message>
<message numerus="yes"><source>%n changes wait for others that they build on.</source><translation><numerusform>لا تغييرات معلَّقة.</numerusform><numerusform>تغيير واحد معلَّق حتى يصل ما بُني عليه.</numerusform><numerusform>تغييران معلَّقان حتى يصل ما بُنيا عليه.</numerusform><numerusform>%n تغييرات معلَّقة حتى يصل ما بُنيت عليه.</numerusform><numerusform>%n تغييرًا معلَّقًا حتى يصل ما بُنيت عليه.</numerusform><numerusform>%n تغيير معلَّق حتى يصل ما بُنيت عليه.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were merged.</source><translation><numerusform>لم يُدمج أي تغيير.</numerusform><numerusform>دُمج تغيير واحد.</numerusform><numerusform>دُمج تغييران.</numerusform><numerusform>دُمجت %n تغييرات.</numerusform><numerusform>دُمج %n تغييرًا.</numerusform><numerusform>دُمج %n تغيير.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were written and read back.</source><translation><numerusform>لم يُكتب أي تغيير.</numerusform><numerusform>كُتب تغيير واحد وتم التحقق منه.</numerusform><numerusform>كُتب تغييران وتم التحقق منهما.</numerusform><numerusform>كُتبت %n تغييرات وتم التحقق منها.</numerusform><numerusform>كُتب %n تغييرًا وتم التحقق منها.</numerusform><numerusform>كُتب %n تغيير وتم التحقق منها.</numerusform></translation></message>
<message numerus="yes"><source>%n changes, read back</source><translation><numerusform>لا تغييرات، وتم التحقق</numerusform><numerusform>تغيير واحد، وتم التحقق</numerusform><numerusform>تغييران، وتم التحقق</numerusform><numerusform>%n تغييرات، وتم التحقق</numerusform><numerusform>%n تغييرًا، وتم التحقق</numerusform><numerusform>%n تغيير، وتم التحقق</numerusform></translation></message>
<message numerus="yes"><source>%n conflicts</source><translation><numerusform>لا تعارضات</numerusform><numerusform>تعارض واحد</numerusform><numerusform>تعارضان</numerusform><numerusform>%n تعارضات</numerusform><numerusform>%n تعارضًا</numerusform><numerusform>%n تعارض</numerusform></translation></message>
<message numerus="yes"><source>%n files</source><translation><numerusform>لا ملفات</numerusform><numerusform>ملف واحد</numerusform><numerusform>ملفان</numerusform><numerusform>%n ملفات</numerusform><numerusform>%n ملفًا</numerusform><numerusform>%n ملف</numerusform></translation></message>
<message numerus="yes"><source>%n likely duplicates</source><translation><numerusform>لا تكرار محتمل</numerusform><numerusform>شخص يُحتمل تكراره</numerusform><numerusform>شخصان يُحتمل تكرارهما</numerusform><numerusform>%n أشخاص يُحتمل تكرارهم</numerusform><numerusform>%n شخصًا يُحتمل تكرارهم</numerusform><numerusform>%n شخص يُحتمل تكرارهم</numerusform></translation></message>
<message numerus="yes"><source>%n stock differences</source><translation><numerusform>لا فروق مخزون</numerusform><numerusform>فرق مخزون واحد</numerusform><numerusform>فرقا مخزون</numerusform><numerusform>%n فروق مخزون</numerusform><numerusform>%n فرق مخزون</numerusform><numerusform>%n فرق مخزون</numerusform></translation></message>
<message numerus="yes"><source>%n updates were written and read back.</source><translation><numerusform>لم يُكتب أي تحديث.</numerusform><numerusform>كُتب تحديث واحد وتم التحقق منه.</numerusform><numerusform>كُتب تحديثان وتم التحقق منهما.</numerusform><numerusform>كُتبت %n تحديثات وتم التحقق منها.</numerusform><numerusform>كُتب %n تحديثًا وتم التحقق منها.</numerusform><numerusform>كُتب %n تحديث وتم التحقق منها.</numerusform></translation></message>
<message><source>A folder or a whole stick</source><translation>مجلد أو فلاشة كاملة</translation></message>
<message><source>After this merge, to look at:</source><translation>للمراجعة بعد هذا الدمج:</translation></message>
<message><source>All of it was taken in.</source><translation>دُمج كل ما فيه.</translation></message>
<message><source>Also what the coordinators have already</source><translation>مع ما وصل إلى المنسقين من قبل</translation></message>
<message><source>An update brings a laptop what it lacks of its villages, and tells it what is safely kept here. Each file can be opened by its laptop alone; merge it there.</source><translation>التحديث يوصل إلى الجهاز ما ينقصه عن قراه، ويبلغه بما حُفظ هنا بأمان. كل ملف لا يفتحه إلا جهازه، ويُدمج عليه.</translation></message>
<message><source>Bring the laptops' work together</source><translation>جمع عمل كل أجهزة اللابتوب</translation></message>
<message><source>Changes {first} to {last} of laptop {device} are missing: ask for a full export.</source><translation>تنقص التغييرات من {first} إلى {last} من الجهاز {device}: اطلب تصديرًا كاملًا.</translation></message>
<message><source>Choose files</source><translation>اختيار ملفات</translation></message>
<message><source>Copying and checking the files…</source><translation>جارٍ نسخ الملفات وفحصها…</translation></message>
<message><source>Digest</source><translation>البصمة</translation></message>
<message><source>Every file that is merged here is listed with its digest and what came of it. A merge can be undone as a whole, and done again.</source><translation>كل ملف يُدمج هنا يُدرج مع بصمته ونتيجته. ويمكن إلغاء الدمج كله ثم إعادته.</translation></message>
<message><source>Everything in this file is here already; nothing is to be done.</source><translation>كل ما في هذا الملف موجود هنا من قبل، ولا يلزم شيء.</translation></message>
<message><source>Everything that was done on this laptop and that no coordinator has confirmed yet goes into one file, which only the coordinators can open. It is read back before the stick is taken out.</source><translation>كل ما سُجل على هذا الجهاز ولم يؤكده منسق بعد يُكتب في ملف واحد لا يفتحه إلا المنسقون، ويُقرأ الملف مرة أخرى للتحقق قبل سحب الفلاشة.</translation></message>
<message><source>File</source><translation>الملف</translation></message>
<message><source>File: {file}, digest {digest}. The stick can be taken out.</source><translation>الملف: {file}، البصمة {digest}. يمكن سحب الفلاشة.</translation></message>
<message><source>Files</source><translation>الملفات</translation></message>
<message><source>Files of Qafila</source><translation>ملفات قافلة</translation></message>
<message><source>From</source><translation>المصدر</translation></message>
<message><source>Held</source><translation>معلَّق</translation></message>
<message><source>Kind</source><translation>النوع</translation></message>
<message><source>Known</source><translation>معروف</translation></message>
<message><source>Laptop</source><translation>الجهاز</translation></message>
<message><source>Laptops to update</source><translation>الأجهزة المطلوب تحديثها</translation></message>
<message><source>Leave these files</source><translation>ترك هذه الملفات</translation></message>
<message><source>Merge</source><translation>دمج</translation></message>
<message numerus="yes"><source>Merge %n changes</source><translation><numerusform>لا شيء للدمج</numerusform><numerusform>دمج تغيير واحد</numerusform><numerusform>دمج تغييرين</numerusform><numerusform>دمج %n تغييرات</numerusform><numerusform>دمج %n تغييرًا</numerusform><numerusform>دمج %n تغيير</numerusform></translation></message>
<message><source>Merge it again</source><translation>إعادة الدمج</translation></message>
<message><source>Merge of {when}: {files}, {changes}</source><translation>دمج {when}: {files}، {changes}</translation></message>
<message><source>Merged</source><translation>وقت الدمج</translation></message>
<message><source>Merging…</source><translation>جارٍ الدمج…</translation></message>
<message><source>New</source><translation>جديد</translation></message>
<message><source>No merge yet</source><translation>لم يتم أي دمج بعد</translation></message>
<message><source>No other laptop yet</source><translation>لا توجد أجهزة أخرى بعد</translation></message>
<message><source>Nobody let this laptop in: what it wrote waits until somebody releases it.</source><translation>لم يأذن أحد لهذا الجهاز: كل ما كتبه محجوز حتى يفرج عنه مشرف.</translation></message>
<message><source>Nothing has come up that somebody has to decide.</source><translation>لم يظهر ما يحتاج إلى قرار.</translation></message>
<message><source>Nothing was lost and nothing was counted twice.</source><translation>لم يضع شيء ولم يُحسب شيء مرتين.</translation></message>
<message><source>Nothing would come up that somebody has to decide.</source><translation>لن يظهر ما يحتاج إلى قرار.</translation></message>
<message><source>Once laptops have been prepared, updates for them are written here: what they lack of their villages, and what is safely kept.</source><translation>بعد تجهيز أجهزة اللابتوب تُكتب تحديثاتها هنا: ما ينقصها عن قراها، وما حُفظ بأمان.</translation></message>
<message><source>Other files</source><translation>ملفات أخرى</translation></message>
<message><source>Other laptops</source><translation>أجهزة أخرى</translation></message>
<message><source>Other organisations</source><translation>الجهات الأخرى</translation></message>
<message><source>Past merges</source><translation>عمليات الدمج السابقة</translation></message>
<message><source>Put in the stick and choose its files, or drop them here. They are copied off and checked first, and you see what would come of them before anything changes.</source><translation>توضع الفلاشة وتُختار ملفاتها، أو تُسحب الملفات إلى هنا. تُنسخ الملفات وتُفحص أولًا، وتظهر نتيجة الدمج قبل أن يتغير أي شيء.</translation></message>
<message><source>Result</source><translation>النتيجة</translation></message>
<message><source>Stopped. Files that are there already are whole.</source><translation>توقف العمل. الملفات التي كُتبت سليمة.</translation></message>
<message><source>Stopped. Nothing was changed.</source><translation>توقف العمل ولم يتغير شيء.</translation></message>
<message><source>Take in files</source><translation>دمج ملفات</translation></message>
<message><source>The counts do not agree: check the workspace (doctor) before going on.</source><translation>الأعداد غير متطابقة: افحص مساحة العمل (doctor) قبل المتابعة.</translation></message>
<message><source>The file is whole and comes from a laptop of this workspace.</source><translation>الملف سليم ومن جهاز تابع لمساحة العمل هذه.</translation></message>
<message><source>The merge is undone: nothing that came with it counts.</source><translation>أُلغي الدمج: لا يُحسب شيء مما جاء به.</translation></message>
<message><source>There is no file of Qafila (.qafila) in what was chosen.</source><translation>لا يوجد ملف من ملفات قافلة (.qafila) فيما اختير.</translation></message>
<message><source>This was a preview; nothing was changed.</source><translation>هذه معاينة، ولم يتغير شيء.</translation></message>
<message><source>To look at:</source><translation>للمراجعة:</translation></message>
<message><source>To look at: conflicts {conflicts}, double aid {double_aid}, likely duplicates {duplicates}</source><translation>للمراجعة: تعارضات {conflicts}، صرف مكرر {double_aid}، أشخاص يُحتمل تكرارهم {duplicates}</translation></message>
<message><source>To the review</source><translation>إلى المراجعة</translation></message>
<message><source>Undo this merge</source><translation>إلغاء هذا الدمج</translation></message>
<message><source>Waiting</source><translation>محجوز</translation></message>
<message><source>What came with it counts again.</source><translation>عاد ما جاء به محسوبًا.</translation></message>
<message><source>Where to write the updates</source><translation>مكان كتابة التحديثات</translation></message>
<message numerus="yes"><source>Write %n updates</source><translation><numerusform>كتابة التحديثات</numerusform><numerusform>كتابة تحديث واحد</numerusform><numerusform>كتابة تحديثين</numerusform><numerusform>كتابة %n تحديثات</numerusform><numerusform>كتابة %n تحديثًا</numerusform><numerusform>كتابة %n تحديث</numerusform></translation></message>
<message><source>Write files</source><translation>كتابة ملفات</translation></message>
<message><source>Write this laptop's file</source><translation>كتابة ملف هذا الجهاز</translation></message>
<message><source>Write updates</source><translation>كتابة التحديثات</translation></message>
<message><source>Writing and reading back…</source><translation>جارٍ الكتابة والتحقق…</translation></message>
<message><source>Written</source><translation>وقت الكتابة</translation></message>
<message><source>all of it known</source><translation>كله معروف من قبل</translation></message>
<message><source>can be taken in</source><translation>جاهز للدمج</translation></message>
<message><source>coordinator</source><translation>منسق</translation></message>
<message><source>coordinator's update</source><translation>تحديث من منسق</translation></message>
<message><source>damaged</source><translation>تالف</translation></message>
<message><source>desk's note</source><translation>مذكرة مكتب</translation></message>
<message><source>earlier changes are missing: ask for a full export</source><translation>تنقصه تغييرات سابقة: اطلب تصديرًا كاملًا</translation></message>
<message><source>for others</source><translation>موجَّه إلى غير هذا الجهاز</translation></message>
<message><source>from a laptop not known here; all of it waits</source><translation>من جهاز غير معروف هنا، وكله في الانتظار</translation></message>
<message><source>its last file is of {when}</source><translation>آخر ملف منه بتاريخ {when}</translation></message>
<message><source>laptop {id}, not known here</source><translation>الجهاز {id}، غير معروف هنا</translation></message>
<message><source>laptop's pack</source><translation>حزمة تجهيز</translation></message>
<message><source>laptop's work</source><translation>عمل جهاز</translation></message>
<message><source>not found</source><translation>غير موجود</translation></message>
<message><source>not from a coordinator</source><translation>ليس من منسق</translation></message>
<message><source>not readable</source><translation>تعذرت قراءته</translation></message>
<message><source>nothing of it came yet</source><translation>لم يصل منه شيء بعد</translation></message>
<message><source>of a newer version</source><translation>من إصدار أحدث</translation></message>
<message><source>of another workspace</source><translation>من مساحة عمل أخرى</translation></message>
<message><source>some of it waits for a supervisor</source><translation>بعضه ينتظر مشرفًا</translation></message>
<message><source>some of it waits for other files</source><translation>بعضه ينتظر ملفات أخرى</translation></message>
<message><source>taken in</source><translation>دُمج</translation></message>
<message><source>undone</source><translation>أُلغي</translation></message>
<message><source>update for</source><translation>تحديث</translation></message>
<message><source>{file}: {status} (new {new}, known {known}, held {held}, quarantined {quarantined})</source><translation>{file}: {status} (جديد {new}، معروف {known}، معلَّق {held}، محجوز {quarantined})</translation></message>
</context>
<context>
<name>NationalId</name>
<message><source>A national ID begins with 2 or 3.</source><translation>الرقم القومي يبدأ بالرقم 2 أو 3.</translation></message>
<message><source>A national ID has 14 digits.</source><translation>الرقم القومي 14 رقمًا.</translation></message>
<message><source>A national ID has only digits.</source><translation>الرقم القومي أرقام فقط.</translation></message>
<message><source>Compare the ID with the card: a digit may differ.</source><translation>يلزم مطابقة الرقم مع البطاقة: قد يختلف رقم.</translation></message>
<message><source>Somebody else on file has this ID.</source><translation>هذا الرقم مسجل لشخص آخر.</translation></message>
<message><source>The ID gives another birth date.</source><translation>تاريخ الميلاد يخالف الرقم القومي.</translation></message>
<message><source>The ID gives another sex.</source><translation>النوع يخالف الرقم القومي.</translation></message>
<message><source>The ID's governorate is not known.</source><translation>كود المحافظة في الرقم القومي غير معروف.</translation></message>
<message><source>The birth date in the ID does not exist.</source><translation>تاريخ الميلاد في الرقم القومي غير موجود.</translation></message>
<message><source>The birth date in the ID is still to come.</source><translation>تاريخ الميلاد في الرقم القومي لم يأتِ بعد.</translation></message>
</context>
<context>
<name>Navigation</name>
<message><source>Catalogue</source><translation>الدليل</translation></message>
<message><source>Convoys</source><translation>القوافل</translation></message>
<message><source>Desk</source><translation>المكتب</translation></message>
<message><source>Laptops</source><translation>اللابتوبات</translation></message>
<message><source>Let somebody else take over</source><translation>تسليم العمل لشخص آخر</translation></message>
<message><source>Lock</source><translation>قفل</translation></message>
<message><source>Merge</source><translation>دمج</translation></message>
<message><source>Paper</source><translation>الورق</translation></message>
<message><source>People</source><translation>الأشخاص</translation></message>
<message><source>Qafila</source><translation>قافلة</translation></message>
<message><source>Receipts</source><translation>الإيصالات</translation></message>
<message><source>Reports</source><translation>التقارير</translation></message>
<message><source>Review</source><translation>المراجعة</translation></message>
<message><source>Settings</source><translation>الإعدادات</translation></message>
<message><source>Stock</source><translation>المخزون</translation></message>
<message><source>{key} shortcuts</source><translation>{key} الاختصارات</translation></message>
</context>
<context>
<name>Neighbours</name>
<message numerus="yes"><source>%n new lines</source><translation><numerusform>لا جديد</numerusform><numerusform>بند جديد</numerusform><numerusform>بندان جديدان</numerusform><numerusform>%n بنود جديدة</numerusform><numerusform>%n بندًا جديدًا</numerusform><numerusform>%n بند جديد</numerusform></translation></message>
<message numerus="yes"><source>%n notes of other desks read</source><translation><numerusform>لا إشعارات من مكاتب أخرى</numerusform><numerusform>قُرئ إشعار واحد من مكتب آخر</numerusform><numerusform>قُرئ إشعاران من مكاتب أخرى</numerusform><numerusform>قُرئت %n إشعارات من مكاتب أخرى</numerusform><numerusform>قُرئ %n إشعارًا من مكاتب أخرى</numerusform><numerusform>قُرئ %n إشعار من مكاتب أخرى</numerusform></translation></message>
<message><source>Another stick</source><translation>فلاشة أخرى</translation></message>
<message><source>{read}, {new}. The note of this desk is on the stick {stick}.</source><translation>{read}، {new}. إشعار هذا المكتب على الفلاشة {stick}.</translation></message>
<message><source>{said} {file}: {why}</source><translation>{said} {file}: {why}</translation></message>
</context>
<context>
<name>NoDocument</name>
<message><source>a child</source><translation>طفل</translation></message>
<message><source>being renewed</source><translation>تحت التجديد</translation></message>
<message><source>lost</source><translation>مفقود</translation></message>
<message><source>never issued</source><translation>لم يُستخرج</translation></message>
<message><source>not brought today</source><translation>غير موجود اليوم</translation></message>
<message><source>not given</source><translation>لم يُقدَّم</translation></message>
</context>
<context>
<name>OrganisationKind</name>
<message><source>alliance</source><translation>تحالف</translation></message>
<message><source>federation</source><translation>اتحاد عام</translation></message>
<message><source>local association</source><translation>جمعية محلية</translation></message>
<message><source>member</source><translation>عضو</translation></message>
<message><source>union</source><translation>اتحاد نوعي أو إقليمي</translation></message>
</context>
<context>
<name>Override</name>
<message><source>Allowed by the supervisor</source><translation>بموافقة المشرف</translation></message>
<message><source>Large family</source><translation>أسرة كبيرة العدد</translation></message>
<message><source>Surplus at the end of the day</source><translation>فائض في نهاية اليوم</translation></message>
<message><source>The data on file are wrong</source><translation>البيانات المسجلة غير صحيحة</translation></message>
<message><source>The earlier one was damaged</source><translation>ما صُرف سابقًا كان تالفًا</translation></message>
<message><source>The family says it was not received</source><translation>الأسرة تفيد بعدم الاستلام</translation></message>
<message><source>The item is here; the stock book is wrong</source><translation>الصنف موجود والرصيد الدفتري غير صحيح</translation></message>
<message><source>Urgent need</source><translation>احتياج عاجل</translation></message>
</context>
<context>
<name>PackSheet</name>
<message><source>Code of a laptop</source><translation>رمز تجهيز لابتوب</translation></message>
<message><source>How it is used</source><translation>طريقة الاستخدام</translation></message>
<message><source>Keep it apart from the stick</source><translation>تُحفظ بعيدًا عن الفلاشة</translation></message>
<message><source>Start Qafila on the new laptop, choose “I have a pack”, then the file on the stick. Scan the code or type its digits, and choose a passphrase.</source><translation>على اللابتوب الجديد: تشغيل «قافلة»، ثم «معي حزمة تجهيز»، ثم اختيار الملف من الفلاشة، ثم مسح الرمز أو كتابة أرقامه، ثم اختيار عبارة مرور.</translation></message>
<message><source>The file and the code together open the data of every family in it. The code is used once: tear this page up when the laptop has joined.</source><translation>الملف والرمز معًا يفتحان بيانات كل أسرة فيه. الرمز لمرة واحدة: تُمزَّق هذه الورقة بعد انضمام اللابتوب.</translation></message>
<message><source>Workspace {workspace}, prepared on {day}</source><translation>مساحة العمل {workspace}، تم التجهيز يوم {day}</translation></message>
<message><source>Your PIN. Change it in the settings on the first day.</source><translation>الرقم السري الشخصي، ويُغيَّر من الإعدادات في أول يوم.</translation></message>
<message><source>{convoy}, desk {desk}</source><translation>{convoy}، مكتب {desk}</translation></message>
</context>
<context>
<name>Paper</name>
<message numerus="yes"><source>%n slips were typed in on two laptops.</source><translation><numerusform>لا توجد إيصالات أُدخلت على لابتوبين.</numerusform><numerusform>إيصال ورقي واحد أُدخل على لابتوبين.</numerusform><numerusform>إيصالان ورقيان أُدخلا على لابتوبين.</numerusform><numerusform>%n إيصالات ورقية أُدخلت على لابتوبين.</numerusform><numerusform>%n إيصالاً ورقيًا أُدخل على لابتوبين.</numerusform><numerusform>%n إيصال ورقي أُدخل على لابتوبين.</numerusform></translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Count</source><translation>العدد</translation></message>
<message><source>Day</source><translation>اليوم</translation></message>
<message><source>Drawing the list</source><translation>جارٍ إعداد الكشف</translation></message>
<message><source>Enter paper</source><translation>إدخال الورق</translation></message>
<message><source>From</source><translation>من</translation></message>
<message><source>Household cards</source><translation>بطاقات الأسر</translation></message>
<message><source>Laptop</source><translation>اللابتوب</translation></message>
<message><source>Leave this slip</source><translation>ترك هذا الإيصال</translation></message>
<message><source>List to tick and sign, as PDF…</source><translation>كشف للتأشير والتوقيع PDF…</translation></message>
<message><source>Look at them</source><translation>عرض</translation></message>
<message><source>No slip was typed in twice.</source><translation>لا يوجد إيصال ورقي أُدخل مرتين.</translation></message>
<message><source>No slips were printed for this convoy yet.</source><translation>لم تُطبع إيصالات ورقية لهذه القافلة بعد.</translation></message>
<message><source>Not in yet: {numbers}</source><translation>لم يُدخل بعد: {numbers}</translation></message>
<message><source>Not in yet: {numbers} …</source><translation>لم يُدخل بعد: {numbers} …</translation></message>
<message><source>Number and print</source><translation>ترقيم وطباعة</translation></message>
<message><source>Number new slips, as PDF…</source><translation>ترقيم إيصالات جديدة وحفظها PDF…</translation></message>
<message><source>Number, time, family, what was given: Enter goes on, Ctrl+Enter saves, and the next slip can be typed. Each counts from the real time on.</source><translation>الرقم ثم الوقت ثم الأسرة ثم ما صُرف: Enter للانتقال و‎Ctrl+Enter‎ للحفظ، ثم الإيصال التالي. يُحسب الصرف من وقته الفعلي.</translation></message>
<message><source>Numbers go on after the last printed. No other laptop prints the same ones, so no slip can be typed in twice unnoticed.</source><translation>يستمر الترقيم بعد آخر إيصال مطبوع، ولا يطبع لابتوب آخر الأرقام نفسها، فلا يُدخل إيصال مرتين دون أن يُلاحظ.</translation></message>
<message><source>Print the list</source><translation>طباعة الكشف</translation></message>
<message><source>Print them again</source><translation>إعادة طباعتها</translation></message>
<message><source>Printed</source><translation>طُبعت</translation></message>
<message><source>Printed slips</source><translation>الإيصالات المطبوعة</translation></message>
<message><source>Printing the list</source><translation>جارٍ طباعة الكشف</translation></message>
<message><source>Printing the slips</source><translation>جارٍ طباعة الإيصالات الورقية</translation></message>
<message><source>Save as PDF</source><translation>حفظ PDF</translation></message>
<message><source>Save the slip</source><translation>حفظ الإيصال</translation></message>
<message><source>Scan the slip, or type its number</source><translation>يُقرأ كود الإيصال الورقي أو يُكتب رقمه</translation></message>
<message><source>Sheets of four slips</source><translation>عدد الأوراق (أربعة إيصالات في الورقة)</translation></message>
<message><source>Slip</source><translation>رقم الإيصال</translation></message>
<message><source>Slip {number}</source><translation>إيصال ورقي {number}</translation></message>
<message><source>Slip {number} is on file:</source><translation>الإيصال الورقي {number} مسجل من قبل:</translation></message>
<message><source>Slip {number} is saved</source><translation>حُفظ الإيصال الورقي {number}</translation></message>
<message><source>Slip {number}, {convoy}</source><translation>إيصال ورقي {number}، {convoy}</translation></message>
<message><source>Slips</source><translation>الإيصالات الورقية</translation></message>
<message><source>Slips that come back from the field</source><translation>الإيصالات الورقية العائدة من الميدان</translation></message>
<message><source>The same slips again…</source><translation>نفس الإيصالات مرة أخرى…</translation></message>
<message><source>These slips were typed in on two laptops before their files met. Compare with the paper and void what was recorded twice.</source><translation>أُدخلت هذه الإيصالات الورقية على لابتوبين قبل دمج ملفاتهما. تُراجع على الورق ويُلغى ما سُجل مرتين.</translation></message>
<message><source>Time</source><translation>الوقت</translation></message>
<message><source>To</source><translation>إلى</translation></message>
<message><source>Typed in twice</source><translation>أُدخل مرتين</translation></message>
<message><source>Verify receipts</source><translation>التحقق من الإيصالات</translation></message>
<message><source>Void this one</source><translation>إلغاء هذا</translation></message>
<message><source>Write the time as 9:30, or leave it empty.</source><translation>يُكتب الوقت هكذا 9:30 أو يُترك فارغًا.</translation></message>
<message><source>Written to {file}</source><translation>حُفظ في الملف {file}</translation></message>
<message><source>list</source><translation>كشف الصرف</translation></message>
<message><source>slips</source><translation>إيصالات ورقية</translation></message>
<message><source>typed in by {who}</source><translation>أدخله {who}</translation></message>
<message><source>{entered} of {printed} printed slips are in.</source><translation>أُدخل {entered} من {printed} إيصال مطبوع.</translation></message>
</context>
<context>
<name>Passphrase</name>
<message><source>A passphrase is needed.</source><translation>عبارة المرور مطلوبة.</translation></message>
<message><source>Four words or more are easy to keep in mind.</source><translation>أربع كلمات أو أكثر يسهل تذكرها.</translation></message>
<message><source>Show what is typed</source><translation>إظهار المكتوب</translation></message>
<message><source>The same once more</source><translation>عبارة المرور مرة أخرى</translation></message>
<message><source>The two passphrases differ.</source><translation>العبارتان غير متطابقتين.</translation></message>
<message><source>easy to guess: make it longer</source><translation>سهلة التخمين: تلزم عبارة أطول</translation></message>
<message><source>fair: one more word makes it strong</source><translation>مقبولة: كلمة أخرى تجعلها قوية</translation></message>
<message><source>strong</source><translation>قوية</translation></message>
</context>
<context>
<name>People</name>
<message numerus="yes"><source>%n earlier changes</source><translation><numerusform>لا تغييرات أقدم</numerusform><numerusform>تغيير واحد أقدم</numerusform><numerusform>تغييران أقدم</numerusform><numerusform>%n تغييرات أقدم</numerusform><numerusform>%n تغييرًا أقدم</numerusform><numerusform>%n تغيير أقدم</numerusform></translation></message>
<message numerus="yes"><source>%n households</source><translation><numerusform>لا أسر</numerusform><numerusform>أسرة واحدة</numerusform><numerusform>أسرتان</numerusform><numerusform>%n أسر</numerusform><numerusform>%n أسرة</numerusform><numerusform>%n أسرة</numerusform></translation></message>
<message numerus="yes"><source>%n people</source><translation><numerusform>لا أفراد</numerusform><numerusform>فرد واحد</numerusform><numerusform>فردان</numerusform><numerusform>%n أفراد</numerusform><numerusform>%n فردًا</numerusform><numerusform>%n فرد</numerusform></translation></message>
<message numerus="yes"><source>%n so far …</source><translation><numerusform>لا شيء حتى الآن…</numerusform><numerusform>سطر واحد حتى الآن…</numerusform><numerusform>سطران حتى الآن…</numerusform><numerusform>%n سطور حتى الآن…</numerusform><numerusform>%n سطرًا حتى الآن…</numerusform><numerusform>%n سطر حتى الآن…</numerusform></translation></message>
<message><source>Address or landmark</source><translation>العنوان أو علامة مميزة</translation></message>
<message><source>Age</source><translation>السن</translation></message>
<message><source>All categories</source><translation>كل الفئات</translation></message>
<message><source>All villages</source><translation>كل القرى</translation></message>
<message><source>Another person</source><translation>إضافة فرد</translation></message>
<message><source>At the desk</source><translation>فتح في المكتب</translation></message>
<message><source>Back</source><translation>رجوع</translation></message>
<message><source>Back without saving</source><translation>رجوع دون حفظ</translation></message>
<message><source>Belongs to the household</source><translation>من أفراد الأسرة</translation></message>
<message><source>Category</source><translation>الفئة</translation></message>
<message><source>Choose a household to see its people.</source><translation>اختيار أسرة من القائمة يعرض أفرادها هنا.</translation></message>
<message><source>Document</source><translation>المستند</translation></message>
<message><source>Edit</source><translation>تعديل</translation></message>
<message><source>Edit the household</source><translation>تعديل بيانات الأسرة</translation></message>
<message><source>Edit the person</source><translation>تعديل بيانات الفرد</translation></message>
<message><source>Edit {name}</source><translation>تعديل {name}</translation></message>
<message><source>Every household and person that this workspace knows is listed here, with what was changed and by whom. Households are registered at the desk, or come from an association's list.</source><translation>هنا كل الأسر والأفراد المسجلين في مساحة العمل، مع كل تغيير ومن أجراه. تُسجل الأسر من المكتب، أو تأتي من كشف جمعية.</translation></message>
<message><source>Go to the desk</source><translation>إلى المكتب</translation></message>
<message><source>Head of household</source><translation>رب الأسرة</translation></message>
<message><source>History</source><translation>السجل</translation></message>
<message><source>Households</source><translation>الأسر</translation></message>
<message><source>Its file</source><translation>ملف الأسرة</translation></message>
<message><source>List of {campaign}</source><translation>كشف حملة {campaign}</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>Name, ID, phone or number</source><translation>اسم أو رقم قومي أو هاتف أو رقم أسرة</translation></message>
<message><source>Name, document, birth</source><translation>الاسم والمستند والميلاد</translation></message>
<message><source>Nobody on file yet</source><translation>لا أحد مسجل بعد</translation></message>
<message><source>Number</source><translation>الرقم</translation></message>
<message><source>People</source><translation>الأفراد</translation></message>
<message><source>People in the household</source><translation>عدد أفراد الأسرة</translation></message>
<message><source>Priority</source><translation>الأولوية</translation></message>
<message><source>Registered</source><translation>التسجيل</translation></message>
<message><source>Relationship</source><translation>صلة القرابة</translation></message>
<message><source>Save</source><translation>حفظ</translation></message>
<message><source>Saved</source><translation>تم الحفظ</translation></message>
<message><source>Search</source><translation>بحث</translation></message>
<message><source>Show numbers</source><translation>إظهار الأرقام</translation></message>
<message><source>Take in a list</source><translation>إدخال كشف</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>What is listed</source><translation>محتوى القائمة</translation></message>
<message><source>Where not all of them are registered.</source><translation>إذا لم يُسجَّل جميع الأفراد.</translation></message>
<message><source>approved</source><translation>معتمدة</translation></message>
<message><source>household {number}</source><translation>أسرة رقم {number}</translation></message>
<message><source>in reserve</source><translation>احتياطي</translation></message>
<message><source>left</source><translation>خارج الأسرة</translation></message>
<message><source>no longer in the household</source><translation>لم يعد من أفراد الأسرة</translation></message>
<message><source>nobody registered</source><translation>لا أفراد مسجلون</translation></message>
<message><source>number not verified</source><translation>رقم غير مؤكد</translation></message>
<message><source>on neither list</source><translation>غير مدرجة في أي كشف</translation></message>
<message><source>{field}: {value}</source><translation>{field}: {value}</translation></message>
</context>
<context>
<name>Phone</name>
<message><source>Several numbers: the first one is kept.</source><translation>أكثر من رقم: يُحفظ الأول.</translation></message>
<message><source>This is no complete telephone number.</source><translation>رقم الهاتف غير مكتمل.</translation></message>
</context>
<context>
<name>Place</name>
<message><source>, </source><translation>، </translation></message>
</context>
<context>
<name>Printing</name>
<message><source>No printer was chosen, so nothing was printed. Saved as PDF it can be printed on any computer.</source><translation>لم تُختر طابعة فلم يُطبع شيء. يمكن حفظها بصيغة PDF وطباعتها من أي حاسب.</translation></message>
<message><source>Sent to the printer. Check that all pages came out.</source><translation>أُرسلت إلى الطابعة. تأكد من خروج كل الصفحات.</translation></message>
</context>
<context>
<name>Progress</name>
<message><source>Cancel</source><translation>إلغاء العملية</translation></message>
<message><source>{done} of {total}</source><translation>{done} من {total}</translation></message>
<message><source>{done} of {total} MB</source><translation>{done} من {total} ميجابايت</translation></message>
</context>
<context>
<name>Proxy</name>
<message><source>association</source><translation>جمعية</translation></message>
<message><source>by telephone</source><translation>بالتليفون</translation></message>
<message><source>neighbour</source><translation>جار</translation></message>
<message><source>no authorisation</source><translation>بدون تفويض</translation></message>
<message><source>other</source><translation>أخرى</translation></message>
<message><source>relative</source><translation>قريب</translation></message>
<message><source>village committee</source><translation>لجنة القرية</translation></message>
<message><source>vouched for by the village committee</source><translation>بشهادة لجنة القرية</translation></message>
<message><source>written authorisation</source><translation>تفويض كتابي</translation></message>
</context>
<context>
<name>Quantity</name>
<message><source>One fewer</source><translation>أقل بواحد</translation></message>
<message><source>One more</source><translation>أكثر بواحد</translation></message>
</context>
<context>
<name>Quarantine</name>
<message numerus="yes"><source>%n changes</source><translation><numerusform>لا تغييرات</numerusform><numerusform>تغيير واحد</numerusform><numerusform>تغييران</numerusform><numerusform>%n تغييرات</numerusform><numerusform>%n تغييرًا</numerusform><numerusform>%n تغيير</numerusform></translation></message>
<message numerus="yes"><source>%n changes count now.</source><translation><numerusform>لا تغييرات محسوبة.</numerusform><numerusform>تغيير واحد أصبح محسوبًا.</numerusform><numerusform>تغييران أصبحا محسوبين.</numerusform><numerusform>%n تغييرات أصبحت محسوبة.</numerusform><numerusform>%n تغييرًا أصبحت محسوبة.</numerusform><numerusform>%n تغيير أصبحت محسوبة.</numerusform></translation></message>
<message numerus="yes"><source>%n changes were left; they can be released any time.</source><translation><numerusform>لم يُترك شيء.</numerusform><numerusform>تُرك تغيير واحد، ويمكن الإفراج عنه في أي وقت.</numerusform><numerusform>تُرك تغييران، ويمكن الإفراج عنهما في أي وقت.</numerusform><numerusform>تُركت %n تغييرات، ويمكن الإفراج عنها في أي وقت.</numerusform><numerusform>تُرك %n تغييرًا، ويمكن الإفراج عنها في أي وقت.</numerusform><numerusform>تُرك %n تغيير، ويمكن الإفراج عنها في أي وقت.</numerusform></translation></message>
<message><source>A backup was put back</source><translation>استُعيدت نسخة احتياطية</translation></message>
<message><source>Changes</source><translation>التغييرات</translation></message>
<message><source>Laptop</source><translation>الجهاز</translation></message>
<message><source>Leave them</source><translation>تركها محجوزة</translation></message>
<message><source>Looked at and left</source><translation>ما رُوجع وتُرك</translation></message>
<message><source>No laptop went on twice</source><translation>لا توجد أجهزة منسوخة</translation></message>
<message><source>Nobody knows</source><translation>غير معروف</translation></message>
<message><source>Nothing waits</source><translation>لا شيء محجوز</translation></message>
<message><source>Release</source><translation>إفراج</translation></message>
<message numerus="yes"><source>Release %n changes</source><translation><numerusform>لا شيء للإفراج</numerusform><numerusform>الإفراج عن تغيير واحد</numerusform><numerusform>الإفراج عن تغييرين</numerusform><numerusform>الإفراج عن %n تغييرات</numerusform><numerusform>الإفراج عن %n تغييرًا</numerusform><numerusform>الإفراج عن %n تغيير</numerusform></translation></message>
<message><source>Taken back: they count no more, and wait as before.</source><translation>تم التراجع: لم تعد محسوبة، وهي في الانتظار كما كانت.</translation></message>
<message><source>Taken back: they wait as before.</source><translation>تم التراجع: هي في الانتظار كما كانت.</translation></message>
<message><source>The disk was copied</source><translation>نُسخ القرص</translation></message>
<message><source>The right of {user} or of {laptop} was ended, and this was written after what was known here then. Let it count only if the work was done before the laptop was lost.</source><translation>انتهت صلاحية {user} أو {laptop}، وكُتب هذا بعد آخر ما كان معروفًا هنا. لا يُفرج عنه إلا إذا تم العمل قبل فقد الجهاز.</translation></message>
<message><source>Two laptops from one pack</source><translation>جهازان من حزمة واحدة</translation></message>
<message><source>Two ways go on from change {number} of this laptop. All of both counts; find out how it came, so that it does not go on.</source><translation>من التغيير رقم {number} على هذا الجهاز يمتد مساران، وكل ما فيهما محسوب. يلزم معرفة السبب حتى لا يتكرر.</translation></message>
<message><source>Way {number}</source><translation>المسار {number}</translation></message>
<message><source>Ways</source><translation>المسارات</translation></message>
<message><source>What</source><translation>ماذا</translation></message>
<message><source>What somebody wrote without the right to, or after their right was ended, arrives with everything else but counts for nothing until somebody lets it, or leaves it.</source><translation>ما كُتب بلا صلاحية أو بعد انتهائها يصل مع غيره لكنه لا يُحسب حتى يُفرج عنه أو يُترك.</translation></message>
<message><source>When a disk is copied or a backup put back, one laptop goes on in two ways. Nothing of it is lost; it is told here so that somebody finds out how it came.</source><translation>إذا نُسخ قرص أو استُعيدت نسخة احتياطية يستمر الجهاز الواحد في مسارين. لا يضيع شيء، ويظهر هنا حتى يُعرف السبب.</translation></message>
<message><source>Who</source><translation>من</translation></message>
<message><source>Why</source><translation>السبب</translation></message>
<message numerus="yes"><source>and %n more</source><translation><numerusform>ولا شيء آخر</numerusform><numerusform>وواحد آخر</numerusform><numerusform>واثنان آخران</numerusform><numerusform>و%n أخرى</numerusform><numerusform>و%n أخرى</numerusform><numerusform>و%n أخرى</numerusform></translation></message>
<message><source>not allowed</source><translation>بلا صلاحية</translation></message>
<message><source>not let in</source><translation>بلا إذن</translation></message>
<message><source>somebody</source><translation>شخص غير معروف</translation></message>
<message><source>written after the end</source><translation>بعد انتهاء الصلاحية</translation></message>
<message><source>{first} to {last}</source><translation>من {first} إلى {last}</translation></message>
<message><source>{user} on {laptop}</source><translation>{user} على {laptop}</translation></message>
<message><source>{user} on {laptop} may not do this. It counts as soon as somebody who may lets it.</source><translation>{user} على {laptop} بلا صلاحية لهذا العمل. يُحسب فور أن يفرج عنه صاحب صلاحية.</translation></message>
<message><source>{user} on {laptop} names a right that nobody here has given, or that belongs to somebody else. Ask who works there before letting it count.</source><translation>{user} على {laptop} بصلاحية لم يمنحها أحد هنا أو تخص غيره. يلزم السؤال عمن يعمل هناك قبل الإفراج عنه.</translation></message>
</context>
<context>
<name>Receipt</name>
<message><source>, </source><translation>، </translation></message>
<message><source>Aid receipt</source><translation>إيصال استلام</translation></message>
<message><source>Aid receipts</source><translation>إيصالات استلام</translation></message>
<message><source>Copy</source><translation>نسخة</translation></message>
<message><source>Date</source><translation>التاريخ</translation></message>
<message><source>Desk's stub</source><translation>كعب المكتب</translation></message>
<message><source>Handed over by</source><translation>القائم بالصرف</translation></message>
<message><source>Head of household</source><translation>رب الأسرة</translation></message>
<message><source>ID</source><translation>رقم الهوية</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Not merged yet</source><translation>لم تُدمج بياناته بعد</translation></message>
<message><source>Owed, not in stock: {quantity}</source><translation>مستحق لم يُصرف لعدم توفره: {quantity}</translation></message>
<message><source>Please keep this receipt for the next convoy.</source><translation>يُرجى الاحتفاظ بالإيصال للقافلة القادمة.</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Received by</source><translation>المستلم</translation></message>
<message><source>Recipient's signature or fingerprint</source><translation>توقيع المستلم أو بصمته</translation></message>
<message><source>Still to receive: {quantity}</source><translation>المتبقي: {quantity}</translation></message>
<message><source>This aid is free. Nobody may ask for anything in return.</source><translation>هذه المساعدة مجانية، ولا يحق لأحد طلب أي مقابل لها.</translation></message>
<message><source>VOID</source><translation>إيصال ملغى</translation></message>
<message><source>VOID: {reason}</source><translation>إيصال ملغى: {reason}</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
</context>
<context>
<name>Receipts</name>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>لا صرف</numerusform><numerusform>صرف واحد</numerusform><numerusform>مرتا صرف</numerusform><numerusform>%n مرات صرف</numerusform><numerusform>%n مرة صرف</numerusform><numerusform>%n مرة صرف</numerusform></translation></message>
<message numerus="yes"><source>%n receipts as PDF</source><translation><numerusform>لا إيصالات</numerusform><numerusform>حفظ إيصال واحد PDF</numerusform><numerusform>حفظ إيصالين PDF</numerusform><numerusform>حفظ %n إيصالات PDF</numerusform><numerusform>حفظ %n إيصالاً PDF</numerusform><numerusform>حفظ %n إيصال PDF</numerusform></translation></message>
<message numerus="yes"><source>%n receipts printed</source><translation><numerusform>لم يُطبع إيصال</numerusform><numerusform>طُبع إيصال واحد</numerusform><numerusform>طُبع إيصالان</numerusform><numerusform>طُبعت %n إيصالات</numerusform><numerusform>طُبع %n إيصالًا</numerusform><numerusform>طُبع %n إيصال</numerusform></translation></message>
<message numerus="yes"><source>%n receipts wait to be printed.</source><translation><numerusform>لا إيصالات تنتظر الطباعة.</numerusform><numerusform>إيصال واحد ينتظر الطباعة.</numerusform><numerusform>إيصالان ينتظران الطباعة.</numerusform><numerusform>%n إيصالات تنتظر الطباعة.</numerusform><numerusform>%n إيصالًا ينتظر الطباعة.</numerusform><numerusform>%n إيصال ينتظر الطباعة.</numerusform></translation></message>
<message><source>, </source><translation>، </translation></message>
<message><source>All campaigns</source><translation>كل الحملات</translation></message>
<message><source>All convoys</source><translation>كل القوافل</translation></message>
<message><source>All days</source><translation>كل الأيام</translation></message>
<message><source>All states</source><translation>كل الحالات</translation></message>
<message><source>All villages</source><translation>كل القرى</translation></message>
<message><source>As one PDF…</source><translation>ملف PDF واحد…</translation></message>
<message><source>Desk</source><translation>المكتب</translation></message>
<message><source>Drawing receipts</source><translation>جارٍ رسم الإيصالات</translation></message>
<message><source>Everything that is handed over is listed here with its receipt: to find, to print again, or to void with a reason.</source><translation>كل ما يُصرف يظهر هنا مع إيصاله: للبحث عنه أو طباعته من جديد أو إلغائه بسبب.</translation></message>
<message><source>Handed over</source><translation>المصروف</translation></message>
<message><source>Household head</source><translation>رب الأسرة</translation></message>
<message><source>It waits no more; it can be printed any time</source><translation>لم يعد ينتظر، ويمكن طباعته في أي وقت</translation></message>
<message><source>Needs no paper</source><translation>لا يحتاج ورقة</translation></message>
<message><source>No hand-over yet</source><translation>لا يوجد صرف بعد</translation></message>
<message><source>Number</source><translation>الرقم</translation></message>
<message><source>Print</source><translation>طباعة</translation></message>
<message numerus="yes"><source>Print %n receipts</source><translation><numerusform>لا إيصالات للطباعة</numerusform><numerusform>طباعة إيصال واحد</numerusform><numerusform>طباعة إيصالين</numerusform><numerusform>طباعة %n إيصالات</numerusform><numerusform>طباعة %n إيصالاً</numerusform><numerusform>طباعة %n إيصال</numerusform></translation></message>
<message><source>Print again</source><translation>طباعة من جديد</translation></message>
<message><source>Print them all</source><translation>طباعة الكل</translation></message>
<message><source>Printing receipts</source><translation>جارٍ طباعة الإيصالات</translation></message>
<message><source>Receipt number, household or name</source><translation>رقم الإيصال أو الأسرة أو الاسم</translation></message>
<message><source>Search</source><translation>بحث</translation></message>
<message><source>State</source><translation>الحالة</translation></message>
<message><source>The hand-over is voided; the stock has it back</source><translation>أُلغي الصرف وعادت الأصناف إلى المخزون</translation></message>
<message><source>The void waits for a supervisor: until then the hand-over counts</source><translation>الإلغاء في انتظار قرار المشرف، والصرف محسوب إلى ذلك الحين</translation></message>
<message><source>Time</source><translation>الوقت</translation></message>
<message><source>Void</source><translation>إلغاء الإيصال</translation></message>
<message><source>Why is it voided?</source><translation>سبب الإلغاء</translation></message>
<message><source>not arrived here yet</source><translation>لم تصل بياناته بعد</translation></message>
<message><source>not printed here</source><translation>لم يُطبع هنا</translation></message>
<message><source>printed</source><translation>مطبوع</translation></message>
<message><source>receipts</source><translation>إيصالات</translation></message>
<message><source>voided</source><translation>ملغى</translation></message>
<message><source>voided: {reason}</source><translation>ملغى: {reason}</translation></message>
<message><source>waiting to be printed</source><translation>ينتظر الطباعة</translation></message>
<message><source>{item} owed</source><translation>{item} مستحق متأخر</translation></message>
<message><source>{quantity} {item}</source><translation>{quantity} {item}</translation></message>
<message><source>{quantity} {item}, the rest owed</source><translation>{quantity} {item} والباقي مستحق متأخر</translation></message>
</context>
<context>
<name>Record</name>
<message><source>campaign</source><translation>حملة</translation></message>
<message><source>card</source><translation>بطاقة</translation></message>
<message><source>category</source><translation>فئة</translation></message>
<message><source>collector</source><translation>مستلم بالنيابة</translation></message>
<message><source>convoy</source><translation>قافلة</translation></message>
<message><source>decision about double aid</source><translation>قرار بشأن صرف مكرر</translation></message>
<message><source>desk</source><translation>مكتب</translation></message>
<message><source>end of a desk's day</source><translation>إقفال مكتب</translation></message>
<message><source>end of a right</source><translation>إنهاء صلاحية</translation></message>
<message><source>erasure</source><translation>محو بيانات</translation></message>
<message><source>hamlet</source><translation>عزبة / نجع</translation></message>
<message><source>hand-over</source><translation>صرف</translation></message>
<message><source>household</source><translation>أسرة</translation></message>
<message><source>initiative</source><translation>مبادرة</translation></message>
<message><source>item</source><translation>صنف</translation></message>
<message><source>key of a convoy</source><translation>مفتاح قافلة</translation></message>
<message><source>laptop</source><translation>لابتوب</translation></message>
<message><source>merge that was undone</source><translation>دمج أُلغي</translation></message>
<message><source>organisation</source><translation>جهة</translation></message>
<message><source>paper slips</source><translation>إيصالات ورقية</translation></message>
<message><source>parked case</source><translation>حالة معلقة</translation></message>
<message><source>person</source><translation>شخص</translation></message>
<message><source>printed or saved list</source><translation>كشف مطبوع أو محفوظ</translation></message>
<message><source>release</source><translation>إفراج</translation></message>
<message><source>right</source><translation>صلاحية</translation></message>
<message><source>rule</source><translation>قاعدة استحقاق</translation></message>
<message><source>stock movement</source><translation>حركة مخزون</translation></message>
<message><source>user</source><translation>مستخدم</translation></message>
<message><source>verdict about two households</source><translation>قرار بشأن أسرتين</translation></message>
<message><source>verdict about two people</source><translation>قرار بشأن شخصين</translation></message>
<message><source>workspace</source><translation>مساحة عمل</translation></message>
</context>
<context>
<name>Recover</name>
<message numerus="yes"><source>%n are false, or of a laptop not known here</source><translation><numerusform>لا إيصالات غير صحيحة</numerusform><numerusform>إيصال واحد غير صحيح أو من لابتوب غير معروف هنا</numerusform><numerusform>إيصالان غير صحيحين أو من لابتوب غير معروف هنا</numerusform><numerusform>%n إيصالات غير صحيحة أو من لابتوبات غير معروفة هنا</numerusform><numerusform>%n إيصالًا غير صحيحة أو من لابتوبات غير معروفة هنا</numerusform><numerusform>%n إيصال غير صحيحة أو من لابتوبات غير معروفة هنا</numerusform></translation></message>
<message numerus="yes"><source>%n are of laptops whose access was ended: a supervisor decides</source><translation><numerusform>لا إيصالات من لابتوبات انتهت صلاحيتها</numerusform><numerusform>إيصال واحد من لابتوب انتهت صلاحيته: القرار للمشرف</numerusform><numerusform>إيصالان من لابتوبات انتهت صلاحيتها: القرار للمشرف</numerusform><numerusform>%n إيصالات من لابتوبات انتهت صلاحيتها: القرار للمشرف</numerusform><numerusform>%n إيصالًا من لابتوبات انتهت صلاحيتها: القرار للمشرف</numerusform><numerusform>%n إيصال من لابتوبات انتهت صلاحيتها: القرار للمشرف</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs were made again from their receipts</source><translation><numerusform>لم يُستعد أي صرف</numerusform><numerusform>تمت استعادة عملية صرف واحدة من إيصالها</numerusform><numerusform>تمت استعادة عمليتي صرف من إيصاليهما</numerusform><numerusform>تمت استعادة %n عمليات صرف من إيصالاتها</numerusform><numerusform>تمت استعادة %n عملية صرف من إيصالاتها</numerusform><numerusform>تمت استعادة %n عملية صرف من إيصالاتها</numerusform></translation></message>
<message numerus="yes"><source>%n hold an item that is not in the catalogue here: add it, then repeat</source><translation><numerusform>لا إيصالات بها صنف غير مسجل</numerusform><numerusform>إيصال واحد به صنف غير موجود في الأصناف هنا: أضفه ثم أعد العملية</numerusform><numerusform>إيصالان بهما صنف غير موجود في الأصناف هنا: أضفه ثم أعد العملية</numerusform><numerusform>%n إيصالات بها صنف غير موجود في الأصناف هنا: أضفه ثم أعد العملية</numerusform><numerusform>%n إيصالًا بها صنف غير موجود في الأصناف هنا: أضفه ثم أعد العملية</numerusform><numerusform>%n إيصال بها صنف غير موجود في الأصناف هنا: أضفه ثم أعد العملية</numerusform></translation></message>
<message numerus="yes"><source>%n lack one of their codes: scan it too</source><translation><numerusform>لا إيصالات ناقصة الرموز</numerusform><numerusform>إيصال واحد ينقصه أحد رموزه: امسحه أيضًا</numerusform><numerusform>إيصالان ينقصهما أحد رموزهما: امسحه أيضًا</numerusform><numerusform>%n إيصالات ينقصها أحد رموزها: امسحه أيضًا</numerusform><numerusform>%n إيصالًا ينقصها أحد رموزها: امسحه أيضًا</numerusform><numerusform>%n إيصال ينقصها أحد رموزها: امسحه أيضًا</numerusform></translation></message>
<message numerus="yes"><source>%n were on file already</source><translation><numerusform>لا شيء مسجل من قبل</numerusform><numerusform>إيصال واحد مسجل من قبل</numerusform><numerusform>إيصالان مسجلان من قبل</numerusform><numerusform>%n إيصالات مسجلة من قبل</numerusform><numerusform>%n إيصالًا مسجلة من قبل</numerusform><numerusform>%n إيصال مسجلة من قبل</numerusform></translation></message>
</context>
<context>
<name>RecoverySheet</name>
<message><source>How it is used</source><translation>طريقة استخدامه</translation></message>
<message><source>In a closed envelope in the organisation's safe, never with the laptop. Whoever has this sheet and the laptop can read the data of every family. Do not photograph it and do not send it by telephone.</source><translation>في مظروف مغلق داخل خزينة الجمعية، وليس مع اللابتوب أبدًا. من يملك هذه الورقة واللابتوب معًا يستطيع قراءة بيانات كل الأسر. يُمنع تصويرها أو إرسالها بالهاتف.</translation></message>
<message><source>It opens the workspace when the passphrase is forgotten. Without the passphrase and without this key nobody can ever read what was recorded.</source><translation>يفتح مساحة العمل عند نسيان عبارة المرور. ومن دون عبارة المرور ومن دون هذا المفتاح لا يمكن لأحد قراءة ما سُجل.</translation></message>
<message><source>Kept by</source><translation>المسؤول عن الحفظ</translation></message>
<message><source>Place</source><translation>المكان</translation></message>
<message><source>Recovery key</source><translation>مفتاح الاسترجاع</translation></message>
<message><source>Signature</source><translation>التوقيع</translation></message>
<message><source>Start Qafila, choose the recovery key where the passphrase is asked for, type the digits, and choose a new passphrase.</source><translation>تشغيل برنامج قافلة، واختيار مفتاح الاسترجاع عند طلب عبارة المرور، وكتابة الأرقام، ثم اختيار عبارة مرور جديدة.</translation></message>
<message><source>What it is for</source><translation>فائدته</translation></message>
<message><source>Where to keep it</source><translation>مكان حفظه</translation></message>
<message><source>Workspace {workspace}, printed on {day}</source><translation>مساحة العمل {workspace}، طُبع في {day}</translation></message>
</context>
<context>
<name>Register</name>
<message><source>Add the hamlet</source><translation>إضافة العزبة أو النجع</translation></message>
<message><source>Address or landmark</source><translation>العنوان أو علامة مميزة</translation></message>
<message><source>Against it: {reasons}</source><translation>ما يخالف ذلك: {reasons}</translation></message>
<message><source>Another person</source><translation>فرد آخر</translation></message>
<message><source>Back to the desk</source><translation>العودة إلى المكتب</translation></message>
<message><source>Full name, four parts if possible</source><translation>الاسم رباعي إن أمكن</translation></message>
<message><source>Household {number} saved</source><translation>تم حفظ الأسرة رقم {number}</translation></message>
<message><source>Its people; the head of household first</source><translation>أفراد الأسرة، يبدأ التسجيل برب الأسرة</translation></message>
<message><source>Name of the hamlet</source><translation>اسم العزبة أو النجع</translation></message>
<message><source>New household</source><translation>أسرة جديدة</translation></message>
<message><source>Not now</source><translation>ليس الآن</translation></message>
<message><source>Open the household on file</source><translation>فتح الأسرة المسجلة</translation></message>
<message><source>Open {name}</source><translation>فتح {name}</translation></message>
<message><source>Phone</source><translation>التليفون</translation></message>
<message><source>Priority</source><translation>الأولوية</translation></message>
<message><source>Relationship</source><translation>صلة القرابة</translation></message>
<message><source>Remove this person</source><translation>حذف هذا الفرد</translation></message>
<message><source>Save household</source><translation>حفظ الأسرة</translation></message>
<message><source>Sex</source><translation>النوع</translation></message>
<message><source>The household</source><translation>الأسرة</translation></message>
<message><source>The household agrees to be registered, to receive aid</source><translation>توافق الأسرة على تسجيل بياناتها لتلقي المساعدات</translation></message>
<message><source>The village it belongs to</source><translation>القرية التابع لها</translation></message>
<message><source>This may be somebody on file</source><translation>قد يكون هذا شخصًا مسجلًا من قبل</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>What was typed before is here again.</source><translation>تمت استعادة ما كُتب من قبل.</translation></message>
<message><source>and to share it with the alliance's organisations</source><translation>وعلى مشاركتها مع جمعيات التحالف</translation></message>
<message><source>day/month/year</source><translation>يوم/شهر/سنة</translation></message>
</context>
<context>
<name>Relationship</name>
<message><source>brother</source><translation>أخ</translation></message>
<message><source>daughter</source><translation>ابنة</translation></message>
<message><source>father</source><translation>أب</translation></message>
<message><source>granddaughter</source><translation>حفيدة</translation></message>
<message><source>grandfather</source><translation>جد</translation></message>
<message><source>grandmother</source><translation>جدة</translation></message>
<message><source>grandson</source><translation>حفيد</translation></message>
<message><source>head of household</source><translation>رب الأسرة</translation></message>
<message><source>husband</source><translation>زوج</translation></message>
<message><source>mother</source><translation>أم</translation></message>
<message><source>not related</source><translation>غير قريب</translation></message>
<message><source>other relative</source><translation>قريب آخر</translation></message>
<message><source>sister</source><translation>أخت</translation></message>
<message><source>son</source><translation>ابن</translation></message>
<message><source>wife</source><translation>زوجة</translation></message>
</context>
<context>
<name>Report</name>
<message><source>Nothing was recorded.</source><translation>لم يُسجل شيء.</translation></message>
<message><source>Page {page} of {pages}</source><translation>صفحة {page} من {pages}</translation></message>
</context>
<context>
<name>Reports</name>
<message><source>5W</source><translation>‎5W</translation></message>
<message><source>5W with HXL hashtags</source><translation>تقرير ‎5W بوسوم ‎HXL</translation></message>
<message><source>A part of the ration was handed over</source><translation>صُرف جزء من الحصة</translation></message>
<message><source>A reason for priority; a family may have several.</source><translation>سبب للأولوية، وقد يكون للأسرة أكثر من سبب.</translation></message>
<message><source>Activity</source><translation>النشاط</translation></message>
<message><source>Actual</source><translation>المصروف فعلًا</translation></message>
<message><source>Actual less announced.</source><translation>المصروف فعلًا ناقص المعلن.</translation></message>
<message><source>Address</source><translation>العنوان</translation></message>
<message><source>Age</source><translation>السن</translation></message>
<message><source>All convoys</source><translation>كل القوافل</translation></message>
<message><source>All organisations</source><translation>كل الجهات</translation></message>
<message><source>All together</source><translation>الإجمالي</translation></message>
<message><source>All villages of every district in which a convoy handed something over or families are on file. Those not served stand first, where most neighbours were served.</source><translation>كل قرى المراكز التي صرفت فيها قافلة أو فيها أسر مسجلة. القرى غير المخدومة أولًا، وأولها ما خُدم أكثر جيرانه.</translation></message>
<message><source>An override or a void.</source><translation>تجاوز قاعدة أو إلغاء.</translation></message>
<message><source>Announced</source><translation>المعلن</translation></message>
<message><source>Announced and actual ration</source><translation>الحصة المعلنة والمصروفة فعلًا</translation></message>
<message><source>Approved by</source><translation>اعتماد</translation></message>
<message><source>As far as it is known.</source><translation>بقدر المعروف.</translation></message>
<message><source>As it was told.</source><translation>كما ذُكر.</translation></message>
<message><source>As registered.</source><translation>كما هو مسجل.</translation></message>
<message><source>As they were written.</source><translation>كما كُتبت.</translation></message>
<message><source>Back to the warehouse.</source><translation>ما عاد إلى المخزن.</translation></message>
<message><source>Balance</source><translation>الرصيد</translation></message>
<message><source>Born</source><translation>الميلاد</translation></message>
<message><source>Boys</source><translation>أولاد</translation></message>
<message><source>Busiest hour</source><translation>ساعة الذروة</translation></message>
<message><source>By campaign</source><translation>حسب الحملة</translation></message>
<message><source>By district</source><translation>حسب المركز</translation></message>
<message><source>By governorate</source><translation>حسب المحافظة</translation></message>
<message><source>By initiative</source><translation>حسب المبادرة</translation></message>
<message><source>By month</source><translation>حسب الشهر</translation></message>
<message><source>By organisation</source><translation>حسب الجهة</translation></message>
<message><source>By village</source><translation>حسب القرية</translation></message>
<message><source>CSV</source><translation>ملف CSV</translation></message>
<message><source>Campaign</source><translation>الحملة</translation></message>
<message><source>Case</source><translation>الحالة</translation></message>
<message><source>Cases</source><translation>عدد الحالات</translation></message>
<message><source>Cases and feedback</source><translation>الحالات والملاحظات</translation></message>
<message><source>Cases put aside</source><translation>حالات مؤجلة</translation></message>
<message><source>Cases put aside at the convoy's desks.</source><translation>الحالات التي أُجّلت للمشرف في مكاتب القافلة.</translation></message>
<message><source>Categories</source><translation>الفئات</translation></message>
<message><source>Category</source><translation>الفئة</translation></message>
<message><source>Collected by</source><translation>المستلم</translation></message>
<message><source>Column</source><translation>العمود</translation></message>
<message><source>Consent</source><translation>الموافقة</translation></message>
<message><source>Consent of</source><translation>تاريخ الموافقة</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Convoy supervisor</source><translation>مشرف القافلة</translation></message>
<message><source>Convoys</source><translation>القوافل</translation></message>
<message><source>Count</source><translation>العدد</translation></message>
<message><source>Counted</source><translation>الجرد الفعلي</translation></message>
<message><source>Counted less left by the book: below zero is missing.</source><translation>الجرد الفعلي ناقص الرصيد الدفتري: ما تحت الصفر عجز.</translation></message>
<message><source>Counts the rows.</source><translation>ترقيم الصفوف.</translation></message>
<message><source>Daily convoy report</source><translation>التقرير اليومي للقافلة</translation></message>
<message><source>Damaged</source><translation>تالف</translation></message>
<message><source>Damaged, with its reason.</source><translation>ما تلف، مع سببه.</translation></message>
<message><source>Day</source><translation>اليوم</translation></message>
<message><source>Decision</source><translation>القرار</translation></message>
<message><source>Declared size</source><translation>العدد المعلن</translation></message>
<message><source>Definitions</source><translation>تعريفات</translation></message>
<message><source>Desk</source><translation>المكتب</translation></message>
<message><source>Difference</source><translation>الفرق</translation></message>
<message><source>Different convoys by which a family of the village was reached.</source><translation>عدد القوافل المختلفة التي خدمت أسرة من القرية.</translation></message>
<message><source>Different families that something was handed over to, each once however often it came; families that were judged to be one count as one.</source><translation>الأسر المختلفة التي صُرف لها شيء، تُحسب كل أسرة مرة واحدة مهما تكرر حضورها، والأسر التي ثبت أنها أسرة واحدة تُحسب واحدة.</translation></message>
<message><source>Distribution list to sign</source><translation>كشف التوزيع للتوقيع</translation></message>
<message><source>District</source><translation>المركز أو القسم</translation></message>
<message><source>District (Arabic)</source><translation>المركز (بالعربية)</translation></message>
<message><source>District (English)</source><translation>المركز (بالإنجليزية)</translation></message>
<message><source>District code</source><translation>كود المركز</translation></message>
<message><source>Document</source><translation>الوثيقة</translation></message>
<message><source>Double aid</source><translation>ازدواج الصرف</translation></message>
<message><source>Double aid, overrides and voids</source><translation>ازدواج الصرف والتجاوزات والإلغاءات</translation></message>
<message><source>Empty while it stands; voided, with the reason, where it counts no more.</source><translation>فارغ ما دامت سارية، أو ملغاة مع السبب إن لم تعد تُحسب.</translation></message>
<message><source>End</source><translation>نهاية الصرف</translation></message>
<message><source>Every hand-over of a convoy in the order of time, with its receipt and who collected it. The undersigned confirm that it was handed over so.</source><translation>كل عمليات صرف القافلة بترتيب الوقت، مع الإيصال والمستلم. ويقر الموقعون أدناه بأن الصرف تم على هذا النحو.</translation></message>
<message><source>Everybody in those families, as in the other reports.</source><translation>كل أفراد هذه الأسر، كما في التقارير الأخرى.</translation></message>
<message><source>Everybody in those families, each once: the members on file, or the size that a list declared where that is more.</source><translation>كل أفراد هذه الأسر، كل فرد مرة واحدة: المسجلون، أو العدد المذكور في الكشف إن كان أكبر.</translation></message>
<message><source>Everything on file, for the person who asks for it. They may have it corrected, withdraw their consent, or have it erased.</source><translation>كل ما هو مسجل، لصاحب البيانات إذا طلبه. ومن حقه طلب تصحيحه أو سحب موافقته أو محو بياناته.</translation></message>
<message><source>Expired</source><translation>منتهي الصلاحية</translation></message>
<message><source>Families</source><translation>الأسر</translation></message>
<message><source>Families and people by category</source><translation>الأسر والأفراد حسب الفئة</translation></message>
<message><source>Families and people who received more than their rule ever allowed, with what was decided about it; and how often each desk went against an answer or voided. Nothing was refused: all of these hand-overs stand unless they were voided.</source><translation>الأسر والأفراد الذين صُرف لهم أكثر مما تسمح به القاعدة، مع القرار في كل حالة، وعدد مرات تجاوز القواعد والإلغاء في كل مكتب. لم يُرفض شيء: كل هذه العمليات سارية ما لم تُلغ.</translation></message>
<message><source>Families expected</source><translation>الأسر المنتظرة</translation></message>
<message><source>Families of the convoy's villages who may receive something, or about whom a supervisor decides, village by village. Sign when the aid is received.</source><translation>أسر قرى القافلة التي تستحق صرف شيء، أو التي يقرر المشرف في أمرها، قرية بعد قرية. يكون التوقيع عند الاستلام.</translation></message>
<message><source>Families on file</source><translation>الأسر المسجلة</translation></message>
<message><source>Families reached that have it, or one of whose members does.</source><translation>الأسر المخدومة التي لها هذه الفئة، أو لأحد أفرادها.</translation></message>
<message><source>Families registered in the village, reached or not.</source><translation>الأسر المسجلة في القرية، خُدمت أو لم تُخدم.</translation></message>
<message><source>Families to whom an item or its rest is owed: it was out of stock.</source><translation>أسر لها صنف أو باقي صنف لم يُصرف لنفاد المخزون.</translation></message>
<message><source>Families with a promise</source><translation>أسر لها مستحق مؤجل</translation></message>
<message><source>Family number</source><translation>رقم الأسرة</translation></message>
<message><source>Family or person</source><translation>الأسرة أو الشخص</translation></message>
<message><source>Female</source><translation>إناث</translation></message>
<message><source>File of a family or person</source><translation>ملف أسرة أو شخص</translation></message>
<message><source>First day</source><translation>أول يوم</translation></message>
<message><source>For whom: different families, each once in the row.</source><translation>لمن: الأسر المختلفة، كل أسرة مرة واحدة في الصف.</translation></message>
<message><source>From</source><translation>من</translation></message>
<message><source>From the warehouse on to the convoy.</source><translation>ما حُمّل من المخزن على القافلة.</translation></message>
<message><source>Girls</source><translation>بنات</translation></message>
<message><source>Governorate</source><translation>المحافظة</translation></message>
<message><source>Governorate (Arabic)</source><translation>المحافظة (بالعربية)</translation></message>
<message><source>Governorate (English)</source><translation>المحافظة (بالإنجليزية)</translation></message>
<message><source>Governorate code</source><translation>كود المحافظة</translation></message>
<message><source>Hand-overs</source><translation>عمليات الصرف</translation></message>
<message><source>Hand-overs by hour</source><translation>عمليات الصرف حسب الساعة</translation></message>
<message><source>Hand-overs for each family on average: 1 is once each.</source><translation>عمليات الصرف مقسومة على الأسر: ١ تعني مرة لكل أسرة.</translation></message>
<message><source>Hand-overs of the desk that were voided.</source><translation>عمليات صرف المكتب التي أُلغيت.</translation></message>
<message><source>Hand-overs recorded at the desk, voided ones too.</source><translation>عمليات الصرف المسجلة في المكتب، بما فيها الملغاة.</translation></message>
<message><source>Hand-overs that together are more than the rule ever allowed.</source><translation>عمليات صرف يزيد مجموعها على ما تسمح به القاعدة.</translation></message>
<message><source>Hand-overs that were voided; nothing of them is counted.</source><translation>عمليات صرف أُلغيت، ولا يُحسب منها شيء.</translation></message>
<message><source>Hand-overs voided for that reason.</source><translation>عمليات الصرف الملغاة لهذا السبب.</translation></message>
<message><source>Handed out by</source><translation>سلّمه</translation></message>
<message><source>Handed over</source><translation>المصروف</translation></message>
<message><source>Handed over by item</source><translation>المصروف حسب الصنف</translation></message>
<message><source>Head of family</source><translation>رب الأسرة</translation></message>
<message><source>Hour</source><translation>الساعة</translation></message>
<message><source>How many different families and people were reached, against how often something was handed over. Rows can come to more than the last row: a family that two organisations reached stands in both rows and is counted once below.</source><translation>عدد الأسر والأفراد المختلفين مقارنة بعدد مرات الصرف. قد يزيد مجموع الصفوف على الصف الأخير: الأسرة التي خدمتها جهتان تظهر في الصفين وتُحسب مرة واحدة في الإجمالي.</translation></message>
<message><source>How many different organisations gave.</source><translation>عدد الجهات المختلفة التي صرفت.</translation></message>
<message><source>How many people a list said.</source><translation>عدد الأفراد المذكور في كشف.</translation></message>
<message><source>In</source><translation>وارد</translation></message>
<message><source>In all</source><translation>إجمالي</translation></message>
<message><source>Initiative</source><translation>المبادرة</translation></message>
<message><source>It names people in plain form: keep it safe, and delete it when it has served.</source><translation>فيه أسماء أشخاص بلا تشفير: يُحفظ في مكان آمن، ويُحذف بعد انتهاء الحاجة إليه.</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Joined the convoy on its way: bought, or given to it.</source><translation>ما انضم إلى القافلة في الطريق: شراءً أو تبرعًا.</translation></message>
<message><source>Laptop</source><translation>اللابتوب</translation></message>
<message><source>Last day</source><translation>آخر يوم</translation></message>
<message><source>Left by the book</source><translation>الرصيد الدفتري</translation></message>
<message><source>Left empty, to sign in.</source><translation>خانة فارغة للتوقيع.</translation></message>
<message><source>Less</source><translation>أقل</translation></message>
<message><source>Lines</source><translation>البنود</translation></message>
<message><source>Lines by which less than the ration was handed over.</source><translation>بنود صُرف فيها أقل من الحصة.</translation></message>
<message><source>Lines by which more than the ration was handed over.</source><translation>بنود صُرف فيها أكثر من الحصة.</translation></message>
<message><source>Lines by which more was handed over than the rules allowed.</source><translation>بنود صُرف فيها أكثر مما تسمح به القواعد.</translation></message>
<message><source>Lines of hand-overs that stand, in the item's unit.</source><translation>بنود عمليات الصرف السارية، بوحدة الصنف.</translation></message>
<message><source>Lines of hand-overs: one for each item of each hand-over.</source><translation>بنود الصرف: بند لكل صنف في كل عملية صرف.</translation></message>
<message><source>Lines overridden, or hand-overs voided, for that reason.</source><translation>البنود المتجاوزة أو العمليات الملغاة لهذا السبب.</translation></message>
<message><source>Loaded</source><translation>المحمّل</translation></message>
<message><source>Loaded and received, less handed over, returned, damaged, lost and expired. Below zero where more was handed over than the book knows.</source><translation>المحمّل والوارد، ناقص المصروف والمرتجع والتالف والفاقد ومنتهي الصلاحية. يكون تحت الصفر إذا صُرف أكثر مما في الدفتر.</translation></message>
<message><source>Lost</source><translation>فاقد</translation></message>
<message><source>Lost, with its reason.</source><translation>ما فُقد، مع سببه.</translation></message>
<message><source>Made {moment} by {who}</source><translation>أُعد في {moment} بواسطة {who}</translation></message>
<message><source>Male</source><translation>ذكور</translation></message>
<message><source>May receive</source><translation>المستحق</translation></message>
<message><source>Meaning</source><translation>المعنى</translation></message>
<message><source>Members of families reached who are marked with it themselves.</source><translation>أفراد الأسر المخدومة المسجلة لهم هذه الفئة بأنفسهم.</translation></message>
<message><source>Men</source><translation>رجال</translation></message>
<message><source>Month</source><translation>الشهر</translation></message>
<message><source>More</source><translation>أكثر</translation></message>
<message><source>Movement</source><translation>الحركة</translation></message>
<message><source>Name</source><translation>الاسم</translation></message>
<message><source>Neighbours served</source><translation>جيران مخدومون</translation></message>
<message><source>Next part of the report</source><translation>الجزء التالي من التقرير</translation></message>
<message><source>No.</source><translation>م</translation></message>
<message><source>Not known</source><translation>غير معروف</translation></message>
<message><source>Not served, served by one convoy, or by several.</source><translation>غير مخدومة، أو خدمتها قافلة واحدة، أو أكثر من قافلة.</translation></message>
<message><source>Note</source><translation>ملاحظة</translation></message>
<message><source>Notes</source><translation>ملاحظات</translation></message>
<message><source>Nothing to report yet</source><translation>لا يوجد ما يُعرض بعد</translation></message>
<message><source>Number of the family, or of a document</source><translation>رقم الأسرة أو رقم وثيقة</translation></message>
<message><source>One convoy on the days chosen, or on all of its days. Families and people are counted once, however often they came. Stock and cases are those of the whole convoy.</source><translation>قافلة واحدة في الأيام المختارة أو في كل أيامها. تُحسب الأسر والأفراد مرة واحدة مهما تكرر الحضور. أما المخزون والحالات فعن القافلة كلها.</translation></message>
<message><source>Open</source><translation>فتح</translation></message>
<message><source>Organisation</source><translation>الجهة</translation></message>
<message><source>Organisations</source><translation>الجهات</translation></message>
<message><source>Other registered members, female.</source><translation>باقي الأفراد المسجلين، إناث.</translation></message>
<message><source>Other registered members, male.</source><translation>باقي الأفراد المسجلين، ذكور.</translation></message>
<message><source>Other villages of the same district that were served.</source><translation>قرى أخرى في المركز نفسه خُدمت.</translation></message>
<message><source>Out</source><translation>منصرف</translation></message>
<message><source>Overridden</source><translation>متجاوزة</translation></message>
<message><source>Overridden %</source><translation>نسبة التجاوز</translation></message>
<message><source>Overridden of all that the desk recorded.</source><translation>نسبة المتجاوز من كل ما سجله المكتب.</translation></message>
<message><source>Override</source><translation>تجاوز قاعدة</translation></message>
<message><source>Overrides</source><translation>تجاوزات القواعد</translation></message>
<message><source>Overrides and voids by desk</source><translation>التجاوزات والإلغاءات حسب المكتب</translation></message>
<message><source>P-code of the governorate.</source><translation>كود المحافظة (‎P-code).</translation></message>
<message><source>P-code of the markaz or qism.</source><translation>كود المركز أو القسم (‎P-code).</translation></message>
<message><source>Part of the report</source><translation>جزء من التقرير</translation></message>
<message><source>Past its date.</source><translation>ما انتهت صلاحيته.</translation></message>
<message><source>People</source><translation>الأفراد</translation></message>
<message><source>People by age and sex</source><translation>الأفراد حسب السن والنوع</translation></message>
<message><source>People in the family, as in People.</source><translation>عدد أفراد الأسرة، كما في عمود الأفراد.</translation></message>
<message><source>People on file</source><translation>الأفراد المسجلون</translation></message>
<message><source>People whose sex is not on file.</source><translation>أفراد لم يُسجل نوعهم.</translation></message>
<message><source>Phone</source><translation>التليفون</translation></message>
<message><source>Place</source><translation>المكان</translation></message>
<message><source>Prepared by</source><translation>إعداد</translation></message>
<message><source>Print</source><translation>طباعة</translation></message>
<message><source>Printing the report</source><translation>جارٍ طباعة التقرير</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Quantity times the item's value; items without a value add nothing.</source><translation>الكمية في قيمة وحدة الصنف، والأصناف بلا قيمة لا تضيف شيئًا.</translation></message>
<message><source>Ration</source><translation>الحصة</translation></message>
<message><source>Reach</source><translation>حجم الوصول</translation></message>
<message><source>Reason</source><translation>السبب</translation></message>
<message><source>Reasons by desk</source><translation>الأسباب حسب المكتب</translation></message>
<message><source>Reasons for priority on file.</source><translation>أسباب الأولوية المسجلة.</translation></message>
<message><source>Receipt</source><translation>الإيصال</translation></message>
<message><source>Received</source><translation>وارد في الطريق</translation></message>
<message><source>Received by</source><translation>استلمه</translation></message>
<message><source>Registered members under 18 on the report's last day, female.</source><translation>الأفراد المسجلون تحت سن الثامنة عشرة في آخر يوم من التقرير، إناث.</translation></message>
<message><source>Registered members under 18 on the report's last day, male.</source><translation>الأفراد المسجلون تحت سن الثامنة عشرة في آخر يوم من التقرير، ذكور.</translation></message>
<message><source>Registered on</source><translation>تاريخ التسجيل</translation></message>
<message><source>Relationship</source><translation>صلة القرابة</translation></message>
<message><source>Representative of the organisation</source><translation>مندوب الجهة</translation></message>
<message><source>Returned</source><translation>مرتجع</translation></message>
<message><source>Save as PDF</source><translation>حفظ PDF</translation></message>
<message><source>Saved: {file}</source><translation>تم الحفظ: {file}</translation></message>
<message><source>Sector</source><translation>القطاع</translation></message>
<message><source>Settled</source><translation>تمت التسوية</translation></message>
<message><source>Several rations were due</source><translation>استُحقت أكثر من حصة</translation></message>
<message><source>Sex</source><translation>النوع</translation></message>
<message><source>Sharing</source><translation>المشاركة</translation></message>
<message><source>Signature or fingerprint</source><translation>التوقيع أو البصمة</translation></message>
<message><source>Signed distribution list</source><translation>كشف التوزيع الموقع</translation></message>
<message><source>Size</source><translation>العدد</translation></message>
<message><source>Start</source><translation>بداية الصرف</translation></message>
<message><source>State</source><translation>الحالة</translation></message>
<message><source>Statement for an organisation or donor</source><translation>بيان لجهة أو متبرع</translation></message>
<message><source>Still waiting</source><translation>ما زال منتظرًا</translation></message>
<message><source>Stock card</source><translation>بطاقة الصنف</translation></message>
<message><source>Stock card and reconciliation</source><translation>بطاقة الصنف وتسوية المخزون</translation></message>
<message><source>Stock of its convoys</source><translation>مخزون قوافلها</translation></message>
<message><source>Stock reconciliation</source><translation>تسوية المخزون</translation></message>
<message><source>Storekeeper</source><translation>أمين المخزن</translation></message>
<message><source>Table</source><translation>الجدول</translation></message>
<message><source>The campaign whose rule it was handed over by.</source><translation>الحملة التي صُرف وفق قاعدتها.</translation></message>
<message><source>The convoy day of the first of them.</source><translation>يوم القافلة لأولها.</translation></message>
<message><source>The convoy day of the last of them.</source><translation>يوم القافلة لآخرها.</translation></message>
<message><source>The convoy's day, as chosen at the desk; not the laptop's clock.</source><translation>يوم القافلة كما اختير في المكتب، وليس ساعة اللابتوب.</translation></message>
<message><source>The convoy's name.</source><translation>اسم القافلة.</translation></message>
<message><source>The day in figures</source><translation>اليوم بالأرقام</translation></message>
<message><source>The day of registration.</source><translation>يوم التسجيل.</translation></message>
<message><source>The day on which it was given or withdrawn.</source><translation>يوم إعطاء الموافقة أو سحبها.</translation></message>
<message><source>The desk's name.</source><translation>اسم المكتب.</translation></message>
<message><source>The district's Arabic name.</source><translation>اسم المركز أو القسم بالعربية.</translation></message>
<message><source>The district's English name.</source><translation>اسم المركز أو القسم بالإنجليزية.</translation></message>
<message><source>The document with its whole number.</source><translation>الوثيقة برقمها كاملًا.</translation></message>
<message><source>The family</source><translation>الأسرة</translation></message>
<message><source>The family's telephone.</source><translation>تليفون الأسرة.</translation></message>
<message><source>The family's village; a hamlet counts in its village.</source><translation>قرية الأسرة، وتُحسب العزبة أو النجع ضمن قريتها.</translation></message>
<message><source>The first hand-over.</source><translation>أول عملية صرف.</translation></message>
<message><source>The head's name, or the first member's where nobody is marked as head.</source><translation>اسم رب الأسرة، أو أول فرد إن لم يُحدد رب للأسرة.</translation></message>
<message><source>The head's name, or the person's where the rule is per person.</source><translation>اسم رب الأسرة، أو اسم الشخص إن كانت القاعدة للفرد.</translation></message>
<message><source>The hour of the day with most hand-overs, by the laptop's clock.</source><translation>الساعة التي تمت فيها أكثر عمليات الصرف، بساعة اللابتوب.</translation></message>
<message><source>The hour of the day, by the laptop's clock.</source><translation>ساعة اليوم، بساعة اللابتوب.</translation></message>
<message><source>The initiative that the campaign belongs to.</source><translation>المبادرة التي تتبعها الحملة.</translation></message>
<message><source>The initiative; empty where a campaign has none.</source><translation>المبادرة، وتُترك فارغة إن لم تتبع الحملة مبادرة.</translation></message>
<message><source>The item's balance of the whole convoy after it; what passes between convoy and desks changes nothing.</source><translation>رصيد الصنف في القافلة كلها بعد الحركة، وما ينتقل بين القافلة والمكاتب لا يغيّره.</translation></message>
<message><source>The items with their quantities; what was out of stock stands as owed.</source><translation>الأصناف بكمياتها، وما نفد من المخزون يُذكر أنه مستحق.</translation></message>
<message><source>The last convoy day of the month on which it was handed over.</source><translation>آخر يوم صُرف فيه خلال الشهر.</translation></message>
<message><source>The last convoy day on which something was handed over.</source><translation>آخر يوم قافلة صُرف فيه شيء.</translation></message>
<message><source>The last four signs of the head's document.</source><translation>آخر أربع خانات من وثيقة رب الأسرة.</translation></message>
<message><source>The last hand-over.</source><translation>آخر عملية صرف.</translation></message>
<message><source>The markaz or qism of the family's village.</source><translation>مركز قرية الأسرة أو قسمها.</translation></message>
<message><source>The month of the convoy's day, as year and month.</source><translation>شهر يوم القافلة، سنة وشهر.</translation></message>
<message><source>The number on the receipt, or on the paper that was typed in.</source><translation>الرقم على الإيصال، أو على الورقة التي أُدخلت.</translation></message>
<message><source>The ration times the lines, promised ones too.</source><translation>الحصة في عدد البنود، بما فيها المؤجلة.</translation></message>
<message><source>The reason chosen from the list.</source><translation>السبب المختار من القائمة.</translation></message>
<message><source>The reason that the volunteer chose; where none was asked for, that the stock ran out, that a part was handed over, or that several rations were due.</source><translation>السبب الذي اختاره المتطوع. وحيث لا يُطلب سبب: نفاد المخزون، أو صرف جزء، أو استحقاق أكثر من حصة.</translation></message>
<message><source>The stock ran out</source><translation>نفد المخزون</translation></message>
<message><source>The unit in which the item is counted.</source><translation>الوحدة التي يُعد بها الصنف.</translation></message>
<message><source>Those of them that nobody has settled yet.</source><translation>ما لم تتم تسويته منها بعد.</translation></message>
<message><source>Those that stand by which somebody went against an answer.</source><translation>العمليات السارية التي خولفت فيها الإجابة.</translation></message>
<message><source>Time</source><translation>الوقت</translation></message>
<message><source>Times a family</source><translation>مرات لكل أسرة</translation></message>
<message><source>Times that something was handed over; voided ones and those by which a family only got a promise are not counted.</source><translation>عدد مرات الصرف، ولا تُحسب الملغاة ولا التي لم تأخذ فيها الأسرة إلا وعدًا بمستحق.</translation></message>
<message><source>To the head of the family.</source><translation>إلى رب الأسرة.</translation></message>
<message><source>Total</source><translation>المجموع</translation></message>
<message><source>Under which initiative</source><translation>حسب المبادرة</translation></message>
<message><source>Unit</source><translation>الوحدة</translation></message>
<message><source>Value (EGP)</source><translation>القيمة (جنيه)</translation></message>
<message><source>Values</source><translation>القيم</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>Village and what it lies in.</source><translation>القرية وما تتبعه.</translation></message>
<message><source>Village representative</source><translation>ممثل القرية</translation></message>
<message><source>Villages</source><translation>القرى</translation></message>
<message><source>Villages by state</source><translation>القرى حسب الحالة</translation></message>
<message><source>Villages of the districts listed below.</source><translation>قرى المراكز المذكورة أدناه.</translation></message>
<message><source>Villages served and not served</source><translation>القرى المخدومة وغير المخدومة</translation></message>
<message><source>Void</source><translation>إلغاء</translation></message>
<message><source>Voided</source><translation>ملغاة</translation></message>
<message><source>Voided %</source><translation>نسبة الإلغاء</translation></message>
<message><source>Voided hand-overs</source><translation>عمليات الصرف الملغاة</translation></message>
<message><source>Voided of all that the desk recorded.</source><translation>نسبة الملغى من كل ما سجله المكتب.</translation></message>
<message><source>What</source><translation>ماذا</translation></message>
<message><source>What a contribution became: quantities, places, families and people reached. It names nobody. The stock is that of convoys with this organisation alone.</source><translation>إلى ماذا صارت المساهمة: الكميات والأماكن والأسر والأفراد. لا يُذكر فيه اسم أحد. والمخزون عن القوافل التي لا تشارك فيها جهة أخرى.</translation></message>
<message><source>What came to the convoy.</source><translation>ما دخل القافلة.</translation></message>
<message><source>What came, what was handed over and what must be left of each item, by convoy. Voided movements and hand-overs are left out. The card lists the movements of one convoy.</source><translation>ما ورد وما صُرف وما يجب أن يتبقى من كل صنف، لكل قافلة. لا تدخل الحركات الملغاة ولا عمليات الصرف الملغاة. والبطاقة تسرد حركات قافلة واحدة.</translation></message>
<message><source>What convoys hand over is told here: the daily report, stock, lists to sign, who was reached, and statements for donors. Plan a convoy first.</source><translation>هنا تقارير ما تصرفه القوافل: التقرير اليومي والمخزون وكشوف التوقيع وحجم الوصول وبيانات المتبرعين. البداية بتخطيط قافلة.</translation></message>
<message><source>What happened; hand-overs of a day and desk stand together.</source><translation>ما حدث، وتُجمع عمليات صرف اليوم الواحد في المكتب الواحد.</translation></message>
<message><source>What kind of aid: the item's kind.</source><translation>ماذا: نوع المساعدة حسب نوع الصنف.</translation></message>
<message><source>What left the convoy.</source><translation>ما خرج من القافلة.</translation></message>
<message><source>What somebody found it to be; empty while nobody decided.</source><translation>ما تقرر بشأنها، وفارغ ما لم يُتخذ قرار.</translation></message>
<message><source>What the convoy's rules give on its first day (or the first day asked for), less what is known to have been received.</source><translation>ما تعطيه قواعد القافلة في أول أيامها (أو في أول يوم مطلوب)، ناقص ما عُرف أنه صُرف.</translation></message>
<message><source>What the family received</source><translation>ما استلمته الأسرة</translation></message>
<message><source>What the family's file is called by.</source><translation>الرقم الذي يُعرف به ملف الأسرة.</translation></message>
<message><source>What the rule announced for one turn; empty without a rule.</source><translation>ما أعلنته القاعدة للمرة الواحدة، ويُترك فارغًا إن لم توجد قاعدة.</translation></message>
<message><source>What those lines make of the difference.</source><translation>نصيب هذه البنود من الفرق.</translation></message>
<message><source>What was found when the convoy was closed; empty until then.</source><translation>ما وُجد عند إغلاق القافلة، ويكون فارغًا قبل ذلك.</translation></message>
<message><source>What was handed over</source><translation>ما صُرف</translation></message>
<message><source>What was handed over, in the item's unit.</source><translation>ما صُرف، بوحدة الصنف.</translation></message>
<message><source>What was handed over.</source><translation>ما صُرف.</translation></message>
<message><source>What was really handed over by those lines.</source><translation>ما صُرف فعلًا بهذه البنود.</translation></message>
<message><source>What was received</source><translation>المستلَم</translation></message>
<message><source>What was registered or changed.</source><translation>ما سُجل أو تغيّر.</translation></message>
<message><source>What was written about it.</source><translation>ما كُتب عنها.</translation></message>
<message><source>What was written.</source><translation>ما كُتب.</translation></message>
<message><source>When it was handed over, by the laptop's clock.</source><translation>وقت الصرف بساعة اللابتوب.</translation></message>
<message><source>When it was put aside.</source><translation>وقت تأجيلها.</translation></message>
<message><source>When it was settled; empty while it waits.</source><translation>وقت تسويتها، وفارغ ما دامت منتظرة.</translation></message>
<message><source>When it was written, by that laptop's clock.</source><translation>وقت الكتابة بساعة ذلك اللابتوب.</translation></message>
<message><source>When: the first convoy day of the month on which it was handed over.</source><translation>متى: أول يوم صُرف فيه خلال الشهر.</translation></message>
<message><source>Where it was handed over</source><translation>أماكن الصرف</translation></message>
<message><source>Where it was written.</source><translation>حيث كُتب.</translation></message>
<message><source>Where the family lives, as registered.</source><translation>محل إقامة الأسرة كما هو مسجل.</translation></message>
<message><source>Where: the governorate's Arabic name.</source><translation>أين: اسم المحافظة بالعربية.</translation></message>
<message><source>Where: the governorate's English name.</source><translation>أين: اسم المحافظة بالإنجليزية.</translation></message>
<message><source>Whether the data may be shared with other organisations.</source><translation>هل يجوز مشاركة البيانات مع جهات أخرى.</translation></message>
<message><source>Whether the family agreed to be registered, and to what purpose.</source><translation>هل وافقت الأسرة على التسجيل، ولأي غرض.</translation></message>
<message><source>Who</source><translation>من</translation></message>
<message><source>Who did what, where, when and for whom, for coordination between organisations: one row an organisation, initiative, item, district and month. Sums only; it names nobody.</source><translation>من فعل ماذا وأين ومتى ولمن، للتنسيق بين الجهات: صف لكل جهة ومبادرة وصنف ومركز وشهر. مجاميع فقط، ولا يُذكر اسم أحد.</translation></message>
<message><source>Who stood at the desk: a member, or somebody for the family.</source><translation>من حضر إلى المكتب: أحد الأفراد، أو من ينوب عن الأسرة.</translation></message>
<message><source>Who wrote it.</source><translation>كاتبها.</translation></message>
<message><source>Who wrote what</source><translation>سجل التعديلات</translation></message>
<message><source>Who: whose aid it is; empty for several together.</source><translation>من: الجهة صاحبة المساعدة، وفارغ إن كانت جهات معًا.</translation></message>
<message><source>Whole years on the report's last day.</source><translation>بالسنوات الكاملة في آخر يوم من التقرير.</translation></message>
<message><source>Whose aid it is: the convoy's organisation where it has only one, else nobody's alone.</source><translation>صاحبة المساعدة: جهة القافلة إن كانت واحدة، وإلا فليست لجهة بعينها.</translation></message>
<message><source>Why it was put aside for the supervisor.</source><translation>سبب تأجيلها للمشرف.</translation></message>
<message><source>Why rations differ</source><translation>أسباب اختلاف الحصص</translation></message>
<message><source>Women</source><translation>نساء</translation></message>
<message><source>Workbook (XLSX)</source><translation>ملف XLSX</translation></message>
<message><source>Writing the file</source><translation>جارٍ كتابة الملف</translation></message>
<message><source>age not known</source><translation>سن غير معروف</translation></message>
<message><source>another member</source><translation>فرد آخر</translation></message>
<message><source>from {day}</source><translation>من {day}</translation></message>
<message><source>may be shared</source><translation>يجوز مشاركتها</translation></message>
<message><source>none in particular</source><translation>بلا تحديد</translation></message>
<message><source>not known here yet</source><translation>لم تصل بياناته بعد</translation></message>
<message><source>not registered one by one</source><translation>غير مسجلين فردًا فردًا</translation></message>
<message><source>not served</source><translation>غير مخدومة</translation></message>
<message><source>not to be shared</source><translation>لا يجوز مشاركتها</translation></message>
<message><source>reason not given</source><translation>بلا سبب مذكور</translation></message>
<message><source>served once</source><translation>خُدمت مرة</translation></message>
<message><source>served several times</source><translation>خُدمت أكثر من مرة</translation></message>
<message><source>to</source><translation>إلى</translation></message>
<message><source>under {years}</source><translation>أقل من {years} سنوات</translation></message>
<message><source>up to {day}</source><translation>حتى {day}</translation></message>
<message><source>{first} to {last}</source><translation>من {first} إلى {last}</translation></message>
<message><source>{item}: ask the supervisor</source><translation>{item}: يُسأل المشرف</translation></message>
<message><source>{name} ({relation})</source><translation>{name} ({relation})</translation></message>
<message><source>{years} and over</source><translation>{years} سنة فأكثر</translation></message>
<message><source>{years} to {last}</source><translation>من {years} إلى {last} سنة</translation></message>
</context>
<context>
<name>Returns</name>
<message numerus="yes"><source>%n hand-overs</source><translation><numerusform>لا عمليات صرف</numerusform><numerusform>عملية صرف واحدة</numerusform><numerusform>عمليتا صرف</numerusform><numerusform>%n عمليات صرف</numerusform><numerusform>%n عملية صرف</numerusform><numerusform>%n عملية صرف</numerusform></translation></message>
<message numerus="yes"><source>%n hand-overs are here</source><translation><numerusform>لم تصل عمليات صرف</numerusform><numerusform>وصلت عملية صرف واحدة</numerusform><numerusform>وصلت عمليتا صرف</numerusform><numerusform>وصلت %n عمليات صرف</numerusform><numerusform>وصلت %n عملية صرف</numerusform><numerusform>وصلت %n عملية صرف</numerusform></translation></message>
<message numerus="yes"><source>%n items were counted differently</source><translation><numerusform>لا فروق في الجرد</numerusform><numerusform>فرق في صنف واحد</numerusform><numerusform>فرق في صنفين</numerusform><numerusform>فروق في %n أصناف</numerusform><numerusform>فروق في %n صنفًا</numerusform><numerusform>فروق في %n صنف</numerusform></translation></message>
<message><source>A laptop is ticked off once its last day is closed and every hand-over that its slip names is here. Compare the digest with the one on the slip.</source><translation>يُعلَّم على اللابتوب بعد إقفال أيامه ووصول كل عمليات الصرف المكتوبة على ورقته. تُقارن بصمة الملف بالتي على الورقة.</translation></message>
<message><source>Changes {first} to {last} are missing: ask for a full export.</source><translation>التغييرات من {first} إلى {last} ناقصة: يُطلب تصدير كامل.</translation></message>
<message><source>Desk {desk}</source><translation>مكتب {desk}</translation></message>
<message><source>Everything is back.</source><translation>عاد كل شيء.</translation></message>
<message><source>Laptops and slips: {convoy}</source><translation>اللابتوبات والأوراق: {convoy}</translation></message>
<message><source>Last file {moment}: {file}, digest {digest}</source><translation>آخر ملف {moment}: {file}، بصمته {digest}</translation></message>
<message><source>Not back yet: {names}</source><translation>لم يعد بعد: {names}</translation></message>
<message><source>all of it is here</source><translation>وصل كله</translation></message>
<message><source>no laptop was prepared</source><translation>لم يُجهَّز له لابتوب</translation></message>
<message><source>nothing came yet</source><translation>لم يصل شيء بعد</translation></message>
<message><source>something is missing</source><translation>ينقصه شيء</translation></message>
<message><source>this laptop</source><translation>هذا اللابتوب</translation></message>
<message><source>{day}: closed by {name} and {witness}, {told} on the slip; {here}</source><translation>{day}: أقفله {name} و{witness}، على الورقة {told}؛ {here}</translation></message>
<message><source>{day}: not closed; {here}</source><translation>{day}: لم يُقفل؛ {here}</translation></message>
<message><source>{said}; {counted}</source><translation>{said}؛ {counted}</translation></message>
</context>
<context>
<name>Review</name>
<message numerus="yes"><source>%n cases</source><translation><numerusform>لا حالات</numerusform><numerusform>حالة واحدة</numerusform><numerusform>حالتان</numerusform><numerusform>%n حالات</numerusform><numerusform>%n حالة</numerusform><numerusform>%n حالة</numerusform></translation></message>
<message numerus="yes"><source>%n conflicts were settled.</source><translation><numerusform>لم يُحسم أي تعارض.</numerusform><numerusform>حُسم تعارض واحد.</numerusform><numerusform>حُسم تعارضان.</numerusform><numerusform>حُسمت %n تعارضات.</numerusform><numerusform>حُسم %n تعارضًا.</numerusform><numerusform>حُسم %n تعارض.</numerusform></translation></message>
<message numerus="yes"><source>%n pairs on file may be one person</source><translation><numerusform>لا توجد حالات لشخص مسجل مرتين</numerusform><numerusform>حالة واحدة قد تكون لشخص مسجل مرتين</numerusform><numerusform>حالتان قد تكونان لشخص مسجل مرتين</numerusform><numerusform>%n حالات قد تكون لشخص مسجل مرتين</numerusform><numerusform>%n حالة قد تكون لشخص مسجل مرتين</numerusform><numerusform>%n حالة قد تكون لشخص مسجل مرتين</numerusform></translation></message>
<message numerus="yes"><source>%n pairs were judged the same person</source><translation><numerusform>لم تُعتمد أي حالة</numerusform><numerusform>تم اعتماد حالة واحدة كنفس الشخص</numerusform><numerusform>تم اعتماد حالتين كنفس الشخص</numerusform><numerusform>تم اعتماد %n حالات كنفس الشخص</numerusform><numerusform>تم اعتماد %n حالة كنفس الشخص</numerusform><numerusform>تم اعتماد %n حالة كنفس الشخص</numerusform></translation></message>
<message><source>A note, if there is something to say</source><translation>ملاحظة إن لزم الأمر</translation></message>
<message><source>About</source><translation>عن</translation></message>
<message numerus="yes"><source>All %n almost certain pairs are the same person</source><translation><numerusform>لا توجد حالات شبه مؤكدة</numerusform><numerusform>اعتماد الحالة شبه المؤكدة كنفس الشخص</numerusform><numerusform>اعتماد الحالتين شبه المؤكدتين كنفس الشخص</numerusform><numerusform>اعتماد الحالات شبه المؤكدة (%n) كنفس الشخص</numerusform><numerusform>اعتماد الحالات شبه المؤكدة (%n) كنفس الشخص</numerusform><numerusform>اعتماد الحالات شبه المؤكدة (%n) كنفس الشخص</numerusform></translation></message>
<message><source>All fields</source><translation>كل البيانات</translation></message>
<message><source>An honest mistake</source><translation>خطأ غير مقصود</translation></message>
<message><source>And</source><translation>والآخر</translation></message>
<message><source>Another value</source><translation>قيمة أخرى</translation></message>
<message><source>Back to the list</source><translation>العودة إلى القائمة</translation></message>
<message><source>Compare everybody</source><translation>مقارنة كل المسجلين</translation></message>
<message><source>Compare who is new</source><translation>مقارنة الجدد</translation></message>
<message><source>Comparing people…</source><translation>جارٍ مقارنة الأشخاص…</translation></message>
<message><source>Conflicts</source><translation>التعارضات</translation></message>
<message><source>Copied laptops</source><translation>أجهزة منسوخة</translation></message>
<message><source>Correct it in the family's card</source><translation>التصحيح في بطاقة الأسرة</translation></message>
<message><source>Decided already</source><translation>ما حُسم من قبل</translation></message>
<message><source>Double aid</source><translation>صرف مكرر</translation></message>
<message><source>Due: {item} × {quantity}, campaign {campaign}</source><translation>المستحق: {item} × {quantity}، حملة {campaign}</translation></message>
<message><source>Duplicates</source><translation>المتكررون</translation></message>
<message><source>Field</source><translation>البيان</translation></message>
<message><source>Group</source><translation>المجموعة</translation></message>
<message><source>How certain</source><translation>درجة التأكد</translation></message>
<message><source>It was allowed</source><translation>مسموح به</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Last</source><translation>الأخير</translation></message>
<message><source>Misuse</source><translation>إساءة استخدام</translation></message>
<message><source>No conflicts</source><translation>لا توجد تعارضات</translation></message>
<message><source>No double aid</source><translation>لا يوجد صرف مكرر</translation></message>
<message><source>No likely duplicates</source><translation>لا توجد حالات تكرار محتملة</translation></message>
<message><source>Not the same family</source><translation>أسرة أخرى</translation></message>
<message><source>On file</source><translation>المسجل</translation></message>
<message><source>People who came or changed are compared with everybody on file after a merge, and when you open the review. Whoever may stand twice is shown here side by side. Nobody is joined but by a verdict, and every verdict can be taken back.</source><translation>تتم مقارنة من أضيفوا أو تغيرت بياناتهم بكل المسجلين بعد كل دمج وعند فتح المراجعة، ويظهر هنا جنبًا إلى جنب من قد يكون مسجلًا مرتين. لا يُجمع بين شخصين إلا بقرار، ويمكن التراجع عن أي قرار.</translation></message>
<message><source>Quarantine</source><translation>المحجوز</translation></message>
<message><source>Reason for voiding one</source><translation>سبب إلغاء أحدها</translation></message>
<message numerus="yes"><source>Settle %n at once</source><translation><numerusform>لا شيء للحسم</numerusform><numerusform>حسم تعارض واحد</numerusform><numerusform>حسم تعارضين معًا</numerusform><numerusform>حسم %n تعارضات معًا</numerusform><numerusform>حسم %n تعارضًا معًا</numerusform><numerusform>حسم %n تعارض معًا</numerusform></translation></message>
<message><source>Settle all listed</source><translation>حسم كل المعروض</translation></message>
<message><source>Settled: {name}</source><translation>حُسم: {name}</translation></message>
<message><source>Take the decision back</source><translation>التراجع عن القرار</translation></message>
<message><source>Take this</source><translation>اعتماد هذه</translation></message>
<message><source>Take what is typed</source><translation>اعتماد المكتوب</translation></message>
<message><source>Taken back; the case is open again.</source><translation>تم التراجع، والحالة مفتوحة من جديد.</translation></message>
<message numerus="yes"><source>The first {shown} of %n cases</source><translation><numerusform>أول {shown} من لا حالات</numerusform><numerusform>أول {shown} من حالة واحدة</numerusform><numerusform>أول {shown} من حالتين</numerusform><numerusform>أول {shown} من %n حالات</numerusform><numerusform>أول {shown} من %n حالة</numerusform><numerusform>أول {shown} من %n حالة</numerusform></translation></message>
<message><source>The hand-over is voided; the stock has it back.</source><translation>أُلغي الصرف وعادت الكمية إلى المخزون.</translation></message>
<message><source>Their families are still two on file: see Verdicts.</source><translation>أسرتاهما ما زالتا أسرتين في السجل: راجع «القرارات».</translation></message>
<message><source>Times</source><translation>المرات</translation></message>
<message><source>Undo</source><translation>تراجع</translation></message>
<message><source>Values</source><translation>القيم</translation></message>
<message><source>Verdicts</source><translation>القرارات</translation></message>
<message><source>Void this one</source><translation>إلغاء هذا</translation></message>
<message><source>What was it?</source><translation>ما الذي حدث؟</translation></message>
<message><source>What was written last</source><translation>آخر ما كُتب</translation></message>
<message><source>What {laptop} wrote</source><translation>ما كتبه {laptop}</translation></message>
<message><source>When a merge shows that a family received the same aid at two desks, both hand-overs stay on record and stand here until somebody says what it was.</source><translation>إذا أظهر الدمج أن أسرة استلمت المساعدة نفسها في مكتبين يبقى الصرفان مسجلين ويظهران هنا حتى يُحدَّد ما حدث.</translation></message>
<message><source>When two laptops change the same thing without knowing of each other, both values are kept and stand here side by side until somebody chooses.</source><translation>إذا غيّر جهازان البيان نفسه دون أن يعلم أحدهما بالآخر تُحفظ القيمتان وتظهران هنا متجاورتين حتى يُختار بينهما.</translation></message>
<message><source>desk {name}</source><translation>مكتب {name}</translation></message>
<message><source>no</source><translation>لا</translation></message>
<message><source>no receipt</source><translation>بلا إيصال</translation></message>
<message><source>nothing</source><translation>لا شيء</translation></message>
<message><source>put off</source><translation>مؤجل</translation></message>
<message><source>shown for now</source><translation>المعروضة حاليًا</translation></message>
<message><source>yes</source><translation>نعم</translation></message>
<message><source>{names}: one person, and one family</source><translation>{names}: شخص واحد وأسرة واحدة</translation></message>
<message><source>{when} by a clock that is wrong</source><translation>{when} بساعة غير مضبوطة</translation></message>
</context>
<context>
<name>Role</name>
<message><source>As a volunteer, in the clinic.</source><translation>مثل المتطوع، في العيادة.</translation></message>
<message><source>Both, voids any hand-over, and decides hard cases.</source><translation>الاثنان معًا، وإلغاء أي صرف، والبت في الحالات الصعبة.</translation></message>
<message><source>Everything, also laptops and people.</source><translation>كل شيء، ومعه اللابتوبات والأشخاص.</translation></message>
<message><source>Moves stock, and hands nothing over.</source><translation>حركة المخزون دون صرف.</translation></message>
<message><source>Registers families, hands over, takes back their own.</source><translation>تسجيل الأسر والصرف وإلغاء ما صرفه الشخص نفسه.</translation></message>
<message><source>clinic</source><translation>عيادة</translation></message>
<message><source>coordinator</source><translation>منسق</translation></message>
<message><source>storekeeper</source><translation>أمين مخزن</translation></message>
<message><source>supervisor</source><translation>مشرف</translation></message>
<message><source>volunteer</source><translation>متطوع</translation></message>
</context>
<context>
<name>Rule</name>
<message><source>, </source><translation>، </translation></message>
<message><source>Ages {least} to {most}</source><translation>من سن {least} إلى {most}</translation></message>
<message numerus="yes"><source>At least %n days apart</source><translation><numerusform>دون فاصل</numerusform><numerusform>بفاصل يوم على الأقل</numerusform><numerusform>بفاصل يومين على الأقل</numerusform><numerusform>بفاصل %n أيام على الأقل</numerusform><numerusform>بفاصل %n يومًا على الأقل</numerusform><numerusform>بفاصل %n يوم على الأقل</numerusform></translation></message>
<message numerus="yes"><source>At most %n times in all</source><translation><numerusform>بحد أقصى مرة</numerusform><numerusform>بحد أقصى مرة واحدة</numerusform><numerusform>بحد أقصى مرتين</numerusform><numerusform>بحد أقصى %n مرات</numerusform><numerusform>بحد أقصى %n مرة</numerusform><numerusform>بحد أقصى %n مرة</numerusform></translation></message>
<message><source>Families of {least} or more</source><translation>للأسر من {least} أفراد فأكثر</translation></message>
<message><source>Families of {least} to {most}</source><translation>للأسر من {least} إلى {most} أفراد</translation></message>
<message><source>Families of {most} at most</source><translation>للأسر حتى {most} أفراد</translation></message>
<message><source>From the age of {least}</source><translation>من سن {least} فأكبر</translation></message>
<message><source>Not with {items}</source><translation>لا تُصرف لمن استلم {items}</translation></message>
<message><source>Only for {categories}</source><translation>لفئات {categories} فقط</translation></message>
<message><source>Only in {villages}</source><translation>في {villages} فقط</translation></message>
<message><source>Up to the age of {most}</source><translation>حتى سن {most}</translation></message>
<message><source>{item}, {quantity} {unit}</source><translation>{item}، {quantity} {unit}</translation></message>
<message numerus="yes"><source>{names} and %n more</source><translation><numerusform>{names}</numerusform><numerusform>{names} وواحدة أخرى</numerusform><numerusform>{names} واثنتين أخريين</numerusform><numerusform>{names} و%n أخرى</numerusform><numerusform>{names} و%n أخرى</numerusform><numerusform>{names} و%n أخرى</numerusform></translation></message>
<message><source>{part}.</source><translation>{part}.</translation></message>
</context>
<context>
<name>Sample</name>
<message><source>A name as it stands on a receipt</source><translation>اسم كما يظهر في الإيصال</translation></message>
<message><source>Blanket</source><translation>بطانية</translation></message>
<message><source>Food box</source><translation>كرتونة مواد غذائية</translation></message>
<message><source>Test page</source><translation>صفحة تجربة</translation></message>
<message><source>The one who receives it</source><translation>اسم المستلم</translation></message>
<message><source>Village, district, governorate</source><translation>القرية، المركز، المحافظة</translation></message>
</context>
<context>
<name>Settings</name>
<message numerus="yes"><source>%n minutes</source><translation><numerusform>%n دقيقة</numerusform><numerusform>دقيقة واحدة</numerusform><numerusform>دقيقتين</numerusform><numerusform>%n دقائق</numerusform><numerusform>%n دقيقة</numerusform><numerusform>%n دقيقة</numerusform></translation></message>
<message><source>58 mm receipt roll</source><translation>بكرة إيصالات 58 مم</translation></message>
<message><source>80 mm receipt roll</source><translation>بكرة إيصالات 80 مم</translation></message>
<message><source>A4 paper, two receipts</source><translation>ورق A4، إيصالان</translation></message>
<message><source>A5 paper</source><translation>ورق A5</translation></message>
<message><source>About Qafila</source><translation>عن قافلة</translation></message>
<message><source>Address of the printer</source><translation>عنوان الطابعة</translation></message>
<message><source>Another folder</source><translation>مجلد آخر</translation></message>
<message><source>Appearance</source><translation>المظهر</translation></message>
<message><source>Ask who is at work after</source><translation>السؤال عمن يعمل بعد سكون</translation></message>
<message><source>Change the passphrase</source><translation>تغيير عبارة المرور</translation></message>
<message><source>Colours</source><translation>الألوان</translation></message>
<message><source>Dark</source><translation>داكن</translation></message>
<message><source>Digits</source><translation>الأرقام</translation></message>
<message><source>Dots, past its driver (ESC/POS receipt printer)</source><translation>نقاط مباشرة (طابعة إيصالات ESC/POS)</translation></message>
<message><source>English always takes 0123456789.</source><translation>الإنجليزية تُكتب دائمًا بالأرقام 0123456789.</translation></message>
<message><source>Folder for receipts</source><translation>مجلد الإيصالات</translation></message>
<message><source>Fonts: {fonts}, {licence}.</source><translation>الخطوط: {fonts}، {licence}.</translation></message>
<message><source>For example 192.168.1.50; port 9100 where no other is named.</source><translation>مثل 192.168.1.50، والمنفذ 9100 إذا لم يُذكر غيره.</translation></message>
<message><source>Frequencies of names: {source}, {licence}.</source><translation>تكرار الأسماء: {source}، {licence}.</translation></message>
<message><source>Keep as PDF files</source><translation>الحفظ كملفات PDF</translation></message>
<message><source>Kept in {folder}</source><translation>مكان الحفظ: {folder}</translation></message>
<message><source>Language</source><translation>اللغة</translation></message>
<message><source>Light</source><translation>فاتح</translation></message>
<message><source>Made smaller from the very dots that the printer's head burns.</source><translation>مصغّرة من النقاط نفسها التي يحرقها رأس الطابعة.</translation></message>
<message><source>My PIN or passphrase at present</source><translation>رقمي السري أو عبارة مروري الحالية</translation></message>
<message><source>My new PIN, four to six digits</source><translation>رقمي السري الجديد، من أربعة إلى ستة أرقام</translation></message>
<message><source>New passphrase</source><translation>عبارة المرور الجديدة</translation></message>
<message><source>None yet: receipts wait in the list</source><translation>بدون طابعة: الإيصالات تنتظر في القائمة</translation></message>
<message><source>Pages, through its driver</source><translation>صفحات عن طريق تعريف الطابعة</translation></message>
<message><source>Passphrase of this laptop</source><translation>عبارة مرور هذا اللابتوب</translation></message>
<message><source>Places of Egypt: {source}, {licence}, changed.</source><translation>أماكن مصر: {source}، {licence}، مع تعديل.</translation></message>
<message><source>Present passphrase</source><translation>عبارة المرور الحالية</translation></message>
<message><source>Preview</source><translation>معاينة</translation></message>
<message><source>Print a test page</source><translation>طباعة صفحة تجربة</translation></message>
<message><source>Printer</source><translation>الطابعة</translation></message>
<message><source>Receipt printer on the network</source><translation>طابعة إيصالات على الشبكة</translation></message>
<message><source>Receipt size</source><translation>مقاس الإيصال</translation></message>
<message><source>Receipts</source><translation>الإيصالات</translation></message>
<message><source>Set my PIN</source><translation>تعيين رقمي السري</translation></message>
<message><source>Taking turns</source><translation>تبادل العمل على اللابتوب</translation></message>
<message><source>The new PIN is in force.</source><translation>أصبح الرقم السري الجديد ساريًا.</translation></message>
<message><source>The new passphrase is in force.</source><translation>عبارة المرور الجديدة سارية الآن.</translation></message>
<message><source>The page as it will come out</source><translation>الصفحة كما ستُطبع</translation></message>
<message><source>The printer takes</source><translation>ما يُرسل إلى الطابعة</translation></message>
<message><source>The same PIN once more</source><translation>الرقم السري مرة أخرى</translation></message>
<message><source>The test page was sent to the printer.</source><translation>أُرسلت صفحة التجربة إلى الطابعة.</translation></message>
<message><source>The two PINs differ.</source><translation>الرقمان السريان مختلفان.</translation></message>
<message><source>This is not the present passphrase.</source><translation>هذه ليست عبارة المرور الحالية.</translation></message>
<message><source>Version {version}. Free software under the {licence}; no warranty.</source><translation>الإصدار {version}. برنامج حر برخصة {licence}، بلا ضمان.</translation></message>
<message><source>Window: {library}, {licence}.</source><translation>النوافذ: {library}، {licence}.</translation></message>
<message><source>Without a PIN or passphrase of one's own: that of this laptop.</source><translation>لمن ليس له رقم سري أو عبارة مرور شخصية: عبارة مرور هذا اللابتوب.</translation></message>
<message><source>Write an address such as 192.168.1.50.</source><translation>يُكتب العنوان هكذا: 192.168.1.50</translation></message>
<message><source>{printer} (not connected)</source><translation>{printer} (غير متصلة)</translation></message>
</context>
<context>
<name>Sex</name>
<message><source>female</source><translation>أنثى</translation></message>
<message><source>male</source><translation>ذكر</translation></message>
</context>
<context>
<name>Sharing</name>
<message><source>Another key</source><translation>مفتاح آخر</translation></message>
<message numerus="yes"><source>Digests of %n people are in {file}</source><translation><numerusform>لا بصمات في {file}</numerusform><numerusform>بصمة شخص واحد في {file}</numerusform><numerusform>بصمتا شخصين في {file}</numerusform><numerusform>بصمات %n أشخاص في {file}</numerusform><numerusform>بصمات %n شخصًا في {file}</numerusform><numerusform>بصمات %n شخص في {file}</numerusform></translation></message>
<message><source>Files of digests</source><translation>ملفات البصمات</translation></message>
<message><source>Forty digits</source><translation>الأربعون رقمًا</translation></message>
<message><source>From whoever made the key; leave it empty to make one here.</source><translation>ممن أنشأ المفتاح، أو اتركه فارغًا لإنشاء مفتاح هنا.</translation></message>
<message><source>Make or keep the key</source><translation>إنشاء المفتاح أو حفظه</translation></message>
<message><source>Our file</source><translation>ملفنا</translation></message>
<message><source>Pass these digits on, by telephone or on paper: {digits}</source><translation>أبلغ هذه الأرقام بالتليفون أو مكتوبة: {digits}</translation></message>
<message><source>Perhaps received: {what}</source><translation>ربما استلمت: {what}</translation></message>
<message><source>Shared key</source><translation>المفتاح المشترك</translation></message>
<message><source>Take in their file…</source><translation>إدخال ملفهم…</translation></message>
<message><source>Tell another organisation whom we served, and hear whom it served: only digests, of households that agreed to sharing. Nobody's name or number is in the file; the desk says no more than “perhaps received”.</source><translation>إبلاغ جهة أخرى بمن صُرف لهم، ومعرفة من صرفت لهم هي: بصمات فقط، للأسر التي وافقت على المشاركة. لا يحتوي الملف على اسم أو رقم لأحد، ولا يقول المكتب أكثر من «ربما استلمت».</translation></message>
<message><source>The key is kept.</source><translation>تم حفظ المفتاح.</translation></message>
<message><source>The other organisation and the campaign, say.</source><translation>مثلًا: الجهة الأخرى والحملة.</translation></message>
<message><source>Their file</source><translation>ملفهم</translation></message>
<message><source>What it is called here</source><translation>اسمه هنا</translation></message>
<message><source>Write our file…</source><translation>كتابة ملفنا…</translation></message>
<message><source>none yet: make or type in one below</source><translation>لا يوجد بعد: أنشئ مفتاحًا أو اكتبه بالأسفل</translation></message>
<message><source>{first} to {last}</source><translation>من {first} إلى {last}</translation></message>
<message><source>{kind} in {month}</source><translation>{kind} في {month}</translation></message>
<message><source>{kind} in {month} from {organisation}</source><translation>{kind} في {month} من {organisation}</translation></message>
<message numerus="yes"><source>{organisation}, {months}: it perhaps served %n people who are on file here</source><translation><numerusform>{organisation}، {months}: لم تصرف لأحد من المسجلين هنا</numerusform><numerusform>{organisation}، {months}: ربما صرفت لشخص واحد من المسجلين هنا</numerusform><numerusform>{organisation}، {months}: ربما صرفت لشخصين من المسجلين هنا</numerusform><numerusform>{organisation}، {months}: ربما صرفت لـ %n أشخاص من المسجلين هنا</numerusform><numerusform>{organisation}، {months}: ربما صرفت لـ %n شخصًا من المسجلين هنا</numerusform><numerusform>{organisation}، {months}: ربما صرفت لـ %n شخص من المسجلين هنا</numerusform></translation></message>
</context>
<context>
<name>Sheet</name>
<message><source>Close</source><translation>إغلاق</translation></message>
<message><source>The next part</source><translation>القسم التالي</translation></message>
</context>
<context>
<name>Shortcuts</name>
<message><source>Keyboard shortcuts</source><translation>اختصارات لوحة المفاتيح</translation></message>
<message><source>This list</source><translation>هذه القائمة</translation></message>
</context>
<context>
<name>Slip</name>
<message><source>For the family</source><translation>نسخة الأسرة</translation></message>
<message><source>Handed over by</source><translation>القائم بالصرف</translation></message>
<message><source>Head of household</source><translation>رب الأسرة</translation></message>
<message><source>ID</source><translation>رقم الهوية</translation></message>
<message><source>Paper slip</source><translation>إيصال ورقي</translation></message>
<message><source>Paper slips</source><translation>إيصالات ورقية</translation></message>
<message><source>People</source><translation>الأفراد</translation></message>
<message><source>Received by</source><translation>المستلم</translation></message>
<message><source>Signature or fingerprint</source><translation>التوقيع أو البصمة</translation></message>
<message><source>Telephone</source><translation>التليفون</translation></message>
<message><source>This aid is free. Nobody may ask for anything in return.</source><translation>هذه المساعدة مجانية، ولا يحق لأحد طلب أي مقابل لها.</translation></message>
<message><source>Time</source><translation>الساعة</translation></message>
<message><source>Village</source><translation>القرية</translation></message>
<message><source>What was received</source><translation>ما تم استلامه</translation></message>
</context>
<context>
<name>Source</name>
<message><source>a desk</source><translation>المكتب</translation></message>
<message><source>a hand-over sheet</source><translation>كشف صرف</translation></message>
<message><source>a list</source><translation>كشف مستفيدين</translation></message>
<message><source>paper slips</source><translation>إيصالات ورقية</translation></message>
</context>
<context>
<name>Start</name>
<message><source>25 digits: scan them or type them; blanks do not matter.</source><translation>25 رقمًا: بالمسح أو بالكتابة، والمسافات لا تهم.</translation></message>
<message><source>A convoy day with families that do not exist. Whatever is tried out here changes no real data.</source><translation>يوم قافلة بأسر غير حقيقية. كل ما يُجرب هنا لا يغير أي بيانات حقيقية.</translation></message>
<message><source>A convoy day with made-up families, to look around and to practise.</source><translation>يوم قافلة بأسر غير حقيقية، للتعرف على البرنامج والتدريب.</translation></message>
<message><source>A name is needed.</source><translation>الاسم مطلوب.</translation></message>
<message><source>A new workspace</source><translation>مساحة عمل جديدة</translation></message>
<message><source>Another workspace</source><translation>مساحة عمل أخرى</translation></message>
<message><source>Back</source><translation>رجوع</translation></message>
<message><source>Blanks do not matter.</source><translation>المسافات غير مؤثرة.</translation></message>
<message><source>Choose the file on the stick.</source><translation>المطلوب اختيار الملف الموجود على الفلاشة.</translation></message>
<message><source>Choose…</source><translation>اختيار…</translation></message>
<message><source>Create</source><translation>إنشاء</translation></message>
<message><source>Create a workspace</source><translation>إنشاء مساحة عمل</translation></message>
<message><source>Creating the workspace</source><translation>جارٍ إنشاء مساحة العمل</translation></message>
<message><source>For a laptop of a convoy: the coordinator's file and its code.</source><translation>للابتوب على قافلة: حزمة من المنسق ومعها رمز.</translation></message>
<message><source>For the first coordinator of an alliance or association.</source><translation>لأول منسق في التحالف أو الجمعية.</translation></message>
<message><source>Group {number}</source><translation>المجموعة رقم {number}</translation></message>
<message><source>I have a pack</source><translation>معي حزمة تجهيز</translation></message>
<message><source>Is the key on paper?</source><translation>هل المفتاح على الورق؟</translation></message>
<message><source>It is on paper</source><translation>المفتاح على الورق</translation></message>
<message><source>It will be kept in {path}.</source><translation>مكان الحفظ: {path}</translation></message>
<message><source>Join</source><translation>انضمام</translation></message>
<message><source>Join with a pack</source><translation>الانضمام بحزمة تجهيز</translation></message>
<message><source>Name of the alliance or association</source><translation>اسم التحالف أو الجمعية</translation></message>
<message><source>New passphrase</source><translation>عبارة المرور الجديدة</translation></message>
<message><source>No printer was chosen. The digits can be written by hand.</source><translation>لم تُختر طابعة. يمكن كتابة الأرقام باليد.</translation></message>
<message><source>One that is already on this laptop or on a disk.</source><translation>مساحة موجودة على هذا اللابتوب أو على قرص.</translation></message>
<message><source>One-time code</source><translation>رمز الاستخدام الواحد</translation></message>
<message><source>Open</source><translation>فتح</translation></message>
<message><source>Open a workspace</source><translation>فتح مساحة عمل</translation></message>
<message><source>Open the demonstration</source><translation>فتح العرض التجريبي</translation></message>
<message><source>Open the workspace</source><translation>فتح مساحة العمل</translation></message>
<message><source>Open with the recovery key</source><translation>الفتح بمفتاح الاسترداد</translation></message>
<message><source>Opening the workspace</source><translation>جارٍ فتح مساحة العمل</translation></message>
<message><source>Packs (*.qafila)</source><translation>حزم التجهيز (*.qafila)</translation></message>
<message><source>Passphrase</source><translation>عبارة المرور</translation></message>
<message><source>Passphrase of this laptop</source><translation>عبارة مرور هذا اللابتوب</translation></message>
<message><source>Preparing the demonstration</source><translation>جارٍ تجهيز العرض التجريبي</translation></message>
<message><source>Print</source><translation>طباعة</translation></message>
<message><source>Reading the pack and setting this laptop up</source><translation>جارٍ قراءة الحزمة وتجهيز هذا اللابتوب</translation></message>
<message><source>Recovery key</source><translation>مفتاح الاسترداد</translation></message>
<message><source>Sent to the printer. Check that it came out.</source><translation>أُرسل إلى الطابعة. يُراجع خروج الورقة.</translation></message>
<message><source>Show the key again</source><translation>عرض المفتاح مرة أخرى</translation></message>
<message><source>Start working</source><translation>بدء العمل</translation></message>
<message><source>The code is needed.</source><translation>الرمز مطلوب.</translation></message>
<message><source>The coordinator gave a file on a stick, and apart from it a code.</source><translation>المنسق يسلّم ملفًا على فلاشة، ومعه رمز على ورقة منفصلة.</translation></message>
<message><source>The demonstration</source><translation>العرض التجريبي</translation></message>
<message><source>The demonstration's is {passphrase}</source><translation>عبارة مرور العرض التجريبي: {passphrase}</translation></message>
<message><source>The desk of an aid convoy, on this laptop and without a network. All data stay here, encrypted.</source><translation>مكتب قافلة المساعدات على هذا اللابتوب وبلا شبكة. كل البيانات تبقى هنا مشفرة.</translation></message>
<message><source>The folder of the workspace</source><translation>مجلد مساحة العمل</translation></message>
<message><source>The forty digits on the paper, and a new passphrase for this laptop.</source><translation>الأرقام الأربعون من الورقة، وعبارة مرور جديدة لهذا اللابتوب.</translation></message>
<message><source>The pack</source><translation>حزمة التجهيز</translation></message>
<message><source>The printer did not take it. Write the digits by hand.</source><translation>لم تقبل الطابعة الطلب. تُكتب الأرقام باليد.</translation></message>
<message><source>The recovery key</source><translation>مفتاح الاسترداد</translation></message>
<message><source>These forty digits open the workspace when the passphrase is forgotten. They are shown only now and kept nowhere: print them or write them down, and keep the paper where the money is kept.</source><translation>هذه الأرقام الأربعون تفتح مساحة العمل عند نسيان عبارة المرور. تظهر الآن فقط ولا تُحفظ في أي مكان: تُطبع أو تُكتب، وتُحفظ الورقة حيث تُحفظ العهدة المالية.</translation></message>
<message><source>This is not group {number}.</source><translation>هذه ليست المجموعة رقم {number}.</translation></message>
<message><source>Try again</source><translation>إعادة المحاولة</translation></message>
<message><source>Two of its ten groups, read from the paper, make sure of it.</source><translation>مجموعتان من العشر تُقرآن من الورقة للتأكد.</translation></message>
<message><source>Use the recovery key</source><translation>استخدام مفتاح الاسترداد</translation></message>
<message><source>Welcome to Qafila</source><translation>مرحبًا بكم في قافلة</translation></message>
<message><source>Your name</source><translation>اسم المنسق</translation></message>
</context>
<context>
<name>State</name>
<message><source>already received</source><translation>سبق الاستلام</translation></message>
<message><source>may receive</source><translation>يستحق الصرف</translation></message>
<message><source>needs a supervisor</source><translation>يحتاج المشرف</translation></message>
<message><source>not eligible</source><translation>غير مستحق</translation></message>
<message><source>voided</source><translation>ملغى</translation></message>
</context>
<context>
<name>Stick</name>
<message><source>Choose the stick, or a folder on it</source><translation>اختيار الفلاشة أو مجلد عليها</translation></message>
</context>
<context>
<name>Stock</name>
<message><source>, </source><translation>، </translation></message>
<message><source>Balances</source><translation>الأرصدة</translation></message>
<message><source>Choose the reason</source><translation>اختيار السبب</translation></message>
<message><source>Convoy</source><translation>القافلة</translation></message>
<message><source>Damaged</source><translation>تالف</translation></message>
<message><source>Desk {desk}</source><translation>مكتب {desk}</translation></message>
<message><source>Desk {desk}, this laptop</source><translation>مكتب {desk}، هذا اللابتوب</translation></message>
<message><source>Expired</source><translation>منتهي الصلاحية</translation></message>
<message><source>From a desk back to the convoy</source><translation>من مكتب إلى القافلة</translation></message>
<message><source>From the convoy to a desk</source><translation>من القافلة إلى مكتب</translation></message>
<message><source>Handed over</source><translation>مصروف</translation></message>
<message><source>Item</source><translation>الصنف</translation></message>
<message><source>Loaded</source><translation>محمّل</translation></message>
<message><source>Lost</source><translation>مفقود</translation></message>
<message><source>More of it went out than would be left. The book falls below zero.</source><translation>خرج منه أكثر مما سيبقى. يصبح الدفتر أقل من صفر.</translation></message>
<message><source>More went out than the book says came in: {items}.</source><translation>خرج أكثر مما دخل حسب الدفتر: {items}.</translation></message>
<message><source>Movements</source><translation>الحركات</translation></message>
<message><source>No convoy, no stock</source><translation>لا مخزون دون قافلة</translation></message>
<message><source>Nothing is loaded yet. Record what the convoy brings, item by item.</source><translation>لم يُحمّل شيء بعد. يُسجَّل ما تحمله القافلة، صنفًا صنفًا.</translation></message>
<message><source>Quantity</source><translation>الكمية</translation></message>
<message><source>Reason</source><translation>السبب</translation></message>
<message><source>Reason, by whom</source><translation>السبب، ومن سجّل</translation></message>
<message><source>Received on the way</source><translation>وارد في الطريق</translation></message>
<message><source>Record</source><translation>تسجيل</translation></message>
<message><source>Record a movement</source><translation>تسجيل حركة مخزون</translation></message>
<message><source>Record it all the same</source><translation>تسجيل مع ذلك</translation></message>
<message><source>Returned to the warehouse</source><translation>مرتجع إلى المخزن</translation></message>
<message><source>Stock belongs to a convoy: what was loaded, handed over, returned and lost of each item. Plan a convoy first.</source><translation>المخزون يتبع قافلة: ما حُمّل وصُرف وارتُجع وفُقد من كل صنف. تُضاف القافلة أولًا.</translation></message>
<message><source>The book would fall below zero.</source><translation>يصبح الدفتر أقل من صفر.</translation></message>
<message><source>The movement is recorded</source><translation>سُجلت الحركة</translation></message>
<message><source>The movement is voided</source><translation>أُلغيت الحركة</translation></message>
<message><source>To the convoys</source><translation>إلى القوافل</translation></message>
<message><source>Void it</source><translation>إلغاء الحركة</translation></message>
<message><source>Void it all the same</source><translation>إلغاء مع ذلك</translation></message>
<message><source>What happened</source><translation>ما حدث</translation></message>
<message><source>When</source><translation>الوقت</translation></message>
<message><source>Where</source><translation>المكان</translation></message>
<message><source>Why is it voided?</source><translation>سبب الإلغاء</translation></message>
<message><source>With the convoy, at no desk</source><translation>مع القافلة، ليس على مكتب</translation></message>
<message><source>the convoy</source><translation>القافلة</translation></message>
<message><source>voided: {what}</source><translation>ملغاة: {what}</translation></message>
</context>
<context>
<name>StockReason</name>
<message><source>counted wrongly</source><translation>خطأ في العد</translation></message>
<message><source>entered wrongly</source><translation>خطأ في التسجيل</translation></message>
<message><source>missing when the load arrived</source><translation>ناقص عند وصول الحمولة</translation></message>
<message><source>moved or handed over without being entered</source><translation>نُقل أو صُرف دون تسجيل</translation></message>
<message><source>nobody knows</source><translation>غير معروف</translation></message>
<message><source>past its date</source><translation>انتهت صلاحيته</translation></message>
<message><source>spoiled</source><translation>فاسد</translation></message>
<message><source>stolen</source><translation>مسروق</translation></message>
<message><source>torn or broken</source><translation>ممزق أو مكسور</translation></message>
<message><source>wet</source><translation>مبتل</translation></message>
</context>
<context>
<name>Team</name>
<message><source>Back</source><translation>رجوع</translation></message>
<message><source>Begin</source><translation>بدء العمل</translation></message>
<message><source>Close the workspace</source><translation>إغلاق مساحة العمل</translation></message>
<message><source>Every hand-over names whoever made it. Choose with ↑ ↓ and type the PIN.</source><translation>كل صرف يُسجَّل باسم من قام به. الاختيار بالسهمين ↑ ↓ ثم كتابة الرقم السري.</translation></message>
<message><source>Locked</source><translation>الشاشة مقفلة</translation></message>
<message><source>Looking</source><translation>جارٍ التحقق</translation></message>
<message><source>Nobody else of the workspace has a passphrase of their own.</source><translation>لا يوجد شخص آخر في مساحة العمل له عبارة مرور خاصة.</translation></message>
<message><source>Nobody touched the laptop for a while. Nothing was lost.</source><translation>لم يُستخدم اللابتوب منذ فترة. لم يضِع شيء.</translation></message>
<message><source>Own passphrase</source><translation>عبارة المرور الشخصية</translation></message>
<message><source>PIN</source><translation>الرقم السري</translation></message>
<message><source>Passphrase of this laptop</source><translation>عبارة مرور هذا اللابتوب</translation></message>
<message><source>People of this laptop</source><translation>فريق هذا اللابتوب</translation></message>
<message><source>Somebody else</source><translation>شخص آخر</translation></message>
<message><source>The demonstration's is {passphrase}</source><translation>عبارة مرور العرض التجريبي {passphrase}</translation></message>
<message><source>Who is at work?</source><translation>مَن على المكتب الآن؟</translation></message>
<message numerus="yes"><source>{said} Next try in %n seconds.</source><translation><numerusform>{said} المحاولة التالية الآن.</numerusform><numerusform>{said} المحاولة التالية بعد ثانية.</numerusform><numerusform>{said} المحاولة التالية بعد ثانيتين.</numerusform><numerusform>{said} المحاولة التالية بعد %n ثوانٍ.</numerusform><numerusform>{said} المحاولة التالية بعد %n ثانية.</numerusform><numerusform>{said} المحاولة التالية بعد %n ثانية.</numerusform></translation></message>
</context>
<context>
<name>Text</name>
<message><source> · </source><translation> | </translation></message>
</context>
<context>
<name>Unit</name>
<message><source>EGP</source><translation>جنيه</translation></message>
<message><source>bag</source><translation>شنطة</translation></message>
<message><source>box</source><translation>كرتونة</translation></message>
<message><source>gram</source><translation>جم</translation></message>
<message><source>kg</source><translation>كجم</translation></message>
<message><source>litre</source><translation>لتر</translation></message>
<message><source>meal</source><translation>وجبة</translation></message>
<message><source>pack</source><translation>عبوة</translation></message>
<message><source>piece</source><translation>قطعة</translation></message>
<message><source>seedling</source><translation>شتلة</translation></message>
<message><source>set</source><translation>طقم</translation></message>
</context>
<context>
<name>Verdicts</name>
<message><source>No verdicts yet</source><translation>لا توجد قرارات بعد</translation></message>
<message><source>Take back</source><translation>تراجع</translation></message>
<message><source>Take this verdict back</source><translation>التراجع عن هذا القرار</translation></message>
<message><source>Taken back: they are two families on file again.</source><translation>تم التراجع: عادتا أسرتين في السجل.</translation></message>
<message><source>The same family</source><translation>أسرة واحدة</translation></message>
<message><source>The verdict stands again.</source><translation>عاد القرار كما كان.</translation></message>
<message><source>Their families are one too</source><translation>أسرتاهما أسرة واحدة أيضًا</translation></message>
<message><source>These verdicts make them one all the same. Either this verdict or one of those is wrong.</source><translation>القرارات التالية تجعلهما واحدًا رغم ذلك: إما هذا القرار خطأ وإما أحدها.</translation></message>
<message><source>Two families</source><translation>أسرتان</translation></message>
<message><source>Verdict</source><translation>القرار</translation></message>
<message><source>Whoever was judged one person or two stands here, and so do families. Verdicts that contradict each other come first. Any verdict can be taken back.</source><translation>هنا كل من تقرر أنهما شخص واحد أو شخصان، وكذلك الأسر. تظهر القرارات المتعارضة أولًا، ويمكن التراجع عن أي قرار.</translation></message>
<message><source>contradicts others</source><translation>يتعارض مع غيره</translation></message>
<message><source>{names}: one family too</source><translation>{names}: أسرة واحدة أيضًا</translation></message>
<message><source>{names}: the verdict is taken back</source><translation>{names}: تم التراجع عن القرار</translation></message>
</context>
<context>
<name>Verify</name>
<message numerus="yes"><source>%n codes of this receipt were not scanned</source><translation><numerusform>تم مسح كل رموز هذا الإيصال</numerusform><numerusform>رمز واحد من هذا الإيصال لم يُمسح</numerusform><numerusform>رمزان من هذا الإيصال لم يُمسحا</numerusform><numerusform>%n رموز من هذا الإيصال لم تُمسح</numerusform><numerusform>%n رمزًا من هذا الإيصال لم تُمسح</numerusform><numerusform>%n رمز من هذا الإيصال لم تُمسح</numerusform></translation></message>
<message><source>. </source><translation>. </translation></message>
<message><source>Camera</source><translation>الكاميرا</translation></message>
<message><source>False: this is not what the laptop signed</source><translation>غير صحيح: ليس هذا ما وقّعه اللابتوب</translation></message>
<message><source>Genuine</source><translation>صحيح</translation></message>
<message><source>Genuine, and on file here</source><translation>صحيح ومسجل هنا</translation></message>
<message><source>Genuine, and voided</source><translation>صحيح وتم إلغاؤه</translation></message>
<message><source>Genuine, not yet merged here</source><translation>صحيح ولم يُدمج هنا بعد</translation></message>
<message><source>Hold the code before the camera.</source><translation>يُوضع الكود أمام الكاميرا.</translation></message>
<message><source>Is this receipt genuine?</source><translation>هل هذا الإيصال صحيح؟</translation></message>
<message><source>It comes with the next file of its laptop.</source><translation>سيصل مع الملف القادم من اللابتوب الذي أصدره.</translation></message>
<message><source>It may be a new laptop of ours: merge the latest files, then scan it again.</source><translation>قد يكون لابتوبًا جديدًا تابعًا لنا: ادمج أحدث الملفات ثم امسحه مرة أخرى.</translation></message>
<message><source>Keep the paper and show it to the supervisor; do not hand anything over for it.</source><translation>احتفظ بالورقة واعرضها على المشرف، ولا يُصرف شيء بموجبها.</translation></message>
<message numerus="yes"><source>Make %n hand-overs again from these</source><translation><numerusform>لا شيء لاستعادته</numerusform><numerusform>استعادة عملية صرف واحدة من هذه</numerusform><numerusform>استعادة عمليتي صرف من هذه</numerusform><numerusform>استعادة %n عمليات صرف من هذه</numerusform><numerusform>استعادة %n عملية صرف من هذه</numerusform><numerusform>استعادة %n عملية صرف من هذه</numerusform></translation></message>
<message><source>No camera can be used here. Use a USB scanner, a picture or the number.</source><translation>لا توجد كاميرا يمكن استخدامها هنا. يُستخدم قارئ USB أو صورة أو الرقم.</translation></message>
<message><source>Pictures and PDF</source><translation>صور وPDF</translation></message>
<message><source>Pictures or PDF…</source><translation>صور أو PDF…</translation></message>
<message><source>Pictures or scanned PDFs of receipts</source><translation>صور أو ملفات PDF لإيصالات</translation></message>
<message><source>Reading the codes</source><translation>جارٍ قراءة الرموز</translation></message>
<message><source>Receipts in the pile</source><translation>الإيصالات الممسوحة</translation></message>
<message><source>Scan a receipt, or type the number under its code</source><translation>امسح إيصالًا، أو اكتب الرقم المطبوع تحت رمزه</translation></message>
<message><source>Scan its code with a USB scanner, choose a photograph or a scanned PDF, or type the number under the code. Nothing is recorded.</source><translation>امسح رمزه بقارئ USB، أو اختر صورة أو ملف PDF ممسوحًا ضوئيًا، أو اكتب الرقم المطبوع تحت الرمز. لا يُسجَّل أي شيء.</translation></message>
<message><source>The laptop that signed it is not known here</source><translation>اللابتوب الذي وقّعه غير معروف هنا</translation></message>
<message><source>The laptop's access was ended; a supervisor decides about what it did later.</source><translation>تم إنهاء صلاحية هذا اللابتوب، والقرار للمشرف فيما صدر عنه بعد ذلك.</translation></message>
<message><source>Voided on {moment} by {name}: {reason}</source><translation>أُلغي في {moment} بمعرفة {name}: {reason}</translation></message>
<message><source>Voided on {moment}: {reason}</source><translation>أُلغي في {moment}: {reason}</translation></message>
<message><source>Voided: {reason}</source><translation>ملغي: {reason}</translation></message>
<message><source>What the camera sees</source><translation>ما تراه الكاميرا</translation></message>
<message><source>Writing the hand-overs down again</source><translation>جارٍ استعادة عمليات الصرف</translation></message>
<message><source>household card</source><translation>بطاقة أسرة</translation></message>
<message><source>paper slip</source><translation>إيصال ورقي</translation></message>
<message><source>receipt</source><translation>إيصال</translation></message>
</context>
<context>
<name>Village</name>
<message numerus="yes"><source>%n villages</source><translation><numerusform>لا قرى</numerusform><numerusform>قرية واحدة</numerusform><numerusform>قريتان</numerusform><numerusform>%n قرى</numerusform><numerusform>%n قرية</numerusform><numerusform>%n قرية</numerusform></translation></message>
<message><source>Add {name}, which is not in the list</source><translation>إضافة {name}، غير موجودة في القائمة</translation></message>
<message><source>Take out</source><translation>استبعاد</translation></message>
<message><source>Type a few letters of the village</source><translation>بضعة أحرف من اسم القرية</translation></message>
</context>
<context>
<name>VoidReason</name>
<message><source>a trial</source><translation>تجربة للبرنامج</translation></message>
<message><source>not taken, or given back</source><translation>لم يُستلم أو أُعيد</translation></message>
<message><source>recorded twice</source><translation>سُجّل مرتين</translation></message>
<message><source>the wrong household</source><translation>أسرة أخرى بالخطأ</translation></message>
<message><source>the wrong item</source><translation>صنف آخر بالخطأ</translation></message>
<message><source>the wrong quantity</source><translation>كمية غير صحيحة</translation></message>
<message><source>undone at the desk</source><translation>تراجع من المكتب</translation></message>
</context>
</TS>
