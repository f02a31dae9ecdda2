import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { FailurePage } from "@/app/_ui/page/failure";
import { getReader } from "@/app/_ui/reader";
import { taskPageInput } from "@/lib/services/inputs";
import { taskPage } from "@/lib/services/task-page";
import { TaskView } from "./task-view";

type Props = { params: Promise<{ number: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ number }, { t }] = await Promise.all([params, getReader()]);
  return { title: t("task.over", { number }) };
}

/** One task, in full. */
export default async function TaskPageView({ params, searchParams }: Props) {
  await signedIn();
  const [{ number }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  if (!/^\d{1,9}$/u.test(number)) notFound();
  const page = await ask(taskPage, taskPageInput, { number, asOf: dayOf(query.asOf) });
  return page.ok ? <TaskView page={page.value} reader={reader} /> : <FailurePage failure={page.error} />;
}
