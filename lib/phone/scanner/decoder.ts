/** `card`: a QR code. `receipt`: also the bar codes that receipts carry. */
export type DecodeMode = "card" | "receipt";

/** Pixels on their way to the worker. A frame is followed by the next one, a photo is the only one there is. */
export type Picture = { readonly image: ImageBitmap | ImageData; readonly effort: "frame" | "photo" };

export type DecodeRequest = { readonly id: number; readonly mode: DecodeMode; readonly picture: Picture };
export type DecodeAnswer = { readonly id: number; readonly text?: string };

export type Decoder = {
  /** False while a picture is being read: the next one is then worth taking, not this one. */
  readonly free: () => boolean;
  /**
   * The text of a code, or undefined. The picture is handed over. Frames never queue: one that waits gives
   * way to the next and is answered with undefined. A photo waits for its turn.
   */
  decode(picture: Picture, mode: DecodeMode): Promise<string | undefined>;
  close(): void;
};

type Job = { readonly request: DecodeRequest; readonly resolve: (text: string | undefined) => void };

/** Reads pictures in a worker, so that the screen stays quick on a slow phone. */
export function createDecoder(startWorker: () => Worker = startDecodeWorker): Decoder {
  let worker: Worker | undefined;
  let running: Job | undefined;
  let waiting: Job[] = [];
  let closed = false;
  let last = 0;

  const finish = (text?: string) => {
    running?.resolve(text);
    running = undefined;
    const next = waiting.shift();
    if (next) run(next);
  };
  const run = (job: Job) => {
    running = job;
    worker ??= listenTo(startWorker());
    const { image } = job.request.picture;
    worker.postMessage(job.request, ["close" in image ? image : image.data.buffer]);
  };
  const listenTo = (started: Worker) => {
    started.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
      if (data.id === running?.request.id) finish(data.text);
    };
    // a worker that could not be loaded, or died: the next picture gets a new one
    started.onerror = started.onmessageerror = () => {
      started.terminate();
      worker = undefined;
      finish();
    };
    return started;
  };

  return {
    free: () => !running,
    decode: (picture, mode) =>
      new Promise((resolve) => {
        const job = { request: { id: ++last, mode, picture }, resolve };
        if (closed) return drop(job);
        if (!running) return run(job);
        const outrun = waiting.filter((other) => other.request.picture.effort === "frame");
        waiting = [...waiting.filter((other) => !outrun.includes(other)), job];
        outrun.forEach(drop);
      }),
    close: () => {
      closed = true;
      worker?.terminate();
      waiting.forEach(drop);
      waiting = [];
      running?.resolve(undefined);
      running = undefined;
    },
  };
}

function startDecodeWorker(): Worker {
  return new Worker(new URL("./decode-worker.ts", import.meta.url), { type: "module" });
}

/** A bitmap holds memory that is not the garbage collector's to see. */
function drop({ request, resolve }: Job): void {
  if ("close" in request.picture.image) request.picture.image.close();
  resolve(undefined);
}
