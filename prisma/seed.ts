import pg from "pg";
import { recordActivity } from "./demo/activity";
import { loadAreas } from "./demo/areas";
import { loadCampaign } from "./demo/campaigns";
import { loadDefinitions, loadMembers, loadTargets } from "./demo/definitions";
import { loadGuides } from "./demo/guide-files";
import { insertRows } from "./demo/insert-rows";
import { listMembersInRegister } from "./demo/member-register";
import { newId } from "./demo/new-id";
import { recordOutreach } from "./demo/outreach";
import { loadPeople } from "./demo/people";
import { importRegister } from "./demo/register";
import { recordVerdicts } from "./demo/verdicts";
import { loadPlaces } from "./demo/places";
import { loadSurvey } from "./demo/survey";
import { loadShifts, recordAttendance } from "./demo/shifts";
import { loadUnits } from "./demo/units";

/**
 * Demo data: the province of the 2023 annexes with invented people and a few weeks of their work. The work
 * goes through the same commands as on any day, so tallies and history are what the server makes of it.
 */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();

const provinceId = newId();
const found = await client.query<{ present: boolean }>("select to_regclass('province') is not null as present");
if (!found.rows[0]?.present) throw new Error("The database has no tables yet: run the migrations first.");

await client.query("begin");
await client.query("select set_config('app.province', $1, true)", [provinceId]);
await insertRows(client, "province", [{ id: provinceId, code: "052", name: "Bình Định", feed_epoch: newId() }]);
const units = await loadUnits(client, provinceId);
await loadAreas(client, provinceId);
const places = await loadPlaces(client, provinceId, units);
await loadDefinitions(client, provinceId);
await loadGuides(client, provinceId);
await loadTargets(client, provinceId, units, new Date().getFullYear());
await loadMembers(client, provinceId, units);
const people = await loadPeople(client, provinceId, units);
await listMembersInRegister(client, provinceId, people);
await loadSurvey(client, provinceId, places, units);
const households = await loadCampaign(client, provinceId, { units, people });
const shifts = await loadShifts(client, provinceId, { units, people, places });
await client.query("commit");
await client.end();

await recordAttendance(provinceId, { people, shifts });
await recordOutreach(provinceId, { people, units });
await recordActivity({ provinceId, units, people, households });
await recordVerdicts(provinceId, people);

const register = new pg.Client({ connectionString: process.env.DATABASE_URL });
await register.connect();
await register.query("select set_config('app.province', $1, false)", [provinceId]);
await importRegister(register, provinceId, people);
// The server's own round comes a minute later; until then a list of 63,000 members is planned like one of ten.
await register.query("analyze");
await register.end();
