import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { RegExpParser, visitRegExpAST, type AST } from '@eslint-community/regexpp'
import { trackedFiles } from '#tests/support/tracked_files'
import ts from 'typescript'

/** A repeat without end around another repeat without end: time grows exponentially with the text. */
function isNested(pattern: string, flags: string): boolean {
  let nested = false
  const open: AST.Quantifier[] = []
  visitRegExpAST(new RegExpParser().parseLiteral(`/${pattern}/${flags}`), {
    onQuantifierEnter(node) {
      if (node.max !== Infinity) return
      // What has to begin with a sign that its inside cannot hold ends by itself.
      if (open.some((outer) => !isFenced(outer))) nested = true
      open.push(node)
    },
    onQuantifierLeave(node) {
      if (node.max === Infinity) open.pop()
    },
  })
  return nested
}

/** `(?:,[^,]+)*`: each turn begins with a literal that no repeat inside it can take. */
function isFenced({ element }: AST.Quantifier): boolean {
  if (element.type !== 'Group' && element.type !== 'CapturingGroup') return false
  return element.alternatives.every(({ elements: [first, ...rest] }) => {
    if (first?.type !== 'Character') return false
    return rest.every((each) => !takes(each, String.fromCodePoint(first.value)))
  })
}

function takes(node: AST.Element, sign: string): boolean {
  if (node.type !== 'Quantifier') return false
  return new RegExp(`^(?:${node.element.raw})$`, 'u').test(sign)
}

function literalsOf(file: string): { pattern: string; flags: string; line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: { pattern: string; flags: string; line: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      found.push({
        pattern: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
        line: source.getLineAndCharacterOfPosition(node.pos).line + 1,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

test.group('T48 redos', () => {
  test('no pattern of ours runs for ever', ({ assert }) => {
    const wrong: string[] = []
    let looked = 0
    for (const file of trackedFiles().filter((name) => /^(?:app|plugins|resources|config)\/.*\.ts$/.test(name)))
      for (const { pattern, flags, line } of literalsOf(file)) {
        looked++
        if (isNested(pattern, flags)) wrong.push(`${file}:${line} /${pattern}/`)
      }
    console.log(`patterns: ${looked} looked at`)
    assert.isAbove(looked, 50)
    assert.deepEqual(wrong, [])
  })

  test('planted ones are named', ({ assert }) => {
    for (const evil of ['(a+)+$', '^(?:[a-z]+\\s?)*$', '(x*)*', '(?:(?:ab)+c?)+d'])
      assert.isTrue(isNested(evil, ''), evil)
    for (const good of ['^[a-z]+$', '(?:,[^,]+)*', 'a{1,3}b+']) assert.isFalse(isNested(good, ''), good)
  })
})
