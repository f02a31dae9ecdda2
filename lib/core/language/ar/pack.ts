import type { LanguagePack } from "../pack";
import { arabicOrdinals } from "./ordinals";
import { arabicParties } from "./parties";
import { arabicCadences, arabicConditions, arabicDeliverables } from "./things";
import { arabicDates, arabicSessions } from "./time";
import { arabicAdverbs, arabicVerbs } from "./verbs";

/** Arabic. */
export const arabicPack: LanguagePack = {
  language: "ar",
  sureness: 0.92,
  letters: "ء-ي",
  verbs: arabicVerbs,
  adverbs: arabicAdverbs,
  links: /[،؛:.,;] ?(?:و|وهي |كما |واذ )?|\) ?و|(?<weak> و)/g,
  pronouns: null,
  parties: arabicParties,
  ask: {
    complement: / (?:الي |علي |ب)?(?:ان|الا|الي ان|علي ان) | (?:الي|علي) | (?=بتقديم|بمواصلة|باتخاذ|بتنفيذ)/g,
    notComplementBefore:
      /^(?: ?(?:الي|من|علي|ايضا|كذلك))*$|(?:^|[ ،])و?(?:الرامي[ةه]?|المودي[ةه]?|المفضي[ةه]?|استنادا|اضافة|بالاضافة|بالنظر|ونظرا|نظرا|القايم[ةه]?|الداعي[ةه]?|المقدم[ةه]?|المستند[ةه]?|القادر[ةه]?|المحتاج[ةه]?|الحصول|القضاء|الحفاظ|علي|الي|المنضم[ةه]?|تنضم|بعد|قبل|رغم|المترتب[ةه]?|الموجه[ةه]?|الموقع[ةه]?|يودي|تودي|بناء|علاوة|فضلا|سواء|وبناء|الاتفاق|المساعدة|المشرف[ةه]?|المعروض[ةه]?|لها|اعتمادا)$/,
    further: /،? و(?:ب|علي |الي )?ان |،? والي |، وعلي /g,
    chapeau: /:\s*$/,
    continues: /^[\s"]*(?:ان |ب?ان |[ء-ي]+)/,
  },
  decisions: {
    complement:
      / (?:ان|علي ان|مواصلة|تمديد|انشاء|عقد|ادراج|ابقاء|تنظيم|اعلان|الاحتفال|تخصيص|تعيين|العودة|استيناف|اجراء|النظر|تجديد|رصد|اعتبار|الاحتفاظ|اعطاء|ايفاد|تشكيل|منح|استعراض|تكريس|الدعوة|دعوة)(?= |$)/g,
    atOnce: /^ ?(?:ان )?(?:تقبل|تعتمد|توافق|تويد|تحيط علما|توكد|تعدل|تلغي|ترفع|تنهي|تستعيض)/,
    remainsSeized: /(?:تبقي|يبقي|ابقاء) (?:المسالة|هذه المسالة|هذا البند|الموضوع) قيد نظر|قيد نظره/,
    event:
      /^(?=[^؛]{0,300}(?:موتمر|اجتماع|دورة|جلسة|قمة|مناقشة|منتدي|حوار|مناسبة|استعراض|يوم|اسبوع|سنة|عام|بند|ولاية))[^؛]{0,300}(?:يعقد|تعقد|ينظم|تنظم|ينعقد|تنعقد|يدرج|تدرج|تمدد|تجدد|سيعقد|ستعقد|يكرس|تكرس)/,
    obligation:
      /^[^؛]{0,30}(?:يقدم|تقدم|يقوم|تقوم|يواصل|تواصل|يتولي|تتولي|يتخذ|تتخذ|يعد|تعد|ينظر|تنظر|يجري|تجري|يضطلع|تضطلع|ينشي|يكفل|تكفل|يخول|يوذن)/,
  },
  ordinals: arabicOrdinals,
  sessions: arabicSessions,
  dates: arabicDates,
  cadences: arabicCadences,
  deliverables: arabicDeliverables,
  conditions: arabicConditions,
};
