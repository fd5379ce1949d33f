/** Puts a line of its own behind the line in which the cursor is; the cursor ends behind it. */
export function insertLine(text: string, cursor: number, line: string): { readonly text: string; readonly cursor: number } {
  const end = text.indexOf("\n", cursor);
  const at = end === -1 ? text.length : end;
  const start = at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
  const isEmpty = text.slice(start, at).trim() === "";
  const before = isEmpty ? text.slice(0, start) : `${text.slice(0, at)}\n`;
  return { text: `${before}${line}${text.slice(at)}`, cursor: before.length + line.length };
}
