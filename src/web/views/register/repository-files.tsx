import type { Messages } from '../../messages/messages.ts';

export type FileName = keyof Messages['codeRepository']['has'];

/** Which of the files that help to reuse it are there; null where nobody looked. */
export function RepositoryFiles({
  messages,
  files,
}: {
  readonly messages: Messages;
  readonly files: readonly { readonly name: FileName; readonly has: boolean | null }[];
}) {
  const words = messages.codeRepository;
  const looked = files.filter(({ has }) => has !== null);
  return (
    <section>
      <h2>{words.files}</h2>
      {looked.length === 0 ? (
        <p>{words.filesUnknown}</p>
      ) : (
        <ul class="code-checklist">
          {looked.map(({ name, has }) => (
            <li class={has ? 'is-there' : 'is-not-there'}>
              <span class="state">{has ? words.there : words.notThere}</span> {words.has[name]}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
