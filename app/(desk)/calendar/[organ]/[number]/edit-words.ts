import type { Translate } from "@/lib/i18n/translate";

/** The words of the form in the reader's language. */
export const editWords = (t: Translate) => ({
  label: t("calendar.label"),
  opens: t("sessions.opens"),
  closes: t("sessions.closes"),
  mainPartEnds: t("sessions.mainPartEnds"),
  standing: t("calendar.standing"),
  standings: (["fixed", "derived", "reported", "bounds", "unknown"] as const).map((value) => ({
    value,
    label: t(`sessions.standings.${value}`),
  })),
  timeZone: t("calendar.timeZone"),
  note: t("calendar.note"),
  generalDebateFrom: t("calendar.generalDebateFrom"),
  generalDebateTo: t("calendar.generalDebateTo"),
  highLevelFrom: t("calendar.highLevelFrom"),
  highLevelTo: t("calendar.highLevelTo"),
  resumed: t("calendar.resumed"),
  resumedHint: t("calendar.resumedHint"),
  parts: t("calendar.parts"),
  partsHint: t("calendar.partsHint"),
  reason: t("session.reason"),
  source: t("session.source"),
  sourceHint: t("session.sourceHint"),
  preview: t("session.preview"),
  apply: t("session.apply"),
});
export type EditWords = ReturnType<typeof editWords>;
