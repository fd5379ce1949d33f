import { TriangleAlert } from "lucide-react";
import type { Refusal } from "@/lib/domain/refusal";
import { helpSession } from "@/lib/text/help-session";
import { refusals } from "@/lib/text/refusals";
import { fieldName } from "@/lib/text/review-reasons";

/** Everything that is in the way, by name, above the fields that say it themselves. */
export function ProblemSummary({ problems }: { readonly problems: readonly Refusal[] }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="rounded-card border-2 border-bad bg-bad-soft px-3.5 py-2.5">
      <p className="flex items-center gap-2 font-semibold text-bad">
        <TriangleAlert aria-hidden size={20} className="flex-none" />
        {helpSession.summary(problems.length)}
      </p>
      <ul className="mt-1 list-disc pl-7">
        {problems.map(({ code, field }) => (
          <li key={`${field} ${code}`}>
            {field && fieldName(field) ? `${capitalise(fieldName(field)!)}: ` : ""}
            {refusals[code]}
          </li>
        ))}
      </ul>
    </div>
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
