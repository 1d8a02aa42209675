import { foldText } from '../tables/fold-text.ts';
import type { Happenings } from './happenings.ts';
import { type Month, monthName } from './month.ts';
import { type ReportWords, reportWords } from './report-words.ts';
import { SECTIONS, type SectionName, section } from './sections.ts';

/** A report, and the sections for which its template had no heading. */
export interface Draft {
  readonly text: string;
  readonly leftOut: readonly SectionName[];
}

/**
 * Drafts the report of a month as Markdown, in the order of the template's headings; without one, each section under a
 * heading of its own. The template's text is kept; in it, `{month}` is the month's name and `{title}` the
 * report's. A heading calls for the sections
 * that its words name (`callFor` in report-words.ts), each once.
 */
export function draftReport(
  happenings: Happenings,
  month: Month,
  language: string,
  template?: string,
): Draft {
  const words = reportWords(language);
  const name = monthName(month, language);
  const kept =
    template?.replaceAll('{month}', name).replaceAll('{title}', words.title(name)) ??
    defaultTemplate(words, name);
  const left = new Set(SECTIONS);
  const parts = kept.replace(/\r\n?/g, '\n').split(/^(?=#{1,6} )/m);
  const written = parts.map((part) => {
    const heading = /^#{1,6} +(.*)/.exec(part)?.[1];
    const called = heading === undefined ? [] : [...left].filter((one) => calls(heading, one, words));
    for (const one of called) left.delete(one);
    const blocks = called.map((one) => section(one, happenings, words, language));
    return [part.trim(), ...blocks].filter((block) => block !== '').join('\n\n');
  });
  return { text: `${written.filter((part) => part !== '').join('\n\n')}\n`, leftOut: [...left] };
}

function calls(heading: string, name: SectionName, words: ReportWords): boolean {
  return words.callFor[name].test(foldText(heading)) || heading === words[name];
}

function defaultTemplate(words: ReportWords, month: string): string {
  const headings = SECTIONS.map((name) => `## ${words[name]}\n`);
  return `---\ntitle: ${words.title(month)}\n---\n\n${headings.join('\n')}`;
}
