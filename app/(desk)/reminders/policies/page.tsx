import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { policies } from "@/lib/services/reminders";
import { ReminderTabs } from "../reminder-tabs";
import styles from "../reminders.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("policies.title") };
}

/** The policies that stand, each with whom it tells, its version and whether it is switched on. */
export default async function PoliciesPage() {
  const [actor, { t, locale }, found] = await Promise.all([signedIn(), getReader(), askPlain(policies)]);
  if (!found.ok) return <FailurePage failure={found.error} />;
  return (
    <>
      <PageHead title={t("policies.title")} lead={t("policies.lead")}>
        {can(actor, "reminder.policy") ? (
          <ButtonLink href={address("/reminders/policies/new")} kind="primary">
            {t("policies.add")}
          </ButtonLink>
        ) : null}
      </PageHead>
      <ReminderTabs t={t} here="policies" />
      <ul className={styles.policies}>
        {found.value.map(({ policy, version, isActive }) => (
          <li key={policy.key} className={styles.policy} data-off={!isActive}>
            <h2>
              <Link href={address(`/reminders/policies/${policy.key}`)}>
                <bdi>{policy.name}</bdi>
              </Link>
            </h2>
            <span className={styles.quiet}>
              {isActive ? t("policies.version", { version }) : t("policies.off", { version })}
            </span>
            <p>
              {new Intl.ListFormat(locale, { type: "unit" }).format(
                policy.to.map((role) => t(`reminders.as.${role}`)),
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
