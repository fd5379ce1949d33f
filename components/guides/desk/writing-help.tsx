import { deskGuides } from "@/lib/text/desk-guides";

const { title, lines } = deskGuides.help;

export function WritingHelp() {
  return (
    <details className="guide-more">
      <summary>{title}</summary>
      <dl className="guide-help">
        {lines.map(([example, meaning]) => (
          <div key={example}>
            <dt><code>{example}</code></dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
