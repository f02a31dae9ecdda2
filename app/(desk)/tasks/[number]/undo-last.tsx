"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/app/_ui/form/button";
import { orLost } from "@/app/_ui/form/or-lost";
import { announce } from "@/app/_ui/toast/announce";
import { undoStatus } from "../actions";

/** Takes the last change back: the same as the Undo of the message, without a clock. */
export function UndoLast({ number, version, label }: { number: number; version: number; label: string }) {
  const [isBusy, start] = useTransition();
  const router = useRouter();
  const undo = () =>
    start(async () => {
      const result = await orLost(undoStatus({ number, expectedVersion: version }), null);
      if (result === null) return;
      announce(result.ok ? { text: result.value.sentence } : { text: result.error.message, tone: "alert" });
      router.refresh();
    });
  return (
    <Button kind="quiet" size="small" onClick={undo} aria-disabled={isBusy} className="no-print">
      {label}
    </Button>
  );
}
