import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { Section } from "@/app/_ui/page/page-head";
import type { Reader } from "@/app/_ui/reader";
import type { StoredWebhook } from "@/lib/db/webhooks";
import { OnceForm } from "../feeds/once-form";
import { addHook, removeHook } from "./actions";
import styles from "./reminder-settings.module.css";

/** Addresses of chat tools to which digests are posted; the secret that signs them is shown once. */
export function Webhooks({
  rows,
  reader: { t, instant },
}: {
  rows: readonly StoredWebhook[];
  reader: Reader;
}) {
  return (
    <Section id="webhooks" title={t("reminderSettings.webhooks")}>
      <p className={styles.lead}>{t("reminderSettings.webhooksLead")}</p>
      <ul className={styles.list}>
        {rows.map((hook) => (
          <li key={hook.id}>
            <div>
              <bdi>{hook.label || new URL(hook.url).host}</bdi>
              <p>
                <bdi>{new URL(hook.url).host}</bdi>, {instant(hook.createdAt)}
              </p>
            </div>
            <ActionForm action={removeHook.bind(null, hook.id)}>
              <Submit kind="plain" size="small">
                {t("reminderSettings.remove")}
              </Submit>
            </ActionForm>
          </li>
        ))}
      </ul>
      <OnceForm action={addHook} note={t("reminderSettings.secretOnce")} label={t("reminderSettings.secret")}>
        <div className={styles.fields}>
          <TextField name="label" label={t("reminderSettings.hookLabel")} maxLength={80} />
          <TextField
            name="url"
            type="url"
            label={t("reminderSettings.hookUrl")}
            placeholder="https://"
            required
          />
        </div>
        <div>
          <Submit kind="plain">{t("reminderSettings.addHook")}</Submit>
        </div>
      </OnceForm>
    </Section>
  );
}
