/** The end of a day that was typed, in seconds since 1970; null for none, undefined for what is no day. */
export function endOfDay(fields: URLSearchParams): number | null | undefined {
  const day = fields.get('until') ?? '';
  if (day === '') return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T23:59:59Z`) : Number.NaN;
  // February has no 30: what is read as another day was no day.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  return isDay ? Math.floor(time / 1000) : undefined;
}
