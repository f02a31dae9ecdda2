import type { Metadata } from "next";
import { ask, signedIn, workingDate } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { addDays } from "@/lib/core/calendar/day";
import { reminderPlan, reminderPlanInput } from "@/lib/services/reminders";
import { runNow } from "./actions";
import { PlanTable } from "./plan-table";
import { ReminderTabs } from "./reminder-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reminders.title") };
}

/** Who would be told what, when and why: a dry run that changes nothing. */
export default async function RemindersPage({ searchParams }: { searchParams: Query }) {
  const [actor, query, reader, date] = await Promise.all([
    signedIn(),
    firstOf(searchParams),
    getReader(),
    workingDate(),
  ]);
  const { t } = reader;
  const from = dayOf(query.from) ?? date.today;
  const to = dayOf(query.to) ?? addDays(from, 90);
  const plan = await ask(reminderPlan, reminderPlanInput, { from, to });
  if (!plan.ok && plan.error.code === "not-permitted") return <FailurePage failure={plan.error} />;
  return (
    <>
      <PageHead title={t("reminders.title")} lead={t("reminders.lead")}>
        {can(actor, "reminder.run") ? (
          <ActionForm action={runNow}>
            <Submit kind="plain">{t("reminders.run")}</Submit>
          </ActionForm>
        ) : null}
      </PageHead>
      <ReminderTabs t={t} here="plan" />
      <Section id="plan" title={t("reminders.plan")}>
        <form action="/reminders" className={form.row}>
          <TextField name="from" type="date" label={t("reminders.from")} defaultValue={from} />
          <TextField name="to" type="date" label={t("reminders.until")} defaultValue={to} />
          <Button type="submit">{t("reminders.show")}</Button>
        </form>
        <PlanTable plan={plan} reader={reader} />
      </Section>
    </>
  );
}
