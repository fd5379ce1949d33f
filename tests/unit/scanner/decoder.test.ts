import { describe, expect, it } from "vitest";
import { createDecoder, type DecodeAnswer, type DecodeRequest, type Picture } from "@/lib/phone/scanner/decoder";

/** Holds what it was sent until the test answers. */
class FakeWorker {
  readonly requests: DecodeRequest[] = [];
  terminated = false;
  onmessage: ((event: { data: DecodeAnswer }) => void) | null = null;
  onerror: (() => void) | null = null;
  postMessage(request: DecodeRequest): void {
    this.requests.push(request);
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(text?: string): void {
    const { id } = this.requests.at(-1)!;
    this.onmessage?.({ data: text === undefined ? { id } : { id, text } });
  }
}

function startDecoder() {
  const workers: FakeWorker[] = [];
  const decoder = createDecoder(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  return { decoder, workers };
}

function makePicture(effort: Picture["effort"] = "frame") {
  const state = { closed: false };
  const image = { width: 2, height: 2, close: () => void (state.closed = true) } as ImageBitmap;
  return { picture: { image, effort }, state };
}

describe("createDecoder", () => {
  it("starts its worker with the first picture only", async () => {
    const { decoder, workers } = startDecoder();
    expect(workers).toHaveLength(0);
    const text = decoder.decode(makePicture().picture, "card");
    expect(decoder.free()).toBe(false);
    workers[0]!.answer("a");
    expect(await text).toBe("a");
    expect(decoder.free()).toBe(true);
  });

  it("lets a waiting frame give way to the next, and frees its memory", async () => {
    const { decoder, workers } = startDecoder();
    const [first, second, third] = [makePicture(), makePicture(), makePicture()];
    const texts = [first, second, third].map(({ picture }) => decoder.decode(picture, "card"));
    expect(await texts[1]).toBeUndefined();
    expect([second.state.closed, third.state.closed]).toEqual([true, false]);
    workers[0]!.answer();
    expect(await texts[0]).toBeUndefined();
    workers[0]!.answer("third");
    expect(await texts[2]).toBe("third");
    expect(workers[0]!.requests).toHaveLength(2);
  });

  it("keeps a photo waiting for its turn whatever frames come", async () => {
    const { decoder, workers } = startDecoder();
    void decoder.decode(makePicture().picture, "card");
    const photo = decoder.decode(makePicture("photo").picture, "receipt");
    void decoder.decode(makePicture().picture, "card");
    void decoder.decode(makePicture().picture, "card");
    workers[0]!.answer();
    expect(workers[0]!.requests.at(-1)).toMatchObject({ mode: "receipt", picture: { effort: "photo" } });
    workers[0]!.answer("photo");
    expect(await photo).toBe("photo");
  });

  it("ignores an answer to a question of before", async () => {
    const { decoder, workers } = startDecoder();
    const text = decoder.decode(makePicture().picture, "card");
    workers[0]!.onmessage?.({ data: { id: 99, text: "other" } });
    workers[0]!.answer("right");
    expect(await text).toBe("right");
  });

  it("answers with nothing when its worker dies, and begins anew", async () => {
    const { decoder, workers } = startDecoder();
    const lost = decoder.decode(makePicture().picture, "card");
    workers[0]!.onerror?.();
    expect(await lost).toBeUndefined();
    expect(workers[0]!.terminated).toBe(true);
    const text = decoder.decode(makePicture().picture, "card");
    workers[1]!.answer("again");
    expect(await text).toBe("again");
  });

  it("leaves nobody waiting when it is closed", async () => {
    const { decoder, workers } = startDecoder();
    const [waiting, late] = [makePicture(), makePicture()];
    const texts = [decoder.decode(makePicture().picture, "card"), decoder.decode(waiting.picture, "card")];
    decoder.close();
    expect(await Promise.all([...texts, decoder.decode(late.picture, "card")])).toEqual([undefined, undefined, undefined]);
    expect([workers[0]!.terminated, waiting.state.closed, late.state.closed]).toEqual([true, true, true]);
  });
});
