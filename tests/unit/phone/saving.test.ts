import { describe, expect, it } from "vitest";
import { makeHelpSession, makePerson } from "@/tests/factories/help-session";
import { createHarness, openAs, personId, teamUnit } from "./phone-harness";
import { rawRows } from "./raw-database";

describe("saving a session", () => {
  it("keeps entry and command together or not at all, wherever the app is killed", { timeout: 30_000 }, async () => {
    for (let step = 1; ; step += 1) {
      const harness = createHarness();
      const { tab, phone } = await openAs(personId, harness);
      harness.network.commands = () => Promise.reject(new TypeError("no network"));
      tab.life.killIn(step);
      const outcome = await Promise.race([phone.saveEntry(makeHelpSession(), teamUnit), tab.life.death]);
      await harness.quiet();

      const entries = await rawRows(harness.browser.indexedDB, "entries");
      const commands = await rawRows(harness.browser.indexedDB, "outbox");
      expect(entries.length, `killed at step ${step}`).toBe(commands.length);
      expect(commands.every(({ entryId }) => entries.some(({ id }) => id === entryId))).toBe(true);
      if (outcome?.ok) {
        expect(entries).toHaveLength(1);
        expect(step).toBeGreaterThan(5);
        return;
      }
    }
  });

  it("stores nothing of a citizen in the clear", async () => {
    const harness = createHarness();
    const { phone } = await openAs(personId, harness);
    const content = makeHelpSession({ subject: makePerson({ name: "Đặng Thị Bưởi", personalNumber: "052195004321", sex: "female" }) });
    await phone.drafts.save("session", content);
    await phone.saveEntry(content, teamUnit);
    await harness.quiet();
    for (const table of ["entries", "outbox", "drafts", "people", "meta"]) {
      const text = JSON.stringify(await rawRows(harness.browser.indexedDB, table), (_, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value,
      );
      expect(text, table).not.toMatch(/Bưởi|052195004321|Hoa/);
    }
  });

  it("shows what was saved after a kill, without network", async () => {
    const harness = createHarness();
    const { tab, phone } = await openAs(personId, harness);
    harness.network.commands = () => Promise.reject(new TypeError("no network"));
    harness.network.changes = () => Promise.reject(new TypeError("no network"));
    const content = makeHelpSession();
    const saved = await phone.saveEntry(content, teamUnit);
    tab.life.kill();
    const { phone: again } = await openAs(personId, harness);
    expect(saved.ok && again.entries.getSnapshot()).toMatchObject([
      { id: saved.ok && saved.value.entryId, title: "Nguyễn Văn An", searchText: "nguyen van an", lastFour: "1234", sync: "saved" },
    ]);
    expect(await again.openEntry(saved.ok ? saved.value.entryId : "")).toMatchObject({ content, unitId: teamUnit, mayAmend: true });
  });

  it("says what is wrong with a session and keeps nothing of it", async () => {
    const harness = createHarness();
    const { phone } = await openAs(personId, harness);
    const { consent: _consent, ...withoutConsent } = makeHelpSession();
    expect(await phone.saveEntry(withoutConsent, teamUnit)).toEqual({
      ok: false,
      error: { problem: "refused", refusals: [{ code: "consentMissing", field: "consent.purposes" }] },
    });
    expect(await rawRows(harness.browser.indexedDB, "outbox")).toEqual([]);
  });

  it("says that the disk is full, and the draft stays", async () => {
    const harness = createHarness();
    const { phone } = await openAs(personId, harness);
    await phone.drafts.save("session", { typed: "so far" });
    harness.browser.fillDisk(true);
    expect(await phone.saveEntry(makeHelpSession(), teamUnit, "session")).toEqual({ ok: false, error: { problem: "diskFull" } });
    expect(await phone.drafts.save("session", { typed: "more" })).toEqual({ ok: false, error: { problem: "diskFull" } });
    harness.browser.fillDisk(false);
    expect(phone.entries.getSnapshot()).toEqual([]);
    expect(await phone.drafts.load("session")).toEqual({ typed: "so far" });
    expect(await phone.saveEntry(makeHelpSession(), teamUnit, "session")).toMatchObject({ ok: true });
    expect(await phone.drafts.load("session")).toBeUndefined();
  });

  it("settles the draft in the same moment as the session, wherever the app is killed", { timeout: 30_000 }, async () => {
    for (let step = 1; ; step += 1) {
      const harness = createHarness();
      const { tab, phone } = await openAs(personId, harness);
      harness.network.commands = () => Promise.reject(new TypeError("no network"));
      await phone.drafts.save("session", { typed: "so far" });
      await harness.quiet();
      tab.life.killIn(step);
      const outcome = await Promise.race([phone.saveEntry(makeHelpSession(), teamUnit, "session"), tab.life.death]);
      await harness.quiet();
      const [entries, drafts] = [await rawRows(harness.browser.indexedDB, "entries"), await rawRows(harness.browser.indexedDB, "drafts")];
      expect(entries.length + drafts.length, `killed at step ${step}`).toBe(1);
      if (outcome?.ok) return;
    }
  });
});
