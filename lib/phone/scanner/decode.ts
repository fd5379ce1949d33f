import { crop, type GrayImage, type Pixels, type Plane, type Region, toGray, toPixels } from "./gray";
import { locate } from "./locate";
import { resize } from "./resize";
import { readRestored } from "./restore";
import { normalise, sharpen, stretch } from "./sharpen";
import { read, type ReadOptions } from "./zxing";

export type DecodeOptions = {
  /** What is held before the camera: an identity card, or the receipt of a dossier, whose code may be 1D. */
  readonly formats?: "card" | "receipt";
  /** A camera frame is followed by the next one; a chosen photo is the only one there is. */
  readonly effort?: "frame" | "photo";
  /** No further attempt is begun after this time, in milliseconds. */
  readonly budgetMs?: number;
};

/**
 * The text of the code in a picture, or `undefined`. Every attempt is judged by the code's own error
 * correction, so what comes back is what was printed; what it means is for `lib/domain` to say.
 *
 * ```
 * whole picture ──▶ densest places ──▶ sharpened, ×2 ──▶ restored ──▶ (photo) ×3, ×1.5, evened out, other sizes
 *       └───────────────── the first text wins ┴──────────────┴──────────────┘
 * ```
 */
export async function decodeFrame(image: Pixels, options: DecodeOptions = {}): Promise<{ text: string } | undefined> {
  const deadline = performance.now() + (options.budgetMs ?? Infinity);
  for (const attempt of attempts(image, options)) {
    const text = await attempt();
    if (text) return { text };
    if (performance.now() > deadline) break;
  }
  return undefined;
}

type Attempt = () => Promise<string | undefined>;

function* attempts(image: Pixels, { formats = "card", effort = "frame" }: DecodeOptions): Generator<Attempt> {
  const reading = formats === "receipt" ? receiptReading : cardReading;
  yield () => read(image, { ...reading, tryDownscale: true });
  const gray = toGray(image);
  if (effort === "frame") yield* placeAttempts(gray, reading, "frame");
  else yield* photoAttempts(gray, reading);
}

const cardReading: ReadOptions = { formats: ["QRCode"] };

/** Office software prints these on receipts. One wrong bar must not pass: several scan lines have to agree. */
const receiptReading: ReadOptions = {
  formats: ["QRCode", "Code128", "Code39", "DataMatrix", "PDF417"],
  tryRotate: true,
  minLineCount: 3,
};

/** Attempts on the places where a code may be, the likeliest one first and, for a frame, most thoroughly. */
function* placeAttempts(gray: GrayImage, reading: ReadOptions, effort: "frame" | "photo"): Generator<Attempt> {
  const places = locate(gray, effort === "frame" ? 2 : 5);
  for (const [rank, place] of places.entries()) {
    const plane = shrinkTo(largestSide, crop(gray, widen(place, 0.3)));
    const clear = sharpen(stretch(plane), 1.5, 2);
    if (rank === 0 || effort === "photo") yield () => read(enlarged(clear, 2), reading);
    yield () => readRestored(plane);
    if (effort === "frame") continue;
    yield () => read(enlarged(clear, 3), reading);
    yield () => read(enlarged(clear, 1.5), reading);
    yield () => read(enlarged(sharpen(evenOut(plane), 1.5, 2), 2), reading);
  }
}

/** A photo shows a code at any size: the same search at several sizes, the usual one first. */
function* photoAttempts(gray: GrayImage, reading: ReadOptions): Generator<Attempt> {
  const whole = crop(gray, { x: 0, y: 0, width: gray.width, height: gray.height });
  const longest = Math.max(gray.width, gray.height);
  for (const target of [1920, 1280, longest, 800]) {
    if (target > longest) continue;
    const plane = shrinkTo(target, whole);
    yield () => read(toPixels(plane), reading);
    yield () => read(toPixels(sharpen(stretch(plane), 1.5, 2)), reading);
    yield* placeAttempts(fromPlane(plane), reading, "photo");
  }
}

/** Longest side of a crop that is worked on: with 60 modules to a code, 4 pixels each are plenty. */
const largestSide = 360;
/** Longest side of an enlarged crop. */
const largestEnlarged = 960;

function enlarged(plane: Plane, scale: number): Pixels {
  return toPixels(resize(plane, Math.min(scale, Math.max(1, largestEnlarged / Math.max(plane.width, plane.height)))));
}

/** Takes shadow and reflection away, in grey levels again. */
function evenOut(plane: Plane): Plane {
  const { data, width, height } = normalise(plane, 14);
  return { data: data.map((value) => 128 + 55 * value), width, height };
}

function shrinkTo(side: number, plane: Plane): Plane {
  const longest = Math.max(plane.width, plane.height);
  return longest <= side ? plane : resize(plane, side / longest);
}

function widen({ x, y, width, height }: Region, share: number): Region {
  return { x: x - width * share, y: y - height * share, width: width * (1 + 2 * share), height: height * (1 + 2 * share) };
}

function fromPlane({ data, width, height }: Plane): GrayImage {
  return { data: Uint8ClampedArray.from(data), width, height };
}
