import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';

/** The parts of the register, on each of its pages. */
export function CodeSections({
  messages,
  sections,
}: {
  readonly messages: Messages;
  readonly sections: readonly (Link & { readonly isHere: boolean })[];
}) {
  return (
    <nav class="code-sections" aria-label={messages.codePages.sections}>
      <ul>
        {sections.map(({ label, href, isHere }) => (
          <li>
            <a href={href} aria-current={isHere ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
