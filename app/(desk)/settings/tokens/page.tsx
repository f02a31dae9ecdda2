import type { Metadata } from "next";
import { askPlain, signedIn } from "@/app/_server/context";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { type ApiScope, apiScopeIds, myTokens } from "@/lib/services/api-tokens";
import { Check } from "../fields";
import { RevealForm } from "../reveal-form";
import styles from "../settings.module.css";
import { newToken, revoke } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.tabs.tokens") };
}

/** The message that says what a scope opens. */
const scopeWords = {
  "tasks:read": "tasksRead",
  "tasks:write": "tasksWrite",
  "resolutions:read": "resolutionsRead",
  "resolutions:write": "resolutionsWrite",
  export: "export",
} as const satisfies Record<ApiScope, string>;

/** Tokens by which programs act for the person who asks. */
export default async function TokensPage() {
  await signedIn();
  const [{ t, instant }, tokens] = await Promise.all([getReader(), askPlain(myTokens)]);
  return (
    <>
      <PageHead title={t("settings.tabs.tokens")} lead={t("settings.tokens.lead")} />
      <Section id="yours" title={t("settings.tokens.yours")}>
        {!tokens.ok ? <Note tone="warn">{tokens.error.message}</Note> : null}
        {tokens.ok && tokens.value.length === 0 ? <p>{t("settings.tokens.none")}</p> : null}
        {tokens.ok && tokens.value.length > 0 ? (
          <Table
            stacks
            caption={t("settings.tokens.yours")}
            head={
              <>
                <th scope="col">{t("settings.tokens.label")}</th>
                <th scope="col">{t("settings.tokens.scopes")}</th>
                <th scope="col">{t("settings.tokens.created")}</th>
                <th scope="col">{t("settings.tokens.ends")}</th>
                <th scope="col">{t("settings.tokens.used")}</th>
                <td />
              </>
            }
          >
            {tokens.value.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.label}</th>
                <td>{token.scopes.join(", ")}</td>
                <td data-label={t("settings.tokens.created")}>{instant(token.createdAt)}</td>
                <td data-label={t("settings.tokens.ends")}>
                  {token.expiresAt ? instant(token.expiresAt) : t("settings.tokens.never")}
                </td>
                <td data-label={t("settings.tokens.used")}>
                  {token.lastUsedAt ? instant(token.lastUsedAt) : t("settings.tokens.never")}
                </td>
                <td className={cells.tight}>
                  <ActionForm action={revoke.bind(null, token.id)}>
                    <Submit
                      kind="plain"
                      size="small"
                      aria-label={t("settings.tokens.endOne", { label: token.label })}
                    >
                      {t("settings.tokens.end")}
                    </Submit>
                  </ActionForm>
                </td>
              </tr>
            ))}
          </Table>
        ) : null}
      </Section>
      <Section id="make" title={t("settings.tokens.make")}>
        <div className={styles.narrow}>
          <RevealForm action={newToken} submit={t("settings.tokens.make")}>
            <TextField name="label" label={t("settings.tokens.label")} maxLength={80} required />
            <fieldset className={styles.checks}>
              <legend>{t("settings.tokens.scopes")}</legend>
              {apiScopeIds.map((scope) => (
                <Check
                  key={scope}
                  name="scopes"
                  value={scope}
                  label={
                    <>
                      <code>{scope}</code>{" "}
                      <span className={styles.quiet}>{t(`settings.tokens.scope.${scopeWords[scope]}`)}</span>
                    </>
                  }
                />
              ))}
            </fieldset>
            <TextField
              name="days"
              type="number"
              min={1}
              max={366}
              defaultValue={90}
              label={t("settings.tokens.days")}
            />
          </RevealForm>
        </div>
      </Section>
    </>
  );
}
