import { redirect } from "next/navigation";
import { address } from "@/app/_ui/addresses";

/** The form "Add or correct a session" leads to the page of that session's dates. */
export function GET(request: Request): never {
  const query = new URL(request.url).searchParams;
  const organ = query.get("organ")?.trim() ?? "";
  const session = query.get("session")?.trim() ?? "";
  if (organ === "" || !/^\d{1,4}$/u.test(session)) redirect(address("/calendar"));
  redirect(address(`/calendar/${encodeURIComponent(organ)}/${Number(session)}`));
}
