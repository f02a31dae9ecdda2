import type { OrganId } from "./symbol";

/** What the reader must know of an organ. One row here adds an organ; the type demands the rest. */
export type Organ = {
  /** Full name in English as resolutions print it. */
  readonly name: string;
  /** Start of its resolution symbols. */
  readonly symbolStart: string;
  /** How its resolutions are counted: by session ("52/205"), by year ("2020/5"), or in one series with the year behind ("2754 (2024)"). */
  readonly counting: "session" | "year" | "series";
  /** Name of the organ at the start of a resolution, in every language that is read. */
  readonly names: Readonly<Record<"en" | "fr" | "es" | "ru" | "zh" | "ar", string>>;
};

/** The organs, by key. */
export const organs = {
  GA: {
    name: "General Assembly",
    symbolStart: "A/RES/",
    counting: "session",
    names: {
      en: "General Assembly",
      fr: "Assemblée générale",
      es: "Asamblea General",
      ru: "Генеральная Ассамблея",
      zh: "大会",
      ar: "الجمعية العامة",
    },
  },
  ECOSOC: {
    name: "Economic and Social Council",
    symbolStart: "E/RES/",
    counting: "year",
    names: {
      en: "Economic and Social Council",
      fr: "Conseil économique et social",
      es: "Consejo Económico y Social",
      ru: "Экономический и Социальный Совет",
      zh: "经济及社会理事会",
      ar: "المجلس الاقتصادي والاجتماعي",
    },
  },
  SC: {
    name: "Security Council",
    symbolStart: "S/RES/",
    counting: "series",
    names: {
      en: "Security Council",
      fr: "Conseil de sécurité",
      es: "Consejo de Seguridad",
      ru: "Совет Безопасности",
      zh: "安全理事会",
      ar: "مجلس الأمن",
    },
  },
  HRC: {
    name: "Human Rights Council",
    symbolStart: "A/HRC/RES/",
    counting: "session",
    names: {
      en: "Human Rights Council",
      fr: "Conseil des droits de l’homme",
      es: "Consejo de Derechos Humanos",
      ru: "Совет по правам человека",
      zh: "人权理事会",
      ar: "مجلس حقوق الإنسان",
    },
  },
  UNEA: {
    name: "United Nations Environment Assembly",
    symbolStart: "UNEP/EA.",
    counting: "session",
    names: {
      en: "United Nations Environment Assembly",
      fr: "Assemblée des Nations Unies pour l’environnement",
      es: "Asamblea de las Naciones Unidas sobre el Medio Ambiente",
      ru: "Ассамблея Организации Объединенных Наций по окружающей среде",
      zh: "联合国环境大会",
      ar: "جمعية الأمم المتحدة للبيئة",
    },
  },
} as const satisfies Record<OrganId, Organ>;

/** Every organ key, in the order of the table. */
export const organIds = Object.keys(organs) as readonly OrganId[];
