import type { Messages } from '../../messages/messages.ts';
import type { Link } from '../link.ts';
import { type NamedItem, NamedItems } from './software-page.tsx';

interface ContractPageProps {
  readonly messages: Messages;
  readonly name: string;
  readonly dates: readonly string[];
  readonly presentation?: Link;
  readonly about?: string;
  readonly covered?: Link;
  /** The page of their table. */
  readonly beneficiaries?: { readonly count: number; readonly href: string };
  readonly kept: readonly (readonly [string, string])[];
  readonly studies: readonly NamedItem[];
}

/** A support contract: what it is, what it covers, who may call upon it, what was studied. */
export function ContractPage(props: ContractPageProps) {
  const { messages, presentation, about, covered, beneficiaries, studies } = props;
  const words = messages.software;
  return (
    <article class="software-contract code-page">
      <header class="page-header">
        <p class="kind">{words.contract}</p>
        <h1>{props.name}</h1>
        {about && <p class="lead">{about}</p>}
      </header>
      {props.dates.length > 0 && (
        <ul class="page-meta facts">
          {props.dates.map((date) => (
            <li>{date}</li>
          ))}
        </ul>
      )}
      <ul class="row-links">
        {presentation && (
          <li>
            <a href={presentation.href}>{words.presentation}</a>
          </li>
        )}
        {covered && (
          <li>
            <a href={covered.href}>{covered.label}</a>
          </li>
        )}
      </ul>
      {beneficiaries && (
        <section>
          <h2>{words.beneficiaries}</h2>
          <p>
            {words.beneficiariesIntro(beneficiaries.count)}{' '}
            <a href={beneficiaries.href}>{words.allBeneficiaries}</a>
          </p>
          <search>
            <form class="search-form" action={beneficiaries.href} method="get">
              <label for="beneficiaries">{words.searchBeneficiaries}</label>
              <div class="search-field">
                <input id="beneficiaries" type="search" name="q" maxlength={200} />
                <button type="submit" class="button">
                  {messages.code.searchButton}
                </button>
              </div>
              {props.kept.map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
            </form>
          </search>
        </section>
      )}
      {studies.length > 0 && (
        <section>
          <h2>{words.studies}</h2>
          <NamedItems items={studies} />
        </section>
      )}
    </article>
  );
}
