/** How large a sheet may be that somebody hands in. Beyond these a clear refusal, never a slow death. */
export type SheetLimits = {
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
};

/** Above anything that staff keep by hand; a load of a whole registry goes by `npm run load`. */
export const sheetLimits: SheetLimits = { rows: 200_000, columns: 200, cell: 100_000 };
