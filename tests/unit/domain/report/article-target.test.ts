import { expect, it } from "vitest";
import { articleTargetOf, countReached } from "@/lib/domain/report/article-target";

it("asks six articles of an organisation that has no target of its own", () => {
  expect([undefined, 0, 12].map(articleTargetOf)).toEqual([6, 0, 12]);
});

it("counts who has what was asked for; of whom nothing was asked is neither", () => {
  const organisations = [{ confirmed: 6, target: 6 }, { confirmed: 5, target: 6 }, { confirmed: 20, target: 12 }, { confirmed: 3, target: 0 }, { confirmed: 0, target: 0 }];
  expect(countReached(organisations)).toEqual({ reached: 2, asked: 3 });
});
