import "server-only";

/** The column of `AB12`, from 0. */
export function columnOf(address: string): number {
  let column = 0;
  for (let index = 0; index < address.length; index++) {
    const letter = address.charCodeAt(index) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The row of `AB12`, from 1. */
export function rowOf(address: string): number {
  return Number(address.replace(/^[A-Z]+/, ""));
}
