"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useTransition } from "react";
import { Button } from "@/app/_ui/form/button";
import { orLost } from "@/app/_ui/form/or-lost";
import { announce } from "@/app/_ui/toast/announce";
import { watch } from "./task-actions";

/** Begins or ends watching: who watches is told of every change. */
export function WatchButton({
  number,
  isWatching,
  words,
  icon,
}: {
  number: number;
  isWatching: boolean;
  words: { watch: string; unwatch: string; hint: string };
  icon: ReactNode;
}) {
  const [isBusy, start] = useTransition();
  const router = useRouter();
  const change = () =>
    start(async () => {
      const result = await orLost(watch(number, !isWatching), null);
      if (result === null) return;
      if (!result.ok) announce({ text: result.error.message, tone: "alert" });
      router.refresh();
    });
  return (
    <Button
      kind="quiet"
      size="small"
      className="no-print"
      onClick={change}
      aria-pressed={isWatching}
      aria-disabled={isBusy}
      title={words.hint}
    >
      {icon}
      {isWatching ? words.unwatch : words.watch}
    </Button>
  );
}
