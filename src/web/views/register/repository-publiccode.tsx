import type { Messages } from '../../messages/messages.ts';
import { type CodeFact, CodeFacts } from './code-facts.tsx';

export interface PubliccodeFindingShown {
  readonly severity: 'error' | 'warning' | 'note';
  readonly line: number;
  /** Where in the file, as `description.fr.features[0]`; empty for the file itself. */
  readonly key: string;
  readonly href: string | undefined;
  readonly sentence: string;
  readonly remedy: string;
}

export interface RepositoryPubliccodeProps {
  readonly messages: Messages;
  readonly facts: readonly CodeFact[];
  readonly counts: { readonly errors: number; readonly warnings: number; readonly notes: number };
  readonly findings: readonly PubliccodeFindingShown[];
}

/** What a publiccode.yml says, and what is wrong in it. */
export function RepositoryPubliccode({ messages, facts, counts, findings }: RepositoryPubliccodeProps) {
  const words = messages.codeRepository;
  const { errors, warnings, notes } = counts;
  const all = errors + warnings + notes;
  return (
    <section>
      <h2>{words.publiccode}</h2>
      {facts.length > 0 && <CodeFacts facts={facts} />}
      <p>{all === 0 ? words.publiccodeClean : words.publiccodeFound(errors, warnings, notes)}</p>
      {findings.length > 0 && (
        <ol class="code-findings">
          {findings.map(({ severity, line, key, href, sentence, remedy }) => (
            <li>
              <strong>{words.severity[severity]}</strong>{' '}
              {href === undefined ? (
                words.line(line)
              ) : (
                <a href={href} rel="external nofollow">
                  {words.line(line)}
                </a>
              )}
              {key !== '' && (
                <>
                  {' '}
                  <code>{key}</code>
                </>
              )}
              <p>
                {sentence} {remedy}
              </p>
            </li>
          ))}
        </ol>
      )}
      {all > findings.length && <p>{words.publiccodeMore(all - findings.length)}</p>}
    </section>
  );
}
