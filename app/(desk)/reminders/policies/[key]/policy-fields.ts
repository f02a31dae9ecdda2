import type { ReminderPolicy } from "@/lib/core/reminder/policy";

/** The fields of a policy for the form. */
export function fieldsOf(policy: ReminderPolicy): Record<string, string> {
  const { occasion } = policy;
  return {
    key: policy.key,
    name: policy.name,
    kind: occasion.kind,
    anchor: occasion.anchor,
    amount: String(occasion.kind === "before" ? occasion.amount : 2),
    unit: occasion.kind === "before" ? occasion.unit : "week",
    weekday: String(occasion.kind === "weekdayBefore" ? occasion.weekday : 1),
    days: String(occasion.kind === "overdue" ? occasion.days : 7),
    every: occasion.kind === "overdue" && occasion.every !== undefined ? String(occasion.every) : "",
    times: occasion.kind === "overdue" && occasion.times !== undefined ? String(occasion.times) : "",
    to: policy.to.join(","),
    organs: (policy.organs ?? []).join(", "),
    deliverables: (policy.deliverables ?? []).join(", "),
    bodyIds: (policy.bodyIds ?? []).join(", "),
  };
}

/** What the form holds as a policy; whether it is a good one is the schema's to say. */
export function policyOf(
  fields: Readonly<Record<string, string | undefined>>,
  before: ReminderPolicy | null,
): unknown {
  const anchor = fields.anchor;
  const number = (name: string) => Number(fields[name]);
  const list = (name: string) =>
    (fields[name] ?? "")
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  const narrowed = (name: string) => (list(name).length > 0 ? { [name]: list(name) } : {});
  const optional = (name: string) => (fields[name] ? { [name]: number(name) } : {});
  return {
    key: fields.key,
    name: fields.name,
    occasion:
      fields.kind === "weekdayBefore"
        ? { kind: "weekdayBefore", anchor, weekday: number("weekday") }
        : fields.kind === "overdue"
          ? { kind: "overdue", anchor, days: number("days"), ...optional("every"), ...optional("times") }
          : { kind: "before", anchor, amount: number("amount"), unit: fields.unit },
    to: list("to"),
    ...narrowed("organs"),
    ...narrowed("deliverables"),
    ...narrowed("bodyIds"),
    ...(before?.statuses === undefined ? {} : { statuses: before.statuses }),
  };
}
