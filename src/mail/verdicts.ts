/** What one method of authentication said of a message. */
export interface Verdict {
  readonly method: 'dkim' | 'spf' | 'dmarc' | 'arc';
  /** `pass`, `fail`, `none`… (RFC 8601, 2.7). */
  readonly result: string;
  /** The domain that it is about, when it names one. */
  readonly domain: string | undefined;
}

const METHODS: Readonly<Record<Verdict['method'], readonly string[]>> = {
  dkim: ['header.d', 'header.i'],
  spf: ['smtp.mailfrom', 'smtp.helo'],
  dmarc: ['header.from'],
  arc: [],
};

/** The verdicts of an Authentication-Results (RFC 8601, 2.2), the best of each method; comments are left out. */
export function readVerdicts(results: string): Verdict[] {
  const best = new Map<string, Verdict>();
  for (const part of results
    .slice(0, 10_000)
    .replace(/\([^()]*\)/g, ' ')
    .split(';')
    .slice(1)) {
    const [, name = '', result = ''] = /^\s*([a-z]+)\s*=\s*([a-z]+)/i.exec(part) ?? [];
    const method = name.toLowerCase();
    if (!isMethod(method)) continue;
    if (best.get(method)?.result === 'pass') continue;
    best.set(method, { method, result: result.toLowerCase(), domain: domainIn(part, METHODS[method]) });
  }
  return (Object.keys(METHODS) as Verdict['method'][]).flatMap((method) => best.get(method) ?? []);
}

function isMethod(name: string): name is Verdict['method'] {
  return Object.hasOwn(METHODS, name);
}

function domainIn(part: string, properties: readonly string[]): string | undefined {
  for (const property of properties) {
    const value = new RegExp(`\\b${property.replace('.', '\\.')}=["]?([^\\s;"]+)`, 'i').exec(part)?.[1];
    const domain = value?.slice(value.lastIndexOf('@') + 1).toLowerCase();
    if (domain !== undefined && /^[\p{L}\p{N}.-]{1,253}$/u.test(domain)) return domain;
  }
  return undefined;
}
