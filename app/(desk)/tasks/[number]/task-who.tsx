import Link from "next/link";
import { bodyAddress } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import type { TaskPage } from "@/lib/services/types";
import { Lit, lightsBody } from "./lights";
import styles from "./task.module.css";
import { markBlocked, nameOwner, nameUnit } from "./task-actions";

/** Whom the text asks, and who in the house answers for it. */
export function TaskWho({ page, reader }: { page: TaskPage; reader: Reader }) {
  const { t } = reader;
  const { row, bodies, may } = page;
  const at = { number: row.number, expectedVersion: row.version };
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.who")}</h2>
      <dl className={styles.pairs}>
        {bodies.map((body) => (
          <div key={`${body.role} ${body.printed} ${body.spans[0]?.start}`}>
            <dt>{t(`bodyRole.${body.role}`)}</dt>
            <dd data-lights={body.bodyId ? lightsBody(page, body) : undefined}>
              {body.bodyId ? (
                <Link href={bodyAddress(body.bodyId)}>{reader.body(body.name)}</Link>
              ) : (
                <Lit id={lightsBody(page, body)}>{reader.body(body.name)}</Lit>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t("task.responsible")}</dt>
          <dd>
            {row.responsible ? (
              <Link href={bodyAddress(row.responsible.id)}>{reader.body(row.responsible.name)}</Link>
            ) : (
              <span className={styles.quiet}>{t("task.noUnit")}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t("task.owner")}</dt>
          <dd>{row.owner?.name ?? <span className={styles.quiet}>{t("tasks.nobody")}</span>}</dd>
        </div>
      </dl>
      {page.isPast ? null : (
        <div className="no-print">
          {may.assign && page.possibleOwners.length > 0 ? (
            <details className={styles.more}>
              <summary>{t("task.assignOwner")}</summary>
              <ActionForm action={nameOwner.bind(null, at)} className={styles.inline}>
                <SelectField
                  name="ownerId"
                  label={t("task.owner")}
                  defaultValue={row.owner?.id ?? ""}
                  options={[
                    { value: "", label: t("task.nobody") },
                    ...page.possibleOwners.map((person) => ({ value: person.id, label: person.name })),
                  ]}
                />
                <Submit kind="plain">{t("task.save")}</Submit>
              </ActionForm>
            </details>
          ) : null}
          {may.assign && page.possibleUnits.length > 0 ? (
            <details className={styles.more}>
              <summary>{t("task.assignUnit")}</summary>
              <ActionForm action={nameUnit.bind(null, at)} className={styles.inline}>
                <SelectField
                  name="responsibleId"
                  label={t("task.responsible")}
                  defaultValue={row.responsible?.id ?? ""}
                  options={[
                    { value: "", label: t("task.noUnit") },
                    ...page.possibleUnits.map((unit) => ({ value: unit.id, label: unit.name })),
                  ]}
                />
                <Submit kind="plain">{t("task.save")}</Submit>
              </ActionForm>
            </details>
          ) : null}
          {may.block && !row.isBlocked ? (
            <details className={styles.more}>
              <summary>{t("task.block")}</summary>
              <ActionForm action={markBlocked.bind(null, at)} className={styles.inline}>
                <TextField
                  name="reason"
                  id="block-reason"
                  label={t("menu.fields.reason")}
                  hint={t("task.blockHint")}
                  required
                />
                <Submit kind="plain">{t("task.save")}</Submit>
              </ActionForm>
            </details>
          ) : null}
        </div>
      )}
    </section>
  );
}
