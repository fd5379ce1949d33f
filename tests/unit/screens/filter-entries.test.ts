import { describe, expect, it } from "vitest";
import { filterEntries } from "@/components/entry-list/filter-entries";
import { foldText } from "@/lib/domain/text/fold";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/phone";
import { makeId } from "@/tests/factories/help-session";

describe("searching", () => {
  const hoang = makeSummary({ title: "Hồ Thị Bích Phượng", lastFour: "0412" });
  const truong = makeSummary({ title: "Đinh Văn Trường", lastFour: "1204", receipt: "7K2-94M" });
  const both = [hoang, truong];

  it.each([
    ["phuong", [hoang]],
    ["PHƯỢNG", [hoang]],
    ["dinh van", [truong]],
    ["van dinh", [truong]],
    ["  ", both],
    ["12", [hoang]],
    ["0412", [hoang]],
    ["7k2", [truong]],
    ["hoàng", []],
  ])("%j", (typed, found) => {
    expect(filterEntries(both, "all", typed)).toEqual(found);
  });
});

describe("filters", () => {
  const saved = makeSummary({ sync: "saved" });
  const sending = makeSummary({ sync: "sending" });
  const returned = makeSummary({ sync: "attention", status: "returned" });
  const waiting = makeSummary({ sync: "received" });
  const confirmed = makeSummary({ sync: "received", status: "confirmed" });
  const withdrawn = makeSummary({ sync: "received", status: "withdrawn" });
  const all = [saved, sending, returned, waiting, confirmed, withdrawn];

  it.each([
    ["all", all],
    ["onPhone", [saved, sending]],
    ["returned", [returned]],
    ["submitted", [waiting]],
    ["confirmed", [confirmed]],
  ] as const)("%s", (filter, found) => {
    expect(filterEntries(all, filter, "")).toEqual(found);
  });
});

function makeSummary(changes: Partial<EntrySummary> = {}): EntrySummary {
  const title = changes.title ?? "Nguyễn Văn An";
  return {
    id: makeId(),
    kind: "helpSession",
    happenedAt: "2026-08-07T02:46:00.000Z",
    happenedOn: LocalDate.parse("2026-08-07"),
    title,
    searchText: foldText(title),
    outcomeKinds: ["accountLinked"],
    sync: "received",
    status: "submitted",
    ...changes,
  };
}
