import type { I18n } from '@adonisjs/i18n'
import type { Officer } from '#platform/access/officer'
import type { RolesProps } from '../../../resources/pages/administration/roles/index.props.js'
import { added, removed } from '../access/change.js'
import { whyNotConfirm } from '../access/judge.js'
import type { AccessSnapshot } from '../access/snapshot.js'
import type { RequestRow } from '../queries/access/list_requests.js'
import type { RoleRow } from '../queries/roles/list_roles.js'
import { roleName } from '#platform/access/role_name'

interface Around {
  roles: readonly RoleRow[]
  snapshot: AccessSnapshot
  officer: Officer
  i18n: I18n
}

/** What waits and what was decided, in words, and what this reader may do about it. */
export const requestLines = (requests: readonly RequestRow[], around: Around): RolesProps['requests'] =>
  requests.map((request) => {
    const { change, requestedAt, decidedAt, requestedById, ...rest } = request
    const why = whyNotConfirm(around.snapshot, change, requestedById, around.officer.id)
    return {
      id: rest.id,
      hash: rest.hash,
      state: rest.state,
      requestedBy: rest.requestedBy,
      decidedBy: rest.decidedBy,
      requestedAt: requestedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      own: requestedById === around.officer.id,
      whyNotConfirm: why,
      ...told(request, around),
    }
  })

function told({ change }: RequestRow, { roles, snapshot, i18n }: Around) {
  const roleCalled = (id: string) => {
    const role = roles.find((each) => each.id === id)
    return role ? roleName(i18n, role) : i18n.t('administration.role_gone')
  }
  if (change.kind === 'conflict_waiver')
    return {
      kind: change.kind,
      subject: i18n.t(`access.conflict_${change.conflict}`),
      added: [],
      removed: [],
      reason: change.reason,
    }
  const may = (permission: string) => i18n.t(`access.may_${permission.replace('.', '_')}`)
  const words = change.kind === 'officer_roles' ? roleCalled : may
  return {
    kind: change.kind,
    subject:
      change.kind === 'officer_roles'
        ? (snapshot.officers.find(({ id }) => id === change.officer)?.name ?? change.officer)
        : roleCalled(change.role),
    added: added<string>(change).map(words),
    removed: removed<string>(change).map(words),
    reason: null,
  }
}
