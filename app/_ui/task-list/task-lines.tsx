"use client";

import type { ReactNode } from "react";
import type { WorkStatus } from "@/lib/core/task/status";
import type { Timeliness } from "@/lib/core/task/timeliness";
import { StatusCell } from "../status/status-cell";
import { TimelinessTag } from "../status/timeliness-tag";
import { cells } from "../table/table";
import type { TaskColumn } from "./task-columns";
import styles from "./task-list.module.css";

/** One row of a task table as it goes over the wire: words ready to be shown, and nothing that no column shows. */
export type TaskLine = {
  readonly number: number;
  readonly version: number;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly status: WorkStatus;
  /** What holds it up; absent where nothing does. */
  readonly blocked?: string;
  readonly isClosureProposed?: true;
  readonly lead?: string;
  readonly responsible?: string;
  readonly owner?: string;
  readonly session?: string;
  /** The day as a machine and as the reader writes it. */
  readonly due?: readonly [string, string];
  readonly certainty?: string;
  readonly timeliness?: Timeliness;
  readonly step?: readonly [string, string];
  readonly deliverable?: string;
};

/** The words that all rows share. */
export type TaskWords = {
  readonly columns: Readonly<Partial<Record<TaskColumn, string>>>;
  readonly statuses: Readonly<Partial<Record<WorkStatus, string>>>;
  readonly timeliness: Readonly<Partial<Record<Timeliness, string>>>;
  /** With "{n}" where the number of the task stands. */
  readonly select: string;
  readonly blocked: string;
  readonly closureProposed: string;
  readonly expected: string;
  readonly noLead: string;
  readonly noUnit: string;
  readonly nobody: string;
  readonly noDate: string;
};

type Props = { columns: readonly TaskColumn[]; words: TaskWords; isReadOnly: boolean; select?: string };

/**
 * The rows of a task table. They come as data and are drawn here, so that each is sent once and not a second time as a
 * tree of elements: a list of fifty weighs half.
 */
export function TaskLines({ lines, ...shared }: Props & { lines: readonly TaskLine[] }) {
  const { columns, words, select } = shared;
  return lines.map((line) => (
    <tr key={line.number} data-row tabIndex={-1}>
      {select ? (
        <td className={`${cells.tight} ${styles.check}`}>
          <input
            type="checkbox"
            name="task"
            value={`${line.number} ${line.version}`}
            form={select}
            aria-label={words.select.replace("{n}", String(line.number))}
          />
        </td>
      ) : null}
      {columns.map((column) => cellOf(column, line, shared))}
    </tr>
  ));
}

function cellOf(column: TaskColumn, line: TaskLine, { words, isReadOnly }: Props): ReactNode {
  const label = words.columns[column];
  switch (column) {
    case "reference":
      return (
        <th key={column} scope="row" className={`${cells.tight} ${styles.reference}`}>
          <bdi>{line.symbol}</bdi> <span className={styles.para}>{`§ ${line.para}`}</span>
        </th>
      );
    case "ask":
      return (
        <td key={column} className={styles.ask}>
          <a href={`/tasks/${line.number}`} className={styles.title} dir="auto" data-soft>
            {line.ask}
          </a>
          {line.blocked === undefined ? null : (
            <span className={styles.flag} title={line.blocked}>
              {words.blocked}
            </span>
          )}
          {line.isClosureProposed ? <span className={styles.flag}>{words.closureProposed}</span> : null}
        </td>
      );
    case "lead":
      return (
        <td key={column} data-label={label} className={styles.lead}>
          {line.lead === undefined ? (
            <span className={styles.none}>{words.noLead}</span>
          ) : (
            <span className={styles.clamp} dir="auto">
              {line.lead}
            </span>
          )}
        </td>
      );
    case "responsible":
      return (
        <td key={column} data-label={label} className={styles.lead}>
          <span className={line.responsible === undefined ? styles.none : styles.clamp} dir="auto">
            {line.responsible ?? words.noUnit}
          </span>
        </td>
      );
    case "owner":
      return (
        <td key={column} data-label={label} className={cells.tight}>
          {line.owner ?? <span className={styles.none}>{words.nobody}</span>}
        </td>
      );
    case "session":
      return (
        <td key={column} data-label={label} className={cells.tight}>
          {line.session ?? <span className={styles.none}>–</span>}
        </td>
      );
    case "due":
      return (
        <td key={column} data-label={label} className={cells.tight}>
          <span className={styles.due}>
            <Due line={line} words={words} />
            {line.timeliness ? (
              <TimelinessTag
                timeliness={line.timeliness}
                label={words.timeliness[line.timeliness] ?? line.timeliness}
              />
            ) : null}
          </span>
        </td>
      );
    case "step":
      return (
        <td key={column} data-label={label} className={cells.tight}>
          {line.step ? (
            <time dateTime={line.step[0]}>{line.step[1]}</time>
          ) : (
            <span className={styles.none}>–</span>
          )}
        </td>
      );
    case "deliverable":
      return (
        <td key={column} data-label={label} className={cells.tight}>
          {line.deliverable}
        </td>
      );
    case "status":
      return (
        <td key={column} className={cells.tight}>
          <StatusCell
            number={line.number}
            status={line.status}
            label={words.statuses[line.status] ?? line.status}
            isReadOnly={isReadOnly}
          />
        </td>
      );
  }
}

/** The last day in time, in words where it is only expected or not set: never a blank. */
function Due({ line, words }: { line: TaskLine; words: TaskWords }) {
  if (!line.due) return <span className={styles.none}>{words.noDate}</span>;
  const [day, written] = line.due;
  return (
    <span className={line.certainty === undefined ? undefined : styles.expected}>
      <time dateTime={day}>{written}</time>
      {line.certainty === "expected" ? ` ${words.expected}` : ""}
    </span>
  );
}
