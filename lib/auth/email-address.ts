/**
 * An e-mail address as it is stored and compared: trimmed and in lower case. Null for anything that is not one plain
 * ASCII address: quoted parts, two at-signs, look-alikes of "@" and control characters are refused, not repaired.
 */
export function normalizeEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  if (email.length > 254) return null;
  return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/.test(
    email,
  )
    ? email
    : null;
}
