import { builtinModules } from 'node:module'
import path from 'node:path'
import { readFileSync } from 'node:fs'
import { doorOf, opened } from '../doors.js'

const root = path.resolve(import.meta.dirname, '../../..')
const { imports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

/** Path from the root that a specifier leads to, or `null` for a package or builtin. */
function pathOf(specifier, file) {
  if (specifier.startsWith('.')) return toSource(path.posix.join(path.posix.dirname(file), specifier))
  if (specifier.startsWith('@generated/')) return `.adonisjs/client/${specifier.slice('@generated/'.length)}.ts`
  if (specifier.startsWith('~/')) return toSource(`resources/${specifier.slice(2)}`)
  for (const [alias, target] of Object.entries(imports)) {
    const [head, tail] = alias.split('*')
    if (alias === specifier) return toSource(target.slice(2))
    if (tail !== undefined && specifier.startsWith(head)) {
      return toSource(target.slice(2).replace('*', specifier.slice(head.length)))
    }
  }
  return null
}
const toSource = (target) => target.replace(/\.js$/, '.ts')

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
const isBuiltin = (specifier) => specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier))

/** Why `file` may not import `specifier`, or `null` when it may. */
function closedDoor(file, specifier, typeOnly) {
  const door = doorOf(file)
  if (!door) return null
  const target = pathOf(specifier, file)
  if (target !== null) {
    const may = typeOnly ? [...door.may, ...(door.typesFrom ?? [])] : door.may
    return opened(door, file, may).some((open) => open.test(target)) ? null : door
  }
  if (isBuiltin(specifier)) return door.builtins ? null : door
  return door.packages === 'all' || door.packages.includes(packageOf(specifier)) ? null : door
}

export const doors = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { closed: 'Door closed ({{name}}): "{{specifier}}". {{because}}.' },
  },
  create(context) {
    const file = path.relative(root, context.filename).split(path.sep).join('/')
    const check = (node, specifier, typeOnly) => {
      const door = closedDoor(file, specifier, typeOnly)
      if (door)
        context.report({ node, messageId: 'closed', data: { name: door.name, specifier, because: door.because } })
    }
    const onlyTypes = (node) =>
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier.importKind === 'type'))
    const declaration = (node) => node.source && check(node, node.source.value, onlyTypes(node))
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => typeof node.source.value === 'string' && check(node, node.source.value, false),
      TSImportType: (node) => check(node, (node.source ?? node.argument.literal).value, true),
    }
  },
}
