import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass, type ButtonLook } from "./button";

type Props = { readonly href: string; readonly look?: ButtonLook; readonly icon?: LucideIcon; readonly className?: string; readonly children: ReactNode };

/** A way to another screen of the phone that looks like a button. */
export function LinkButton({ href, look = "second", icon: Icon, className = "", children }: Props) {
  return (
    <Link href={href} className={`${buttonClass(look)} ${className}`}>
      {Icon && <Icon aria-hidden size={22} className="flex-none" />}
      {children}
    </Link>
  );
}
