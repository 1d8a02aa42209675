import { Catalogue, type CatalogueProps } from './catalogue.tsx';
import { CodeCard, type CodeCardProps } from './code-card.tsx';

export interface CodePageProps extends CatalogueProps {
  readonly cards: readonly CodeCardProps[];
}

/** The register of source code: its search, its facets, the repositories. */
export function CodePage({ cards, ...props }: CodePageProps) {
  const { messages } = props;
  return (
    <Catalogue {...props} words={messages.code}>
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
