import type { ReactNode } from "react";
import { BrandMark } from "../shell/brand-mark";
import styles from "./door.module.css";

/** A small page for somebody who is not signed in: the name of the product, one heading, one thing to do. */
export function DoorPage({ brand, title, children }: { brand: string; title: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <p className={styles.brand}>
        <BrandMark /> {brand}
      </p>
      <div className={styles.card}>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
