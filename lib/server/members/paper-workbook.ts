import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import type { PaperQuery } from "@/lib/protocol/members";
import type { Person } from "@/lib/server/auth/person";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { newId } from "@/lib/server/database/new-id";
import { allRows } from "@/lib/server/database/rows-part";
import { withActor } from "@/lib/server/database/with-actor";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";
import { memberTexts } from "@/lib/text/desk-members";
import { formatDay, momentText } from "@/lib/text/moment";
import { membersAsked } from "./members-query";
import { readPaperDossiers } from "./read-paper-dossiers";
import { paperRoles } from "./seen-unit";

/** The list as a workbook, with whose copy it is at the bottom of each page. Who took it is written down. */
export async function paperWorkbook({ actor, name }: Person, asked: PaperQuery, now: string): Promise<Result<Response, RefusalCode>> {
  const query = await membersAsked(actor, asked, paperRoles, now);
  const list = query && (await readPaperDossiers(actor, asked.unit, query.window, allRows, now));
  if (!query || !list) return err("unknownOrForbidden");
  await saveExport(actor, { ...asked, rowCount: list.dossiers.length }, now);
  const { paper } = memberTexts;
  const { columns } = paper;
  const dayOf = (day: string) => formatDay(`${day}T00:00:00+07:00`);
  const head = [columns.unit, columns.code, columns.day, columns.service, columns.number, columns.who].map((value) => ({ value, style: "head" as const }));
  const rows = list.dossiers.map(({ unitName, code, receivedOn, service, lastFour, unionMember }) => [
    unitName, code, { day: receivedOn }, service, `••••${lastFour}`, unionMember ? paper.member : paper.employee,
  ]);
  const bytes = await writeWorkbook([{
    name: paper.sheet, headRows: 2, repeatFrom: 2, merges: ["A1:F1"], orientation: "landscape", footer: paper.footer(name, momentText(now)),
    rows: [[{ value: paper.heading(list.unitName, dayOf(query.window.first), dayOf(query.window.last)), style: "heading" }], head, ...rows],
    columns: [{ width: 30, style: "text" }, { width: 24, style: "text" }, { width: 12, style: "day" }, { width: 50, style: "text" }, { width: 14, style: "text" }, { width: 26, style: "text" }],
  }]);
  return ok(new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(paper.fileName)}`,
      "cache-control": "no-store", "x-content-type-options": "nosniff",
    },
  }));
}

async function saveExport(actor: Actor, taken: PaperQuery & { readonly rowCount: number }, now: string): Promise<void> {
  await withActor(actor, (tx) => insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
    id: newId(), type: "exportPaperDossiers", claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson(taken))),
    answer: { answer: "exported", rowCount: taken.rowCount },
  }]));
}
