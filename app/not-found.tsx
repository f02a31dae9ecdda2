import { address } from "./_ui/addresses";
import { ButtonLink } from "./_ui/form/button";
import { getReader } from "./_ui/reader";
import styles from "./sign-in/sign-in.module.css";

/** An address that leads nowhere. */
export default async function NotFoundPage() {
  const { t } = await getReader();
  return (
    <main className={styles.door}>
      <div className={styles.form}>
        <h1>{t("failure.noPage")}</h1>
        <p className={styles.lead}>{t("failure.noPageLead")}</p>
        <ButtonLink href={address("/")}>{t("failure.home")}</ButtonLink>
      </div>
    </main>
  );
}
