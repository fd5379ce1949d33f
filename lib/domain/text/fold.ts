/**
 * Folds text for searching: without marks, `đ` as `d`, lower case. The one folding of phone and server,
 * so `hòa`, `hoà` and `hoa` find each other. Idempotent; keeps spaces as they are. Source: facts §6.
 */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
}
