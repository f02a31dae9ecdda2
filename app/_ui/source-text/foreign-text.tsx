import styles from "./language-switch.module.css";

/** Words in a language of their own, set in its direction whatever the page's. */
export function ForeignText({ text, language, note }: { text: string; language: string; note?: string }) {
  return (
    <>
      <span className={styles.text} lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
        {text}
      </span>
      {note ? <small className={styles.note}>{note}</small> : null}
    </>
  );
}
