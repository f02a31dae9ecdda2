"use server";

import { redirect } from "next/navigation";
import { ask } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { fail } from "@/lib/core/result";
import {
  importUpload,
  importUploadInput,
  ofImportInput,
  retryImport,
  takeUpImport,
} from "@/lib/services/import-upload";

/** Begins an import of the files of the form and goes to its page. */
export async function sendFiles(_previous: FormState, form: FormData): Promise<FormState> {
  const sent = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  const [first] = sent;
  if (!first) return fail("invalid-input", (await getReader()).t("importFiles.noFile"));
  const files = await Promise.all(
    sent.map(async (file) => ({
      name: file.name.slice(-300),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const title = sent.length === 1 ? first.name : `${first.name} + ${sent.length - 1}`;
  const started = await ask(importUpload, importUploadInput, { title: title.slice(0, 200), files });
  if (!started.ok) return started;
  redirect(address(`/import/files/${started.value.jobId}`));
}

/** Tries the refused files again, in an import of its own. */
export async function tryAgain(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const started = await ask(retryImport, ofImportInput, { id });
  if (!started.ok) return started;
  redirect(address(`/import/files/${started.value.jobId}`));
}

/** Goes on with an import that was stopped. */
export async function takeUp(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const started = await ask(takeUpImport, ofImportInput, { id });
  if (!started.ok) return started;
  redirect(address(`/import/files/${started.value.jobId}`));
}
