// Bundles scripts, styles and fonts into wwwroot/dist; Membership.Web.csproj runs it when a source has changed.
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = path => fileURLToPath(new URL(path, import.meta.url));

// Every browser that runs the scripts reads woff2; the second, older copy of each font would only be weight.
const woff2Only = {
  name: 'woff2-only',
  setup(bundle) {
    bundle.onLoad({ filter: /@fontsource.*\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, ''),
      loader: 'css',
    }));
  },
};

await rm(at('../wwwroot/dist'), { recursive: true, force: true });
await build({
  entryPoints: [at('main.js'), at('main.css')],
  outdir: at('../wwwroot/dist'),
  bundle: true,
  minify: true,
  splitting: true,
  format: 'esm',
  target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
  loader: { '.woff2': 'file' },
  assetNames: 'fonts/[name]-[hash]',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [woff2Only],
});
