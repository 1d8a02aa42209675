import { decodeText } from '../decode.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { DifferenceLabels } from './difference-labels.ts';
import { type DifferenceBlock, renderedDifference } from './rendered-difference.ts';

/** A line of a page's front matter that changed; its values as YAML would say them on one line. */
export interface FieldChange {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What differs between two versions of a page as its readers see it. */
export interface PageDifference {
  readonly fields: readonly FieldChange[];
  /** The whole page; undefined when it is too large to be compared so. */
  readonly blocks: readonly DifferenceBlock[] | undefined;
}

/** A version of a page, and what makes HTML of it: `renderPage`, with its labels and links. */
export interface PageVersion {
  readonly bytes: Uint8Array;
  readonly render: (bytes: Uint8Array) => Promise<string>;
}

/** A larger page is not rendered to be compared. */
const MAX_BYTES = 1024 * 1024;

/** Compares two versions of a page; one that does not exist is an empty one. */
export async function pageDifference(
  before: PageVersion | undefined,
  after: PageVersion | undefined,
  labels: DifferenceLabels,
): Promise<PageDifference> {
  const fields = fieldChanges(valuesOf(before), valuesOf(after));
  if ([before, after].some((version) => (version?.bytes.length ?? 0) > MAX_BYTES))
    return { fields, blocks: undefined };
  const html = async (version: PageVersion | undefined) =>
    version === undefined ? '' : await version.render(version.bytes);
  return { fields, blocks: renderedDifference(await html(before), await html(after), labels) };
}

function valuesOf(version: PageVersion | undefined): Readonly<Record<string, unknown>> {
  return version === undefined ? {} : readFrontMatter(decodeText(version.bytes).text).values;
}

function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [old, recent] = [fieldText(before, name), fieldText(after, name)];
    if (old === recent) return [];
    return [
      { name, ...(old !== undefined && { before: old }), ...(recent !== undefined && { after: recent }) },
    ];
  });
}

function fieldText(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map(scalarText).join(', ');
  return scalarText(value);
}

function scalarText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
