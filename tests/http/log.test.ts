import { describe, expect, it } from "vitest";
import { describeError } from "@/lib/http/log";
import { routeName } from "@/lib/http/route-name";

describe("what the log says", () => {
  it("of an error: its kind, code, reason and places, and no values", () => {
    const error = Object.assign(
      new Error(
        'Invalid invocation:\n{ where: { email: "ana@example.org" } }\nUnique constraint failed on "Ana Silva" for ana@example.org',
      ),
      { code: "P2002" },
    );
    const told = describeError(error);
    expect(told).toMatchObject({ type: "Error", code: "P2002" });
    expect(told.reason).toContain("Unique constraint failed");
    expect(JSON.stringify(told)).not.toMatch(/ana@|Ana Silva/);
    expect(told.at.length).toBeGreaterThan(0);
  });

  it("of anything else thrown: its type alone", () => {
    expect(describeError("ana@example.org")).toEqual({ type: "string", code: "", reason: "", at: [] });
  });

  it.each([
    ["/tasks?q=Ana+Silva", "/tasks"],
    ["/tasks/17", "/tasks/:n"],
    ["/api/v1/tasks/17/moves", "/api/v1/tasks/:n/moves"],
    ["/resolutions/A/RES/52/205", "/resolutions/:id/:n/:n"],
    ["/sessions/GA/81", "/sessions/:id/:n"],
    ["/feeds/mdf_kS9d8Gh2.ics", "/feeds/:id"],
    ["/people/cm3k2j1h40000abcd", "/people/:id"],
    ["/_next/static/chunks/a.js", "/_next"],
    ["/", "/"],
  ])("of the address %s: %s", (url, name) => {
    expect(routeName(url)).toBe(name);
  });
});
