import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { visitor } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { getReader } from "@/app/_ui/reader";
import { BrandMark } from "@/app/_ui/shell/brand-mark";
import { letterSender } from "@/lib/adapters/channels/letter";
import { safePath } from "@/lib/auth/config";
import { type OpenIdSettings, openIdSettings } from "@/lib/auth/openid";
import { awaitsSecondStep } from "@/lib/auth/sign-in";
import { signIn } from "./actions";
import { DoorForm } from "./door-form";
import styles from "./sign-in.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.title") };
}

/** The door. One who is already in goes straight on; one who has half come in goes to the second step. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const [{ t }, query, actor] = await Promise.all([getReader(), firstOf(searchParams), visitor()]);
  const next = safePath(query.next ?? "/");
  if (actor) redirect(address(next));
  if (await awaitsSecondStep()) redirect(address(`/sign-in/second-step?next=${encodeURIComponent(next)}`));
  const provider = openIdOrNull();
  return (
    <main className={styles.page}>
      <div className={styles.side}>
        <p className={styles.brand}>
          <BrandMark /> {t("app.name")}
        </p>
        <blockquote className={styles.quote} lang="en" dir="ltr">
          <p>
            12. <em>Decides</em> to include in the provisional agenda of its <b>fifty-fourth session</b> the
            sub-item entitled “Economic and technical cooperation among developing countries”, and in that
            context <em>requests</em> the <b>Secretary-General</b> to <b>report to it at that session</b> on
            the implementation of the present resolution.
          </p>
          <footer>General Assembly resolution 52/205, 18 December 1997</footer>
        </blockquote>
        <ul className={styles.points}>
          <li>{t("signIn.point1")}</li>
          <li>{t("signIn.point2")}</li>
          <li>{t("signIn.point3")}</li>
        </ul>
      </div>
      <div className={styles.door}>
        <div className={styles.form}>
          <h1>{t("signIn.title")}</h1>
          <p className={styles.lead}>{t("signIn.lead")}</p>
          {query.error ? (
            <div className={styles.problem}>
              <Note tone="alert">{t(`signIn.errors.${errorOf(query.error)}`)}</Note>
            </div>
          ) : null}
          {provider ? (
            <p className={styles.other}>
              {/* A plain link: the answer is a redirect to another site, which a prefetch must not follow. */}
              <a
                className={form.button}
                data-kind="primary"
                href={`/sign-in/with/openid?next=${encodeURIComponent(next)}`}
              >
                {t("signIn.with", { provider: provider.name })}
              </a>
            </p>
          ) : null}
          <DoorForm action={signIn} submit={t("signIn.submit")}>
            <input type="hidden" name="next" value={next} />
            <TextField name="email" type="email" label={t("signIn.email")} autoComplete="username" required />
            <TextField
              name="password"
              type="password"
              label={t("signIn.password")}
              autoComplete="current-password"
              required
            />
          </DoorForm>
          {letterSender() ? (
            <p className={styles.below}>
              <Link href={address("/sign-in/link")}>{t("signIn.linkAsk")}</Link>
            </p>
          ) : null}
        </div>
      </div>
    </main>
  );
}

/** A provider that is not configured as it must be is not offered; the log says why, and the other ways stay open. */
function openIdOrNull(): OpenIdSettings | null {
  try {
    return openIdSettings();
  } catch (error) {
    console.error("Single sign-on is closed:", error instanceof Error ? error.message : error);
    return null;
  }
}

const errorOf = (code: string): "openid" | "ended" | "unavailable" => {
  if (code === "openid") return "openid";
  return code === "Configuration" || code === "unavailable" ? "unavailable" : "ended";
};
