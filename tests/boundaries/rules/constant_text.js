/** Constants of other modules are written in capitals. */
const IMPORTED_CONSTANT = /^[A-Z][A-Z0-9_]*$/

/**
 * Tells whether an expression can only be one of the texts written in this file: literals, constants,
 * tables and lists made of them, the `sql` of a fragment (held to the rule where it is written), and
 * parameters of functions of this file that are only ever called with such texts.
 */
export function constantText(sourceCode) {
  const variableOf = (node, name = node.name) => {
    for (let scope = sourceCode.getScope(node); scope; scope = scope.upper) {
      const found = scope.set.get(name)
      if (found) return found
    }
    return null
  }

  const isConstant = (node) => {
    switch (node?.type) {
      case 'Literal':
        return true
      case 'TemplateLiteral':
        return node.expressions.every(isConstant)
      case 'BinaryExpression':
        return node.operator === '+' && isConstant(node.left) && isConstant(node.right)
      case 'ConditionalExpression':
        return isConstant(node.consequent) && isConstant(node.alternate)
      case 'LogicalExpression':
        return isConstant(node.left) && isConstant(node.right)
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return isConstant(node.expression)
      case 'ObjectExpression':
        return node.properties.every(({ value }) => isConstant(value))
      case 'MemberExpression':
        return node.property.name === 'sql' || isConstant(node.object)
      case 'CallExpression':
        return node.callee.property?.name === 'join' && isList(node.callee.object)
      case 'Identifier':
        return isConstantName(node)
      default:
        return false
    }
  }

  function isConstantName(node) {
    const definition = variableOf(node)?.defs[0]
    if (definition?.type === 'ImportBinding') return IMPORTED_CONSTANT.test(node.name)
    if (definition?.type === 'Parameter') return isGivenConstants(definition)
    if (definition?.parent?.kind !== 'const') return false
    const { id, init } = definition.node
    return id.type === 'ArrayPattern' ? isConstantAt(id.elements.indexOf(definition.name), init) : isConstant(init)
  }

  /** `const [text] = known ? ['a', 1] : ['b', 2]` */
  const isConstantAt = (index, node) =>
    node?.type === 'ConditionalExpression'
      ? isConstantAt(index, node.consequent) && isConstantAt(index, node.alternate)
      : node?.type === 'ArrayExpression' && isConstant(node.elements[index])

  /** A list that is only ever given constants, by `push`. */
  function isList(node) {
    if (node.type === 'ArrayExpression') return node.elements.every(isConstant)
    const variable = node.type === 'Identifier' ? variableOf(node) : null
    const init = variable?.defs[0]?.node.init
    return init?.type === 'ArrayExpression' && isList(init) && variable.references.every(isHarmlessUse)
  }
  function isHarmlessUse({ identifier: { parent }, init }) {
    if (init) return true
    if (parent.type !== 'MemberExpression') return false
    const [call, method] = [parent.parent, parent.property.name]
    if (method === 'length') return true
    return (
      call.type === 'CallExpression' && (method === 'join' || (method === 'push' && call.arguments.every(isConstant)))
    )
  }

  function isGivenConstants({ name, node }) {
    const index = node.params.indexOf(name)
    const variable = node.type === 'FunctionDeclaration' && node.id ? variableOf(node, node.id.name) : null
    if (!variable || index < 0 || node.parent.type.startsWith('Export')) return false
    const uses = variable.references.map(({ identifier }) => identifier)
    return uses.length > 0 && uses.every((use) => use.parent.callee === use && isConstant(use.parent.arguments[index]))
  }

  return isConstant
}
