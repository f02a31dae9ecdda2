import { Secret, TOTP } from "otpauth";
import { seal, unseal } from "./seal";

// What every authenticator app reads (RFC 6238 with its defaults): SHA-1, six digits, thirty seconds.
const period = 30;
const form = { algorithm: "SHA1", digits: 6, period } as const;
const purpose = "second step";

/** A new secret for a phone, sealed as it is stored. */
export const newStepSecret = (): string => seal(purpose, new Secret({ size: 20 }).base32);

/** What an authenticator app is told: the address behind the QR code, and the secret for typing. Null for a broken seal. */
export function stepForPhone(
  sealed: string,
  account: string,
  issuer: string,
): { readonly uri: string; readonly secret: string } | null {
  const secret = unseal(purpose, sealed);
  if (secret === null) return null;
  return { uri: new TOTP({ ...form, secret, issuer, label: account }).toString(), secret };
}

/**
 * The time step that a code of the phone belongs to, now or one step to either side (a clock half a minute off, a slow
 * typist); null for a wrong code. The caller spends the step, so that a code is good once.
 */
export function timeStepOf(sealed: string, code: string, now: Date): number | null {
  const secret = unseal(purpose, sealed);
  const digits = code.replace(/\s/g, "");
  if (secret === null || !/^\d{6}$/.test(digits)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({
    ...form,
    secret: Secret.fromBase32(secret),
    token: digits,
    timestamp,
    window: 1,
  });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}
