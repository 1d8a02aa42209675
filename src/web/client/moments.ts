/** Writes the moments of a page, told in the site's zone, in the reader's own where that is another. */
export function writeMomentsHere(): void {
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-moment]')) {
    const moment = new Date(time.dateTime);
    const zone = /(Z|[+-]\d\d:\d\d)$/.exec(time.dateTime)?.[1];
    if (Number.isNaN(moment.getTime()) || zone === undefined) continue;
    if (minutesOf(zone) === -moment.getTimezoneOffset()) continue;
    time.title = time.textContent ?? '';
    time.textContent = format.format(moment);
  }
}

/** How far a zone is ahead of UTC. */
function minutesOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
