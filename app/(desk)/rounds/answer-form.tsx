"use client";

import { useState } from "react";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextArea } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { MoveFields } from "@/app/_ui/status/move-fields";
import { useStatusDesk } from "@/app/_ui/status/status-desk";
import type { RoundAnswer } from "@/lib/core/task/round";
import { answer, type RowAt } from "./actions";
import type { AnswerWords } from "./answer-words";

/** The unit's answer: how the task stands, what shows it, and a note. Only the fields that the answer needs are shown. */
export function AnswerForm({
  at,
  words,
  previous,
}: {
  at: RowAt;
  words: AnswerWords;
  previous: RoundAnswer | null;
}) {
  const desk = useStatusDesk();
  const [move, setMove] = useState<string>(previous?.move ?? "none");
  const needs = words.choices.find((choice) => choice.value === move)?.needs ?? [];
  // The note is asked for below, once for all answers.
  const fields = needs.filter((need) => need !== "reason" && need !== "comment" && need !== "otherPerson");
  return (
    <ActionForm action={answer.bind(null, at)}>
      <SelectField
        name="move"
        id={`move-${at.task}`}
        label={words.how}
        options={words.choices}
        value={move}
        onChange={(event) => setMove(event.target.value)}
      />
      <MoveFields move={{ name: `answer-${at.task}`, needs: fields }} words={desk.words} />
      <TextArea
        name="note"
        id={`answer-note-${at.task}`}
        label={words.note}
        rows={2}
        defaultValue={previous?.note ?? ""}
      />
      <div>
        <Submit kind="plain">{words.send}</Submit>
      </div>
    </ActionForm>
  );
}
