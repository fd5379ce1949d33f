import type { SignInStep } from "@/lib/domain/people/sign-in-step";
import type { SignedInPerson } from "@/lib/phone/sign-in";

/** What comes between a password and being signed in. */
export type SignInStepsProps = {
  /** The first that is missing; what comes after it is found out on the way. */
  readonly step: SignInStep;
  readonly onDone: (person: SignedInPerson) => void;
  /** Nothing was missing to begin with, so nobody has proved anything here: an address alone must not open a locked phone. */
  readonly onNothingMissing: (person: SignedInPerson) => void;
  /** Back to name and password: the session has ended, or somebody else wants to sign in. */
  readonly onStartOver: () => void;
};
