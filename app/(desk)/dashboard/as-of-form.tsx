import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import styles from "./dashboard.module.css";

/** The day that is looked at; it stands in the address, so a look at the past can be mailed. */
export function AsOfForm({
  asOf,
  words,
  action = "/dashboard",
}: {
  asOf: string;
  words: { label: string; show: string };
  action?: string;
}) {
  return (
    <form action={action} className={styles.asOf}>
      <TextField name="asOf" type="date" label={words.label} defaultValue={asOf} key={asOf} />
      <button type="submit" className={form.button}>
        {words.show}
      </button>
    </form>
  );
}
