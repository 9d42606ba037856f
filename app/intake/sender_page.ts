import type { Officer } from '#platform/access/officer'
import type { SenderShowProps } from '../../resources/pages/administration/senders/show.props.js'
import { declarableFacts } from './filed_facts.js'
import { listTokensOf, type SenderDetail } from './queries/senders/get_sender.js'
import { listOfferedAnswers } from './queries/senders/list_offered_answers.js'
import { acceptanceOf, formatsIn, problemsIn, recentMessagesOf, shownOf } from './queries/senders/sender_activity.js'
import { shownState } from './shown_state.js'

/** One sender: what it promised and gets, and how well it files. Its messages are shown to who may read messages. */
export async function senderPage(sender: SenderDetail, officer: Officer): Promise<SenderShowProps> {
  const { id, code, name, createdAt, closedAt, declared, answers } = sender
  const mayRead = officer.permissions.has('messages.read')
  const recent = await recentMessagesOf(id)
  const { since, ...acceptance } = acceptanceOf(recent)
  const tokens = await listTokensOf(id)
  const problems = await problemsIn(recent)
  return {
    sender: { id, code, name, createdAt: createdAt.toISOString(), closedAt: closedAt?.toISOString() ?? null },
    declared: [...declared],
    facts: declarableFacts(declared),
    answers: [...answers],
    offered: await listOfferedAnswers(),
    tokens: tokens.map(({ scopes, expiresAt, lastUsedAt, ...token }) => ({
      ...token,
      scopes: scopes.split(' ').filter(Boolean),
      expiresAt: expiresAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    acceptance: { ...acceptance, since: since?.toISOString() ?? null },
    formats: await formatsIn(recent),
    problems: problems.map(({ lastAt, params, ...problem }) => ({
      ...problem,
      lastAt: lastAt.toISOString(),
      params: mayRead ? params : null,
    })),
    lastMessages: mayRead
      ? shownOf(recent).map(({ receivedAt, state, ...message }) => ({
          ...message,
          receivedAt: receivedAt.toISOString(),
          state: shownState(state),
        }))
      : null,
  }
}
