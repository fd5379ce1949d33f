import type { RefusalCode } from "@/lib/domain/refusal";
import type { FormName } from "./forms";

export type Row = {
  readonly form: FormName;
  /** What is changed in the filled-in form, by path. */
  readonly changes: Readonly<Record<string, unknown>>;
  readonly code: RefusalCode;
  /** None where it is about all of it: said in the form's summary, a banner or a notice. */
  readonly field?: string;
};
