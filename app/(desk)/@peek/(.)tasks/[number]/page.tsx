import { ask, signedIn } from "@/app/_server/context";
import { taskAddress } from "@/app/_ui/addresses";
import { FailurePage } from "@/app/_ui/page/failure";
import { PeekPanel } from "@/app/_ui/peek/peek-panel";
import { getReader } from "@/app/_ui/reader";
import { TaskView } from "@/app/(desk)/tasks/[number]/task-view";
import { taskPageInput } from "@/lib/services/inputs";
import { taskPage } from "@/lib/services/task-page";

/** The same task beside the list it was opened from. Its address is the task's own: reloading gives the full page. */
export default async function TaskPeek({ params }: { params: Promise<{ number: string }> }) {
  await signedIn();
  const [{ number }, reader] = await Promise.all([params, getReader()]);
  const page = await ask(taskPage, taskPageInput, { number });
  const { t } = reader;
  return (
    <PeekPanel
      words={{ close: t("task.closePeek"), full: t("task.open"), label: t("task.over", { number }) }}
      full={taskAddress(Number(number))}
    >
      {page.ok ? <TaskView page={page.value} reader={reader} isPeek /> : <FailurePage failure={page.error} />}
    </PeekPanel>
  );
}
