import * as tokens from '#platform/access/secret_token'

export { newToken, sameHash, secretHash, type SecretToken as ApiToken } from '#platform/access/secret_token'

/** Tokens of machines are tokens of kind `api`. */
export const printToken = (token: tokens.SecretToken): string => tokens.printToken('api', token)
export const parseToken = (text: string): tokens.SecretToken | null => tokens.parseToken('api', text)
