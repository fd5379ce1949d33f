/** What nobody needs while they look at whom they help, loaded as one meanwhile. */
export { ConsentStep } from "./consent-step";
export { DuplicateNote } from "./duplicate-note";
export { OutcomesStep } from "./outcomes-step";
