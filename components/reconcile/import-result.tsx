import { registerKinds, type ImportDetail, type NearMisses, type PreviousImport, type RegisterKind, type UnfoundUnit } from "@/lib/protocol/imports";
import { reconcileTexts } from "@/lib/text/desk-reconcile";
import { sumOf } from "./standing-rows";
import { ImportHead } from "./import-head";
import { NearMissesPanel } from "./near-misses-panel";
import { StandingTable } from "./standing-table";
import { UnfoundTable } from "./unfound-table";
import { UnreadPanel } from "./unread-panel";

type Props = {
  readonly detail: ImportDetail;
  readonly previous: PreviousImport | undefined;
  readonly misses: NearMisses;
  readonly unfound: readonly UnfoundUnit[];
};

/** What came of an import. The kind of the file first; the other one too, where it has anything. */
export function ImportResult({ detail, previous, misses, unfound }: Props) {
  const { summary: { kind }, result } = detail;
  const kinds: RegisterKind[] = [kind, ...registerKinds.filter((other) => other !== kind)];
  const nothing = registerKinds.every((name) => sumOf(result.after?.[name] ?? {}) === 0);
  return (
    <>
      <ImportHead detail={detail} />
      <div className="reconcile-columns">
        <div>
          {nothing && <p className="desk-panel import-run">{reconcileTexts.noOutcomes}</p>}
          {kinds.map((name) => <StandingTable key={name} kind={name} result={result} previous={previous} />)}
          <UnfoundTable kind={kind} units={unfound} />
        </div>
        <div>
          <NearMissesPanel misses={misses} />
          <UnreadPanel detail={detail} shown={3} />
        </div>
      </div>
    </>
  );
}
