import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/guides/route";
import { parseGuide } from "@/lib/domain/guide/parse-guide";
import { checkGuide } from "@/lib/domain/guide/check-guide";
import { Instant } from "@/lib/domain/time/local-date";
import type { Role } from "@/lib/domain/people/actor";
import { ErrorResponse } from "@/lib/protocol/error-response";
import { GuidesResponse, SaveGuideResponse, type SaveGuideRequest } from "@/lib/protocol/guides";
import type { Person } from "@/lib/server/auth/person";
import { readChanges } from "@/lib/server/changes/read-changes";
import { withActor } from "@/lib/server/database/with-actor";
import { readGuideHistory, readNewestVersions } from "@/lib/server/guides/read-guide-versions";
import { guideSlugs, loadGuides } from "../../../prisma/demo/guide-files";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let planner: Person;
let volunteer: Person;
let cookies: { planner: string; verifier: string; volunteer: string };
const now = () => new Date().toISOString();

beforeAll(async () => {
  province = await makeWorkingProvince();
  const { units, client } = province;
  const sign = async (person: Person) => makeSessionCookie(client, person.actor.userId);
  planner = await province.addActingPerson("provincePlanner", units.province);
  volunteer = await province.addActingPerson("volunteer", units.teamA);
  const verifier = await province.addActingPerson("provinceVerifier", units.province);
  cookies = { planner: await sign(planner), verifier: await sign(verifier), volunteer: await sign(volunteer) };
});
afterAll(() => province.remove());
beforeEach(async () => {
  await province.client.query("truncate guide");
  await loadGuides(province.client, province.provinceId);
});

const read = (headers: Record<string, string> = {}, cookie = cookies.volunteer) =>
  GET(new Request("http://localhost/api/guides", { headers: { cookie, ...headers } }));

async function guides() {
  return GuidesResponse.parse(await (await read()).json());
}

const change = { slug: "nop-ho-so", expectedVersion: 1, title: "Nộp hồ sơ", markdown: "1. Mở cổng", retired: false };

const save = (changes: Partial<SaveGuideRequest> = {}, cookie = cookies.planner) => POST(makePost({ ...change, ...changes }, { cookie }));

async function refused(changes: Partial<SaveGuideRequest>, cookie?: string) {
  const answer = await save(changes, cookie);
  return [answer.status, ErrorResponse.parse(await answer.json()).error];
}

describe("the guides of a new province", () => {
  test("are five, in order, and everybody reads them", async () => {
    expect((await guides()).guides.map(({ slug, version }) => [slug, version])).toEqual(guideSlugs.map((slug) => [slug, 1]));
  });

  test("are short, could be saved as they are, and leave passwords and codes to the citizen", async () => {
    for (const guide of (await guides()).guides) {
      expect(checkGuide(guide)).toEqual([]);
      const steps = parseGuide(guide.markdown).filter(({ kind }) => kind === "step");
      expect(steps.length).toBeGreaterThanOrEqual(4);
      expect(steps.length).toBeLessThanOrEqual(9);
      expect(guide.markdown).toMatch(/> .*người dân tự gõ mật khẩu và mã OTP/i);
      expect(guide.markdown.match(/!\[/g)?.length).toBe(steps.filter((step) => "drawing" in step).length);
    }
  });

  test("never replace what the province has written since", async () => {
    await save();
    expect(await loadGuides(province.client, province.provinceId)).toEqual([]);
    expect((await guides()).guides.find(({ slug }) => slug === "nop-ho-so")).toMatchObject({ version: 2, markdown: "1. Mở cổng" });
  });
});

describe("reading", () => {
  test("needs a session", async () => expect((await read({}, "")).status).toBe(401));

  test("answers 304 without a body to who has them already, until one of them changes", async () => {
    const first = await read();
    const etag = first.headers.get("etag")!;
    expect(etag).toBe(`"${(await guides()).version}"`);
    const again = await read({ "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await save();
    expect((await read({ "if-none-match": etag })).status).toBe(200);
  });

  test("the feed names the same version", async () => {
    const feed = await readChanges(volunteer, { headers: new Headers(), personId: volunteer.actor.userId, now: Instant.parse(now()) } as never);
    expect(feed.guides).toBe((await guides()).version);
  });
});

describe("a new version", () => {
  test("stands for everybody at once; the earlier ones stay, with who wrote them", async () => {
    expect(SaveGuideResponse.parse(await (await save()).json())).toMatchObject({ slug: "nop-ho-so", version: 2 });
    await save({ expectedVersion: 2, markdown: "1. Mở\r\n2. Nộp\n" }, cookies.verifier);
    expect((await guides()).guides.find(({ slug }) => slug === "nop-ho-so")).toMatchObject({ version: 3, markdown: "1. Mở\n2. Nộp" });
    const history = await readGuideHistory(planner.actor, "nop-ho-so", now());
    expect(history?.map(({ version, editedBy }) => [version, editedBy === null])).toEqual([[3, false], [2, false], [1, true]]);
  });

  test("keeps the guide's place; a new guide comes last", async () => {
    await save();
    await save({ slug: "doi-so-dien-thoai", expectedVersion: 0, title: "Đổi số điện thoại" });
    expect((await guides()).guides.map(({ slug }) => slug)).toEqual([...guideSlugs, "doi-so-dien-thoai"]);
  });

  test("may take a guide out of use, and bring it back", async () => {
    await save({ retired: true });
    expect((await guides()).guides.map(({ slug }) => slug)).not.toContain("nop-ho-so");
    expect((await readNewestVersions(planner.actor, now()))?.at(-1)).toMatchObject({ slug: "nop-ho-so", retired: true });
    await save({ expectedVersion: 2 });
    expect((await guides()).guides.map(({ slug }) => slug)).toEqual(guideSlugs);
  });

  test.each<[string, Partial<SaveGuideRequest>, number, object]>([
    ["without a title", { title: " " }, 400, { code: "required", field: "title" }],
    ["with a title that is too long", { title: "a".repeat(81) }, 400, { code: "tooLong", field: "title" }],
    ["without text", { markdown: "" }, 400, { code: "required", field: "markdown" }],
    ["without a step", { markdown: "chỉ có chữ" }, 400, { code: "guideStepsMissing", field: "markdown" }],
    ["with a text that is too long", { markdown: `1. ${"a".repeat(8_000)}` }, 400, { code: "tooLong", field: "markdown" }],
    ["with a name that is taken", { expectedVersion: 0 }, 400, { code: "guideExists", field: "title" }],
    ["with a name that no address can hold", { slug: "../x", expectedVersion: 0 }, 400, { code: "malformed", field: "title" }],
    ["on top of a version that is not the newest", { expectedVersion: 7 }, 409, { code: "versionConflict" }],
  ])("is refused %s", async (_, changes, status, error) => {
    expect(await refused(changes)).toEqual([status, error]);
    expect((await guides()).guides.every(({ version }) => version === 1)).toBe(true);
  });

  test("is written once when two people save at the same moment", async () => {
    const answers = await Promise.all([save({ title: "Một" }), save({ title: "Hai" }, cookies.verifier), save({ title: "Ba" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe("only the province's offices write", () => {
  const others: Role[] = ["volunteer", "leader", "officer", "observer", "policeVerifier"];

  test.each(others)("a %s is refused, and sees no history", async (role) => {
    const person = await province.addActingPerson(role, province.units.province);
    expect(await refused({}, await makeSessionCookie(province.client, person.actor.userId))).toEqual([403, { code: "forbidden" }]);
    expect(await readNewestVersions(person.actor, now())).toBeUndefined();
    expect(await readGuideHistory(person.actor, "nop-ho-so", now())).toBeUndefined();
  });

  test("the database refuses as well, also in another's name, and nobody rewrites a version", async () => {
    const leader = await province.addActingPerson("leader", province.units.province);
    const insert = (actor: Person["actor"], editor: string) =>
      withActor(actor, (tx) => tx.$executeRaw`
        insert into guide (province_id, slug, version, title, markdown, sort_order, edited_by_id, edited_at)
        values (${actor.provinceId}::uuid, 'moi', 1, 'Mới', '1. Mở', 9, ${editor}::uuid, now())`);
    await expect(insert(leader.actor, leader.actor.userId)).rejects.toThrow("42501");
    await expect(insert(planner.actor, leader.actor.userId)).rejects.toThrow("42501");
    await expect(withActor(planner.actor, (tx) => tx.$executeRaw`update guide set markdown = ''`)).rejects.toThrow("42501");
    await expect(withActor(planner.actor, (tx) => tx.$executeRaw`delete from guide`)).rejects.toThrow("42501");
    expect(await insert(planner.actor, planner.actor.userId)).toBe(1);
  });
});

