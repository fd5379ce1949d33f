/** What is due for whoever signs in at the desk. */
export const startTexts = {
  title: "Hôm nay",
} as const;
