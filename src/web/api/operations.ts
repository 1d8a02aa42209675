import { getAccount, listOwnProposals } from './account.ts';
import { listChanges } from './changes.ts';
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
import { getTable } from './table.ts';
import { listCalendars, listTables } from './tables.ts';
import { listThreads } from './threads.ts';
import { listTrail } from './trail.ts';

/** All that the API answers, in the order in which it is told. */
export const operations: readonly Operation[] = [
  getSite,
  listPages,
  getPage,
  listTables,
  getTable,
  listCalendars,
  listEvents,
  listCollections,
  getCollection,
  searchAll,
  listChanges,
  listFindings,
  listLists,
  getList,
  listThreads,
  listMessages,
  getMessage,
  listSeries,
  listProposals,
  getProposal,
  getAccount,
  listOwnProposals,
  decideProposal,
  listTrail,
];
