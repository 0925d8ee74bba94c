"""What the text layers are tried with: the same words in each language.

They are article 1 of the Universal Declaration of Human Rights, as the project "UDHR in
Unicode" has it: its heading, its first sentence in three pieces, of which the second is one
that can be made bold, and the rest. Persian has its joiners (ZWNJ) as they are written today, and
Khmer the spaces of no width that say where a line may break: without them our engine lets the
line run off the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

LEFTWARD = ("ar", "fa", "ur", "he")
SHIPPED = ("ar", "bn", "en", "es", "fa", "fr", "hi", "pa", "pl", "ro", "ur", "zh-Hans")
"""Locales of the project: here the house must be first, or level with the first."""


@dataclass(frozen=True, slots=True)
class Words:
    """One language."""

    name: str
    family: str
    """Font that the project, or Noto, has for it."""

    title: str
    before: str
    bold: str
    after: str
    rest: str

    @property
    def sentence(self) -> str:
        """Give the first sentence whole."""
        return self.before + self.bold + self.after


WORDS = {
    "en": Words(
        "English",
        "Noto Sans",
        "Article 1",
        "All human ",
        "beings",
        " are born free and equal in dignity and rights.",
        "They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.",
    ),
    "ar": Words(
        "Arabic",
        "Noto Naskh Arabic",
        "المادة 1",
        "يولد ",
        "جميع",
        " الناس أحرارًا متساوين في الكرامة والحقوق.",
        "وقد وهبوا عقلاً وضميرًا وعليهم أن يعامل بعضهم بعضًا بروح الإخاء.",
    ),
    "bn": Words(
        "Bengali",
        "Noto Sans Bengali",
        "ধারা ১",
        "সমস্ত ",
        "মানুষ",
        " স্বাধীনভাবে সমান মর্যাদা এবং অধিকার নিয়ে জন্মগ্রহণ করে।",
        "তাঁদের বিবেক এবং বুদ্ধি আছে; সুতরাং সকলেরই একে অপরের প্রতি ভ্রাতৃত্বসুলভ মনোভাব নিয়ে আচরণ করা উচিত।",
    ),
    "es": Words(
        "Spanish",
        "Noto Sans",
        "Artículo 1",
        "Todos ",
        "los",
        " seres humanos nacen libres e iguales en dignidad y derechos",
        "y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros.",
    ),
    "fa": Words(
        "Persian",
        "Noto Sans Arabic",
        "مادهٔ اول",
        "تمام ",
        "افراد",
        " بشر آزاد به دنیا می\u200cآیند و از لحاظ حیثیت و حقوق با هم برابرند.",
        "همه دارای عقل و وجدان می\u200cباشند و باید نسبت به یکدیگر با روح برادری رفتار کنند.",
    ),
    "fr": Words(
        "French",
        "Noto Sans",
        "Article premier",
        "Tous ",
        "les",
        " êtres humains naissent libres et égaux en dignité et en droits.",
        "Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.",
    ),
    "hi": Words(
        "Hindi",
        "Noto Sans Devanagari",
        "अनुच्छेद १",
        "सभी मनुष्यों ",
        "को",
        " गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है ।",
        "उन्हें बुद्धि और अन्तरात्मा की देन प्राप्त है और परस्पर उन्हें भाईचारे के भाव से बर्ताव करना चाहिए ।",
    ),
    "pa": Words(
        "Punjabi",
        "Noto Sans Gurmukhi",
        "ਆਰਟੀਕਲ: 1",
        "ਸਾਰਾ ਮਨੁੱਖੀ ",
        "ਪਰਿਵਾਰ",
        " ਆਪਣੀ ਮਹਿਮਾ, ਸ਼ਾਨ ਅਤੇ ਹੱਕਾਂ ਦੇ ਪੱਖੋਂ ਜਨਮ ਤੋਂ ਹੀ ਆਜ਼ਾਦ ਹੈ ਅਤੇ ਸੁਤੇ ਸਿੱਧ ਸਾਰੇ ਲੋਕ ਬਰਾਬਰ ਹਨ ।",
        "ਉਨ੍ਹਾਂ ਸਭਨਾ ਨੂੰ ਤਰਕ ਅਤੇ ਜ਼ਮੀਰ ਦੀ ਸੌਗਾਤ ਮਿਲੀ ਹੋਈ ਹੈ ਅਤੇ ਉਨ੍ਹਾਂ ਨੂੰ ਭਰਾਤਰੀਭਾਵ ਦੀ ਭਾਵਨਾ ਰਖਦਿਆਂ ਆਪਸ ਵਿਚ ਵਿਚਰਣਾ ਚਾਹੀਦਾ ਹੈ ।",
    ),
    "pl": Words(
        "Polish",
        "Noto Sans",
        "Artykuł 1",
        "Wszyscy ",
        "ludzie",
        " rodzą się wolni i równi pod względem swej godności i swych praw.",
        "Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa.",
    ),
    "ro": Words(
        "Romanian",
        "Noto Sans",
        "Articolul 1",
        "Toate ",
        "ființele",
        " umane se nasc libere și egale în demnitate și în drepturi.",
        "Ele sunt înzestrate cu rațiune și conștiință și trebuie să se comporte unele față de altele în spiritul fraternității.",
    ),
    "ur": Words(
        "Urdu",
        "Noto Nastaliq Urdu",
        "دفعہ ۱۔",
        "تمام ",
        "انسان",
        " آزاد اور حقوق و عزت کے اعتبار سے برابر پیدا ہوئے ہیں۔",
        "انہیں ضمیر اور عقل ودیعت ہوئی ہے۔ اس لئے انہیں ایک دوسرے کے ساتھ بھائی چارے کا سلوک کرنا چاہیئے۔",
    ),
    "zh-Hans": Words(
        "Chinese, simplified",
        "Noto Sans CJK SC",
        "第一条",
        "人人生而",
        "自由",
        "，在尊严和权利上一律平等。",
        "他们赋有理性和良心，并应以兄弟关系的精神相对待。",
    ),
    "he": Words(
        "Hebrew",
        "Noto Sans Hebrew",
        "סעיף א",
        "כל ",
        "בני",
        " אדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
        "כולם חוננו בתבונה ובמצפון, לפיכך חובה עליהם לנהוג איש ברעהו ברוח של אחוה.",
    ),
    "th": Words(
        "Thai",
        "Noto Sans Thai",
        "ข้อ 1",
        "มนุษย์ทั้งหลายเกิดมามี",
        "อิสระ",
        "และเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
        "ต่างมีเหตุผลและมโนธรรม และควรปฏิบัติต่อกันด้วยเจตนารมณ์แห่งภราดรภาพ",
    ),
    "km": Words(
        "Khmer",
        "Noto Sans Khmer",
        "មាត្រា ១",
        "មនុស្ស\u200bទាំង\u200bអស់ កើតមក\u200bមាន",
        "សេរីភាព",
        " និង\u200bសមភាព ក្នុង\u200bផ្នែក\u200bសេចក្ដី\u200bថ្លៃថ្នូរ\u200bនិង\u200bសិទ្ធិ។",
        "មនុស្ស មាន\u200bវិចារណញ្ញាណ\u200bនិង\u200bសតិ\u200bសម្បជញ្ញៈ\u200bជាប់\u200bពី\u200bកំណើត ហើយ\u200bគប្បី\u200bប្រព្រឹត្ដ\u200bចំពោះ\u200bគ្នា\u200bទៅវិញ\u200bទៅមក\u200bក្នុង\u200bស្មារតី\u200bភាតរភាព\u200bជា\u200bបងប្អូន។",
    ),
    "ta": Words(
        "Tamil",
        "Noto Sans Tamil",
        "உறுப்புரை 1",
        "மனிதப் ",
        "பிறிவியினர்",
        " சகலரும் சுதந்திரமாகவே பிறக்கின்றனர்;",
        "அவர்கள் மதிப்பிலும், உரிமைகளிலும் சமமானவர்கள், அவர்கள் நியாயத்தையும் மனச்சாட்சியையும் இயற்பண்பாகப் பெற்றவர்கள். அவர்கள் ஒருவருடனொருவர் சகோதர உணர்வுப் பாங்கில் நடந்துகொள்ளல் வேண்டும்.",
    ),
    "gu": Words(
        "Gujarati",
        "Noto Sans Gujarati",
        "અનુચ્છેદ ૧",
        "પ્રતિષ્ઠા ",
        "અને",
        " અધિકારોની દૃષ્ટિએ સર્વ માનવો જન્મથી સ્વતંત્ર અને સમાન હોય છે.",
        "તેમનામાં વિચારશક્તિ અને અંતઃકરણ હોય છે અને તેમણે પરસ્પર બંધુત્વની ભાવનાથી વર્તવું જોઇએ.",
    ),
    "te": Words(
        "Telugu",
        "Noto Sans Telugu",
        "అనుచ్ఛేదము 1",
        "ప్రతిపత్తిస్వత్వముల ",
        "విషయమున",
        " మానవులెల్లరును జన్మతః స్వతంత్రులును సమానులును నగుదురు.",
        "వారు వివేచన-అంతఃకరణ సంపన్నులగుటచే పరస్పరము భ్రాతృభావముతో వర్తింపవలయును.",
    ),
    "ml": Words(
        "Malayalam",
        "Noto Sans Malayalam",
        "വകുപ്പ്\u200c 1",
        "മനുഷ്യരെല്ലാവരും ",
        "തുല്യാവകാശങ്ങളോടും",
        " അന്തസ്സോടും സ്വാതന്ത്ര്യത്തോടുംകൂടി ജനിച്ചിട്ടുള്ളവരാണ്\u200c.",
        "അന്യോന്യം ഭ്രാതൃഭാവത്തോടെ പെരുമാറുവാനാണ്\u200c മനുഷ്യന്നു വിവേകബുദ്ധിയും മനസ്സാക്ഷിയും സിദ്ധമായിരിക്കുന്നത്\u200c.",
    ),
    "si": Words(
        "Sinhala",
        "Noto Sans Sinhala",
        "1 වන වගන්තිය",
        "සියලු ",
        "මනුෂ්\u200dයයෝ",
        " නිදහස්ව උපත ලබා ඇත.",
        "ගරුත්වයෙන් හා අයිතිවාසිකම්වලින් සමාන වෙති. යුක්ති අයුක්ති පිළිබඳ හැඟීමෙන් හා හෘදය සාක්ෂියෙන් යුත් ඔවුන්, ඔවුනොවුන්ට සැළකිය යුත්තේ සහෝදරත්වය පිළිබඳ හැඟීමෙනි.",
    ),
    "my": Words(
        "Burmese",
        "Noto Sans Myanmar",
        "အပိုဒ် ၁",
        "လူတိုင်းသည် တူညီ ",
        "လွတ်လပ်သော",
        " ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။",
        "ထိုသူတို့၌ ပိုင်းခြား ဝေဖန်တတ်သော ဉာဏ်နှင့် ကျင့်ဝတ် သိတတ်သော စိတ်တို့ရှိကြ၍ ထိုသူတို့သည် အချင်းချင်း မေတ္တာထား၍ ဆက်ဆံကျင့်သုံးသင့်၏။",
    ),
    "am": Words(
        "Amharic",
        "Noto Sans Ethiopic",
        "አንቀጽ፡፩፤",
        "የሰው፡",
        "ልጅ",
        "፡ሁሉ፡ሲወለድ፡ነጻና፡በክብርና፡በመብትም፡እኩልነት፡ያለው፡ነው።",
        "የተፈጥሮ፡ማስተዋልና፡ሕሊና፡ስላለው፡አንዱ፡ሌላውን፡በወንድማማችነት፡መንፈስ፡መመልከት፡ይገባዋል።",
    ),
    "ka": Words(
        "Georgian",
        "Noto Sans Georgian",
        "მუხლი 1",
        "ყოველი ",
        "ადამიანი",
        " იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
        "მათ მინიჭებული აქვთ გონება და სინდისი და ერთმანეთის მიმართ უნდა ექცეოდნენ ძმობის სულისკვეთებით.",
    ),
    "hy": Words(
        "Armenian",
        "Noto Sans Armenian",
        "Հոդված 1",
        "Բոլոր ",
        "մարդիկ",
        " ծնվում են ազատ ու հավասար իրենց արժանապատվությամբ ու իրավունքներով։",
        "Նրանք ունեն բանականություն ու խիղճ և միմյանց պետք է եղբայրաբար վերաբերվեն։",
    ),
    "el": Words(
        "Greek",
        "Noto Sans",
        "ΑΡΘΡΟ 1",
        "Όλ",
        "οι",
        " οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
        "Είναι προικισμένοι με λογική και συνείδηση, και οφείλουν να συμπεριφέρονται μεταξύ τους με πνεύμα αδελφοσύνης.",
    ),
    "ja": Words(
        "Japanese",
        "Noto Sans CJK JP",
        "第１条",
        "すべての",
        "人間",
        "は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
        "人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。",
    ),
    "ko": Words(
        "Korean",
        "Noto Sans CJK KR",
        "제 1 조",
        "모든 ",
        "인간은",
        " 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
        "인간은 천부적으로 이성과 양심을 부여받았으며 서로 형제애의 정신으로 행동하여야 한다.",
    ),
    "zh-Hant": Words(
        "Chinese, traditional",
        "Noto Sans CJK TC",
        "第一條",
        "人人生而",
        "自由",
        "，在尊嚴和權利上一律平等。",
        "他們賦有理性和良心，並應以兄弟關係的精神相對待。",
    ),
    "vi": Words(
        "Vietnamese",
        "Noto Sans",
        "Điều 1",
        "Tất ",
        "cả",
        " mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
        "Mọi con người đều được tạo hoá ban cho lý trí và lương tâm và cần phải đối xử với nhau trong tình bằng hữu.",
    ),
}
