"use client";

import en from "@/lib/i18n/messages/failure.en.json";

/** The frame itself broke: the plainest page there is, without styles or anything else that could break too. */
export default function GlobalErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <main>
          <h1>{en.crashed}</h1>
          <p>{en.lead.replace("{digest}", error.digest ?? "–")}</p>
          <button type="button" onClick={reset}>
            {en.again}
          </button>
        </main>
      </body>
    </html>
  );
}
