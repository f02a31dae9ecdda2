import { metricsPage } from "@/lib/http/metrics-page";
import { getDeps } from "@/lib/platform/deps";

export const dynamic = "force-dynamic";

/** Counters for Prometheus; closed unless METRICS_TOKEN is set and the request bears it. */
export const GET = (request: Request): Promise<Response> => metricsPage(request, getDeps);
