"use client";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { invitationTexts } from "@/lib/text/desk-invitations";
import type { Unit } from "./new-invitation";
import { useChange } from "./use-change";

/** Opens the sheet that hangs on a wall, one for each unit, always the same; takes it down when the wrong people ask. */
export function PosterChoice({ units }: { readonly units: readonly Unit[] }) {
  const router = useRouter();
  const { busy, problem, change } = useChange();
  const [unitId, setUnitId] = useState(units[0]?.id ?? "");
  const hasPoster = units.find(({ id }) => id === unitId)?.hasPoster ?? false;
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (await change({ change: "openPoster", unitId })) router.push(`/desk/invitations/poster?unit=${unitId}`);
  };
  return (
    <section className="desk-panel invitation-new">
      <h2 className="desk-head">{invitationTexts.poster}</h2>
      <p className="desk-dense text-ink-2">{invitationTexts.posterAbout}</p>
      <form onSubmit={(event) => void open(event)}>
        <label htmlFor="poster-unit">{invitationTexts.unit}</label>
        <select id="poster-unit" value={unitId} onChange={({ target }) => setUnitId(target.value)}>
          {units.map(({ id, name }) => (
            <option key={id} value={id}>{name}</option>
          ))}
        </select>
        {problem && <p role="alert" className="desk-dense text-warn">{problem}</p>}
        <span className="invitation-actions">
          <DenseButton type="submit" disabled={busy}>{invitationTexts.openPoster}</DenseButton>
          {hasPoster && <DenseButton look="bare" disabled={busy} onClick={() => void change({ change: "closePoster", unitId })}>{invitationTexts.closePoster}</DenseButton>}
        </span>
        {hasPoster && <p className="desk-dense text-ink-2">{invitationTexts.closePosterAbout}</p>}
      </form>
    </section>
  );
}
