/** What the drawings are made of; colours are roles, so that they follow the mode of the screen. */
export const paper = "fill-surface";
export const accent = "fill-brand stroke-brand";
export const onAccent = "stroke-on-brand";
export const tint = "fill-brand-soft stroke-brand";
export const blue = "stroke-brand";
export const faint = "stroke-ink-3";
export const mark = "fill-star";
