import { form } from "@/lib/text/form";

/** What a form is doing, and why it could not be kept on the phone when it was saved last. */
export type FormPhase = "typing" | "saving" | "diskFull" | "storage";

export function NotKept({ phase }: { readonly phase: FormPhase }) {
  if (phase !== "diskFull" && phase !== "storage") return null;
  return (
    <p role="alert" className="font-medium text-bad">
      {form[phase]}
    </p>
  );
}
