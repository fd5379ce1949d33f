import "server-only";
import { flagsOf, type EntryFlag } from "@/lib/domain/entry/flags";
import { insertRows, recordsOf, type Row } from "@/lib/server/database/insert-rows";
import type { Transaction } from "@/lib/server/database/with-actor";
import { findDoublesBefore, refreshDoubleFlags } from "@/lib/server/doubles/double-flags";
import { keepHouseholds, lockHamlets } from "@/lib/server/households/keep-households";
import { splitContent } from "@/lib/server/subjects/personal-data";
import { sealSubject } from "@/lib/server/subjects/sealed-subject";
import type { Decided } from "./decide-slice";
import { IdTaken } from "./id-taken";
import { writeConflicts } from "./keep-conflict";
import {
  changeRow, consentRows, entryStateRow, logRow, newEntryRow, outcomeRows, reviewRow, sharedColumns, subjectRow, tallyRows, type RowContext,
} from "./rows";
import type { WorkingEntry } from "./working-entry";

/** Writes what a slice decided: one statement per table, whatever the number of commands. */
export async function writeSlice(tx: Transaction, { entries, log, conflicts }: Decided, context: RowContext): Promise<void> {
  const touched = [...entries.values()]
    .filter(({ before, state }) => before !== state)
    .sort((a, b) => (a.state.id < b.state.id ? -1 : 1));
  await lockHamlets(tx, touched);
  const doublesBefore = await findDoublesBefore(tx, touched);
  await writeSubjects(tx, touched, context);
  await writeEntries(tx, touched, context);
  await writeOutcomes(tx, touched, context);
  await refreshDoubleFlags(tx, touched, doublesBefore);
  await insertRows(tx, "consent", sharedColumns.consent(context), touched.flatMap(consentRows));
  await insertRows(tx, "review_event", sharedColumns.review(context), touched.flatMap((entry) => entry.reviews.map((review) => reviewRow(review, entry))));
  await keepHouseholds(tx, touched, context);
  await placeEntries(tx, touched);
  await eraseSubjects(tx, touched.filter(({ erased }) => erased), context);
  await insertRows(tx, "tally", sharedColumns.tally(context), tallyRows(touched));
  await insertRows(tx, "change", sharedColumns.change(context), touched.map(changeRow));
  await settle(tx, touched, context);
  const lines = log.toSorted((a, b) => (a.received.commandId < b.received.commandId ? -1 : 1));
  await insertRows(tx, "command_log", sharedColumns.log(context), lines.map((line) => logRow(line, context)));
  await writeConflicts(tx, conflicts, context);
}

/** Where an entry happened: at a household, at the named place, else where the nearest place of its unit is. Says whose police confirms it. */
async function placeEntries(tx: Transaction, touched: readonly WorkingEntry[]): Promise<void> {
  const placed = touched.filter(({ content }) => content?.kind === "helpSession" || content?.kind === "householdVisit");
  if (placed.length === 0) return;
  await tx.$executeRaw`
    update entry set area_id = coalesce(
      (entry.content -> 'household' ->> 'areaId')::uuid,
      (select area_id from household where household.id = entry.household_id),
      (select place.area_id from place join unit_ancestor above on above.ancestor_id = place.unit_id
       where above.unit_id = entry.unit_id and place.area_id is not null
       order by place.name = entry.content -> 'place' ->> 'name' desc nulls last, above.depth, place.id limit 1))
    where id = any (${placed.map(({ state }) => state.id)}::uuid[])`;
}

/** Evidence and claims: what counts as matched, also of those who claim what these entries claim or claimed before. */
async function settle(tx: Transaction, touched: readonly WorkingEntry[], { now }: RowContext): Promise<void> {
  if (touched.length === 0) return;
  const keys = touched.flatMap(({ before }) => before?.outcomes.flatMap(({ keyDigest }) => keyDigest ?? []) ?? []);
  await tx.$queryRaw`
    select settle_entries(${touched.map(({ state }) => state.id)}::uuid[], ${keys.map((key) => Buffer.from(key, "base64url"))}::bytea[], ${now}::timestamptz)::text`;
}

async function writeSubjects(tx: Transaction, touched: readonly WorkingEntry[], context: RowContext): Promise<void> {
  const rows = { new: [] as Row[], amended: [] as Row[] };
  for (const { before, content, subjectId, subjectKey } of touched) {
    if (!content || (before && !subjectKey)) continue; // erased: what comes afterwards isn't kept either
    const sealed = sealSubject(subjectId, splitContent(content).personal, subjectKey);
    rows[before ? "amended" : "new"].push(subjectRow(sealed, content));
  }
  await insertRows(tx, "subject", sharedColumns.subject(context), rows.new);
  if (rows.amended.length === 0) return;
  await tx.$executeRaw`
    update subject set kind = r.kind, sealed = r.sealed, number_hash = r.number_hash, phone_hash = r.phone_hash,
      hash_version = r.hash_version, last_four = r.last_four, birth_year = r.birth_year, sex = r.sex
    from ${recordsOf("subject", {}, rows.amended)} r where subject.id = r.id`;
}

/**
 * Destroys the keys of citizens who took their consent back, and everything by which they could be found, also in the
 * register. The households of their visits are erased with them.
 */
async function eraseSubjects(tx: Transaction, erased: readonly WorkingEntry[], { now }: RowContext): Promise<void> {
  if (erased.length === 0) return;
  const entryIds = erased.map(({ state }) => state.id);
  await tx.$executeRaw`
    update subject set wrapped_key = null, sealed = null, number_hash = null, phone_hash = null, last_four = null,
      birth_year = null, sex = null, commune_id = null, hamlet = null, erased_at = ${now}::timestamptz
    where id = any (${erased.map(({ subjectId }) => subjectId)}::uuid[])`;
  await tx.$executeRaw`update consent set withdrawn_at = ${now}::timestamptz where entry_id = any (${entryIds}::uuid[])`;
  await tx.$executeRaw`update outcome set key_hash = null, dossier_code = null where entry_id = any (${entryIds}::uuid[])`;
  await tx.$executeRaw`
    update entry set subject_age = null, content = jsonb_set(content, '{outcomes}', (
      select coalesce(jsonb_agg(outcome - 'dossierCode' order by position), '[]')
      from jsonb_array_elements(content -> 'outcomes') with ordinality as listed (outcome, position)))
    where id = any (${entryIds}::uuid[])`;
  await tx.$queryRaw`select erase_households(${entryIds}::uuid[])::text, forget_matches(${entryIds}::uuid[])::text`;
}

/** Whether somebody recorded the same is added when the keys are written, see `refreshDoubleFlags`. */
function flagsFor({ content, clockOffsetMs }: WorkingEntry): EntryFlag[] {
  return content ? flagsOf(content, clockOffsetMs) : [];
}

async function writeEntries(tx: Transaction, touched: readonly WorkingEntry[], context: RowContext): Promise<void> {
  const recorded = touched.filter(({ before }) => !before).map((entry) => newEntryRow(entry, flagsFor(entry)));
  await insertRows(tx, "entry", sharedColumns.newEntry(context), recorded);
  const changed = touched.filter(({ before }) => before).map((entry) => entryStateRow(entry, flagsFor(entry)));
  if (changed.length === 0) return;
  await tx.$executeRaw`
    update entry set status = r.status, version = r.version, happened_at = r.happened_at, happened_on = r.happened_on,
      status_changed_at = case when entry.status = r.status then entry.status_changed_at else r.status_changed_at end,
      last_review = r.last_review, quarantine = coalesce(r.quarantine, entry.quarantine), place_kind = coalesce(r.place_kind, entry.place_kind),
      household_id = case when r.content is null then entry.household_id else r.household_id end,
      subject_age = case when r.content is null then entry.subject_age else r.subject_age end,
      flags = case when r.content is null then entry.flags else r.flags end, content = coalesce(r.content, entry.content)
    from ${recordsOf("entry", sharedColumns.changedEntry(context), changed)} r where entry.id = r.id`;
}

async function writeOutcomes(tx: Transaction, touched: readonly WorkingEntry[], context: RowContext): Promise<void> {
  const brought = touched.filter(({ content }) => content);
  await insertRows(tx, "outcome", sharedColumns.outcome(context), brought.filter(({ before }) => !before).flatMap(outcomeRows));
  const amended = brought.filter(({ before }) => before);
  if (amended.length === 0) return;
  const voided = amended.flatMap((entry) => [...entry.voided.keys()]);
  await tx.$executeRaw`
    update outcome set voided_at = ${context.now}::timestamptz where id = any (${voided}::uuid[]) and voided_at is null`;
  const rows = amended.flatMap(outcomeRows);
  const written = await insertRows(tx, "outcome", sharedColumns.outcome(context), rows, overOwnOutcome);
  if (written !== rows.length) throw new IdTaken("An outcome's id belongs to another entry");
}

const overOwnOutcome = `
  on conflict (id) do update set position = excluded.position, kind = excluded.kind, revision = excluded.revision,
    claimed_at = case when outcome.revision = excluded.revision then outcome.claimed_at else excluded.claimed_at end,
    key_hash = excluded.key_hash, dossier_code = excluded.dossier_code, dossier_received_on = excluded.dossier_received_on,
    service = excluded.service, portal = excluded.portal, channel = excluded.channel, paid_online = excluded.paid_online,
    indicators = excluded.indicators, quantity = excluded.quantity, not_counted = excluded.not_counted, voided_at = null
  where outcome.entry_id = excluded.entry_id`;
