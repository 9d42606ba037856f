import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** An error of ours: a class with a static `code`, or an exception made with one. */
export interface ErrorClass {
  readonly code: string
  readonly status: number | null
  /** What it says; `null` when the sentence is built where it is thrown. */
  readonly message: string | null
  /** False for an exception made where it is thrown; several may share a code of the framework. */
  readonly isClass: boolean
  /** From the root. */
  readonly file: string
}

/** Every error with a code that `app` and `plugins` declare, by code. */
export function errorClasses(root: string): { files: number; errors: readonly ErrorClass[] } {
  const files = globSync(['app/**/*.ts', 'plugins/**/*.ts'], {
    cwd: root,
    exclude: (name) => name.endsWith('/tests'),
  }).sort()
  const errors = files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(path.join(root, file), 'utf8'), ts.ScriptTarget.Latest)
    return [...errorsIn(source, file)]
  })
  return {
    files: files.length,
    errors: errors.sort((a, b) => a.code.localeCompare(b.code) || a.file.localeCompare(b.file)),
  }
}

function* errorsIn(node: ts.Node, file: string): Generator<ErrorClass> {
  if (ts.isClassDeclaration(node)) {
    const statics = new Map(
      node.members.filter(ts.isPropertyDeclaration).map((each) => [nameOf(each.name), valueOf(each.initializer)])
    )
    const code = statics.get('code')
    if (typeof code === 'string' && code.startsWith('E_'))
      yield errorOf(code, statics.get('status'), statics.get('message') ?? saidBySuper(node), true, file)
  }
  if (ts.isNewExpression(node) && node.arguments?.[1] && ts.isObjectLiteralExpression(node.arguments[1])) {
    const options = new Map(
      node.arguments[1].properties
        .filter(ts.isPropertyAssignment)
        .map((each) => [nameOf(each.name), valueOf(each.initializer)])
    )
    const code = options.get('code')
    if (typeof code === 'string' && code.startsWith('E_'))
      yield errorOf(code, options.get('status'), valueOf(node.arguments[0]), false, file)
  }
  for (const child of childrenOf(node)) yield* errorsIn(child, file)
}

/** The sentence a constructor hands on, with … for what varies. */
function saidBySuper(node: ts.Node): string | number | null {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword)
    return valueOf(node.arguments[0])
  for (const child of childrenOf(node)) {
    const said = saidBySuper(child)
    if (said !== null) return said
  }
  return null
}

const errorOf = (code: string, status: unknown, message: unknown, isClass: boolean, file: string): ErrorClass => ({
  code,
  status: typeof status === 'number' ? status : null,
  message: typeof message === 'string' ? message : null,
  isClass,
  file,
})

const nameOf = (name: ts.PropertyName) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '')

function valueOf(node: ts.Expression | undefined): string | number | null {
  if (!node) return null
  if (ts.isStringLiteralLike(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('')
  return ts.isNumericLiteral(node) ? Number(node.text) : null
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}
