/** From 0 to something round above the largest: `ticks` are what the axis is marked by. */
export function roundScale(largest: number, steps = 4): { readonly top: number; readonly ticks: number[] } {
  const rough = Math.max(largest, 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power);
  const count = Math.max(1, Math.ceil(largest / step));
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** The powers of ten from 1 to the first that is not below the largest. */
export function powersTo(largest: number): number[] {
  const last = Math.max(1, Math.ceil(Math.log10(Math.max(largest, 1))));
  return Array.from({ length: last + 1 }, (_, power) => 10 ** power);
}
