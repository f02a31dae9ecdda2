/** No panel beside the page. */
export default function NoPeek() {
  return null;
}
