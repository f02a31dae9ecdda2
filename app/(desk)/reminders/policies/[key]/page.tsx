import type { Metadata } from "next";
import { ask, askPlain, signedIn, workingDate } from "@/app/_server/context";
import { dayOf } from "@/app/_server/params";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { addDays } from "@/lib/core/calendar/day";
import { anchors, recipientRoles } from "@/lib/core/reminder/policy";
import { policies, reminderPlan, reminderPlanInput } from "@/lib/services/reminders";
import { PlanTable } from "../../plan-table";
import { ReminderTabs } from "../../reminder-tabs";
import styles from "../../reminders.module.css";
import { savePolicy, tryPolicy } from "./actions";
import { fieldsOf, policyOf } from "./policy-fields";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("policies.title") };
}

type Props = {
  params: Promise<{ key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One policy: "Try it" shows who would be told what by it, from the fields in the address; only "Save" stores. */
export default async function PolicyPage({ params, searchParams }: Props) {
  const [{ key }, query, actor, reader, date, found] = await Promise.all([
    params,
    searchParams,
    signedIn(),
    getReader(),
    workingDate(),
    askPlain(policies),
  ]);
  if (!found.ok) return <FailurePage failure={found.error} />;
  const { t, locale } = reader;
  const stored = found.value.find(({ policy }) => policy.key === key) ?? null;
  const asked = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : value]),
  );
  const isTried = asked.kind !== undefined;
  const values: Record<string, string | undefined> = isTried
    ? asked
    : stored === null
      ? { kind: "before", amount: "2", unit: "week", weekday: "1", days: "7", to: "owner", anchor: "slot" }
      : fieldsOf(stored.policy);
  const draft = policyOf(values, stored?.policy ?? null);
  const from = dayOf(asked.from) ?? date.today;
  const to = dayOf(asked.until) ?? addDays(from, 180);
  const plan =
    isTried || stored !== null ? await ask(reminderPlan, reminderPlanInput, { from, to, draft }) : null;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const field = (name: string) => ({ name, defaultValue: values[name] ?? "" });
  const chosen = (values.to ?? "").split(",");
  return (
    <>
      <PageHead
        title={stored?.policy.name ?? t("policies.add")}
        lead={stored === null ? t("policies.addLead") : t("policies.version", { version: stored.version })}
      />
      <ReminderTabs t={t} here="policies" />
      <ActionForm
        action={savePolicy.bind(null, stored?.version ?? 0, stored?.policy.statuses ?? null)}
        className={styles.form}
      >
        <div className={styles.fields}>
          <TextField {...field("name")} label={t("policies.name")} required maxLength={200} />
          {stored === null ? (
            <TextField {...field("key")} label={t("policies.key")} hint={t("policies.keyHint")} required />
          ) : (
            <input type="hidden" name="key" value={stored.policy.key} />
          )}
        </div>
        <div className={styles.fields}>
          <SelectField
            {...field("kind")}
            label={t("policies.when")}
            options={(["before", "weekdayBefore", "overdue"] as const).map((value) => ({
              value,
              label: t(`policies.kinds.${value}`),
            }))}
          />
          <SelectField
            {...field("anchor")}
            label={t("policies.anchor")}
            options={anchors.map((value) => ({ value, label: t(`policies.anchors.${value}`) }))}
          />
          <div data-of="before">
            <TextField {...field("amount")} type="number" min={0} max={365} label={t("policies.amount")} />
          </div>
          <div data-of="before">
            <SelectField
              {...field("unit")}
              label={t("policies.unit")}
              options={(["day", "week"] as const).map((value) => ({
                value,
                label: t(`policies.units.${value}`),
              }))}
            />
          </div>
          <div data-of="weekdayBefore">
            <SelectField
              {...field("weekday")}
              label={t("policies.weekday")}
              options={[1, 2, 3, 4, 5, 6, 7].map((value) => ({
                value: String(value),
                label: weekday.format(new Date(Date.UTC(2024, 0, value))),
              }))}
            />
          </div>
          <div data-of="overdue">
            <TextField {...field("days")} type="number" min={1} max={365} label={t("policies.days")} />
          </div>
          <div data-of="overdue">
            <TextField {...field("every")} type="number" min={1} max={365} label={t("policies.every")} />
          </div>
          <div data-of="overdue">
            <TextField {...field("times")} type="number" min={1} max={52} label={t("policies.times")} />
          </div>
        </div>
        <fieldset className={styles.group}>
          <legend>{t("policies.to")}</legend>
          <div className={styles.checks}>
            {recipientRoles.map((role) => (
              <label key={role}>
                <input type="checkbox" name="to" value={role} defaultChecked={chosen.includes(role)} />
                {t(`reminders.as.${role}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className={styles.fields}>
          <TextField {...field("organs")} label={t("policies.organs")} hint={t("policies.listHint")} />
          <TextField
            {...field("deliverables")}
            label={t("policies.deliverables")}
            hint={t("policies.listHint")}
          />
          <TextField {...field("bodyIds")} label={t("policies.bodies")} hint={t("policies.listHint")} />
        </div>
        <label className={styles.check}>
          <input type="checkbox" name="isActive" defaultChecked={stored?.isActive ?? true} />
          {t("policies.active")}
        </label>
        <div className={styles.buttons}>
          {can(actor, "reminder.policy") ? (
            <Submit>{t(stored === null ? "reminderSettings.save" : "policies.save")}</Submit>
          ) : null}
          <Button type="submit" formAction={tryPolicy.bind(null, key)}>
            {t("policies.try")}
          </Button>
        </div>
      </ActionForm>
      {plan === null ? null : (
        <Section id="dry-run" title={t("policies.dryRun")}>
          {isTried && plan.ok ? <Note>{t("policies.notStored")}</Note> : null}
          <PlanTable plan={plan} reader={reader} />
        </Section>
      )}
    </>
  );
}
