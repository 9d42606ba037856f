/**
 * House bans, each one selector with the reason. Rules are named, so that every one has a
 * planted violation (tests/boundaries/planted/lint.ts) and can be switched off by name where
 * eslint.config.js says so. Selectors: https://eslint.org/docs/latest/extend/selectors
 */
const ban = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [], messages: { banned: message } },
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, messageId: 'banned' })])
    ),
})

const moduleLevel = ':matches(Program, ExportNamedDeclaration) > VariableDeclaration'
/** A filled one is a table; a WeakMap lives no longer than what it was derived from. */
const emptyStore = 'NewExpression[callee.name=/^(Map|Set)$/][arguments.length=0]'

/** Modules through which bytes can leave the machine. */
const EGRESS_MODULES = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dns',
  'dgram',
  'undici',
  'axios',
  'got',
  'ky',
  'node-fetch',
]
const egress = `/^(node:)?(${EGRESS_MODULES.join('|')})(\\u002F.*)?$/`

export const bans = {
  'no-dropped-verdict': ban(
    'The answer of allows()/denies() is dropped: nothing is refused. Use `await bouncer.with(...).authorize(...)`.',
    'ExpressionStatement > CallExpression[callee.property.name=/^(allows|denies)$/]',
    'ExpressionStatement > AwaitExpression > CallExpression[callee.property.name=/^(allows|denies)$/]',
    'ExpressionStatement > UnaryExpression[operator="void"] > CallExpression[callee.property.name=/^(allows|denies)$/]'
  ),
  'authorize-in-controllers': ban(
    'Controllers refuse by authorize(), which throws; a branch on allows() can be forgotten.',
    'CallExpression[callee.property.name=/^(allows|denies)$/]'
  ),
  'no-unvalidated-input': ban(
    'Read input through a validator (`request.validateUsing`): unvalidated fields reach the model otherwise.',
    'CallExpression[callee.object.name="request"][callee.property.name=/^(all|body|only|input|except)$/]',
    'CallExpression[callee.object.property.name="request"][callee.property.name=/^(all|body|only|input|except)$/]'
  ),
  'no-unheard-commit': ban(
    'The library answers a failed COMMIT as a success: use inTransaction (#platform/database/in_transaction) or unitOfWork.',
    'CallExpression[callee.property.name="transaction"]'
  ),
  'no-math-random': ban(
    'Math.random is neither secret nor reproducible: take randomness from the platform, or a seed.',
    'MemberExpression[object.name="Math"][property.name="random"]',
    'MemberExpression[object.name="Math"][property.value="random"]'
  ),
  'no-built-pattern': ban(
    'A pattern built at run time can be made to run for ever; write it as a literal.',
    ':matches(NewExpression, CallExpression)[callee.name="RegExp"]:not([arguments.0.type="Literal"])'
  ),
  'no-egress': ban(
    'Nothing leaves the machine except through app/platform/egress.',
    `ImportDeclaration[importKind!="type"][source.value=${egress}]`,
    `ImportExpression[source.value=${egress}]`,
    'CallExpression[callee.name="fetch"]',
    'CallExpression[callee.object.name="globalThis"][callee.property.name="fetch"]',
    'NewExpression[callee.name=/^(WebSocket|XMLHttpRequest|EventSource)$/]'
  ),
  'no-module-store': ban(
    'A store in a module outlives the request and mixes administrations; keep it in the context or the database.',
    `${moduleLevel} > VariableDeclarator:not([id.typeAnnotation.typeAnnotation.typeName.name=/^Readonly/]) > ${emptyStore}`,
    `PropertyDefinition[static=true] > ${emptyStore}`,
    `${moduleLevel}[kind="let"]`
  ),
  'no-ambient-world': ban(
    'Core and plugins are pure: instants, ids and randomness are handed in, and nothing is written out.',
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'NewExpression[callee.name="Date"][arguments.length=0]',
    'CallExpression[callee.name=/^(setTimeout|setInterval|setImmediate|queueMicrotask)$/]',
    'MemberExpression[object.name=/^(process|console|performance|crypto|globalThis)$/]'
  ),
  'no-html-from-text': ban(
    'Markup is made by templates only; text from outside must never become HTML.',
    'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
    'CallExpression[callee.property.name="insertAdjacentHTML"]',
    'CallExpression[callee.object.name="document"][callee.property.name=/^(write|writeln)$/]',
    'Property[key.name="innerHTML"]'
  ),
  'house-words': ban(
    'Not our word: CONTEXT.md has the one we use (consignor, consignment, watch list, finding only at an inspection).',
    'Identifier[name=/((^s|S)hip(per|ment)|[Bb]lack[Ll]ist|[Ww]hite[Ll]ist)/]'
  ),
  'no-picked-test': ban(
    'Every test runs: no pinned, skipped or unwritten ones.',
    'CallExpression[callee.property.name=/^(only|pin|skip|todo)$/]'
  ),
}
