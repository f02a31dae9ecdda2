import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { visitor } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { getReader } from "@/app/_ui/reader";
import { BrandMark } from "@/app/_ui/shell/brand-mark";
import { safePath } from "@/lib/auth/config";
import styles from "./sign-in.module.css";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.title") };
}

/** The door. One who is already in goes straight on. */
export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const [{ t }, query, actor] = await Promise.all([getReader(), firstOf(searchParams), visitor()]);
  const next = safePath(query.next ?? "/");
  if (actor) redirect(address(next));
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
          <SignInForm
            next={next}
            words={{ email: t("signIn.email"), password: t("signIn.password"), submit: t("signIn.submit") }}
          />
        </div>
      </div>
    </main>
  );
}
