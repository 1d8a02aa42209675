import type { Child } from 'hono/jsx';

/** What is known of something, a line each; what has no value is left out. */
export interface CodeFact {
  readonly name: string;
  readonly value: Child;
}

export function CodeFacts({ facts }: { readonly facts: readonly CodeFact[] }) {
  return (
    <dl class="row-cells">
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
