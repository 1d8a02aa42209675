import { commandAddress } from '../../mail/addresses.ts';
import type { MailList } from '../../mail/list.ts';
import type { Messages } from '../messages/messages.ts';
import { MailFormPage } from './mail-form.tsx';

const MODES = ['each', 'digest', 'mine'] as const;

interface SubscribePageProps {
  readonly messages: Messages;
  readonly list: MailList;
  readonly title: string;
  readonly language: string;
  /** In which mails can be written, with their own names. */
  readonly languages: readonly (readonly [string, string])[];
  readonly action: string;
  readonly leaveHref: string;
  readonly wrong?: string;
  readonly mode?: string;
}

/** How one subscribes to a list. */
export function SubscribePage(props: SubscribePageProps) {
  const { messages, list, title, language, languages, action, leaveHref, wrong, mode = 'each' } = props;
  const words = messages.subscription;
  return (
    <MailFormPage
      messages={messages}
      title={words.title(title)}
      intro={words.intro}
      action={action}
      button={words.subscribe}
      {...(wrong !== undefined && { wrong })}
      fields={
        <>
          <fieldset class="mail-modes">
            <legend>{words.what}</legend>
            {MODES.map((one) => (
              <label>
                <input type="radio" name="mode" value={one} checked={one === mode} />
                <span>
                  {words.modes[one]} <span class="mail-help">{words.modeHelp[one]}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {languages.length > 1 ? (
            <div class="mail-field">
              <label for="mail-language">{words.language}</label>
              <select id="mail-language" name="language">
                {languages.map(([code, name]) => (
                  <option value={code} lang={code} selected={code === language}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
          ) : (
            <input type="hidden" name="language" value={language} />
          )}
        </>
      }
      below={
        <section class="mail-below">
          <p>{words.byMail(commandAddress(list, 'subscribe'))}</p>
          <p>
            {words.already} <a href={leaveHref}>{words.leave}</a>.
          </p>
        </section>
      }
    />
  );
}
