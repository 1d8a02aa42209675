import type { Messages } from '../../messages/messages.ts';
import { CommandLine } from '../lists/command-line.tsx';

interface ContributePageProps {
  readonly messages: Messages;
  /** Where one writes. */
  readonly address: string;
  /** The file that is to be improved, where one is named. */
  readonly file: string | undefined;
  /** Commands, of which each list is done in its order. */
  readonly first: readonly string[];
  readonly setup: readonly string[];
  readonly send: readonly string[];
  readonly again: readonly string[];
  readonly proposalsHref: string;
  readonly listHref: string;
}

/** How one improves the wiki by mail. */
export function ContributePage(props: ContributePageProps) {
  const { messages, address, file, first, setup, send, again, proposalsHref, listHref } = props;
  const words = messages.contribute;
  return (
    <article class="contribute-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      <section>
        <h2>{words.byMail}</h2>
        <p>
          {words.byMailText} <a href={`mailto:${address}`}>{address}</a>. {words.noAccount}
        </p>
      </section>
      <section>
        <h2>{words.byPatch}</h2>
        <h3>{words.first}</h3>
        <CommandLine text={first.join('\n')} />
        <h3>{file === undefined ? words.send : words.sendFile(file)}</h3>
        <CommandLine text={send.join('\n')} />
        <h3>{words.again}</h3>
        <CommandLine text={again.join('\n')} />
        <details>
          <summary>{words.setup}</summary>
          <p>{words.setupText}</p>
          <CommandLine text={setup.join('\n')} />
        </details>
      </section>
      <section>
        <h2>{words.next}</h2>
        <ol>
          {words.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <ul class="page-meta">
          <li>
            <a href={proposalsHref}>{messages.proposals.title}</a>
          </li>
          <li>
            <a href={listHref}>{messages.lists.title}</a>
          </li>
        </ul>
      </section>
    </article>
  );
}
