"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { address, taskAddress } from "@/app/_ui/addresses";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import formStyles from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import type { SheetField } from "@/lib/core/import/fields";
import importStyles from "../import.module.css";
import { readOrApply, type SheetStep } from "./actions";
import styles from "./sheet.module.css";

type Words = Readonly<
  Record<
    | "file"
    | "fileHint"
    | "sheetNo"
    | "sheetNoHint"
    | "look"
    | "apply"
    | "again"
    | "reason"
    | "reasonHint"
    | "columns"
    | "noColumn"
    | "changes"
    | "row"
    | "task"
    | "problem"
    | "nothing"
    | "more"
    | "done"
    | "another",
    string
  >
>;
type Preview = Extract<Extract<SheetStep, { ok: true }>["value"], { step: "preview" }>;
type Fields = readonly { readonly field: SheetField; readonly name: string }[];

/** One form all along: the file stays chosen while its columns and its changes are looked over. */
export function SheetForm({ words, fields }: { words: Words; fields: Fields }) {
  const [state, send, isBusy] = useActionState(readOrApply, null);
  const result = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state) result.current?.focus();
  }, [state]);
  const read = state?.ok ? state.value : null;
  if (read?.step === "done")
    return (
      <section ref={result} tabIndex={-1} className={importStyles.result} aria-label={words.done}>
        <Note tone={read.rows.some((row) => !row.ok) ? "warn" : "good"}>{read.counts}.</Note>
        <ul className={styles.outcomes}>
          {read.rows.map((row) => (
            <li key={row.at} data-ok={row.ok}>
              <span>
                {words.row} {row.at}
                {row.number === null ? null : (
                  <>
                    {" · "}
                    <Link href={taskAddress(row.number)}>
                      {words.task} {row.number}
                    </Link>
                  </>
                )}
              </span>
              <span>{row.message}</span>
            </li>
          ))}
        </ul>
        <div className={formStyles.row}>
          <Button onClick={() => window.location.assign(address("/import/sheet"))}>{words.another}</Button>
        </div>
      </section>
    );
  return (
    <form
      action={send}
      className={importStyles.form}
      aria-busy={isBusy}
      onReset={(event) => event.preventDefault()}
    >
      <TextField
        name="file"
        type="file"
        label={words.file}
        hint={words.fileHint}
        accept=".xlsx,.csv,.tsv,.txt"
        required
      />
      <TextField
        name="sheetNo"
        type="number"
        min={1}
        max={200}
        defaultValue={1}
        label={words.sheetNo}
        hint={words.sheetNoHint}
        className={styles.short}
      />
      {state && !state.ok ? (
        <section ref={result} tabIndex={-1}>
          <Note tone="alert">{state.error.message}</Note>
        </section>
      ) : null}
      {read ? (
        <section ref={result} tabIndex={-1} className={importStyles.result} aria-label={words.changes}>
          <Columns preview={read} words={words} fields={fields} />
          <h2>{words.changes}</h2>
          <p>{read.hasChanges || read.rows.length > 0 ? `${read.counts}.` : words.nothing}</p>
          <Changes preview={read} words={words} />
          {read.isCut ? <p>{words.more}</p> : null}
          {read.hasChanges ? (
            <TextField name="reason" label={words.reason} hint={words.reasonHint} maxLength={1000} />
          ) : null}
          <input type="hidden" name="digest" value={read.digest} />
        </section>
      ) : null}
      <div className={formStyles.row}>
        {read?.hasChanges ? (
          <Submit name="intent" value="apply">
            {words.apply}
          </Submit>
        ) : null}
        <Submit name="intent" value="read" kind={read?.hasChanges ? "plain" : "primary"}>
          {read ? words.again : words.look}
        </Submit>
      </div>
    </form>
  );
}

function Columns({ preview, words, fields }: { preview: Preview; words: Words; fields: Fields }) {
  const options = [
    { value: "", label: words.noColumn },
    ...preview.headings.map((heading, index) => ({
      value: String(index),
      label: heading.slice(0, 60) || `(${index + 1})`,
    })),
  ];
  return (
    <details>
      <summary>{words.columns}</summary>
      <div className={styles.columns}>
        {fields.map(({ field, name }) => (
          <SelectField
            key={`${field} ${preview.mapping[field] ?? ""}`}
            name={`column-${field}`}
            label={name}
            options={options}
            defaultValue={String(preview.mapping[field] ?? "")}
          />
        ))}
      </div>
    </details>
  );
}

function Changes({ preview, words }: { preview: Preview; words: Words }) {
  return (
    <ol className={styles.rows}>
      {preview.rows.map((row) => (
        <li key={row.at}>
          <p className={styles.which}>
            <span>
              {words.row} {row.at}
            </span>
            {row.number === null ? <bdi>{row.reference}</bdi> : null}
            {row.number === null ? null : (
              <Link href={taskAddress(row.number)}>
                {words.task} {row.number}
              </Link>
            )}
            <span className={styles.ask}>{row.ask}</span>
          </p>
          {row.stale ? <p className={styles.stale}>{row.stale}</p> : null}
          {row.problems.map((problem) => (
            <p key={problem} className={styles.problem}>
              {words.problem}: {problem}
            </p>
          ))}
          {row.problems.length > 0 ? null : (
            <dl className={styles.changes}>
              {row.changes.map((change) => (
                <div key={change.field}>
                  <dt>{change.field}</dt>
                  <dd>
                    {change.from ? <del>{change.from}</del> : null} <ins>{change.to || "–"}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ol>
  );
}
