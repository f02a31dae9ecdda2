import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { Section } from "@/app/_ui/page/page-head";
import { Table } from "@/app/_ui/table/table";
import type { PersonSummary } from "@/lib/db/people";
import type { Translate } from "@/lib/i18n/translate";
import { BodyField, RoleField } from "../../fields";
import styles from "../../settings.module.css";
import { addRole, endRole } from "../actions";

/** The roles of a person: each can be ended with a reason, another can be given. */
export function PersonRoles({
  person,
  bodies,
  t,
}: {
  person: PersonSummary;
  bodies: readonly { readonly id: string; readonly name: string }[];
  t: Translate;
}) {
  return (
    <Section id="roles" title={t("settings.person.rolesTitle")}>
      <p className={styles.quiet}>{t("settings.person.rolesLead")}</p>
      {person.memberships.length > 0 ? (
        <Table
          stacks
          caption={t("settings.person.since", { name: person.name })}
          head={
            <>
              <th scope="col">{t("settings.person.giveRole")}</th>
              <th scope="col">{t("settings.person.giveBody")}</th>
              <td />
            </>
          }
        >
          {person.memberships.map(({ id, role, bodyName }) => (
            <tr key={id}>
              <th scope="row">{t(`role.${role}`)}</th>
              <td>{bodyName ?? t("settings.everywhere")}</td>
              <td>
                <details>
                  <summary>{t("settings.person.end")}</summary>
                  <ActionForm action={endRole.bind(null, id)}>
                    <TextField
                      id={`end-${id}`}
                      name="reason"
                      label={t("settings.why")}
                      maxLength={500}
                      required
                    />
                    <div>
                      <Submit kind="plain" size="small">
                        {t("settings.person.end")}
                      </Submit>
                    </div>
                  </ActionForm>
                </details>
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <p>{t("settings.you.noRoles")}</p>
      )}
      <details className={styles.fold}>
        <summary>{t("settings.person.give")}</summary>
        <ActionForm action={addRole.bind(null, person.id)}>
          <RoleField t={t} label={t("settings.person.giveRole")} />
          <BodyField
            name="bodyId"
            label={t("settings.person.giveBody")}
            none={t("settings.everywhere")}
            bodies={bodies}
          />
          <TextField id="give-reason" name="reason" label={t("settings.why")} maxLength={500} required />
          <div>
            <Submit>{t("settings.person.giveSave")}</Submit>
          </div>
        </ActionForm>
      </details>
    </Section>
  );
}
