/** Teams and people that stand out, with the reason for each. */
export const commendationTexts = {
  title: "Khen thưởng",
  heading: (unit: string) => `Đề nghị khen thưởng: ${unit}`,
  days: (from: string, through: string) => `Việc đã làm từ ${from} đến hết ${through}.`,
  from: "Từ ngày",
  to: "Đến ngày",
  unit: "Đơn vị",
  show: "Xem",
  wrong: "Ngày bắt đầu phải trước ngày kết thúc, tối đa một năm. Đang xem năm nay.",
  back: "Về đơn vị được giao",
  rule: {
    teams: (portion: string, least: string) =>
      `Xếp theo số kết quả đã khớp trên một người của đội, lấy ${portion} đội đứng đầu. Đội phải có từ ${least} kết quả đã khớp, ít nhất 80% số đã có kết luận là khớp, và số đã duyệt trên một người không dưới mức giữa.`,
    people: (portion: string, least: string, days: string) =>
      `Xếp theo số kết quả đã khớp trên một ngày làm việc, lấy ${portion} người đứng đầu. Mỗi người phải có từ ${least} kết quả đã khớp trong ít nhất ${days} ngày, ít nhất 80% số đã có kết luận là khớp, và số đã duyệt trên một ngày không dưới mức giữa.`,
  },
  note: "Danh sách là gợi ý từ số liệu. Mỗi kết quả tính một lần, buổi tuyên truyền cũng vậy, không tính theo số người dự. Bị bác là đã duyệt nhưng iGate, công an hoặc cán bộ kết luận không đúng, hay đã được tính ở mục khác.",
  teams: "Đội",
  people: "Cá nhân",
  teamsOf: (commended: string, considered: string) => `${commended} trên ${considered} đội có kết quả`,
  peopleOf: (commended: string, considered: string) => `${commended} trên ${considered} người có kết quả`,
  noTeam: "Chưa có đội nào đủ điều kiện trong thời gian này.",
  noPerson: "Chưa có ai đủ điều kiện trong thời gian này.",
  openWork: (count: string, stage: string, name: string) => `${count} ${stage.toLowerCase()}, ${name}: xem các mục`,
  columns: {
    number: "TT", team: "Đội", person: "Họ tên", confirmed: "Đã duyệt", matched: "Đã khớp", refuted: "Bị bác",
    teamBase: "Người", personBase: "Ngày làm việc", perPerson: "Đã khớp mỗi người", perDay: "Đã khớp mỗi ngày", reason: "Lý do",
  },
  /** What was done, and what the middle one has. */
  reason: (perBase: string, base: string, median: string, kinds: string) => `${perBase} kết quả đã khớp mỗi ${base}, mức giữa là ${median}; ${kinds}.`,
  teamUnit: "người",
  personUnit: "ngày",
  kind: (count: string, name: string) => `${count} ${name}`,
  fileName: (through: string) => `khen-thuong-${through}`,
  documentTitle: { teams: "Danh sách đội đề nghị khen thưởng", people: "Danh sách cá nhân đề nghị khen thưởng" },
} as const;
