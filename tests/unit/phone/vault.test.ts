import { expect, it } from "vitest";
import { openVault, type Place } from "@/lib/phone/vault/vault";

const place: Place = { table: "entries", part: "document", id: "1", schemaVersion: 1 };

async function makeKey() {
  return crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

it("opens what it sealed, never twice the same bytes", async () => {
  const vault = openVault("owner", await makeKey(), crypto);
  const value = { name: "Đặng Thị Bưởi", list: [1, null] };
  const [first, second] = [await vault.seal(place, value), await vault.seal(place, value)];
  expect(await vault.unseal(place, first)).toEqual(value);
  expect(first).not.toEqual(second);
});

it("opens nothing that was moved, changed, or sealed for somebody else", async () => {
  const key = await makeKey();
  const vault = openVault("owner", key, crypto);
  const sealed = await vault.seal(place, "x");
  const moved: Place[] = [
    { ...place, id: "2" },
    { ...place, table: "outbox" },
    { ...place, part: "summary" },
    { ...place, schemaVersion: 2 },
  ];
  for (const elsewhere of moved) await expect(vault.unseal(elsewhere, sealed)).rejects.toThrow();
  await expect(openVault("other", key, crypto).unseal(place, sealed)).rejects.toThrow();
  await expect(openVault("owner", await makeKey(), crypto).unseal(place, sealed)).rejects.toThrow();
  const changed = sealed.slice();
  changed[changed.length - 1]! ^= 1;
  await expect(vault.unseal(place, changed)).rejects.toThrow();
});
