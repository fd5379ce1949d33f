import "server-only";

export const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`;
export const wordNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`;

/** Twentieths of a point, the format's unit of length. */
export const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4);

/** A font size; the format counts in halves of a point. */
export const points = (size: number) => `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>`;
