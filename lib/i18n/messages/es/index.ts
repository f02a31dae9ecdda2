import type { SomeMessages } from "../../translate";

export const es: SomeMessages = {};
