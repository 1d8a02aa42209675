import type { Training } from '../../../wiki/software-files/trainings.ts';
import type { Messages } from '../../messages/messages.ts';

interface TrainingsPageProps {
  readonly messages: Messages;
  readonly action: string;
  readonly kept: readonly (readonly [string, string])[];
  readonly text: string;
  /** Of what is said of courses. */
  readonly language: string;
  readonly trainings: readonly Training[];
}

/** Who gives courses on free software. */
export function TrainingsPage({ messages, action, kept, text, language, trainings }: TrainingsPageProps) {
  const words = messages.software;
  return (
    <article class="software-trainings code-page">
      <header class="page-header">
        <h1>{words.trainings}</h1>
        <p class="lead">{words.trainingsIntro}</p>
      </header>
      <search>
        <form class="search-form" action={action} method="get">
          <label for="training:text">{words.searchTrainings}</label>
          <div class="search-field">
            <input id="training:text" type="search" name="q" value={text} maxlength={300} />
            <button type="submit" class="button">
              {messages.code.searchButton}
            </button>
          </div>
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        </form>
      </search>
      <p role="status">{words.trainingsFound(trainings.length)}</p>
      {trainings.map(({ organisation, description, courses, website, email, address }) => (
        <section class="code-card" lang={language}>
          <h2>{organisation}</h2>
          {description && <p class="code-description">{description}</p>}
          {courses.length > 0 && (
            <ul>
              {courses.map((course) => (
                <li>{course}</li>
              ))}
            </ul>
          )}
          <ul class="page-meta facts">
            {website && (
              <li>
                <a href={website} rel="external nofollow">
                  {website}
                </a>
              </li>
            )}
            {email && <li>{email}</li>}
            {address && <li>{address}</li>}
          </ul>
        </section>
      ))}
    </article>
  );
}
