/** The real clock. Everything that needs "now" takes it from here by way of `Deps`. */
export const systemClock = { now: (): Date => new Date() };
