import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { finishSignIn, signIn, takeSecondStep } from "@/lib/phone/sign-in";
import { aMomentPasses, changeAccount, holdClock, makeAccountBrowser, readOwnAccount, setUpSecondFactor, type AccountBrowser } from "../../factories/account";
import { codeOf } from "../../factories/authenticator";
import { makeSmallProvince, password, type SmallPerson, type SmallProvince } from "../../factories/small-province";

let province: SmallProvince;
let officer: SmallPerson;

holdClock();
beforeAll(async () => {
  province = await makeSmallProvince();
});
afterAll(() => province.remove());
beforeEach(async () => {
  officer = await province.addPerson("officer", province.units.district, "Lương Thị Kim Thoa");
});

const missing = (step: string) => ({ ok: false, error: { problem: "stepMissing", step } });
const wrong = { ok: false, error: { problem: "wrong" } };
const signInAt = ({ fetch }: AccountBrowser, { login } = officer) => signIn({ login, password }, fetch);

/** Signed in with a password, in a browser of its own. */
async function begun(person = officer): Promise<AccountBrowser> {
  const browser = makeAccountBrowser();
  await signInAt(browser, person);
  return browser;
}

describe("the first sign-in of an officer", () => {
  test("leads to setting up an authenticator, and only then in", async () => {
    const browser = makeAccountBrowser();
    expect(await signInAt(browser)).toEqual(missing("secondFactorSetup"));
    const { recoveryCodes } = await setUpSecondFactor(browser);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await finishSignIn(browser.fetch)).toMatchObject({ ok: true, value: { personId: officer.id, roles: ["officer"] } });
    expect(await readOwnAccount(browser)).toMatchObject({ secondFactor: { isOn: true, isRequired: true, recoveryCodesLeft: 10 }, events: [{ kind: "secondFactorSet" }] });
  });

  test("a volunteer and a leader come in without, and may have one all the same", async () => {
    for (const role of ["volunteer", "leader"] as const) {
      const person = await province.addPerson(role, province.units.teamA);
      const browser = makeAccountBrowser();
      expect(await signInAt(browser, person)).toMatchObject({ ok: true, value: { roles: [role] } });
      expect(await changeAccount(browser, { change: "offerSecondFactor", current: "sai" })).toMatchObject({ code: "passwordWrong", field: "current" });
      await setUpSecondFactor(browser, password);
      expect(await signInAt(makeAccountBrowser(), person)).toEqual(missing("secondFactor"));
      expect(await changeAccount(browser, { change: "removeSecondFactor", current: password })).not.toHaveProperty("code");
      expect(await signInAt(makeAccountBrowser(), person)).toMatchObject({ ok: true });
    }
  });

  test("a secret counts only once a code of it was given, and an offer ends", async () => {
    const browser = await begun();
    const { offered } = await changeAccount(browser, { change: "offerSecondFactor" });
    expect(await changeAccount(browser, { change: "confirmSecondFactor", code: "000000" })).toMatchObject({ code: "codeWrong", field: "code" });
    expect(await signInAt(makeAccountBrowser())).toEqual(missing("secondFactorSetup"));
    await province.client.query("update second_factor set offered_at = offered_at - interval '16 minutes' where user_id = $1", [officer.id]);
    expect(await changeAccount(browser, { change: "confirmSecondFactor", code: codeOf(offered!.secret) })).toMatchObject({ code: "codeWrong" });
  });
});

describe("the second step", () => {
  let secret: string;
  let recoveryCodes: readonly string[];

  beforeEach(async () => {
    ({ secret, recoveryCodes } = await setUpSecondFactor(await begun()));
  });

  test("takes the authenticator's code and begins another session", async () => {
    const browser = await begun();
    const before = new Map(browser.cookies);
    expect(await takeSecondStep(codeOf(secret), browser.fetch)).toMatchObject({ ok: true, value: { personId: officer.id } });
    const former = makeAccountBrowser();
    for (const [name, value] of before) former.cookies.set(name, value);
    expect(await finishSignIn(former.fetch)).toEqual({ ok: false, error: { problem: "notBegun" } });
    const { rows } = await province.client.query("select factors from app_session where user_id = $1 and revoked_at is null and expires_at > now() + interval '29 days'", [officer.id]);
    expect(rows.filter(({ factors }) => factors === 2)).toHaveLength(2);
  });

  test("refuses a code that was used, also to two who try it at once", async () => {
    const code = codeOf(secret);
    const browsers = await Promise.all([begun(), begun()]);
    const answers = await Promise.all(browsers.map(({ fetch }) => takeSecondStep(code, fetch)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(wrong);
    expect(await takeSecondStep(code, (await begun()).fetch)).toEqual(wrong);
    expect(await takeSecondStep(codeOf(secret, 1), (await begun()).fetch)).toMatchObject({ ok: true });
  });

  test("takes a recovery code once, however it is typed, and tells of it", async () => {
    const [first = "", second = ""] = recoveryCodes;
    const browser = await begun();
    aMomentPasses();
    expect(await takeSecondStep(` ${first.toLowerCase().replace("-", " ")} `, browser.fetch)).toMatchObject({ ok: true });
    expect(await readOwnAccount(browser)).toMatchObject({ secondFactor: { recoveryCodesLeft: 9 }, events: [{ kind: "recoveryCodeUsed" }, { kind: "secondFactorSet" }] });
    const browsers = await Promise.all([begun(), begun()]);
    const answers = await Promise.all(browsers.map(({ fetch }) => takeSecondStep(second, fetch)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await takeSecondStep(first, (await begun()).fetch)).toEqual(wrong);
  });

  test("is nothing without the first one", async () => {
    const { fetch, answers } = makeAccountBrowser();
    const notBegun = { ok: false, error: { problem: "notBegun" } };
    expect(await takeSecondStep(codeOf(secret), fetch)).toEqual(notBegun);
    expect(answers.at(-1)!.status).toBe(401);
    expect(await finishSignIn(fetch)).toEqual(notBegun);
  });

  test("gets slow for whoever guesses, and the password does not make it quick again", async () => {
    for (let guess = 0; guess < 5; guess += 1) expect(await takeSecondStep(`00000${guess}`, (await begun()).fetch)).toEqual(wrong);
    const browser = await begun();
    expect(await takeSecondStep(codeOf(secret), browser.fetch)).toMatchObject({ error: { problem: "throttled", seconds: expect.any(Number) } });
    await province.client.query("update sign_in_attempt set at = at - interval '20 seconds'");
    expect(await takeSecondStep(codeOf(secret), browser.fetch)).toMatchObject({ ok: true });
  });

  test("is not over with a password alone: such a session soon ends, and changes nothing", async () => {
    const browser = await begun();
    expect(await changeAccount(browser, { change: "password", current: password, password: "ba con trâu đi ngủ sớm" })).toMatchObject({ code: "notSignedIn", field: "secondFactor" });
    expect(await changeAccount(browser, { change: "offerSecondFactor", current: password })).toMatchObject({ code: "notSignedIn" });
    expect((await browser.fetch("/api/account", {})).status).toBe(401);
    const { rows } = await province.client.query("select count(*)::int as count from app_session where user_id = $1 and factors = 1 and revoked_at is null and expires_at > now() + interval '16 minutes'", [officer.id]);
    expect(rows).toEqual([{ count: 0 }]);
  });

  test("new recovery codes void the old ones, another authenticator the one before", async () => {
    const browser = await begun();
    await takeSecondStep(codeOf(secret), browser.fetch);
    const renewed = await changeAccount(browser, { change: "recoveryCodes", current: password });
    expect(await takeSecondStep(recoveryCodes[0]!, (await begun()).fetch)).toEqual(wrong);
    const moved = await setUpSecondFactor(browser, password);
    expect(await takeSecondStep(renewed.recoveryCodes![0]!, (await begun()).fetch)).toEqual(wrong);
    expect(await takeSecondStep(codeOf(secret, 1), (await begun()).fetch)).toEqual(wrong);
    expect(await takeSecondStep(codeOf(moved.secret), (await begun()).fetch)).toMatchObject({ ok: true });
  });

  test("can't be taken away where the role needs it", async () => {
    const browser = await begun();
    await takeSecondStep(codeOf(secret), browser.fetch);
    expect(await changeAccount(browser, { change: "removeSecondFactor", current: password })).toMatchObject({ code: "secondFactorRequired" });
  });

  test("leaves neither secrets nor codes in the tables", async () => {
    const { rows } = await province.client.query(`
      select encode(sealed, 'escape') as text from second_factor union all select code_hash from recovery_code`);
    const stored = rows.map(({ text }) => text).join("\n");
    for (const said of [secret, Buffer.from(secret).toString("base64"), ...recoveryCodes, ...recoveryCodes.map((code) => code.replace("-", ""))]) expect(stored).not.toContain(said);
  });
});
