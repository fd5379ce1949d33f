import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "@/lib/phone/database/storage";
import type { PhoneOpening } from "@/lib/phone/opening";
import type { Phone } from "@/lib/phone/phone";
import { deliverEverybody } from "@/lib/phone/recovery/deliver-everybody";
import { createActivity } from "@/tests/sync/activity";
import { createFakeBrowser } from "@/tests/sync/fake-browser";
import { createRandom } from "@/tests/sync/random";
import { createVirtualTime } from "@/tests/sync/virtual-time";
import { makeHelpSession } from "../../factories/help-session";
import { makeSessionCookie } from "../../factories/session";
import type { SmallPerson } from "../../factories/small-province";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";
import { serveHandlers } from "../../setup/http-server";

let province: WorkingProvince;
let server: Awaited<ReturnType<typeof serveHandlers>>;

beforeAll(async () => {
  province = await makeWorkingProvince();
  server = await serveHandlers();
});
afterAll(async () => {
  await server.close();
  await province.remove();
});

/** A browser with cookies, on which somebody is signed in; `isOffline` for everything but reading. */
function makePhone() {
  const state = { session: "", device: "", isOffline: false };
  const activity = createActivity();
  const browser = createFakeBrowser({
    name: "revoked", time: createVirtualTime(), activity, random: createRandom(1), origin: server.origin, startsAt: Date.now(),
    fetch: (url, init) => activity.track(ask(url, init)),
  });
  const ask = async (url: string, init: RequestInit) => {
    if (state.isOffline && init.method === "POST") throw new TypeError("no network");
    const response = await fetch(url, { ...init, headers: { ...(init.headers as object), cookie: `${state.session}; ${state.device}` } });
    for (const cookie of response.headers.getSetCookie()) state.device = cookie.split(";")[0]!;
    return response;
  };
  return { state, activity, browser };
}

/** A PIN of their own on the way in, then one entry that stays on the phone. */
async function work(opening: PhoneOpening, { id }: SmallPerson): Promise<Phone> {
  if (opening.state !== "signInNeeded" && opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  const signedIn = await opening.signedIn(id);
  if (!signedIn.ok || signedIn.value.state !== "pinNeeded") throw new Error("Nobody came in");
  const phone = await signedIn.value.choosePin("258036");
  if (!phone.ok) throw new Error(phone.error.problem);
  expect(await phone.value.saveEntry(makeHelpSession(), province.units.teamA)).toMatchObject({ ok: true });
  return phone.value;
}

test("what two people left on a lost phone arrives in their names without their keys and sessions, and waits for their leader", async () => {
  const people = [await province.addPerson("volunteer", province.units.teamA), await province.addPerson("volunteer", province.units.teamA)];
  const { state, activity, browser } = makePhone();
  const tab = browser.openTab();
  state.isOffline = true;
  for (const person of people) {
    state.session = await makeSessionCookie(province.client, person.id);
    const phone = await work(await tab.door.open(), person);
    await activity.quiet();
    await phone.lock("handOver");
  }
  tab.life.kill();
  expect((await province.client.query("select from entry")).rowCount).toBe(0);

  await province.client.query("update device set revoked_at = now(), name = 'quầy 2'");
  await province.client.query("update app_session set revoked_at = now()");
  state.isOffline = false;
  const { environment } = browser.openTab();
  const opened = await openStorage(environment, () => undefined);
  if (opened.state !== "open") throw new Error("The storage did not open");
  expect(await deliverEverybody(opened.storage, environment)).toEqual({ ok: true, value: { left: 0 } });
  const { rows } = await province.client.query("select author_id, status::text, quarantine, unit_id from entry order by received_at, id");
  const held = { status: "quarantined", quarantine: { reason: "revokedPhone" }, unit_id: province.units.teamA };
  expect(rows).toEqual(expect.arrayContaining(people.map(({ id }) => ({ author_id: id, ...held }))));
  expect(rows).toHaveLength(2);
});
