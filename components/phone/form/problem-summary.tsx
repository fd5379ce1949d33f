import { TriangleAlert } from "lucide-react";
import type { Refusal } from "@/lib/domain/refusal";
import { form } from "@/lib/text/form";
import { refusals } from "@/lib/text/refusals";
import { fieldName } from "@/lib/text/review-reasons";

type Props = { readonly problems: readonly Refusal[]; readonly onSeek: (field: string) => void };

/** Everything that is in the way, by name, above the fields that say it themselves; each name leads there. */
export function ProblemSummary({ problems, onSeek }: Props) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" data-summary tabIndex={-1} className="rounded-card border-2 border-bad bg-bad-soft px-3.5 py-2.5 outline-none">
      <p className="flex items-center gap-2 font-semibold text-bad">
        <TriangleAlert aria-hidden size={20} className="flex-none" />
        {form.summary(problems.length)}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`} className="pl-7">
            <Sentence problem={problem} onSeek={onSeek} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sentence({ problem: { code, field }, onSeek }: { readonly problem: Refusal; readonly onSeek: Props["onSeek"] }) {
  const name = field && fieldName(field);
  if (!field || !name) return refusals[code];
  return (
    <button type="button" onClick={() => onSeek(field)} className="min-h-12 w-full text-left">
      <span className="font-semibold underline">{capitalise(name)}</span>: {refusals[code]}
    </button>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}

/** The sentence of a field, when something is wrong with it. */
export function problemAt(problems: readonly Refusal[], field: string): string | undefined {
  const problem = problems.find((candidate) => candidate.field === field);
  return problem && refusals[problem.code];
}
