import { describe, expect, it } from "vitest";
import { createEntryFinder, filterEntries } from "@/components/entry-list/filter-entries";
import { foldText } from "@/lib/domain/text/fold";
import { LocalDate } from "@/lib/domain/time/local-date";
import type { EntrySummary } from "@/lib/phone/entries/entry-on-phone";
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

describe("searching as one types", () => {
  const all = ["Hồ Thị Bích Phượng", "Đinh Văn Trường", "Hồ Văn Thị"].flatMap((title) =>
    ["0412", "1204", "2041"].map((lastFour) => makeSummary({ title, lastFour, receipt: `7K${lastFour}`, sync: lastFour === "0412" ? "saved" : "received" })),
  );

  it.each(["ho thi 0412", "van 12", "7k12", "thị  phượng", "204", "dinh v"])("finds with every letter of %j what it finds at once", (typed) => {
    const find = createEntryFinder();
    for (const filter of ["all", "onPhone"] as const) {
      for (let length = 0; length <= typed.length; length += 1) {
        const search = typed.slice(0, length);
        expect(find(all, filter, search)).toEqual(filterEntries(all, filter, search));
      }
    }
  });

  it("looks at new entries too", () => {
    const find = createEntryFinder();
    find(all, "all", "ho");
    const more = [...all, makeSummary({ title: "Hồ Oanh" })];
    expect(find(more, "all", "ho oa")).toEqual(more.slice(-1));
  });
});

describe("filters", () => {
  const saved = makeSummary({ sync: "saved" });
  const sending = makeSummary({ sync: "sending" });
  const returned = makeSummary({ sync: "attention", status: "returned" });
  const waiting = makeSummary({ sync: "received" });
  const confirmed = makeSummary({ sync: "received", status: "confirmed" });
  const withdrawn = makeSummary({ sync: "received", status: "withdrawn" });
  const review = { action: "refuse", at: "2026-08-07T02:00:00.000Z", reviewerName: "Võ Quốc Bảo" } as never;
  const refused = makeSummary({ sync: "attention", status: "refused", attention: { kind: "decidedAgainst", status: "refused", review } });
  const overturned = makeSummary({ sync: "received", status: "overturned" });
  const all = [saved, sending, returned, waiting, confirmed, withdrawn, refused, overturned];

  it.each([
    ["all", all],
    ["onPhone", [saved, sending]],
    ["returned", [returned]],
    ["submitted", [waiting]],
    ["confirmed", [confirmed]],
    ["refused", [refused, overturned]],
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
