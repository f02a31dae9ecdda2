"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { Result } from "@/lib/core/result";
import type { Requirement } from "@/lib/core/task/workflow";
import { Button } from "../form/button";
import { SelectField, TextField } from "../form/field";
import { useFormAction } from "../form/use-form-action";
import { MoveFields } from "../status/move-fields";
import { useStatusDesk } from "../status/status-desk";
import { announce } from "../toast/announce";
import styles from "./bulk-bar.module.css";

type Option = { readonly value: string; readonly label: string };

/** What a bulk change did: one line of summary, and each refused row with its reason. */
export type BulkResult = Result<{
  readonly message: string;
  readonly rows: readonly { readonly number: number; readonly ok: boolean; readonly message: string }[];
}>;
export type BulkAction = (previous: BulkResult | null, form: FormData) => Promise<BulkResult>;

export type BulkKind = "status" | "owner" | "unit" | "target" | "deadline" | "watch";
export type BulkWords = Readonly<
  Record<
    | "bar"
    | "selected"
    | "what"
    | "apply"
    | "clear"
    | "refused"
    | "move"
    | "choose"
    | "owner"
    | "unit"
    | "nobody"
    | "noUnit"
    | "target"
    | "deadline"
    | "deadlineHint"
    | "authority"
    | "authorityHint"
    | "reason"
    | "watch"
    | "watchOn"
    | "watchOff"
    | "task",
    string
  >
> & { readonly kinds: readonly (Option & { readonly value: BulkKind })[] };

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('input[form="bulk"]'),
];

/**
 * Rises from the foot of the page while rows are ticked: status, owner, unit, own target, deadline, watching. The check
 * boxes belong to this form. Shift-click ticks a stretch, Escape clears. Rows that were changed are let go; refused rows
 * stay ticked and are named with the reason.
 */
export function BulkBar({
  action,
  words,
  moves,
  people,
  units,
}: {
  action: BulkAction;
  words: BulkWords;
  moves: readonly (Option & { readonly needs: readonly Requirement[] })[];
  people: readonly Option[];
  units: readonly Option[];
}) {
  const [result, send, isBusy] = useFormAction(action);
  const [count, setCount] = useState(0);
  const [kind, setKind] = useState<BulkKind>(words.kinds[0]?.value ?? "watch");
  const [transition, setTransition] = useState("");
  useTicking(setCount);
  useEffect(() => {
    if (!result) return;
    announce(result.ok ? { text: result.value.message } : { text: result.error.message, tone: "alert" });
    if (!result.ok) return;
    const refused = new Set(result.value.rows.filter((row) => !row.ok).map((row) => String(row.number)));
    for (const box of boxes()) box.checked = refused.has(box.value.split(" ")[0] ?? "") && box.checked;
    setCount(boxes().filter((box) => box.checked).length);
  }, [result]);
  const clear = () => {
    for (const box of boxes()) box.checked = false;
    setCount(0);
  };
  const refusals = result?.ok ? result.value.rows.filter((row) => !row.ok) : [];
  return (
    <form
      id="bulk"
      action={send}
      className={styles.bar}
      data-shown={count > 0 || refusals.length > 0}
      aria-label={words.bar}
      aria-busy={isBusy}
      onKeyDown={(event) => event.key === "Escape" && clear()}
      // React empties a form after its action; the choice is kept, for the rows that were refused.
      onReset={(event) => event.preventDefault()}
    >
      <div className={styles.line}>
        <strong className="num">{words.selected.replace("{n}", String(count))}</strong>
        <SelectField
          name="kind"
          id="bulk-kind"
          label={words.what}
          options={words.kinds}
          value={kind}
          onChange={(event) => setKind(event.target.value as BulkKind)}
        />
        <KindFields {...{ kind, words, moves, people, units, transition }} onTransition={setTransition} />
        <span className={styles.acts}>
          <Button type="submit" kind="primary" aria-disabled={isBusy}>
            {words.apply}
          </Button>
          <Button kind="quiet" onClick={clear}>
            {words.clear}
          </Button>
        </span>
      </div>
      {refusals.length > 0 ? (
        <div role="status">
          <p className={styles.refusedHead}>{words.refused}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and keys must reach it. */}
          <ul className={styles.refusals} tabIndex={0} aria-label={words.refused}>
            {refusals.map((row) => (
              <li key={row.number}>
                <strong>{words.task.replace("{n}", String(row.number))}</strong> {row.message}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </form>
  );
}

function KindFields({
  kind,
  words,
  moves,
  people,
  units,
  transition,
  onTransition,
}: {
  kind: BulkKind;
  words: BulkWords;
  moves: readonly (Option & { readonly needs: readonly Requirement[] })[];
  people: readonly Option[];
  units: readonly Option[];
  transition: string;
  onTransition: (name: string) => void;
}): ReactNode {
  const desk = useStatusDesk();
  const reason = <TextField name="reason" id="bulk-reason" label={words.reason} />;
  switch (kind) {
    case "status": {
      const move = moves.find((one) => one.value === transition);
      return (
        <>
          <SelectField
            name="transition"
            id="bulk-transition"
            label={words.move}
            options={[{ value: "", label: words.choose }, ...moves]}
            value={transition}
            onChange={(event) => onTransition(event.target.value)}
            required
          />
          {move ? (
            <MoveFields move={{ name: `bulk-${move.value}`, needs: move.needs }} words={desk.words} />
          ) : null}
        </>
      );
    }
    case "owner":
      return (
        <SelectField
          name="ownerId"
          id="bulk-owner"
          label={words.owner}
          options={[{ value: "", label: words.nobody }, ...people]}
        />
      );
    case "unit":
      return (
        <SelectField
          name="responsibleId"
          id="bulk-unit"
          label={words.unit}
          options={[{ value: "", label: words.noUnit }, ...units]}
        />
      );
    case "target":
      return (
        <>
          <TextField name="internalTarget" id="bulk-target" type="date" label={words.target} />
          {reason}
        </>
      );
    case "deadline":
      return (
        <>
          <TextField
            name="deadline"
            id="bulk-deadline"
            label={words.deadline}
            hint={words.deadlineHint}
            required
          />
          <TextField
            name="authorisingText"
            id="bulk-authority"
            label={words.authority}
            hint={words.authorityHint}
          />
          <TextField name="reason" id="bulk-reason" label={words.reason} required />
        </>
      );
    case "watch":
      return (
        <SelectField
          name="watch"
          id="bulk-watch"
          label={words.watch}
          options={[
            { value: "1", label: words.watchOn },
            { value: "0", label: words.watchOff },
          ]}
        />
      );
  }
}

/** Counts ticked boxes; ranges by Shift are ticked by the table's own keys, which tell of each change. */
function useTicking(setCount: (count: number) => void): void {
  useEffect(() => {
    const recount = () => setCount(boxes().filter((box) => box.checked).length);
    document.addEventListener("change", recount);
    recount();
    return () => document.removeEventListener("change", recount);
  }, [setCount]);
}
