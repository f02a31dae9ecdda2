import Link from "next/link";
import { address } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import { Section } from "@/app/_ui/page/page-head";
import { addName, placeBody } from "@/app/(desk)/settings/bodies/actions";
import { BodyField } from "@/app/(desk)/settings/fields";
import styles from "@/app/(desk)/settings/settings.module.css";
import type { Translate } from "@/lib/i18n/translate";
import { nameKinds } from "@/lib/services/body-admin";
import type { BodyPage } from "@/lib/services/types";

/** What an Admin changes of a body: its place, its lineage, its names. */
export function BodyAdmin({
  body,
  bodies,
  t,
}: {
  body: BodyPage;
  bodies: readonly { readonly id: string; readonly name: string }[];
  t: Translate;
}) {
  const self = body.lineage.find(({ isThis }) => isThis);
  const others = bodies.filter(({ id }) => id !== body.id);
  return (
    <Section id="keep" title={t("settings.bodies.admin")}>
      <div className={styles.actions}>
        <details className={styles.fold}>
          <summary>{t("settings.bodies.changeTitle")}</summary>
          <ActionForm action={placeBody.bind(null, body.id)}>
            <BodyField
              name="parentId"
              label={t("settings.bodies.parent")}
              none={t("settings.bodies.none")}
              bodies={others}
              chosen={body.parent?.id ?? null}
            />
            <BodyField
              name="successorId"
              label={t("settings.bodies.successor")}
              none={t("settings.bodies.none")}
              bodies={others}
              chosen={body.successorId}
            />
            <div className={form.row}>
              <TextField
                name="validFrom"
                label={t("settings.bodies.validFrom")}
                hint={t("settings.bodies.validHint")}
                defaultValue={self?.validFrom ?? ""}
              />
              <TextField
                name="validTo"
                label={t("settings.bodies.validTo")}
                defaultValue={self?.validTo ?? ""}
              />
            </div>
            <TextField id="place-reason" name="reason" label={t("settings.bodies.source")} required />
            <div>
              <Submit>{t("settings.bodies.change")}</Submit>
            </div>
          </ActionForm>
        </details>
        <details className={styles.fold}>
          <summary>{t("settings.bodies.nameTitle")}</summary>
          <ActionForm action={addName.bind(null, body.id)}>
            <TextField id="new-name" name="name" label={t("settings.bodies.name")} maxLength={300} required />
            <SelectField
              id="new-name-kind"
              name="kind"
              label={t("settings.bodies.nameKind")}
              defaultValue="historical"
              options={nameKinds.map((kind) => ({ value: kind, label: t(`bodies.kinds.${kind}`) }))}
            />
            <TextField id="new-name-source" name="source" label={t("settings.bodies.source")} required />
            <div>
              <Submit>{t("settings.bodies.nameSave")}</Submit>
            </div>
          </ActionForm>
        </details>
      </div>
      <p>
        <Link href={address("/settings/people")}>{t("settings.bodies.people")}</Link>
      </p>
    </Section>
  );
}
