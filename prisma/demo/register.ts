import type { Client } from "pg";
import { closeDatabase } from "../../lib/server/database/client";
import { acceptImport } from "../../lib/server/imports/accept-import";
import { beginImport } from "../../lib/server/imports/begin-import";
import { readUpload } from "../../lib/server/imports/read-upload";
import { actorOf } from "./acting";
import { insertRows } from "./insert-rows";
import { createDice } from "./invented";
import { lastEvening } from "./last-evening";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";

/**
 * What iGate knows of the demo's weeks: most dossiers and accounts, some handed in on paper, some from before the
 * scheme, one in twelve under a code that differs in one digit. Dossiers come as a file, as on any day.
 */
export async function importRegister(client: Client, provinceId: string, people: readonly DemoPerson[]): Promise<void> {
  const verifier = actorOf(provinceId, people.find(({ role }) => role === "provinceVerifier")!);
  await importDossiers(client, verifier);
  await importAccounts(client, verifier);
  await closeDatabase();
}

type Verifier = ReturnType<typeof actorOf>;

async function importDossiers(client: Client, verifier: Verifier): Promise<void> {
  const dice = createDice(5299);
  const { rows } = await client.query<{ code: string; day: string; service: string }>(
    `select dossier_code as code, dossier_received_on::text as day, coalesce(min(service.name), 'Đăng ký khai sinh') as service
     from outcome join entry on entry.id = outcome.entry_id left join service on service.slug = outcome.service
     where dossier_code is not null and voided_at is null and entry.status_changed_at < $1 group by 1, 2 order by 1`,
    [lastEvening()]);
  const lines = rows.flatMap(({ code, day, service }, index) => {
    const [year, month, date] = day.split("-");
    if (dice.chance(0.14)) return []; // not there yet
    const listed = dice.chance(1 / 12) ? oneDigitOff(code) : code;
    return [`${index + 1},${listed},${date}/${month}/${year},"${service}",${dice.chance(0.06) ? "Trực tiếp" : "Trực tuyến"},${dice.chance(0.4) ? "Có" : "Không"}`];
  });
  const file = ["HỆ THỐNG THÔNG TIN GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "STT,Mã hồ sơ,Ngày tiếp nhận,Thủ tục,Hình thức tiếp nhận,Thanh toán trực tuyến", ...lines].join("\n");
  const [id, now] = [newId(), lastEvening()];
  await beginImport(verifier, { id, kind: "dossier", fileName: "igate_ho_so.csv", mapping: { code: 1, receivedOn: 2, service: 3, channel: 4, paidOnline: 5 } }, now);
  await readUpload(verifier, id, piecesOf(file), now);
  await accept(verifier, id, now);
}

async function accept(verifier: Verifier, id: string, now: string): Promise<void> {
  const accepted = await acceptImport(verifier, id, now);
  if (!accepted.ok) throw new Error(`The register's file was not accepted: ${accepted.error}`);
}

/** The volunteer misread the last digit: the register has another one. */
function oneDigitOff(code: string): string {
  return code.slice(0, -1) + String((Number(code.at(-1)) + 3) % 10);
}

async function* piecesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** Numbers of citizens rest sealed, so accounts are listed by the digests that stand beside them. */
async function importAccounts(client: Client, verifier: Verifier): Promise<void> {
  const [id, now] = [newId(), lastEvening()];
  const own = { province_id: verifier.provinceId };
  const { rows: [last] } = await client.query<{ id: string }>("select id from import_batch where kind = 'accounts' and accepted_at is not null order by accepted_at desc limit 1");
  const layout = { source: "file", mapping: { number: 1, createdOn: 2, linkedOn: 3, transactions: 4 }, after: last?.id };
  await insertRows(client, "import_batch", [
    { ...own, id, kind: "accounts", status: "ready", file_name: "igate_tai_khoan.csv", file_digest: "\\x00", layout, imported_by_id: verifier.userId, started_at: now },
  ]);
  await client.query(
    `insert into register_record (province_id, import_batch_id, row_number, kind, number_hash, hash_version, last_four, created_on, linked_on, transaction_count)
     select $1::uuid, $2::uuid, row_number() over (order by key_hash), 'account', key_hash, 1, last_four, day, day, place % 3
     from (
       select outcome.key_hash, min(subject.last_four) as last_four, min(entry.happened_on) as day, row_number() over (order by outcome.key_hash) as place
       from outcome join entry on entry.id = outcome.entry_id left join subject on subject.id = entry.subject_id
       where outcome.kind in ('accountOpened', 'accountLinked') and outcome.key_hash is not null and outcome.voided_at is null and entry.status_changed_at < $3
       group by outcome.key_hash
     ) known where place % 6 <> 0`,
    [verifier.provinceId, id, now],
  );
  await client.query("update import_batch set row_count = rows, new_count = rows from (select count(*)::int as rows from register_record where import_batch_id = $1) counted where id = $1", [id]);
  await accept(verifier, id, now);
}

