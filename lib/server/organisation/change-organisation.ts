import "server-only";
import { decideChange, type ChangeFacts } from "@/lib/domain/organisation/decide-change";
import { subjectsOf, type OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import { nameOn, type OrganisationTree } from "@/lib/domain/organisation/organisation-unit";
import { loadedUnits, previewOf } from "@/lib/domain/organisation/preview";
import { subtreeOn } from "@/lib/domain/organisation/tree";
import { touchedBy, type TreeDelta } from "@/lib/domain/organisation/tree-delta";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { err, ok, type Result } from "@/lib/domain/result";
import { localDateOf, type LocalDate } from "@/lib/domain/time/local-date";
import type { AskOrganisation, Looked } from "@/lib/protocol/organisation";
import { canonicalJson } from "@/lib/server/crypto/canonical-json";
import { keyedHash } from "@/lib/server/crypto/keyed-hash";
import { hexOf, insertRows } from "@/lib/server/database/insert-rows";
import { withActor, type Transaction } from "@/lib/server/database/with-actor";
import { loadTree } from "./load-tree";
import { lockTree } from "./lock-tree";
import { readLastRecorded, readLoads, readMovedPeople, readPeopleFrom } from "./read-loads";
import { takeBackChange } from "./take-back-change";
import { writeDelta } from "./write-delta";

type Changed = { readonly id: string };
type Context = { readonly actor: Actor; readonly now: string };

/** Shows what a change of the tree would do, does it, or takes a planned one back. */
export function askOrganisation(actor: Actor, asked: AskOrganisation, now: string): Promise<Result<Looked | Changed, Refusal>> {
  if (asked.action === "takeBack") return takeBackChange(actor, asked, now);
  return asked.action === "preview" ? previewChange(asked.change, { actor, now }) : applyChange(asked, { actor, now });
}

function previewChange(change: OrganisationChange, context: Context): Promise<Result<Looked, Refusal>> {
  return withActor(context.actor, async (tx) => {
    const tree = await loadTree(tx);
    const delta = await decide(tx, tree, change, context);
    if (!delta.ok) return delta;
    const { from, carried } = delta.value;
    const preview = previewOf(tree, delta.value, await readLoads(tx, loadedUnits(tree, delta.value), from));
    const ways = carried.map(({ unitId, intoId }) => ({ unitId, fromName: nameFor(tree, delta.value, unitId), intoName: nameFor(tree, delta.value, intoId) }));
    return ok({ seen: seenOf(delta.value), preview, people: await readMovedPeople(tx, ways, from) });
  });
}

/** One batch command: the tree, all that goes on elsewhere with it, who changed it and the line of the log, or nothing of it. */
function applyChange({ id, change, seen }: Extract<AskOrganisation, { action: "apply" }>, context: Context): Promise<Result<Changed, Refusal>> {
  const { actor, now } = context;
  return withActor(actor, async (tx) => {
    await lockTree(tx);
    const [done] = await tx.$queryRaw<Changed[]>`select id from unit_change where id = ${id}::uuid and set_by_id = ${actor.userId}::uuid`;
    if (done) return ok(done);
    const tree = await loadTree(tx);
    const decided = await decide(tx, tree, change, context);
    if (!decided.ok) return decided;
    const delta = decided.value;
    if (seenOf(delta) !== seen) return err({ code: "organisationChangedSince" });
    await writeDelta(tx, actor, { id, now }, delta);
    await tx.$executeRaw`
      insert into unit_change (id, province_id, kind, "from", unit_ids, change, effect, set_by_id, set_at)
      values (${id}::uuid, ${actor.provinceId}::uuid, ${change.kind}, ${change.from}::date, ${touchedBy(delta)}::uuid[], ${JSON.stringify(change)}::jsonb,
        ${JSON.stringify(delta)}::jsonb, ${actor.userId}::uuid, ${now}::timestamptz)`;
    await insertRows(tx, "command_log", { province_id: actor.provinceId, actor_id: actor.userId }, [{
      id, type: "changeOrganisation", claimed_at: now, received_at: now, payload_digest: hexOf(keyedHash("payload", canonicalJson(change))),
      after_digest: hexOf(keyedHash("state", canonicalJson(delta))), answer: { commandId: id, verdict: "accepted" },
    }]);
    return ok({ id });
  });
}

async function decide(tx: Transaction, tree: OrganisationTree, change: OrganisationChange, { actor, now }: Context): Promise<Result<TreeDelta, Refusal>> {
  const subjects = subjectsOf(change);
  const lastRecorded = await readLastRecorded(tx, [...new Set(subjects.flatMap((id) => subtreeOn(tree, id, change.from)))]);
  const people = await readPeopleFrom(tx, subjects, change.from);
  const facts: ChangeFacts = {
    actor, today: localDateOf(now), closedThrough: await readClosedThrough(tx),
    lastRecordedOn: (unitId) => lastRecorded.get(unitId), peopleFrom: (unitId) => people.get(unitId) ?? 0,
  };
  return decideChange(tree, change, facts);
}

async function readClosedThrough(tx: Transaction): Promise<LocalDate | undefined> {
  const [row] = await tx.$queryRaw<{ through: LocalDate | null }[]>`select max(through)::text as through from period where closed_at is not null`;
  return row?.through ?? undefined;
}

/** What was decided is what was seen; ids and days only. */
function seenOf(delta: TreeDelta): string {
  return keyedHash("state", canonicalJson(delta)).toString("base64url");
}

function nameFor(tree: OrganisationTree, { from, opened }: TreeDelta, id: string): string {
  const unit = tree.get(id);
  return opened.find((one) => one.id === id)?.name ?? (unit ? nameOn(unit, from) : "");
}
