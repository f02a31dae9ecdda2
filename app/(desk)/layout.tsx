import type { ReactNode } from "react";
import { signedIn } from "@/app/_server/context";
import { DeskFrame } from "@/app/_server/desk-frame";

/** Every page behind the sign-in. The slot `peek` holds the side panel, which is a route of its own. */
export default async function DeskLayout({ children, peek }: { children: ReactNode; peek: ReactNode }) {
  return (
    <DeskFrame actor={await signedIn()} peek={peek}>
      {children}
    </DeskFrame>
  );
}
