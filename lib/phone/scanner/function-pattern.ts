/** Modules of a QR code, row by row: 1 dark, -1 light, 0 not known beforehand. */
export type FunctionPattern = { readonly size: number; readonly modules: Int8Array };

const known = new Map<number, FunctionPattern>();

/**
 * What every QR code of a version shows whatever its content (ISO/IEC 18004): finders, timing lines,
 * alignment patterns, version bits, the one dark module. Format bits depend on the mask and stay unknown.
 */
export function functionPattern(version: number): FunctionPattern {
  const pattern = known.get(version) ?? draw(version);
  known.set(version, pattern);
  return pattern;
}

function draw(version: number): FunctionPattern {
  const size = 17 + 4 * version;
  const modules = new Int8Array(size * size);
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) modules[y * size + x] = dark ? 1 : -1;
  };
  for (let i = 8; i < size - 8; i++) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  drawAlignment(version, size, set);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) drawRings(x, y, 4, (ring) => ring !== 2 && ring !== 4, set);
  set(8, size - 8, true);
  if (version >= 7) drawVersion(version, size, set);
  return { size, modules };
}

type SetModule = (x: number, y: number, dark: boolean) => void;

function drawRings(x: number, y: number, radius: number, dark: (ring: number) => boolean, set: SetModule): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
  }
}

function drawAlignment(version: number, size: number, set: SetModule): void {
  if (version === 1) return;
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const places = [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step)];
  for (const x of places) {
    for (const y of places) {
      const underFinder = (x === 6 && y === 6) || (x === 6 && y === size - 7) || (x === size - 7 && y === 6);
      if (!underFinder) drawRings(x, y, 2, (ring) => ring !== 1, set);
    }
  }
}

/** Six bits of version and twelve of check (BCH 18,6), in two corners. */
function drawVersion(version: number, size: number, set: SetModule): void {
  let check = version;
  for (let i = 0; i < 12; i++) check = (check << 1) ^ ((check >> 11) * 0x1f25);
  const bits = (version << 12) | check;
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1;
    const near = Math.floor(i / 3), far = size - 11 + (i % 3);
    set(far, near, dark);
    set(near, far, dark);
  }
}
