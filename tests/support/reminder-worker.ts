import { emailChannel } from "../../lib/adapters/channels/email";
import { systemActor } from "../../lib/auth/actor";
import { openDatabase } from "../../lib/db/client";
import { depsWith } from "../../lib/deps";
import { deliverQueued } from "../../lib/services/reminder-delivery";
import { makeDigests } from "../../lib/services/reminder-digests";
import { runDueReminders } from "../../lib/services/reminders";
import { dyingAfter } from "../services/reminder-fixtures";

// One run of the reminders as a process of its own: DATABASE_URL, SMTP_URL, NOW; KILL_AT n ends it by SIGKILL before its
// n-th step (a statement, or the moment after the mail server's yes); DIGESTS_OF a day
// makes the digests of what is recorded and sends them, plans nothing, and says "making" and "sending" once it does.
const { DATABASE_URL = "", SMTP_URL = "", NOW, KILL_AT, DIGESTS_OF, LEASE = "300" } = process.env;
const db = openDatabase(DATABASE_URL, { poolSize: 2 });
const mail = emailChannel({
  smtpUrl: SMTP_URL,
  from: { name: "Mandate tracker", address: "mandates@example.org" },
  baseUrl: "https://mandates.example.org",
  secret: "a secret of at least thirty-two characters",
});
const kill = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("killed");
};
const clock = { now: () => (NOW ? new Date(NOW) : new Date()) };
const { db: dying, step } = dyingAfter(db, KILL_AT ? Number(KILL_AT) : Number.POSITIVE_INFINITY, kill);
let sent = 0;
const channel: typeof mail = {
  ...mail,
  send: async (message) => {
    const outcome = await mail.send(message);
    sent += 1;
    if (DIGESTS_OF && sent === 1) console.log("sending");
    step();
    return outcome;
  },
};
const deps = {
  ...depsWith(dying as typeof db),
  clock,
  ...(NOW ? { today: async () => NOW.slice(0, 10) } : {}),
};
if (DIGESTS_OF) {
  await db.$queryRaw`select 1`;
  console.log("making");
  await makeDigests(deps, {
    channels: ["email"],
    latestDay: DIGESTS_OF,
    workingDay: DIGESTS_OF,
    anyHour: true,
  });
  const limits = { leaseSeconds: Number(LEASE) };
  console.log(JSON.stringify(await deliverQueued(deps, [channel], limits)));
} else {
  const done = await runDueReminders(deps, systemActor, { channels: [channel] });
  console.log(JSON.stringify(done.ok ? done.value : done.error));
}
mail.close();
await db.$disconnect();
