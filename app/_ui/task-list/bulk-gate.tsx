"use client";

import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import type { BulkBar as Bar } from "./bulk-bar";

// The bar is fetched when the first row is ticked: most lists are read without it.
const BulkBar = lazy(() => import("./bulk-bar").then((module) => ({ default: module.BulkBar })));

/** Waits for the first ticked row, then shows the bar of bulk changes; boxes ticked before the page listened count too. */
export function BulkGate(props: ComponentProps<typeof Bar>) {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    if (isWanted) return;
    const look = () => {
      if (document.querySelector('input[form="bulk"]:checked')) setWanted(true);
    };
    look();
    document.addEventListener("change", look);
    return () => document.removeEventListener("change", look);
  }, [isWanted]);
  return isWanted ? (
    <Suspense>
      <BulkBar {...props} />
    </Suspense>
  ) : null;
}
