"use client";

import { useId, useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { Modal } from "@/components/ui/modal";
import { longestPhoneName, revokeReasons, type ListedPhone, type RevokeReason } from "@/lib/protocol/phones";
import { phoneTexts as texts } from "@/lib/text/phones";
import { usePhoneChange } from "./use-phone-change";

type Props = { readonly phone: Pick<ListedPhone, "deviceId" | "name" | "revokedFor" | "wipedAt">; readonly label: string };

export function PhoneActions({ phone, label }: Props) {
  const [open, setOpen] = useState<"rename" | "revoke">();
  const { busy, problem, change } = usePhoneChange();
  const close = () => setOpen(undefined);
  if (phone.wipedAt) return null;
  return (
    <div className="fleet-actions">
      <DenseButton look="bare" aria-label={`${texts.rename}: ${label}`} onClick={() => setOpen("rename")}>{texts.rename}</DenseButton>
      {phone.revokedFor ? (
        <DenseButton disabled={busy} aria-label={`${texts.restore}: ${label}`} onClick={() => void change({ action: "restore", deviceId: phone.deviceId })}>{texts.restore}</DenseButton>
      ) : (
        <DenseButton look="bad" aria-label={`${texts.revoke} ${label}`} onClick={() => setOpen("revoke")}>{texts.revoke}</DenseButton>
      )}
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
      {open === "rename" && <Rename phone={phone} label={label} onClose={close} />}
      {open === "revoke" && <Revoke phone={phone} label={label} onClose={close} />}
    </div>
  );
}

type DialogProps = Props & { readonly onClose: () => void };

function Rename({ phone: { deviceId, name: current = "" }, label, onClose }: DialogProps) {
  const { busy, problem, change } = usePhoneChange();
  const [name, setName] = useState(current);
  const field = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await change({ action: "rename", deviceId, name })) onClose();
  };
  return (
    <Modal title={`${texts.rename}: ${label}`} onClose={onClose}>
      <form className="fleet-form" onSubmit={(event) => void submit(event)}>
        <label htmlFor={field} className="desk-dense font-semibold">{texts.name}</label>
        <input id={field} value={name} maxLength={longestPhoneName} aria-describedby={`${field}-hint`} onChange={(event) => setName(event.target.value)} />
        <p id={`${field}-hint`} className="desk-dense text-ink-2">{texts.nameHint}</p>
        <Buttons action={texts.save} {...{ busy, problem, onClose }} />
      </form>
    </Modal>
  );
}

function Revoke({ phone: { deviceId }, label, onClose }: DialogProps) {
  const { busy, problem, change } = usePhoneChange();
  const [reason, setReason] = useState<RevokeReason>("lost");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await change({ action: "revoke", deviceId, reason })) onClose();
  };
  return (
    <Modal title={texts.revokeTitle(label)} onClose={onClose}>
      <form className="fleet-form" onSubmit={(event) => void submit(event)}>
        <p className="desk-body">{texts.revokeAbout}</p>
        <fieldset className="fleet-reasons">
          <legend className="desk-dense font-semibold">{texts.reason}</legend>
          {revokeReasons.map((one) => (
            <label key={one} className="fleet-reason">
              <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
              {texts.reasons[one]}
            </label>
          ))}
        </fieldset>
        <Buttons action={texts.revokeNow} {...{ busy, problem, onClose }} />
      </form>
    </Modal>
  );
}

function Buttons({ action, busy, problem, onClose }: { readonly action: string; readonly busy: boolean; readonly problem: string | undefined; readonly onClose: () => void }) {
  return (
    <>
      {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
      <div className="fleet-buttons">
        <DenseButton type="submit" look="main" disabled={busy}>{busy ? texts.saving : action}</DenseButton>
        <DenseButton disabled={busy} onClick={onClose}>{texts.cancel}</DenseButton>
      </div>
    </>
  );
}
