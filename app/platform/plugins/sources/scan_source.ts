import type TypeScript from 'typescript'

/** A forbidden thing in a file, with its line. */
export interface Forbidden {
  readonly kind: 'import' | 'world'
  readonly what: string
  readonly line: number
}

/** Which modules a file may import, and whether it is a screen (which lives in a browser). */
export interface Allowance {
  imports(specifier: string): boolean
  readonly screen: boolean
}

/** Names through which a module reaches the machine, the network, the clock or chance. */
const WORLD = new Set([
  'process',
  'globalThis',
  'global',
  'window',
  'require',
  'module',
  'eval',
  'Function',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedArrayBuffer',
  'Atomics',
  'Buffer',
  'console',
  'performance',
  'crypto',
  'navigator',
  'localStorage',
  'sessionStorage',
  'document',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
])
/** What a screen may not use either: the rest of a browser is its home. */
const NOT_ON_SCREENS = new Set([
  'eval',
  'Function',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'localStorage',
  'sessionStorage',
  'require',
])
/** Ways around: the constructor of a function makes functions from text, a prototype is everybody's. */
const WAYS_AROUND = new Set(['constructor', 'prototype', '__proto__', 'setPrototypeOf', 'defineProperty'])

/** Everything in a TypeScript file that a plugin may not do. Reads the syntax, runs nothing. */
export function scanSource(ts: typeof TypeScript, file: string, text: string, allowance: Allowance): Forbidden[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Forbidden[] = []
  const say = (kind: Forbidden['kind'], what: string, node: TypeScript.Node) =>
    found.push({ kind, what, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 })
  const world = allowance.screen ? NOT_ON_SCREENS : WORLD

  const visit = (node: TypeScript.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const specifier = (node.moduleSpecifier as TypeScript.StringLiteral).text
      if (!allowance.imports(specifier)) say('import', specifier, node)
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments
      const literal = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null
      if (literal === null) say('import', 'import(…) of a name that is put together', node)
      else if (!allowance.imports(literal)) say('import', literal, node)
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      if (!allowance.imports(node.argument.literal.text)) say('import', node.argument.literal.text, node)
    }
    if (ts.isMetaProperty(node)) say('world', 'import.meta', node)
    if (ts.isIdentifier(node) && world.has(node.text) && isReference(ts, node)) say('world', node.text, node)
    if (ts.isPropertyAccessExpression(node)) {
      const name = `${node.expression.getText(source)}.${node.name.text}`
      if (!allowance.screen && (name === 'Date.now' || name === 'Math.random')) say('world', name, node)
      if (WAYS_AROUND.has(node.name.text)) say('world', `.${node.name.text}`, node)
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      if (WAYS_AROUND.has(node.argumentExpression.text)) say('world', node.argumentExpression.text, node)
    }
    if (
      ts.isNewExpression(node) &&
      !allowance.screen &&
      node.expression.getText(source) === 'Date' &&
      !node.arguments?.length
    )
      say('world', 'new Date()', node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** A name that is read, not one that is declared or that names a member. */
function isReference(ts: typeof TypeScript, node: TypeScript.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent))
    return 'initializer' in parent && parent.initializer === node
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false
  return !(
    (ts.isParameter(parent) || ts.isVariableDeclaration(parent) || ts.isMethodDeclaration(parent)) &&
    parent.name === node
  )
}
