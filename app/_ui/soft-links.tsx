"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Follows plain links that say `data-soft` without loading the whole page anew. A table of some hundred links is drawn
 * as plain anchors: each `Link` costs the server and the browser many times what an anchor does.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element ? event.target.closest("a[data-soft]") : null;
      const href = link?.getAttribute("href");
      if (!href) return;
      event.preventDefault();
      router.push(href as Route);
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}
