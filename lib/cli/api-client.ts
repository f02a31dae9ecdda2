import { writeFileSync } from "node:fs";
import { clientSource } from "@/lib/http/v1/client-source";
import { openApi } from "@/lib/http/v1/openapi";

/** Writes the typed client of the API; tests compare the file with what this would write. */
const target = process.argv[2] ?? "lib/http/v1/client.ts";
writeFileSync(target, clientSource(openApi("")));
console.log(`Written: ${target}`);
