import type { GrayImage, Plane } from "./gray";

/** How strong the edges of each cell are and which way they run: the structure tensor, summed per cell. */
export type EdgeField = { readonly xx: Plane; readonly yy: Plane; readonly xy: Plane };

/** Sums the structure tensor over squares of `cell` pixels, looking at every `step`-th row and column. */
export function edgeField(image: GrayImage | Plane, cell: number, step = 1): EdgeField {
  const { data, width } = image;
  const columns = Math.floor(width / cell), rows = Math.floor(image.height / cell);
  const field = { xx: emptyPlane(columns, rows), yy: emptyPlane(columns, rows), xy: emptyPlane(columns, rows) };
  for (let row = 0, c = 0; row < rows; row++) {
    const top = Math.max(1, row * cell), bottom = Math.min(image.height - 1, (row + 1) * cell);
    for (let column = 0; column < columns; column++, c++) {
      const left = Math.max(1, column * cell), right = Math.min(width - 1, (column + 1) * cell);
      let xx = 0, yy = 0, xy = 0;
      for (let y = top; y < bottom; y += step) {
        for (let p = y * width + left, end = y * width + right; p < end; p += step) {
          const dx = data[p + 1]! - data[p - 1]!;
          const dy = data[p + width]! - data[p - width]!;
          xx += dx * dx;
          yy += dy * dy;
          xy += dx * dy;
        }
      }
      field.xx.data[c] = xx;
      field.yy.data[c] = yy;
      field.xy.data[c] = xy;
    }
  }
  return field;
}

function emptyPlane(width: number, height: number): Plane {
  return { data: new Float32Array(width * height), width, height };
}

/**
 * Energy of the weaker of the two edge directions (smaller eigenvalue): high where dark and light
 * alternate both ways, as in a code; next to nothing along lines, shadows and the straight rim of a card.
 */
export function weakerEdges({ xx, yy, xy }: EdgeField): Plane {
  const data = new Float32Array(xx.data.length);
  for (let i = 0; i < data.length; i++) {
    const difference = (xx.data[i]! - yy.data[i]!) / 2;
    const root = Math.sqrt(difference * difference + xy.data[i]! * xy.data[i]!);
    data[i] = Math.max(0, (xx.data[i]! + yy.data[i]!) / 2 - root);
  }
  return { data, width: xx.width, height: xx.height };
}
