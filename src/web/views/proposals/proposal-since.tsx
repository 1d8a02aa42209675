import { ProposedFiles, type ProposedFilesProps } from './proposed-files.tsx';

/** What changed from one version of a proposal to another. */
export function ProposalSince({ title, ...props }: ProposedFilesProps & { readonly title: string }) {
  return (
    <article class="proposal-page">
      <header class="page-header">
        <h1>{title}</h1>
      </header>
      {props.files.length === 0 && <p>{props.messages.proposals.sameFiles}</p>}
      <ProposedFiles {...props} />
    </article>
  );
}
