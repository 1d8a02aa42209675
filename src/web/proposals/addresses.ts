/** The queue of proposals; each is under it by its number. */
export const PROPOSALS = '/-/proposals/';

/** The queue of who is signed in. */
export const OWN_PROPOSALS = '/-/proposals/mine';
