/** Guides on the phone; their own words are data of the province. */
export const guidesText = {
  title: "Hướng dẫn",
  readTitle: "Các bước",
  question: "Giúp người dân việc gì?",
  steps: (count: number) => `${count} bước`,
  step: (number: number, of: number) => `Bước ${number}/${of}`,
  empty: "Chưa có hướng dẫn trên máy này.",
  emptyHint: "Có mạng là tự tải về, sau đó xem được cả khi mất mạng.",
  missing: "Hướng dẫn này không còn trên máy.",
  missingHint: "Có thể tỉnh đã thay bằng bản khác.",
  all: "Xem các hướng dẫn",
} as const;
