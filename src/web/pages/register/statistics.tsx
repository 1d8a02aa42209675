import { codeTally } from '../../../store/code-tallies.ts';
import { type Answer, FILE_POLICY, textAnswer } from '../../answer.ts';
import { type Context, messagesOf, ownAddress } from '../../context.ts';
import { CODE_LISTS } from '../../register/addresses.ts';
import { registerPageAnswer } from '../../register/register-page.tsx';
import { STATISTICS, type StatisticName } from '../../register/statistic-names.ts';
import { statistic } from '../../register/statistics.tsx';
import { StatisticsPage } from '../../views/register/statistics-page.tsx';

/** The register in figures: `/-/code/statistics`. */
export async function statisticsPage(context: Context, language: string): Promise<Answer> {
  const { site, ask } = context;
  const messages = messagesOf(context, language);
  const whole = await ask(codeTally, 'all', '');
  const all = whole ? await Promise.all(STATISTICS.map((name) => statistic(context, language, name))) : [];
  const file = (name: StatisticName, format: string) =>
    ownAddress(site, `${CODE_LISTS.statistics}/${name}.${format}`, language);
  return await registerPageAnswer(context, {
    language,
    title: messages.codePages.titles.statistics,
    parents: [],
    isOffered: whole !== undefined,
    content: (
      <StatisticsPage
        messages={messages}
        total={whole?.count ?? 0}
        statistics={all
          .filter(({ rows }) => rows.length > 0)
          .map((one) => ({
            ...one,
            files: [
              { label: 'SVG', href: file(one.name, 'svg') },
              { label: 'CSV', href: file(one.name, 'csv') },
            ],
          }))}
      />
    ),
  });
}

export interface StatisticFile {
  readonly name: StatisticName;
  readonly format: 'svg' | 'csv';
}

/** The picture or the table that a path asks for: `/-/code/statistics/growth.svg`. */
export function statisticsFileAt(path: string): StatisticFile | undefined {
  const [, name, format] = /^\/-\/code\/statistics\/([a-z-]+)\.(svg|csv)$/.exec(path) ?? [];
  const known = STATISTICS.find((one) => one === name);
  return known && { name: known, format: format as StatisticFile['format'] };
}

export async function statisticsFile(
  context: Context,
  language: string,
  { name, format }: StatisticFile,
): Promise<Answer> {
  const { picture, columns, rows } = await statistic(context, language, name);
  const headers = {
    'content-security-policy': FILE_POLICY,
    'access-control-allow-origin': '*',
    'content-language': language,
  };
  if (format === 'svg')
    return textAnswer(
      withoutControls(`<?xml version="1.0" encoding="utf-8"?>\n${picture(true)}\n`),
      'image/svg+xml; charset=utf-8',
      headers,
    );
  const lines = [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`);
  return textAnswer(lines.join(''), 'text/csv; charset=utf-8; header=present', headers);
}

/** RFC 4180: a text in quotes, a number without. */
function csvCell(value: string | number): string {
  return typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
}

/** What XML 1.0 has not (section 2.2). */
function withoutControls(xml: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids.
  return xml.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
