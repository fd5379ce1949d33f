import Link from "next/link";
import { desk } from "@/lib/text/desk";

export function BrandMark() {
  return (
    <Link href="/desk" className="desk-brand">
      <svg aria-hidden width="28" height="28" viewBox="0 0 28 28">
        <rect width="28" height="28" rx="8" className="fill-brand" />
        <rect x="7" y="14" width="4" height="7" rx="1.5" className="fill-on-brand" />
        <rect x="12" y="10" width="4" height="11" rx="1.5" className="fill-on-brand" />
        <rect x="17" y="7" width="4" height="14" rx="1.5" className="fill-star" />
      </svg>
      <span>{desk.product}</span>
    </Link>
  );
}
