import type { EventDetails, EventStatus } from './event.ts';
import { plainLine, plainText } from './plain-text.ts';
import { firstNamed, type Property, textOf } from './properties.ts';

const STATUSES: Readonly<Record<string, EventStatus>> = { CANCELLED: 'cancelled', TENTATIVE: 'tentative' };

/** Where to follow a meeting, the best first; the last two are written by Google and by others in its way. */
const ADDRESSES = ['URL', 'CONFERENCE', 'X-GOOGLE-CONFERENCE'];

export const DETAILS = [
  'SUMMARY',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'ORGANIZER',
  'CATEGORIES',
  ...ADDRESSES,
];

/** What an event says of itself. Those it invites, and every address of a person, are left out. */
export function eventDetails(list: readonly Property[], cancelled: boolean): EventDetails {
  const status = textOf(firstNamed(list, 'STATUS')).trim().toUpperCase();
  const organizer = personName(firstNamed(list, 'ORGANIZER'));
  return {
    summary: plainLine(textOf(firstNamed(list, 'SUMMARY')), 500),
    description: plainText(textOf(firstNamed(list, 'DESCRIPTION')), 20_000),
    location: plainLine(textOf(firstNamed(list, 'LOCATION')), 500),
    url: ADDRESSES.map((name) => webAddress(firstNamed(list, name))).find((url) => url !== undefined),
    status: cancelled ? 'cancelled' : (STATUSES[status] ?? 'confirmed'),
    categories: categories(list),
    ...(organizer !== undefined && { organizer }),
  };
}

/** The common name of a person; many programs put the address where it should be. */
function personName(property: Property | undefined): string | undefined {
  const name = property?.parameters.cn;
  if (typeof name !== 'string' || /@|mailto:/i.test(name)) return undefined;
  return plainLine(name, 200) || undefined;
}

function webAddress(property: Property | undefined): string | undefined {
  const text = property?.raw.trim() ?? '';
  if (!/^https?:\/\//i.test(text) || text.length > 2000) return undefined;
  return URL.parse(text)?.href;
}

const MOST_CATEGORIES = 20;

function categories(list: readonly Property[]): string[] {
  const names = list
    .filter(({ name }) => name === 'CATEGORIES')
    .flatMap(({ values }) => values.map((value) => plainLine(String(value), 100)));
  return [...new Set(names)].filter((name) => name !== '').slice(0, MOST_CATEGORIES);
}
