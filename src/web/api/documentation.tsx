import { z } from 'zod';
import { listCode } from '../../store/code-listing.ts';
import { dataFilesOf } from '../../store/data-files.ts';
import { recentMessages } from '../../store/mail-messages.ts';
import { listedPages } from '../../store/page-list.ts';
import { listSoftware } from '../../store/software-listing.ts';
import { type Answer, movedAnswer } from '../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAddress } from '../context.ts';
import { publicLists } from '../lists/list-place.ts';
import type { Messages } from '../messages/messages.ts';
import { ownPage } from '../own-page.tsx';
import type { ApiField } from '../views/api-form.tsx';
import { type ApiOperation, ApiPage } from '../views/api-page.tsx';
import { answerExample } from './answer-example.ts';
import { addressOfForm } from './api-form.ts';
import type { Json } from './components.ts';
import { type Operation, operationAddress, type Parameter, placeholders } from './operation.ts';
import { type Subject, subjects } from './operations.ts';
import { API, DESCRIPTION, DOCUMENTATION } from './place.ts';
import { PROBLEMS } from './problem.ts';
import { parameterWords } from './words.ts';

/** `/-/api`: what the API answers, for people, who try it there. Its forms lead to the answers themselves. */
export async function apiDocumentation(context: Context): Promise<Answer> {
  const { site, origin, query } = context;
  const asked = addressOfForm(query);
  if (asked !== undefined) return movedAnswer(asked, 302);
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const href = ownAddress(site, DOCUMENTATION, language);
  const examples = await examplesOf(context);
  return await ownPage(context, {
    language,
    title: messages.api.title,
    href,
    canonical: origin + href,
    alternates: [{ type: 'application/json', href: DESCRIPTION, title: 'OpenAPI' }],
    content: (
      <ApiPage
        messages={messages}
        base={origin + API}
        action={DOCUMENTATION}
        descriptionHref={DESCRIPTION}
        subjects={(Object.keys(subjects) as Subject[]).map((subject) => ({
          title: messages.api.subjects[subject],
          operations: subjects[subject].map((operation) => shown(operation, examples, origin, messages)),
        }))}
        problems={Object.entries(PROBLEMS).map(([status, { kind }]) => ({
          id: kind,
          status: Number(status) as keyof typeof PROBLEMS,
        }))}
      />
    ),
  });
}

/** What may stand for the placeholders of operations, by their ids. */
type Examples = Readonly<Record<string, readonly string[]>>;

/** What this wiki has to ask for, by operation. */
async function examplesOf(context: Context): Promise<Examples> {
  const { ask, site } = context;
  const [page] = await ask(listedPages, { limit: 1 });
  const [table] = await ask(dataFilesOf, 'table');
  const [collection] = Object.keys(site.settings.collections);
  const [list] = publicLists(context, site.defaultLanguage);
  const [message] = list ? await ask(recentMessages, list.name, { limit: 1 }) : [];
  const whole = { tokens: [], filters: {} };
  const one = { limit: 1, offset: 0 };
  const [repository] = await ask(listCode, whole, { sort: 'score', ...one });
  const [software] = site.settings.software ? await ask(listSoftware, whole, { sort: 'name', ...one }) : [];
  return {
    ...(page && { getPage: [page.path] }),
    ...(table && { getTable: [table.path] }),
    ...(collection !== undefined && { getCollection: [collection] }),
    ...(repository && { getRepository: [repository.address] }),
    ...(software && { getSoftware: [software.key] }),
    ...(list && {
      getList: [list.name],
      listThreads: [list.name],
      listMessages: [list.name],
      listSeries: [list.name],
    }),
    ...(list && message && { getMessage: [list.name, message.message_id] }),
  };
}

function shown(operation: Operation, examples: Examples, origin: string, messages: Messages): ApiOperation {
  const { id, method, scope, body, path, parameters, others } = operation;
  const names = examples[id] ?? operation.examples;
  const about = (name: string) => parameterWords(messages, id, name);
  return {
    id,
    ...messages.api.operations[id as keyof Messages['api']['operations']],
    method,
    scope,
    body: body && JSON.stringify(answerExample(z.toJSONSchema(body, { io: 'input' }) as Json, {})),
    address: API + path,
    exampleUrl: exampleOf(operation, names, origin),
    fields: [
      ...placeholders(path).map((name, at) => ({
        kind: 'text' as const,
        name,
        about: about(name),
        required: true,
        value: names[at] ?? '',
      })),
      ...parameters.map((parameter) => field(parameter, about(parameter.name))),
      ...(others
        ? [{ kind: 'text' as const, name: 'filters', about: about('filters'), required: false }]
        : []),
    ],
  };
}

/** An address to begin with: what must be said is. */
function exampleOf({ path, parameters }: Operation, names: readonly string[], origin: string): string {
  const needed = parameters.filter(({ required }) => required);
  const query = new URLSearchParams(
    needed.map(({ name, schema }): [string, string] => [name, exampleText(schema)]),
  );
  return `${origin}${operationAddress(path, ...names)}${query.size === 0 ? '' : `?${query}`}`;
}

function exampleText({ examples = [] }: Parameter['schema']): string {
  return String(examples[0] ?? '');
}

/** How a form asks for a parameter. */
function field({ name, required, schema }: Parameter, about: string): ApiField {
  const common = { name, about, required };
  const { type, enum: choices, items, minimum = 0, maximum = 0, default: usual } = schema;
  if (type === 'array') return { ...common, kind: 'several', choices: items?.enum ?? [] };
  if (choices)
    return { ...common, kind: 'choice', choices, ...(usual !== undefined && { usual: String(usual) }) };
  if (type === 'integer') return { ...common, kind: 'number', minimum, maximum, usual: String(usual) };
  return { ...common, kind: 'text', ...(required && { value: exampleText(schema) }) };
}
