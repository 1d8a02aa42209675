import type { Messages } from '../../messages/messages.ts';
import { DateOf } from '../date.tsx';
import { CodeCard, type CodeCardProps } from './code-card.tsx';
import { type CodeFact, CodeFacts } from './code-facts.tsx';

export interface RemarkableProject {
  readonly name: string;
  /** Where it is, when the register does not have it. */
  readonly href?: string | undefined;
  readonly added: string | undefined;
  readonly tested: string | undefined;
  readonly card?: CodeCardProps;
  readonly kind?: string | undefined;
  readonly status?: string | undefined;
  readonly maintenance?: string | undefined;
  readonly release?:
    | { readonly name: string; readonly date: string | null; readonly href: string | undefined }
    | undefined;
}

interface RemarkablePageProps {
  readonly messages: Messages;
  readonly projects: readonly RemarkableProject[];
}

/** The projects that are recommended. */
export function RemarkablePage({ messages, projects }: RemarkablePageProps) {
  const words = messages.codePages;
  return (
    <article class="code-values">
      <header class="page-header">
        <h1>{words.titles.remarkable}</h1>
        <p class="lead">{words.intros.remarkable}</p>
      </header>
      {projects.length === 0 ? (
        <p>{words.noRemarkable}</p>
      ) : (
        <ul class="code-list">
          {projects.map((project) =>
            project.card ? (
              <CodeCard messages={messages} card={project.card}>
                <CodeFacts facts={factsOf(messages, project)} />
              </CodeCard>
            ) : (
              <li class="code-card">
                <h2>
                  <a href={project.href} rel="external nofollow">
                    {project.name}
                  </a>
                </h2>
                <p>{words.notInRegister}</p>
                <CodeFacts facts={factsOf(messages, project)} />
              </li>
            ),
          )}
        </ul>
      )}
    </article>
  );
}

function factsOf(messages: Messages, project: RemarkableProject): CodeFact[] {
  const { codePages: words, code } = messages;
  const { release } = project;
  const facts: readonly (readonly [string, CodeFact['value'] | undefined])[] = [
    [code.facets.kind, project.kind],
    [words.status, project.status && (words.statuses[project.status] ?? project.status)],
    [
      words.maintenance,
      project.maintenance && (words.maintenances[project.maintenance] ?? project.maintenance),
    ],
    [
      words.release,
      release && (
        <>
          {release.href === undefined ? (
            release.name
          ) : (
            <a href={release.href} rel="external nofollow">
              {release.name}
            </a>
          )}
          {release.date && (
            <>
              {', '}
              <DateOf iso={release.date} messages={messages} />
            </>
          )}
        </>
      ),
    ],
    [words.added, project.added && <DateOf iso={project.added} messages={messages} />],
    [words.tested, project.tested && <DateOf iso={project.tested} messages={messages} />],
  ];
  return facts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
}
