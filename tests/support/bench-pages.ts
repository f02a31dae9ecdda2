import { type CDPSession, chromium, type Page } from "@playwright/test";
import { findChromium } from "./chromium";

/*
 * `npm run bench:pages -- [ADDRESS]`: what a person waits for, in a Chromium whose processor is slowed four times. The app
 * must be running (`npm start`) with the demonstration. For each page: script as it goes over the wire on a first visit,
 * the page itself, the first content, and the slowest of some key presses until the picture has changed.
 */
const base = process.argv[2] ?? "http://localhost:3000";
const pages = [
  "/tasks",
  "/tasks/1",
  "/sessions/GA/53",
  "/dashboard",
  "/my",
  "/find?q=cooperation",
  "/reports/sessions/GA/53",
];
const limits = { script: 150, content: 1_000, press: 100 };

const executablePath = findChromium();
if (executablePath === null)
  throw new Error("No Chromium found: install one, or set MANDATES_CHROMIUM to its path.");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
try {
  const context = await browser.newContext({ locale: "en-GB" });
  await signIn(await context.newPage());
  const cookies = await context.cookies();
  console.log("page                       script KB  page KB  first content ms  slowest press ms");
  let isOver = false;
  for (const path of pages) {
    // A context of its own for each page: nothing is in the cache, as on a first visit.
    const fresh = await browser.newContext({ locale: "en-GB" });
    await fresh.addCookies(cookies);
    const measured = await measure(await fresh.newPage(), path);
    await fresh.close();
    isOver ||=
      measured.script > limits.script || measured.content > limits.content || measured.press > limits.press;
    console.log(
      `${path.padEnd(26)} ${measured.script.toFixed(1).padStart(9)} ${measured.html.toFixed(1).padStart(8)} ${measured.content.toFixed(0).padStart(17)} ${measured.press.toFixed(0).padStart(17)}`,
    );
  }
  console.log(
    `Limits: ${limits.script} KB of script, ${limits.content} ms, ${limits.press} ms. ${isOver ? "Over." : "All within."}`,
  );
} finally {
  await browser.close();
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${base}/sign-in`);
  await page.fill("input[name=email]", "ana.silva@example.org");
  await page.fill("input[name=password]", "follow-up-1998");
  await page.click("button[type=submit]");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function measure(page: Page, path: string) {
  const cdp = await page.context().newCDPSession(page);
  const sizes = await weigh(cdp);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(base + path, { waitUntil: "networkidle" });
  const content = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  // What a first visit loads; what the keys fetch when they are first pressed is not part of it.
  const first = { script: sizes.script / 1024, html: sizes.html / 1024 };
  const presses: number[] = [];
  for (const key of ["j", "j", "k", "x", "x"]) presses.push(await press(page, key));
  return { ...first, content, press: Math.max(...presses) };
}

/** Counts bytes as they come over the wire, compressed. */
async function weigh(cdp: CDPSession): Promise<{ script: number; html: number }> {
  const sizes = { script: 0, html: 0 };
  const kinds = new Map<string, string>();
  await cdp.send("Network.enable");
  cdp.on("Network.responseReceived", (event) => kinds.set(event.requestId, event.type));
  cdp.on("Network.loadingFinished", (event) => {
    const kind = kinds.get(event.requestId);
    if (kind === "Script") sizes.script += event.encodedDataLength;
    if (kind === "Document") sizes.html += event.encodedDataLength;
  });
  return sizes;
}

/** From the press of a key until the frame after it has been drawn. */
async function press(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const state = window as unknown as { pressed?: Promise<number> };
    state.pressed = new Promise((done) => {
      document.addEventListener(
        "keydown",
        (event) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp))),
        { once: true, capture: true },
      );
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { pressed: Promise<number> }).pressed);
}
