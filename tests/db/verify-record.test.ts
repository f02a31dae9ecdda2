import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appendAudit, auditLink } from "@/lib/db/audit";
import { chainStart, linkHash } from "@/lib/db/chain";
import { inTransaction } from "@/lib/db/client";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { readHeads, verifyRecord } from "@/lib/db/verify-record";
import { readSignedHeads, signHeads } from "@/lib/platform/signed-heads";
import { type TestDatabase, testDatabase } from "../support/database";

let test: TestDatabase;
let owner: pg.Client;
let folder: string;
const at = new Date("2026-03-02T09:00:00.123Z");

// Whoever owns the database may switch its triggers off; the chain and the signed heads are for that case.
beforeAll(async () => {
  test = await testDatabase();
  owner = new pg.Client(poolConfig(parseDatabaseUrl(test.ownerUrl)));
  await owner.connect();
  await owner.query("alter table audit_entry disable trigger all");
});
afterAll(async () => {
  await owner?.end();
  await test?.close();
});

/** Ten lines with all that text and JSON can hold, and the heads as signed after the eighth. */
beforeEach(async () => {
  await owner.query("delete from audit_entry");
  await owner.query("delete from chain_head");
  folder = mkdtempSync(join(tmpdir(), "mandates-heads-"));
  for (let index = 1; index <= 10; index++) {
    await append(index);
    if (index === 8) expect(signHeads(folder, await readHeads(test.url), at)).toBe(1);
  }
  return () => rmSync(folder, { recursive: true, force: true });
});
const append = (index: number) =>
  inTransaction(test.db, (tx) =>
    appendAudit(tx, {
      at,
      actorId: index % 2 === 0 ? null : "eva",
      actorName: 'Éva "Lind" \\ \t\r\n\u0001\u007f 中文 \u2028 😀',
      action: "setting-changed",
      subject: `line ${index}`,
      from: { zz: 1, a: { b: [1, 2.5, -3e-7, null, true], aa: '\\n\t"' }, Z: "\u0001" },
      to: index % 3 === 0 ? null : [{ b: 1, a: "é" }, "text", 12345678901],
      reason: "because",
    }),
  );
const links = () => {
  const signed = readSignedHeads(folder);
  if (!signed.trusted) throw new Error(signed.problem);
  return signed.links;
};
const verdict = () => verifyRecord(test.url, links());

describe("the record", () => {
  it("is found intact, with all that text and JSON can hold", async () => {
    expect(await verdict()).toEqual({ intact: true, links: 10, streams: 1, signed: 1 });
  });

  it("cannot be changed or removed by the app's role, nor by the owner while the triggers stand", async () => {
    for (const table of ["task_event", "audit_entry", "review_decision", "calendar_change"]) {
      const client = new pg.Client(poolConfig(parseDatabaseUrl(test.url)));
      await client.connect();
      try {
        for (const statement of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`])
          await expect(client.query(statement), statement).rejects.toThrow(/permission denied|must be owner/);
      } finally {
        await client.end();
      }
    }
    await owner.query("alter table audit_entry enable trigger all");
    try {
      await expect(owner.query("update audit_entry set reason = 'x'")).rejects.toThrow("is a record");
      await expect(owner.query("delete from audit_entry")).rejects.toThrow("is a record");
      await expect(owner.query("truncate audit_entry")).rejects.toThrow("is a record");
    } finally {
      await owner.query("alter table audit_entry disable trigger all");
    }
  });

  it("names the line whose words were edited", async () => {
    for (const change of [
      "reason = 'another'",
      `"to" = '{"b": 2}'`,
      `"from" = null`,
      "at = at + interval '1 millisecond'",
      "actor_id = 'ben'",
      "action = 'sign-in'",
    ]) {
      const before = (await owner.query("select * from audit_entry where stream_seq = 4")).rows[0];
      await owner.query(`update audit_entry set ${change} where stream_seq = 4`);
      expect(await verdict(), change).toMatchObject({
        intact: false,
        stream: "audit",
        streamSeq: "4",
        rowId: before.id,
        problem: "the line's content does not match its hash",
      });
      await owner.query(
        `update audit_entry set reason = $1, "to" = $2, "from" = $3, at = $4, actor_id = $5, action = $6 where stream_seq = 4`,
        [
          before.reason,
          JSON.stringify(before.to),
          JSON.stringify(before.from),
          before.at,
          before.actor_id,
          before.action,
        ],
      );
    }
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it("names the place from which a line was taken", async () => {
    await owner.query("delete from audit_entry where stream_seq = 5");
    expect(await verdict()).toMatchObject({
      streamSeq: "5",
      problem: expect.stringContaining("line 5 is missing"),
    });
  });

  it("names the first of two lines that changed places", async () => {
    await owner.query("update audit_entry set stream_seq = 99 where stream_seq = 6");
    await owner.query("update audit_entry set stream_seq = 6 where stream_seq = 7");
    await owner.query("update audit_entry set stream_seq = 7 where stream_seq = 99");
    expect(await verdict()).toMatchObject({
      streamSeq: "6",
      problem: "the line does not follow from the line before it",
    });
  });

  it("shows a tail that was cut off, with the recorded end left or set back", async () => {
    await owner.query("delete from audit_entry where stream_seq > 7");
    expect(await verdict()).toMatchObject({
      streamSeq: "8",
      problem: expect.stringContaining("line 8 was signed"),
    });
    await owner.query(
      "update chain_head set stream_seq = 7, hash = (select hash from audit_entry where stream_seq = 7)",
    );
    expect(await verifyRecord(test.url)).toMatchObject({ intact: true }); // the chain alone cannot tell
    expect(await verdict()).toMatchObject({ intact: false, streamSeq: "8" });
  });

  it("shows a chain that was written anew from its first line, and one that is gone", async () => {
    const { rows } = await owner.query("select * from audit_entry order by stream_seq");
    let hash = chainStart;
    for (const row of rows) {
      const line = {
        ...row,
        actorId: row.actor_id,
        actorName: row.actor_name,
        streamSeq: BigInt(row.stream_seq),
      };
      const reason = row.stream_seq === "2" ? "a better story" : row.reason;
      const next = linkHash(hash, auditLink({ ...line, reason }));
      await owner.query("update audit_entry set reason = $1, prev_hash = $2, hash = $3 where id = $4", [
        reason,
        hash,
        next,
        row.id,
      ]);
      hash = next;
    }
    await owner.query("update chain_head set hash = $1", [hash]);
    expect(await verifyRecord(test.url)).toMatchObject({ intact: true }); // the chain alone cannot tell
    expect(await verdict()).toMatchObject({
      streamSeq: "8",
      problem: expect.stringContaining("written anew"),
    });
    await owner.query("delete from audit_entry");
    await owner.query("delete from chain_head");
    expect(await verdict()).toMatchObject({ problem: expect.stringContaining("the whole chain is gone") });
  });

  it("shows lines whose chain has no recorded end", async () => {
    await owner.query("delete from chain_head");
    expect(await verifyRecord(test.url)).toMatchObject({
      problem: expect.stringContaining("end is not on record"),
    });
  });
});

describe("the signed heads", () => {
  const file = () => join(folder, "record-heads.jsonl");

  it("gain a line only when a chain moved, and the key stays", async () => {
    expect(signHeads(folder, await readHeads(test.url), at)).toBe(1);
    expect(signHeads(folder, await readHeads(test.url), at)).toBe(0);
    expect(links().map(({ streamSeq }) => streamSeq)).toEqual([8n, 10n]);
    expect(await verdict()).toMatchObject({ intact: true, signed: 2 });
  });

  it("are not trusted with a changed hash, a line taken out, another's signature or rubbish", async () => {
    signHeads(folder, await readHeads(test.url), at);
    const whole = readFileSync(file(), "utf8");
    const [first = "", second = ""] = whole.split("\n");
    for (const [forged, why] of [
      [whole.replace(/"streamSeq":"8"/, '"streamSeq":"7"'), "was not signed"],
      [`${second}\n`, "does not follow"],
      [`${first}\n${first}\n`, "does not follow"],
      [`${whole}{"at":1}\n`, "cannot be read"],
    ] as const) {
      writeFileSync(file(), forged);
      expect(readSignedHeads(folder)).toMatchObject({
        trusted: false,
        problem: expect.stringContaining(why),
      });
    }
    appendFileSync(file(), "x");
    await expect(async () => signHeads(folder, await readHeads(test.url), at)).rejects.toThrow("broken");
  });
});
