import { findDossierCode, isKnownDossierUnit, parseDossierCode, receivedOnOf } from "@/lib/domain/dossier/dossier-code";
import { duplicateKeyOfDossier, findDuplicates } from "@/lib/domain/entry/duplicates";
import type { RefusalCode } from "@/lib/domain/refusal";
import { formatDate, localDateOf } from "@/lib/domain/time/local-date";
import type { Phone } from "@/lib/phone/phone";
import { helpSession } from "@/lib/text/help-session";
import { momentText } from "@/lib/text/moment";
import { notCounted } from "@/lib/text/not-counted";
import { refusals } from "@/lib/text/refusals";
import { warnings } from "@/lib/text/warnings";

const text = helpSession.outcomes;

/** What can be said of a code at once: right and from when, odd, known already, or wrong once the field was left. */
export function sayOfCode(typed: string, left: boolean, entryId: string | undefined, phone: Phone): { error?: string; warning?: string; fine?: string } {
  if (typed.trim() === "") return {};
  const code = parseDossierCode(typed);
  if (!code.ok) return left ? { error: refusals[code.error] } : {};
  const [known] = findDuplicates([duplicateKeyOfDossier(code.value)], phone.entries.getSnapshot(), entryId);
  if (known) return { warning: text.knownHere(momentText(known.happenedAt)) };
  const receivedOn = receivedOnOf(code.value);
  const today = localDateOf(phone.now());
  const { schemeStart } = phone.person.getSnapshot().briefing.schemeRules;
  if (receivedOn < schemeStart) return { warning: notCounted.dossierBeforeScheme };
  if (receivedOn > today) return { warning: notCounted.dossierInFuture };
  if (!isKnownDossierUnit(code.value)) return { warning: warnings.dossierUnitUnknown };
  return { fine: receivedOn === today ? text.receivedToday : text.receivedOn(formatDate(receivedOn)) };
}

/** Takes the code out of what was scanned or pasted, or says why there is none in it. */
export function takeCode(read: string, onCode: (code: string) => void): RefusalCode | undefined {
  const code = findDossierCode(read);
  if (!code.ok) return code.error;
  onCode(code.value);
  return undefined;
}
