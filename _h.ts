import { extractMandates } from "@/lib/core/mandate/extract";
import { readResolutions } from "@/lib/core/resolution/parse";
const w=process.argv[2]!; const n=Number(process.argv[3]); const text=`The General Assembly,\n\n1. Requests the Secretary-General ${w.repeat(Math.ceil(n/w.length))}`;
const r=readResolutions({text}); const t=process.cpuUsage(); for(const x of r) extractMandates(x); console.log(process.cpuUsage(t).user/1000);
