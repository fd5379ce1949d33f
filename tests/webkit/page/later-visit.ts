import "./node";
import { openPhoneWith } from "@/lib/phone/open-phone";
import type { PhoneOpening } from "@/lib/phone/opening";
import type { Phone } from "@/lib/phone/phone";
import { check, runChecks } from "./checks";
import { citizen, draft, environment, newcomer, personId, pin } from "./own-phone";
import { expect } from "./vitest";

/** Another page, later: only the disk remembers. */
const door = openPhoneWith(environment);
let opening: PhoneOpening;
let phone: Phone;

check("after the page is gone the phone is locked, and says who works on it", async () => {
  opening = await door.open();
  const { id, name } = newcomer({ id: "", publicKey: "" }).person;
  expect(opening).toMatchObject({ state: "locked", people: [{ id, name, unsent: 1 }] });
});

check("a wrong PIN opens nothing and is counted", async () => {
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  expect(await opening.unlock(personId, "904715")).toMatchObject({ ok: false, error: { problem: "wrongPin", left: 9 } });
});

check("the right one opens, with the phone's own key from the disk", async () => {
  if (opening.state !== "locked") throw new Error(`The phone is ${opening.state}`);
  const opened = await opening.unlock(personId, pin);
  if (!opened.ok) throw new Error(opened.error.problem);
  phone = opened.value;
});

check("what was saved is read back whole", async () => {
  const [summary] = phone.entries.getSnapshot();
  const entry = await phone.openEntry(summary!.id);
  expect(entry?.content).toMatchObject({ kind: "helpSession", subject: citizen });
  expect(await phone.drafts.load("session")).toEqual(draft);
});

check("a lock takes the keys away again", async () => {
  await phone.lock();
  expect(await door.open()).toMatchObject({ state: "locked" });
  await phone.drafts.load("session").then(
    (found) => expect(found).toBeUndefined(),
    (cause: Error) => expect(cause.name).toBe("VaultClosed"),
  );
});

void runChecks();
