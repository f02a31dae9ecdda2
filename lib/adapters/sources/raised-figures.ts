const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** "12" as raised figures "¹²": the writing in which every reader of sources hands over footnote marks. */
export const raiseFigures = (digits: string): string =>
  [...digits].map((digit) => raised.charAt(Number(digit)) || digit).join("");

/** True for one to three figures and nothing else, the form of a footnote mark. */
export const isFigures = (text: string): boolean => /^\d{1,3}$/.test(text);
