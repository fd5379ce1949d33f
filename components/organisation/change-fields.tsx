import { X } from "lucide-react";
import { DenseButton } from "@/components/ui/dense-button";
import type { OrganisationChange } from "@/lib/domain/organisation/organisation-change";
import type { UnitKind } from "@/lib/domain/organisation/organisation-unit";
import type { ChangeChoice } from "@/lib/protocol/organisation";
import { organisationTexts as texts } from "@/lib/text/organisation";
import { emptyHeir, heirDraftId, type ChangeDraft, type HeirDraft } from "./change-draft";
import { UnitSelect } from "./unit-select";

type Props = { readonly kind: OrganisationChange["kind"]; readonly choice: ChangeChoice; readonly draft: ChangeDraft; readonly onChange: (part: Partial<ChangeDraft>) => void };

/** What is filled in for one kind of change. */
export function ChangeFields({ kind, choice, draft, onChange }: Props) {
  const setHeir = (index: number, part: Partial<HeirDraft>) => onChange({ heirs: draft.heirs.map((heir, place) => (place === index ? { ...heir, ...part } : heir)) });
  return (
    <div className="change-fields">
      {(kind === "open" || kind === "rename") && <TextField label={kind === "open" ? texts.name : texts.newName} value={draft.name} onChange={(name) => onChange({ name })} />}
      {kind === "open" && (
        <>
          <label className="tree-field">
            {texts.kindOfNew}
            <select value={draft.unitKind} onChange={({ target }) => onChange({ unitKind: target.value as UnitKind })}>
              {choice.kindsBelow.map((one) => <option key={one} value={one}>{texts.kinds[one]}</option>)}
            </select>
          </label>
          <TextField label={texts.code} value={draft.code} onChange={(code) => onChange({ code })} />
        </>
      )}
      {kind === "move" && <UnitSelect label={texts.newParent} units={choice.parents.filter(({ id }) => id !== choice.parentId)} value={draft.parentId} onChange={(parentId) => onChange({ parentId })} />}
      {kind === "merge" && (
        <>
          <Together choice={choice} draft={draft} onChange={onChange} />
          {draft.heirs[0] && <HeirFields title={texts.heir} choice={choice} heir={draft.heirs[0]} except={draft.together} onChange={(part) => setHeir(0, part)} />}
        </>
      )}
      {kind === "split" && (
        <>
          {draft.heirs.map((heir, index) => <HeirFields key={heir.id} title={texts.heirNumber(index + 1)} choice={choice} heir={heir} except={[]} onChange={(part) => setHeir(index, part)} />)}
          <DenseButton onClick={() => onChange({ heirs: [...draft.heirs, emptyHeir(choice.parentId ?? "", true)] })}>{texts.addHeir}</DenseButton>
          <UnitSelect
            label={texts.carriedInto} value={draft.carriedInto} onChange={(carriedInto) => onChange({ carriedInto })}
            units={draft.heirs.flatMap((heir) => ({ id: heirDraftId(heir), name: heir.isNew ? heir.name : (choice.peers.find(({ id }) => id === heir.unitId)?.name ?? ""), groupName: "" })).filter(({ id, name }) => id && name)}
          />
        </>
      )}
      <label className="tree-field">
        {texts.from}
        <input type="date" required value={draft.from} onChange={({ target }) => onChange({ from: target.value })} />
      </label>
    </div>
  );
}

function TextField({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) {
  return <label className="tree-field">{label}<input type="text" maxLength={120} value={value} onChange={({ target }) => onChange(target.value)} /></label>;
}

/** Others that end in the same merger. */
function Together({ choice, draft: { together }, onChange }: Pick<Props, "choice" | "draft" | "onChange">) {
  return (
    <div className="change-together">
      <UnitSelect label={texts.together} units={choice.peers.filter(({ id }) => !together.includes(id))} value="" onChange={(id) => id && onChange({ together: [...together, id] })} />
      {together.length > 0 && (
        <ul aria-label={texts.together}>
          {together.map((id) => {
            const name = choice.peers.find((one) => one.id === id)?.name ?? "";
            return <li key={id}>{name}<button type="button" aria-label={texts.remove(name)} onClick={() => onChange({ together: together.filter((one) => one !== id) })}><X aria-hidden size={16} /></button></li>;
          })}
        </ul>
      )}
    </div>
  );
}

type HeirProps = { readonly title: string; readonly choice: ChangeChoice; readonly heir: HeirDraft; readonly except: readonly string[]; readonly onChange: (part: Partial<HeirDraft>) => void };

function HeirFields({ title, choice, heir, except, onChange }: HeirProps) {
  return (
    <fieldset className="change-heir">
      <legend>{title}</legend>
      {([false, true] as const).map((isNew) => (
        <label key={String(isNew)} className="change-radio">
          <input type="radio" name={`heir-${heir.id}`} checked={heir.isNew === isNew} onChange={() => onChange({ isNew })} />
          {isNew ? texts.heirNew : texts.heirThere}
        </label>
      ))}
      {heir.isNew ? (
        <>
          <TextField label={texts.name} value={heir.name} onChange={(name) => onChange({ name })} />
          <UnitSelect label={texts.parent} units={choice.parents} value={heir.parentId} onChange={(parentId) => onChange({ parentId })} />
        </>
      ) : <UnitSelect label={texts.unit} units={choice.peers.filter(({ id }) => !except.includes(id))} value={heir.unitId} onChange={(unitId) => onChange({ unitId })} />}
    </fieldset>
  );
}
