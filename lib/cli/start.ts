import { ensurePrismaClient } from "@/lib/platform/generate";
import { Refusal } from "@/lib/platform/refusal";

// `npm start` and `npm run dev`. Prisma's client is written before anything that imports it is loaded.
try {
  await ensurePrismaClient();
  const { runApp } = await import("@/lib/platform/run-app");
  process.exitCode = await runApp(process.argv[2] === "dev" ? "dev" : "start");
} catch (thrown) {
  console.error(thrown instanceof Refusal ? thrown.message : thrown);
  process.exitCode = 1;
}
