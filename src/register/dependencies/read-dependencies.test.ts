import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeDependencies } from './merge.ts';
import { purl } from './purl.ts';
import { dependencyFile, readDependencies } from './read-dependencies.ts';

/** Each dependency as `name requirement version direct`. */
function read(path: string, text: string): readonly string[] {
  const { dependencies, fault } = readDependencies(path, new TextEncoder().encode(text));
  expect(fault).toBeUndefined();
  return dependencies.map(({ name, requirement = '-', version = '-', direct = '?' }) =>
    [name, requirement, version, direct].join(' | '),
  );
}

test('package.json', () => {
  const file = {
    name: 'deliberate',
    dependencies: { '@codegouvfr/react-dsfr': '^1.9.2', express: '~4.19.0', local: 'file:../local' },
    devDependencies: { vitest: '2.x', broken: 3 },
    peerDependencies: { react: '>=18' },
  };
  expect(read('web/package.json', JSON.stringify(file))).toEqual([
    '@codegouvfr/react-dsfr | ^1.9.2 | - | true',
    'express | ~4.19.0 | - | true',
    'local | file:../local | - | true',
    'vitest | 2.x | - | true',
    'react | >=18 | - | true',
  ]);
});

test('package-lock.json of versions 2 and 3 tells what is direct', () => {
  const lock = {
    lockfileVersion: 3,
    packages: {
      '': { name: 'deliberate', dependencies: { express: '^4.19.0', alias: 'npm:real@1' } },
      'node_modules/express': { version: '4.19.2' },
      'node_modules/@types/node': { version: '20.0.0' },
      'node_modules/express/node_modules/qs': { version: '6.11.0' },
      'node_modules/alias': { name: 'real', version: '1.0.0' },
      'packages/own': { version: '0.0.0' },
      'node_modules/own': { resolved: 'packages/own', link: true },
    },
  };
  expect(read('package-lock.json', JSON.stringify(lock))).toEqual([
    'express | ^4.19.0 | 4.19.2 | true',
    '@types/node | - | 20.0.0 | false',
    'qs | - | 6.11.0 | false',
    'real | npm:real@1 | 1.0.0 | true',
  ]);
});

test('package-lock.json of version 1', () => {
  const lock = {
    lockfileVersion: 1,
    dependencies: { express: { version: '4.16.0', dependencies: { qs: { version: '6.5.1' } } } },
  };
  expect(read('package-lock.json', JSON.stringify(lock))).toEqual([
    'express | - | 4.16.0 | ?',
    'qs | - | 6.5.1 | ?',
  ]);
});

test('the lock file of this repository is read', () => {
  const path = new URL('../../../package-lock.json', import.meta.url);
  const { dependencies } = readDependencies('package-lock.json', readFileSync(path));
  expect(dependencies.length).toBeGreaterThan(200);
  expect(dependencies.find(({ name }) => name === 'hono')).toMatchObject({ direct: true });
});

test('yarn.lock of Yarn 1', () => {
  const lock = `# yarn lockfile v1


"@babel/core@^7.0.0", "@babel/core@^7.1.0":
  version "7.24.0"
  resolved "https://registry.example.org/core.tgz"
  dependencies:
    version "1.0"

lodash@^4.17.21:
  version "4.17.21"
`;
  expect(read('yarn.lock', lock)).toEqual(['@babel/core | - | 7.24.0 | ?', 'lodash | - | 4.17.21 | ?']);
});

test('yarn.lock of later ones', () => {
  const lock = `__metadata:
  version: 8
  cacheKey: 10

"@babel/core@npm:^7.0.0":
  version: 7.24.0
  resolution: "@babel/core@npm:7.24.0"
  languageName: node

"deliberate@workspace:.":
  version: 0.0.0-use.local
`;
  expect(read('yarn.lock', lock)).toEqual(['@babel/core | - | 7.24.0 | ?']);
});

test('pnpm-lock.yaml, with importers and without', () => {
  const recent = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      '@scope/one':
        specifier: ^1.0.0
        version: 1.2.0(react@18.0.0)
    devDependencies:
      vite:
        specifier: ^5.0.0
        version: 5.1.0

packages:

  '@scope/one@1.2.0':
    resolution: {integrity: sha512-x}
    peerDependencies:
      react: ^18

  react@18.0.0:
    resolution: {integrity: sha512-y}

  vite@5.1.0:
    resolution: {integrity: sha512-z}
`;
  expect(read('pnpm-lock.yaml', recent)).toEqual([
    '@scope/one | ^1.0.0 | 1.2.0 | true',
    'react | - | 18.0.0 | false',
    'vite | ^5.0.0 | 5.1.0 | true',
  ]);
  const old = `lockfileVersion: 5.4
specifiers:
  '@scope/one': ^1.0.0
dependencies:
  '@scope/one': 1.2.0
packages:
  /@scope/one/1.2.0_react@17.0.0:
    resolution: {integrity: sha512-x}
  /react/17.0.0:
    resolution: {integrity: sha512-y}
`;
  expect(read('pnpm-lock.yaml', old)).toEqual([
    '@scope/one | ^1.0.0 | 1.2.0 | true',
    'react | - | 17.0.0 | false',
  ]);
});

test('requirements.txt', () => {
  const file = `# what runs
Django>=4.2,<5  # the long one
psycopg[binary]==3.1.18 ; python_version >= "3.9"
ruamel_yaml ~= 0.18
requests
-r other.txt
--index-url https://pypi.example.org/simple
-e git+https://forge.example.org/town/tool.git#egg=tool
tool @ https://forge.example.org/town/tool.zip
gunicorn==21.2.0 \\
    --hash=sha256:abc \\
    --hash=sha256:def
./local
not a requirement
`;
  expect(read('requirements-dev.txt', file)).toEqual([
    'django | >=4.2,<5 | - | true',
    'psycopg | ==3.1.18 | 3.1.18 | true',
    'ruamel-yaml | ~= 0.18 | - | true',
    'requests | - | - | true',
    'tool | @ https://forge.example.org/town/tool.zip | - | true',
    'gunicorn | ==21.2.0 | 21.2.0 | true',
  ]);
});

test('pyproject.toml', () => {
  const file = `[project]
name = "deliberate"
dependencies = ["httpx>=0.27", "Pydantic[email] >=2"]
[project.optional-dependencies]
pdf = ["weasyprint"]
[dependency-groups]
test = ["pytest>8", {include-group = "lint"}]
[tool.poetry.dependencies]
python = "^3.11"
django = "^5.0"
celery = {version = "^5.3", extras = ["redis"]}
own = {path = "../own"}
[tool.poetry.group.dev.dependencies]
ruff = "*"
`;
  expect(read('pyproject.toml', file)).toEqual([
    'httpx | >=0.27 | - | true',
    'pydantic | >=2 | - | true',
    'weasyprint | - | - | true',
    'pytest | >8 | - | true',
    'django | ^5.0 | - | true',
    'celery | ^5.3 | - | true',
    'own | - | - | true',
    'ruff | * | - | true',
  ]);
});

test('poetry.lock, uv.lock, Pipfile.lock', () => {
  expect(read('poetry.lock', '[[package]]\nname = "Jinja2"\nversion = "3.1.3"\n')).toEqual([
    'jinja2 | - | 3.1.3 | ?',
  ]);
  const uv =
    '[[package]]\nname = "own"\nversion = "0"\nsource = { editable = "." }\n[[package]]\nname = "idna"\nversion = "3.6"\nsource = { registry = "https://pypi.example.org" }\n';
  expect(read('uv.lock', uv)).toEqual(['idna | - | 3.6 | ?']);
  const pipfile = { _meta: {}, default: { flask: { version: '==3.0.2' }, own: { git: 'x' } }, develop: {} };
  expect(read('Pipfile.lock', JSON.stringify(pipfile))).toEqual(['flask | - | 3.0.2 | ?', 'own | - | - | ?']);
});

test('pom.xml, with properties and managed versions', () => {
  const pom = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>2.0</version></parent>
  <artifactId>deliberate</artifactId>
  <properties><jackson.version>2.17.0</jackson.version></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.12</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <!-- <dependency><groupId>no</groupId><artifactId>no</artifactId></dependency> -->
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>\${jackson.version}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>own</artifactId><version>\${project.version}</version></dependency>
    <dependency><groupId>org.other</groupId><artifactId>other</artifactId><version>\${from.parent}</version><scope>test</scope></dependency>
  </dependencies>
</project>
`;
  expect(read('pom.xml', pom)).toEqual([
    'com.fasterxml.jackson.core:jackson-databind | 2.17.0 | - | true',
    'org.slf4j:slf4j-api | 2.0.12 | - | true',
    'org.example:own | 2.0 | - | true',
    'org.other:other | - | - | true',
  ]);
});

test('composer.json and composer.lock', () => {
  const file = {
    require: { php: '>=8.2', 'ext-json': '*', 'Symfony/console': '^7.0' },
    'require-dev': { 'phpunit/phpunit': '^11' },
  };
  expect(read('composer.json', JSON.stringify(file))).toEqual([
    'symfony/console | ^7.0 | - | true',
    'phpunit/phpunit | ^11 | - | true',
  ]);
  const lock = {
    packages: [{ name: 'symfony/console', version: 'v7.0.4' }],
    'packages-dev': [{ name: 'phpunit/phpunit', version: '11.0.6' }],
  };
  expect(read('composer.lock', JSON.stringify(lock))).toEqual([
    'symfony/console | - | 7.0.4 | ?',
    'phpunit/phpunit | - | 11.0.6 | ?',
  ]);
});

test('Gemfile and Gemfile.lock', () => {
  const file = `source 'https://rubygems.org'
gem 'rails', '~> 7.1', '>= 7.1.2'
gem "pg" # the database
group :test do
  gem('rspec-rails', require: false)
end
# gem 'old'
`;
  expect(read('Gemfile', file)).toEqual([
    'rails | ~> 7.1, >= 7.1.2 | - | true',
    'pg | - | - | true',
    'rspec-rails | - | - | true',
  ]);
  const lock = `PATH
  remote: .
  specs:
    own (0.1.0)

GEM
  remote: https://rubygems.org/
  specs:
    nokogiri (1.16.2-x86_64-linux)
      racc (~> 1.4)
    racc (1.7.3)
    rails (7.1.3)
      nokogiri (>= 1.8.5)

PLATFORMS
  x86_64-linux

DEPENDENCIES
  own!
  rails (~> 7.1)

BUNDLED WITH
   2.5.4
`;
  expect(read('Gemfile.lock', lock)).toEqual([
    'nokogiri | - | 1.16.2 | false',
    'racc | - | 1.7.3 | false',
    'rails | ~> 7.1 | 7.1.3 | true',
  ]);
});

test('Cargo.toml and Cargo.lock', () => {
  const file = `[package]
name = "deliberate"
[dependencies]
serde = { version = "1.0", features = ["derive"] }
tokio = "1"
own = { path = "../own" }
shared = { workspace = true }
renamed = { package = "real-name", version = "0.3" }
[dev-dependencies]
insta = "1.36"
[target.'cfg(unix)'.dependencies]
nix = "0.28"
`;
  expect(read('Cargo.toml', file)).toEqual([
    'serde | 1.0 | - | true',
    'tokio | 1 | - | true',
    'real-name | 0.3 | - | true',
    'insta | 1.36 | - | true',
    'nix | 0.28 | - | true',
  ]);
  const lock = `version = 3
[[package]]
name = "deliberate"
version = "0.1.0"
dependencies = ["serde", "tokio 1.36.0"]
[[package]]
name = "serde"
version = "1.0.197"
source = "registry+https://github.com/rust-lang/crates.io-index"
[[package]]
name = "mio"
version = "0.8.11"
source = "registry+https://github.com/rust-lang/crates.io-index"
`;
  expect(read('Cargo.lock', lock)).toEqual(['serde | - | 1.0.197 | true', 'mio | - | 0.8.11 | false']);
});

test('go.mod and go.sum', () => {
  const file = `module forge.example.org/town/deliberate

go 1.22

require github.com/gorilla/mux v1.8.1

require (
	github.com/jackc/pgx/v5 v5.5.5 // the driver
	golang.org/x/text v0.14.0 // indirect
)

replace (
	example.org/old v1.0.0 => ../old
)
`;
  expect(read('go.mod', file)).toEqual([
    'github.com/gorilla/mux | v1.8.1 | - | true',
    'github.com/jackc/pgx/v5 | v5.5.5 | - | true',
    'golang.org/x/text | v0.14.0 | - | false',
  ]);
  const sum = 'golang.org/x/text v0.14.0 h1:abc=\ngolang.org/x/text v0.14.0/go.mod h1:def=\n';
  expect(read('go.sum', sum)).toEqual(['golang.org/x/text | - | v0.14.0 | ?']);
});

test.each([
  ['npm', '@scope/name', '1.0.0', 'pkg:npm/%40scope/name@1.0.0'],
  ['maven', 'org.slf4j:slf4j-api', '2.0.12', 'pkg:maven/org.slf4j/slf4j-api@2.0.12'],
  ['pypi', 'ruamel-yaml', undefined, 'pkg:pypi/ruamel-yaml'],
  ['composer', 'symfony/console', '7.0.4', 'pkg:composer/symfony/console@7.0.4'],
  ['golang', 'github.com/jackc/pgx/v5', 'v5.5.5', 'pkg:golang/github.com/jackc/pgx/v5@v5.5.5'],
  ['gem', 'rails', '7.1.3', 'pkg:gem/rails@7.1.3'],
  ['cargo', 'serde', '1.0.197+x', 'pkg:cargo/serde@1.0.197%2Bx'],
] as const)('the purl of %s %s', (ecosystem, name, version, expected) => {
  expect(purl({ ecosystem, name, version })).toBe(expected);
});

test('a manifest and its lock file are one list', () => {
  const npm = (name: string, more: object) => ({ ecosystem: 'npm' as const, name, ...more });
  const manifest = [
    npm('express', { requirement: '^4', direct: true }),
    npm('unlocked', { requirement: '1', direct: true }),
  ];
  const lock = [
    npm('express', { version: '4.19.2' }),
    npm('qs', { version: '6.11.0' }),
    npm('qs', { version: '6.5.1' }),
  ];
  expect(mergeDependencies([manifest, lock])).toEqual([
    npm('unlocked', { requirement: '1', direct: true }),
    npm('express', { requirement: '^4', version: '4.19.2', direct: true }),
    npm('qs', { requirement: undefined, version: '6.11.0', direct: false }),
    npm('qs', { requirement: undefined, version: '6.5.1', direct: false }),
  ]);
  expect(mergeDependencies([lock]).map(({ direct }) => direct)).toEqual([undefined, undefined, undefined]);
});

test.each([
  ['package.json', 'npm'],
  ['api/requirements/base.txt', undefined],
  ['requirements.txt', 'pypi'],
  ['requirements-dev.in', 'pypi'],
  ['pom.xml', 'maven'],
  ['README.md', undefined],
])('%s tells dependencies of %s', (path, ecosystem) => {
  expect(dependencyFile(path)).toBe(ecosystem);
});

test.each([
  ['package.json', '{', 'syntax'],
  ['package.json', '[]', 'other-format'],
  ['package.json', '['.repeat(500_000), 'syntax'],
  ['package-lock.json', '<!DOCTYPE html>', 'syntax'],
  ['pyproject.toml', 'a = ', 'syntax'],
  ['Cargo.toml', `a = ${'['.repeat(100_000)}`, 'syntax'],
  ['pom.xml', '<html></html>', 'other-format'],
  ['pom.xml', '<project><dependencies>', 'syntax'],
  ['pom.xml', '<!DOCTYPE x [<!ENTITY a "b">]><project/>', 'other-format'],
  ['pom.xml', '<a>'.repeat(200_000), 'syntax'],
  ['package.json', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'encoding'],
  ['go.sum', new Uint8Array(16 * 1024 * 1024 + 1), 'file-size'],
] as const)('%s: %.40j is a fault', (path, content, fault) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  expect(readDependencies(path, bytes)).toEqual({ dependencies: [], fault });
});

test('what lies in a file of the right form is left out, not guessed', () => {
  const file =
    '{"dependencies": {"__proto__": "1", "a b": "1", "<img>": "1", "x": {"y": 1}, "long": "' +
    '1'.repeat(500) +
    '", "ok": "1"}, "devDependencies": []}';
  expect(read('package.json', file)).toEqual(['__proto__ | 1 | - | true', 'ok | 1 | - | true']);
});

test.each([
  ['yarn.lock', `${'"a@b, '.repeat(100_000)}\n`],
  ['requirements.txt', `${'a['.repeat(100_000)}\n${' '.repeat(500_000)}`],
  ['Gemfile', `gem "a"${', "b"'.repeat(100_000)}`],
  ['go.mod', `require ${'a/'.repeat(200_000)} v1`],
  ['pnpm-lock.yaml', `packages:\n  ${'a:'.repeat(200_000)}:\n`],
  ['Gemfile.lock', `GEM\n    ${'a'.repeat(500_000)} (`],
  [
    'pom.xml',
    `<project><properties><a>${'\x24{a}'.repeat(100_000)}</a></properties><dependencies><dependency><groupId>\${a}</groupId><artifactId>b</artifactId></dependency></dependencies></project>`,
  ],
])('%s with endless lines is read soon', (path, text) => {
  const start = performance.now();
  readDependencies(path, new TextEncoder().encode(text));
  expect(performance.now() - start).toBeLessThan(2_000);
});
