import { getAccount, listOwnProposals } from './account.ts';
import { listChanges } from './changes.ts';
import { listCodeAccounts } from './code/accounts.ts';
import { getCodeFacets } from './code/facets.ts';
import { listOrganisations } from './code/organisations.ts';
import { listRepositories } from './code/repositories.ts';
import { getRepository } from './code/repository.ts';
import { getCollection, listCollections } from './collections.ts';
import { decideProposal } from './decide-proposal.ts';
import { listEvents } from './events.ts';
import { listFindings } from './findings.ts';
import { getList, listLists } from './lists.ts';
import { getMessage, listMessages } from './messages.ts';
import type { Operation } from './operation.ts';
import { getPage } from './page.ts';
import { listPages } from './pages.ts';
import { getProposal, listProposals, listSeries } from './proposals.ts';
import { searchAll } from './search.ts';
import { getSite } from './site.ts';
import { getSoftware } from './software/software.ts';
import { listSoftwareChanges } from './software/software-changes.ts';
import { listSoftware } from './software/software-list.ts';
import { getTable } from './table.ts';
import { listCalendars, listTables } from './tables.ts';
import { listThreads } from './threads.ts';
import { listTrail } from './trail.ts';

/** What the API answers, by what it is about, in the order in which it is told. */
export const subjects = {
  site: [getSite, searchAll, listChanges, listFindings],
  content: [
    listPages,
    getPage,
    listTables,
    getTable,
    listCalendars,
    listEvents,
    listCollections,
    getCollection,
  ],
  code: [listRepositories, getRepository, getCodeFacets, listCodeAccounts, listOrganisations],
  software: [listSoftware, getSoftware, listSoftwareChanges],
  lists: [listLists, getList, listThreads, listMessages, getMessage, listSeries],
  proposals: [listProposals, getProposal],
  members: [getAccount, listOwnProposals, decideProposal, listTrail],
} as const satisfies Readonly<Record<string, readonly Operation[]>>;

export type Subject = keyof typeof subjects;

/** All that the API answers. */
export const operations: readonly Operation[] = Object.values(subjects).flat();
