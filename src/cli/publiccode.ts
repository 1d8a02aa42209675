import type { CommandGroup } from './command.ts';
import { publiccodeCheck } from './publiccode/check.ts';

export const publiccode: CommandGroup = {
  name: 'publiccode',
  summary: 'check publiccode.yml files, which describe software for catalogues',
  commands: [publiccodeCheck],
};
