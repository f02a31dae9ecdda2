"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { taskAddress } from "@/app/_ui/addresses";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import { useFormAction } from "@/app/_ui/form/use-form-action";
import { Table } from "@/app/_ui/table/table";
import styles from "../../../settings.module.css";
import { type HandedOver, handEverythingOver } from "./actions";

export type HandOverWords = {
  readonly to: string;
  readonly choose: string;
  readonly why: string;
  readonly submit: string;
  readonly outcome: string;
  readonly task: string;
  readonly state: string;
  readonly moved: string;
  readonly stayed: string;
};

/** Chooses who takes over and says, row by row, what became of each task. */
export function HandOverForm({
  personId,
  receivers,
  words,
}: {
  personId: string;
  receivers: readonly { id: string; name: string }[];
  words: HandOverWords;
}) {
  const act = handEverythingOver.bind(null, personId);
  const [state, send] = useFormAction<NonNullable<HandedOver>>(act);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) note.current?.focus();
  }, [state]);
  return (
    <>
      <form action={send} className={form.form}>
        {state && !state.ok ? (
          <div ref={note} tabIndex={-1} className={form.note} data-tone="alert" role="alert">
            {state.error.message}
          </div>
        ) : null}
        <SelectField
          name="toId"
          label={words.to}
          required
          options={[
            { value: "", label: words.choose },
            ...receivers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField name="reason" label={words.why} maxLength={500} required />
        <div>
          <Submit>{words.submit}</Submit>
        </div>
      </form>
      {state?.ok ? (
        <div ref={note} tabIndex={-1}>
          <div className={form.note} data-tone={state.value.kept > 0 ? "warn" : "good"} role="status">
            {state.value.said}
          </div>
          {state.value.rows.length > 0 ? (
            <Table
              stacks
              caption={words.outcome}
              head={
                <>
                  <th scope="col">{words.task}</th>
                  <th scope="col">{words.state}</th>
                </>
              }
            >
              {state.value.rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">
                    <Link href={taskAddress(row.number)}>
                      <bdi>{row.reference}</bdi>
                    </Link>
                  </th>
                  <td>
                    {row.ok ? words.moved : <span className={styles.stays}>{words.stayed}</span>}{" "}
                    {row.message}
                  </td>
                </tr>
              ))}
            </Table>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
