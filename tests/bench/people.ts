import { randomUUID } from "node:crypto";
import { POST } from "@/app/api/people/file/route";
import { LocalDate } from "@/lib/domain/time/local-date";
import { listPeople } from "@/lib/server/people/list-people";
import { FileProgress, PeopleAccepted, PeoplePlanned } from "@/lib/protocol/people";
import { makeSessionCookie } from "../factories/session";
import { startBenchDatabase } from "./bench-database";
import { fillPeopleProvince } from "./people/fill-province";
import { writePeopleFile } from "./people/people-file";

/**
 * A workbook of 5,000 people through the route as the desk's page uses it: looked at, accepted, looked at again; then with
 * one wrong cell in every twenty rows. `--rows=N` for another size. Ends with 1 where the first two together take longer
 * than the limit, where no progress is told, or where anything is not as it should be.
 */
const options = new Map(process.argv.slice(2).map((option) => option.replace(/^--/, "").split("=") as [string, string]));
const rows = Number(options.get("rows") ?? 5_000);
const limitSeconds = 30;

const { client, stop } = await startBenchDatabase();
try {
  const { provinceId, topUnitId, officerId, unitNames } = await fillPeopleProvince(client);
  const cookie = await makeSessionCookie(client, officerId);
  const send = async (file: Buffer, query: Record<string, string>) => {
    const begin = performance.now();
    const answer = await POST(new Request(`http://localhost/api/people/file?${new URLSearchParams(query)}`, {
      method: "POST", body: new Uint8Array(file), headers: { cookie, host: "localhost", origin: "http://localhost" },
    }));
    const lines = (await answer.text()).trim().split("\n").map((line): unknown => JSON.parse(line));
    return { last: lines.at(-1), steps: lines.filter((line) => FileProgress.safeParse(line).success).length, seconds: (performance.now() - begin) / 1_000 };
  };

  const file = await writePeopleFile(rows, unitNames);
  const previewed = await send(file, { action: "plan" });
  const { plan } = PeoplePlanned.parse(previewed.last);
  const accepted = await send(file, { action: "accept", id: randomUUID(), digest: plan.digest });
  const { newCount } = PeopleAccepted.parse(accepted.last);
  const again = await send(file, { action: "plan" });
  const { plan: same } = PeoplePlanned.parse(again.last);
  const wrong = await send(await writePeopleFile(rows, unitNames, { wrongEvery: 20 }), { action: "plan" });
  const { plan: told } = PeoplePlanned.parse(wrong.last);
  const actor = { provinceId, userId: officerId, active: true, assignments: [{ role: "provinceVerifier" as const, unitId: topUnitId, validFrom: LocalDate.parse("2022-05-01") }] };
  const listing = performance.now();
  const listed = await listPeople(actor, { search: "nguyen an" }, new Date().toISOString());
  const listSeconds = (performance.now() - listing) / 1_000;
  const { rows: [stored] } = await client.query<{ people: number; roles: number }>("select (select count(*)::int from app_user) as people, (select count(*)::int from role_assignment) as roles");

  const total = previewed.seconds + accepted.seconds;
  console.log(`rows=${rows} file=${Math.round(file.length / 1024)} KB preview=${seconds(previewed)} accept=${seconds(accepted)} again=${seconds(again)} wrong=${seconds(wrong)} told=${previewed.steps}+${accepted.steps} times`);
  console.log(`list of ${listed.total} found among all=${listSeconds.toFixed(2)}s`);
  console.log(`people import=${total.toFixed(1)}s (limit ${limitSeconds}) new=${newCount} same=${same.sameCount} wrong rows=${told.wrongRowCount} wrong cells=${told.problemCount}`);
  const isRight = newCount === rows && stored!.people === rows + 1 && stored!.roles === rows + 1 && same.sameCount === rows && same.newCount + same.changedCount + same.problemCount === 0
    && told.wrongRowCount === Math.floor(rows / 20) && previewed.steps > 1 && accepted.steps > 1;
  if (total > limitSeconds || !isRight) process.exitCode = 1;
  if (!isRight) console.error("The numbers are not what the file says.");
} finally {
  const { closeDatabase } = await import("@/lib/server/database/client");
  await closeDatabase();
  await stop();
}

function seconds({ seconds: duration }: { readonly seconds: number }): string {
  return `${duration.toFixed(1)}s`;
}
