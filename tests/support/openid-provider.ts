import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of a person, by login name. */
export type ProviderPerson = { email: string; email_verified: boolean; name?: string };

export type RunningProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** People by the name they type at the provider; tests may change them. */
  readonly people: Map<string, ProviderPerson>;
  stop(): Promise<void>;
};

/**
 * A real OpenID provider (npm's certified `oidc-provider`) on loopback, with one client: this app. Signing in there
 * takes any password; `loginAt` walks its forms.
 */
export async function startProvider(redirectUri: string, port = 0): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = "mandates";
  const clientSecret = randomBytes(24).toString("hex");
  const people = new Map<string, ProviderPerson>();
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ sub, ...person }) };
    },
  });
  provider.on("server_error", (_context, error) => console.error("OpenID provider:", error));
  server.on("request", provider.callback());
  return { issuer, clientId, clientSecret, people, stop: () => closed(server) };
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

/** Walks the provider's pages as a browser does, from its authorization address back to the app's callback address. */
export async function loginAt(start: string, login: string, issuer: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | null = null;
  for (let hops = 0; hops < 15; hops++) {
    const answer: Response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form === null ? {} : { method: "POST", body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    form = null;
    const location = answer.headers.get("location");
    if (location !== null) {
      url = new URL(location, url).href;
      if (!url.startsWith(issuer)) return url;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`The provider shows no form (${answer.status}): ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, login, password: "any" });
  }
  throw new Error("The provider leads nowhere.");
}
