import type { Metadata } from "next";
import Link from "next/link";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { Button } from "@/app/_ui/form/button";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { Table } from "@/app/_ui/table/table";
import { can } from "@/lib/auth/policy";
import type { PersonSummary } from "@/lib/db/people";
import { people } from "@/lib/services/people";
import { listPeopleInput } from "@/lib/services/people-inputs";
import { bodyChoices } from "@/lib/services/person-page";
import { BodyField, Check, RoleField } from "../fields";
import { RevealForm } from "../reveal-form";
import styles from "../settings.module.css";
import { invitePerson } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.tabs.people") };
}

/** Everybody with their roles; an Admin opens and invites. */
export default async function PeoplePage({ searchParams }: { searchParams: Query }) {
  const [actor, query, reader] = await Promise.all([signedIn(), firstOf(searchParams), getReader()]);
  const { t } = reader;
  const isAdmin = can(actor, "person.change");
  const includeInactive = query.closed === "on";
  const [found, bodies] = await Promise.all([
    ask(people, listPeopleInput, { text: query.q?.slice(0, 200) ?? "", includeInactive }),
    askPlain(bodyChoices),
  ]);
  return (
    <>
      <PageHead title={t("settings.tabs.people")} lead={t("settings.people.lead")} />
      <form action="/settings/people" className={form.row}>
        <TextField name="q" type="search" label={t("settings.people.search")} defaultValue={query.q ?? ""} />
        {isAdmin ? (
          <Check name="closed" label={t("settings.people.withClosed")} isOn={includeInactive} />
        ) : null}
        <Button type="submit">{t("settings.people.find")}</Button>
      </form>
      <Section id="people" title={t("settings.people.caption")}>
        {found.ok ? (
          <PeopleTable
            rows={found.value}
            isAdmin={isAdmin}
            reader={reader}
            mayHandOver={can(actor, "person.handOver")}
          />
        ) : (
          <Note tone="warn">{found.error.message}</Note>
        )}
      </Section>
      {isAdmin ? (
        <Section id="invite" title={t("settings.people.invite")}>
          <div className={styles.narrow}>
            <RevealForm action={invitePerson} submit={t("settings.people.send")}>
              <TextField name="email" type="email" label={t("settings.people.email")} required />
              <TextField name="name" label={t("settings.people.inviteName")} maxLength={200} required />
              <TextField name="title" label={t("settings.people.inviteTitle")} maxLength={200} />
              <RoleField t={t} label={t("settings.people.role")} />
              <BodyField
                name="bodyId"
                label={t("settings.people.body")}
                none={t("settings.everywhere")}
                bodies={bodies.ok ? bodies.value : []}
              />
            </RevealForm>
          </div>
        </Section>
      ) : null}
    </>
  );
}

function PeopleTable({
  rows,
  isAdmin,
  mayHandOver,
  reader: { t },
}: {
  rows: readonly PersonSummary[];
  isAdmin: boolean;
  mayHandOver: boolean;
  reader: Reader;
}) {
  if (rows.length === 0) return <p>{t("settings.people.noneFound")}</p>;
  return (
    <Table
      stacks
      caption={t("settings.people.caption")}
      head={
        <>
          <th scope="col">{t("settings.people.name")}</th>
          <th scope="col">{t("settings.people.email")}</th>
          <th scope="col">{t("settings.people.roles")}</th>
          <th scope="col">{t("settings.people.state")}</th>
          {mayHandOver ? <td /> : null}
        </>
      }
    >
      {rows.map((person) => (
        <tr key={person.id} id={`person-${person.id}`}>
          <th scope="row">
            {isAdmin ? (
              <Link
                className={styles.name}
                href={address(`/settings/people/${encodeURIComponent(person.id)}`)}
              >
                {person.name}
              </Link>
            ) : (
              person.name
            )}
            {person.title ? <div className={styles.quiet}>{person.title}</div> : null}
          </th>
          <td>
            <bdi>{person.email}</bdi>
          </td>
          <td>
            <ul>
              {person.memberships.map(({ id, role, bodyName }) => (
                <li key={id}>
                  {bodyName
                    ? t("settings.you.role", { role: t(`role.${role}`), body: bodyName })
                    : t("settings.you.roleEverywhere", { role: t(`role.${role}`) })}
                </li>
              ))}
            </ul>
          </td>
          <td data-label={t("settings.people.state")}>
            {person.isActive ? t("settings.people.active") : t("settings.people.inactive")}
          </td>
          {mayHandOver ? (
            <td>
              <Link
                href={address(`/settings/people/${encodeURIComponent(person.id)}/hand-over`)}
                aria-label={t("settings.handOver.title", { name: person.name })}
              >
                {t("settings.people.handOver")}
              </Link>
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}
