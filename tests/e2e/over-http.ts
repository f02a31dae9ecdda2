import { readFileSync } from "node:fs";
import {
  type APIRequestContext,
  type APIResponse,
  expect,
  type PlaywrightWorkerArgs,
} from "@playwright/test";
import { type ActionRow, Fields, pages } from "../support/doors";

// The app as a program sees it: signed in, with its server actions by name.

/** A person of the demonstration, signed in without a browser. */
export async function signedIn(
  playwright: PlaywrightWorkerArgs["playwright"],
  baseURL: string,
  email: string,
): Promise<APIRequestContext> {
  const context = await playwright.request.newContext({ baseURL });
  const { csrfToken } = await (await context.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password: "follow-up-1998", json: "true" };
  const answer = await context.post("/api/auth/callback/credentials", { form });
  expect(answer.status(), email).toBe(200);
  return context;
}

/** A server action of the build: its id, and a page that holds it. */
export type Action = { readonly id: string; readonly at: string };

/** The actions of the build: by file and name, their id and a page that holds them. */
export function actionsOfTheBuild(): ReadonlyMap<string, Action> {
  const folder = process.env.NEXT_DIST_DIR ?? ".next";
  const { node } = JSON.parse(readFileSync(`${folder}/server/server-reference-manifest.json`, "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; filename?: string; exportedName?: string }>;
  };
  const found = new Map<string, Action>();
  for (const [id, { workers, filename = "", exportedName = "" }] of Object.entries(node)) {
    const file = filename.replace(/^app\//, "");
    const at = Object.keys(workers)
      .map((page) => pages[`${page.replace(/^app\//, "")}.tsx`]?.at)
      .find((path) => path !== undefined);
    // An action inside a function has no name of its own in the build.
    const name = exportedName.startsWith("$$") ? (insideOf[file] ?? exportedName) : exportedName;
    found.set(`${file}#${name}`, { id, at: at ?? "/" });
  }
  return found;
}
const insideOf: Readonly<Record<string, string>> = { "sign-out/page.tsx": "leave" };

/** Calls an action as the app's own script does: arguments in React's form of a reply. */
export function call(who: APIRequestContext, { id, at }: Action, { args }: ActionRow): Promise<APIResponse> {
  // In this order: React reads the fields of a form when it meets the form among the arguments.
  const multipart = new FormData();
  let forms = 0;
  const root = args.map((arg) => {
    if (!(arg instanceof Fields)) return arg;
    forms += 1;
    for (const [name, value] of Object.entries(arg.fields)) multipart.append(`_${forms}_${name}`, value);
    return `$K${forms}`;
  });
  // A text that begins with a dollar is doubled there: React would take it for one of its own marks.
  const isMark = (value: string) => /^\$K\d+$/.test(value);
  multipart.append(
    "0",
    JSON.stringify(root, (_key, value: unknown) =>
      typeof value === "string" && value.startsWith("$") && !isMark(value) ? `$${value}` : value,
    ),
  );
  return who.post(at, {
    multipart,
    maxRedirects: 0,
    headers: { "next-action": id, accept: "text/x-component" },
  });
}
