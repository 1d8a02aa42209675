import type { Token } from 'markdown-it';
import type { Page } from './page.ts';

/** Writes a token, knowing its neighbours. */
export type Writer = (token: Token, page: Page, tokens: readonly Token[], index: number) => string;
