import { newId } from "../demo/new-id";
import { headAt } from "./invented-people";
import { momentIn } from "./month-days";
import type { MonthPlan } from "./plan";
import { consentAt, plannedEntry, type Content, type Ending, type MonthWork, type UnitContext } from "./unit-work";

/** From door to door: informed with an account counts; some have none, are away, or wait for the leader. */
export function recordVisits({ hamlets, counters }: UnitContext, { month, counted, besides }: MonthPlan, { entries }: MonthWork): void {
  const add = (count: number, ending: Ending, result: "informed" | "absent", hasAccount: boolean) => {
    for (let index = 0; index < count; index += 1) {
      const number = counters.households++;
      const household = { id: newId(), areaId: hamlets[number % hamlets.length]! };
      const common = { kind: "householdVisit", happenedAt: momentIn(month, index, count), result } as const;
      const content = result === "absent"
        ? { ...common, household, outcomes: [] }
        : {
            ...common,
            household: { ...household, head: headAt(Math.floor(number / hamlets.length)) },
            hasAccount,
            hasVneid: number % 3 > 0,
            consent: consentAt(common.happenedAt),
            outcomes: [{ id: newId(), kind: "householdInformed" }],
          };
      entries.push(plannedEntry(content as Content, ending));
    }
  };
  add(counted.households, "confirmed", "informed", true);
  add(besides.householdsWithoutAccount, "confirmed", "informed", false);
  add(besides.householdsAbsent, "confirmed", "absent", false);
  add(besides.householdsRefused, "refused", "informed", true);
  add(besides.householdsWaiting, "waiting", "informed", true);
}

const headlines = [
  "Ra quân hỗ trợ người dân dùng dịch vụ công trực tuyến", "Một ngày ở bộ phận Một cửa cùng đội tình nguyện",
  "Đến từng nhà hướng dẫn kích hoạt VNeID", "Đoàn viên giúp người cao tuổi nộp hồ sơ trực tuyến",
] as const;

/** News items, each under a link of its own; the officer finds some that are not the unit's. */
export function recordArticles({ index: unit, counters }: UnitContext, { month, counted, besides }: MonthPlan, { entries }: MonthWork): void {
  const add = (count: number, checked?: "confirmed" | "refused") => {
    for (let index = 0; index < count; index += 1) {
      const number = counters.articles++;
      const happenedAt = momentIn(month, index, count);
      entries.push(plannedEntry({
        kind: "article", happenedAt, url: `https://tinhdoan.example/${unit + 1}/tin/${number + 1}`, title: headlines[number % headlines.length]!,
        publisher: "tinhdoan.example", publishedOn: happenedAt.slice(0, 10), outcomes: [{ id: newId(), kind: "articlePublished" }],
      } as Content, "confirmed", checked));
    }
  };
  add(counted.articles, "confirmed");
  add(besides.articlesNotOwn, "refused");
  add(besides.articlesUnchecked);
}
