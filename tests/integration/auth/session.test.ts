import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { authenticate } from "@/lib/server/auth/authenticate";
import { encodeSessionToken } from "@/lib/server/auth/session-cookie";
import { revokeAllSessions, revokeSession } from "@/lib/server/auth/sessions";
import { makeSessionCookie } from "../../factories/session";
import { makeSmallProvince, type SmallPerson, type SmallProvince } from "../../factories/small-province";

let province: SmallProvince;
let volunteer: SmallPerson;
let cookie: string;

beforeAll(async () => {
  province = await makeSmallProvince();
});
afterAll(() => province.remove());
beforeEach(async () => {
  volunteer = await province.addPerson("volunteer", province.units.teamA, "Lê Nguyễn Thảo Nguyên");
  cookie = await makeSessionCookie(province.client, volunteer.id);
});

const ask = (value = cookie) => authenticate(new Request("http://localhost/api/changes", { headers: { cookie: value } }));
const deliver = () => authenticate(new Request("http://localhost/api/commands", { headers: { cookie } }), { evenDisabled: true });
/** As the desk does it. */
const disable = "update app_user set disabled_at = now(), session_version = session_version + 1 where id = $1";
const change = (sql: string) => province.client.query(sql, [volunteer.id]);

describe("a session", () => {
  test("is its person with their dated roles", async () => {
    expect(await ask()).toMatchObject({
      name: "Lê Nguyễn Thảo Nguyên",
      actor: {
        provinceId: province.provinceId,
        userId: volunteer.id,
        active: true,
        assignments: [{ role: "volunteer", unitId: province.units.teamA, validFrom: "2022-05-01" }],
      },
    });
  });

  test("that was revoked is refused with the next request", async () => {
    const person = await ask();
    await revokeSession(province.provinceId, person!.sessionId);
    expect(await ask()).toBeUndefined();
  });

  test("of a person whose sessions were all ended is refused, and a new one works", async () => {
    await revokeAllSessions(province.provinceId, volunteer.id);
    expect(await ask()).toBeUndefined();
    expect(await ask(await makeSessionCookie(province.client, volunteer.id))).toBeDefined();
  });

  test("of a disabled person only delivers what the phone still holds", async () => {
    await change(disable);
    expect(await ask()).toBeUndefined();
    expect(await deliver()).toMatchObject({ actor: { userId: volunteer.id, active: false } });
  });

  test("that had ended before its person was disabled stays ended", async () => {
    await revokeAllSessions(province.provinceId, volunteer.id);
    await change(disable);
    expect(await deliver()).toBeUndefined();
  });

  test("of before delivers nothing once its person came back, nor when they go again", async () => {
    await change(disable);
    await change("update app_user set disabled_at = null where id = $1");
    expect(await deliver()).toBeUndefined();
    await change(disable);
    expect(await deliver()).toBeUndefined();
  });

  test("that was revoked delivers nothing, disabled or not", async () => {
    await change("update app_session set revoked_at = now() where user_id = $1");
    expect(await deliver()).toBeUndefined();
  });

  test("that has expired is refused", async () => {
    await change("update app_session set expires_at = now() - interval '1 second' where user_id = $1");
    expect(await ask()).toBeUndefined();
  });

  test("slides forward with use", async () => {
    await change("update app_session set last_seen_at = now() - interval '10 days', expires_at = now() + interval '20 days' where user_id = $1");
    await ask();
    const { rows } = await change("select expires_at > now() + interval '29 days' as slid from app_session where user_id = $1");
    expect(rows).toEqual([{ slid: true }]);
  });

  test("roles that change are seen by the next request", async () => {
    await change("update role_assignment set valid_to = '2023-01-01' where user_id = $1");
    expect((await ask())!.actor.assignments).toMatchObject([{ validTo: "2023-01-01" }]);
  });
});

describe("a cookie", () => {
  test("that names somebody else's session opens nothing", async () => {
    const person = await ask();
    const other = await province.addPerson("officer", province.units.province);
    const forged = await encodeSessionToken({ sub: other.id, sessionId: person!.sessionId, sessionVersion: 1 });
    expect(await ask(`next-auth.session-token=${forged}`)).toBeUndefined();
  });

  test("of another secret, of another shape or of nobody opens nothing", async () => {
    const claims = { sub: volunteer.id, sessionId: randomUUID(), sessionVersion: 1 };
    const foreign = await encode({ token: claims, secret: "another secret of thirty-two characters" });
    for (const value of [foreign, "garbage", "", `${cookie.split("=")[1]}x`]) {
      expect(await ask(`next-auth.session-token=${value}`)).toBeUndefined();
    }
    expect(await authenticate(new Request("http://localhost/"))).toBeUndefined();
  });
});
