import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { actions, pages, routes, type Walker, walkers } from "../support/doors";
import { actionsOfTheBuild, call, signedIn } from "./over-http";
import { accounts } from "./support";

// The real app over HTTP, as each role and as nobody, against the written table. No browser: what a browser would be
// shown does not matter here, only what the server answers.

const told = "You may not open this";
const roles = Object.keys(walkers) as Walker[];
let nobody: APIRequestContext;
const as = new Map<Walker, APIRequestContext>();

test.beforeAll(async ({ playwright }, { project }) => {
  const baseURL = project.use.baseURL ?? "";
  nobody = await playwright.request.newContext({ baseURL });
  for (const role of roles) as.set(role, await signedIn(playwright, baseURL, accounts[walkers[role]]));
});
test.afterAll(async () => {
  for (const context of [nobody, ...as.values()]) await context?.dispose();
});

const walker = (role: Walker): APIRequestContext => as.get(role) ?? nobody;
const get = (who: APIRequestContext, path: string, headers: Record<string, string> = {}) =>
  who.get(path, { maxRedirects: 0, headers });
const isSentToSignIn = (answer: APIResponse) =>
  answer.status() >= 300 && answer.status() < 400 && (answer.headers().location ?? "").includes("/sign-in");

test("every page opens to those of its row, and to nobody else", async () => {
  test.setTimeout(300_000);
  const wrong: string[] = [];
  for (const [file, { at, opens }] of Object.entries(pages)) {
    const visitor = await get(nobody, at);
    const isOut =
      opens === "everybody" ? visitor.status() < 500 && !isSentToSignIn(visitor) : isSentToSignIn(visitor);
    if (!isOut) wrong.push(`${file} as nobody answers ${visitor.status()}`);
    for (const role of roles) {
      const answer = await get(walker(role), at);
      if (answer.status() >= 500) wrong.push(`${file} as ${walkers[role]} answers ${answer.status()}`);
      const isOpen = !(await answer.text()).includes(told);
      if (isOpen !== (opens === "everybody" || opens.includes(role)))
        wrong.push(`${file} as ${walkers[role]} is ${isOpen ? "open" : "closed"}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every route answers a visitor and a person as its row says", async () => {
  const wrong: string[] = [];
  for (const [file, { at, nobody: visitor, signedIn: person }] of Object.entries(routes)) {
    const answered = (await get(nobody, at)).status();
    if (answered !== visitor) wrong.push(`${file} as nobody answers ${answered}, not ${visitor}`);
    for (const role of roles) {
      const status = (await get(walker(role), at)).status();
      if (status !== person) wrong.push(`${file} as ${walkers[role]} answers ${status}, not ${person}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every server action refuses a visitor, and each role of its row", async () => {
  test.setTimeout(300_000);
  const known = actionsOfTheBuild();
  const wrong: string[] = [];
  let asked = 0;
  for (const [name, row] of Object.entries(actions)) {
    const action = known.get(name);
    if (action === undefined) wrong.push(`${name} is not in the build`);
    if (action === undefined || row.refused === "public") continue;
    const visitor = await call(nobody, action, row);
    const body = await visitor.text();
    const isOut =
      isSentToSignIn(visitor) || (visitor.headers()["x-action-redirect"] ?? "").includes("/sign-in");
    const isNothing = row.isSilent === true && /^1:"\$undefined"$/m.test(body);
    if (!isOut && !isNothing && !body.includes('"code":"not-signed-in"'))
      wrong.push(`${name} as nobody: ${visitor.status()} ${body.slice(0, 300)}`);
    for (const role of row.refused) {
      const answer = await call(walker(role), action, row);
      const said = await answer.text();
      asked += 1;
      if (!said.includes('"code":"not-permitted"'))
        wrong.push(`${name} as ${walkers[role]}: ${answer.status()} ${said.slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(100);
});

test("nothing opens to a visitor who dodges the proxy, asks for a part of a page, or writes its address oddly", async () => {
  test.setTimeout(120_000);
  const dodges: Record<string, string>[] = [
    ...["middleware", "src/middleware", "proxy", "src/proxy", "app/middleware", "pages/_middleware"].map(
      (name) => ({
        "x-middleware-subrequest": Array(5).fill(name).join(":"),
      }),
    ),
    { "x-middleware-invoke": "1", "x-invoke-path": "/tasks", "x-path": "/" },
    { "x-middleware-rewrite": "/tasks", "x-middleware-next": "1" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "next-url": "/tasks", rsc: "1" },
    { "x-matched-path": "/tasks", "x-now-route-matches": "1" },
  ];
  const paths = [
    "/tasks",
    "/tasks/1",
    "/audit",
    "/settings/people",
    "/tasks.rsc",
    "/tasks?_rsc=abc12",
    "/%74asks",
    "/tasks/",
    "/en/tasks",
    "/(desk)/tasks",
    "/tasks/..%2Faudit",
    "/_next/data/x/tasks.json",
  ];
  const wrong: string[] = [];
  for (const path of paths)
    for (const headers of [{}, ...dodges]) {
      const answer = await get(nobody, path, headers);
      const body = await answer.text();
      const where = `${path} ${JSON.stringify(headers)} answers ${answer.status()}`;
      for (const secret of ["commemorative meeting", "maria.lopez@example.org", "signed in with a password"])
        if (body.includes(secret)) wrong.push(`${where} with "${secret}"`);
      if (answer.status() === 500) wrong.push(where);
    }
  expect(wrong).toEqual([]);
});
