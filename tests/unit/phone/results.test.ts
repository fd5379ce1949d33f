import { expect, it } from "vitest";
import { Instant, LocalDate } from "@/lib/domain/time/local-date";
import { makeDossier, makeHelpSession, makeId } from "@/tests/factories/help-session";
import { makeEvent } from "@/tests/factories/outreach";
import { changes, createHarness, openAs, personId, serverTime, teamUnit } from "./phone-harness";

const offline = () => Promise.reject(new TypeError("no network"));

it("knows what an entry counts for before anything is sent, people at events one by one", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  harness.network.commands = offline;
  await phone.saveEntry(makeHelpSession({ outcomes: [makeDossier()] }), teamUnit);
  await phone.saveEntry(makeEvent(), teamUnit);
  expect(phone.entries.getSnapshot()).toMatchObject([{ counts: { online_dossiers: 1 } }, { counts: { informed_members: 19 } }]);
});

it("keeps what an entry counts for as the feed tells it, also of one from another phone", async () => {
  const harness = createHarness();
  const { phone } = await openAs(personId, harness);
  const outcomes = [{ id: makeId(), kind: "eventHeld", revision: 1, indicators: ["informed_members"], quantity: 40 }];
  const event = {
    id: makeId(), kind: "outreachEvent" as const, unitId: teamUnit, status: "confirmed" as const, version: 2, receipt: "7K2-94M",
    happenedAt: Instant.parse(serverTime), happenedOn: LocalDate.parse("2026-08-07"), receivedAt: Instant.parse(serverTime), outcomes,
  };
  harness.network.changes = () => changes(personId, [event]);
  phone.wake();
  await harness.quiet();
  expect(phone.entries.getSnapshot()).toMatchObject([{ counts: { informed_members: 40 }, status: "confirmed" }]);
});

it("remembers when the server was heard and what waits on other phones, also after a start without a network", async () => {
  const harness = createHarness();
  harness.network.changes = () => changes(personId, [], { unsentElsewhere: 3 });
  await openAs(personId, harness);
  harness.network.changes = offline;
  const { phone } = await openAs(personId, harness);
  expect(await phone.lastHeard()).toEqual({ at: serverTime, unsentElsewhere: 3 });
});
