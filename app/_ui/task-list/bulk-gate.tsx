"use client";

import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import type { BulkBar as Bar, BulkAction } from "./bulk-bar";

// The bar is fetched when the first row is ticked: most lists are read without it.
const BulkBar = lazy(() => import("./bulk-bar").then((module) => ({ default: module.BulkBar })));

/** What there is to choose from in the bar. */
export type BulkChoice = Omit<ComponentProps<typeof Bar>, "action">;

/**
 * Waits for the first ticked row, then asks what there is to choose from and shows the bar of bulk changes; boxes ticked
 * before the page listened count too.
 */
export function BulkGate({
  action,
  load,
}: {
  action: BulkAction;
  /** Nothing where it cannot be told just now: ticking another row asks again. */
  load: () => Promise<BulkChoice | undefined>;
}) {
  const [choice, setChoice] = useState<BulkChoice | null>(null);
  useEffect(() => {
    if (choice !== null) return;
    let isAsked = false;
    const look = async () => {
      if (isAsked || !document.querySelector('input[form="bulk"]:checked')) return;
      isAsked = true;
      setChoice((await load().catch(() => undefined)) ?? null);
      isAsked = false;
    };
    void look();
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, [choice, load]);
  return choice === null ? null : (
    <Suspense>
      <BulkBar action={action} {...choice} />
    </Suspense>
  );
}
