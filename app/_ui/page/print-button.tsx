"use client";

import { Printer } from "lucide-react";
import { Button } from "../form/button";

/** Opens the browser's print: the page is made for paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden /> {label}
    </Button>
  );
}
