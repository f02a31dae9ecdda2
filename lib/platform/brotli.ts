import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

/*
 * Scripts and styles of the build, compressed by brotli once after the build: a sixth less over the wire than the gzip
 * that Next makes for each answer anew.
 */

const compress = promisify(brotliCompress);
const types: Readonly<Record<string, string>> = {
  js: "application/javascript; charset=UTF-8",
  css: "text/css; charset=UTF-8",
};
const typeOf = (name: string): string | undefined => types[name.split(".").at(-1) ?? ""];

/** Writes a compressed copy beside each script and style of a build. */
export async function compressBuild(folder: string): Promise<void> {
  const root = join(folder, "static");
  for (const name of filesIn(root)) {
    if (typeOf(name) === undefined) continue;
    writeFileSync(join(root, `${name}.br`), await compress(readFileSync(join(root, name))));
  }
}

/**
 * Answers a request for a script or style that has a compressed copy, where the browser takes it; false leaves the request
 * to Next. Only names found when the server began are known, so no address leads out of the folder.
 */
export function compressedFiles(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const root = join(folder, "static");
  const known = new Map(
    filesIn(root)
      .filter((name) => name.endsWith(".br"))
      .map((name) => [`/_next/static/${name.slice(0, -3)}`, join(root, name)]),
  );
  return (request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    const file = known.get(path);
    const takesIt = /\bbr\b/u.test(String(request.headers["accept-encoding"] ?? ""));
    if (!file || !takesIt || request.method !== "GET" || request.headers.range !== undefined) return false;
    response.writeHead(200, {
      "content-type": typeOf(path) ?? "application/octet-stream",
      "content-encoding": "br",
      "content-length": statSync(file).size,
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
    return true;
  };
}

/** Paths below a folder with "/" between their parts; none where the folder is not there. */
function filesIn(root: string, below = ""): string[] {
  let entries: ReturnType<typeof readFolder>;
  try {
    entries = readFolder(join(root, below));
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesIn(root, path) : [path];
  });
}

const readFolder = (folder: string) => readdirSync(folder, { withFileTypes: true });
