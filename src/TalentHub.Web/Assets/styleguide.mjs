// Serves Assets/styleguide.html with the built assets: node Assets/styleguide.mjs [port]. For whoever works on the look; never part of the product.
// ?page=name picks one page, ?phone=844 shows it 390 px wide and so high, ?theme=light|dark|system, ?lang=en|zh; {{English|中文}} and @Icon["name"] are filled in here.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
const csp = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

async function page(query) {
  const [theme, lang] = [query.get('theme') ?? 'system', query.get('lang') ?? 'en'];
  const parts = (await readFile(join(here, 'Assets/styleguide.html'), 'utf8')).split(/^<!-- (page|frame): (.*?) -->$/m);
  const sections = {};
  for (let i = 1; i < parts.length; i += 3) sections[`${parts[i]} ${parts[i + 1].split(' in ')[0]}`] = { frame: parts[i + 1].split(' in ')[1], html: parts[i + 2] };
  const names = Object.keys(sections).filter(key => key.startsWith('page ')).map(key => key.slice(5));
  const name = names.includes(query.get('page')) ? query.get('page') : names[0];
  if (query.get('phone')) return `<!doctype html><iframe title="phone" width="390" height="${query.get('phone')}" src="?page=${name}&theme=${theme}&lang=${lang}"></iframe>`;
  const { frame, html } = sections[`page ${name}`];
  return sections[`frame ${frame}`].html
    .replace('@Body', html)
    .replaceAll('@Pages', names.map(n => `<li><a class="side-link" href="?page=${n}&theme=${theme}&lang=${lang}"${n === name ? ' aria-current="page"' : ''}><svg class="icon" aria-hidden="true"><use href="/lib/icons.svg#file"/></svg> ${n}</a></li>`).join(''))
    .replaceAll('@Theme', theme).replaceAll('@Lang', lang === 'zh' ? 'zh-CN' : 'en')
    .replace(/@Icon\["([\w-]+)"\]/g, '<svg class="icon" aria-hidden="true"><use href="/lib/icons.svg#$1"/></svg>')
    .replace(/\{\{([^|}]*)\|([^}]*)\}\}/g, lang === 'zh' ? '$2' : '$1');
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  try {
    const asset = url.pathname.startsWith('/lib/');
    const body = asset ? await readFile(join(here, 'wwwroot', normalize(url.pathname))) : await page(url.searchParams);
    response.writeHead(200, { 'content-type': asset ? types[extname(url.pathname)] : 'text/html; charset=utf-8', 'content-security-policy': csp }).end(body);
  } catch (error) {
    response.writeHead(404).end(String(error));
  }
}).listen(Number(process.argv[2] ?? 18417));
