import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { SignedLink } from "@/lib/db/verify-record";

// A hash chain shows an edit or a gap, but not a tail cut off nor a chain written anew from its first line: whoever owns
// the database can do both. So the ends of all chains are signed each hour and kept outside it. Copy the two files
// "record-heads.jsonl" and "record-key.pub" to another machine, and they hold against the owner of this one too.

const keyFile = (folder: string) => join(folder, "record-key.pem");
const publicKeyFile = (folder: string) => join(folder, "record-key.pub");
const headsFile = (folder: string) => join(folder, "record-heads.jsonl");

const lineSchema = z.strictObject({
  at: z.string(),
  /** Hash of the line before, so that none can be taken out. */
  previous: z.string(),
  heads: z.array(
    z.strictObject({ stream: z.string(), streamSeq: z.string().regex(/^\d+$/), hash: z.string() }),
  ),
  signature: z.string(),
});

/** What was signed so far: the links to compare with, or why the file cannot be trusted. */
export type SignedHeads =
  | { readonly trusted: true; readonly links: readonly SignedLink[]; readonly latest: string | null }
  | { readonly trusted: false; readonly problem: string };

/**
 * Signs the ends of the chains that moved since the last line and appends them to the file in the data folder. Gives how
 * many there were. Throws where the file cannot be trusted any more: a forged one is not continued.
 */
export function signHeads(folder: string, heads: readonly SignedLink[], now: Date): number {
  const known = readSignedHeads(folder);
  if (!known.trusted) throw new Error(`The signed heads of the record are broken: ${known.problem}.`);
  const signed = new Map(known.links.map(({ stream, hash }) => [stream, hash]));
  const moved = heads.filter(({ stream, hash, streamSeq }) => streamSeq > 0n && signed.get(stream) !== hash);
  if (moved.length === 0) return 0;
  const lines = readLines(folder);
  const content = {
    at: now.toISOString(),
    previous: hashOf(lines.at(-1) ?? ""),
    heads: moved.map(({ stream, streamSeq, hash }) => ({ stream, streamSeq: String(streamSeq), hash })),
  };
  const signature = sign(null, Buffer.from(JSON.stringify(content)), privateKey(folder)).toString(
    "base64url",
  );
  appendFileSync(headsFile(folder), `${JSON.stringify({ ...content, signature })}\n`, { mode: 0o600 });
  return moved.length;
}

/** Reads and checks what was signed; nothing signed yet is trusted and empty. */
export function readSignedHeads(folder: string): SignedHeads {
  const lines = readLines(folder);
  if (lines.length === 0) return { trusted: true, links: [], latest: null };
  if (!existsSync(publicKeyFile(folder))) return { trusted: false, problem: "record-key.pub is missing" };
  const key = createPublicKey(readFileSync(publicKeyFile(folder)));
  const links: SignedLink[] = [];
  let latest: string | null = null;
  for (const [index, line] of lines.entries()) {
    const parsed = lineSchema.safeParse(parsedJson(line));
    const where = `line ${index + 1} of record-heads.jsonl`;
    if (!parsed.success) return { trusted: false, problem: `${where} cannot be read` };
    const { signature, ...content } = parsed.data;
    const isSigned = verify(
      null,
      Buffer.from(JSON.stringify(content)),
      key,
      Buffer.from(signature, "base64url"),
    );
    if (!isSigned) return { trusted: false, problem: `${where} was not signed with record-key.pub` };
    if (content.previous !== hashOf(lines[index - 1] ?? ""))
      return { trusted: false, problem: `${where} does not follow from the line before it` };
    for (const head of content.heads) links.push({ ...head, streamSeq: BigInt(head.streamSeq) });
    latest = content.at;
  }
  return { trusted: true, links, latest };
}

const readLines = (folder: string): readonly string[] =>
  existsSync(headsFile(folder))
    ? readFileSync(headsFile(folder), "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];

const hashOf = (line: string): string => createHash("sha256").update(line).digest("hex");

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The key that signs, made at first use, for its owner's eyes alone. */
function privateKey(folder: string): KeyObject {
  if (!existsSync(keyFile(folder))) {
    mkdirSync(folder, { recursive: true });
    const made = generateKeyPairSync("ed25519");
    writeFileSync(publicKeyFile(folder), made.publicKey.export({ type: "spki", format: "pem" }));
    writeFileSync(keyFile(folder), made.privateKey.export({ type: "pkcs8", format: "pem" }), {
      flag: "wx",
      mode: 0o600,
    });
  }
  return createPrivateKey(readFileSync(keyFile(folder)));
}
