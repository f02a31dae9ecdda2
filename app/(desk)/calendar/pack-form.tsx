import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { addPack } from "./pack-actions";

type Words = Readonly<Record<"file" | "hint" | "reason" | "source" | "add", string>>;

/** One data file with the sessions of one body, with why it is added and where its days come from. */
export function PackForm({ words }: { words: Words }) {
  return (
    <ActionForm action={addPack}>
      <TextField
        name="file"
        type="file"
        accept=".json,application/json"
        label={words.file}
        hint={words.hint}
        required
      />
      <TextField name="reason" id="pack-reason" label={words.reason} required />
      <TextField name="source" id="pack-source" label={words.source} required />
      <div>
        <Submit>{words.add}</Submit>
      </div>
    </ActionForm>
  );
}
