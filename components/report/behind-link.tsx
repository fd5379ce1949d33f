import Link from "next/link";
import { reportTexts } from "@/lib/text/desk-reports";

/** To the entries or rows behind the numbers of a paragraph. Not printed. */
export function BehindLink({ href }: { readonly href: string | undefined }) {
  return href ? <Link prefetch={false} className="report-behind no-print" href={href}>{reportTexts.behind}</Link> : null;
}
