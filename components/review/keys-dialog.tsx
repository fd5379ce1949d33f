"use client";

import { DenseButton } from "@/components/ui/dense-button";
import { useKeysSwitch } from "@/components/ui/use-single-keys";
import { reviewDesk } from "@/lib/text/desk-review";
import { Modal } from "@/components/ui/modal";

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useKeysSwitch();
  return (
    <Modal title={reviewDesk.keysTitle} onClose={onClose}>
      <dl className="review-keys">
        {reviewDesk.keyList.map(([key, meaning]) => (
          <div key={key}>
            <dt><kbd>{key}</kbd></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="desk-caption mt-3 text-ink-2">{reviewDesk.keysNote}</p>
      <label className="review-reason mt-2">
        <input type="checkbox" checked={on} onChange={(event) => setOn(event.target.checked)} />
        {reviewDesk.keysOn}
      </label>
      <DenseButton className="mt-4" onClick={onClose}>{reviewDesk.close}</DenseButton>
    </Modal>
  );
}
