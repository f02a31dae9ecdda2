import { TextArea, TextField } from "../form/field";
import { fieldsOf, type Move, type StatusWords } from "./status-moves";

/** The fields that a move asks for, with their hints. */
export function MoveFields({ move, words }: { move: Pick<Move, "name" | "needs">; words: StatusWords }) {
  return fieldsOf(move.needs).map((field) => {
    const text = words.fields[field] ?? { label: field, hint: "" };
    const frame = {
      name: field,
      id: `${move.name}-${field}`,
      label: text.label,
      hint: text.hint || undefined,
    };
    return field === "reason" ? (
      <TextArea key={field} {...frame} rows={3} required />
    ) : (
      <TextField key={field} {...frame} required={field !== "jobNumber" && field !== "documentSymbol"} />
    );
  });
}
