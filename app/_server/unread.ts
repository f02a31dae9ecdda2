import "server-only";
import { unreadCount } from "@/lib/services/reminders";
import { askPlain } from "./context";

/** How many messages of the inbox this person has not read; none where that cannot be told just now. */
export async function unreadOf(): Promise<number> {
  const count = await askPlain(unreadCount);
  return count.ok ? count.value : 0;
}
