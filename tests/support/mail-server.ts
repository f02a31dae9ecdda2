import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  readonly url: string;
  readonly port: number;
  /** Messages accepted so far, with the recipients of the envelope. */
  readonly received: { readonly mail: ParsedMail; readonly to: readonly string[]; readonly raw: string }[];
  stop(): Promise<void>;
};

/** A real SMTP server on loopback. `refuse` answers 550 to a recipient it is true for. */
export async function startMailServer(
  options: { readonly port?: number; readonly refuse?: (address: string) => boolean } = {},
): Promise<MailServer> {
  const received: MailServer["received"] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(
        options.refuse?.(address) ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null,
      ),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        simpleParser(raw).then((mail) => {
          received.push({ mail, to: session.envelope.rcptTo.map(({ address }) => address), raw });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
