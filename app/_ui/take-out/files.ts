import type { TaskFilter, TaskSort } from "@/lib/core/task/filter";
import type { Translate } from "@/lib/i18n/translate";
import type { TakeOutRow } from "./take-out";

// Files come from the API, which answers a link of our own pages as the person who is signed in.

type Values = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

function fileAddress(path: string, values: Values): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  return `/api/v1${path}?${query}`;
}

const document = (name: string, kind: string, about: Values): TakeOutRow => ({
  name,
  files: (["docx", "pdf", "html"] as const).map((format) => ({
    format: format.toUpperCase(),
    href: fileAddress(`/reports/${kind}`, { ...about, format }),
  })),
});

const sheets = (name: string, path: string, about: Values, formats: readonly string[]): TakeOutRow => ({
  name,
  files: formats.map((format) => ({
    format: { jsonld: "JSON-LD", akn: "Akoma Ntoso" }[format] ?? format.toUpperCase(),
    href: fileAddress(path, { ...about, format }),
  })),
});

/** A list of tasks with every row of its filter. */
export const filesOfList = (
  t: Translate,
  filter: TaskFilter,
  more: { readonly sort?: TaskSort; readonly asOf?: string | undefined; readonly title?: string } = {},
): readonly TakeOutRow[] => [
  sheets(
    t("takeOut.list"),
    "/exports/tasks",
    {
      ...filter,
      ...(more.sort && { sortBy: more.sort.by, sortDirection: more.sort.direction }),
      asOf: more.asOf,
      title: more.title,
    },
    ["xlsx", "csv", "json", "jsonld"],
  ),
];

/** What can be taken out of a session of an organ. */
export function filesOfSession(t: Translate, organ: string, session: number): readonly TakeOutRow[] {
  const about = { organ, session };
  return [
    document(t("takeOut.brief"), "session-brief", about),
    document(t("takeOut.followUp"), "follow-up-session", about),
    document(t("takeOut.forecast"), "forecast", about),
    sheets(t("takeOut.forecastSheet"), "/exports/forecast", about, ["xlsx", "csv"]),
    document(t("takeOut.agenda"), "annotated-agenda", about),
    {
      name: t("takeOut.binder"),
      files: [{ format: "HTML", href: fileAddress("/exports/binder", about) }],
    },
    ...filesOfList(t, about),
  ];
}

/** What can be taken out of a resolution. */
export const filesOfResolution = (t: Translate, symbol: string): readonly TakeOutRow[] => [
  document(t("takeOut.followUp"), "follow-up-resolution", { symbol }),
  sheets(t("takeOut.marked"), `/exports/resolutions/${encodeURIComponent(symbol)}`, {}, ["akn"]),
  sheets(t("takeOut.registry"), `/exports/resolutions/${encodeURIComponent(symbol)}`, {}, [
    "xlsx",
    "csv",
    "json",
  ]),
  ...filesOfList(t, { resolution: symbol }),
];

/** What can be taken out of a body. */
export const filesOfBody = (t: Translate, body: string): readonly TakeOutRow[] => [
  document(t("takeOut.followUp"), "follow-up-body", { body }),
  document(t("takeOut.handover"), "handover", { body }),
  ...filesOfList(t, { body }),
];
