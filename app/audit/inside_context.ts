import { tenancy, type TenantContext } from '#platform/tenancy/tenant_context'

/** A stream is read after its controller has returned: each step runs inside the administration it was made for. */
export async function* insideContext<T>(context: TenantContext, steps: AsyncGenerator<T>): AsyncGenerator<T> {
  for (;;) {
    const { done, value } = await tenancy.run(context, () => steps.next())
    if (done) return
    yield value
  }
}
