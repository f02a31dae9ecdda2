import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { configuredChannels } from "@/lib/adapters/channels/configured";
import { emailChannel, messageIdOf } from "@/lib/adapters/channels/email";
import { addressProblem, guardedPost, isPublicAddress } from "@/lib/adapters/channels/guarded-post";
import { signatureFits, webhookChannel } from "@/lib/adapters/channels/webhook";
import { openMailLink, sealMailLink, webhookSecret } from "@/lib/auth/mail-link";
import type { Message, SendOutcome } from "@/lib/core/reminder/message";
import { backOffSeconds, mostAttempts } from "@/lib/core/reminder/message";
import { startMailServer } from "../../support/mail-server";

const message: Message = {
  id: "digest/ana/1998-08-03/email",
  day: "1998-08-03",
  at: new Date("2026-01-01T00:00:00Z"),
  to: { kind: "person", id: "ana", name: "Ana", email: "ana@example.org", locale: "en" },
  hook: null,
  subject: "1 overdue: 3 August 1998",
  digest: {
    day: "1998-08-03",
    lines: [
      {
        taskId: "t",
        taskNumber: 7,
        reference: "A/RES/52/205#op12/1",
        ask: "Include the sub-item",
        as: "owner",
        reason: {
          anchor: "provisionalAgenda",
          anchorDay: "1998-07-10",
          organ: "GA",
          session: 53,
          policyKey: "p",
          policyName: "P",
        },
        band: "overdue",
        onBehalfOfName: null,
      },
    ],
    counts: { overdue: 1, thisWeek: 0, soon: 0, ahead: 0 },
    rest: null,
    keys: ["k"],
  },
};
const secret = "a secret of at least thirty-two characters";
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const mailTo = (smtpUrl: string) => {
  const channel = emailChannel({
    smtpUrl,
    from: { name: "Tracker", address: "tracker@example.org" },
    baseUrl: "https://mandates.example.org",
    secret,
  });
  closing.push(() => channel.close());
  return channel;
};

describe("e-mail", () => {
  it("keeps the Message-ID when the same message is sent a second time", async () => {
    const server = await startMailServer();
    closing.push(server.stop);
    const channel = mailTo(server.url);
    const [first, second] = [await channel.send(message), await channel.send(message)];
    expect(first).toEqual({ ok: true, messageId: messageIdOf(message.id, "example.org") });
    expect(second).toEqual(first);
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  it("can be tried again after a refused connection, and not after a refused recipient", async () => {
    expect(await mailTo("smtp://127.0.0.1:1").send(message)).toMatchObject({ ok: false, permanent: false });
    const server = await startMailServer({ refuse: () => true });
    closing.push(server.stop);
    expect(await mailTo(server.url).send(message)).toMatchObject({ ok: false, permanent: true });
  });

  it("goes to one address as intended, or nowhere", async () => {
    const server = await startMailServer();
    closing.push(server.stop);
    const channel = mailTo(server.url);
    for (const email of [
      '"a@x"@y.org',
      "a@x.org, b@y.org",
      "a＠x.org",
      "a@x.org\r\nRCPT TO:<b@y.org>",
      "<a@x.org>",
      "",
    ])
      expect(await channel.send({ ...message, to: { ...message.to, email } }), email).toMatchObject({
        ok: false,
        permanent: true,
      });
    expect(server.received).toHaveLength(0);
  });
});

describe("the webhook", () => {
  const receive = async (
    status: number,
  ): Promise<{ url: string; requests: { headers: Record<string, unknown>; body: string }[] }> => {
    const requests: { headers: Record<string, unknown>; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        requests.push({ headers: request.headers, body });
        response.writeHead(status, { location: "http://127.0.0.1:1/elsewhere" }).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    closing.push(() => new Promise((done) => server.close(done)));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, requests };
  };
  const hook = (url: string, trustedHosts = [new URL(url).host]): { send: () => Promise<SendOutcome> } => {
    const channel = webhookChannel({
      secret,
      baseUrl: "https://m.example.org",
      trustedHosts,
      now: () => new Date("2026-01-01T00:00:00Z"),
    });
    return { send: () => channel.send({ ...message, hook: { id: "h1", url } }) };
  };
  const ownSecret = webhookSecret("h1", secret);

  it("signs time and body, and names the message so that a second one can be dropped", async () => {
    const { url, requests } = await receive(204);
    expect(await hook(url).send()).toEqual({ ok: true, messageId: message.id });
    const { headers, body } = requests[0] ?? { headers: {}, body: "" };
    const [time, signature] = [String(headers["x-mandates-time"]), String(headers["x-mandates-signature"])];
    expect(headers["idempotency-key"]).toBe(message.id);
    expect(signatureFits(ownSecret, time, body, signature)).toBe(true);
    expect(signatureFits(ownSecret, time, `${body} `, signature)).toBe(false);
    expect(signatureFits(ownSecret, `${Number(time) + 1}`, body, signature)).toBe(false);
    expect(signatureFits(webhookSecret("h2", secret), time, body, signature)).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      text: expect.stringContaining("Include the sub-item"),
      lines: [{ url: "https://m.example.org/tasks/7", urgency: "overdue" }],
    });
  });

  it("is tried again after an error, given up when gone, and follows no redirect", async () => {
    expect(await hook((await receive(500)).url).send()).toMatchObject({ ok: false, permanent: false });
    expect(await hook((await receive(410)).url).send()).toMatchObject({ ok: false, permanent: true });
    expect(await hook((await receive(302)).url).send()).toMatchObject({ ok: false, permanent: false });
    expect(await hook("http://127.0.0.1:1/").send()).toMatchObject({ ok: false, permanent: false });
  });
});

describe("an address that leads inside", () => {
  it.each([
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[2002:7f00:1::]/",
    "https://169.254.169.254/latest/meta-data",
    "https://10.0.0.1/",
    "https://100.64.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://[fe80::1]/",
    "https://[fd00::1]/",
    "https://0.0.0.0/",
    "https://localhost/",
    "http://93.184.216.34/",
    "https://user:word@93.184.216.34/",
    "file:///etc/passwd",
    "gopher://93.184.216.34/",
    "nothing",
  ])("is refused: %s", async (url) => {
    const outcome = await guardedPost({ url, body: "", headers: {}, trustedHosts: [], timeoutMs: 2_000 });
    expect(outcome).toMatchObject({ kind: "refused" });
  });

  it("is told from the public internet, at the edges of each range", () => {
    for (const address of [
      "93.184.216.34",
      "9.255.255.255",
      "11.0.0.0",
      "172.15.0.1",
      "172.32.0.1",
      "2606:2800::1",
    ])
      expect(isPublicAddress(address), address).toBe(true);
    for (const address of [
      "172.16.0.0",
      "255.255.255.255",
      "224.0.0.1",
      "::",
      "2001:db8::1",
      "fc00::1",
      "x",
      "",
    ])
      expect(isPublicAddress(address), address).toBe(false);
  });

  it("is posted to where the operator named its host, and only with its port", async () => {
    const accepted = addressProblem("http://127.0.0.1:8065/hook", ["127.0.0.1:8065"]);
    expect(accepted).toBeNull();
    expect(addressProblem("http://127.0.0.1:5432/", ["127.0.0.1:8065"])).not.toBeNull();
  });
});

describe("what is configured", () => {
  const environment = (set: Record<string, string>) =>
    ({ AUTH_SECRET: secret, ...set }) as unknown as NodeJS.ProcessEnv;

  it("is the webhooks of people where nothing is set, and mail where there is a server", () => {
    expect(configuredChannels(environment({})).channels.map(({ id }) => id)).toEqual(["webhook"]);
    const { channels, close } = configuredChannels(environment({ SMTP_URL: "smtp://127.0.0.1:1" }));
    closing.push(close);
    expect(channels.map(({ describe: say }) => say())).toEqual([
      { kind: "email", place: "mandates@localhost" },
      { kind: "webhook", place: "" },
    ]);
  });
});

describe("links in a mail", () => {
  const link = {
    kind: "answer",
    personId: "ana",
    taskNumber: 7,
    messageId: message.id,
    expiresAt: new Date("2026-01-15T00:00:00Z"),
  } as const;

  it("open what they were made for, and nothing after a change of one letter", () => {
    const token = sealMailLink(link, secret);
    expect(openMailLink(token, secret)).toEqual(link);
    expect(openMailLink(token, `${secret}x`)).toBeNull();
    for (let at = 0; at < token.length; at += 1) {
      const bent = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
      expect(openMailLink(bent, secret), bent).toBeNull();
    }
    for (const junk of ["", ".", "..", "e30.e30", `${token}.`, "x".repeat(5000)])
      expect(openMailLink(junk, secret)).toBeNull();
  });

  it("carry nothing that a header of mail could not hold", () => {
    for (const id of ["ana", "x".repeat(30)])
      expect(sealMailLink({ kind: "unsubscribe", who: "person", id }, secret)).toMatch(/^[\w-]+\.[\w-]+$/);
  });
});

it("waits longer after each try, six hours at most, for more than two days in all", () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, index) => backOffSeconds(index + 1));
  expect(waits.slice(0, 3)).toEqual([30, 60, 120]);
  expect(Math.max(...waits)).toBe(6 * 3600);
  expect(waits.reduce((a, b) => a + b, 0)).toBeGreaterThan(2 * 86_400);
});
