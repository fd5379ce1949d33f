import { expect, it } from "vitest";
import { createHarness, openAs, otherPersonId, personId } from "./phone-harness";
import { rawRows, withRaw } from "./raw-database";

it("brings back what was typed last, after a kill", async () => {
  const harness = createHarness();
  const { tab, phone } = await openAs(personId, harness);
  const typed = ["N", "Ng", "Ngu", "Nguy", "Nguyễn"];
  await Promise.all(typed.map((name) => phone.drafts.save("session", { name })));
  tab.life.kill();
  const { phone: again } = await openAs(personId, harness);
  expect(await again.drafts.load("session")).toEqual({ name: "Nguyễn" });
});

it("lists drafts newest first, and only one's own", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  await phone.drafts.save("first", 1);
  harness.browser.jumpClock(1000);
  await phone.drafts.save("second", 2);
  expect((await phone.drafts.list()).map(({ key }) => key)).toEqual(["second", "first"]);
  await phone.drafts.remove("second");
  expect((await phone.drafts.list()).map(({ key }) => key)).toEqual(["first"]);
  await phone.signOut();
  harness.network.session = otherPersonId;
  const { phone: others } = await openAs(otherPersonId, harness);
  expect(await others.drafts.list()).toEqual([]);
  expect(await others.drafts.load("first")).toBeUndefined();
});

it("treats a draft that was moved to another key as absent", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  await phone.drafts.save("first", 1);
  const [row] = await rawRows(harness.browser.indexedDB, "drafts");
  await withRaw(harness.browser.indexedDB, (database) =>
    database.table("drafts").put({ ...row, id: `${personId}:second`, key: "second" }),
  );
  expect(await phone.drafts.load("first")).toBe(1);
  expect(await phone.drafts.load("second")).toBeUndefined();
});
