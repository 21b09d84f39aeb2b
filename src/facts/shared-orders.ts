import type { Cited } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { SharedCommand } from './compile-vocabulary.ts'
import { sharedCommands } from './directive-words.ts'
import type { CommandOrder } from './orders.ts'
import { mentionsSharedCommand, readSharedWork, type SharedWork } from './shared-work.ts'

/** A command that the prompt orders and that touches what others work on. */
export interface SharedOrder {
  readonly command: Cited<string>
  readonly kind: SharedCommand
  readonly work: SharedWork
}

/**
 * The orders of an agent that works beside others which touch their work too, in order. What reaches no further than one
 * working tree is left out where the agent has one of its own.
 */
export function readSharedOrders(
  document: AgentDocument,
  host: Host,
  orders: () => readonly CommandOrder[],
): SharedOrder[] {
  if (!mentionsSharedCommand(document.source.text)) return []
  const found = orders().flatMap((command) => {
    const kind = sharedKind(command.value)
    return kind === undefined ? [] : [{ command, kind }]
  })
  const work = found.length === 0 ? undefined : readSharedWork(document, host)
  if (work === undefined) return []
  return found.filter(({ kind }) => kind.reach !== 'tree' || !work.inOwnTree).map((order) => ({ ...order, work }))
}

/** Commands may be chained: each part counts. */
function sharedKind(command: string): SharedCommand | undefined {
  const parts = command.slice(0, 300).split(/&&|\|\||[;|]/)
  return sharedCommands().find(({ pattern }) => parts.some((part) => new RegExp(pattern).test(part.trim())))
}
