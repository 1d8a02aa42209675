import { addCopyButtons } from './copy-buttons.ts';
import { markCurrentSection } from './current-section.ts';
import { drawDiagrams } from './diagrams.ts';
import { writeMomentsHere } from './moments.ts';
import { followPreparation } from './preparing.ts';
import { watchScrollRegions } from './scroll-regions.ts';
import { suggestSearches } from './search-suggestions.ts';

// Every page is complete without this script: each of these adds one comfort.
markCurrentSection();
watchScrollRegions();
addCopyButtons();
drawDiagrams();
followPreparation();
suggestSearches();
writeMomentsHere();
if (document.querySelector('.api-page'))
  void import('./api-console.ts').then(({ answerInPlace }) => answerInPlace());
if (document.querySelector('.data-table, .table-page, .calendar-page')) void import('./data.ts');
const passkeyForms = document.querySelectorAll<HTMLFormElement>('form[data-passkey]');
if (passkeyForms.length > 0)
  void import('./passkeys.ts').then(({ offerPasskeys }) => offerPasskeys(passkeyForms));
const editForm = document.querySelector<HTMLFormElement>('form[data-edit]');
if (editForm) void import('./edit-form.ts').then(({ watchEditForm }) => watchEditForm(editForm));
const grid = document.querySelector<HTMLTableElement>('table[data-grid]');
if (grid) void import('./table-grid.ts').then(({ walkByKeys }) => walkByKeys(grid));
const sent = document.querySelector<HTMLElement>('[data-edit-sent]');
if (sent) void import('./edit-form.ts').then(({ forgetDraft }) => forgetDraft(sent.dataset.editSent ?? ''));
const proof = document.querySelector<HTMLFormElement>('form[data-proof]');
if (proof) void import('./proof.ts').then(({ proveWork }) => proveWork(proof));
