/** Whether one of the ways to satisfy an SPDX expression uses allowed licences only. Throws for what is no expression. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/g) ?? []
  let at = 0

  const either = (): boolean => {
    let holds = both()
    while (tokens[at] === 'OR') {
      at++
      // Read on in any case: what follows has to be an expression too.
      holds = both() || holds
    }
    return holds
  }
  const both = (): boolean => {
    let holds = one()
    while (tokens[at] === 'AND') {
      at++
      holds = one() && holds
    }
    return holds
  }
  const one = (): boolean => {
    const token = tokens[at++]
    if (token === '(') {
      const holds = either()
      if (tokens[at++] !== ')') throw new Error(`"${expression}" is no SPDX expression`)
      return holds
    }
    if (!token || !/^[\w.+-]+$/.test(token) || ['AND', 'OR', 'WITH'].includes(token))
      throw new Error(`"${expression}" is no SPDX expression`)
    if (tokens[at] !== 'WITH') return allowed.has(token)
    at++
    return allowed.has(`${token} WITH ${tokens[at++]}`)
  }

  const holds = either()
  if (at !== tokens.length) throw new Error(`"${expression}" is no SPDX expression`)
  return holds
}
