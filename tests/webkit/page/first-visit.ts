import "./node";
import { openPhoneWith } from "@/lib/phone/open-phone";
import type { Phone } from "@/lib/phone/phone";
import { ServerKey } from "@/lib/protocol/server-key";
import { teamUnit } from "@/tests/factories/command-context";
import { check, runChecks } from "./checks";
import { citizen, draft, environment, newcomer, personId, pin, session, storedRows } from "./own-phone";
import { expect } from "./vitest";

/** Somebody chooses a PIN and saves; the page that comes afterwards has nothing of it but the disk. */
const door = openPhoneWith(environment);
let phone: Phone;

check("a new phone passes its self-test", async () => {
  const opening = await door.open();
  expect(opening).toMatchObject({ state: "signInNeeded" });
});

check("a PIN is chosen, its key derived in a worker with all its rounds", async () => {
  const serverKey = ServerKey.parse(JSON.parse(new URLSearchParams(location.search).get("serverKey") ?? ""));
  const opening = await door.admit(newcomer(serverKey));
  if (opening.state !== "pinNeeded") throw new Error(`The phone is ${opening.state}`);
  const chosen = await opening.choosePin(pin);
  if (!chosen.ok) throw new Error(chosen.error.problem);
  phone = chosen.value;
  const workers = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/pin-worker.ts"));
  expect(workers.length).toBeGreaterThan(0);
});

check("entry and command are saved, and sealed to the server too", async () => {
  expect(await phone.saveEntry(session, teamUnit)).toMatchObject({ ok: true });
  expect(await phone.drafts.save("session", draft)).toMatchObject({ ok: true });
  const [row, ...more] = (await storedRows()).get("outbox") ?? [];
  expect(more).toEqual([]);
  window.sealedForServer = { commandId: row!.id as string, ownerId: personId, sealed: Array.from(row!.recovery as Uint8Array) };
});

check("nothing of the citizen, and no key that can be read, rests on the disk", async () => {
  const rows = await storedRows();
  const text = [...rows.values()].flat().map((row) => Object.values(row).map(legible).join("\n")).join("\n");
  expect(text).toContain(personId); // the test can see what is in the clear
  for (const secret of [citizen.name, citizen.personalNumber, pin]) expect(text).not.toContain(secret);
  const keys = rows.get("keys")!.map(({ key }) => key).filter((key) => key instanceof CryptoKey);
  expect(keys.map(({ extractable }) => extractable)).toEqual([false]);
  await crypto.subtle.exportKey("raw", keys[0]!).then(
    () => expect("the key was read").toBe("refused"),
    (cause: Error) => expect(cause.name).toBe("InvalidAccessError"),
  );
});

function legible(value: unknown): string {
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : value instanceof CryptoKey ? "" : JSON.stringify(value);
}

void runChecks();
