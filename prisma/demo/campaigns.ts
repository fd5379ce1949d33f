import type { Client } from "pg";
import type { Command } from "../../lib/domain/command/command";
import { HouseholdVisit, type VisitResult } from "../../lib/domain/entry/household-visit";
import { addDays, localDateOf, type LocalDate } from "../../lib/domain/time/local-date";
import { hashVersion } from "../../lib/server/crypto/keyed-hash";
import { headHashOf, sealHousehold } from "../../lib/server/households/sealed-household";
import { createDice, inventPerson, type Dice } from "./invented";
import { insertRows } from "./insert-rows";
import { newId } from "./new-id";
import type { DemoPerson } from "./people";
import type { DemoUnit } from "./units";

/** A household before anybody of the campaign has been there: from the commune's own list. */
export type DemoHousehold = { readonly id: string; readonly areaId: string; readonly head: string; readonly address: string };
type Hamlet = { readonly id: string; readonly name: string; readonly commune: string; readonly count: number };

const hamletNames: Readonly<Record<string, readonly string[]>> = {
  "Xã Tuy Phước": [
    "Thôn Phong Tấn", "Thôn Trung Thành", "Thôn Đại Tín", "Thôn Hanh Quang", "Thôn Vĩnh Hy", "Thôn Phú Mỹ", "Thôn Quảng Tín",
    "Thôn Công Chánh", "Khu phố Trung Tín", "Khu phố Mỹ Điền", "Khu phố Công Chính", "Thôn Hưng Nghĩa", "Thôn Thọ Nghĩa",
  ],
  "Xã Tuy Phước Đông": [
    "Thôn Kỳ Sơn", "Thôn Lộc Thượng", "Thôn Phụng Sơn", "Thôn Mỹ Trung", "Thôn Vinh Quang", "Thôn Dương Thiện", "Thôn Huỳnh Giản",
    "Thôn Kim Đông", "Thôn Tùng Giản",
  ],
};
/** Every fifth hamlet is large and gets a second team. */
const sharedEvery = 5;

/** Hamlets of two communes, one campaign that runs now, and the households that its teams know from the start. */
export async function loadCampaign(
  client: Client,
  provinceId: string,
  { units, people }: { readonly units: readonly DemoUnit[]; readonly people: readonly DemoPerson[] },
): Promise<DemoHousehold[]> {
  const dice = createDice(2026);
  const hamlets = await loadHamlets(client, provinceId, dice);
  const team = teamNamed(units, "Đội tình nguyện xã Phước Lộc");
  const helpers = teamNamed(units, "Đội tình nguyện thị trấn Tuy Phước");
  const leader = people.find(({ login }) => login === "quocbao")!;
  const campaignId = newId();
  const today = localDateOf(new Date().toISOString());
  await insertRows(client, "campaign", [{
    id: campaignId, province_id: provinceId, unit_id: team.id, name: "Mỗi nhà một tài khoản số", from: addDays(today, -21), through: addDays(today, 39),
    goal: 1800, created_by_id: leader.id, created_at: new Date(),
  }]);
  const area = (hamlet: Hamlet, teamId: string) => ({
    province_id: provinceId, campaign_id: campaignId, area_id: hamlet.id, team_id: teamId, household_count: hamlet.count,
  });
  await insertRows(client, "campaign_area", [
    ...hamlets.map((hamlet) => area(hamlet, team.id)),
    ...hamlets.filter((_, index) => index % sharedEvery === 0).map((hamlet) => area(hamlet, helpers.id)),
  ]);
  const households = hamlets.flatMap((hamlet) => inventHouseholds(dice, hamlet));
  await insertRows(client, "household", households.map((household) => householdRow(provinceId, household)));
  return households;
}

async function loadHamlets(client: Client, provinceId: string, dice: Dice): Promise<Hamlet[]> {
  const { rows } = await client.query<{ id: string; name: string }>("select id, name from area where kind = 'commune' and valid_to is null");
  const hamlets = Object.entries(hamletNames).flatMap(([commune, names]) =>
    names.map((name) => ({ id: newId(), name, commune: rows.find((row) => row.name === commune)!.id, count: 74 + dice.below(50) })));
  await insertRows(client, "area", hamlets.map(({ id, name, commune }) => ({
    id, province_id: provinceId, kind: "hamlet", name, parent_id: commune, valid_from: "2025-07-01",
  })));
  return hamlets;
}

/** A few houses are on no list yet: the volunteers find them. */
function inventHouseholds(dice: Dice, { id: areaId, name, count }: Hamlet): DemoHousehold[] {
  return Array.from({ length: count - 2 }, (_, index) => {
    const house = `Số ${1 + index}${dice.chance(0.05) ? "A" : ""}`;
    const address = `${house}, tổ ${1 + Math.floor((8 * index) / count)}, ${name.replace(/^./, (letter) => letter.toLowerCase())}`;
    return { id: newId(), areaId, head: inventPerson(dice).name, address };
  });
}

function householdRow(provinceId: string, { id, areaId, head, address }: DemoHousehold) {
  const { wrappedKey, keyVersion, sealed } = sealHousehold(id, { head, address });
  const hex = (bytes: Uint8Array | undefined) => bytes && `\\x${Buffer.from(bytes).toString("hex")}`;
  return {
    id, province_id: provinceId, area_id: areaId, wrapped_key: hex(wrappedKey), key_version: keyVersion, sealed: hex(sealed),
    head_hash: hex(headHashOf(areaId, head)), hash_version: hashVersion, visit_count: 0, changed_xid: "3",
  };
}

function teamNamed(units: readonly DemoUnit[], name: string): DemoUnit {
  return units.find((unit) => unit.name === name)!;
}

const day = 24 * 60 * 60 * 1000;

/** An afternoon's visits of one author in one hamlet; a few households of a shared one are visited by both teams. */
export type DemoAfternoon = { readonly author: DemoPerson; readonly at: number; readonly commands: readonly Command[] };

/** What the teams found in the first three weeks, a third of the households, as commands by author and afternoon. */
export function inventVisits(households: readonly DemoHousehold[], people: readonly DemoPerson[], morning: number): DemoAfternoon[] {
  const dice = createDice(1800);
  const authorOf = (login: string) => people.find((person) => person.login === login)!;
  const own = [authorOf("thaonguyen"), authorOf("minhquan")];
  const helper = authorOf("hamy");
  const areaIds = [...new Set(households.map(({ areaId }) => areaId))];
  const afternoons = areaIds.flatMap((areaId, index) => {
    const daysAgo = 1 + (index * 17) % 20;
    const share = dice.below(70) / 100;
    const visited = households.filter((household) => household.areaId === areaId && dice.chance(share));
    const shared = index % sharedEvery === 0;
    const author = own[index % own.length]!;
    const at = morning - daysAgo * day + 6 * 60 * 60 * 1000;
    const twice = shared ? visited.slice(0, 6) : [];
    // A colleague has no newer pack and enters some of them once more.
    const again = index % 3 === 1 ? visited.slice(0, 2).map((household) => ({ ...household, id: newId() })) : [];
    return [
      afternoon(dice, author, at, visited),
      ...(again.length > 0 ? [afternoon(dice, own[(index + 1) % own.length]!, at + 30 * 60_000, again, "informed")] : []),
      ...(twice.length > 0 ? [afternoon(dice, helper, at + 40 * 60_000, twice, "informed")] : []),
    ];
  });
  return afternoons.filter(({ commands }) => commands.length > 0).sort((a, b) => a.at - b.at);
}

function afternoon(dice: Dice, author: DemoPerson, at: number, households: readonly DemoHousehold[], always?: VisitResult): DemoAfternoon {
  const commands = households.map((household, index) => {
    const issuedAt = new Date(at + index * 4 * 60_000).toISOString();
    const result = always ?? inventResult(dice);
    const content = visit(dice, household, result, issuedAt);
    return { id: newId(), type: "recordEntry", entryId: newId(), unitId: author.unitId!, issuedAt, content } as Command;
  });
  return { author, at: at + households.length * 4 * 60_000, commands };
}

function inventResult(dice: Dice): VisitResult {
  const roll = dice.below(100);
  return roll < 72 ? "informed" : roll < 90 ? "absent" : roll < 95 ? "refused" : "moved";
}

function visit(dice: Dice, { id, areaId, head, address }: DemoHousehold, result: VisitResult, happenedAt: string): HouseholdVisit {
  const common = { kind: "householdVisit", happenedAt, result, household: { id, areaId } };
  if (result !== "informed") {
    const comeBackOn: LocalDate | undefined = result === "absent" && dice.chance(0.8) ? addDays(localDateOf(happenedAt), 2 + dice.below(25)) : undefined;
    return HouseholdVisit.parse({ ...common, ...(comeBackOn ? { comeBackOn } : {}), outcomes: [] });
  }
  return HouseholdVisit.parse({
    ...common,
    household: { id, areaId, head, address },
    hasAccount: dice.chance(0.6),
    hasVneid: dice.chance(0.7),
    consent: { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt: happenedAt },
    outcomes: [{ id: newId(), kind: "householdInformed" }],
  });
}
