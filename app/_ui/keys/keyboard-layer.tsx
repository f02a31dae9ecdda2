"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import dialogStyles from "../page/dialog.module.css";
import { closeDrops } from "./drops";
import { onKeys } from "./keys";
import styles from "./keys.module.css";

const places: Readonly<Record<string, Route>> = {
  m: "/my" as Route,
  t: "/tasks" as Route,
  d: "/dashboard" as Route,
  r: "/review" as Route,
  s: "/sessions" as Route,
  i: "/inbox" as Route,
};

/** "G then T" goes to tasks, "?" shows every key. Single-letter keys can be switched off in the person menu. */
export function KeyboardLayer({
  words,
}: {
  words: {
    title: string;
    close: string;
    off: string;
    groups: readonly { name: string; keys: readonly [string, string][] }[];
  };
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const router = useRouter();
  useEffect(closeDrops, []);
  useEffect(() => {
    // Never armed yet: a page younger than the time within which the second key counts must not take a lone "S" for it.
    let armedAt = Number.NEGATIVE_INFINITY;
    return onKeys((key) => {
      if (key === "?") {
        dialog.current?.showModal();
        return true;
      }
      if (key === "g") {
        armedAt = performance.now();
        return false;
      }
      const place = performance.now() - armedAt < 1200 ? places[key] : undefined;
      armedAt = Number.NEGATIVE_INFINITY;
      if (!place) return false;
      router.push(place);
      return true;
    });
  }, [router]);
  return (
    <dialog ref={dialog} className={dialogStyles.dialog} aria-labelledby="keys-title">
      <form method="dialog" className={dialogStyles.head}>
        <h2 id="keys-title">{words.title}</h2>
        <button type="submit" className={dialogStyles.close}>
          {words.close}
        </button>
      </form>
      <div className={styles.groups}>
        {words.groups.map((group) => (
          <section key={group.name}>
            <h3 className={styles.name}>{group.name}</h3>
            <dl className={styles.list}>
              {group.keys.map(([keys, meaning]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(" ").map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={styles.off}>{words.off}</p>
    </dialog>
  );
}
