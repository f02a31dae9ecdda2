import type { Route } from "next";
import { tasksAddress } from "@/app/_ui/addresses";
import { searchOf } from "@/app/_ui/filter/language";
import type { Figure } from "@/lib/services/types";

/** The list that holds exactly the rows a figure counts, for the same day. */
export const figureLink =
  (asOf: string | null) =>
  (figure: Figure): Route =>
    tasksAddress(searchOf(figure.filter, asOf ? { asOf } : {}));
