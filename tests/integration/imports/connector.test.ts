import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Person } from "@/lib/server/auth/person";
import { findImporter } from "@/lib/server/imports/connector/find-importer";
import { httpSource, usualSettings } from "@/lib/server/imports/connector/http-source";
import { pullRegister } from "@/lib/server/imports/connector/pull-register";
import { pullSettings } from "@/lib/server/imports/connector/pull-settings";
import { listImports } from "@/lib/server/imports/read-import";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let verifier: Person;
let origin: string;
let minutes = 0;
const server = createServer((request, response) => respond(request, response));
const tick = () => new Date(Date.parse("2026-08-20T03:00:00.000Z") + ++minutes * 60_000).toISOString();

/** What the other side says next, before what it usually says; and what it was asked. */
let trouble: ((response: ServerResponse) => void)[] = [];
let asked: { since: string | null; authorization: string | undefined }[] = [];
/** What it holds, in the order in which it changed; a page is two records. */
let held: object[] = [];

function respond({ url = "/", headers }: IncomingMessage, response: ServerResponse): void {
  const since = new URL(url, origin).searchParams.get("since");
  asked.push({ since, authorization: headers.authorization });
  const problem = trouble.shift();
  if (problem) return problem(response);
  const from = Number(since ?? 0);
  const records = url.startsWith("/register/dossiers") ? held.slice(from, from + 2) : [];
  response.setHeader("content-type", "application/json").end(JSON.stringify({ records, next: String(from + records.length), more: from + records.length < held.length && records.length > 0 }));
}

const says = (status: number, headers: Record<string, string> = {}, body = "") => (response: ServerResponse) => void response.writeHead(status, headers).end(body);
const dossier = (number: number, changes: object = {}) => ({ code: `H08.21-260805-${String(1000 + number)}`, channel: "Trực tuyến", service: "Đăng ký khai sinh", ...changes });
const pull = (now = tick()) => pullRegister(verifier.actor, {
  source: httpSource({ ...usualSettings, url: `${origin}/register`, token: "secret", requestsPerSecond: 1_000, tries: 3, firstPause: 1 }), kind: "dossier", now,
});
const known = async () => (await province.client.query("select distinct dossier_code from register_record join import_batch on id = import_batch_id and accepted_at is not null")).rows.length;

beforeAll(async () => {
  province = await makeWorkingProvince();
  verifier = await province.addActingPerson("provinceVerifier", province.units.province);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  trouble = [];
  asked = [];
});
afterAll(async () => {
  server.close();
  await province.remove();
});

test("pages are pulled to the end, read like the rows of a file, accepted, and named in the history", async () => {
  held = [dossier(1), dossier(2), dossier(3, { channel: "không rõ" }), dossier(4), dossier(5)];
  expect(await pull()).toMatchObject({ state: { status: "accepted", rowCount: 5, unreadCount: 1, newCount: 4 } });
  expect(asked).toEqual([null, "2", "4"].map((since) => ({ since, authorization: "Bearer secret" })));
  expect(await known()).toBe(4);
  expect((await listImports(verifier.actor, tick()))[0]).toMatchObject({ source: "connector", importedBy: verifier.name, status: "accepted" });
});

test("the next pull goes on from the cursor, and brings nothing where nothing changed", async () => {
  const before = (await listImports(verifier.actor, tick())).filter(({ status }) => status === "accepted").length;
  expect(await pull()).toMatchObject({ state: { rowCount: 0 } });
  expect(asked[0]!.since).toBe("5");
  held = [...held, dossier(1, { channel: "Trực tiếp" }), dossier(6)];
  expect(await pull()).toMatchObject({ state: { status: "accepted", newCount: 1, changedCount: 1 } });
  expect((await listImports(verifier.actor, tick())).filter(({ status }) => status === "accepted").length).toBe(before + 1);
});

test("a busy server is asked again when it says so, a broken page and a fault a little later", async () => {
  held = [...held, dossier(7)];
  trouble = [says(429, { "retry-after": "0" }), says(500)];
  expect(await pull()).toMatchObject({ state: { status: "accepted", newCount: 1 } });
  expect(asked).toHaveLength(3);
  held = [...held, dossier(8)];
  trouble = [says(200, {}, `{"records": [{"code": "H0`), says(200, {}, `{"records": "none"}`)];
  expect(await pull()).toMatchObject({ state: { status: "accepted", newCount: 1 } });
});

test("what came before it gave up is kept, and the rest is pulled from there", async () => {
  const before = await known();
  held = [...held, dossier(10), dossier(11), dossier(12), dossier(13)];
  const [start] = [held.length - 4];
  trouble = [(response) => void response.end(JSON.stringify({ records: held.slice(start, start + 2), next: String(start + 2), more: true })), says(502), says(502), (response) => void response.destroy()];
  const first = await pull();
  expect(first).toMatchObject({ state: { status: "accepted", newCount: 2 }, stoppedBy: "No answer" });
  expect(await known()).toBe(before + 2);
  asked = [];
  expect(await pull()).toMatchObject({ state: { status: "accepted", newCount: 2 } });
  expect(asked[0]!.since).toBe(String(start + 2));
});

test("a server that refuses is not asked again", async () => {
  trouble = [says(403)];
  expect(await pull()).toMatchObject({ stoppedBy: "HTTP 403" });
  expect(asked).toHaveLength(1);
});

test("it is pulled on behalf of a keeper of the registers only", async () => {
  const { login } = await province.addPerson("provinceVerifier", province.units.province);
  const importer = (await findImporter(login))!;
  expect(importer.assignments).toMatchObject([{ role: "provinceVerifier", unitId: province.units.province }]);
  expect(await findImporter("nobody")).toBeUndefined();
  const officer = await province.addActingPerson("officer", province.units.province);
  const source = httpSource({ ...usualSettings, url: origin, token: "secret" });
  expect(await pullRegister(officer.actor, { source, kind: "dossier", now: tick() })).toEqual({ refusal: "unknownOrForbidden" });
  expect(() => pullSettings({ REGISTER_URL: "igate", REGISTER_IMPORTER: "vanphong" })).toThrow("REGISTER_URL, REGISTER_TOKEN");
});
