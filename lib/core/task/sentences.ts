/** A sentence as a code of the catalogue with its values, so that it can be said in any language. */
export type Sentence = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};
