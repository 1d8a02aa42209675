import type { Link } from '../link.ts';
import { Catalogue, type CatalogueProps } from '../register/catalogue.tsx';
import { SoftwareCard, type SoftwareCardProps } from './software-card.tsx';

export interface CatalogueFault {
  readonly where: string;
  readonly message: string;
}

export interface SoftwareListPageProps extends CatalogueProps {
  readonly cards: readonly SoftwareCardProps[];
  readonly compare: { readonly action: string; readonly kept: readonly (readonly [string, string])[] };
  /** Contracts, trainings, changes. */
  readonly around: readonly Link[];
  readonly faults: readonly CatalogueFault[];
  readonly isFormer: boolean;
}

/** The catalogue of supported software: its search, its facets, and what is wrong in its files. */
export function SoftwareListPage({
  cards,
  compare,
  around,
  faults,
  isFormer,
  ...props
}: SoftwareListPageProps) {
  const { messages } = props;
  const words = messages.software;
  return (
    <Catalogue
      {...props}
      words={words}
      before={
        <>
          {isFormer && <p class="code-notice">{words.lastGood}</p>}
          {around.length > 0 && (
            <ul class="row-links">
              {around.map(({ label, href }) => (
                <li>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          )}
        </>
      }
      after={
        faults.length > 0 && (
          <Faults summary={words.faults(faults.length)} faults={faults} isOpen={isFormer} />
        )
      }
    >
      {cards.length > 0 && (
        <form action={compare.action} method="get">
          {compare.kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <ol class="code-list">
            {cards.map(({ key, ...card }) => (
              <SoftwareCard messages={messages} card={{ ...card, named: key }} />
            ))}
          </ol>
          {cards.length > 1 && (
            <p>
              <button type="submit" class="button">
                {words.compareButton}
              </button>
            </p>
          )}
        </form>
      )}
    </Catalogue>
  );
}

function Faults({
  summary,
  faults,
  isOpen,
}: {
  readonly summary: string;
  readonly faults: readonly CatalogueFault[];
  readonly isOpen: boolean;
}) {
  return (
    <details class="software-faults" open={isOpen}>
      <summary>{summary}</summary>
      <ul>
        {faults.map(({ where, message }) => (
          <li>
            <strong>{where}</strong> {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
