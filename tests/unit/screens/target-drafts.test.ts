import { describe, expect, test } from "vitest";
import { cellState, changesIn, valueIn, withDraft, withoutDraft, type Drafts } from "@/components/targets/target-drafts";
import type { TargetRow } from "@/lib/protocol/targets";

const row = (changes: Partial<TargetRow> = {}): TargetRow =>
  ({ id: "an-nhon", name: "Thị đoàn An Nhơn", mayEdit: true, hasChildren: true, members: 520, organisations: 3, targets: { articles: { value: 6, ruled: false }, member_accounts: { value: 500, ruled: true } }, ...changes });
const type = (text: string, drafts: Drafts = {}, of = row()) => withDraft(drafts, of, "articles", text);

describe("what is typed into the grid of targets", () => {
  test("is a change of what was seen", () => {
    expect(changesIn([row()], type("1.200"))).toEqual({ wrongCount: 0, changes: [{ unitId: "an-nhon", indicator: "articles", to: 1200, expected: 6 }] });
    expect(valueIn(row(), "articles", type("1.200")["an-nhon"]?.articles)).toBe(1200);
  });

  test("is none where it says what is set, or is taken back", () => {
    for (const drafts of [type("6"), type("6", type("7")), withoutDraft(type("7"), row(), "articles")]) expect(changesIn([row()], drafts)).toEqual({ changes: [], wrongCount: 0 });
  });

  test("takes a target away where nothing is left", () => {
    expect(changesIn([row()], type("")).changes).toEqual([{ unitId: "an-nhon", indicator: "articles", to: null, expected: 6 }]);
  });

  test("that is no target is said at the cell, and is not sent", () => {
    const drafts = type("-1");
    expect(cellState(row(), "articles", drafts["an-nhon"]?.articles)).toMatchObject({ text: "-1", problem: "targetNegative" });
    expect(changesIn([row()], drafts)).toEqual({ changes: [], wrongCount: 1 });
  });

  test("beside what somebody else set meanwhile shows that, and goes on from there once it was shown", () => {
    const drafts = type("8");
    const since = row({ targets: { articles: { value: 7, ruled: false } } });
    expect(cellState(since, "articles", drafts["an-nhon"]?.articles)).toEqual({ text: "8", isChanged: true, isRuled: false, now: 7 });
    expect(changesIn([since], drafts).changes).toMatchObject([{ to: 8, expected: 7 }]);
  });

  test("of articles may be the rule of so many for each organisation", () => {
    const drafts = withDraft({}, row(), "articles", "perOrganisation");
    expect(cellState(row(), "articles", drafts["an-nhon"]!.articles)).toEqual({ text: "18", isChanged: true, isRuled: true });
    expect(changesIn([row()], drafts).changes).toEqual([{ unitId: "an-nhon", indicator: "articles", to: "perOrganisation", expected: 6 }]);
    const followed = row({ targets: { articles: { value: 18, ruled: true } } });
    expect(changesIn([followed], withDraft({}, followed, "articles", "perOrganisation")).changes).toEqual([]);
    expect(changesIn([{ ...followed, organisations: 4 }], withDraft({}, followed, "articles", "perOrganisation")).changes).toMatchObject([{ expected: 18 }]);
  });

  test("may be the rule that it equals the members: applied again where they changed", () => {
    const drafts = withDraft({}, row(), "member_accounts", "equalsMembers");
    expect(cellState(row(), "member_accounts", drafts["an-nhon"]?.member_accounts)).toMatchObject({ text: "520", isRuled: true, isChanged: true });
    expect(changesIn([row()], drafts).changes).toEqual([{ unitId: "an-nhon", indicator: "member_accounts", to: "equalsMembers", expected: 500 }]);
    expect(changesIn([row({ members: 500 })], drafts).changes).toEqual([]);
  });
});
