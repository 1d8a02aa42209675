import { Invalid } from './errors.ts';

/** What the operator decides of the harvest: no wiki may say where a secret is sent, or that a private network is asked. */
export interface HarvestChoices {
  /** Tokens by host. */
  readonly tokens: ReadonlyMap<string, string>;
  /** Origins on a private network that may be asked, by the host that the accounts file names: `http://localhost:3000`. */
  readonly privateOrigins: ReadonlyMap<string, string>;
  /** Origins of ecosyste.ms, by the hosts of forges that are asked through it and not themselves. */
  readonly through?: ReadonlyMap<string, string>;
  /** How whoever runs a forge can reach who asks. */
  readonly contact: string | undefined;
}

/** Reads `GREFFE_FORGE_TOKENS`, `GREFFE_HARVEST_PRIVATE`, `GREFFE_HARVEST_THROUGH` and `GREFFE_HARVEST_CONTACT`. */
export function readHarvest(env: NodeJS.ProcessEnv): HarvestChoices {
  const words = (text: string | undefined) => (text ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const tokens = words(env.GREFFE_FORGE_TOKENS).map((pair) => {
    const [, host, token] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    if (host === undefined || token === undefined)
      throw new Invalid(
        'GREFFE_FORGE_TOKENS is not understood.',
        'Write HOST=TOKEN, with blanks between several.',
      );
    return [host.toLowerCase(), token] as const;
  });
  const origins = words(env.GREFFE_HARVEST_PRIVATE).map((word) => {
    const [, host, address = word] = /^([^=/]+)=(.+)$/.exec(word) ?? [];
    const url = webOrigin(address);
    if (!url)
      throw new Invalid(
        'GREFFE_HARVEST_PRIVATE is not understood.',
        'Write addresses such as http://localhost:3000, or HOST=ADDRESS, with blanks between several.',
      );
    return [(host ?? url.host).toLowerCase(), url.origin] as const;
  });
  const through = words(env.GREFFE_HARVEST_THROUGH).map((pair) => {
    const [, host, address = ''] = /^([^=]+)=(.+)$/.exec(pair) ?? [];
    const url = webOrigin(address);
    if (host === undefined || !url)
      throw new Invalid(
        'GREFFE_HARVEST_THROUGH is not understood.',
        'Write HOST=ADDRESS, such as github.com=https://repos.ecosyste.ms, with blanks between several.',
      );
    return [host.toLowerCase(), url.origin] as const;
  });
  return {
    tokens: new Map(tokens),
    privateOrigins: new Map(origins),
    through: new Map(through),
    contact: env.GREFFE_HARVEST_CONTACT || undefined,
  };
}

function webOrigin(address: string): URL | undefined {
  const url = URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
