// Writes what the product is made of as CycloneDX 1.6 to standard output, from the lock files alone: node eng/sbom.mjs > sbom.json
// Only what is shipped: projects below src, and the browser's packages (built into the assets).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...parts) => JSON.parse(readFileSync(join(root, ...parts), 'utf8'));
const components = new Map();

function add(type, group, name, version, hashes) {
  const full = group ? `${group}/${name}` : name;
  const purl = `pkg:${type}/${group ? `${encodeURIComponent(group)}/` : ''}${encodeURIComponent(name)}@${version}`;
  components.set(purl, { type: 'library', 'bom-ref': purl, name: full, version, purl, ...(hashes && { hashes }) });
}

for (const project of readdirSync(join(root, 'src'), { withFileTypes: true }).filter(e => e.isDirectory())) {
  let lock;
  try {
    lock = read('src', project.name, 'packages.lock.json');
  } catch (missing) {
    if (missing.code === 'ENOENT') continue;
    throw missing;
  }

  for (const packages of Object.values(lock.dependencies)) {
    for (const [name, { type, resolved, contentHash }] of Object.entries(packages)) {
      if (type === 'Project') continue;
      add('nuget', null, name, resolved, contentHash && [{ alg: 'SHA-512', content: Buffer.from(contentHash, 'base64').toString('hex') }]);
    }
  }
}

for (const [path, { version, optional }] of Object.entries(read('src', 'TalentHub.Web', 'package-lock.json').packages)) {
  if (!path || optional) continue; // the project itself; builds of a tool for other machines
  const full = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const [group, name] = full.startsWith('@') ? full.split('/') : [null, full];
  add('npm', group, name, version);
}

console.log(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: { component: { type: 'application', name: 'TalentHub' } },
  components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
}, null, 2));
