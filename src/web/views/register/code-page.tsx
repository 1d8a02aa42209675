import type { Link } from '../link.ts';
import { Catalogue, type CatalogueProps } from './catalogue.tsx';
import { CodeCard, type CodeCardProps } from './code-card.tsx';
import { FollowCode } from './follow-code.tsx';

export interface CodePageProps extends CatalogueProps {
  readonly cards: readonly CodeCardProps[];
  /** Whether there are more than are counted. */
  readonly isMore: boolean;
  readonly feeds: readonly Link[];
}

/** The register of source code: its search, its facets, the repositories. */
export function CodePage({ cards, isMore, feeds, ...props }: CodePageProps) {
  const { messages } = props;
  const words = { ...messages.code, found: (count: number) => messages.code.found(count, isMore) };
  return (
    <Catalogue
      {...props}
      words={words}
      after={!props.isEmpty && <FollowCode messages={messages} feeds={feeds} />}
    >
      {cards.length > 0 && (
        <ol class="code-list">
          {cards.map((card) => (
            <CodeCard messages={messages} card={card} />
          ))}
        </ol>
      )}
    </Catalogue>
  );
}
