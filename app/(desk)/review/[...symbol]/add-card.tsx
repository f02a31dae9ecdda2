"use client";

import { useEffect, useState } from "react";
import styles from "../review.module.css";
import { type Place, useReviewDesk } from "./review-desk";
import { ValuesForm } from "./values-form";

type Selected = Place & { text: string };

/** Appears under the paragraph in which words were selected and N was pressed: a new action from those words. */
export function AddCard({ paragraphId, para }: { paragraphId: string; para: string }) {
  const { words, add } = useReviewDesk();
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const listen = (event: Event) => {
      const detail = (event as CustomEvent<Selected>).detail;
      setSelected(detail.paragraphId === paragraphId ? detail : null);
    };
    window.addEventListener("mandates:selection", listen);
    return () => window.removeEventListener("mandates:selection", listen);
  }, [paragraphId]);
  if (!selected) return null;
  const empty = {
    verb: "request",
    lead: "",
    with: "",
    deliverable: "implementation",
    deadline: "",
    ask: selected.text,
    agendaTitle: "",
  };
  return (
    <div className={styles.card}>
      <p>
        <strong>{words.newAction.replace("{para}", para)}</strong>
      </p>
      <ValuesForm
        parts={[empty]}
        save={words.add}
        onCancel={() => setSelected(null)}
        onSave={([values]) => {
          if (!values) return;
          setSelected(null);
          void add(selected, values, words.said.added.replace("{para}", para));
        }}
      />
    </div>
  );
}
