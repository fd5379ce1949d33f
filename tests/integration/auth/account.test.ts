import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as changes } from "@/app/api/changes/route";
import { hashPassword } from "@/lib/server/auth/password";
import { finishSignIn, signIn } from "@/lib/phone/sign-in";
import { deviceHeader } from "@/lib/protocol/device-manifest";
import { changeAccount, makeAccountBrowser, readOwnAccount, type AccountBrowser } from "../../factories/account";
import { password, type SmallPerson } from "../../factories/small-province";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

let province: WorkingProvince;
let leader: SmallPerson;

beforeAll(async () => {
  province = await makeWorkingProvince();
});
afterAll(() => province.remove());
beforeEach(async () => {
  leader = await province.addPerson("leader", province.units.teamA, "Võ Quốc Bảo");
});

const chosen = "ba con trâu đi ngủ sớm";
const signInAt = ({ fetch }: AccountBrowser, said = password) => signIn({ login: leader.login, password: said }, fetch);
const isIn = async ({ fetch }: AccountBrowser) => (await finishSignIn(fetch)).ok;

async function signedIn(headers: Record<string, string> = {}): Promise<AccountBrowser> {
  const browser = makeAccountBrowser(headers);
  await signInAt(browser);
  return browser;
}

describe("a first password", () => {
  const first = "kx7m-2qpd-vh9t";
  beforeEach(async () => {
    await province.client.query("update app_user set password_hash = $1, must_change_password = true where id = $2", [await hashPassword(first), leader.id]);
  });

  test("opens once, and only the choice of another", async () => {
    const browser = makeAccountBrowser();
    expect(await signInAt(browser, first)).toEqual({ ok: false, error: { problem: "stepMissing", step: "passwordChange" } });
    expect((await browser.fetch("/api/account", {})).status).toBe(401);
    expect(await changeAccount(browser, { change: "endOtherSessions" })).toMatchObject({ code: "notSignedIn", field: "passwordChange" });
    expect(await signInAt(makeAccountBrowser(), first)).toEqual({ ok: false, error: { problem: "wrong" } });
    expect(await changeAccount(browser, { change: "password", password: first })).toMatchObject({ code: "passwordUnchanged", field: "password" });
    expect(await changeAccount(browser, { change: "password", password: chosen })).not.toHaveProperty("code");
    expect(await isIn(browser)).toBe(true);
    expect(await signInAt(makeAccountBrowser(), first)).toMatchObject({ error: { problem: "wrong" } });
    expect(await signInAt(makeAccountBrowser(), chosen)).toMatchObject({ ok: true });
  });

  test("lets one in of two who know it", async () => {
    const answers = await Promise.all([makeAccountBrowser(), makeAccountBrowser()].map((browser) => signInAt(browser, first)));
    expect(answers.map((answer) => (answer.ok ? "in" : answer.error.problem)).sort()).toEqual(["stepMissing", "wrong"]);
  });
});

describe("another password", () => {
  test("ends the other sessions with their next request, and this one goes on", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    expect(await changeAccount(here, { change: "password", current: password, password: chosen })).not.toHaveProperty("code");
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await signInAt(there)).toMatchObject({ error: { problem: "wrong" } });
    expect((await readOwnAccount(here)).events).toMatchObject([{ kind: "passwordChanged" }]);
  });

  test("needs the one of now, and guessing it gets slow", async () => {
    const browser = await signedIn();
    expect(await changeAccount(browser, { change: "password", password: chosen })).toMatchObject({ code: "required", field: "current" });
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await changeAccount(browser, { change: "password", current: `sai ${guess}`, password: chosen })).toMatchObject({ code: "passwordWrong", field: "current" });
    }
    expect(await changeAccount(browser, { change: "password", current: password, password: chosen })).toMatchObject({ code: "tooManyRequests" });
    expect(await signInAt(makeAccountBrowser())).toMatchObject({ error: { problem: "throttled" } });
  });

  test("is long, not easily guessed, and another one", async () => {
    const browser = await signedIn();
    const choose = async (said: string) => (await changeAccount(browser, { change: "password", current: password, password: said })).code;
    expect(await choose("ngắn quá")).toBe("passwordTooShort");
    expect(await choose("dài ".repeat(40))).toBe("passwordTooLong");
    expect(await choose("tinhnguyen2026")).toBe("passwordGuessable");
    expect(await choose(`${leader.login}`)).toBe("passwordGuessable");
    expect(await choose("Võ Quốc Bảo 2001")).toBe("passwordGuessable");
    expect(await choose(password)).toBe("passwordUnchanged");
    expect(await choose(chosen.normalize("NFD"))).toBeUndefined();
    expect(await signInAt(makeAccountBrowser(), chosen.normalize("NFC"))).toMatchObject({ ok: true });
  });
});

test("the longest password opens as well, however its marks are typed", async () => {
  const browser = await signedIn();
  const said = `${"Giữa trời đất có một cái cây rất cổ thụ, ".repeat(4).slice(0, 127)}ộ`;
  expect(await changeAccount(browser, { change: "password", current: password, password: said })).not.toHaveProperty("code");
  expect(await signInAt(makeAccountBrowser(), said.normalize("NFD"))).toMatchObject({ ok: true });
});

describe("own sessions", () => {
  const android = "Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
  const cookieOf = ({ cookies }: AccountBrowser) => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

  async function sync(browser: AccountBrowser, deviceId: string): Promise<void> {
    const manifest = { deviceId, pendingCount: 3, pendingIdsDigest: "", appVersion: "1", persisted: true, installed: true, clockOffsetMs: 0 };
    const headers = { cookie: cookieOf(browser), [deviceHeader]: Buffer.from(JSON.stringify(manifest)).toString("base64url") };
    await changes(new Request(`http://localhost/api/changes?personId=${leader.id}`, { headers }));
  }

  test("say where they are, this one first, with the device that first spoke in it", async () => {
    const [desk, phone] = [await signedIn({ "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/127.0" }), await signedIn({ "user-agent": android })];
    const deviceId = crypto.randomUUID();
    await sync(phone, deviceId);
    await sync(phone, crypto.randomUUID());
    await province.client.query("update device set name = 'Máy quầy 2' where id = $1", [deviceId]);
    const { sessions, login } = await readOwnAccount(desk);
    expect(login).toBe(leader.login);
    expect(sessions).toMatchObject([
      { isThis: true, browser: "Firefox", system: "Windows", withSecondFactor: false },
      { isThis: false, browser: "Chrome", system: "Android", device: { id: deviceId, name: "Máy quầy 2", unsent: 3 } },
    ]);
    expect(sessions[0]).not.toHaveProperty("device");
  });

  test("end one by one, with the next request", async () => {
    const [here, there, third] = [await signedIn(), await signedIn(), await signedIn()];
    const other = (await readOwnAccount(there)).sessions.find(({ isThis }) => isThis)!;
    expect(await changeAccount(here, { change: "endSession", sessionId: other.id })).not.toHaveProperty("code");
    expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, true]);
    expect((await readOwnAccount(here)).sessions.map(({ id }) => id)).not.toContain(other.id);
  });

  test("end all but this one", async () => {
    const [here, there, third] = [await signedIn(), await signedIn(), await signedIn()];
    await changeAccount(here, { change: "endOtherSessions" });
    expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, false]);
    expect(await readOwnAccount(here)).toMatchObject({ sessions: [{ isThis: true }], events: [{ kind: "otherSessionsEnded" }] });
  });

  test("of other people are neither seen nor ended", async () => {
    const here = await signedIn();
    const stranger = await province.addPerson("leader", province.units.teamB);
    const there = makeAccountBrowser();
    await signIn({ login: stranger.login, password }, there.fetch);
    const [theirs] = (await readOwnAccount(there)).sessions;
    expect((await readOwnAccount(here)).sessions.map(({ id }) => id)).not.toContain(theirs!.id);
    for (const sessionId of [theirs!.id, crypto.randomUUID()]) {
      expect(await changeAccount(here, { change: "endSession", sessionId })).toEqual({ code: "unknownOrForbidden" });
    }
    expect(await isIn(there)).toBe(true);
  });

  test("do not pile up where somebody signs in again", async () => {
    const here = await signedIn();
    await signInAt(here);
    expect((await readOwnAccount(here)).sessions).toHaveLength(1);
  });
});
