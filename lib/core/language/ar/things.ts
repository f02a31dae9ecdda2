import type { LanguagePack } from "../pack";

/** What Arabic words ask for. */
export const arabicDeliverables: LanguagePack["deliverables"] = [
  {
    pattern:
      /[تي]?درج [^؛]{0,60}جدول|جدول (?:الاعمال|اعمالها?) الموقت|(?:تنظر|النظر|ينظر|استعراض)[^؛]{0,160}في دور/,
    deliverable: "agenda_item",
    rule: "takes-up-at-session",
  },
  {
    pattern:
      /تقرير|تقارير|دراسة|احاطة|(?:يقدم|تقدم|تقديم|يوافي|موافاة) [^،؛]{0,40}(?:معلومات|استنتاجات|توصيات)|يبلغ|اطلاع|مستكمل/,
    deliverable: "report",
    rule: "report",
  },
  {
    pattern: /(?:تمدد|تمديد|تجدد|تجديد) [^،؛]{0,60}(?:ولاية|بعثة|تدابير)/,
    deliverable: "renewal",
    rule: "renews",
  },
  {
    pattern:
      /(?:تعقد|عقد|ينظم|تنظيم|تنظم|استضافة|تستضيف|الاحتفال|يعقد|تعلن|اعلان)[^،؛]{0,90}(?:اجتماع|موتمر|دورة|حلقة|حوار|جلسة|مناقشة|مناسبة|قمة|منتدي|مشاورات|يوم|اسبوع|سنة|عام)/,
    deliverable: "meeting",
    rule: "holds",
  },
  {
    pattern:
      /(?:تعين|تعيين|تنتخب|انتخاب|تنشي|انشاء|يعين|ينشي) [^،؛]{0,60}(?:ممثل|مقرر|خبير|فريق|لجنة|هيية|الية|مكتب|منسق|اعضاء|صندوق)/,
    deliverable: "appointment",
    rule: "appoints",
  },
  {
    pattern: /(?:تبرعات|المساهمة في|تمويل|موارد مالية|تخصص|تخصيص|رصد|تقسم|تساهم|التبرع)/,
    deliverable: "funding",
    rule: "funds",
  },
  {
    pattern:
      /(?:وضع|اعداد|صياغة|نشر|يعد|يضع|تعد|تضع) [^،؛]{0,50}(?:مشروع|مبادي|استراتيجية|خطة|اتفاقية|دليل|قاعدة|منشور|نص)/,
    deliverable: "text",
    rule: "drafts",
  },
];

export const arabicConditions: LanguagePack["conditions"] = [
  { id: "existing-resources", pattern: /في حدود الموارد (?:المتاحة|القايمة|الموجودة)/ },
  { id: "voluntary-funds", pattern: /رهنا بتوافر [^،؛]{3,60}|عن طريق التبرعات/ },
  { id: "unless-agreed", pattern: /ما لم (?:يتفق|يتقرر) علي (?:خلاف|غير) ذلك|ما لم يتقرر خلاف ذلك/ },
  {
    id: "as-appropriate",
    pattern: /حسب الاقتضاء|عند الاقتضاء|عند اللزوم|حيثما (?:كان ذلك مناسبا|اقتضي الامر)/,
  },
  { id: "upon-request", pattern: /بناء علي طلب(?:ها|ه|هم)?/ },
  { id: "within-mandate", pattern: /(?:كل )?في (?:اطار|حدود) ولاي(?:ته|تها|اتها)/ },
];

export const arabicCadences: LanguagePack["cadences"] = [
  { pattern: /كل (?:سنتين|عامين)|مرة كل سنتين/, cadence: "biennial" },
  { pattern: /كل ثلاث سنوات/, cadence: "triennial" },
  { pattern: /كل اربع سنوات/, cadence: "quadrennial" },
  { pattern: /كل ستة اشهر|مرتين في السنة|نصف سنوي/, cadence: "every 6 months" },
  { pattern: /كل ثلاثة اشهر|ربع سنوي/, cadence: "every 3 months" },
  { pattern: /سنويا|كل (?:سنة|عام)|تقرير(?:ا)? سنوي/, cadence: "annual" },
  { pattern: /في كل (?:دورة|دوراتها)/, cadence: "every session" },
  { pattern: /بانتظام|بصفة دورية|بصورة منتظمة|دوريا/, cadence: "regular" },
];
