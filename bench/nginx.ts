import { mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { cores } from './greffe.ts';
import { type Running, start } from './process.ts';

/** nginx with one worker, serving the folder of `file` as files, as Debian would set it up, without a log. */
export async function startNginx(folder: string, file: string): Promise<Running> {
  const port = await freePort();
  const prefix = join(folder, 'nginx');
  await mkdir(prefix);
  const configuration = `
    daemon off;
    worker_processes 1;
    user root;
    pid ${prefix}/nginx.pid;
    error_log stderr notice;
    events { worker_connections 256; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      open_file_cache max=100;
      keepalive_requests 1000000000;
      client_body_temp_path ${prefix}/body;
      proxy_temp_path ${prefix}/proxy;
      fastcgi_temp_path ${prefix}/fastcgi;
      uwsgi_temp_path ${prefix}/uwsgi;
      scgi_temp_path ${prefix}/scgi;
      types { text/html html; }
      server { listen 127.0.0.1:${port}; root ${dirname(file)}; }
    }`;
  await writeFile(join(prefix, 'nginx.conf'), configuration);
  const command = ['nginx', '-p', prefix, '-c', join(prefix, 'nginx.conf')];
  const server = await start(cores.server, command, /start worker process (\d+)/);
  return { ...server, sign: `http://127.0.0.1:${port}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
