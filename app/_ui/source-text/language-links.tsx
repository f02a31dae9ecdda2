import Link from "next/link";
import styles from "./language-switch.module.css";

/** Links to the same page with its text in another language: the address says which, so that it can be sent. */
export function LanguageLinks({
  label,
  current,
  languages,
}: {
  label: string;
  current: string;
  languages: readonly { readonly language: string; readonly name: string; readonly href: string }[];
}) {
  if (languages.length < 2) return null;
  return (
    <nav className={styles.switch} aria-label={label}>
      {languages.map(({ language, name, href }) => (
        <Link
          key={language}
          href={href}
          className={styles.choice}
          lang={language}
          hrefLang={language}
          aria-current={language === current ? "true" : undefined}
          scroll={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
