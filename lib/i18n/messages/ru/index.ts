import type { SomeMessages } from "../../translate";

export const ru: SomeMessages = {};
