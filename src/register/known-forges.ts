import type { CodeForgeTable } from '../store/code-forge-tables.ts';
import type { Forge } from '../wiki/register-files/accounts-file.ts';
import type { Platforms } from '../wiki/register-files/platforms-file.ts';

/** What the files of the wiki say of forges: which are asked, what they run, whose all of one is. */
export function knownForges({
  forges,
  platforms,
}: {
  readonly forges: readonly Forge[];
  readonly platforms: Platforms;
}): CodeForgeTable[] {
  const known = new Map<string, CodeForgeTable>();
  for (const [host, kind] of platforms) known.set(host, { host, kind, organisation: null, is_asked: 0 });
  for (const { host, kind, organisation } of forges)
    known.set(host, {
      host,
      kind: kind ?? platforms.get(host) ?? null,
      organisation: organisation ?? null,
      is_asked: 1,
    });
  return [...known.values()];
}
