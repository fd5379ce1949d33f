import { differingCharacters, type TextPart } from "@/lib/domain/text/differing-characters";
import { toDo } from "@/lib/text/to-do";

type Named = { readonly name: string; readonly text: string };

/** What was recorded above what says otherwise, character below character, those that differ underlined. */
export function SpellingComparison({ recorded, said }: { readonly recorded: Named; readonly said: Named }) {
  const [mine, theirs] = differingCharacters(recorded.text, said.text);
  return (
    <dl className="grid gap-1.5 rounded-field bg-sunken px-3.5 py-2.5 sunlight:border-2">
      <Spelling name={recorded.name} parts={mine} look="text-bad" />
      <Spelling name={said.name} parts={theirs} look="text-ok" />
    </dl>
  );
}

function Spelling({ name, parts, look }: { readonly name: string; readonly parts: readonly TextPart[]; readonly look: string }) {
  return (
    <div>
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="font-medium tracking-wide wrap-anywhere tabular-nums">
        {parts.map(({ text, differs }, index) =>
          differs ? (
            <mark key={index} className={`bg-transparent font-bold underline decoration-2 underline-offset-4 ${look}`}>
              <span className="sr-only"> {toDo.proof.differs} </span>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </dd>
    </div>
  );
}
