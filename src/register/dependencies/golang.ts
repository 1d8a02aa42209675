import type { Dependency } from './dependency.ts';

/** go.mod: `require` of one line or of a block; the version is the least that will do. */
export function readGoMod(text: string): readonly Dependency[] {
  const found: Dependency[] = [];
  let block = '';
  for (const line of text.split(/\r?\n/)) {
    const opened = /^([a-z]+)\s*\(\s*(?:\/\/.*)?$/.exec(line)?.[1];
    if (opened !== undefined) block = opened;
    else if (/^\)/.test(line)) block = '';
    else {
      const required = block === 'require' ? line : /^require\s+(.*)$/.exec(line)?.[1];
      const [, name, version] =
        /^\s*"?([\w.~/-]+\/?[\w.~/-]*)"?\s+(v[\w.+-]+)\s*(?:\/\/.*)?$/.exec(required ?? '') ?? [];
      if (name !== undefined)
        found.push({
          ecosystem: 'golang',
          name,
          requirement: version,
          direct: !/\/\/\s*indirect\b/.test(required as string),
        });
    }
  }
  return found;
}

/** go.sum: modules and versions that were looked at, each twice; which of them are built is not told. */
export function readGoSum(text: string): readonly Dependency[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, version] = /^(\S+) (v[^\s/]+) h1:\S+$/.exec(line) ?? [];
    return name === undefined ? [] : [{ ecosystem: 'golang' as const, name, version }];
  });
}
