"use client";

import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import { useKeysSwitch } from "@/components/ui/use-single-keys";
import { checkTexts } from "@/lib/text/desk-checks";

export function CheckKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useKeysSwitch();
  return (
    <Modal title={checkTexts.keysTitle} onClose={onClose}>
      <dl className="checks-keys">
        {checkTexts.keyList.map(([key, meaning]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="desk-dense mt-3 text-ink-2">{checkTexts.keysNote}</p>
      <label className="checks-switch">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {checkTexts.keysOn}
      </label>
      <DenseButton className="mt-4" onClick={onClose}>{checkTexts.close}</DenseButton>
    </Modal>
  );
}
