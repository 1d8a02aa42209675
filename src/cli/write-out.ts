/** What a pipe has not taken yet must be written before the process ends; who closes it has read enough (`| head`). */
export function writeOut(output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve() : reject(error),
    );
    process.stdout.write(output, (error) => {
      if (!error) resolve();
    });
  });
}
