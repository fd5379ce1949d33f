import { Article } from "@/lib/domain/entry/article";
import { OutreachEvent } from "@/lib/domain/entry/outreach-event";
import type * as z from "zod/mini";
import { makeId } from "./help-session";

/** An event with 23 people, parsed as phone and server do it. */
export function makeEvent(changes: Partial<z.input<typeof OutreachEvent>> = {}): OutreachEvent {
  return OutreachEvent.parse({
    kind: "outreachEvent",
    happenedAt: "2026-08-07T01:00:00.000Z",
    type: "talk",
    title: "Nộp hồ sơ tại nhà",
    placeName: "Nhà văn hoá thôn Tân Thành",
    audience: "residents",
    attendance: { method: "count", youth: 19, others: 4 },
    outcomes: [{ id: makeId(), kind: "eventHeld" }],
    ...changes,
  });
}

/** An article of 5 August; each has an address of its own unless one is given. */
export function makeArticle(changes: Partial<z.input<typeof Article>> = {}): Article {
  const id = makeId();
  return Article.parse({
    kind: "article",
    happenedAt: "2026-08-07T02:00:00.000Z",
    url: `https://doanphuocloc.vn/tin/${id}`,
    title: "Ra quân giúp người dân nộp hồ sơ trực tuyến",
    publisher: "Trang của Đoàn xã Phước Lộc",
    publishedOn: "2026-08-05",
    outcomes: [{ id, kind: "articlePublished" }],
    ...changes,
  });
}
