import { expect, test } from 'vitest';
import { REFUSALS } from './refusals.ts';

test.each(Object.entries(REFUSALS))(
  'the reply %s can be sent as it is written',
  (_, { code, enhanced, words }) => {
    expect(enhanced[0]).toBe(String(code)[0]);
    // RFC 5321, 4.2: printable ASCII; 4.5.3.1.5: 512 bytes a line, its code and end included.
    for (const line of words) expect(line).toMatch(/^[ -~]{1,490}$/);
  },
);
