/** Told to the frame when something that was sent did not reach the server. */
export const lostEvent = "mandates:lost";

/**
 * What the server answers; `otherwise` where it could not be reached, and the frame says so. A failure on the server has a
 * number (`digest`), as have redirects: these go on to whoever shows them.
 */
export async function orLost<T, U>(attempt: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await attempt;
  } catch (error) {
    if (typeof error === "object" && error !== null && "digest" in error) throw error;
    window.dispatchEvent(new Event(lostEvent));
    return otherwise;
  }
}
