import type { SomeMessages } from "../../translate";

export const fr: SomeMessages = {};
