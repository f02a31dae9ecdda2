"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

/** A way that takes longer shows rows under way instead of the page that is left. */
const patience = 200;
/** A download leaves no page: what was shown comes back by itself. */
const givenUp = 15_000;

/**
 * What is on the way after a link was followed. The first page comes whole from the server, so that it can be read before
 * any script; only ways from page to page pass here. A side panel keeps its list.
 */
export function Arriving({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stay = () => {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      setLeaving(false);
    };
    const leave = (event: MouseEvent) => {
      if (!leavesThePage(event)) return;
      stay();
      timers = [setTimeout(() => setLeaving(true), patience), setTimeout(stay, givenUp)];
    };
    document.addEventListener("click", leave, true);
    window.addEventListener("pageshow", stay);
    return () => {
      stay();
      document.removeEventListener("click", leave, true);
      window.removeEventListener("pageshow", stay);
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the address is the event: arriving ends the wait
  }, [here]);
  return (
    <>
      {isLeaving ? skeleton : null}
      <div hidden={isLeaving}>{children}</div>
    </>
  );
}

function leavesThePage(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!link || link.hasAttribute("download") || (link.getAttribute("target") ?? "_self") !== "_self")
    return false;
  const to = new URL(link.getAttribute("href") ?? "", location.href);
  // Another page of ours: not a part of this one, not a file, not a task, which opens beside its list.
  return (
    to.origin === location.origin &&
    to.pathname !== location.pathname &&
    !/^\/(?:api|public\/csv|tasks\/\d+)(?:\/|$)/u.test(to.pathname)
  );
}
