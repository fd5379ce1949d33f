import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readSession, signIn, signOut } from "@/lib/phone/sign-in";
import { handleAuth } from "@/lib/server/auth/auth-route";
import { handleSession } from "@/lib/server/auth/session-route";
import { makeBrowser } from "../../factories/cookie-jar";
import { makeSmallProvince, password, type SmallPerson, type SmallProvince } from "../../factories/small-province";

let province: SmallProvince;
let leader: SmallPerson;

beforeAll(async () => {
  province = await makeSmallProvince();
});
afterAll(() => province.remove());
beforeEach(async () => {
  leader = await province.addPerson("leader", province.units.teamA, "Võ Quốc Bảo");
});

const routes = { "/api/auth/": handleAuth, "/api/session": handleSession };
let address = 0;
const anyAddress = () => ({ "x-forwarded-for": `10.1.${(address += 1) % 250}.7` });
const newBrowser = (headers: Record<string, string> = anyAddress()) => makeBrowser(routes, headers);

describe("signing in", () => {
  test("answers who is signed in, with the roles of today", async () => {
    const { fetch } = newBrowser();
    const signedIn = await signIn({ login: leader.login, password }, fetch);
    expect(signedIn).toEqual({ ok: true, value: { personId: leader.id, name: "Võ Quốc Bảo", roles: ["leader"] } });
    expect(await readSession(fetch)).toEqual(signedIn);
  });

  test("takes the login in any case and with spaces around it", async () => {
    const signedIn = await signIn({ login: `  ${leader.login.toUpperCase()} `, password }, newBrowser().fetch);
    expect(signedIn.ok).toBe(true);
  });

  test("answers the same to an unknown person, a wrong password and a disabled person", async () => {
    const disabled = await province.addPerson("leader", province.units.teamA);
    await province.client.query("update app_user set disabled_at = now() where id = $1", [disabled.id]);
    const tries = [
      { login: "khong.co.ai", password },
      { login: leader.login, password: "sai" },
      { login: disabled.login, password },
    ];
    const answers = await Promise.all(
      tries.map(async (credentials) => {
        const browser = newBrowser();
        expect(await signIn(credentials, browser.fetch)).toEqual({ ok: false, error: { problem: "wrong" } });
        const last = browser.answers.at(-1)!;
        return { status: last.status, body: await last.text(), cookies: last.headers.getSetCookie() };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, cookies: [] });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  test("sets a cookie that scripts and other sites cannot use, and over HTTPS a secure one", async () => {
    const plain = newBrowser();
    await signIn({ login: leader.login, password }, plain.fetch);
    const secure = newBrowser({ ...anyAddress(), "x-forwarded-proto": "https", origin: "https://localhost" });
    await signIn({ login: leader.login, password }, secure.fetch);
    const cookieOf = ({ answers }: typeof plain) =>
      answers.flatMap((answer) => answer.headers.getSetCookie()).find((cookie) => cookie.includes("session-token="));
    expect(cookieOf(plain)).toMatch(/^next-auth\.session-token=.*; HttpOnly; SameSite=Lax/);
    expect(cookieOf(secure)).toMatch(/^__Secure-next-auth\.session-token=.*; HttpOnly; Secure; SameSite=Lax/);
    expect((await readSession(secure.fetch)).ok).toBe(true);
  });

  test("needs next-auth's token, so another site cannot sign anybody in", async () => {
    const { fetch } = newBrowser();
    const body = new URLSearchParams({ login: leader.login, password, csrfToken: "guessed" }).toString();
    const answer = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(answer.status).toBe(403);
    expect(await readSession(fetch)).toEqual({ ok: true, value: undefined });
  });

  test("is refused to a page of another origin", async () => {
    const browser = newBrowser({ ...anyAddress(), origin: "https://elsewhere.example" });
    expect((await signIn({ login: leader.login, password }, browser.fetch)).ok).toBe(false);
    expect(browser.answers.at(-1)!.status).toBe(403);
  });

  test("opens nothing of next-auth but its token, the credentials and signing out", async () => {
    const { fetch } = newBrowser();
    for (const path of ["/api/auth/signin", "/api/auth/session", "/api/auth/providers", "/api/auth/error"]) {
      expect((await fetch(path, {})).status).toBe(404);
    }
  });

  test("is told apart from a network that answers something else", async () => {
    const portal = async () => new Response("<html>Đăng nhập Wi-Fi</html>", { status: 200 });
    expect(await signIn({ login: leader.login, password }, portal)).toEqual({ ok: false, error: { problem: "unreachable" } });
    expect(await readSession(portal)).toEqual({ ok: false, error: { problem: "unreachable" } });
  });
});

describe("guessing", () => {
  test("one account gets slow, from wherever, and says for how long", async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await signIn({ login: leader.login, password: `sai ${guess}` }, newBrowser().fetch)).toMatchObject({ error: { problem: "wrong" } });
    }
    const browser = newBrowser();
    const throttled = await signIn({ login: leader.login, password }, browser.fetch);
    expect(throttled).toMatchObject({ ok: false, error: { problem: "throttled", seconds: expect.any(Number) } });
    const last = browser.answers.at(-1)!;
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("an unknown login is throttled like a known one", async () => {
    const login = "nguoi.khong.co";
    for (let guess = 0; guess < 5; guess += 1) await signIn({ login, password: "sai" }, newBrowser().fetch);
    expect(await signIn({ login, password: "sai" }, newBrowser().fetch)).toMatchObject({ error: { problem: "throttled" } });
  });

  test("many guesses at once count like one after the other", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 9 }, (_, guess) => signIn({ login: leader.login, password: `sai ${guess}` }, newBrowser().fetch)),
    );
    const problems = guesses.map((guess) => (guess.ok ? "in" : guess.error.problem));
    expect(problems.filter((problem) => problem === "wrong")).toHaveLength(5);
    expect(problems.filter((problem) => problem === "throttled")).toHaveLength(4);
  });

  test("waiting helps, and a success forgets the failures before it", async () => {
    for (let guess = 0; guess < 5; guess += 1) await signIn({ login: leader.login, password: "sai" }, newBrowser().fetch);
    await province.client.query("update sign_in_attempt set at = at - interval '20 seconds'");
    expect((await signIn({ login: leader.login, password }, newBrowser().fetch)).ok).toBe(true);
    for (let guess = 0; guess < 4; guess += 1) await signIn({ login: leader.login, password: "sai" }, newBrowser().fetch);
    expect((await signIn({ login: leader.login, password }, newBrowser().fetch)).ok).toBe(true);
  });

  test("one address gets slow, whoever it tries", async () => {
    const sameAddress = { "x-forwarded-for": "203.0.113.9" };
    for (let guess = 0; guess < 50; guess += 1) {
      await signIn({ login: `ai.do.${guess}`, password: "sai" }, newBrowser(sameAddress).fetch);
    }
    expect(await signIn({ login: leader.login, password }, newBrowser(sameAddress).fetch)).toMatchObject({ error: { problem: "throttled" } });
    expect((await signIn({ login: leader.login, password }, newBrowser().fetch)).ok).toBe(true);
  });

  test("leaves neither accounts nor addresses in the table of attempts", async () => {
    await signIn({ login: leader.login, password: "sai" }, newBrowser({ "x-forwarded-for": "203.0.113.77" }).fetch);
    const { rows } = await province.client.query("select encode(login_digest, 'escape') || encode(address_digest, 'escape') as text from sign_in_attempt");
    for (const { text } of rows) expect(text).not.toMatch(/203\.0\.113|leader/);
  });
});

describe("signing out", () => {
  test("ends the session on the server, also for a copy of the cookie", async () => {
    const browser = newBrowser();
    await signIn({ login: leader.login, password }, browser.fetch);
    const thief = newBrowser();
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await readSession(thief.fetch)).toMatchObject({ value: { personId: leader.id } });
    expect(await signOut(browser.fetch)).toBe(true);
    expect(await readSession(thief.fetch)).toEqual({ ok: true, value: undefined });
  });
});
