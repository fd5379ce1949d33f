/** RGBA pixels as a canvas gives them: an `ImageData`, or the same shape where that class does not exist. */
export type Pixels = Pick<ImageData, "data" | "width" | "height">;

/** One channel of light per pixel. */
export type GrayImage = { readonly data: Uint8Array | Uint8ClampedArray; readonly width: number; readonly height: number };

/** The same in real numbers, for arithmetic that overshoots black and white on its way. */
export type Plane = { readonly data: Float32Array; readonly width: number; readonly height: number };

/** A rectangle in pixels of the image it was found in. */
export type Region = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Luminance (Rec. 601 weights, in integers) of RGBA pixels. */
export function toGray(pixels: Pixels): GrayImage {
  const { data, width, height } = pixels;
  const gray = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < gray.length; i++, p += 4) {
    gray[i] = (77 * data[p]! + 150 * data[p + 1]! + 29 * data[p + 2]! + 128) >> 8;
  }
  return { data: gray, width, height };
}

/** Copies a region out of the image, cut at its borders; never empty. */
export function crop(image: GrayImage, region: Region): Plane {
  const left = clamp(Math.floor(region.x), 0, image.width - 1);
  const top = clamp(Math.floor(region.y), 0, image.height - 1);
  const width = clamp(Math.ceil(region.x + region.width), left + 1, image.width) - left;
  const height = clamp(Math.ceil(region.y + region.height), top + 1, image.height) - top;
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * image.width + left;
    data.set(image.data.subarray(start, start + width), y * width);
  }
  return { data, width, height };
}

/** Rows become columns. */
export function transpose({ data, width, height }: Plane): Plane {
  const out = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[x * height + y] = data[y * width + x]!;
  }
  return { data: out, width: height, height: width };
}

/** Opaque RGBA pixels of a plane, values outside 0–255 cut off. */
export function toPixels(plane: Plane): Pixels {
  const data = new Uint8ClampedArray(plane.data.length * 4);
  for (let i = 0, p = 0; i < plane.data.length; i++, p += 4) {
    data[p] = plane.data[i]!;
    data[p + 1] = data[p]!;
    data[p + 2] = data[p]!;
    data[p + 3] = 255;
  }
  return { data, width: plane.width, height: plane.height };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
