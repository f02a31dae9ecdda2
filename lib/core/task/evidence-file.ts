import { fail, ok, type Result } from "../result";

/** Largest file that is kept as evidence: documents are linked by symbol, files are for what has none. */
export const largestEvidence = 10 * 1024 * 1024;

/** What may be kept, with how such files begin. Nothing that a browser would run. */
const kinds: readonly {
  readonly mediaType: string;
  readonly endings: readonly string[];
  readonly start: readonly number[];
}[] = [
  { mediaType: "application/pdf", endings: ["pdf"], start: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: "image/png", endings: ["png"], start: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], start: [0xff, 0xd8, 0xff] },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    endings: ["docx"],
    start: [0x50, 0x4b, 3, 4],
  },
  {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    endings: ["xlsx"],
    start: [0x50, 0x4b, 3, 4],
  },
  { mediaType: "text/plain", endings: ["txt"], start: [] },
];

/** The file's plain name and the media type that its ending and its first bytes agree on; else what to do instead. */
export function checkEvidenceFile(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Result<{ name: string; mediaType: string }> {
  const refused = (message: string): Result<never> =>
    fail("invalid-input", message, { fields: { file: message } });
  if (file.bytes.length === 0) return refused("The file is empty. Choose another one.");
  if (file.bytes.length > largestEvidence)
    return refused("The file is larger than 10 MB. Give the symbol of the document or a link instead.");
  const name = plainName(file.name);
  const ending = name.split(".").at(-1)?.toLowerCase() ?? "";
  const kind = kinds.find((one) => one.endings.includes(ending));
  if (!kind)
    return refused(
      "Only PDF, Word, Excel, PNG, JPEG and plain text files are kept. Give a symbol or a link for anything else.",
    );
  if (!kind.start.every((byte, index) => file.bytes[index] === byte))
    return refused(`This is not a ${ending.toUpperCase()} file, though its name says so.`);
  if (kind.start.length === 0 && file.bytes.includes(0))
    return refused("This is not a plain text file, though its name says so.");
  return ok({ name, mediaType: kind.mediaType });
}

/** Without folders, control characters and characters that file systems refuse; at most 120 characters. */
const plainName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  return clean.length <= 120 ? clean : clean.slice(-120);
};
