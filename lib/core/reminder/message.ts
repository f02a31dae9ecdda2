import type { IsoDate } from "../calendar/rule";
import type { Digest } from "./digest";

/** Who a message is for: a person, or a unit with a mailbox of its own. */
export type Addressee = {
  readonly kind: "person" | "unit";
  /** The id of the person or of the body. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
};

/** What goes to one addressee over one channel. */
export type Message = {
  /** The idempotency key: the same message has the same id, however often it is tried. */
  readonly id: string;
  readonly day: IsoDate;
  /** The instant at which the message was put together; links in it expire from here. */
  readonly at: Date;
  readonly to: Addressee;
  /** Where it is posted, for channels with an address of their own; null for the others. */
  readonly hook: { readonly id: string; readonly url: string } | null;
  readonly subject: string;
  readonly digest: Digest;
};

/** How a try ended. `permanent` means that trying again cannot help (an address that does not exist). */
export type SendOutcome =
  | { readonly ok: true; readonly messageId: string }
  | { readonly ok: false; readonly error: string; readonly permanent: boolean };

/** One way to reach people: one file in `lib/adapters/channels`. */
export type Channel = {
  readonly id: string;
  /** Where messages go, for the settings page: a kind that the page has words for, and its place. */
  readonly describe: () => { readonly kind: "email" | "webhook"; readonly place: string };
  /** At least once: a channel may be asked again with the same id after a crash. Never throws. */
  readonly send: (message: Message) => Promise<SendOutcome>;
};

/** No message waits longer than six hours for its next try. */
export const longestWaitSeconds = 6 * 3600;

/** Seconds to wait before try number `attempts` + 1: half a minute, doubling, up to the longest wait. */
export const backOffSeconds = (attempts: number): number =>
  Math.min(30 * 2 ** (attempts - 1), longestWaitSeconds);

/** After so many tries (nearly three days) a message is left for the Admin to look at. */
export const mostAttempts = 20;
