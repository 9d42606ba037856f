import { AsyncLocalStorage } from 'node:async_hooks'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { TenantContextMissing } from './errors.js'
import type { UnitScope } from './unit_scope.js'

/** The administration as the control plane knows it. */
export interface Administration {
  id: string
  code: string
  name: string
  country: string
  timezone: string
  locale: string
  currency: string
  placement: string
  state: 'configuring' | 'live' | 'suspended'
  demo: boolean
}

export type Actor =
  { kind: 'officer' | 'filer'; id: string } | { kind: 'token'; id: string } | { kind: 'system'; id: string }

export interface TenantContext {
  administration: Administration
  actor: Actor
  /** Hash of the browser session the work was asked in, for the audit. */
  session?: string
  correlationId: string
  /** What the officer's units look at; absent for whoever belongs to none. */
  scope?: UnitScope
}

interface Store {
  context: TenantContext
  unit?: { transaction: TransactionClientContract; afterCommit: (() => unknown)[]; planned: boolean }
}

export const tenantStore = new AsyncLocalStorage<Store>()

/** The administration the current work belongs to. Set by `run` and nowhere else. */
export const tenancy = {
  run<T>(context: TenantContext, work: () => Promise<T>): Promise<T> {
    return tenantStore.run({ context: Object.freeze({ ...context }) }, work)
  },

  /** @throws E_TENANT_CONTEXT_MISSING outside `run` */
  current(): TenantContext {
    const store = tenantStore.getStore()
    if (!store) throw new TenantContextMissing()
    return store.context
  },

  maybe(): TenantContext | null {
    return tenantStore.getStore()?.context ?? null
  },
}
