import type { Client } from "pg";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";

/**
 * What iGate knows of the invented members: every fifth has an account, some have handed in dossiers, one in four of
 * these on paper. Nobody claims them, so nothing has to be settled.
 */
export async function listMembersInRegister(client: Client, provinceId: string, people: readonly DemoPerson[]): Promise<void> {
  const verifier = people.find(({ role }) => role === "provinceVerifier")!;
  const batch = async (kind: "dossiers" | "accounts", mapping: object) => {
    const [id, at] = [newId(), new Date(Date.now() - 30 * 24 * 60 * 60 * 1000).toISOString()];
    await insertRows(client, "import_batch", [{
      id, province_id: provinceId, kind, status: "accepted", file_name: `igate_doan_vien_${kind}.csv`, file_digest: "\\x01", layout: { source: "file", mapping },
      imported_by_id: verifier.id, started_at: at, accepted_at: at,
    }]);
    return id;
  };
  const accounts = await batch("accounts", { number: 0, createdOn: 1, linkedOn: 2, transactions: 3 });
  await client.query(
    `insert into register_record (province_id, import_batch_id, row_number, kind, number_hash, hash_version, last_four, created_on, linked_on, transaction_count)
     select province_id, $2::uuid, place, 'account', number_hash, 1, last_four, '2022-06-01'::date + (place % 1200)::int, case when place / 5 % 3 <> 0 then '2024-07-01'::date + (place % 500)::int end, place / 5 % 4
     from (select *, row_number() over (order by id) as place from member where province_id = $1::uuid) listed where place % 5 = 0`,
    [provinceId, accounts],
  );
  const dossiers = await batch("dossiers", { code: 0, receivedOn: 1, service: 2, channel: 3, paidOnline: 4, applicantNumber: 5 });
  await client.query(
    `insert into register_record (province_id, import_batch_id, row_number, kind, dossier_code, number_hash, hash_version, last_four, received_on, service, channel, paid_online)
     select listed.province_id, $2::uuid, place, 'dossier', 'H08.90-' || to_char(day, 'YYMMDD') || '-' || place, number_hash, 1, last_four, day,
            case when number % 6 = 0 then 'Cấp giấy phép xây dựng nhà ở riêng lẻ' else (array(select name from service order by sort_order))[1 + number % 25] end,
            case when number % 4 = 0 then 'paper' else 'online' end, number % 5 < 2
     from (select *, row_number() over (order by id) as place from member where province_id = $1::uuid order by id limit 60000) listed
     cross join lateral (select '2023-03-01'::date + (place % 1200)::int as day, place / 20 as number) received
     where place % 20 = 0`,
    [provinceId, dossiers],
  );
}
