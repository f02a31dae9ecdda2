import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { networkAddress } from "@/lib/auth/address";
import { safePath } from "@/lib/auth/config";
import { normalizeEmail } from "@/lib/auth/email-address";
import { authSecret, ensureAuthSecret } from "@/lib/auth/secret";
import { sessionCookie } from "@/lib/auth/session-cookie";

describe("the network address of a request", () => {
  it("takes what our own outermost proxy wrote, not what the client wrote before it", () => {
    expect(networkAddress("6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(networkAddress("6.6.6.6, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
    expect(networkAddress("203.0.113.9", 0)).toBe("203.0.113.9");
    expect(networkAddress("::ffff:203.0.113.9", 0)).toBe("203.0.113.9");
  });

  it("counts one IPv6 /64 as one address", () => {
    expect(networkAddress("2001:db8:1:2:aaaa::1", 0)).toBe("2001:db8:1:2::/64");
    expect(networkAddress("2001:0DB8:0001:0002:bbbb:0:0:9", 0)).toBe("2001:db8:1:2::/64");
    expect(networkAddress("::1", 0)).toBe("0:0:0:0::/64");
  });

  it("calls anything else unknown", () => {
    for (const odd of [null, "", "x", "1.2.3", "<script>"]) expect(networkAddress(odd, 0)).toBe("unknown");
  });
});

describe("where a sign-in leads", () => {
  it("stays on this site", () => {
    expect(safePath("/tasks?status=overdue#t3")).toBe("/tasks?status=overdue#t3");
    expect(safePath("http://localhost/my", "http://localhost")).toBe("/my");
  });

  it("goes home instead of to another site or a script", () => {
    for (const url of [
      "https://evil.example/x",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "http://localhost@evil.example/",
      "/.//evil.example",
      "http://[",
    ])
      expect(safePath(url), url).toBe("/");
  });
});

describe("e-mail addresses", () => {
  it("are kept in lower case", () => expect(normalizeEmail("  Olga@Example.ORG ")).toBe("olga@example.org"));

  it("are refused when quoted, doubled, with a look-alike of @, or with line breaks", () => {
    for (const odd of [
      '"a@x"@y.org',
      "a@x@y.org",
      "a＠x.org",
      "a@x.org\r\nBcc: b@y.org",
      "a@x.org,b@y.org",
      "<a@x.org>",
      "a b@x.org",
      "@x.org",
      "a@",
      "a@-x.org",
      "ä@x.org",
      `${"a".repeat(65)}@x.org`,
    ])
      expect(normalizeEmail(odd), odd).toBeNull();
  });
});

describe("the secret", () => {
  it("is made once in the data folder, for its owner's eyes, and kept", () => {
    const folder = mkdtempSync(join(tmpdir(), "secret-"));
    try {
      const environment = { MANDATES_DATA: folder } as unknown as NodeJS.ProcessEnv;
      expect(() => authSecret(environment)).toThrow(/AUTH_SECRET/);
      ensureAuthSecret(folder);
      const first = authSecret(environment);
      ensureAuthSecret(folder);
      expect(authSecret(environment)).toBe(first);
      expect(first.length).toBeGreaterThanOrEqual(64);
      expect(readFileSync(join(folder, "auth-secret"), "utf8")).toBe(first);
      expect(statSync(join(folder, "auth-secret")).mode & 0o077).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("the cookie", () => {
  it("is out of reach of scripts, and bound to https where the app is reached so", () => {
    const plain = sessionCookie({} as NodeJS.ProcessEnv);
    expect(plain).toMatchObject({
      name: "next-auth.session-token",
      options: { httpOnly: true, sameSite: "lax" },
    });
    const secure = sessionCookie({
      NEXTAUTH_URL: "https://mandates.example.org",
    } as unknown as NodeJS.ProcessEnv);
    expect(secure).toMatchObject({ name: "__Secure-next-auth.session-token", options: { secure: true } });
  });
});
