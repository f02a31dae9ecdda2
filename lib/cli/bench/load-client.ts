import { Agent, request } from "node:http";

/** One request of a measurement. */
export type Shot = {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** What a series of requests cost. Times are milliseconds. */
export type Measured = {
  readonly requests: number;
  readonly failures: number;
  readonly median: number;
  readonly p99: number;
  readonly perSecond: number;
  readonly bytes: number;
};

/**
 * Sends `requests` requests over `connections` kept-alive connections, each as soon as the one before it is answered.
 * An answer other than 2xx counts as a failure.
 */
export async function measure(
  port: number,
  next: (index: number) => Shot,
  options: { readonly requests: number; readonly connections: number },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections });
  const times: number[] = [];
  let sent = 0;
  let failures = 0;
  let bytes = 0;
  const worker = async (): Promise<void> => {
    while (sent < options.requests) {
      const shot = next(sent++);
      const began = performance.now();
      const answer = await send(agent, port, shot);
      times.push(performance.now() - began);
      bytes += answer.bytes;
      if (answer.status < 200 || answer.status > 299) failures++;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: options.connections }, worker));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    failures,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    perSecond: times.length / seconds,
    bytes: Math.round(bytes / Math.max(1, times.length)),
  };
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** One request; the bytes are those of the body as it came. Fails where a minute brings no answer. */
export function send(
  agent: Agent | undefined,
  port: number,
  { path, method = "GET", headers = {}, body }: Shot,
): Promise<{ status: number; bytes: number; text: string }> {
  return new Promise((done, failed) => {
    const sending = request({ host: "127.0.0.1", port, path, method, headers, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const all = Buffer.concat(chunks);
        done({ status: answer.statusCode ?? 0, bytes: all.length, text: all.toString("utf8") });
      });
      answer.on("error", failed);
    });
    sending.setTimeout(60_000, () => sending.destroy(new Error(`${path} gave no answer for a minute.`)));
    sending.on("error", failed);
    sending.end(body);
  });
}
