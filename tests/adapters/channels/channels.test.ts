import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { configuredChannels } from "@/lib/adapters/channels/configured";
import { emailChannel, messageIdOf } from "@/lib/adapters/channels/email";
import { signatureFits, webhookChannel } from "@/lib/adapters/channels/webhook";
import type { Channel, Message } from "@/lib/core/reminder/message";
import { backOffSeconds, mostAttempts } from "@/lib/core/reminder/message";
import { startMailServer } from "../../support/mail-server";

const message: Message = {
  id: "digest/ana/1998-08-03/email",
  day: "1998-08-03",
  to: { personId: "ana", name: "Ana", email: "ana@example.org" },
  subject: "1 overdue: 3 August 1998",
  digest: {
    day: "1998-08-03",
    subject: "1 overdue: 3 August 1998",
    lines: [
      {
        taskId: "t",
        taskNumber: 7,
        reference: "A/RES/52/205#op12/1",
        ask: "Include the sub-item",
        why: "It was due on 10 July 1998, 24 days ago.",
        anchorDay: "1998-07-10",
        band: "overdue",
        onBehalfOfName: null,
      },
    ],
    rest: null,
    keys: ["k"],
  },
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
const mailTo = (smtpUrl: string) => {
  const channel = emailChannel({
    smtpUrl,
    from: { name: "Tracker", address: "tracker@example.org" },
    baseUrl: "https://mandates.example.org",
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
  const hook = (url: string): Channel =>
    webhookChannel({
      url,
      secret: "s3cret",
      baseUrl: "https://m.example.org",
      now: () => new Date("2026-01-01T00:00:00Z"),
    });

  it("signs time and body, and names the message so that a second one can be dropped", async () => {
    const { url, requests } = await receive(204);
    expect(await hook(url).send(message)).toEqual({ ok: true, messageId: message.id });
    const { headers, body } = requests[0] ?? { headers: {}, body: "" };
    const [time, signature] = [String(headers["x-mandates-time"]), String(headers["x-mandates-signature"])];
    expect(headers["idempotency-key"]).toBe(message.id);
    expect(signatureFits("s3cret", time, body, signature)).toBe(true);
    expect(signatureFits("s3cret", time, `${body} `, signature)).toBe(false);
    expect(signatureFits("s3cret", `${Number(time) + 1}`, body, signature)).toBe(false);
    expect(signatureFits("other", time, body, signature)).toBe(false);
    expect(JSON.parse(body)).toMatchObject({
      lines: [{ url: "https://m.example.org/tasks/7", urgency: "overdue" }],
    });
  });

  it("is tried again after an error, given up when gone, and follows no redirect", async () => {
    expect(await hook((await receive(500)).url).send(message)).toMatchObject({ ok: false, permanent: false });
    expect(await hook((await receive(410)).url).send(message)).toMatchObject({ ok: false, permanent: true });
    expect(await hook((await receive(302)).url).send(message)).toMatchObject({ ok: false, permanent: false });
    expect(await hook("http://127.0.0.1:1/").send(message)).toMatchObject({ ok: false, permanent: false });
  });
});

describe("what is configured", () => {
  it("is the inbox alone where nothing is set", () => {
    expect(configuredChannels({} as NodeJS.ProcessEnv).channels).toEqual([]);
  });

  it("is e-mail and webhook where both are set, each with a sentence for the settings page", () => {
    const set = {
      SMTP_URL: "smtp://127.0.0.1:1",
      WEBHOOK_URL: "https://chat.example.org/x",
      WEBHOOK_SECRET: "s",
    };
    const { channels, close } = configuredChannels(set as unknown as NodeJS.ProcessEnv);
    closing.push(close);
    expect(channels.map(({ id, describe: say }) => [id, say()])).toEqual([
      ["email", "E-mail from mandates@localhost"],
      ["webhook", "Webhook to chat.example.org"],
    ]);
  });
});

it("waits longer after each try, six hours at most, for more than two days in all", () => {
  const waits = Array.from({ length: mostAttempts - 1 }, (_, index) => backOffSeconds(index + 1));
  expect(waits.slice(0, 3)).toEqual([30, 60, 120]);
  expect(Math.max(...waits)).toBe(6 * 3600);
  expect(waits.reduce((a, b) => a + b, 0)).toBeGreaterThan(2 * 86_400);
});
