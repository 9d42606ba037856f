import { DOORS } from './tests/boundaries/doors.js'

const named = (packages) => packages.map((name) => `^node_modules/(?:@types/)?${name.replace('.', '\\.')}/`)

/** The rules of one row of the Doors table. The first row that matches a file is its door. */
function rulesOf(door, index) {
  const from = { path: door.from, pathNot: DOORS.slice(0, index).map((earlier) => earlier.from) }
  const packages = door.packages === 'all' ? ['^node_modules/'] : named(door.packages)
  const types = door.typesFrom ?? []
  const comment = door.because
  const closed = {
    name: `door-${door.name}`,
    severity: 'error',
    comment,
    from,
    to: {
      couldNotResolve: false,
      pathNot: [...door.may, ...types, ...packages],
      ...(door.builtins ? { dependencyTypesNot: ['core'] } : {}),
    },
  }
  if (types.length === 0) return [closed]
  const typesOnly = {
    name: `door-${door.name}-types-only`,
    severity: 'error',
    comment: `${comment} (types only)`,
    from,
    to: { path: types, pathNot: door.may, dependencyTypesNot: ['type-only'] },
  }
  return [closed, typesOnly]
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'could-not-resolve',
      severity: 'error',
      comment: 'a tool that resolves nothing passes everything: keep tsconfig.boundaries.json true',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'modules that need each other are one module, or miss a third',
      from: { pathNot: '/models/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    ...DOORS.flatMap(rulesOf),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^\\.adonisjs/'] },
    exclude: { path: ['^(?:build|storage|tmp|public)/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
