import type { AuditTable } from '../../../store/member-tables.ts';
import type { Moment } from '../../lists/moment.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { TrailList } from './trail-list.tsx';

interface TrailPageProps {
  readonly messages: Messages;
  readonly action: string;
  /** The language, where the address names it. */
  readonly lang: string | undefined;
  /** What was asked, as it was typed. */
  readonly asked: Readonly<Record<'person' | 'what' | 'since' | 'until', string>>;
  readonly isBadDay: boolean;
  readonly trail: readonly (AuditTable & { readonly when: Moment })[];
  readonly downloads: readonly Link[];
  readonly olderHref: string | undefined;
}

/** What members did, filtered. */
export function TrailPage(props: TrailPageProps) {
  const { messages, action, lang, asked, isBadDay, trail, downloads, olderHref } = props;
  const words = messages.trail;
  return (
    <article class="member-page">
      <header class="page-header">
        <h1>{words.title}</h1>
        <p class="description">{words.intro}</p>
      </header>
      <form class="mail-form" action={action} method="get">
        {lang !== undefined && <input type="hidden" name="lang" value={lang} />}
        <div class="mail-field">
          <label for="trail-person">{words.person}</label>
          <input id="trail-person" name="person" value={asked.person} maxlength={254} />
        </div>
        <div class="mail-field">
          <label for="trail-what">{words.what}</label>
          <select id="trail-what" name="what">
            <option value="">{words.anything}</option>
            {Object.entries(messages.members.what).map(([what, label]) => (
              <option value={what} selected={what === asked.what}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {isBadDay && (
          <p class="mail-wrong" role="alert">
            {words.badDay}
          </p>
        )}
        <div class="mail-field">
          <label for="trail-since">{words.since}</label>
          <input id="trail-since" name="since" type="date" value={asked.since} />
        </div>
        <div class="mail-field">
          <label for="trail-until">{words.until}</label>
          <input id="trail-until" name="until" type="date" value={asked.until} />
        </div>
        <button type="submit" class="button button-strong">
          {words.show}
        </button>
      </form>
      {trail.length === 0 ? (
        <p class="empty">{words.nothing}</p>
      ) : (
        <TrailList messages={messages} trail={trail} />
      )}
      <ul class="page-meta">
        {[...(olderHref ? [{ href: olderHref, label: words.older }] : []), ...downloads].map(
          ({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ),
        )}
      </ul>
    </article>
  );
}
