import type { SomeMessages } from "../../translate";

export const ar: SomeMessages = {};
