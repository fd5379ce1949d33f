import { randomUUID } from "node:crypto";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import { HelpSession } from "@/lib/domain/entry/help-session";
import type { Random } from "./random";

/** Sessions that differ in everything; `happenedAt` alone tells any two of a schedule apart. */
export function createContents(random: Random) {
  let minutes = 0;
  const happenedAt = () => new Date(Date.parse("2026-08-07T00:00:00.000Z") + (minutes += 1) * 60_000 + random.below(60_000)).toISOString();
  return {
    make: (): HelpSession => contentOf(happenedAt(), [outcome(random)], randomUUID(), random),
    /** The same session with something corrected. */
    change: (before: EntryContent): HelpSession => {
      if (before.kind !== "helpSession") throw new Error(`No session: ${before.kind}`);
      const kept = random.chance(0.7) ? before.outcomes : [];
      const added = kept.length === 0 || random.chance(0.4) ? [outcome(random)] : [];
      return contentOf(happenedAt(), [...kept, ...added].slice(-4), before.subject.id, random);
    },
  };
}

function contentOf(happenedAt: string, outcomes: readonly object[], subjectId: string, random: Random): HelpSession {
  return HelpSession.parse({
    kind: "helpSession",
    happenedAt,
    place: { kind: random.pick(["counter", "home", "mobilePoint", "remote"] as const) },
    subject: {
      id: subjectId,
      kind: "person",
      name: random.pick(["Nguyễn Văn An", "Đặng Thị Bưởi", "Đinh Ŏng", "H'Bia Niê", "Trần Thị Ánh Nguyệt"]),
      personalNumber: `0522${70 + random.below(30)}${String(random.below(1_000_000)).padStart(6, "0")}`,
      birth: { precision: "day", year: 1975 + random.below(25), month: 1 + random.below(12), day: 1 + random.below(28) },
      sex: random.pick(["male", "female"] as const),
      scanned: [],
    },
    consent: { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt: happenedAt },
    outcomes,
  });
}

function outcome(random: Random): object {
  const id = randomUUID();
  if (random.chance(0.5)) return { id, kind: "guidanceGiven" };
  const dossierCode = `H08.21-2608${String(1 + random.below(6)).padStart(2, "0")}-${String(random.below(10_000)).padStart(4, "0")}`;
  return { id, kind: "dossierSubmitted", service: "khai-sinh", dossierCode, portal: "province", channel: "online", paidOnline: random.chance(0.5) };
}
