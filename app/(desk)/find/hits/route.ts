import { ask } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import { bodyAddress, resolutionAddress, sessionAddress, taskAddress } from "@/app/_ui/addresses";
import type { CommandHit } from "@/app/_ui/command/command-hits";
import { getReader } from "@/app/_ui/reader";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import { searchBodies } from "@/lib/services/bodies";
import { sessionPage } from "@/lib/services/calendar";
import { bodySearchInput, listTasksInput, sessionPageInput } from "@/lib/services/inputs";
import { listTasks } from "@/lib/services/tasks";

/** What the palette finds for a text: tasks, bodies, a session ("GA 53"), and a resolution where it reads as a symbol. */
export async function GET(request: Request): Promise<Response> {
  const text = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 200);
  if (text.length < 2) return Response.json([]);
  const named = readSessionName(text);
  const session = named ? { ...named, organ: named.organ.toUpperCase() } : null;
  const [tasks, bodies, held] = await Promise.all([
    ask(listTasks, listTasksInput, { filter: { text }, limit: 6 }),
    ask(searchBodies, bodySearchInput, { text, limit: 5 }),
    session ? ask(sessionPage, sessionPageInput, session) : null,
  ]);
  const symbol = looseSymbol(text);
  const hits: CommandHit[] = [
    ...(symbol ? [{ href: resolutionAddress(symbol.canonical), label: symbol.canonical }] : []),
    ...(session && held?.ok
      ? [
          {
            href: sessionAddress(session.organ, session.session),
            label: (await getReader()).say.session(session.organ, session.session),
          },
        ]
      : []),
    ...(tasks.ok
      ? tasks.value.rows.map((task) => ({
          href: taskAddress(task.number),
          label: task.ask,
          detail: `${task.symbol} § ${task.para}`,
        }))
      : []),
    ...(bodies.ok ? bodies.value.map((body) => ({ href: bodyAddress(body.id), label: body.name })) : []),
  ];
  return Response.json(hits, { headers: { "cache-control": "private, no-store" } });
}
