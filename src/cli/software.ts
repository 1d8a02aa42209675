import type { CommandGroup } from './command.ts';
import { importSoftware } from './software/import.ts';
import { update } from './software/update.ts';

export const software: CommandGroup = {
  name: 'software',
  summary: 'keep the catalogue of supported software',
  commands: [update, importSoftware],
};
