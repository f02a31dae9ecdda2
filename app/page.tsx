import { redirect } from "next/navigation";
import { signedIn } from "./_server/context";
import { address } from "./_ui/addresses";

/** Sends each role home: those who decide proposals to the review, those who oversee to the dashboard, others to their work. */
export default async function HomePage() {
  const actor = await signedIn();
  const holds = (role: string) => actor.memberships.some((membership) => membership.role === role);
  if (holds("SECRETARY")) redirect(address("/dashboard"));
  if (holds("FOCAL_POINT") || holds("CONTRIBUTOR")) redirect(address("/my"));
  redirect(address("/dashboard"));
}
