import type { EntryStatus } from "../domain/review/lifecycle";

/** A state in words: `full` where there is room, `short` in lists. Icon and colour are the mark's. */
export type StateText = { readonly full: string; readonly short: string };

/** Where an entry is on its way from the phone to the server (`EntrySyncState` of the phone). */
export const syncStates = {
  saved: { full: "Đã lưu trên máy", short: "Trên máy" },
  sending: { full: "Đang gửi", short: "Đang gửi" },
  received: { full: "Đã nhận", short: "Đã nhận" },
  attention: { full: "Cần xử lý", short: "Cần xử lý" },
} as const satisfies Record<string, StateText>;

/** "Đã nhận (mã 7K2-94M)". */
export function receivedWithReceipt(receipt: string): string {
  return `${syncStates.received.full} (mã ${receipt})`;
}

export const reviewStates: Record<EntryStatus, StateText> = {
  submitted: { full: "Chờ duyệt", short: "Chờ duyệt" },
  returned: { full: "Cần sửa", short: "Cần sửa" },
  confirmed: { full: "Đã duyệt", short: "Đã duyệt" },
  refused: { full: "Không duyệt", short: "Không duyệt" },
  withdrawn: { full: "Đã rút", short: "Đã rút" },
  reopened: { full: "Mở lại, chờ duyệt lại", short: "Mở lại" },
  overturned: { full: "Đã duyệt, sau đó bị bác", short: "Bị bác" },
  quarantined: { full: "Tạm giữ, chờ đội trưởng xem", short: "Tạm giữ" },
};
