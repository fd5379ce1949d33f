/**
 * Solves `matrix · x = right` by elimination with row exchange; the matrix is square, row by row.
 * Both arguments are used up. `undefined` when there is no single solution.
 */
export function solve(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const n = right.length;
  for (let column = 0; column < n; column++) {
    const pivot = largestBelow(matrix, n, column);
    if (Math.abs(matrix[pivot * n + column]!) < 1e-12) return undefined;
    if (pivot !== column) exchangeRows(matrix, right, n, pivot, column);
    for (let row = column + 1; row < n; row++) {
      const factor = matrix[row * n + column]! / matrix[column * n + column]!;
      if (factor === 0) continue;
      for (let k = column; k < n; k++) matrix[row * n + k]! -= factor * matrix[column * n + k]!;
      right[row]! -= factor * right[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    let value = right[row]!;
    for (let k = row + 1; k < n; k++) value -= matrix[row * n + k]! * right[k]!;
    right[row] = value / matrix[row * n + row]!;
  }
  return right;
}

function largestBelow(matrix: Float64Array, n: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < n; row++) {
    if (Math.abs(matrix[row * n + column]!) > Math.abs(matrix[best * n + column]!)) best = row;
  }
  return best;
}

function exchangeRows(matrix: Float64Array, right: Float64Array, n: number, a: number, b: number): void {
  for (let k = 0; k < n; k++) [matrix[a * n + k], matrix[b * n + k]] = [matrix[b * n + k]!, matrix[a * n + k]!];
  [right[a], right[b]] = [right[b]!, right[a]!];
}
