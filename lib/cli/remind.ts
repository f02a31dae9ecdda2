import { parseArgs } from "node:util";
import { configuredChannels } from "@/lib/adapters/channels/configured";
import { systemActor } from "@/lib/auth/actor";
import { inBrief } from "@/lib/core/reminder/one-line";
import { reasonInWords } from "@/lib/core/reminder/reason";
import { getDeps } from "@/lib/platform/deps";
import { reminderPlan, reminderPlanInput, runDueReminders } from "@/lib/services/reminders";

const usage = `npm run remind                                        send what is due now, to those whose hour has come
npm run remind -- --any-hour                          the same without waiting for anybody's hour
npm run remind -- --dry-run --from DAY --to DAY       who would be told what between two days, and why (YYYY-MM-DD)
                    [--json]                          one JSON object a line`;

/** Plans or sends reminders on the database of the running app (or DATABASE_URL). Exit code 0, 1 failed, 2 wrong use. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      to: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      "any-hour": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return say(usage);
  const deps = await getDeps();
  try {
    return values["dry-run"] ? await dryRun(values) : await send(values["any-hour"]);
  } finally {
    if ("$disconnect" in deps.db) await deps.db.$disconnect();
  }
}

async function dryRun(values: { from?: string; to?: string; json: boolean }): Promise<number> {
  const deps = await getDeps();
  const today = await deps.today();
  const span = reminderPlanInput.safeParse({
    from: values.from ?? today,
    to: values.to ?? values.from ?? today,
  });
  if (!span.success) return complain(`${span.error.issues[0]?.message ?? ""}\n${usage}`, 2);
  const plan = await reminderPlan(deps, systemActor, span.data);
  if (!plan.ok) return complain(plan.error.message, 1);
  const { lines, total } = plan.value;
  if (values.json) {
    for (const line of lines) say(JSON.stringify({ ...line, why: reasonInWords(line.reason, line.day) }));
    return 0;
  }
  let day = "";
  for (const line of lines) {
    if (line.day !== day) say(`\n${line.day}`);
    day = line.day;
    const who =
      line.onBehalfOfName === null ? line.personName : `${line.personName} (for ${line.onBehalfOfName})`;
    say(`  ${who} · ${line.reference}${line.isTold ? " · already told" : ""}`);
    say(`    ${inBrief(line.ask)}`);
    say(`    ${reasonInWords(line.reason, line.day)} [${line.policyName}]`);
  }
  const shown = total > lines.length ? `, the first ${lines.length} shown` : "";
  return say(`\n${total} reminders from ${span.data.from} to ${span.data.to}${shown}. Nothing was sent.`);
}

async function send(anyHour: boolean): Promise<number> {
  const { channels, close } = configuredChannels();
  try {
    const done = await runDueReminders(await getDeps(), systemActor, { channels, anyHour });
    if (!done.ok) return complain(done.error.message, 1);
    const { recorded, digests, delivery } = done.value;
    say(
      `${recorded.tasks} open tasks looked at: ${recorded.added} reminders new, ${recorded.moved} moved, ${recorded.cancelled} called off, ${recorded.dateChanges} dates changed.`,
    );
    say(
      `${digests} digests made; ${delivery.sent} messages sent, ${delivery.failed} to be tried again, ${delivery.dead} given up.`,
    );
    if (!channels.some(({ id }) => id === "email")) say("SMTP_URL is not set: no digest went by mail.");
    return delivery.dead > 0 ? 1 : 0;
  } finally {
    close();
  }
}

function say(text: string): 0 {
  console.log(text);
  return 0;
}

function complain(text: string, code: number): number {
  console.error(text);
  return code;
}

try {
  process.exitCode = await main();
} catch (thrown) {
  process.exitCode = complain(thrown instanceof Error ? thrown.message : String(thrown), 1);
}
