/** Methods and functions whose first argument is sent to the database. */
const METHODS = /^(rawQuery|raw|whereRaw|orWhereRaw|andWhereRaw|orderByRaw|havingRaw|groupByRaw|joinRaw|query)$/
const FUNCTIONS = /^(rows|firstRow|execute)$/
/** Constants of other modules are written in capitals. */
const CONSTANT = /^[A-Z][A-Z0-9_]*$/

const isSql = ({ callee }) =>
  (callee.type === 'MemberExpression' && METHODS.test(callee.property.name ?? '')) ||
  (callee.type === 'Identifier' && FUNCTIONS.test(callee.name))

/**
 * SQL is a constant text with bindings: made of literals, of constants that are made of them, and of
 * fragments `{ sql, bindings }`, whose `sql` is held to the same rule where it is written.
 */
export const noBuiltSql = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { built: 'SQL is a constant text with bindings; a built text is an injection waiting.' },
  },
  create(context) {
    const variableOf = (node) => {
      for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
        const found = scope.set.get(node.name)
        if (found) return found
      }
      return null
    }
    const isConstantName = (node) => {
      const definition = variableOf(node)?.defs[0]
      if (definition?.type === 'ImportBinding') return CONSTANT.test(node.name)
      return definition?.parent?.kind === 'const' && definition.node.init !== null && isConstant(definition.node.init)
    }
    const isConstant = (node) => {
      if (node.type === 'Literal') return true
      if (node.type === 'TemplateLiteral') return node.expressions.every(isConstant)
      if (node.type === 'BinaryExpression')
        return node.operator === '+' && isConstant(node.left) && isConstant(node.right)
      if (node.type === 'TSAsExpression') return isConstant(node.expression)
      if (node.type === 'ConditionalExpression') return isConstant(node.consequent) && isConstant(node.alternate)
      if (node.type === 'ObjectExpression') return node.properties.every(({ value }) => value && isConstant(value))
      if (node.type === 'MemberExpression') return node.property.name === 'sql' || isConstant(node.object)
      return node.type === 'Identifier' && isConstantName(node)
    }
    const isBuilt = ({ type }) => type === 'TemplateLiteral' || type === 'BinaryExpression'
    return {
      'ObjectExpression > Property[key.name="sql"]'({ value }) {
        if (!isConstant(value)) context.report({ node: value, messageId: 'built' })
      },
      CallExpression(node) {
        const [text] = node.arguments
        if (text && isSql(node) && isBuilt(text) && !isConstant(text))
          context.report({ node: text, messageId: 'built' })
      },
    }
  },
}
