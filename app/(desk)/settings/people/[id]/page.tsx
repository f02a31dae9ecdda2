import type { Metadata } from "next";
import Link from "next/link";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { currentSignInId } from "@/lib/auth/current-actor";
import { personInput } from "@/lib/services/people-inputs";
import { bodyChoices, personPage } from "@/lib/services/person-page";
import { RevealForm } from "../../reveal-form";
import styles from "../../settings.module.css";
import { SignInTable } from "../../sign-in-table";
import { endTheirs, invitePersonAgain, renamePerson, resetStep, switchAccount } from "../actions";
import { PersonRoles } from "./person-roles";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await ask(personPage, personInput, { id: decodeURIComponent((await params).id) });
  return { title: found.ok ? found.value.person.name : "" };
}

/** One person as an Admin keeps it: roles, account, second step, sign-ins. */
export default async function PersonOnePage({ params }: Props) {
  await signedIn();
  const id = decodeURIComponent((await params).id);
  const [reader, found, bodies, here] = await Promise.all([
    getReader(),
    ask(personPage, personInput, { id }),
    askPlain(bodyChoices),
    currentSignInId(),
  ]);
  if (!found.ok) return <FailurePage failure={found.error} />;
  const { t, instant } = reader;
  const { person, signIns, usesSecondStep, invitedUntil } = found.value;
  const reason = (fieldId: string, isRequired = false) => (
    <TextField id={fieldId} name="reason" label={t("settings.why")} maxLength={500} required={isRequired} />
  );
  return (
    <>
      <PageHead
        over={<Link href={address("/settings/people")}>{t("settings.tabs.people")}</Link>}
        title={person.name}
        lead={
          <>
            <bdi>{person.email}</bdi>
            {person.title ? ` · ${person.title}` : ""}
          </>
        }
      />
      <p>
        <Link href={address(`/settings/people/${encodeURIComponent(id)}/hand-over`)}>
          {t("settings.person.handOver")}
        </Link>
      </p>
      <PersonRoles person={person} bodies={bodies.ok ? bodies.value : []} t={t} />
      <Section id="account" title={t("settings.person.account")}>
        <div className={styles.list}>
          <p>{person.isActive ? t("settings.person.accountOpen") : t("settings.person.accountClosed")}</p>
          {invitedUntil ? <p>{t("settings.person.invited", { until: instant(invitedUntil) })}</p> : null}
          <p>{usesSecondStep ? t("settings.person.stepOn") : t("settings.person.stepOff")}</p>
          <div className={styles.actions}>
            <details className={styles.fold}>
              <summary>{t("settings.person.nameTitle")}</summary>
              <ActionForm action={renamePerson.bind(null, id)}>
                <TextField
                  name="name"
                  label={t("settings.people.name")}
                  defaultValue={person.name}
                  required
                />
                <TextField
                  name="title"
                  label={t("settings.people.inviteTitle")}
                  defaultValue={person.title}
                />
                <div>
                  <Submit>{t("settings.save")}</Submit>
                </div>
              </ActionForm>
            </details>
            {person.isActive ? (
              <details className={styles.fold}>
                <summary>{t("settings.person.inviteAgain")}</summary>
                <p className={styles.quiet}>{t("settings.person.inviteAgainLead")}</p>
                <RevealForm
                  action={invitePersonAgain.bind(null, id)}
                  submit={t("settings.person.inviteAgain")}
                />
              </details>
            ) : null}
            <details className={styles.fold}>
              <summary>{person.isActive ? t("settings.person.close") : t("settings.person.reopen")}</summary>
              {person.isActive ? <p className={styles.quiet}>{t("settings.person.closeLead")}</p> : null}
              <ActionForm action={switchAccount.bind(null, id, !person.isActive)}>
                {reason("account-reason", true)}
                <div>
                  <Submit kind="plain">
                    {person.isActive ? t("settings.person.close") : t("settings.person.reopen")}
                  </Submit>
                </div>
              </ActionForm>
            </details>
            {usesSecondStep && !found.value.isSelf ? (
              <details className={styles.fold}>
                <summary>{t("settings.person.stepReset")}</summary>
                <p className={styles.quiet}>{t("settings.person.stepResetLead")}</p>
                <ActionForm action={resetStep.bind(null, id)}>
                  {reason("step-reason", true)}
                  <div>
                    <Submit kind="plain">{t("settings.person.stepReset")}</Submit>
                  </div>
                </ActionForm>
              </details>
            ) : null}
          </div>
        </div>
      </Section>
      <Section id="sign-ins" title={t("settings.person.signIns")}>
        <SignInTable
          rows={signIns}
          here={found.value.isSelf ? here : null}
          reader={reader}
          end={endTheirs.bind(null, id)}
          endAll={t("settings.person.endAll")}
        />
      </Section>
    </>
  );
}
