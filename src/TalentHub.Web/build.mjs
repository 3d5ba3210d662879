// Builds what the browser gets: styles, scripts and the icon sprite into wwwroot/lib, and the font of the PDF letters into obj/fonts.
import { build } from 'esbuild';
import * as sass from 'sass';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const at = (...parts) => join(here, ...parts);
const out = at('wwwroot', 'lib');
const dev = process.argv.includes('--dev');

const scss = {
  name: 'scss',
  setup({ onLoad }) {
    onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const { css, loadedUrls } = sass.compile(path, {
        loadPaths: [at('node_modules/@tabler/core/scss')],
        quietDeps: true,
        logger: sass.Logger.silent,
      });
      return { contents: css, loader: 'css', watchFiles: loadedUrls.map(fileURLToPath) };
    });
  },
};

/** One file for all icons: a symbol each, drawn with the colour of the text around it. */
async function sprite() {
  const names = JSON.parse(await readFile(at('Assets/icons.json'), 'utf8'));
  const symbols = await Promise.all(Object.entries(names).map(async ([name, file]) => {
    const svg = await readFile(at('node_modules/@tabler/icons/icons', `${file}.svg`), 'utf8');
    const body = svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '');
    const paint = file.startsWith('filled/') ? 'fill="currentColor"' : 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
    return `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${body}</symbol>`;
  }));
  await writeFile(join(out, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

async function font() {
  const family = at('node_modules/@expo-google-fonts/noto-sans-sc');
  await mkdir(at('obj/fonts'), { recursive: true });
  await cp(join(family, '400Regular/NotoSansSC_400Regular.ttf'), at('obj/fonts/NotoSansSC-Regular.ttf'));
  await cp(join(family, 'LICENSE_FONT'), at('obj/fonts/NotoSansSC-LICENSE.txt'));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await Promise.all([
  // Two builds, so that neither audience loads a file of modules shared with the other.
  ...['app', 'public'].map(name => build({
    entryPoints: { [name]: at(`Assets/scripts/${name}.js`) },
    outdir: out,
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: !dev,
    sourcemap: dev,
    legalComments: 'eof',
    logLevel: 'warning',
  })),
  build({
    entryPoints: { app: at('Assets/styles/app.css'), public: at('Assets/styles/public.css') },
    outdir: out,
    bundle: true,
    minify: !dev,
    plugins: [scss],
    legalComments: 'eof',
    logLevel: 'warning',
  }),
  sprite(),
  font(),
]);
