import type { Messages } from '../messages/messages.ts';

/** The page in one language; `name` is what its speakers call that language ("Français"). */
export interface LanguageLink {
  readonly language: string;
  readonly name: string;
  readonly href: string;
  readonly current?: boolean;
}

interface LanguageSwitchProps {
  readonly messages: Messages;
  readonly languages: readonly LanguageLink[];
}

/** Links to the page in each language it exists in. */
export function LanguageSwitch({ messages, languages }: LanguageSwitchProps) {
  return (
    <nav class="languages" aria-label={messages.layout.languages}>
      <ul>
        {languages.map(({ language, name, href, current }) => (
          <li>
            <a href={href} lang={language} hreflang={language} aria-current={current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
