import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

// One registry for the process: the server counts, the page of metrics reads, and the two are built apart.
type Metrics = {
  readonly registry: Registry;
  readonly requests: Histogram<"method" | "route" | "status">;
  readonly inFlight: Gauge;
};

const kept = globalThis as typeof globalThis & { mandatesMetrics?: Metrics };

/** The counters of this process. */
export function metrics(): Metrics {
  kept.mandatesMetrics ??= makeMetrics();
  return kept.mandatesMetrics;
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "mandates_http_request_seconds",
      help: "Time from the request to the last byte of its answer.",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    inFlight: new Gauge({
      name: "mandates_http_requests_in_flight",
      help: "Requests being answered.",
      registers: [registry],
    }),
  };
}
