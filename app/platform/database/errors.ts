interface DatabaseFailure {
  message: string
  code?: string
}

/**
 * The driver's message without the statement in front of it: a bulk insert would put 100 kB of
 * cargo into the log (SECURITY T70). Statement and values are taken off the error itself.
 */
export function withoutStatement(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const failure = error as Error & DatabaseFailure & Record<string, unknown>
  const at = failure.message.lastIndexOf(' - ')
  if (failure.code && at > 0) failure.message = failure.message.slice(at + 3)
  for (const member of ['sql', 'bindings', 'parameters', 'query', 'detail', 'where', 'internalQuery'])
    delete failure[member]
  return failure
}
