import type { Letter } from "@/lib/adapters/channels/letter";
import { defaultLocale, isLocale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translate";

type Reader = { readonly name: string; readonly email: string; readonly locale?: string };

const wordsFor = (reader: Reader) => translator(isLocale(reader.locale) ? reader.locale : defaultLocale);

/** The letter with a link that signs in, in the person's language. */
export function linkLetter(to: Reader, site: string, token: string, minutes: number): Letter {
  const t = wordsFor(to);
  return {
    to,
    subject: t("letters.linkSubject"),
    before: [t("letters.greeting", { name: to.name }), t("letters.linkLead", { minutes })],
    link: { label: t("letters.linkLabel"), url: `${site}/sign-in/link/${token}` },
    after: [t("letters.linkNotYou")],
  };
}

/** The letter that invites somebody, in the language of the installation's choice for that person. */
export function invitationLetter(to: Reader, site: string, token: string, by: string, days: number): Letter {
  const t = wordsFor(to);
  return {
    to,
    subject: t("letters.invitationSubject"),
    before: [t("letters.greeting", { name: to.name }), t("letters.invitationLead", { by, days })],
    link: { label: t("letters.invitationLabel"), url: `${site}/sign-in/invitation/${token}` },
    after: [t("letters.invitationNotYou")],
  };
}
