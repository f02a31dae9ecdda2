import { runningHead } from "../language/en/structure";
import { isLowerCode, isUpperCode } from "./page-layout";

/** "<!-- Page 2 -->", "--- Page 2 ---", "[Page 2]". */
const pageMark = /^(?:<!--\s*page\s*\d+\s*-->|[-=[\s]*page\s+\d+(?:\s+of\s+\d+)?[-=\]\s]*)$/i;
/** "---", "___", "———", "* * *". */
const ruleLine = /^[-–—_=*\s]{3,}$/;
/** "128", "- 12 -", "4/7", "Page 3", "/...": alone on a line. */
const pageNumber = /^(?:[-–—]\s?)?(?:\d{1,4}|\d{1,3}\/\d{1,3}|page \d{1,4}|\/(?:\.\.\.|…))(?:\s?[-–—])?$/i;
/** Running heads set the page number apart with blanks. */
const wideGap = " ".repeat(20);
/** A job number or distribution line: "25-21234 (E)", "Please recycle", "Distr.: General". */
const imprint =
  /^(?:\*?\d{2}-\d{5}\*?(?:\s?\([A-Z]\))?(?:\s+\d{1,6})?|\*\d{7}\*|please recycle.{0,20}|distr\.:? .{0,40}|gE\.\d\d-\d{5}.{0,30})$/i;

/** True for the mark that converters set between pages. */
export function isPageMark(head: string): boolean {
  const first = head.charAt(0);
  return "<-[=Pp".includes(first) && first !== "" && pageMark.test(head);
}

/** True for a drawn rule. */
export const isRule = (head: string): boolean => ruleLine.test(head);

/** True for a line that belongs to the page and not to the text: its number, its running head, the printer's marks. */
export function isFurniture(head: string): boolean {
  const first = head.charCodeAt(0);
  if (head.length > 260 && !head.includes(wideGap)) return false;
  const isCapital = isUpperCode(first);
  if (
    !isCapital &&
    !isLowerCode(first) &&
    (ruleLine.test(head) || pageNumber.test(head) || imprint.test(head))
  )
    return true;
  // In small letters only "page 3" and "please recycle" begin.
  if (isLowerCode(first) && first !== 112) return false;
  if (imprint.test(head) || pageNumber.test(head)) return true;
  return (
    runningHead.test(head.replace(/\s{2,}/g, " ")) && !/^resolutions? adopted by the [^—–]*$/i.test(head)
  );
}
