import { findIana } from 'windows-iana';

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
  return [...new Set([name, ...shorter, ...findIana(name)])];
}
