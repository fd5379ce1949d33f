import { Download } from "lucide-react";
import { denseButtonClass } from "@/components/ui/dense-button";
import type { SheetFormat, SheetName } from "@/lib/protocol/sheets";
import { sheetTexts } from "@/lib/text/sheets";

type Props = {
  readonly sheet: SheetName;
  /** What the page's own address says. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly formats?: readonly SheetFormat[];
};

/** The page's table as a file: a plain link, so that it works without JavaScript. */
export function SheetLinks({ sheet, query = {}, formats = ["xlsx"] }: Props) {
  const named = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return (
    <span className="no-print inline-flex flex-wrap gap-2">
      {formats.map((format) => (
        <a key={format} className={denseButtonClass()} href={`/api/sheets/${sheet}?${new URLSearchParams([...named, ["format", format]])}`} download>
          <Download aria-hidden size={16} />
          {sheetTexts.download(format.toUpperCase())}
        </a>
      ))}
    </span>
  );
}
