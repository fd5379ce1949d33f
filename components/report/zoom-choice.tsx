import Link from "next/link";
import { denseButtonClass } from "@/components/ui/dense-button";
import { reportTexts } from "@/lib/text/desk-reports";

export const zooms = ["small", "normal", "large"] as const;
export type Zoom = (typeof zooms)[number];

/** How large the page is drawn; in the address, so that it is there again. */
export function ZoomChoice({ zoom, hrefOf }: { readonly zoom: Zoom; readonly hrefOf: (zoom: Zoom) => `/desk/reports/annex?id=${string}` }) {
  return (
    <nav aria-label={reportTexts.zoom} className="report-zoom">
      {zooms.map((one) => (
        <Link key={one} prefetch={false} replace scroll={false} className={denseButtonClass(one === zoom ? "main" : "second")} aria-current={one === zoom ? "true" : undefined} href={hrefOf(one)}>
          {reportTexts.zooms[one]}
        </Link>
      ))}
    </nav>
  );
}
