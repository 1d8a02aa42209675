import { findIana } from 'windows-iana';

/** What some programs (Org mode) call a zone in summer. */
const SUMMER: Readonly<Record<string, string>> = {
  BST: 'Europe/London',
  CDT: 'CST6CDT',
  CEST: 'CET',
  EDT: 'EST5EDT',
  EEST: 'EET',
  MDT: 'MST7MDT',
  PDT: 'PST8PDT',
  WEST: 'WET',
};

/**
 * The names under which a zone may be known to the platform, the best first: as the file has it, without the prefix that
 * some programs put before it (`/freeassociation.sourceforge.net/Europe/Paris`), and for a name of Windows (`Romance
 * Standard Time`) the one it stands for.
 */
export function zoneNames(tzid: string): string[] {
  const name = tzid.trim().replace(/^"(.*)"$/, '$1');
  if (name === '' || name.length > 100) return [];
  const segments = name.split('/').filter((segment) => segment !== '');
  const shorter = segments.map((_, at) => segments.slice(at).join('/'));
  return [
    ...new Set([name, ...shorter, ...findIana(name), ...(name in SUMMER ? [SUMMER[name] as string] : [])]),
  ];
}
