import { createHash, randomUUID, webcrypto } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Command } from "@/lib/domain/command/command";
import { isSealedTo, sealForServer } from "@/lib/phone/recovery/seal-for-server";
import { openSeal, serverKey } from "@/lib/server/crypto/server-key";
import { makeRecord } from "@/tests/factories/commands";
import { makeHelpSession } from "@/tests/factories/help-session";

const crypto = webcrypto as Crypto;
const command = makeRecord(randomUUID(), makeHelpSession()) as unknown as Command;
const owner = randomUUID();

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://nobody@localhost/none";
  for (const name of ["NEXTAUTH_SECRET", "DATA_KEY", "HASH_KEY"]) process.env[name] ??= createHash("sha256").update(name).digest("base64");
});

it("what a phone sealed opens on the server, for its own command of its own author only", async () => {
  const sealed = await sealForServer(command, owner, serverKey(), crypto);
  expect(openSeal(command.id, owner, sealed)).toEqual(JSON.parse(JSON.stringify(command)));
  expect(() => openSeal(randomUUID(), owner, sealed)).toThrow();
  expect(() => openSeal(command.id, randomUUID(), sealed)).toThrow();
});

it("says nothing of its content and is another one each time", async () => {
  const [one, two] = await Promise.all([1, 2].map(() => sealForServer(command, owner, serverKey(), crypto)));
  expect(Buffer.from(one!).toString("latin1")).not.toContain("personalNumber");
  expect(Buffer.from(one!).equals(Buffer.from(two!))).toBe(false);
});

it("no byte of it can be changed", async () => {
  const sealed = await sealForServer(command, owner, serverKey(), crypto);
  for (const at of [0, 3, 20, 80, 90, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    expect(() => openSeal(command.id, owner, changed), `byte ${at}`).toThrow();
  }
});

it("the key follows from DATA_KEY and nothing else, and a seal knows to which it was made", async () => {
  expect(serverKey()).toEqual(serverKey());
  const sealed = await sealForServer(command, owner, serverKey(), crypto);
  expect(isSealedTo(sealed, serverKey())).toBe(true);
  expect(isSealedTo(sealed, { ...serverKey(), id: "0123456789abcdef" })).toBe(false);
});
