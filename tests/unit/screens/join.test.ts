import { describe, expect, test } from "vitest";
import { choosePooled, linkOf, unitsOf } from "@/components/invite/pool";
import { scannedWay } from "@/components/join/way-in";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { Briefing } from "@/lib/protocol/briefing";

const team = { id: "0190a000-0000-7000-8000-00000000ff01", name: "Đội xã Phước Lộc", path: [] };
const pooled = (index: number, through = "2026-12-22") => ({
  id: `0190a000-0000-7000-8000-0000000000${index}`, unitId: team.id, code: "7KQ2M9XB", secret: "AbC_-0123456789abcdef" + (index % 10), through: LocalDate.parse(through),
});
const briefing = {
  units: [team, { ...team, id: "0190a000-0000-7000-8000-00000000ff09" }],
  invitations: [pooled(10, "2026-11-21"), pooled(11), pooled(12)],
  places: [{ id: "0190a000-0000-7000-8000-00000000ff02", unitId: "above", kind: "counter", name: "Một cửa Tuy Phước" }],
} as unknown as Briefing;
const choose = (shown: readonly string[]) => choosePooled(briefing, team.id, shown, "2026-11-22");

test("what a leader's phone shows is what another phone reads", () => {
  const link = linkOf("https://tns.example", briefing, team, pooled(11));
  expect(scannedWay(link)).toMatchObject({ ok: true, value: { link: { unit: { name: "Đội xã Phước Lộc" }, place: { name: "Một cửa Tuy Phước" }, invitation: { role: "volunteer" } } } });
});

test("a card or any other code is no invitation", () => {
  expect(scannedWay("001099123456||Nguyễn Văn A|01011990|Nam|Phước Lộc|01012022")).toEqual({ ok: false, error: "notAnInvitation" });
});

describe("a leader's phone", () => {
  test("invites into the units for which it carries invitations", () => {
    expect(unitsOf(briefing)).toEqual([team]);
  });

  test("shows nobody what somebody else was shown, nor what is over", () => {
    expect(choose([])).toMatchObject({ current: { id: pooled(11).id }, left: 2 });
    expect(choose([pooled(11).id])).toMatchObject({ current: { id: pooled(12).id }, left: 1 });
  });

  test("says that none is left, and shows the one again that was shown first", () => {
    expect(choose([pooled(12).id, pooled(11).id])).toMatchObject({ current: { id: pooled(12).id }, left: 0 });
  });
});
