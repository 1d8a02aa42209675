import type { CommandGroup } from './command.ts';
import { erase } from './list/erase.ts';
import { exportList } from './list/export.ts';
import { held } from './list/held.ts';
import { importList } from './list/import.ts';
import { queue } from './list/queue.ts';
import { reindex } from './list/reindex.ts';
import { subscribers } from './list/subscribers.ts';

export const list: CommandGroup = {
  name: 'list',
  summary: 'keep the mailing lists of a wiki',
  commands: [importList, exportList, erase, subscribers, held, queue, reindex],
};
