import { randomUUID } from "node:crypto";
import type { CountedAccount, MemberPeriod, SpokenAccount, SpokenDossier } from "@/lib/domain/report/register-indicators";
import { LocalDate } from "@/lib/domain/time/local-date";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { insertRows } from "../../prisma/demo/insert-rows";
import type { Dice } from "../../prisma/demo/invented";
import type { WorkingProvince } from "./working-province";

type Row = Record<string, unknown>;
const services = ["Đăng ký khai sinh", "Thủ tục đăng ký khai sinh (cấp xã)", "Cấp phép xây dựng", undefined];
const hashOf = (person: string) => keyedHash("personalNumber", person);

export const member = (person: string, unitId: string, changes: Partial<MemberPeriod> = {}): MemberPeriod => ({ person, unitId, unionMember: true, validFrom: LocalDate.parse("2022-05-01"), ...changes });

export const dossierRow = (code: string, person: string, receivedOn: string, channel: string, service?: string, paidOnline?: boolean): Row => ({
  kind: "dossier", dossier_code: code, number_hash: hashOf(person), last_four: "4321", received_on: receivedOn, channel, service: service ?? null, paid_online: paidOnline ?? null,
});
export const accountRow = (person: string, { createdOn, linkedOn, transactions }: Omit<SpokenAccount, "person">): Row => ({
  kind: "account", number_hash: hashOf(person), created_on: createdOn ?? null, linked_on: linkedOn ?? null, transaction_count: transactions ?? null,
});

/** Three districts with two communes each, and what the register and the lists of members say of their people. */
export async function makeRegisterFacts(province: WorkingProvince, verifierId: string) {
  const { client, provinceId } = province;
  const districts: string[] = [];
  const communes: { readonly id: string; readonly district: string }[] = [];
  const own = { province_id: provinceId };
  const dated = { ...own, valid_from: "2022-05-01" };
  for (const index of [0, 1, 2]) {
    const district = randomUUID();
    districts.push(district);
    await insertRows(client, "unit", [{ ...dated, id: district, kind: "directUnit", name: `Huyện đoàn ${index}`, sort_order: index }]);
    await insertRows(client, "unit_parent", [{ ...dated, unit_id: district, parent_id: province.units.province }]);
    for (const name of ["A", "B"]) {
      const id = randomUUID();
      communes.push({ id, district });
      await insertRows(client, "unit", [{ ...dated, id, kind: "grassroots", name: `Đoàn xã ${name}${index}`, sort_order: 10 + communes.length }]);
      await insertRows(client, "unit_parent", [{ ...dated, unit_id: id, parent_id: district }]);
    }
  }
  await client.query("select refresh_unit_ancestors()");

  const clear = () => client.query("truncate member, register_record, import_batch, outcome_standing, outcome, entry cascade");

  async function addBatch(kind: string, acceptedAt: string | undefined, rows: readonly Row[], layout: object = {}): Promise<void> {
    const id = randomUUID();
    await insertRows(client, "import_batch", [{
      ...own, id, kind, status: acceptedAt ? "accepted" : "ready", file_digest: Buffer.alloc(1), layout, imported_by_id: verifierId, started_at: "2026-07-01T00:00:00Z", accepted_at: acceptedAt ?? null,
    }]);
    if (rows.length > 0) await insertRows(client, "register_record", rows.map((row, index) => ({ ...own, import_batch_id: id, row_number: index + 1, ...row })));
  }

  async function addMembers(members: readonly MemberPeriod[]): Promise<void> {
    await insertRows(client, "member", members.map(({ person, unitId, unionMember, validFrom, validTo }) => ({
      id: randomUUID(), province_id: provinceId, number_hash: hashOf(person), hash_version: 1, last_four: "4321", unit_id: unitId, union_member: unionMember,
      public_employee: !unionMember, valid_from: validFrom, valid_to: validTo ?? null,
    })));
  }

  async function addCounted(counted: readonly CountedAccount[]): Promise<void> {
    const rows = counted.map((account) => ({ ...account, entryId: randomUUID(), outcomeId: randomUUID() }));
    const at = "2026-08-01T00:00:00Z";
    await insertRows(client, "entry", rows.map(({ entryId, unitId, countedOn }) => ({
      ...own, id: entryId, kind: "helpSession", unit_id: unitId, author_id: verifierId, device_id: randomUUID(), happened_at: at, happened_on: countedOn, received_at: at,
      clock_offset_ms: 0, status: "confirmed", version: 1, status_changed_at: at, receipt: "AAA-AAA", flags: "{}", content: "{}",
    })));
    await insertRows(client, "outcome", rows.map(({ entryId, outcomeId, person }) => ({
      ...own, id: outcomeId, entry_id: entryId, position: 0, kind: "accountOpened", revision: 1, key_hash: hashOf(person), indicators: "{member_accounts}", claimed_at: at,
    })));
    await insertRows(client, "outcome_standing", rows.map(({ outcomeId, countedOn }, index) => ({
      ...own, outcome_id: outcomeId, standing: "matched", since: at, matched: index % 2 ? "{member_accounts}" : "{citizen_accounts}", counted_on: countedOn, quantity: 1,
    })));
  }

  /** Random facts, written as the database holds them: rows that speak lie below older ones and ones nobody accepted. */
  async function inventFacts(dice: Dice) {
    await clear();
    const day = () => LocalDate.parse(`${2023 + dice.below(4)}-0${1 + dice.below(9)}-${10 + dice.below(18)}`);
    const maybe = <Value>(value: Value) => (dice.below(3) === 0 ? undefined : value);
    const people = Array.from({ length: 60 }, (_, index) => `p${index}`);
    const unit = () => (dice.below(8) === 0 ? dice.pick(districts) : dice.pick(communes).id);
    const members = people.slice(0, 45).flatMap((person): MemberPeriod[] => {
      const unionMember = dice.below(6) > 0;
      const [from, moved] = [day(), day()].sort() as [LocalDate, LocalDate];
      const first = { person, unitId: unit(), unionMember, validFrom: from };
      if (dice.below(2) === 0 || moved === from) return [first];
      return [{ ...first, validTo: moved }, ...(dice.below(3) === 0 ? [] : [{ ...first, unitId: unit(), validFrom: moved }])];
    });
    const dossiers = Array.from({ length: 150 }, (_, index) => ({
      code: `D${index}`, person: dice.pick(people), receivedOn: day(), channel: dice.pick(["online", "paper"]), service: dice.pick(services), paidOnline: maybe(dice.below(2) === 0),
    })) satisfies (SpokenDossier & { code: string })[];
    const accounts: SpokenAccount[] = people.filter(() => dice.below(4) > 0).map((person) => ({ person, createdOn: day(), linkedOn: maybe(day()), transactions: maybe(dice.below(3)) }));
    const counted: CountedAccount[] = people.filter(() => dice.below(3) > 0).map((person) => ({ person, unitId: unit(), countedOn: day() }));
    await addMembers(members);
    const rowOf = ({ code, person, receivedOn, channel, service, paidOnline }: (typeof dossiers)[number]) => dossierRow(code, person, receivedOn, channel, service, paidOnline);
    const older = dossiers.filter(() => dice.below(3) === 0).map((dossier) => rowOf({ ...dossier, person: dice.pick(people), channel: "online", receivedOn: day() }));
    await addBatch("dossiers", "2026-07-01T00:00:00Z", older);
    await addBatch("dossiers", "2026-07-02T00:00:00Z", dossiers.map(rowOf));
    await addBatch("dossiers", undefined, dossiers.slice(0, 40).map((dossier) => rowOf({ ...dossier, channel: "online", person: dice.pick(people) })));
    await addBatch("accounts", "2026-07-01T00:00:00Z", accounts.slice(0, 20).map(({ person }) => accountRow(person, { createdOn: day(), linkedOn: day(), transactions: 5 })), { mapping: { linkedOn: 1 } });
    await addBatch("accounts", "2026-07-03T00:00:00Z", accounts.map((account) => accountRow(account.person, account)));
    await addCounted(counted);
    return { members, dossiers, accounts, counted };
  }

  return { districts, communes, clear, addBatch, addMembers, addCounted, inventFacts };
}
