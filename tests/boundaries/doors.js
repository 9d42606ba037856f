/**
 * Who may import whom: the Doors table of docs/architecture.md as data.
 * ESLint (rule `landfall/doors`, in the editor) and dependency-cruiser (over the whole
 * graph) both read this table; tests/boundaries plants a violation for every row.
 *
 * `from` and `may` are regular expressions over paths from the repository root; `$1` in
 * `may` is the first group of `from`. The first row whose `from` matches a file is its door.
 * `packages` lists npm packages (`all` for any), `builtins` says whether `node:*` is open.
 * `typesFrom` may be imported with `import type` only.
 *
 * @typedef {{ name: string, from: string, may: string[], typesFrom?: string[],
 *   packages: 'all' | string[], builtins: boolean, because: string }} Door
 */

/** Rooms: every other folder of `app`. Each is reached through its `published.ts` alone. */
const ROOM = '(?!(?:core|sdk|platform|control|demo)/)[a-z_]+'

/** @type {readonly Door[]} */
export const DOORS = [
  {
    name: 'core-formats',
    from: '^app/core/formats/(asycuda|edifact|parts|characters|texts|xml)/',
    may: [
      '^app/core/(?!formats/)',
      '^app/core/formats/(?:$1|parts|characters|texts|xml|workbook)/',
      '^app/core/formats/[^/]+\\.ts$',
    ],
    packages: ['any-ascii', 're2js', 'saxes'],
    builtins: false,
    because: 'one family of formats borrows nothing from another: what both need stands in formats/parts',
  },
  {
    name: 'core',
    from: '^app/core/',
    may: ['^app/core/'],
    packages: ['any-ascii', 're2js', 'saxes'],
    builtins: false,
    because: 'the domain is pure: it imports itself and allow-listed pure packages only',
  },
  {
    name: 'sdk-testing',
    from: '^app/sdk/testing/',
    may: ['^app/sdk/', '^app/core/'],
    packages: ['@japa/runner', '@japa/assert', 'fast-check'],
    builtins: true,
    because: 'the conformance kit knows the SDK, core, Japa and fast-check',
  },
  {
    name: 'sdk',
    from: '^app/sdk/',
    may: ['^app/sdk/(?!testing/)', '^app/core/'],
    packages: [],
    builtins: false,
    because: 'the SDK depends on core only, so that a plugin can never reach the platform through it',
  },
  {
    name: 'plugin-tests',
    from: '^plugins/([^/]+)/tests/',
    may: ['^plugins/$1/', '^app/sdk/', '^tests/support/'],
    packages: ['@japa/runner', '@japa/assert', 'fast-check'],
    builtins: true,
    because: 'a plugin tests itself against the SDK, not against the platform',
  },
  {
    name: 'plugin-screens',
    from: '^plugins/([^/]+)/resources/',
    may: ['^plugins/$1/resources/', '^resources/sdk/'],
    packages: ['vue'],
    builtins: false,
    because: 'plugin screens use the UI kit in resources/sdk and their own files',
  },
  {
    name: 'plugins',
    from: '^plugins/([^/]+)/',
    may: ['^plugins/$1/(?!tests/|resources/)', '^app/sdk/main\\.ts$'],
    packages: [],
    builtins: false,
    because: 'a plugin is data and pure functions: it imports #sdk and its own files',
  },
  {
    name: 'platform-reference',
    from: '^app/platform/reference/',
    may: ['^app/core/(?:kernel|reference)/', '^app/sdk/main\\.ts$', '^app/platform/', '^config/(?!plugins\\.ts)'],
    packages: 'all',
    builtins: true,
    because: 'the loader of reference data implements the port that core/reference declares',
  },
  {
    name: 'platform-plugins',
    from: '^app/platform/plugins/',
    may: ['^app/core/kernel/', '^app/sdk/(?:main|testing/main)\\.ts$', '^app/platform/', '^config/'],
    packages: 'all',
    builtins: true,
    because:
      'the registry of plugins reads the list in config/plugins.ts, never a plugin itself; make:plugin reads with the test kit',
  },
  {
    name: 'platform',
    from: '^app/platform/',
    may: [
      '^app/core/kernel/',
      '^app/sdk/main\\.ts$',
      '^app/platform/',
      '^config/(?!plugins\\.ts)',
      '^start/(?:kernel|env)\\.ts$',
      '^database/[^/]+\\.ts$',
    ],
    typesFrom: ['^resources/props/shared\\.ts$'],
    packages: 'all',
    builtins: true,
    because: 'technical services are customs-blind: they know the kernel and SDK types, never a room',
  },
  {
    name: 'control',
    from: '^app/control/',
    may: [
      '^app/control/',
      '^app/platform/',
      '^app/core/kernel/',
      '^app/sdk/main\\.ts$',
      '^config/(?!plugins\\.ts)',
      '^start/(?:kernel|env)\\.ts$',
      '^database/schema\\.ts$',
    ],
    typesFrom: ['^resources/(?:props/.+|pages/.+\\.props)\\.ts$'],
    packages: 'all',
    builtins: true,
    because: 'the control plane cannot read what belongs to an administration',
  },
  {
    name: 'demo',
    from: '^app/demo/',
    may: [
      '^app/demo/',
      '^app/core/',
      '^app/sdk/main\\.ts$',
      '^app/platform/',
      '^app/[^/]+/published\\.ts$',
      '^config/(?!plugins\\.ts)',
      '^start/(?:kernel|env)\\.ts$',
      '^database/',
    ],
    packages: 'all',
    builtins: true,
    because: 'the demonstration uses control and the rooms through their published.ts, like a stranger',
  },
  {
    name: 'room',
    from: `^app/(${ROOM})/`,
    may: [
      '^app/$1/',
      '^app/core/',
      '^app/sdk/main\\.ts$',
      '^app/platform/',
      `^app/${ROOM}/published\\.ts$`,
      '^config/(?!plugins\\.ts)',
      '^start/(?:kernel|env)\\.ts$',
      '^database/schema\\.ts$',
    ],
    typesFrom: ['^resources/(?:props/.+|pages/.+\\.props)\\.ts$'],
    packages: 'all',
    builtins: true,
    because: "a room uses core, platform and another room's published.ts, never its models, actions or controllers",
  },
  {
    name: 'resources',
    from: '^resources/',
    may: ['^resources/'],
    typesFrom: ['^app/core/', '^\\.adonisjs/client/'],
    packages: 'all',
    builtins: false,
    because: 'screens take types of core and generated types; server code never reaches the browser',
  },
  {
    name: 'plugin-list',
    from: '^config/plugins\\.ts$',
    may: ['^plugins/[^/]+/plugin\\.ts$', '^app/(?:sdk|platform)/'],
    packages: 'all',
    builtins: false,
    because: 'config/plugins.ts is the explicit list of plugins and the only importer of them',
  },
  {
    name: 'assembly',
    from: '^(?:config/|start/|database/|bin/(?!test\\.ts|unit\\.ts)|app/[^/]+\\.ts$|adonisrc\\.ts$|ace\\.js$)',
    may: ['^(?!plugins/|tests/|bench/)'],
    packages: 'all',
    builtins: true,
    because: 'only config/plugins.ts imports plugins, and nothing that ships imports tests or benches',
  },
]

/** Layers and rooms that must never import tests or benches are covered by `may`; tests and benches import anything. */
export const doorOf = (path) => DOORS.find((door) => new RegExp(door.from).test(path))

/** Expressions of `patterns` with `$1` replaced by the first group that `from` finds in `path`. */
export const opened = (door, path, patterns) => {
  const group = new RegExp(door.from).exec(path)?.[1] ?? ''
  return patterns.map((pattern) => new RegExp(pattern.replaceAll('$1', group)))
}
