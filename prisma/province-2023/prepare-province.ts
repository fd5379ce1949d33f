import type { Client } from "pg";
import { actorOf } from "../demo/acting";
import { loadAreas } from "../demo/areas";
import { loadDefinitions, loadTargets } from "../demo/definitions";
import { loadGuides } from "../demo/guide-files";
import { insertRows } from "../demo/insert-rows";
import { newId } from "../demo/new-id";
import { loadPeople } from "../demo/people";
import { loadPlaces } from "../demo/places";
import { loadUnits } from "../demo/units";
import { loadHamlets } from "./hamlets";
import { loadStaff } from "./staff";
import type { Province } from "./write-province";

/** The province of the annexes before anybody has done anything: units, areas, definitions, targets, people. */
export async function prepareProvince(client: Client): Promise<Province> {
  const provinceId = newId();
  await client.query("begin");
  await client.query("select set_config('app.province', $1, false)", [provinceId]);
  await insertRows(client, "province", [{ id: provinceId, code: "052", name: "Bình Định", feed_epoch: newId() }]);
  const units = await loadUnits(client, provinceId);
  await loadAreas(client, provinceId);
  await loadPlaces(client, provinceId, units);
  await loadDefinitions(client, provinceId);
  await loadGuides(client, provinceId);
  await loadTargets(client, provinceId, units, new Date().getFullYear());
  const people = await loadPeople(client, provinceId, units);
  const staff = await loadStaff(client, provinceId, units);
  const hamlets = await loadHamlets(client, provinceId, units);
  await client.query("commit");
  return { provinceId, verifier: actorOf(provinceId, people.find(({ role }) => role === "provinceVerifier")!), people, staff, hamlets };
}
