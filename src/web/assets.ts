import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Answer, answer, textAnswer } from './answer.ts';
import { stylesheets } from './assets/stylesheets.ts';

/** Where the pages find their stylesheet and script. */
export interface Assets {
  readonly stylesheet: string;
  readonly script: string;
  readonly icon: string;
  /** The names of the scripts that pages need to be read, in the folder of `script`. */
  readonly scripts: readonly string[];
  /** The answer for a path under `/-/assets/`; undefined when there is nothing. */
  answer(path: string): Promise<Answer | undefined>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'src/web/assets');
const SCRIPTS = join(ROOT, 'dist/web/client');
/** Nothing is edited where no server answers. */
const EDITOR = 'editor.js';
const MERMAID = join(ROOT, 'node_modules/mermaid/dist/mermaid.min.js');

const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };
const SCRIPT_TYPE = 'text/javascript; charset=utf-8';

/** Mermaid writes styles into what it draws: its frame, which is sandboxed, may do so. */
const DIAGRAM_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Reads the stylesheets and scripts once; their address changes when one of them does. */
export function loadAssets(): Assets {
  const styles = stylesheets.map((name) => readFileSync(join(SOURCES, name), 'utf8')).join('\n');
  const scripts = new Map(
    readdirSync(SCRIPTS)
      .filter((name) => name.endsWith('.js'))
      .map((name) => [name, readFileSync(join(SCRIPTS, name), 'utf8')]),
  );
  const version = createHash('sha256')
    .update(styles)
    .update([...scripts.values()].join())
    .digest('base64url')
    .slice(0, 12);
  const diagramFrame = readFileSync(join(SOURCES, 'diagram/frame.html'), 'utf8');
  const icon = readFileSync(join(SOURCES, 'icon.svg'), 'utf8');
  const base = `/-/assets/${version}`;

  return {
    stylesheet: `${base}/site.css`,
    script: `${base}/site.js`,
    icon: `${base}/icon.svg`,
    scripts: [...scripts.keys()].filter((name) => name !== EDITOR),
    async answer(path) {
      if (path === 'diagram/mermaid.min.js') return textAnswer(readFileSync(MERMAID, 'utf8'), SCRIPT_TYPE);
      if (path === 'diagram/frame.js') return textAnswer(scripts.get('diagram-frame.js') ?? '', SCRIPT_TYPE);
      if (path === 'diagram/frame.html') {
        return answer(200, diagramFrame, {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': DIAGRAM_POLICY,
          vary: 'accept-encoding',
        });
      }
      if (!path.startsWith(`${version}/`)) return undefined;
      const name = path.slice(version.length + 1);
      if (name === 'site.css') return textAnswer(styles, 'text/css; charset=utf-8', FOREVER);
      if (name === 'icon.svg') return textAnswer(icon, 'image/svg+xml', FOREVER);
      const script = scripts.get(name);
      return script === undefined ? undefined : textAnswer(script, SCRIPT_TYPE, FOREVER);
    },
  };
}

/** The one choice of the theme, as a stylesheet of its own. */
export function themeStylesheet(accent: string | undefined): string {
  return accent === undefined ? '' : `:root{--accent:${accent}}\n`;
}
