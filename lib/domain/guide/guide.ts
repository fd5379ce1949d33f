/**
 * A guide: short steps with which a volunteer walks a citizen through an online service. Written by the
 * province as a small part of Markdown (`parse-guide.ts`), read by everybody, also with no network.
 */
export type Guide = {
  /** What addresses and versions hang on; never changes. */
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly markdown: string;
};

/** Drawings of ours that a guide may show, by the name that stands in its text: `![otp]`. */
export const drawingNames = [
  "dang-nhap",
  "tai-khoan",
  "lien-ket",
  "the-nfc",
  "quet-qr",
  "khuon-mat",
  "otp",
  "tai-ung-dung",
  "cong-an",
  "tim-kiem",
  "ho-so",
  "chup-anh",
  "ma-ho-so",
  "thanh-toan",
  "bien-lai",
  "ket-qua",
] as const;

export type DrawingName = (typeof drawingNames)[number];
