const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const HOUR = 3_600;
const DAY = 86_400;

/**
 * Whether a harvest is due by a schedule (`hourly`, `daily at 03:30`, `weekly on monday at 03:30`) that has not begun since
 * its last time came. Times are seconds since 1970; those of the schedule are of the time zone (IANA).
 */
export function isHarvestDue(
  schedule: string,
  {
    last,
    now,
    timeZone,
  }: { readonly last: number | undefined; readonly now: number; readonly timeZone: string },
): boolean {
  if (schedule === 'hourly') return last === undefined || now - last >= HOUR;
  const [, day, hours, minutes] = /^(?:daily|weekly on (\w+)) at (\d\d):(\d\d)$/.exec(schedule) ?? [];
  if (hours === undefined || minutes === undefined) return false;
  const local = localTime(now, timeZone);
  const sinceTime = (local.seconds - (Number(hours) * HOUR + Number(minutes) * 60) + DAY) % DAY;
  const isToday = local.seconds >= sinceTime;
  const dayOfTime = (local.day + (isToday ? 0 : 6)) % 7;
  const daysBack = day === undefined ? 0 : (dayOfTime - DAYS.indexOf(day) + 7) % 7;
  const came = now - sinceTime - daysBack * DAY;
  return last === undefined || last < came;
}

/** The day of the week (0 is Sunday), and seconds since midnight. */
function localTime(now: number, timeZone: string): { readonly day: number; readonly seconds: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(now * 1_000));
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    day: DAYS.indexOf(value('weekday').toLowerCase()),
    seconds: Number(value('hour')) * HOUR + Number(value('minute')) * 60 + Number(value('second')),
  };
}
