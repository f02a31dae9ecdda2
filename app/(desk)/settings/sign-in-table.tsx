import { ActionForm, type FormState } from "@/app/_ui/form/action-form";
import { Submit } from "@/app/_ui/form/submit";
import type { Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import type { SignInRow } from "@/lib/services/person-page";
import styles from "./settings.module.css";

type End = (signInId: string | null, previous: FormState, form: FormData) => Promise<FormState>;

const methods = ["password", "openid", "link", "invitation"] as const;

/** Browsers in which a person is signed in, each to be ended, and all at once. */
export function SignInTable({
  rows,
  here,
  reader: { t, instant },
  end,
  endAll,
}: {
  rows: readonly SignInRow[];
  here: string | null;
  reader: Reader;
  end: End;
  endAll: string;
}) {
  if (rows.length === 0) return <p>{t("settings.security.signInsNone")}</p>;
  return (
    <div className={styles.list}>
      <Table
        stacks
        caption={t("settings.security.signIns")}
        head={
          <>
            <th scope="col">{t("settings.security.browser")}</th>
            <th scope="col">{t("settings.security.network")}</th>
            <th scope="col">{t("settings.security.by")}</th>
            <th scope="col">{t("settings.security.began")}</th>
            <th scope="col">{t("settings.security.seen")}</th>
            <td />
          </>
        }
      >
        {rows.map((row) => {
          const method = methods.find((one) => one === row.method);
          return (
            <tr key={row.id}>
              <td>
                {browserOf(row.userAgent)}{" "}
                {row.id === here ? (
                  <span className={styles.quiet}>({t("settings.security.here")})</span>
                ) : null}
              </td>
              <td data-label={t("settings.security.network")}>
                <bdi>{row.address}</bdi>
              </td>
              <td data-label={t("settings.security.by")}>
                {method ? t(`settings.security.methods.${method}`) : row.method}
              </td>
              <td data-label={t("settings.security.began")}>{instant(row.createdAt)}</td>
              <td data-label={t("settings.security.seen")}>{instant(row.lastSeen)}</td>
              <td className={cells.tight}>
                {row.id === here ? null : (
                  <ActionForm action={end.bind(null, row.id)}>
                    <Submit
                      kind="plain"
                      size="small"
                      aria-label={t("settings.security.endOne", { address: row.address })}
                    >
                      {t("settings.security.end")}
                    </Submit>
                  </ActionForm>
                )}
              </td>
            </tr>
          );
        })}
      </Table>
      {rows.some(({ id }) => id !== here) ? (
        <ActionForm action={end.bind(null, null)}>
          <div>
            <Submit kind="plain">{endAll}</Submit>
          </div>
        </ActionForm>
      ) : null}
    </div>
  );
}

/** "Firefox, Windows" out of what a browser says of itself; the first words of anything else. */
function browserOf(userAgent: string): string {
  const find = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = find([
    [/Edg\//, "Edge"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = find([
    [/Windows/, "Windows"],
    [/Android/, "Android"],
    [/iPhone|iPad/, "iOS"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  return [browser, system].filter(Boolean).join(", ") || userAgent.slice(0, 40) || "?";
}
