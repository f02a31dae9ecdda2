import { documentAddress } from "@/lib/core/task/document-address";

/** A document by its symbol, with the way to it on the official document site; plain words where it has no place there. */
export function DocumentLink({ symbol, label }: { symbol: string; label: string }) {
  const href = documentAddress(symbol);
  if (href === null) return <bdi>{symbol}</bdi>;
  return (
    <a href={href} rel="noreferrer" target="_blank" title={label}>
      <bdi>{symbol}</bdi>
    </a>
  );
}
