import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import styles from "./tasks.module.css";
import { keepView } from "./view-actions";

/** Keeps what the address says under a name: for oneself, or shared. */
export function SaveView({
  query,
  words,
}: {
  query: Readonly<Record<string, string | undefined>>;
  words: { open: string; name: string; share: string; save: string };
}) {
  const kept = Object.entries(query).filter(
    (entry): entry is [string, string] => !!entry[1] && entry[0] !== "cursor",
  );
  return (
    <details data-drop className={styles.drop}>
      <summary className={form.button} data-size="small">
        {words.open}
      </summary>
      <div className={styles.dropBody}>
        <ActionForm action={keepView.bind(null, new URLSearchParams(kept).toString())}>
          <TextField name="name" label={words.name} maxLength={80} required />
          <label className={styles.check}>
            <input type="checkbox" name="isShared" /> {words.share}
          </label>
          <Submit>{words.save}</Submit>
        </ActionForm>
      </div>
    </details>
  );
}
