import type { Files, Repository } from './git.ts';

/** Numbers that look random and are the same each time for one seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

type Tree = ReadonlyMap<string, string>;

const folders = ['', '', 'pocos/', 'guides/deep/', 'en/'];
const stems = ['index', 'README', 'faq', 'why', 'pourquoi', 'sans lien', 'été'];
const suffixes = ['', '', '', '.en', '.fr', '.de'];
const data = ['liste.csv', 'liste.schema.json', 'pocos/liste.csv', 'datapackage.json', 'pocos/rdv.ics'];
const files = [...data, 'docs/x.pdf', 'docs/dessin.svg', 'LICENSE', 'pocos/notes.txt'];
const settings = [
  'languages: [fr, en]\n',
  'languages: [en, fr]\nlegacy: [https://old.example/wiki/]\n',
  'title: Un wiki\n',
  'software: { table: liste.csv, columns: { name: a, since: b }, sheets: pocos/, trainings: pocos/notes.txt }\n',
  'software: { table: pocos/liste.csv, sheets: guides/deep, contracts: { a: { page: faq.md } } }\n',
  'title: [wrong\n',
  'languages: fr\nunknown: 1\nother: 2\n',
  '',
];

/** A wiki whose history goes at random: pages come, change, move, go, are merged, are pushed over. */
export class RandomWiki {
  readonly #dice: Dice;
  readonly #repository: Repository;
  #tree: Tree = new Map();
  /** The main line so far, the oldest first. */
  #line: { readonly id: string; readonly tree: Tree }[] = [];
  #count = 0;

  constructor(repository: Repository, seed: number) {
    this.#repository = repository;
    this.#dice = new Dice(seed);
  }

  /** Does one thing to the repository; gives its name. */
  async step(): Promise<string> {
    const dice = this.#dice.below(100);
    if (this.#line.length > 2 && dice < 18) return await this.#merge();
    if (this.#line.length > 3 && dice < 26) return await this.#pushOver();
    if (this.#line.length > 3 && dice < 29) return await this.#beginAnew();
    await this.#commit(this.#change(this.#tree, () => true));
    return 'commit';
  }

  async #commit(
    next: Tree,
    options: { readonly merge?: readonly string[]; readonly from?: string | null } = {},
  ) {
    const from = options.from === null ? new Map() : this.#tree;
    const id = await this.#repository.commit(`Change ${this.#count++}`, difference(from, next), options);
    this.#tree = next;
    this.#line.push({ id, tree: next });
  }

  /** A branch that began some commits ago, on which and beside which other files changed. */
  async #merge(): Promise<string> {
    const base = this.#dice.one(this.#line.slice(-4));
    const since = new Set(Object.keys(difference(base.tree, this.#tree)));
    let side = base.tree;
    let id = base.id;
    for (let n = this.#dice.below(2); n >= 0; n--) {
      const next = this.#change(side, (path) => !since.has(path));
      id = await this.#repository.commit(`Side ${this.#count++}`, difference(side, next), {
        branch: 'side',
        from: id,
      });
      side = next;
    }
    const changed = new Set(Object.keys(difference(base.tree, side)));
    for (let n = this.#dice.below(2); n > 0; n--)
      await this.#commit(this.#change(this.#tree, (path) => !changed.has(path)));
    const merged = new Map(this.#tree);
    for (const path of changed) {
      const content = side.get(path);
      if (content === undefined) merged.delete(path);
      else merged.set(path, content);
    }
    await this.#commit(merged, { merge: [id] });
    return 'merge';
  }

  /** A forced push: some commits are no more, others take their place. */
  async #pushOver(): Promise<string> {
    const kept = this.#line.slice(0, Math.max(1, this.#line.length - 1 - this.#dice.below(4)));
    const tip = kept.at(-1) as { readonly id: string; readonly tree: Tree };
    this.#line = kept;
    this.#tree = tip.tree;
    await this.#commit(
      this.#change(this.#tree, () => true),
      { from: tip.id },
    );
    return 'forced push';
  }

  /** A forced push of a history that has nothing in common. */
  async #beginAnew(): Promise<string> {
    this.#line = [];
    await this.#commit(
      this.#change(this.#tree, () => true),
      { from: null },
    );
    return 'history anew';
  }

  /** One to three changes of the files that may be changed. */
  #change(from: Tree, may: (path: string) => boolean): Tree {
    const tree = new Map(from);
    for (let n = this.#dice.below(3); n >= 0; n--) this.#changeOne(tree, may);
    return tree;
  }

  #changeOne(tree: Map<string, string>, may: (path: string) => boolean): void {
    const dice = this.#dice;
    const there = [...tree.keys()].filter(may);
    const path = dice.one(there.length > 0 ? there : ['']);
    const kind = dice.below(100);
    if (kind < 8 && may('greffe.yml')) tree.set('greffe.yml', dice.one(settings));
    else if (there.length < 6 || kind < 40) this.#add(tree, may);
    else if (kind < 60) tree.set(path, this.#content(path));
    else if (kind < 68) tree.set(path, `${tree.get(path)}${this.#count} one line more\n`);
    else if (kind < 80) tree.delete(path);
    else this.#move(tree, path, may);
  }

  #add(tree: Map<string, string>, may: (path: string) => boolean): void {
    const path = this.#dice.chance(15) ? this.#dice.one(files) : this.#name();
    if (may(path)) tree.set(path, this.#content(path));
  }

  #move(tree: Map<string, string>, from: string, may: (path: string) => boolean): void {
    const to = this.#name();
    const content = tree.get(from);
    if (!may(to) || tree.has(to) || content === undefined || from === 'greffe.yml') return;
    tree.delete(from);
    tree.set(to, this.#dice.chance(40) ? `${content}${this.#count} edited on the way\n` : content);
  }

  #name(): string {
    return `${this.#dice.one(folders)}${this.#dice.one(stems)}${this.#dice.one(suffixes)}.md`;
  }

  #content(path: string): string {
    const dice = this.#dice;
    if (/\.(?:csv|ics|json)$/.test(path) && dice.chance(80)) return this.#data(path);
    if (!path.endsWith('.md')) return `${path} ${this.#count++}\n`;
    const front = [
      dice.chance(20) ? `lang: ${dice.one(['fr', 'en', 'de'])}` : '',
      dice.chance(20) ? `translation_of: ${dice.one(['', '/'])}${this.#target()}` : '',
      dice.chance(15) ? `aliases: [/${dice.one(stems)}-old, ${this.#target()}]` : '',
      dice.chance(5) ? 'title: a: b' : '',
      dice.chance(5) ? 'draft: true' : '',
      dice.chance(20) ? `since: ${dice.one(['hier', '2024'])}\nsoftware: ${dice.one(['un', 'deux'])}` : '',
    ].filter((line) => line !== '');
    const links = Array.from(
      { length: dice.below(4) },
      () => `[x](<${dice.one(['', '/'])}${this.#target()}>)`,
    );
    const word = dice.one(['lin', 'orme', 'saule', 'tilleul']);
    const body = Array.from({ length: 8 }, (_, line) => `${word} ${this.#count} ${line}`).join('\n');
    this.#count++;
    return `${front.length > 0 ? `---\n${front.join('\n')}\n---\n` : ''}# ${word} ${this.#count}\n\n${links.join(' ')}\n\n${body}\n`;
  }

  /** A table, what describes one, or a calendar. */
  #data(path: string): string {
    const key = this.#dice.one(['a', 'b']);
    const schema = `{"primaryKey":"${key}","fields":[{"name":"a"},{"name":"b","type":"integer"}]}`;
    const number = this.#count++;
    if (path.endsWith('.csv')) return `a,b\nun,${number}\ndeux,${number + 1}\n`;
    if (path.endsWith('.schema.json')) return schema;
    if (path.endsWith('.json'))
      return `{"resources":[{"path":"${this.#dice.one(['liste.csv', 'pocos/liste.csv'])}","schema":${schema}}]}`;
    return `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:${number}\nDTSTART:20250101\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n`;
  }

  #target(): string {
    const name = this.#name();
    return this.#dice.chance(50) ? name : name.replace(/\.md$/, '');
  }
}

/** What makes one tree of the other. */
function difference(from: Tree, to: Tree): Record<string, string | null> & Files {
  const changes: Record<string, string | null> = {};
  for (const path of from.keys()) if (!to.has(path)) changes[path] = null;
  for (const [path, content] of to) if (from.get(path) !== content) changes[path] = content;
  return changes;
}
