import type { Warning } from "../domain/refusal";

/** What to ask the citizen about before saving. Saving is always possible. */
export const warnings: Record<Warning["code"], string> = {
  numberAndBirthDiffer: "Số định danh và năm sinh lệch nhau. Hỏi lại; nếu thẻ in vậy thì cứ lưu.",
  numberAndSexDiffer: "Số định danh và giới tính lệch nhau. Hỏi lại; nếu thẻ in vậy thì cứ lưu.",
  numberProvinceUnknown: "Ba số đầu của số định danh không phải mã tỉnh nào. Xem lại; nếu thẻ in vậy thì cứ lưu.",
  dossierUnitUnknown: "Chưa rõ mã hồ sơ này của đơn vị nào. Xem lại; nếu giấy hẹn in vậy thì cứ lưu.",
};
