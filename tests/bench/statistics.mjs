/** The middle value; null where there is none. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** How far values lie apart, as a part of the least: what a machine's other work does to a figure. */
export const spread = (values) => (values.length < 2 ? null : Math.max(...values) / Math.min(...values) - 1);
