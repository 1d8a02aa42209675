/// <reference path="./plugins.d.ts" />
import createParser, { type MarkdownIt } from 'markdown-it';
import definitionLists from 'markdown-it-deflist';
import footnotes from 'markdown-it-footnote';
import { alerts } from './alerts.ts';
import { autolinks } from './autolinks.ts';
import { comments } from './comments.ts';
import { gatherFootnotes } from './footnotes.ts';
import { math } from './math.ts';
import { orgTables } from './org-tables.ts';
import { taskLists } from './task-lists.ts';

/** Blocks inside blocks (and marks inside marks) deeper than this are read as text or left out. */
const MAX_NESTING = 100;

/**
 * The Markdown every page is written in: CommonMark 0.31, GitHub's tables, strikethrough, autolinks, task lists,
 * footnotes and alerts, definition lists, Org-mode tables, TeX mathematics.
 *
 * Addresses are kept as the author wrote them, dangerous ones included: what may be followed is decided when
 * rendering, where raw HTML goes through the same gate.
 */
export const parser: MarkdownIt = createParser({ html: true, maxNesting: MAX_NESTING });
parser.normalizeLink = (url) => url;
parser.normalizeLinkText = (text) => text;
parser.validateLink = () => true;
// An inline footnote, `^[…]`, is nobody's standard, and its rule recurses without a bound.
parser.use(definitionLists).use(footnotes).disable('footnote_inline');
parser.use(gatherFootnotes).use(math).use(orgTables).use(autolinks).use(alerts).use(taskLists).use(comments);
