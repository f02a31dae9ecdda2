"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again every two seconds while an import is at work and the page is looked at. */
export function LiveImport() {
  const router = useRouter();
  useEffect(() => {
    const ticker = setInterval(() => document.visibilityState === "visible" && router.refresh(), 2_000);
    return () => clearInterval(ticker);
  }, [router]);
  return null;
}
