import type { Dependency } from '../../dependencies/dependency.ts';
import { mergeDependencies } from '../../dependencies/merge.ts';
import { purl } from '../../dependencies/purl.ts';
import { MAX_RECORDED_DEPENDENCIES, type RecordedDependencies } from '../../files-record.ts';

/** What a record keeps of what several files say: those that are asked for first. */
export function saidDependencies(files: readonly (readonly Dependency[])[]): RecordedDependencies {
  const all = mergeDependencies(files);
  const purls = (wanted: boolean | undefined) =>
    [...new Set(all.filter(({ direct }) => direct === wanted).map(purl))].sort();
  const lists = { direct: purls(true), unknown: purls(undefined), indirect: purls(false) };
  let room = MAX_RECORDED_DEPENDENCIES;
  const kept = (list: readonly string[]) => {
    const first = list.slice(0, room);
    room -= first.length;
    return first;
  };
  const { direct, unknown, indirect } = lists;
  return {
    direct: kept(direct),
    unknown: kept(unknown),
    indirect: kept(indirect),
    count: direct.length + unknown.length + indirect.length,
  };
}
