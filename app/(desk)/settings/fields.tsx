import { type ReactNode, useId } from "react";
import { SelectField } from "@/app/_ui/form/field";
import { roles } from "@/lib/core/task/workflow";
import type { Translate } from "@/lib/i18n/translate";
import styles from "./settings.module.css";

/** A box to tick, its words beside it. */
export function Check({
  name,
  value,
  label,
  isOn = false,
}: {
  name: string;
  value?: string;
  label: ReactNode;
  isOn?: boolean;
}) {
  const id = useId();
  return (
    <span className={styles.check}>
      <input id={id} type="checkbox" name={name} value={value ?? "on"} defaultChecked={isOn} />
      <label htmlFor={id}>{label}</label>
    </span>
  );
}

type Choice = { readonly id: string; readonly name: string };

/** A body of the register, or none. */
export function BodyField({
  name,
  label,
  none,
  bodies,
  chosen,
  id,
  hint,
}: {
  name: string;
  label: string;
  none: string;
  bodies: readonly Choice[];
  chosen?: string | null;
  id?: string;
  hint?: string;
}) {
  return (
    <SelectField
      name={name}
      label={label}
      {...(id === undefined ? {} : { id })}
      {...(hint === undefined ? {} : { hint })}
      defaultValue={chosen ?? ""}
      options={[{ value: "", label: none }, ...bodies.map((body) => ({ value: body.id, label: body.name }))]}
    />
  );
}

/** A role of the five. */
export function RoleField({ t, label, id }: { t: Translate; label: string; id?: string }) {
  return (
    <SelectField
      name="role"
      {...(id === undefined ? {} : { id })}
      label={label}
      defaultValue="CONTRIBUTOR"
      options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
    />
  );
}
