import { drawingNames, type DrawingName } from "./guide";

/** A run of text; the only emphasis is bold. */
export type Span = { readonly text: string; readonly bold: boolean };
export type Line = readonly Span[];

export type GuideStep = {
  readonly kind: "step";
  /** Its place in its sequence, from 1, whatever number was typed. */
  readonly number: number;
  /** How many steps the sequence has. */
  readonly of: number;
  readonly text: Line;
  readonly drawing?: DrawingName;
  readonly note?: Line;
};

export type GuideBlock =
  | { readonly kind: "heading"; readonly text: Line }
  | { readonly kind: "paragraph"; readonly text: Line }
  | { readonly kind: "list"; readonly items: readonly Line[] }
  | { readonly kind: "note"; readonly text: Line }
  | { readonly kind: "drawing"; readonly name: DrawingName }
  | GuideStep;

/**
 * Reads the small part of Markdown that guides are written in:
 *
 *     ## heading
 *     a paragraph with **bold** words
 *     - an item
 *     > a note
 *     ![otp]            a drawing of ours
 *     1. a step
 *        ![otp]         what is indented belongs to the step: a drawing, a note, more text
 *        > a note
 *
 * Everything else, also HTML, links and drawings that don't exist, is text as it stands: nothing in a guide
 * can do anything but be read. Every text parses. A step that is typed as `1.` begins a new sequence.
 */
export function parseGuide(markdown: string): GuideBlock[] {
  const blocks: Draft[] = [];
  let continues = false;
  for (const raw of linesOf(markdown)) {
    const line = readLine(raw);
    const last = blocks.at(-1);
    if (line.kind === "blank") continues = false;
    else if (line.isIndented && last?.kind === "step" && addToStep(last, line, continues)) continues = true;
    else {
      if (!(last && addToLast(last, line, continues))) blocks.push(draftOf(line));
      continues = true;
    }
  }
  return finish(blocks);
}

/** All words of a guide, as one reads them; for counting and for search. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}

type Read =
  | { readonly kind: "heading" | "paragraph" | "item" | "note"; readonly isIndented: boolean; readonly text: string }
  | { readonly kind: "step"; readonly isIndented: boolean; readonly text: string; readonly isFirst: boolean }
  | { readonly kind: "drawing"; readonly isIndented: boolean; readonly name: DrawingName }
  | { readonly kind: "blank" };

type StepDraft = { kind: "step"; text: string; isFirst: boolean; drawing?: DrawingName; note?: string };
type Draft =
  | { kind: "heading" | "paragraph" | "note"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "drawing"; name: DrawingName }
  | StepDraft;

/** What can't be seen would only confuse: control characters, zero-width spaces, marks of direction. */
function linesOf(markdown: string): string[] {
  return markdown.normalize("NFC").split(/\r\n?|\n/).map((line) => line.replace(/\t/g, "    ").replace(/[\p{Cc}\p{Cf}]/gu, "").trimEnd());
}

function readLine(raw: string): Read {
  const content = raw.trim();
  if (content === "") return { kind: "blank" };
  const isIndented = /^ {2}/.test(raw);
  const marked = (pattern: RegExp) => pattern.exec(content)?.slice(1);
  const [drawn] = marked(/^!\[([^\]]*)\](?:\([^)]*\))?$/) ?? [];
  const name = drawingNames.find((known) => known === drawn?.trim());
  if (name) return { kind: "drawing", isIndented, name };
  const [number, step] = marked(/^(\d{1,3})[.)] +(.+)$/) ?? [];
  if (step !== undefined) return { kind: "step", isIndented, text: step, isFirst: Number(number) === 1 };
  const [heading] = marked(/^#{1,6} +(.+)$/) ?? [];
  if (heading !== undefined) return { kind: "heading", isIndented, text: heading };
  const [item] = marked(/^[-*•] +(.+)$/) ?? [];
  if (item !== undefined) return { kind: "item", isIndented, text: item };
  const [note] = marked(/^> ?(.*)$/) ?? [];
  if (note !== undefined) return { kind: "note", isIndented, text: note };
  return { kind: "paragraph", isIndented, text: content };
}

/** False for what starts something of its own although it is indented: another step, a heading, a list. */
function addToStep(step: StepDraft, line: Exclude<Read, { kind: "blank" }>, continues: boolean): boolean {
  if (line.kind === "drawing" && step.drawing === undefined) step.drawing = line.name;
  else if (line.kind === "note") step.note = joined(step.note, line.text);
  else if (line.kind === "paragraph" && continues && step.note !== undefined) step.note = joined(step.note, line.text);
  else if (line.kind === "paragraph") step.text = joined(step.text, line.text);
  else return false;
  return true;
}

/** Whether the line goes on with what is above it, without an empty line between. */
function addToLast(last: Draft, line: Exclude<Read, { kind: "blank" }>, continues: boolean): boolean {
  if (!continues) return false;
  if (line.kind === "item" && last.kind === "list") last.items.push(line.text);
  else if (line.kind === "note" && last.kind === "note") last.text = joined(last.text, line.text);
  else if (line.kind === "paragraph" && (last.kind === "paragraph" || last.kind === "note")) last.text = joined(last.text, line.text);
  else if (line.kind === "paragraph" && last.kind === "step" && last.note === undefined) last.text = joined(last.text, line.text);
  else if (line.kind === "paragraph" && last.kind === "list") last.items.push(joined(last.items.pop(), line.text));
  else return false;
  return true;
}

function draftOf(line: Exclude<Read, { kind: "blank" }>): Draft {
  if (line.kind === "drawing") return { kind: "drawing", name: line.name };
  if (line.kind === "item") return { kind: "list", items: [line.text] };
  if (line.kind === "step") return { kind: "step", text: line.text, isFirst: line.isFirst };
  return { kind: line.kind, text: line.text };
}

function finish(drafts: readonly Draft[]): GuideBlock[] {
  const positions = positionsOf(drafts);
  return drafts.map((draft): GuideBlock => {
    if (draft.kind === "drawing") return draft;
    if (draft.kind === "list") return { kind: "list", items: draft.items.map(spansOf) };
    if (draft.kind !== "step") return { kind: draft.kind, text: spansOf(draft.text) };
    const { number, of } = positions.get(draft)!;
    return {
      kind: "step",
      number,
      of,
      text: spansOf(draft.text),
      ...(draft.drawing ? { drawing: draft.drawing } : {}),
      ...(draft.note === undefined ? {} : { note: spansOf(draft.note) }),
    };
  });
}

function positionsOf(drafts: readonly Draft[]): Map<Draft, { number: number; of: number }> {
  const sequences: StepDraft[][] = [];
  for (const draft of drafts) {
    if (draft.kind !== "step") continue;
    if (draft.isFirst || sequences.length === 0) sequences.push([]);
    sequences.at(-1)!.push(draft);
  }
  return new Map(sequences.flatMap((steps) => steps.map((step, index) => [step, { number: index + 1, of: steps.length }] as const)));
}

function joined(before: string | undefined, text: string): string {
  return before ? `${before} ${text}` : text;
}

/** `**` without its partner is text. */
function spansOf(text: string): Line {
  const spans = text.split(/\*\*(?=\S)([^*]*[^*\s])\*\*/);
  return spans.flatMap((part, index) => (part === "" ? [] : [{ text: part, bold: index % 2 === 1 }]));
}
