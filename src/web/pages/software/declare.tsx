import { newId } from '../../../mail/tokens.ts';
import { mailChanged } from '../../../store/mail-lists.ts';
import { noteAudit } from '../../../store/members.ts';
import { declarationsBy, removeDeclaration, saveDeclaration } from '../../../store/software-declarations.ts';
import { softwareAt } from '../../../store/software-listing.ts';
import type { SoftwareDeclarationTable, SoftwareTable } from '../../../store/software-tables.ts';
import { movedAnswer } from '../../answer.ts';
import { askedLanguage, type Context, messagesOf, ownAction, ownAddress } from '../../context.ts';
import { type Member, type MemberPage, memberOf, secondsOf } from '../../members/visitor.ts';
import { SOFTWARE, softwarePage } from '../../software/addresses.ts';
import { DeclarePage } from '../../views/software/declare-page.tsx';
import { mailAnswer } from '../mail/mail-answer.tsx';
import { missingPage } from '../missing.tsx';

const KINDS = ['user', 'referent'] as const;
const MAX_TEXT = 200;

type Told = { readonly text: 'declared' | 'takenBack' | 'wrongKind'; readonly isFault: boolean };

/** Where who is signed in says that they use a software, or can help: `/-/software/12/declare`. */
export const declarePage: MemberPage = async (context, visitor, fields) => {
  const { site, path, wiki } = context;
  const language = askedLanguage(context);
  const key = path.slice(SOFTWARE.length + 1).replace(/\/declare$/, '');
  const row = site.settings.software && (await softwareAt(wiki.database.reader, key));
  if (row?.state !== 'listed') return await missingPage(context, language);
  const member = await memberOf(context, visitor);
  if (!member) {
    const back = ownAddress(site, `${softwarePage(key)}/declare`, language);
    const made = movedAnswer(ownAddress(site, '/-/sign-in', language, { return: back }), 303);
    return { ...made, headers: { ...made.headers, 'cache-control': 'no-store' } };
  }
  const told = fields && (await declare(context, member, row, fields));
  return await shown(context, member, row, told);
};

async function declare(
  context: Context,
  member: Member,
  row: SoftwareTable,
  fields: URLSearchParams,
): Promise<Told> {
  const kind = KINDS.find((one) => one === fields.get('kind'));
  if (!kind) return { text: 'wrongKind', isFault: true };
  const { address, folded } = member;
  const { database } = context.wiki;
  const now = secondsOf(context);
  const text = (name: string) =>
    (fields.get(name) ?? '')
      .toWellFormed()
      .replace(/[\s\0]+/g, ' ')
      .trim()
      .slice(0, MAX_TEXT);
  const flag = (name: string) => Number(fields.get(name) === 'yes');
  const isWithdrawn = fields.get('do') === 'withdraw';
  await database.write(async (writer) => {
    const about = row.key;
    if (isWithdrawn) await removeDeclaration(writer, { folded, software: row.key, kind });
    else
      await saveDeclaration(writer, {
        id: newId(),
        folded,
        address,
        software: row.key,
        kind,
        name: text('name'),
        organisation: text('organisation'),
        purpose: text('purpose'),
        version: text('version'),
        shows_name: flag('shows_name'),
        shows_organisation: flag('shows_organisation'),
        shows_address: flag('shows_address'),
        created_at: now,
        updated_at: now,
      });
    await noteAudit(writer, {
      at: now,
      who: address,
      what: isWithdrawn ? 'undeclare' : 'declare',
      about,
      detail: kind,
    });
    await mailChanged(writer);
  });
  return { text: isWithdrawn ? 'takenBack' : 'declared', isFault: false };
}

async function shown(context: Context, member: Member, row: SoftwareTable, told: Told | undefined) {
  const { site, wiki } = context;
  const language = askedLanguage(context);
  const messages = messagesOf(context, language);
  const own = (await declarationsBy(wiki.database.reader, member.folded)).filter(
    ({ software }) => software === row.key,
  );
  return await mailAnswer(context, {
    language,
    ...(told?.isFault && { status: 400 }),
    title: messages.software.declareTitle(row.name),
    content: (
      <DeclarePage
        messages={messages}
        name={row.name}
        address={member.address}
        action={ownAction(context)}
        backHref={ownAddress(site, softwarePage(row.key), language)}
        forms={KINDS.map((kind) =>
          formOf(
            kind,
            member,
            own.find((one) => one.kind === kind),
          ),
        )}
        {...(told && { told: { fault: told.isFault, text: messages.software[told.text] } })}
      />
    ),
  });
}

function formOf(
  kind: (typeof KINDS)[number],
  { name }: Pick<Member, 'name'>,
  declared: SoftwareDeclarationTable | undefined,
) {
  return {
    kind,
    isDeclared: declared !== undefined,
    name: declared?.name ?? name,
    organisation: declared?.organisation ?? '',
    purpose: declared?.purpose ?? '',
    version: declared?.version ?? '',
    showsName: declared?.shows_name === 1,
    showsOrganisation: declared?.shows_organisation === 1,
    showsAddress: declared?.shows_address === 1,
  };
}
