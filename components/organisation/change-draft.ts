import { uuidV7 } from "@/lib/domain/ids";
import { OrganisationChange, type Heir } from "@/lib/domain/organisation/organisation-change";
import type { UnitKind } from "@/lib/domain/organisation/organisation-unit";

/** An heir as it is filled in: one that is there, or the name of a new one. */
export type HeirDraft = { readonly id: string; readonly isNew: boolean; readonly unitId: string; readonly name: string; readonly parentId: string };

/** A change as it is filled in, whatever its kind. */
export type ChangeDraft = {
  readonly from: string;
  readonly name: string;
  readonly code: string;
  readonly unitKind: UnitKind;
  readonly parentId: string;
  readonly together: readonly string[];
  readonly heirs: readonly HeirDraft[];
  readonly carriedInto: string;
  /** Of the unit that opens: made once, so that looking again asks for the same. */
  readonly newId: string;
};

export function emptyHeir(parentId: string, isNew: boolean): HeirDraft {
  return { id: newUnitId(), isNew, unitId: "", name: "", parentId };
}

export function newUnitId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

export function heirDraftId({ isNew, id, unitId }: HeirDraft): string {
  return isNew ? id : unitId;
}

/** @returns undefined while something is missing */
export function changeOf(kind: OrganisationChange["kind"], unitId: string, draft: ChangeDraft): OrganisationChange | undefined {
  return OrganisationChange.safeParse(wishOf(kind, unitId, draft)).data;
}

function wishOf(kind: OrganisationChange["kind"], unitId: string, { from, name, code, unitKind, parentId, together, heirs, carriedInto, newId }: ChangeDraft): object {
  const common = { kind, from };
  if (kind === "open") return { ...common, unit: { id: newId, name, ...(code.trim() ? { officialCode: code } : {}) }, unitKind, parentId: unitId };
  if (kind === "rename") return { ...common, unitId, name };
  if (kind === "move") return { ...common, unitId, parentId };
  if (kind === "merge") return { ...common, unitIds: [unitId, ...together], into: heirs[0] && heirOf(heirs[0]) };
  return kind === "split" ? { ...common, unitId, into: heirs.map(heirOf), carriedInto } : { ...common, unitId };
}

function heirOf({ id, isNew, unitId, name, parentId }: HeirDraft): Heir {
  return isNew ? { opens: { id, name }, parentId } : { unitId };
}
