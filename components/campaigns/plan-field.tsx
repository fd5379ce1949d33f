import { TriangleAlert } from "lucide-react";
import { useId, type InputHTMLAttributes } from "react";

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & { readonly label: string; readonly problem: string | undefined };

/** One field of the plan with the sentence about it. */
export function PlanField({ label, problem, ...rest }: Props) {
  const id = useId();
  return (
    <div className="plan-field">
      <label htmlFor={id}>{label}</label>
      <input {...rest} id={id} aria-invalid={problem ? true : undefined} aria-describedby={problem ? `${id}-says` : undefined} />
      {problem && <FieldProblem id={`${id}-says`}>{problem}</FieldProblem>}
    </div>
  );
}

export function FieldProblem({ id, children }: { readonly id?: string; readonly children: string }) {
  return (
    <p id={id} className="plan-problem"><TriangleAlert aria-hidden size={14} />{children}</p>
  );
}
