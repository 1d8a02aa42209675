import type { Child } from 'hono/jsx';
import { followedAccounts } from '../../store/code-followers.ts';
import { codeTallies, codeTally } from '../../store/code-tallies.ts';
import { type Context, messagesOf } from '../context.ts';
import { Bars } from '../views/charts/bars.tsx';
import { Columns } from '../views/charts/columns.tsx';
import { Scatter, type ScatterProps } from '../views/charts/scatter.tsx';
import { Share } from '../views/charts/share.tsx';
import { facetNames } from './facet-names.ts';
import type { StatisticName } from './statistic-names.ts';

/** Figures as a table, with the picture of them. */
export interface Statistic {
  readonly name: StatisticName;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** The picture, in a page or on its own. */
  readonly picture: (isAlone: boolean) => Child;
}

const BARS = 10;
const POINTS = 300;
const MAX_YEARS = 100;

/** One of the statistics of the register, as it is today. */
export async function statistic(context: Context, language: string, name: StatisticName): Promise<Statistic> {
  const messages = messagesOf(context, language);
  const words = messages.codeStatistics;
  const { title, description } = words.of[name];
  const own = { name, title, description };
  const picture = { id: `statistic-${name}`, title, description };
  switch (name) {
    case 'growth': {
      const years = (
        await context.ask(codeTallies, { facet: 'year', order: 'value', limit: MAX_YEARS })
      ).filter(({ value }) => Number(value) >= 1990);
      const before = (index: number) => years.slice(0, index).reduce((sum, { count }) => sum + count, 0);
      return {
        ...own,
        columns: [words.year, words.created, words.inAll],
        rows: years.map(({ value, count }, index) => [value, count, before(index) + count]),
        picture: (isAlone) => (
          <Columns
            {...picture}
            isAlone={isAlone}
            columns={years.map(({ value, count }, index) => ({
              label: value,
              value: count,
              base: before(index),
            }))}
            write={messages.number}
          />
        ),
      };
    }
    case 'scores': {
      const scores = await context.ask(codeTallies, { facet: 'score', order: 'value', limit: MAX_YEARS });
      const sorted = scores.toSorted((a, b) => Number(a.value) - Number(b.value));
      return {
        ...own,
        columns: [words.score, messages.codePages.repositories],
        rows: sorted.map(({ value, count }) => [words.fromTo(Number(value), Number(value) + 499), count]),
        picture: (isAlone) => (
          <Columns
            {...picture}
            isAlone={isAlone}
            columns={sorted.map(({ value, count }) => ({
              label: messages.number(Number(value)),
              value: count,
            }))}
            write={messages.number}
          />
        ),
      };
    }
    case 'licensed':
    case 'heritage':
      return { ...own, ...(await shares(context, language, name, picture)) };
    case 'organisations-stars':
    case 'organisations-forks':
    case 'accounts-followers':
      return { ...own, ...(await points(context, language, SCATTERED[name], picture)) };
    default:
      return { ...own, ...(await bars(context, language, name, picture)) };
  }
}

const SCATTERED = {
  'organisations-stars': 'stars',
  'organisations-forks': 'forks',
  'accounts-followers': 'followers',
} as const;

type Figures = Pick<Statistic, 'columns' | 'rows' | 'picture'>;
type PictureWords = { readonly id: string; readonly title: string; readonly description: string };

const FACETS = {
  licences: 'licence',
  languages: 'language',
  forges: 'forge',
  organisations: 'organisation',
} as const;

async function bars(
  context: Context,
  language: string,
  name: keyof typeof FACETS,
  picture: PictureWords,
): Promise<Figures> {
  const { codePages: words, code, number } = messagesOf(context, language);
  const facet = FACETS[name];
  const tallies = await context.ask(codeTallies, { facet, limit: BARS });
  const nameOf = await facetNames(context, language, {
    organisations: facet === 'organisation' ? tallies.map(({ value }) => value) : [],
  });
  const shown = tallies.map(({ value, count }) => ({ label: nameOf(facet, value), value: count }));
  return {
    columns: [code.facets[facet], words.repositories],
    rows: shown.map(({ label, value }) => [label, value]),
    picture: (isAlone) => (
      <Bars
        {...picture}
        isAlone={isAlone}
        bars={shown.map((bar) => ({ ...bar, written: number(bar.value) }))}
      />
    ),
  };
}

async function shares(
  { ask, ...context }: Context,
  language: string,
  name: 'licensed' | 'heritage',
  picture: PictureWords,
): Promise<Figures> {
  const messages = messagesOf(context, language);
  const words = messages.codeStatistics;
  const whole = (await ask(codeTally, 'all', ''))?.count ?? 0;
  const count = async (value: string) => (await ask(codeTally, name, value))?.count ?? 0;
  const [yes, no] = [await count('1'), await count('0')];
  const parts = [
    { label: words.parts[name].yes, value: yes },
    { label: words.parts[name].no, value: no },
    ...(whole > yes + no ? [{ label: messages.code.unknown, value: whole - yes - no }] : []),
  ];
  const percent = (value: number) => words.percent(whole === 0 ? 0 : value / whole);
  return {
    columns: ['', messages.codePages.repositories, words.share],
    rows: parts.map(({ label, value }) => [label, value, percent(value)]),
    picture: (isAlone) => (
      <Share
        {...picture}
        isAlone={isAlone}
        parts={parts.map((part) => ({
          ...part,
          written: `${messages.number(part.value)} (${percent(part.value)})`,
        }))}
      />
    ),
  };
}

async function points(
  context: Context,
  language: string,
  by: 'stars' | 'forks' | 'followers',
  picture: PictureWords,
): Promise<Figures> {
  const messages = messagesOf(context, language);
  const words = messages.codePages;
  const isOfAccounts = by === 'followers';
  const shown = isOfAccounts ? await accounts(context) : await organisations(context, language, by);
  return {
    columns: [isOfAccounts ? words.kindOf.account : words.organisation, words.repositories, words[by]],
    rows: shown.map(({ label, x, y }) => [label, x, y]),
    picture: (isAlone) => (
      <Scatter
        {...picture}
        isAlone={isAlone}
        points={shown.map(({ label, x, y }) => ({
          label: `${label} (${messages.number(x)}, ${messages.number(y)})`,
          x,
          y,
        }))}
        xName={words.repositories}
        yName={words[by]}
        write={messages.number}
      />
    ),
  };
}

async function organisations(
  context: Context,
  language: string,
  by: 'stars' | 'forks',
): Promise<ScatterProps['points']> {
  const tallies = await context.ask(codeTallies, { facet: 'organisation', limit: POINTS });
  const nameOf = await facetNames(context, language, { organisations: tallies.map(({ value }) => value) });
  return tallies.map((row) => ({ label: nameOf('organisation', row.value), x: row.count, y: row[by] }));
}

/** One that has the name of another, on another forge, goes by its address too. */
async function accounts({ ask }: Context): Promise<ScatterProps['points']> {
  const followed = await ask(followedAccounts, POINTS);
  const byName = Map.groupBy(followed, ({ name }) => name);
  return followed.map(({ name, address, count, followers }) => ({
    label: byName.get(name)?.length === 1 ? name : `${name}, ${address}`,
    x: count,
    y: followers,
  }));
}
