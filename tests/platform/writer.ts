import { openDatabase } from "@/lib/db/client";
import { depsWith } from "@/lib/deps";
import { reopen } from "./reopen";

// A worker that is killed in the middle of its writing: writer.ts ADDRESS FROM TO. Says each number once it is told "done".
const [url = "", from = "1", to = "1"] = process.argv.slice(2);
const deps = depsWith(openDatabase(url, { poolSize: 2 }));
for (let number = Number(from); number <= Number(to); number++) {
  if ((await reopen(deps, number)).ok) process.stdout.write(`${number}\n`);
}
process.exit(0);
