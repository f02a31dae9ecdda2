import form from "../form/form.module.css";
import styles from "./take-out.module.css";

/** One document or list that can be taken out, with an address for each of its formats. */
export type TakeOutRow = {
  readonly name: string;
  readonly files: readonly { readonly format: string; readonly href: string }[];
};

/** What can be taken out of a page: each line a document, each format a link to its file. Works without script. */
export function TakeOut({ label, rows }: { label: string; rows: readonly TakeOutRow[] }) {
  return (
    <details data-drop className={`${styles.drop} no-print`}>
      <summary className={form.button}>{label}</summary>
      <ul className={styles.body}>
        {rows.map((row) => (
          <li key={row.name}>
            <span>{row.name}</span>
            <span className={styles.files}>
              {row.files.map((file) => (
                <a key={file.format} href={file.href} download aria-label={`${row.name}, ${file.format}`}>
                  {file.format}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
