import type { Metadata } from "next";
import { askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { bodyKinds } from "@/lib/services/body-admin";
import { bodyChoices } from "@/lib/services/person-page";
import { BodyField } from "../fields";
import styles from "../settings.module.css";
import { addNewBody } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.tabs.bodies") };
}

/** Adds bodies to the register; those that are there are changed on their own page. */
export default async function BodiesSettingsPage() {
  const [actor, { t }, bodies] = await Promise.all([signedIn(), getReader(), askPlain(bodyChoices)]);
  const choices = bodies.ok ? bodies.value : [];
  return (
    <>
      <PageHead title={t("settings.tabs.bodies")} lead={t("settings.bodies.lead")} />
      <Section id="find" title={t("settings.bodies.find")}>
        <form action="/bodies" className={form.row}>
          <TextField name="q" type="search" label={t("bodies.search")} />
          <Button type="submit">{t("bodies.go")}</Button>
        </form>
      </Section>
      <Section id="add" title={t("settings.bodies.add")}>
        {can(actor, "body.change") ? (
          <div className={styles.narrow}>
            <ActionForm action={addNewBody}>
              <TextField name="name" label={t("settings.bodies.name")} maxLength={300} required />
              <SelectField
                name="kind"
                label={t("settings.bodies.kind")}
                defaultValue="unit"
                options={bodyKinds.map((kind) => ({
                  value: kind,
                  label: t(`settings.bodies.kinds.${kind}`),
                }))}
              />
              <BodyField
                name="parentId"
                label={t("settings.bodies.parent")}
                none={t("settings.bodies.none")}
                bodies={choices}
              />
              <BodyField
                name="continuesId"
                label={t("settings.bodies.continues")}
                hint={t("settings.bodies.continuesHint")}
                none={t("settings.bodies.none")}
                bodies={choices}
              />
              <TextField name="source" label={t("settings.bodies.source")} maxLength={500} required />
              <div>
                <Submit>{t("settings.bodies.addSave")}</Submit>
              </div>
            </ActionForm>
          </div>
        ) : (
          <Note tone="warn">{t("settings.mayNot")}</Note>
        )}
      </Section>
    </>
  );
}
