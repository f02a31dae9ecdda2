import type { SomeMessages } from "../../translate";

export const zh: SomeMessages = {};
