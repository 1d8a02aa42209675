import { createHash } from 'node:crypto';
import type { RecordedFindings } from '../../register/files-record.ts';
import { sayFinding } from '../../register/publiccode/words.ts';
import type { RepositoryRecord } from '../../register/record.ts';
import { listCode } from '../../store/code-listing.ts';
import type { CodeRepositoryTable } from '../../store/code-tables.ts';
import { type Context, messagesOf, ownAddress } from '../context.ts';
import { escapeXml } from '../escape-xml.ts';
import type { FeedEntry } from '../feeds/feed.ts';
import { feedId } from '../feeds/feed-id.ts';
import { rfc3339 } from '../rfc3339.ts';
import { codePage } from './addresses.ts';
import { askedCode, codeAddressOf, codeParameters } from './asked-code.ts';
import type { CodeFeed } from './code-feed.ts';
import { requestOf } from './search-of.ts';

/** Those that changed last are looked at. */
const LOOKED_AT = 300;
const ENTRIES = 50;

/** What is wrong in the publiccode.yml of repositories: all, an organisation’s, those of any search. */
export async function publiccodeFindings(context: Context, language: string): Promise<CodeFeed> {
  const { ask, site, query } = context;
  const words = messagesOf(context, language).openData;
  const found = askedCode(query);
  const asked = {
    ...found,
    filters: { ...found.filters, publiccode: 'yes' },
    sort: 'updated' as const,
    page: 1,
  };
  const rows = await ask(listCode, requestOf(site, asked), { sort: 'updated', limit: LOOKED_AT, offset: 0 });
  return {
    title: words.findings,
    subtitle: words.findingsText,
    href: codeAddressOf(site, language, asked),
    parameters: codeParameters(asked, ['sort', 'publiccode']),
    entries: rows.flatMap((row) => findingsEntry(context, language, row) ?? []).slice(0, ENTRIES),
  };
}

/** The same of one repository: an entry, or none while nothing is wrong. */
export function publiccodeFindingsOf(context: Context, language: string, row: CodeRepositoryTable): CodeFeed {
  const words = messagesOf(context, language).openData;
  const entry = findingsEntry(context, language, row);
  return {
    title: words.findingsOf(row.name),
    subtitle: words.findingsText,
    href: ownAddress(context.site, codePage('repository', row.address), language),
    parameters: [],
    entries: entry ? [entry] : [],
  };
}

/** An entry is another one as soon as anything else is wrong: its reader is told again. */
function findingsEntry(context: Context, language: string, row: CodeRepositoryTable): FeedEntry | undefined {
  const { publiccode_findings: findings } = JSON.parse(row.record) as RepositoryRecord;
  if (!findings || findings.list.length === 0) return undefined;
  const { locale, openData: words } = messagesOf(context, language);
  const digest = createHash('sha256').update(JSON.stringify(findings)).digest('hex');
  const moment = rfc3339(row.updated_at);
  return {
    id: feedId('publiccode', row.key, digest),
    title: `${row.name} – ${words.faults(findings)}`,
    href: context.origin + ownAddress(context.site, codePage('repository', row.address), language),
    language,
    published: moment,
    updated: moment,
    authors: [row.account],
    contributors: [],
    categories: [],
    summary: '',
    html: listed(findings, locale),
    translations: [],
  };
}

function listed({ list }: RecordedFindings, language: 'en' | 'fr'): string {
  const items = list.map((finding) => {
    const { sentence, remedy } = sayFinding(finding, language);
    const place = finding.key === '' ? '' : `<code>${escapeXml(finding.key)}</code> – `;
    return `<li>${place}${escapeXml(`${sentence} ${remedy}`)} (${finding.line}:${finding.column})</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}
