import type { Metadata } from "next";
import { ask, signedIn, workingDate } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { addDays } from "@/lib/core/calendar/day";
import { deliveries, deliveriesInput, reminderPlan, reminderPlanInput } from "@/lib/services/reminders";
import { DeliveryTable } from "./delivery-table";
import { PlanTable } from "./plan-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("reminders.title") };
}

/** Who would be told what, when and why: a dry run that changes nothing; and what was delivered. */
export default async function RemindersPage({ searchParams }: { searchParams: Query }) {
  const [, query, reader, date] = await Promise.all([
    signedIn(),
    firstOf(searchParams),
    getReader(),
    workingDate(),
  ]);
  const { t } = reader;
  const from = dayOf(query.from) ?? date.today;
  const to = dayOf(query.to) ?? addDays(from, 90);
  const [plan, sent] = await Promise.all([
    ask(reminderPlan, reminderPlanInput, { from, to }),
    ask(deliveries, deliveriesInput, {}),
  ]);
  return (
    <>
      <PageHead title={t("reminders.title")} lead={t("reminders.lead")}>
        <form action="/reminders" className={form.row}>
          <TextField name="from" type="date" label={t("reminders.from")} defaultValue={from} />
          <TextField name="to" type="date" label={t("reminders.until")} defaultValue={to} />
          <Button type="submit">{t("reminders.show")}</Button>
        </form>
      </PageHead>
      <Section id="plan" title={t("reminders.plan")}>
        {plan.ok ? (
          <PlanTable lines={plan.value.lines} total={plan.value.total} reader={reader} />
        ) : (
          <Note tone="warn">{plan.error.message}</Note>
        )}
      </Section>
      <Section id="deliveries" title={t("reminders.deliveries")}>
        {sent.ok ? (
          <DeliveryTable rows={sent.value} reader={reader} />
        ) : (
          <Note tone="warn">{sent.error.message}</Note>
        )}
      </Section>
    </>
  );
}
