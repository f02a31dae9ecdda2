import { Printer } from "lucide-react";
import { PrintAction } from "./print-action";

/** The page is made for paper. The icon is drawn on the server, so that the page ships no icon set. */
export function PrintButton({ label }: { label: string }) {
  return (
    <PrintAction>
      <Printer aria-hidden /> {label}
    </PrintAction>
  );
}
