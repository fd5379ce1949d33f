import "server-only";
import type { EntryContent } from "@/lib/domain/entry/entry-content";
import type { Subject } from "@/lib/domain/entry/subject";
import { hashVersion, keyedHash } from "@/lib/server/crypto/keyed-hash";

/** What stands beside the sealed document so that subjects can be found, counted and told apart. */
export type SubjectColumns = {
  /** `none`: nothing in the entry is about a citizen; the row holds the key of its notes. */
  readonly kind: Subject["kind"] | "household" | "none";
  readonly hashVersion: number;
  readonly numberHash?: Buffer;
  readonly phoneHash?: Buffer;
  readonly lastFour?: string;
  readonly birthYear?: number;
  readonly sex?: string;
};

export function subjectColumnsOf(content: EntryContent): SubjectColumns {
  if (content.kind === "helpSession") return columnsOf(content.subject);
  return { kind: content.kind === "householdVisit" ? "household" : "none", hashVersion };
}

function columnsOf(subject: Subject): SubjectColumns {
  const phone = subject.phone === undefined ? {} : { phoneHash: keyedHash("phone", subject.phone) };
  if (subject.kind === "organisation") return { kind: subject.kind, hashVersion, ...phone };
  const { personalNumber: number, birth, sex } = subject;
  return {
    kind: subject.kind,
    hashVersion,
    ...phone,
    ...(number === undefined ? {} : { numberHash: keyedHash("personalNumber", number), lastFour: number.slice(-4) }),
    ...(birth === undefined ? {} : { birthYear: birth.year }),
    ...(sex === undefined ? {} : { sex }),
  };
}
