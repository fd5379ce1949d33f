import { drawingNames, type DrawingName } from "@/lib/domain/guide/guide";
import { deskGuides } from "@/lib/text/desk-guides";
import { Drawing } from "../drawings/drawing";

/** All drawings that a guide may show, by name. */
export function DrawingPicker({ onPick }: { readonly onPick: (name: DrawingName) => void }) {
  return (
    <details className="guide-more">
      <summary>{deskGuides.drawings}</summary>
      <ul className="guide-drawings">
        {drawingNames.map((name) => (
          <li key={name}>
            <button type="button" aria-label={deskGuides.insert(name)} onClick={() => onPick(name)}>
              <Drawing name={name} className="w-full" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
