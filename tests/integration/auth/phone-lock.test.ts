import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticate, type AuthenticateOptions } from "@/lib/server/auth/authenticate";
import { handleSession } from "@/lib/server/auth/session-route";
import { deviceCookie } from "@/lib/server/fleet/device-cookie";
import { makeSessionCookie } from "../../factories/session";
import { makeSmallProvince, type SmallPerson, type SmallProvince } from "../../factories/small-province";

let province: SmallProvince;
let leader: SmallPerson;
let session: string;

beforeAll(async () => {
  province = await makeSmallProvince();
  leader = await province.addPerson("leader", province.units.teamA);
  session = await makeSessionCookie(province.client, leader.id);
});
afterAll(() => province.remove());

const phone = () => deviceCookie(randomUUID(), new Headers()).split(";")[0]!;
const requestWith = (...cookies: string[]) => new Request("http://localhost/api/reveal", { headers: { cookie: cookies.join("; ") } });
const ask = (cookies: string[], options?: AuthenticateOptions) => authenticate(requestWith(...cookies), options);

test("a locked phone's session opens nothing but what delivers; whoever unlocks has everything again", async () => {
  const device = phone();
  expect(await ask([session, device])).toBeUndefined();
  expect(await ask([session, device, "tns-open="])).toBeUndefined();
  expect(await ask([session, device], { evenDisabled: true })).toMatchObject({ actor: { userId: leader.id } });
  expect((await handleSession(requestWith(session, device))).status).toBe(200); // who signs in has to hear that it worked
  expect(await ask([session, device, `tns-open=${leader.id}`])).toMatchObject({ actor: { userId: leader.id } });
});

test("a phone that is open for somebody else does not open the desk of whoever signed in last", async () => {
  const other = await province.addPerson("volunteer", province.units.teamA);
  expect(await ask([session, phone(), `tns-open=${other.id}`])).toBeUndefined();
});

test("a computer on which nobody opened a phone locks nothing", async () => {
  expect(await ask([session])).toMatchObject({ actor: { userId: leader.id } });
});
