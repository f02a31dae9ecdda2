import rows from "./data/names.json";

/** The official languages beside English. */
export type NameLanguage = "fr" | "es" | "ru" | "ar" | "zh";

/** A body's names in the languages other than English; `source` names a text in which the UN prints it so. */
export type NamesRow = {
  /** The English name: that of the registry of bodies, or as resolutions print it. */
  readonly name: string;
  readonly in: Readonly<
    Partial<Record<NameLanguage, readonly { readonly as: string; readonly source: string }[]>>
  >;
};

/** Every body with names in further languages. */
export const bodyNames: readonly NamesRow[] = rows as readonly NamesRow[];

const byName = new Map(bodyNames.map((row) => [row.name, row]));

/** "Statistical Commission" in a language, as the UN prints it; null where the table has no such name. */
export const bodyNameIn = (language: NameLanguage, name: string): string | null =>
  byName.get(name)?.in[language]?.[0]?.as ??
  byName.get(`United Nations ${name}`)?.in[language]?.[0]?.as ??
  null;
