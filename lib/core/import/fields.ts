/** What a column of a follow-up sheet can be. */
export const sheetFields = [
  "number",
  "reference",
  "symbol",
  "para",
  "ask",
  "deliverable",
  "agendaTitle",
  "status",
  "responsible",
  "owner",
  "internalTarget",
  "meetingOn",
  "agreedSlot",
  "jobNumber",
  "document",
  "reason",
  "comment",
  "version",
] as const;
export type SheetField = (typeof sheetFields)[number];

/** Which column holds which field; a field without a column is not in the sheet. */
export type ColumnMapping = Readonly<Partial<Record<SheetField, number>>>;

/** How fields are called, by us first and then by sheets that staff keep. Compared in lower case, letters and digits only. */
const names = {
  number: ["No.", "Task", "Task no", "Task number", "Nr", "#"],
  reference: ["Reference", "Ref"],
  symbol: ["Resolution", "Symbol", "Document symbol", "Mandate", "Resolution symbol", "Decision", "Source"],
  para: ["Paragraph", "Para", "Para.", "OP", "Operative paragraph", "Paragraph number", "PP/OP"],
  ask: [
    "What is asked",
    "Ask",
    "Action",
    "Action required",
    "Mandate text",
    "Text",
    "Request",
    "Description",
    "Task description",
  ],
  deliverable: ["Deliverable", "Output", "Type of output", "Product"],
  agendaTitle: ["Agenda item", "Item", "Agenda title", "Item title"],
  status: ["Status", "State", "Implementation status", "Status of implementation", "Progress"],
  responsible: [
    "Responsible unit",
    "Unit",
    "Responsible",
    "Office",
    "Lead unit",
    "Department",
    "Responsible office",
    "Section",
  ],
  owner: [
    "Owner",
    "Officer",
    "Assigned to",
    "Responsible officer",
    "Focal point",
    "Assignee",
    "Staff member",
  ],
  internalTarget: ["Internal target", "Target date", "Internal deadline", "Target"],
  meetingOn: ["Meeting on", "Meeting date", "Date of meeting", "Meeting"],
  agreedSlot: ["Agreed slot", "Slot", "Slot date", "Slotting date"],
  jobNumber: ["Job number", "Job no", "Job", "Slot number"],
  document: ["Evidence", "Document", "Report symbol", "Output symbol", "Symbol of report", "Issued as"],
  reason: ["Reason", "Reason for change", "Explanation"],
  comment: ["Comment", "Comments", "Remarks", "Notes", "Observations"],
  version: ["Version"],
} as const satisfies Record<SheetField, readonly [string, ...string[]]>;

const key = (heading: string): string =>
  heading === "#"
    ? "#"
    : heading
        .normalize("NFKC")
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "");

/**
 * Which columns seem to hold which fields, by their headings: an equal name first, then one that begins with a known
 * name. A person looks it over before anything is read.
 */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const keys = headings.map(key);
  const taken = new Set<number>();
  const mapping: Partial<Record<SheetField, number>> = {};
  const take = (field: SheetField, matches: (heading: string) => boolean) => {
    if (mapping[field] !== undefined) return;
    const column = keys.findIndex(
      (heading, index) => heading !== "" && !taken.has(index) && matches(heading),
    );
    if (column === -1) return;
    taken.add(column);
    mapping[field] = column;
  };
  // Names are tried in turn for all fields, so that "Status" finds its own column before a weaker name takes it.
  const most = Math.max(...sheetFields.map((field) => names[field].length));
  for (let rank = 0; rank < most; rank += 1) {
    for (const field of sheetFields) {
      const name = names[field][rank];
      if (name !== undefined) take(field, (heading) => heading === key(name));
    }
  }
  for (const field of sheetFields) {
    const long = names[field].map(key).filter((name) => name.length >= 5);
    take(field, (heading) => long.some((name) => heading.startsWith(name)));
  }
  return mapping;
}
