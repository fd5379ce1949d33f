import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import type { ReportDocument } from "@/lib/domain/report/report-document";
import { err, ok, type Result } from "@/lib/domain/result";
import { Instant } from "@/lib/domain/time/local-date";
import type { ReportView } from "@/lib/protocol/reports";
import { reportDocx } from "@/lib/server/documents/docx/report-docx";
import { reportWorkbook } from "@/lib/server/documents/xlsx/report-workbook";
import { reportTexts } from "@/lib/text/desk-reports";
import { reportIdOf } from "./find-report";
import { readReport } from "./read-report";

const types = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type ReportFormat = keyof typeof types;

/** A report as a file, for whoever may open its page: as it was published, or a draft that says on each part that it is one. */
export async function reportFile(actor: Actor, path: string, format: ReportFormat, now: Instant): Promise<Result<Response, RefusalCode>> {
  const id = reportIdOf({ id: path.split("/").at(-2) });
  const report = id ? await readReport(actor, id, now) : undefined;
  if (!report) return err("unknownOrForbidden");
  const name = reportTexts.fileName(report.point.through, !report.published, format);
  return ok(new Response(new Uint8Array(await writers[format](report, now)), {
    headers: {
      "content-type": types[format], "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}

const writers: Record<ReportFormat, (report: ReportView, now: Instant) => Buffer | Promise<Buffer>> = {
  docx: (report, now) => reportDocx(printedOf(report), createdAt(report, now)),
  xlsx: (report) => reportWorkbook(printedOf(report)),
};

/** A published file is the same whenever it is taken. */
function createdAt({ published }: ReportView, now: Instant): Instant {
  return published ? Instant.parse(published.at) : now;
}

function printedOf({ published, snapshot: { document } }: ReportView): ReportDocument {
  return published ? document : draftOf(document);
}

/** Nobody takes a draft for the report, whichever page of it they hold. */
export function draftOf(document: ReportDocument): ReportDocument {
  const mark = (text: string) => `${reportTexts.draftMark} ${text}`;
  return { ...document, title: mark(document.title), annexes: document.annexes.map((annex) => ({ ...annex, label: mark(annex.label) })) };
}
