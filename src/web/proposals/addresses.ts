/** The queue of proposals; each is under it by its number. */
export const PROPOSALS = '/-/proposals/';
