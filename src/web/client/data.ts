import { closeFacetMenus } from './facet-menus.ts';
import { followFragments } from './fragments.ts';
import { openRowsAsCards } from './row-cards.ts';
import { followTableQuery } from './table-query.ts';

// Loaded where there is a table or a calendar.
followFragments();
followTableQuery();
closeFacetMenus();
openRowsAsCards();
