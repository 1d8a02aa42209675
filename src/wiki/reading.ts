import { parentPort, workerData } from 'node:worker_threads';
import { ObjectReader } from '../git/objects.ts';
import { type FilesReading, readFiles, type TouchedFile } from './read-files.ts';
import { Analysers } from './search/analysers.ts';
import type { Site } from './site.ts';

/** What a thread that reads files is given when it starts. */
export interface ReadingData {
  readonly gitDir: string;
}

export interface ReadingTask {
  readonly files: readonly TouchedFile[];
  readonly site: Site;
}

/** What comes back, in the order of the tasks; `undefined` when the files could not be read. */
export type ReadingAnswer = FilesReading | undefined;

const port = parentPort;
if (port) {
  const objects = new ObjectReader((workerData as ReadingData).gitDir);
  const analysers = new Analysers();
  let turn: Promise<void> = Promise.resolve();
  // Without a task, it is the end.
  port.on('message', (task: ReadingTask | undefined) => {
    turn = turn.then(async () => {
      if (task) port.postMessage(await answer(task));
      else {
        objects.close();
        port.close();
      }
    });
  });

  async function answer({ files, site }: ReadingTask): Promise<ReadingAnswer> {
    try {
      return await readFiles(files, objects, site, analysers);
    } catch {
      // The one that asks reads them itself, and meets the fault.
      return undefined;
    }
  }
}
