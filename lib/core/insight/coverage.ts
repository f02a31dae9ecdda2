/** How far the paragraphs of one resolution are read: every one of them is in exactly one of the three counts. */
export type Coverage = {
  readonly symbol: string;
  readonly title: string;
  readonly adopted: string | null;
  /** Paragraphs that became tasks. */
  readonly tasks: number;
  /** Paragraphs that a person set down as needing no follow-up. */
  readonly noFollowUp: number;
  readonly unread: number;
};

/** All paragraphs of the resolutions together. */
export function coverageOfAll(rows: readonly Coverage[]): {
  readonly resolutions: number;
  readonly whole: number;
  readonly paragraphs: number;
  readonly decided: number;
} {
  const decided = (row: Coverage) => row.tasks + row.noFollowUp;
  return {
    resolutions: rows.length,
    whole: rows.filter((row) => row.unread === 0).length,
    paragraphs: rows.reduce((sum, row) => sum + decided(row) + row.unread, 0),
    decided: rows.reduce((sum, row) => sum + decided(row), 0),
  };
}
