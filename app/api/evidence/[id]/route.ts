import { ask } from "@/app/_server/context";
import { problem } from "@/lib/http/problem";
import { evidenceFile } from "@/lib/services/evidence-files";
import { evidenceFileInput } from "@/lib/services/inputs";

/**
 * A file kept as evidence, for download and never for display: no browser runs or sniffs it, and should one open it
 * all the same, it stands in a sandbox without scripts.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const file = await ask(evidenceFile, evidenceFileInput, await params);
  if (!file.ok) return problem(file.error);
  const { name, mediaType, bytes } = file.value;
  const plainName = name.replace(/[^\x20-\x7e]|["\\]/gu, "_");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaType,
      "content-length": String(bytes.length),
      "content-disposition": `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
