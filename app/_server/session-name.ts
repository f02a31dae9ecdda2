/** "GA-54", "GA 54" or "ECOSOC 1998" as an organ and a session; null where it names none. */
export function readSessionName(text: string | undefined): { organ: string; session: number } | null {
  const groups = /^\s*(?<organ>.*?[^\s-])[\s-]+(?<session>\d{1,4})\s*$/u.exec(text ?? "")?.groups;
  return groups?.organ && groups.session ? { organ: groups.organ, session: Number(groups.session) } : null;
}
