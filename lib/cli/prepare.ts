import { ensurePrismaClient } from "@/lib/platform/generate";
import { Refusal } from "@/lib/platform/refusal";

// Before type checks and tests on a fresh checkout: writes what is generated and not kept in the repository.
try {
  await ensurePrismaClient();
} catch (thrown) {
  console.error(thrown instanceof Refusal ? thrown.message : thrown);
  process.exitCode = 1;
}
