"use client";

import { type ReactNode, useId, useState } from "react";
import styles from "./language-switch.module.css";

/** One language of a text: its code, its own name, and the text as it is to be shown. */
export type LanguagePanel = { readonly language: string; readonly name: string; readonly body: ReactNode };

/** The same paragraph in several languages, one shown at a time. With one language only, there is nothing to switch. */
export function LanguageSwitch({ label, panels }: { label: string; panels: readonly LanguagePanel[] }) {
  const id = useId();
  const [chosen, choose] = useState(panels[0]?.language);
  if (panels.length < 2) return panels[0]?.body ?? null;
  const shown = panels.find((panel) => panel.language === chosen) ?? panels[0];
  return (
    <>
      <fieldset className={styles.switch} aria-label={label} aria-controls={id}>
        {panels.map(({ language, name }) => (
          <button
            key={language}
            type="button"
            className={styles.choice}
            lang={language}
            aria-pressed={language === shown?.language}
            onClick={() => choose(language)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <div id={id}>{shown?.body}</div>
    </>
  );
}
