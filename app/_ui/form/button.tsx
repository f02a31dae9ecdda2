import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import styles from "./form.module.css";

type Look = { kind?: "primary" | "plain" | "quiet"; size?: "small" | "normal" };

/** A real button. A reason stands beside any that cannot be pressed. */
export function Button({
  kind = "plain",
  size = "normal",
  className,
  ...button
}: Look & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...button}
      className={[styles.button, className].filter(Boolean).join(" ")}
      data-kind={kind}
      data-size={size}
    />
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  href,
  kind = "plain",
  size = "normal",
  children,
}: Look & { href: Route; children: ReactNode }) {
  return (
    <Link href={href} className={styles.button} data-kind={kind} data-size={size}>
      {children}
    </Link>
  );
}
