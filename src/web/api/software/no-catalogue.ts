import type { Answer } from '../../answer.ts';
import { problemAnswer } from '../problem.ts';

export function noCatalogue(): Answer {
  return problemAnswer(404, {
    detail:
      'This wiki has no catalogue of supported software. It has one when its greffe.yml names a table: “software: { table: software.csv }”.',
  });
}
