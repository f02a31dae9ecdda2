import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { checkPassword } from "@/lib/auth/check-password";
import { passSecondStep } from "@/lib/auth/check-second-step";
import { checkLink, mayAskForLink, sendSignInLink } from "@/lib/auth/sign-in-link";
import type { Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { parseInput } from "@/lib/http/parse-input";
import * as tokens from "@/lib/services/api-tokens";
import * as audit from "@/lib/services/audit";
import * as bodies from "@/lib/services/body-admin";
import { changePassword } from "@/lib/services/change-password";
import * as hand from "@/lib/services/hand-over";
import * as invitations from "@/lib/services/invitations";
import * as people from "@/lib/services/people";
import * as inputs from "@/lib/services/people-inputs";
import { personPage } from "@/lib/services/person-page";
import * as step from "@/lib/services/second-step";
import * as settings from "@/lib/services/settings";
import { aWorld, type World } from "./a-world";

let world: World;
beforeAll(async () => {
  process.env.AUTH_SECRET = "a secret for tests, long enough to be one";
  world = await aWorld();
});
afterAll(() => world?.close());

type Use = (deps: Deps, actor: Actor, input: never) => Promise<Result<unknown>>;
const door = (schema: z.ZodType, run: unknown): readonly [z.ZodType, Use] => [schema, run as Use];

/** Every use case of people, sign-in and settings with its schema, and an input that fits. */
const doors: Readonly<Record<string, readonly [door: readonly [z.ZodType, Use], fits: object]>> = {
  people: [door(inputs.listPeopleInput, people.people), { text: "a", bodyId: "desa", includeInactive: true }],
  person: [door(inputs.personInput, people.person), { id: "vic" }],
  personPage: [door(inputs.personInput, personPage), { id: "vic" }],
  add: [
    door(inputs.inviteInput, people.addPersonWithRole),
    { email: "n@example.org", name: "N", title: "T", role: "VIEWER", bodyId: null },
  ],
  giveRole: [
    door(inputs.membershipInput, people.giveRole),
    { personId: "vic", role: "VIEWER", bodyId: "desa", reason: "r" },
  ],
  takeRole: [door(inputs.endMembershipInput, people.takeRole), { membershipId: "x", reason: "r" }],
  rename: [door(inputs.nameInput, people.changePerson), { personId: "vic", name: "V", title: "T" }],
  account: [door(inputs.activeInput, people.setActive), { personId: "sam", isActive: true, reason: "r" }],
  preferences: [
    door(inputs.preferencesInput, people.changePreferences),
    { personId: "vic", locale: "fr", timeZone: "UTC", digestHour: 8, digestDays: [1], urgentAtOnce: true },
  ],
  delegate: [
    door(inputs.delegateInput, people.setDelegate),
    { personId: "vic", delegateId: "ana", from: "1998-08-01", until: "1998-08-02" },
  ],
  signIns: [door(inputs.revokeInput, people.endSignIns), { personId: "vic", signInId: "x", keep: "y" }],
  password: [door(inputs.changePasswordInput, changePassword), { current: "x", next: "y" }],
  holdings: [door(hand.holdingsInput, hand.holdings), { personId: "vic" }],
  handOver: [door(hand.handOverInput, hand.handOver), { personId: "vic", toId: "ana", reason: "r" }],
  inviteAgain: [door(invitations.inviteAgainInput, invitations.inviteAgain), { personId: "vic" }],
  resetStep: [door(step.resetStepInput, step.resetSecondStep), { personId: "vic", reason: "r" }],
  confirmStep: [door(step.codeInput, step.confirmSecondStep), { code: "123456" }],
  setting: [
    door(settings.changeSettingInput, settings.changeSetting),
    { key: "publicPages", value: true, reason: "r" },
  ],
  audit: [
    door(audit.auditInput, audit.auditPage),
    { actor: "vic", action: "sign-in", from: "1998-01-01", to: "1998-12-31", before: "5" },
  ],
  addBody: [
    door(bodies.addBodyInput, bodies.createBody),
    { name: "Walk", kind: "unit", parentId: "desa", continuesId: null, source: "s" },
  ],
  placeBody: [
    door(bodies.changeBodyInput, bodies.changeBody),
    { id: "acc", parentId: null, successorId: null, validFrom: "1974", validTo: null, reason: "r" },
  ],
  nameBody: [
    door(bodies.nameBodyInput, bodies.nameBody),
    { id: "acc", name: "W", kind: "alias", source: "s" },
  ],
  token: [door(tokens.makeTokenInput, tokens.makeToken), { label: "l", scopes: ["export"], days: 3 }],
  endToken: [door(tokens.revokeTokenInput, tokens.endToken), { id: "x" }],
};

const odd: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "x".repeat(1_000_000),
  "' or 1=1 --",
  "%_\\",
  "__proto__",
  "constructor",
  -1,
  0,
  1e308,
  Number.NaN,
  true,
  [],
  ["a", "b"],
  [null],
  {},
  { contains: "" },
  { not: null },
  { gt: "" },
  JSON.parse('{"__proto__": {"role": "ADMIN"}}'),
  new Date(0),
];

describe("hostile input to people, sign-in and settings", () => {
  it.each(Object.keys(doors))(
    "%s answers a value for everything odd in each field, and throws at nobody",
    async (name) => {
      const [[schema, run], fits] = doors[name] ?? doors.people ?? [door(z.never(), null), {}];
      const given = Object.keys(fits).flatMap((field) => odd.map((value) => ({ ...fits, [field]: value })));
      for (const input of [...given, ...odd, { ...fits, more: 1 }]) {
        const parsed = parseInput(schema, input);
        if (!parsed.ok) continue;
        for (const actor of [world.admin, world.viewer]) {
          const answer = await run(world.deps, actor, parsed.value as never);
          expect(typeof answer.ok, `${name} ${JSON.stringify(input)?.slice(0, 200)}`).toBe("boolean");
        }
      }
      expect(await world.db.membership.count({ where: { role: "ADMIN", until: null } })).toBe(1);
    },
  );

  it("signs nobody in, by any way, whatever is typed", async () => {
    const now = new Date();
    for (const text of odd.filter((value): value is string => typeof value === "string")) {
      const address = "10.0.0.1";
      for (const input of [
        { email: text, password: text },
        { email: "eva@example.org", password: text },
      ])
        expect((await checkPassword(world.db, { ...input, address: `${Math.random()}`, now })).ok).toBe(
          false,
        );
      expect((await checkLink(world.db, { token: text, address, now })).ok).toBe(false);
      expect((await passSecondStep(world.db, "none", text, now)).ok).toBe(false);
      expect(typeof (await mayAskForLink(world.db, text, address, now))).toBe("boolean");
      await sendSignInLink(world.db, { email: text, address, now }, async () => {
        throw new Error("A letter went out.");
      });
      expect(await invitations.invited({ db: world.db, clock: { now: () => now } }, text)).toBeNull();
    }
  });
});
