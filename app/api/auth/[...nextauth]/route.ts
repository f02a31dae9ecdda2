import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/config";
import { requestOrigin } from "@/lib/auth/request-origin";
import { getDeps } from "@/lib/platform/deps";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { db, clock } = await getDeps();
    const options = authOptions({ db, now: () => clock.now(), origin: requestOrigin(request.headers) });
    return await NextAuth(request, context, options);
  } catch (error) {
    // A broken configuration or an absent database lets nobody in, and says no more than that.
    console.error("Sign-in is not available:", error);
    return Response.json({ message: "Sign-in is not available. Ask the administrator." }, { status: 500 });
  }
}

export { handler as GET, handler as POST };
