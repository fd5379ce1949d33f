import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { GET, POST } from "@/app/api/imports/route";
import { POST as inspect } from "@/app/api/imports/inspect/route";
import { GET as unread } from "@/app/api/imports/unread/route";
import { POST as upload } from "@/app/api/imports/upload/route";
import type { Row } from "@/lib/domain/import/row";
import { askQuestions } from "@/lib/server/imports/near-misses";
import { listImports, readImport } from "@/lib/server/imports/read-import";
import { readStandingPage } from "@/lib/server/imports/read-standing-page";
import { readUpload } from "@/lib/server/imports/read-upload";
import { limitsOf } from "@/lib/server/spreadsheet/limits";
import { readRows } from "@/lib/server/spreadsheet/read-rows";
import { makeManifest } from "../../factories/commands";
import { dossierColumns, dossierFile, makeImporter, piecesOf } from "../../factories/imports";
import { makePost } from "../../factories/post";
import { makeRegisterDesk } from "../../factories/register-desk";
import { makeSessionCookie } from "../../factories/session";

const now = "2026-08-20T03:00:00.000Z";
const { province, importer, newCode, verifier: keeper } = await makeRegisterDesk(now);
const verifier = await makeSessionCookie(province.client, keeper.actor.userId);
const leader = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamA)).id);
afterAll(() => province.remove());

const file = dossierFile("H08.21-260805-0001", "H08.21-260805-0002", ["2.000635", {}]);
const send = (path: string, body: string, cookie: string, origin = "http://localhost") =>
  new Request(`http://localhost${path}`, { method: "POST", headers: { cookie, host: "localhost", origin }, body });
const get = (path: string, cookie: string) => new Request(`http://localhost${path}`, { headers: { cookie, host: "localhost" } });

test("a file travels as it is: inspected, begun, uploaded, watched, and what could not be read comes back as a workbook", async () => {
  const inspected = await (await inspect(send("/api/imports/inspect?whole=no", file, verifier))).json();
  expect(inspected).toMatchObject({ kind: "dossier", columns: { length: 6 }, guesses: { dossier: { mapping: { code: 0, channel: 3 } } } });
  const id = randomUUID();
  const begin = { action: "begin", id, kind: "dossier", fileName: "tháng 8.csv", mapping: inspected.guesses.dossier.mapping };
  expect((await POST(makePost(begin, { cookie: verifier }))).status).toBe(200);
  const uploaded = await upload(send(`/api/imports/upload?id=${id}`, file, verifier));
  expect(await uploaded.json()).toMatchObject({ status: "ready", rowCount: 3, unreadCount: 1, newCount: 2 });
  expect(await (await GET(get(`/api/imports?id=${id}`, verifier))).json()).toMatchObject({ id, status: "ready" });

  const workbook = await unread(get(`/api/imports/unread?id=${id}`, verifier));
  expect(workbook.headers.get("content-disposition")).toContain("attachment");
  const rows: Row[] = [];
  for await (const slice of readRows(new Uint8Array(await workbook.arrayBuffer()), "xlsx", limitsOf.xlsx)) rows.push(...slice);
  expect(rows.map(({ cells }) => cells.at(-1))).toEqual(["Trong tệp", "2.000635"]);
});

test("others are answered as if there were nothing, and other pages not at all", async () => {
  const id = randomUUID();
  const begin = { action: "begin", id, kind: "dossier", fileName: "a.csv", mapping: { code: 0, channel: 3 } };
  await POST(makePost(begin, { cookie: verifier }));
  const answers = [
    await inspect(send("/api/imports/inspect?whole=yes", file, leader)),
    await POST(makePost({ ...begin, id: randomUUID() }, { cookie: leader })),
    await upload(send(`/api/imports/upload?id=${id}`, file, leader)),
    await GET(get(`/api/imports?id=${id}`, leader)),
    await unread(get(`/api/imports/unread?id=${id}`, leader)),
    await GET(get(`/api/imports?id=${randomUUID()}`, verifier)),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await upload(send(`/api/imports/upload?id=${id}`, file, verifier, "http://elsewhere.example"))).status).toBe(403);
  expect((await upload(send(`/api/imports/upload?id=${id}`, file, ""))).status).toBe(401);
});

test("nobody but the keeper of the registers hears of imports", async () => {
  const read = await importer.read(`${dossierColumns}\n${newCode()},,,Trực tuyến,,\n`);
  const { id } = read.ok ? read.value : { id: "" };
  const { units } = province;
  for (const role of ["volunteer", "leader", "officer", "policeVerifier", "provincePlanner", "observer"] as const) {
    const other = await province.addActingPerson(role, units.province);
    const theirs = makeImporter(other, now);
    const unknown = { ok: false, error: "unknownOrForbidden" };
    expect(await theirs.accept(id)).toEqual(unknown);
    expect(await theirs.cancel(id)).toEqual(unknown);
    expect(await theirs.change({ action: "begin", id: randomUUID(), kind: "dossier", fileName: "a", mapping: { code: 0, channel: 1 } })).toEqual({ ok: false, error: { code: "unknownOrForbidden" } });
    expect(await readUpload(other.actor, id, piecesOf(""), now)).toEqual(unknown);
    expect(await askQuestions(other.actor, makeManifest(), now)).toEqual(unknown);
    expect(await readImport(other.actor, id, now)).toBeUndefined();
    expect(await listImports(other.actor, now)).toEqual([]);
    expect(await readStandingPage(other.actor, { kind: "dossier", standing: "matched" }, now)).toBeUndefined();
  }
  expect(await importer.accept(randomUUID())).toEqual({ ok: false, error: "unknownOrForbidden" });
});
