import { constantText } from './constant_text.js'

/** Methods and functions whose first argument is sent to the database. */
const METHODS = /^(rawQuery|raw|whereRaw|orWhereRaw|andWhereRaw|orderByRaw|havingRaw|groupByRaw|joinRaw|query)$/
const FUNCTIONS = /^(rows|firstRow|execute)$/

const isSql = ({ callee }) =>
  (callee.type === 'MemberExpression' && METHODS.test(callee.property.name ?? '')) ||
  (callee.type === 'Identifier' && FUNCTIONS.test(callee.name))

const isBuilt = ({ type }) => type === 'TemplateLiteral' || type === 'BinaryExpression'

/** SQL is a constant text with bindings; what depends on the question chooses between constant texts. */
export const noBuiltSql = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { built: 'SQL is a constant text with bindings; a built text is an injection waiting.' },
  },
  create(context) {
    const isConstant = constantText(context.sourceCode)
    const check = (node) => isConstant(node) || context.report({ node, messageId: 'built' })
    return {
      'ObjectExpression > Property[key.name="sql"]': ({ value }) => check(value),
      CallExpression(node) {
        const [text] = node.arguments
        if (text && isSql(node) && isBuilt(text)) check(text)
      },
    }
  },
}
