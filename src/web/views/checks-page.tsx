import type { CheckRule, Severity } from '../../config/check-rules.ts';
import type { RatedFinding } from '../../wiki/checks/survey.ts';
import type { Messages } from '../messages/messages.ts';
import { CheckExplanations } from './check-explanations.tsx';
import { type CheckFacet, CheckFilters } from './check-filters.tsx';
import { NumberedPager, type NumberedPagerProps } from './numbered-pager.tsx';

export type { CheckFacet } from './check-filters.tsx';

/** A finding, with the ways to where it is. */
export interface ShownFinding extends RatedFinding {
  /** The line, with who wrote it. */
  readonly lineHref?: string;
  /** What changed in the original of a translation. */
  readonly changesHref?: string;
}

/** A file with what is wrong in it. */
export interface CheckedFile {
  readonly path: string;
  readonly href: string;
  /** Of the page, when it is one; `language` is its own. */
  readonly title?: string;
  readonly language?: string;
  readonly findings: readonly ShownFinding[];
  /** How many more there are, and where they are shown. */
  readonly rest?: number;
  readonly restHref?: string;
}

export interface ChecksPageProps {
  readonly messages: Messages;
  /** Of the whole wiki, and of what is chosen. */
  readonly total: number;
  readonly matched: number;
  readonly fileCount: number;
  readonly totals: readonly { readonly severity: Severity; readonly count: number }[];
  readonly facets: readonly CheckFacet[];
  readonly files: readonly CheckedFile[];
  readonly isFiltered: boolean;
  readonly clearHref: string;
  /** Those to explain. */
  readonly rules: readonly CheckRule[];
  readonly pager: Pick<NumberedPagerProps, 'page' | 'pages' | 'href'>;
}

/** What there is to mend, by file. */
export function ChecksPage(props: ChecksPageProps) {
  const { messages, total, files, isFiltered } = props;
  const words = messages.checks;
  return (
    <article class="checks-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{total === 0 ? words.cleanSentence : words.intro}</p>
      </header>
      {total > 0 && (
        <>
          <CheckFilters
            messages={messages}
            facets={props.facets}
            {...(isFiltered && { clearHref: props.clearHref })}
          />
          <p class="checks-count" role="status">
            {props.matched === 0 ? words.noMatch : words.summary(props.matched, props.fileCount)}
          </p>
          {files.map((file) => (
            <FileFindings messages={messages} file={file} />
          ))}
          <NumberedPager messages={messages} label={words.pages} {...props.pager} />
        </>
      )}
      {props.rules.length > 0 && <CheckExplanations messages={messages} rules={props.rules} />}
      <p class="checks-command">
        {words.command} <code>greffe check</code>
      </p>
    </article>
  );
}

function FileFindings({ messages, file }: { readonly messages: Messages; readonly file: CheckedFile }) {
  return (
    <section class="checked-file">
      <h2>
        <a href={file.href}>
          {file.title === undefined ? (
            <code>{file.path}</code>
          ) : (
            <span lang={file.language}>{file.title}</span>
          )}
        </a>
        {file.title !== undefined && <code>{file.path}</code>}
      </h2>
      <ul>
        {file.findings.map((finding) => (
          <li class={`finding finding-${finding.severity}`}>
            <Finding messages={messages} finding={finding} />
          </li>
        ))}
      </ul>
      {file.rest !== undefined && (
        <a class="finding-rest" href={file.restHref}>
          {messages.checks.more(file.rest)}
        </a>
      )}
    </section>
  );
}

function Finding({ messages, finding }: { readonly messages: Messages; readonly finding: ShownFinding }) {
  const words = messages.checks;
  const { severity, rule, line, path, fix, lineHref, changesHref } = finding;
  return (
    <>
      <p class="finding-what">
        <span class="finding-severity">{words.severity[severity]}</span> {words.sentence(finding)}
      </p>
      {fix && (
        <p class="finding-fix">
          <del>{fix.before}</del> <ins>{fix.after}</ins>
        </p>
      )}
      <p class="finding-where">
        {lineHref !== undefined && (
          <a class="finding-link" href={lineHref} aria-label={words.lineOf(line, path)}>
            {words.line(line)}
          </a>
        )}
        {changesHref !== undefined && (
          <a class="finding-link" href={changesHref}>
            {words.seeChanges}
          </a>
        )}
        <a class="finding-link" href={`#rule-${rule}`}>
          {words.rules[rule].title}
        </a>
      </p>
    </>
  );
}
