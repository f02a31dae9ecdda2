"use client";

import type { ReactNode } from "react";
import { Button } from "../form/button";

/** Opens the browser's print. */
export function PrintAction({ children }: { children: ReactNode }) {
  return <Button onClick={() => window.print()}>{children}</Button>;
}
