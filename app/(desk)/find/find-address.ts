import type { Route } from "next";
import { address } from "@/app/_ui/addresses";

type FindQuery = Readonly<Record<string, string | undefined>>;

/** The address of the search with some of its parts changed; null takes one out. */
export function findWith(query: FindQuery, changes: Readonly<Record<string, string | null>>): Route {
  const kept = Object.entries({ ...query, ...changes }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return address(`/find?${new URLSearchParams(kept)}`);
}
