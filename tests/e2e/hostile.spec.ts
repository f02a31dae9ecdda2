import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { type ActionRow, actions, Fields, pages, routes } from "../support/doors";
import { type Action, actionsOfTheBuild, call, signedIn } from "./over-http";
import { accounts } from "./support";

// What the running app says to those who mean harm: headers, bundles without secrets, and inputs that broke other doors.

/** `HOSTILE_INPUTS=10000 npm run test:e2e -- hostile` for the long run. */
const inputs = Number(process.env.HOSTILE_INPUTS ?? 300);

let nobody: APIRequestContext;
let secretary: APIRequestContext;
test.beforeAll(async ({ playwright }, { project }) => {
  const baseURL = project.use.baseURL ?? "";
  nobody = await playwright.request.newContext({ baseURL });
  secretary = await signedIn(playwright, baseURL, accounts.secretary);
});
test.afterAll(async () => {
  await nobody.dispose();
  await secretary.dispose();
});

test("every page and route answers with all the headers that protect its reader", async () => {
  const wrong: string[] = [];
  const nonces = new Set<string>();
  for (const at of [...Object.values(pages), ...Object.values(routes)].map((row) => row.at)) {
    const answer = await secretary.get(at, { maxRedirects: 0 });
    const headers = answer.headers();
    const policy = headers["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    // Data and files have a policy of their own or none: nothing in them is drawn.
    const isPage = policy.includes("nonce-") || (headers["content-type"] ?? "").includes("text/html");
    const rules: Record<string, boolean> = {
      "no nosniff": headers["x-content-type-options"] === "nosniff",
      "may be framed": headers["x-frame-options"] === "DENY",
      "sends its address elsewhere": headers["referrer-policy"] === "same-origin",
      "no HSTS": /max-age=31536000/.test(headers["strict-transport-security"] ?? ""),
      "shares its window": headers["cross-origin-opener-policy"] === "same-origin",
      "has the camera": /camera=\(\)/.test(headers["permissions-policy"] ?? ""),
      "names its software": headers["x-powered-by"] === undefined && headers.server === undefined,
      "runs scripts of others":
        !isPage || (/script-src 'self' 'nonce-/.test(policy) && !/script-src[^;]*unsafe/.test(policy)),
      "may be drawn in a page of others": !isPage || policy.includes("frame-ancestors 'none'"),
      "uses a nonce twice": !isPage || (nonce !== "" && !nonces.has(nonce)),
    };
    nonces.add(nonce);
    for (const [fault, isWell] of Object.entries(rules)) if (!isWell) wrong.push(`${at} ${fault}`);
  }
  expect(wrong).toEqual([]);
});

test("no secret of the installation, and no name of one, is in what the browser is given", () => {
  const data = process.env.MANDATES_E2E_DATA ?? "";
  const secrets = ["auth-secret", "postgres.password", "record-key.pem"]
    .filter((name) => existsSync(join(data, name)))
    .map((name) => readFileSync(join(data, name), "utf8").trim());
  expect(secrets.length).toBe(3);
  const named = [
    "NEXTAUTH_SECRET",
    "DATABASE_URL",
    "SMTP_URL",
    "OIDC_CLIENT_SECRET",
    "PRIVATE KEY",
    "argon2",
    "$queryRaw",
  ];
  const folder = join(process.env.NEXT_DIST_DIR ?? ".next", "static");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((entry) => {
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    return [...secrets, ...named]
      .filter((word) => text.includes(word))
      .map((word) => `${entry.name}: ${word.slice(0, 12)}`);
  });
  expect(found).toEqual([]);
});

const nasty: readonly string[] = [
  "", " ", "0", "-1", "1e309", "99999999999999999999", "NaN", "null", "undefined", "[object Object]", "true",
  "0000-00-00", "1998-02-30", "9999-12-31", "-271821-04-20", "\u0000", "\uD800", "\uFEFF", "\u202Eabc", "e\u0301".repeat(200),
  "__proto__", "constructor", "toString", "'; drop table task;--", "\" or 1=1 --", "%00", "%", "%%", "_", "\\",
  "../../../../etc/passwd", "..%2f..%2f", "file:///etc/passwd", "http://169.254.169.254/", "//evil.example", "javascript:alert(1)",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "=cmd|' /C calc'!A0", "\r\nset-cookie: a=b",
  "(".repeat(3000), "a".repeat(6000), "((a+)+)+$", "status:pending ".repeat(300), "\"", "'", "👩‍👩‍👧‍👦", "١٢٣", "第五十三届会议",
  "A/RES/52/205", "A/RES/9999999/9", "S/RES/0 (0)", "GA", "HRC", "53", "tasks", "[]", "{}", "[[[[[[[[[[", '{"a":', '{"$ne":null}',
]; // biome-ignore format: a list of words

/** Numbers that look drawn by lot and are the same in every run: a failure can be looked at again. */
function lot(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const parameters =
  "q,after,before,sort,view,columns,page,limit,status,body,organ,session,from,to,on,as-of,group,peek,next,lang,tab,format".split(
    ",",
  );
const addresses = [...Object.values(pages), ...Object.values(routes)].map((row) => row.at);
const uploads: readonly (readonly [name: string, type: string])[] = [
  ["a.pdf", "application/pdf"], ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["a.xml", "application/xml"], ["a.zip", "application/zip"], ["../a.html", "text/html"], ["a.xlsx", ""], ["a\u202Etxt.exe", "text/plain"],
]; // biome-ignore format: a table
const beginnings = [
  "%PDF-1.7\n",
  "PK\u0003\u0004",
  "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
  "<akomaNtoso>",
  "\uFFFE",
  "",
];

test(`${inputs} hostile inputs get an answer each: none breaks the server, hangs it or is echoed as a script`, async () => {
  test.setTimeout(60_000 + inputs * 400);
  const draw = lot(20_261_126);
  const word = () => nasty[draw(nasty.length)] ?? "";
  const inPath = () => encodeURIComponent(word().replace(/[\uD800-\uDFFF]/g, "\uFFFD")).slice(0, 2000);
  // In one order, whatever the build: a failure can be looked at again.
  const known = [...actionsOfTheBuild()]
    .filter(([name]) => actions[name] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const hostileValue = (depth = 0): unknown => {
    const kind = draw(depth > 2 ? 4 : 7);
    if (kind < 3) return word();
    if (kind === 3) return [null, true, -1, 2 ** 53, 1e308][draw(5)];
    if (kind === 4) return [hostileValue(depth + 1), hostileValue(depth + 1)];
    if (kind === 5) return { [word()]: hostileValue(depth + 1), number: hostileValue(depth + 1) };
    return new Fields({ text: word(), reason: word(), file: hostileFile() });
  };
  const hostileFile = () => {
    const [name, type] = uploads[draw(uploads.length)] ?? ["a", ""];
    return new File([`${beginnings[draw(beginnings.length)]}${word()}${word()}`], name, { type });
  };
  const ways: readonly ((who: APIRequestContext) => Promise<[what: string, answer: APIResponse]>)[] = [
    async (who) => {
      const query = Array.from({ length: 1 + draw(3) }, () => `${parameters[draw(parameters.length)]}=${inPath()}`).join("&");
      const at = `${addresses[draw(addresses.length)]?.split("?")[0]}?${query}`;
      return [at, await who.get(at, { maxRedirects: 0 })];
    },
    async (who) => {
      const parts = (addresses[draw(addresses.length)] ?? "/").split("?")[0]?.split("/") ?? [];
      parts[1 + draw(Math.max(1, parts.length - 1))] = inPath();
      // Two slashes at the beginning would be the address of another host.
      const at = parts.join("/").replace(/^\/*/, "/");
      return [at, await who.get(at, { maxRedirects: 0 })];
    },
    async (who) => {
      const at = addresses[draw(addresses.length)] ?? "/";
      const headers = { [["accept-language", "cookie", "x-request-id", "if-none-match", "range", "authorization", "rsc"][draw(7)] ?? ""]: inPath() };
      return [`${at} ${JSON.stringify(headers)}`, await who.get(at, { maxRedirects: 0, headers })];
    },
    async (who) => {
      const at = `/api/v1/${["tasks", "tasks/1", "tasks/1/status", "resolutions", "sessions", inPath()][draw(6)]}`;
      const method = ["POST", "PATCH", "PUT", "DELETE", "OPTIONS"][draw(5)] ?? "POST";
      return [`${method} ${at}`, await who.fetch(at, { method, data: JSON.stringify(hostileValue() ?? ""), headers: { "content-type": "application/json" }, maxRedirects: 0 })];
    },
    async (who) => {
      const [name, action] = known[draw(known.length)] as [string, Action];
      const row = actions[name] as ActionRow;
      const args = row.args.map((arg) => {
        if (arg instanceof Fields) return new Fields(Object.fromEntries(Object.keys(arg.fields).map((field) => [field, draw(4) === 0 ? hostileFile() : word()])));
        return draw(2) === 0 ? arg : hostileValue();
      });
      return [`${name} ${JSON.stringify(args).slice(0, 200)}`, await call(who, action, { ...row, args: args.some((arg) => arg instanceof Fields) ? args : [...args, hostileValue()] })];
    },
  ]; // biome-ignore format: one door after another
  const wrong: string[] = [];
  const answered = new Map<number, number>();
  for (let nth = 0; nth < inputs; nth++) {
    const who = draw(3) === 0 ? nobody : secretary;
    const began = Date.now();
    const way = ways[nth % ways.length];
    if (way === undefined) continue;
    const [what, answer] = await way(who);
    const status = answer.status();
    answered.set(status, (answered.get(status) ?? 0) + 1);
    if (status >= 500) wrong.push(`${status} ${what}`);
    if (Date.now() - began > 15_000) wrong.push(`${Date.now() - began} ms ${what}`);
    if ((answer.headers()["content-type"] ?? "").includes("text/html")) {
      const body = await answer.text();
      if (/<script>alert\(1\)|<img src=x onerror/.test(body)) wrong.push(`echoed ${what}`);
      if (/root:x:0:0|at \S+ \(\/|PrismaClient/.test(body)) wrong.push(`leaks ${what}`);
    }
  }
  console.log(
    `hostile inputs: ${[...answered]
      .sort(([a], [b]) => a - b)
      .map(([status, times]) => `${times} × ${status}`)
      .join(", ")}`,
  );
  expect(wrong).toEqual([]);
  expect((await nobody.get("/api/ready")).status()).toBe(200);
});
