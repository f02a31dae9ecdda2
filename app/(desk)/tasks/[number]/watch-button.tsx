"use client";

import { Eye, EyeOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/app/_ui/form/button";
import { announce } from "@/app/_ui/toast/announce";
import { watch } from "./task-actions";

/** Begins or ends watching: who watches is told of every change. */
export function WatchButton({
  number,
  isWatching,
  words,
}: {
  number: number;
  isWatching: boolean;
  words: { watch: string; unwatch: string; hint: string };
}) {
  const [isBusy, start] = useTransition();
  const router = useRouter();
  const change = () =>
    start(async () => {
      const result = await watch(number, !isWatching);
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
      {isWatching ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      {isWatching ? words.unwatch : words.watch}
    </Button>
  );
}
