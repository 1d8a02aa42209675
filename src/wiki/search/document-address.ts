import type { DocumentText } from '../../store/search.ts';
import { encodeAddress } from '../addresses.ts';

/** Where a document that was found is, encoded: a page is where it is today. */
export function addressOf({ pageAddress, address }: Pick<DocumentText, 'pageAddress' | 'address'>): string {
  return pageAddress === null ? address : encodeAddress(pageAddress);
}
