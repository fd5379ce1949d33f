import { expect, it } from "vitest";
import { checkIn, checkOut } from "@/components/shift/check-in";
import { makeId } from "@/tests/factories/help-session";
import { createHarness, openAs, personId, teamUnit } from "./phone-harness";

const place = { id: makeId(), unitId: teamUnit, placeId: makeId(), placeName: "Một cửa xã Phước Lộc" };

it("checks in and out without a network, and sends both in their order", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  await harness.quiet();
  const answer = harness.network.commands;
  harness.network.commands = () => Promise.reject(new TypeError("no network"));

  const saved = await checkIn(phone, place);
  if (!saved.ok) throw new Error(saved.error.problem);
  await harness.quiet();
  const { entryId } = saved.value;
  const running = await phone.openEntry(entryId);
  expect(running).toMatchObject({ unitId: teamUnit, mayAmend: true, content: { shiftId: place.id, placeName: place.placeName } });
  expect(phone.entries.getSnapshot()).toMatchObject([{ kind: "shiftAttendance", sync: "saved", title: place.placeName }]);
  if (running?.content?.kind !== "shiftAttendance") throw new Error("The presence has no content");

  expect((await checkOut(phone, entryId, running.content, running.content.happenedAt)).ok).toBe(false); // not a moment later
  const out = new Date(Date.parse(running.content.happenedAt) + 4 * 60 * 60_000).toISOString();
  expect((await checkOut(phone, entryId, running.content, out)).ok).toBe(true);
  expect((await phone.openEntry(entryId))?.content).toMatchObject({ checkedOutAt: out });

  harness.network.commands = answer;
  harness.network.requests.splice(0);
  phone.wake();
  await harness.quiet();
  const sent = harness.network.requests.flatMap(({ commands }) => commands).filter((command) => command.entryId === entryId);
  expect([...new Map(sent.map((command) => [command.id, command])).values()]).toMatchObject([
    { type: "recordEntry", unitId: teamUnit, content: { shiftId: place.id } },
    { type: "amendEntry", expectedVersion: 1, content: { checkedOutAt: out } },
  ]);
  expect(phone.entries.getSnapshot()).toMatchObject([{ sync: "received" }]);
});

it("a shift out of plan names no shift", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const { id: _planned, ...unplanned } = place;
  const saved = await checkIn(phone, unplanned);
  expect(saved.ok && (await phone.openEntry(saved.value.entryId))?.content).not.toHaveProperty("shiftId");
});
