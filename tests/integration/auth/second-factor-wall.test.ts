import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET as changes } from "@/app/api/changes/route";
import { POST as clients } from "@/app/api/clients/route";
import { POST as commands } from "@/app/api/commands/route";
import type { Role } from "@/lib/domain/people/actor";
import { resetByLogin } from "@/lib/server/account/reset-by-login";
import { saveAccountEvent } from "@/lib/server/auth/account-events";
import { withActor } from "@/lib/server/database/with-actor";
import { environment } from "@/lib/server/env/environment";
import { signIn, takeSecondStep } from "@/lib/phone/sign-in";
import { aMomentPasses, holdClock, makeAccountBrowser, readOwnAccount, resetFactorOf, setUpSecondFactor } from "../../factories/account";
import { codeOf } from "../../factories/authenticator";
import { makePost } from "../../factories/post";
import { makeSessionCookie } from "../../factories/session";
import { password, type SmallPerson } from "../../factories/small-province";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;

holdClock();
beforeAll(async () => {
  province = await makeWorkingProvince();
});
afterAll(() => province.remove());

const refusalOf = async (answer: Response) => ({ status: answer.status, ...((await answer.json()) as { error?: object }).error });
const newClient = (cookie: string) => clients(makePost({ change: "create", id: crypto.randomUUID(), name: "IOC" }, { cookie }));

describe("a session without a second factor", () => {
  test.each(["officer", "policeVerifier", "policeHelper", "provinceVerifier", "provincePlanner", "observer"] satisfies Role[])("of %s is refused by the interfaces, and one with it is not", async (role) => {
    const person = await province.addPerson(role, province.units.province);
    const ask = async (factors: 1 | 2) => {
      const cookie = await makeSessionCookie(province.client, person.id, factors);
      return refusalOf(await changes(new Request(`http://localhost/api/changes?personId=${person.id}`, { headers: { cookie } })));
    };
    expect(await ask(1)).toEqual({ status: 401, code: "notSignedIn", field: "secondFactorSetup" });
    expect((await ask(2)).status).toBe(200);
  });

  test("changes nothing, and nothing is delivered with it either", async () => {
    const verifier = await province.addPerson("provinceVerifier", province.units.province);
    const weak = await makeSessionCookie(province.client, verifier.id, 1);
    expect(await refusalOf(await newClient(weak))).toMatchObject({ status: 401, field: "secondFactorSetup" });
    expect((await newClient(await makeSessionCookie(province.client, verifier.id))).status).toBe(200);
    expect((await commands(makePost({}, { cookie: weak }))).status).toBe(401);
  });

  test("delivers nothing on a phone that was taken back either, once there is one", async () => {
    const officer = await province.addPerson("officer", province.units.district);
    const browser = makeAccountBrowser();
    await signIn({ login: officer.login, password }, browser.fetch);
    await setUpSecondFactor(browser);
    const weak = await makeSessionCookie(province.client, officer.id, 1);
    const deviceId = crypto.randomUUID();
    await province.client.query("insert into device (id, province_id, revoked_at) values ($1, $2, now())", [deviceId, province.provinceId]);
    await province.client.query("update app_session set device_id = $1 where user_id = $2 and factors = 1", [deviceId, officer.id]);
    expect((await changes(new Request(`http://localhost/api/changes?personId=${officer.id}`, { headers: { cookie: weak } }))).status).toBe(401);
    expect((await commands(makePost({}, { cookie: weak }))).status).toBe(401);
  });

  test("goes on where the deployment only offers it, until the person sets one up", async () => {
    const officer = await province.addPerson("officer", province.units.district);
    const settings = environment() as { secondFactor: "required" | "offered" };
    settings.secondFactor = "offered";
    try {
      const [here, there] = [makeAccountBrowser(), makeAccountBrowser()];
      for (const { fetch } of [here, there]) expect(await signIn({ login: officer.login, password }, fetch)).toMatchObject({ ok: true });
      const { secret } = await setUpSecondFactor(here, password);
      expect((await here.fetch("/api/account", {})).status).toBe(200);
      expect((await there.fetch("/api/account", {})).status).toBe(401);
      expect(await signIn({ login: officer.login, password }, there.fetch)).toMatchObject({ error: { step: "secondFactor" } });
      expect(await takeSecondStep(codeOf(secret), there.fetch)).toMatchObject({ ok: true });
    } finally {
      settings.secondFactor = "required";
    }
  });
});

test("nobody's transaction reaches the authenticator, the codes, the sessions or the history of somebody it does not manage", async () => {
  const [officer, colleague] = [await province.addActingPerson("officer", province.units.district), await province.addActingPerson("officer", province.units.district)];
  const browser = makeAccountBrowser();
  const { rows: [{ login }] } = await province.client.query("select login from app_user where id = $1", [colleague.actor.userId]);
  await signIn({ login, password }, browser.fetch);
  await setUpSecondFactor(browser);
  const { userId } = colleague.actor;
  await withActor(officer.actor, async (tx) => {
    for (const table of ["second_factor", "recovery_code", "account_event", "app_session"]) {
      expect(await tx.$queryRawUnsafe<object[]>(`select user_id from ${table} where user_id = '${userId}'`), table).toEqual([]);
    }
    expect(await tx.$executeRaw`delete from second_factor where user_id = ${userId}::uuid`).toBe(0);
    expect(await tx.$executeRaw`update app_session set revoked_at = now(), factors = 2 where user_id = ${userId}::uuid`).toBe(0);
  });
  const inTheirName = withActor(officer.actor, (tx) => saveAccountEvent(tx, { provinceId: province.provinceId, userId, actorId: officer.actor.userId }, "secondFactorReset", new Date().toISOString()));
  await expect(inTheirName).rejects.toThrow(/row-level security/);
});

describe("a lost authenticator", () => {
  const withFactor = async (role: Role, unitId: string, name?: string) => {
    const person = await province.addPerson(role, unitId, name);
    const browser = makeAccountBrowser();
    await signIn({ login: person.login, password }, browser.fetch);
    await setUpSecondFactor(browser);
    return { ...person, browser };
  };
  const logged = async ({ id }: SmallPerson) =>
    (await province.client.query("select count(*)::int as count from command_log where actor_id = $1 and type = 'resetSecondFactor'", [id])).rows[0].count;

  test("is taken away by an officer above: sessions end, the person hears who did it, and sets up another", async () => {
    const above = await withFactor("officer", province.units.province, "Cao Nguyễn Đình Trọng");
    const officer = await withFactor("officer", province.units.district);
    aMomentPasses();
    expect(await resetFactorOf(above.browser, officer.id)).not.toHaveProperty("code");
    aMomentPasses();
    expect((await officer.browser.fetch("/api/account", {})).status).toBe(401);
    expect(await signIn({ login: officer.login, password }, officer.browser.fetch)).toMatchObject({ error: { step: "secondFactorSetup" } });
    await setUpSecondFactor(officer.browser);
    expect((await readOwnAccount(officer.browser)).events).toMatchObject([{ kind: "secondFactorSet" }, { kind: "secondFactorReset", byOther: "Cao Nguyễn Đình Trọng" }, { kind: "secondFactorSet" }]);
    expect(await logged(above)).toBe(1);
    const { rows } = await province.client.query("select kind, actor_id from person_change where user_id = $1", [officer.id]);
    expect(rows).toEqual([{ kind: "secondFactorReset", actor_id: above.id }]);
    expect(await resetFactorOf(above.browser, (await province.addPerson("officer", province.units.district)).id)).toMatchObject({ code: "notAllowedInThisState" });
  });

  test("of the police and of the province is the province's to take away", async () => {
    const verifier = await withFactor("provinceVerifier", province.units.province);
    const officer = await withFactor("officer", province.units.province);
    for (const role of ["policeVerifier", "provincePlanner", "provinceVerifier"] as const) {
      const person = await withFactor(role, province.units.province);
      expect(await resetFactorOf(officer.browser, person.id), role).toMatchObject({ code: "unknownOrForbidden" });
      expect(await resetFactorOf(verifier.browser, person.id), role).not.toHaveProperty("code");
    }
  });

  test("of whom nobody is above is taken away by whoever runs the server", async () => {
    const verifier = await withFactor("provinceVerifier", province.units.province);
    expect(await resetByLogin("khong.co.ai", new Date().toISOString())).toBe(false);
    expect(await resetByLogin(` ${verifier.login.toUpperCase()}`, new Date().toISOString())).toBe(true);
    expect((await verifier.browser.fetch("/api/account", {})).status).toBe(401);
    expect(await resetByLogin(verifier.login, new Date().toISOString())).toBe(false);
  });

  test("is not one's own, a colleague's, an upper officer's or a stranger's to take away, and all look alike", async () => {
    const officer = await withFactor("officer", province.units.district);
    const colleague = await withFactor("officer", province.units.district);
    const above = await withFactor("officer", province.units.province);
    for (const id of [officer.id, colleague.id, above.id, crypto.randomUUID()]) {
      expect(await resetFactorOf(officer.browser, id)).toEqual({ code: "unknownOrForbidden" });
    }
    expect((await above.browser.fetch("/api/account", {})).status).toBe(200);
    expect(await logged(officer)).toBe(0);
  });
});
