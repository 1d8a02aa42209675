import type { LinkTable } from '../../../store/schema.ts';
import type { Outcome } from '../external/outcome.ts';
import { type Finding, type Found, finding } from '../finding.ts';
import { findText } from '../source-place.ts';

/** The address to ask for what a link leads to, without its fragment; undefined when it is none of the web. */
export function webAddressOf(target: string): string | undefined {
  const url = URL.parse(target.startsWith('//') ? `https:${target}` : target);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** What other sites say of the links to them, in a page of these lines. */
export function externalFindings(
  links: readonly LinkTable[],
  outcomes: ReadonlyMap<string, Outcome>,
  lines: readonly string[],
): Finding[] {
  return links.flatMap(({ source, target, line }) => {
    const outcome = outcomes.get(webAddressOf(target) ?? '');
    const found = outcome && describe(outcome, target);
    return found
      ? [finding({ ...found, path: source, ...findText(lines, line, target), subject: target })]
      : [];
  });
}

function describe(outcome: Outcome, target: string): Pick<Found, 'rule' | 'detail' | 'fix'> | undefined {
  switch (outcome.kind) {
    case 'dead':
      return { rule: 'external-dead', detail: { status: outcome.status } };
    case 'unreachable':
      return {
        rule: 'external-unreachable',
        detail: {
          ...(outcome.status !== undefined && { status: outcome.status }),
          ...(outcome.reason !== undefined && { reason: outcome.reason }),
        },
      };
    case 'moved': {
      const hash = outcome.to.includes('#') ? '' : (/#.*$/s.exec(target)?.[0] ?? '');
      const to = outcome.to + hash;
      return { rule: 'external-moved', detail: { to }, fix: { before: target, after: to } };
    }
    default:
      return undefined;
  }
}
