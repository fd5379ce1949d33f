import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { GET as changes } from "@/app/api/changes/route";
import { POST as commands } from "@/app/api/commands/route";
import { GET as guides } from "@/app/api/guides/route";
import { GET as requests } from "@/app/api/invitations/route";
import { POST as ask } from "@/app/api/join/ask/route";
import { GET as starterRoute, POST as join } from "@/app/api/join/route";
import { POST as recovered } from "@/app/api/recovered-commands/route";
import { POST as reconcile } from "@/app/api/reconcile/route";
import { uuidV7 } from "@/lib/domain/ids";
import { LocalDate, localDateOf } from "@/lib/domain/time/local-date";
import { briefingOfJoin, newcomerOf } from "@/lib/phone/people/offline-join";
import type { Phone } from "@/lib/phone/phone";
import { InvitationsChanged, InvitationsResponse, type ShownInvitation } from "@/lib/protocol/invitations";
import { JoinAnswer, Starter } from "@/lib/protocol/join";
import { readJoinLink, writeJoinLink } from "@/lib/protocol/join-link";
import { revokeAllSessions } from "@/lib/server/auth/sessions";
import { createActivity } from "@/tests/sync/activity";
import { createFakeBrowser, type FakeBrowser } from "@/tests/sync/fake-browser";
import { createRandom } from "@/tests/sync/random";
import { createVirtualTime } from "@/tests/sync/virtual-time";
import { makeBrowser } from "../../factories/cookie-jar";
import { makeHelpSession } from "../../factories/help-session";
import { changeInvitations, invite, makeNewcomer } from "../../factories/joining";
import { makeSessionCookie } from "../../factories/session";
import { makeWorkingProvince, type WorkingProvince } from "../../factories/working-province";

/** Somebody who comes to a phone by a code, before the real server. */
let province: WorkingProvince;
let leader: string;
let starter: Starter;
let device: Device;

beforeAll(async () => {
  province = await makeWorkingProvince();
  leader = await makeSessionCookie(province.client, (await province.addPerson("leader", province.units.teamA, "Võ Quốc Bảo")).id);
  starter = Starter.parse(await (await starterRoute(new Request("http://localhost/api/join"))).json());
});
afterAll(() => province.remove());
beforeEach(() => {
  device = createDevice();
});

const pin = "258036";
const teamA = () => province.units.teamA;
const linkOf = ({ unitId, unitName, secret, role, through }: ShownInvitation) =>
  readJoinLink(writeJoinLink("http://phone.test", { unit: { id: unitId, name: unitName }, invitation: { secret, role, through } }))!;
const posterOf = () => ({ unit: { id: teamA(), name: "Đội xã Phước Lộc" } });

type Device = ReturnType<typeof createDevice>;

/** A phone without a network until it is given one, with one cookie jar for whoever works on it. */
function createDevice() {
  const [time, activity] = [createVirtualTime(), createActivity()];
  const { fetch } = makeBrowser(
    { "/api/join/ask": ask, "/api/join": join, "/api/commands": commands, "/api/changes": changes, "/api/reconcile": reconcile, "/api/guides": guides, "/api/recovered-commands": recovered },
    { "x-forwarded-for": `10.9.${Math.floor(Math.random() * 250)}.1` },
  );
  let isOnline = false;
  const browser: FakeBrowser = createFakeBrowser({
    name: `phone-${randomUUID()}`, time, activity, random: createRandom(1), startsAt: Date.now(),
    fetch: (url, init) => (isOnline ? fetch(url.replace("http://phone.test", ""), init) : Promise.reject(new TypeError("offline"))),
  });
  const tab = browser.openTab();
  return {
    tab,
    /** What the screen does with a typed code. */
    post: (path: string, body: object) => fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    /** The network comes, and everything that follows is over. */
    connect: async () => {
      isOnline = true;
      tab.wake();
      await activity.quiet();
    },
    disconnect: () => void (isOnline = false),
    /** Until the next look at the server, a minute later. */
    later: async () => {
      tab.wake();
      await activity.quiet();
    },
    comeIn: async (name: string, link: Parameters<typeof briefingOfJoin>[1]): Promise<Phone> => {
      await tab.door.open();
      const person = { id: uuidV7(Date.now(), randomBytes(10)), name };
      const today = LocalDate.parse(localDateOf(new Date().toISOString()));
      const by = link.invitation ? { by: { secret: link.invitation.secret } } : {};
      const join = { state: link.invitation ? "toJoin" : "toAsk", claim: randomBytes(32).toString("base64url"), since: today, unit: link.unit, ...by } as const;
      const opening = await tab.door.admit(newcomerOf({ briefing: briefingOfJoin(starter, link, { person, today }), join }));
      if (opening.state !== "pinNeeded") throw new Error(`Nobody is asked for a PIN: ${opening.state}`);
      const phone = await opening.choosePin(pin);
      await activity.quiet();
      if (!phone.ok) throw new Error("The PIN was not taken");
      return phone.value;
    },
    quiet: activity.quiet,
  };
}

async function record(phone: Phone): Promise<string> {
  const saved = await phone.saveEntry(makeHelpSession({ happenedAt: phone.now() }), teamA());
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  return saved.value.entryId;
}

async function onServer(entryId: string) {
  const { rows } = await province.client.query("select author_id as author, status::text from entry where id = $1", [entryId]);
  return rows[0] as { author: string; status: string } | undefined;
}

const stateOf = (phone: Phone) => phone.joining.getSnapshot()?.state;
const idOf = (phone: Phone) => phone.person.getSnapshot().id;

async function requestOf(name: string) {
  const answer = await requests(new Request("http://localhost/", { headers: { cookie: leader } }));
  return InvitationsResponse.parse(await answer.json()).requests.find((request) => request.name === name)!;
}

test("whoever scanned a code works at once without a network; with one, the entry arrives under the own name", async () => {
  const phone = await device.comeIn("Trần Ngoại Tuyến", linkOf(await invite(leader, teamA())));
  const entryId = await record(phone);
  await device.later();
  expect([stateOf(phone), phone.sync.getSnapshot().connection, phone.sync.getSnapshot().saved]).toEqual(["toJoin", "offline", 1]);

  await device.connect();
  expect(stateOf(phone)).toBe("joined");
  expect(await onServer(entryId)).toEqual({ author: idOf(phone), status: "submitted" });
  expect(phone.person.getSnapshot().briefing.units).toMatchObject([{ id: teamA(), path: [province.units.province, province.units.district, teamA()] }]);
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "online", received: 1, saved: 0 });
});

test("an invitation that somebody else used becomes a question; nothing is sent before the answer, and nothing is lost", async () => {
  const invitation = await invite(leader, teamA());
  const phone = await device.comeIn("Hồ Đến Sau", linkOf(invitation));
  const entryId = await record(phone);
  await makeNewcomer("Người Đến Trước").join(invitation);

  await device.connect();
  expect(phone.joining.getSnapshot()).toMatchObject({ state: "asked", why: "invitationUnknown" });
  expect(phone.sync.getSnapshot()).toMatchObject({ connection: "awaitingApproval", saved: 1, attention: 0 });
  expect(await onServer(entryId)).toBeUndefined();

  const later = await record(phone);
  await device.later();
  const request = await requestOf("Hồ Đến Sau");
  expect(request.unsent).toBe(2);
  await changeInvitations(leader, { change: "approve", id: request.id });
  await device.later();
  expect(stateOf(phone)).toBe("joined");
  for (const id of [entryId, later]) expect(await onServer(id)).toEqual({ author: idOf(phone), status: "submitted" });
});

test("whoever is refused keeps everything, is told, and may ask again or come with an invitation", async () => {
  const phone = await device.comeIn("Phan Bị Từ Chối", posterOf());
  const entryId = await record(phone);
  await device.connect();
  await changeInvitations(leader, { change: "refuse", id: (await requestOf("Phan Bị Từ Chối")).id });
  await device.later();
  expect([stateOf(phone), phone.sync.getSnapshot().connection, phone.sync.getSnapshot().saved]).toEqual(["refused", "joinRefused", 1]);

  await phone.askAgain();
  await device.quiet();
  expect(stateOf(phone)).toBe("asked");
  const { secret, unitId, unitName } = await invite(leader, teamA());
  await phone.askAgain({ unit: { id: unitId, name: unitName }, by: { secret } });
  await device.quiet();
  expect(stateOf(phone)).toBe("joined");
  expect(await onServer(entryId)).toEqual({ author: idOf(phone), status: "submitted" });
});

test("two who came by codes share a phone: each sends under the own name, though the browser holds one session", async () => {
  const first = await device.comeIn("Người Thứ Nhất", linkOf(await invite(leader, teamA())));
  await device.connect();
  const second = await device.comeIn("Người Thứ Hai", linkOf(await invite(leader, teamA())));
  const ofSecond = await record(second);
  await device.later();
  expect(await onServer(ofSecond)).toEqual({ author: idOf(second), status: "submitted" });

  const switched = await second.switchTo(idOf(first), pin);
  if (!switched.ok) throw new Error(switched.error.problem);
  const ofFirst = await record(switched.value);
  await device.later();
  expect(await onServer(ofFirst)).toEqual({ author: idOf(first), status: "submitted" });
});

test("whose session ended is signed in again by the phone, unless all sessions were ended at once", async () => {
  const phone = await device.comeIn("Võ Hết Ca", linkOf(await invite(leader, teamA())));
  await device.connect();
  await province.client.query("update app_session set revoked_at = now() where user_id = $1", [idOf(phone)]);
  const entryId = await record(phone);
  await device.later();
  expect(await onServer(entryId)).toEqual({ author: idOf(phone), status: "submitted" });

  await revokeAllSessions(province.provinceId, idOf(phone));
  const lost = await record(phone);
  await device.later();
  expect([phone.sync.getSnapshot().connection, phone.sync.getSnapshot().saved]).toEqual(["signInNeeded", 1]);
  expect(await onServer(lost)).toBeUndefined();
});

test("whoever forgot the PIN comes back by a leader's code, and what was not sent arrives", async () => {
  const phone = await device.comeIn("Mai Quên Mã", linkOf(await invite(leader, teamA())));
  await device.connect();
  device.disconnect();
  const entryId = await record(phone);
  await phone.lock();
  const made = await changeInvitations(leader, { change: "bringBack", id: randomUUID(), userId: idOf(phone) });
  const code = InvitationsChanged.parse(await made.json()).invitation!.code;
  const claim = randomBytes(32).toString("base64url");
  const today = localDateOf(new Date().toISOString());
  const back = await device.post("/api/join", { protocol: 1, person: { id: uuidV7(Date.now(), randomBytes(10)), name: "Mai" }, claim, since: today, code });
  expect(JoinAnswer.parse(await back.json())).toMatchObject({ outcome: "returned", person: { id: idOf(phone), name: "Mai Quên Mã" } });

  await device.connect();
  const opening = await device.tab.door.open();
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  const signedIn = await opening.signedIn(idOf(phone), "forgottenPin");
  if (!signedIn.ok || signedIn.value.state !== "pinNeeded") throw new Error("Nobody is asked for a new PIN");
  const opened = await signedIn.value.choosePin("704913");
  if (!opened.ok) throw new Error("The PIN was not taken");
  await opened.value.cameBack({ state: "joined", claim, since: today, unit: posterOf().unit, by: { code } });
  await device.later();
  expect(await onServer(entryId)).toEqual({ author: idOf(phone), status: "submitted" });

  await province.client.query("update app_session set revoked_at = now() where user_id = $1", [idOf(phone)]);
  const next = await record(opened.value);
  await device.later();
  expect(await onServer(next)).toEqual({ author: idOf(phone), status: "submitted" });
});

test("how somebody came rests sealed, and outlives a lock", async () => {
  const invitation = await invite(leader, teamA());
  const phone = await device.comeIn("Lý Khoá Máy", linkOf(invitation));
  await phone.lock();
  const opening = await device.tab.door.open();
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  const unlocked = await opening.unlock(idOf(phone), pin);
  if (!unlocked.ok) throw new Error(unlocked.error.problem);
  expect(unlocked.value.joining.getSnapshot()).toMatchObject({ state: "toJoin", by: { secret: invitation.secret } });
});
