import "server-only";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { SheetName, type SheetFormat, type SheetQuery } from "@/lib/protocol/sheets";
import type { Person } from "@/lib/server/auth/person";
import { withActor } from "@/lib/server/database/with-actor";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { momentText } from "@/lib/text/moment";
import { sheetTexts } from "@/lib/text/sheets";
import { readSheet } from "./read-sheet";
import { sheetDocument } from "./sheet-document";
import { workbookSheets } from "./sheet-workbook";

type Asked = { readonly person: Person; readonly body: SheetQuery; readonly now: string };

const mediaTypes: Record<SheetFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** A table of the desk as a file, with the rights of its page. Refuses with `unknownOrForbidden` alike for what there isn't. */
export async function writeSheet(name: string, { person, body: { format, ...parameters }, now }: Asked): Promise<Result<Response, RefusalCode>> {
  const known = SheetName.safeParse(name);
  const sheet = known.success ? await readSheet(known.data, { person, parameters, format, now }) : undefined;
  if (!sheet || (format === "docx" && !sheet.issuer)) return err("unknownOrForbidden");
  const bytes = format === "docx" && sheet.issuer
    ? sheetDocument(sheet, sheet.issuer, await readPlace(person), now)
    : await writeWorkbook(workbookSheets(sheet, sheetTexts.footer(person.name, momentText(now))));
  return ok(new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${sheet.fileName}.${format}`)}`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}

/** Where documents are signed: the province's name. */
function readPlace({ actor }: Person): Promise<string> {
  return withActor(actor, async (tx) => {
    const [province] = await tx.$queryRaw<{ name: string }[]>`select name from province where id = ${actor.provinceId}::uuid`;
    return province?.name ?? "";
  });
}
