/** What nobody needs before they have said how they come to know whom they help, loaded as one meanwhile. */
export { DiscardButton } from "@/components/phone/form/discard-button";
export { LeaderNote } from "@/components/phone/form/leader-note";
export { ProblemSummary } from "@/components/phone/form/problem-summary";
export { CardProblem } from "./card-problem";
export { ConsentStep } from "./consent-step";
export { DuplicateNote } from "./duplicate-note";
export { OutcomesStep } from "./outcomes-step";
export { PersonDetails } from "./person-details";
