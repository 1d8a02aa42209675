import type { Messages } from '../../messages/messages.ts';

/** A software in the catalogue. */
export interface SoftwareCardProps {
  readonly key: string;
  readonly href: string;
  readonly name: string;
  readonly marks: readonly string[];
  readonly description: { readonly text: string; readonly language: string } | undefined;
  readonly category: string | undefined;
  readonly licence: string | undefined;
}

export function SoftwareCard({
  messages,
  card,
}: {
  readonly messages: Messages;
  readonly card: Omit<SoftwareCardProps, 'key'> & { readonly named: string };
}) {
  const { name, href, marks, description, category, licence } = card;
  return (
    <li class="code-card software-card">
      <h2>
        <a href={href} dir="auto">
          {name}
        </a>
      </h2>
      {description && (
        <p class="code-description" dir="auto" lang={description.language}>
          {description.text}
        </p>
      )}
      {marks.length > 0 && (
        <ul class="code-marks">
          {marks.map((mark) => (
            <li>{mark}</li>
          ))}
        </ul>
      )}
      <ul class="page-meta facts">
        {category && <li>{category}</li>}
        {licence && <li>{licence}</li>}
      </ul>
      <label class="software-tick">
        <input
          type="checkbox"
          name="with"
          value={card.named}
          aria-label={messages.software.compareOne(name)}
        />
        <span aria-hidden="true">{messages.software.compareTick}</span>
      </label>
    </li>
  );
}
