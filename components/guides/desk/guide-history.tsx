import { DenseButton } from "@/components/ui/dense-button";
import type { GuideVersion } from "@/lib/protocol/guides";
import { deskGuides } from "@/lib/text/desk-guides";
import { momentText } from "@/lib/text/moment";

/** Every version there was, each with the way back to it. */
export function GuideHistory({ history, onLoad }: { readonly history: readonly GuideVersion[]; readonly onLoad: (version: GuideVersion) => void }) {
  return (
    <section aria-labelledby="guide-history">
      <h2 id="guide-history" className="desk-head mt-3 mb-1">{deskGuides.history}</h2>
      <ul className="guide-history">
        {history.map((version, index) => (
          <li key={version.version}>
            <b>{deskGuides.version(version.version)}</b>
            <span className="text-ink-2">
              {[momentText(version.editedAt), deskGuides.editedBy(version.editedBy), index === 0 && deskGuides.newest, version.retired && deskGuides.retired]
                .filter(Boolean)
                .join(" · ")}
            </span>
            <DenseButton look="bare" className="ml-auto" onClick={() => onLoad(version)}>{deskGuides.load(version.version)}</DenseButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
