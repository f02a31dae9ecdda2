import { redirect } from "next/navigation";
import { tasksAddress } from "@/app/_ui/addresses";

/** A form sends each ticked column by itself; the address of the list names them in one parameter. */
export function GET(request: Request): never {
  const sent = new URL(request.url).searchParams;
  const search = new URLSearchParams({ columns: sent.getAll("column").join(",") || "none" });
  for (const name of ["q", "sort", "asOf"]) {
    const value = sent.get(name);
    if (value) search.set(name, value);
  }
  redirect(tasksAddress(search.toString()));
}
