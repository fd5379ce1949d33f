import { SheetQuery } from "@/lib/protocol/sheets";
import { handleRead } from "@/lib/server/http/handle";
import { writeSheet } from "@/lib/server/sheets/write-sheet";

export const dynamic = "force-dynamic";

/** A table of the desk as a workbook or a document. */
export async function GET(request: Request, { params }: { params: Promise<{ sheet: string }> }): Promise<Response> {
  const { sheet } = await params;
  return handleRead(SheetQuery, (asked) => writeSheet(sheet, asked))(request);
}
