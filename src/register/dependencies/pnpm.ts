import type { Dependency } from './dependency.ts';
import { npm } from './npm.ts';

/** `name@1.0.0`, `/name/1.0.0`, `/name@1.0.0(peer@2)`: how the lock files from 5 to 9 name a package. */
const PACKAGE = /^\/?((?:@[^@/]+\/)?[^@/]+)[@/]([^@/(_]+)/;
const ASKED = /^(?:dependencies|devDependencies|optionalDependencies)$/;

interface Line {
  readonly indent: number;
  readonly key: string;
  readonly value: string;
}

/**
 * pnpm-lock.yaml. It is written by a program, two blanks a level, so it is read by lines: a parser of YAML would take
 * seconds for the larger ones.
 */
export function readPnpmLock(text: string): readonly Dependency[] {
  const asked = new Map<string, string | undefined>();
  const found: Dependency[] = [];
  const above: string[] = [];
  for (const { indent, key, value } of lines(text)) {
    above.splice(indent);
    above.push(key);
    const depth = above[0] === 'importers' ? 2 : 0;
    if (ASKED.test(above[depth] ?? '') && indent === depth + 1 && !asked.has(key)) asked.set(key, undefined);
    if (ASKED.test(above[depth] ?? '') && indent === depth + 2 && key === 'specifier')
      asked.set(above[depth + 1] as string, value);
    if (above[0] === 'specifiers' && indent === 1) asked.set(key, value);
    const named = above[0] === 'packages' && indent === 1 ? PACKAGE.exec(key) : null;
    if (named) found.push(npm(named[1] as string, { version: named[2] }));
  }
  return found.map((one) => ({ ...one, requirement: asked.get(one.name), direct: asked.has(one.name) }));
}

function* lines(text: string): Generator<Line> {
  for (const line of text.split(/\r?\n/)) {
    const match = /^((?: {2})*)(?:'([^']+)'|"([^"]+)"|([^\s'"#:][^\s:]*(?::[^\s:]+)*)):(?:\s+(.*))?$/.exec(
      line,
    );
    if (!match) continue;
    const [, blanks = '', single, double, plain, value = ''] = match;
    const key = single ?? double ?? plain ?? '';
    yield { indent: blanks.length / 2, key, value: value.replace(/^(['"])(.*)\1$/, '$2') };
  }
}
