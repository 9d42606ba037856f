/**
 * Arabic reads from right to left: utilities that name a side of the screen are written by
 * their logical twin (`ms-2`, `text-start`, `start-0`). Looks at every string of a script
 * and at every attribute and expression of a template.
 */
const SIDED = [
  /^(?:m|p|scroll-m|scroll-p)[lr]-(?:\d|\[|\(|auto$|px$)/,
  /^(?:left|right)-(?:\d|\[|\(|auto$|px$|full$)/,
  /^(?:text|float|clear)-(?:left|right)$/,
  /^border-[lr](?:$|-)/,
  /^rounded-(?:[lr]|[tb][lr])(?:$|-)/,
]

/** Utilities in `text` that name a side, without their variants (`md:hover:`), `!` and minus sign. */
export function sidedUtilities(text) {
  return text
    .split(/\s+/)
    .map((token) => token.replace(/^(?:[^[\]():\s]+:|\[[^\]]*\]:)*/, '').replace(/^[!-]+/, ''))
    .filter((utility) => SIDED.some((sided) => sided.test(utility)))
}

export const logicalDirection = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sided: '"{{utility}}" names a side; write its logical twin (start/end).' },
  },
  create(context) {
    const check = (node, text) => {
      for (const utility of sidedUtilities(text)) context.report({ node, messageId: 'sided', data: { utility } })
    }
    const visitor = {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.cooked ?? ''),
    }
    const { defineTemplateBodyVisitor } = context.sourceCode.parserServices
    if (!defineTemplateBodyVisitor) return visitor
    return defineTemplateBodyVisitor({ ...visitor, VLiteral: (node) => check(node, node.value) }, visitor)
  },
}
