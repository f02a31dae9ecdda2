import { afterEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { fail, ok } from "@/lib/core/result";
import { calm } from "@/lib/http/calm";
import { log } from "@/lib/http/log";
import { parseInput } from "@/lib/http/parse-input";
import { problem } from "@/lib/http/problem";

afterEach(() => vi.restoreAllMocks());

describe("what breaks inside a use case", () => {
  it("reaches the person as a sentence without the error, and the log with it", async () => {
    const written = vi.spyOn(log, "error").mockImplementation(() => undefined);
    const answer = await calm(async () => {
      throw new Error("column secret_thing does not exist");
    });
    expect(answer).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(JSON.stringify(answer)).not.toContain("secret_thing");
    expect(written).toHaveBeenCalledWith(
      expect.objectContaining({
        error: expect.objectContaining({ reason: "column secret_thing does not exist" }),
      }),
      "use case failed",
    );
  });

  it("says to try again where the database is away", async () => {
    vi.spyOn(log, "error").mockImplementation(() => undefined);
    const answer = await calm(async () => {
      throw Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    });
    expect(answer.ok || answer.error.message).toContain("try again");
  });

  it("lets Next's redirects pass", async () => {
    const signal = Object.assign(new Error("NEXT_REDIRECT"), {
      digest: "NEXT_REDIRECT;replace;/sign-in;307;",
    });
    await expect(calm(async () => Promise.reject(signal))).rejects.toBe(signal);
  });

  it("leaves answers as they are", async () => {
    expect(await calm(async () => ok(1))).toEqual(ok(1));
    expect(await calm(async () => fail("conflict", "x"))).toEqual(fail("conflict", "x"));
  });
});

describe("a failure as an HTTP answer", () => {
  it("has the status of its kind", async () => {
    const statuses = [
      ["not-signed-in", 401],
      ["not-permitted", 403],
      ["not-found", 404],
      ["invalid-input", 422],
      ["conflict", 409],
      ["not-allowed-now", 409],
      ["too-many", 429],
      ["unavailable", 503],
    ] as const;
    for (const [code, status] of statuses) {
      const answer = problem({ code, message: "Say what to do." });
      expect(answer.status, code).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ status, code, title: "Say what to do." });
    }
  });
});

describe("input from outside", () => {
  const schema = z.strictObject({ name: z.string().max(5), tags: z.array(z.object({ id: z.number() })) });

  it("names each field at fault by its path, the first reason of each", () => {
    const answer = parseInput(schema, { name: "too long", tags: [{ id: "x" }], extra: 1 });
    expect(answer.ok ? [] : Object.keys(answer.error.fields ?? {}).sort()).toEqual([
      "input",
      "name",
      "tags.0.id",
    ]);
  });

  it("refuses operator objects, prototypes and other shapes without breaking", () => {
    for (const odd of [
      null,
      undefined,
      1,
      "x",
      [],
      { name: { contains: "a" }, tags: [] },
      JSON.parse('{"__proto__":{"name":"a"}}'),
    ])
      expect(parseInput(schema, odd).ok, JSON.stringify(odd)).toBe(false);
    const polluted = z.record(z.string(), z.never());
    parseInput(polluted, JSON.parse('{"__proto__": 1, "constructor": 2}'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
