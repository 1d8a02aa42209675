import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const date = z.iso.datetime({ offset: true });
const people = z.array(z.strictObject({ name: z.string().min(1) })).min(1);

/** JSON Feed 1.1 (jsonfeed.org/version/1.1), and nothing that it has not. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  next_url: z.url().optional(),
  favicon: z.url(),
  authors: people,
  language: z.string(),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^urn:uuid:/),
      url: z.url(),
      title: z.string().min(1),
      content_html: z.string(),
      summary: z.string().min(1).optional(),
      date_published: date,
      date_modified: date,
      authors: people,
      tags: z.array(z.string().min(1)).min(1).optional(),
      language: z.string(),
    }),
  ),
});

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(\w+);/g, (_, entity) => ENTITIES[entity] ?? '');
}

/** Enough of XML to read a feed, and refuse one that is not well formed. */
export function parseXml(xml: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml))
    throw new Error('A forbidden character');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const tokens = /<\?xml[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(.)/gs;
  for (const [, closing, name = '', written = '', empty, text, stray] of xml.matchAll(tokens)) {
    const top = open.at(-1) as XmlElement;
    if (stray !== undefined || /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text ?? written))
      throw new Error(`Not XML: ${stray ?? text}`);
    if (text !== undefined) top.text += decoded(text);
    else if (closing === '/' && open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    else if (closing === '') {
      const pairs = [...written.matchAll(/([\w:]+)="([^"]*)"/g)];
      const attributes = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decoded(value)]));
      const element: XmlElement = { name, attributes, children: [], text: '' };
      top.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('An element is not closed');
  return root.children[0] as XmlElement;
}

type Bounds = readonly [least: number, most: number];
const ANY: Bounds = [0, Number.POSITIVE_INFINITY];

/** What the elements of Atom may hold, and how often (RFC 4287, appendix B). */
const CHILDREN: Readonly<Record<string, Readonly<Record<string, Bounds>>>> = {
  feed: {
    author: ANY,
    category: ANY,
    contributor: ANY,
    generator: [0, 1],
    icon: [0, 1],
    id: [1, 1],
    link: ANY,
    logo: [0, 1],
    rights: [0, 1],
    subtitle: [0, 1],
    title: [1, 1],
    updated: [1, 1],
    entry: ANY,
  },
  entry: {
    author: ANY,
    category: ANY,
    content: [0, 1],
    contributor: ANY,
    id: [1, 1],
    link: ANY,
    published: [0, 1],
    rights: [0, 1],
    source: [0, 1],
    summary: [0, 1],
    title: [1, 1],
    updated: [1, 1],
  },
  author: { name: [1, 1], uri: [0, 1], email: [0, 1] },
  contributor: { name: [1, 1], uri: [0, 1], email: [0, 1] },
};

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  feed: ['xmlns'],
  link: ['href', 'rel', 'type', 'hreflang', 'title', 'length'],
  category: ['term', 'scheme', 'label'],
  content: ['type', 'src'],
  title: ['type'],
  subtitle: ['type'],
  summary: ['type'],
  generator: ['uri', 'version'],
};

const TEXTS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:updated|published)$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  [/^id$/, /^urn:uuid:[0-9a-f-]{36}$/],
  [/^icon$/, /^https?:\/\//],
  [/^(?:name|title)$/, /\S/],
];

/** What an Atom document has that RFC 4287 does not allow: nothing is what it should be. */
export function atomFaults(element: XmlElement): string[] {
  const { name, attributes, children, text } = element;
  const allowed = CHILDREN[name] ?? {};
  const faults: string[] = [];
  const count = (child: string) => children.filter((one) => one.name === child).length;
  for (const [child, [least, most]] of Object.entries(allowed))
    if (count(child) < least || count(child) > most) faults.push(`${count(child)} ${child} in ${name}`);
  for (const child of children)
    if (!Object.hasOwn(allowed, child.name)) faults.push(`${child.name} in ${name}`);
  for (const key of Object.keys(attributes))
    if (!['xml:lang', 'xml:base', ...(ATTRIBUTES[name] ?? [])].includes(key))
      faults.push(`${key} of ${name}`);
  for (const [names, form] of TEXTS)
    if (names.test(name) && !form.test(text)) faults.push(`${name} is “${text}”`);
  if (name === 'link' && !/^https?:\/\//.test(attributes.href ?? ''))
    faults.push('a link that is not absolute');
  const alternates = children
    .filter((child) => child.name === 'link' && child.attributes.rel === 'alternate')
    .map((child) => `${child.attributes.type} ${child.attributes.hreflang}`);
  if (new Set(alternates).size < alternates.length) faults.push(`two alternates alike in ${name}`);
  return [...faults, ...children.flatMap(atomFaults)];
}

const SCHEMA = fileURLToPath(new URL('atom.rng', import.meta.url));

/** Whether the schema of the standard can be put to work: `xmllint` (libxml2-utils). */
export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

/** What `xmllint` says of a feed that the schema of RFC 4287 does not allow; nothing of one that it does. */
export function schemaFaults(xml: string): string {
  const options = ['--nonet', '--noout', '--relaxng', SCHEMA, '-'];
  const { status, stderr } = spawnSync('xmllint', options, { input: xml, encoding: 'utf8' });
  return status === 0 ? '' : stderr;
}

/** The elements of a name right in another. */
export function all({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}
