import type { ComponentProps, ReactNode } from "react";
import styles from "./form.module.css";

type Frame = { name: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; id?: string };

/** A labelled field: the hint and the error are read out with it. `control` draws the input itself. */
function Field({
  name,
  label,
  hint,
  error,
  id = `field-${name}`,
  control,
}: Frame & {
  control: (props: {
    id: string;
    name: string;
    className: string | undefined;
    "aria-invalid"?: true;
    "aria-describedby"?: string;
  }) => ReactNode;
}) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {control({
        id,
        name,
        className: styles.input,
        ...(error ? { "aria-invalid": true as const } : {}),
        ...(described ? { "aria-describedby": described } : {}),
      })}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** One line of text, a day, a number. */
export function TextField({
  label,
  hint,
  error,
  id,
  name,
  ...input
}: Frame & Omit<ComponentProps<"input">, "name" | "id">) {
  return (
    <Field
      {...{ label, hint, name }}
      {...(error ? { error } : {})}
      {...(id ? { id } : {})}
      control={(props) => <input {...input} {...props} />}
    />
  );
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  id,
  name,
  ...input
}: Frame & Omit<ComponentProps<"textarea">, "name" | "id">) {
  return (
    <Field
      {...{ label, hint, name }}
      {...(error ? { error } : {})}
      {...(id ? { id } : {})}
      control={(props) => <textarea {...input} {...props} />}
    />
  );
}

/** A choice among named values. */
export function SelectField({
  label,
  hint,
  error,
  id,
  name,
  options,
  ...input
}: Frame & { options: readonly { value: string; label: string }[] } & Omit<
    ComponentProps<"select">,
    "name" | "id"
  >) {
  return (
    <Field
      {...{ label, hint, name }}
      {...(error ? { error } : {})}
      {...(id ? { id } : {})}
      control={(props) => (
        <select {...input} {...props}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
