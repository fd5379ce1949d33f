import { FileSpreadsheet } from "lucide-react";
import { useId, useState } from "react";
import { reconcileTexts } from "@/lib/text/desk-reconcile";

/** A file is dropped here, or chosen; the field stays reachable by keyboard. */
export function ChooseFile({ busy, onChoose }: { readonly busy: boolean; readonly onChoose: (file: File) => void }) {
  const id = useId();
  const [over, setOver] = useState(false);
  const choose = (files: FileList | null) => files?.[0] && onChoose(files[0]);
  return (
    <section className="desk-panel import-choose" data-over={over || undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => { event.preventDefault(); setOver(false); choose(event.dataTransfer.files); }}
    >
      <FileSpreadsheet aria-hidden size={40} strokeWidth={1.4} className="text-brand" />
      <h2 className="desk-head">{reconcileTexts.chooseTitle}</h2>
      <p id={`${id}-hint`} className="desk-body text-ink-2">{reconcileTexts.chooseHint}</p>
      <label htmlFor={id} className="import-file">
        <input
          id={id} type="file" accept=".csv,.txt,.tsv,.xlsx,.xlsm" disabled={busy} aria-describedby={`${id}-hint`}
          onChange={(event) => { choose(event.target.files); event.target.value = ""; }}
        />
        <span>{reconcileTexts.chooseButton}</span>
      </label>
      <p role="status" className="desk-dense text-ink-2">{busy ? reconcileTexts.looking : ""}</p>
    </section>
  );
}
