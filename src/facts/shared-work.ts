import type { Span } from '../core/span.ts'
import type { FieldCondition } from '../core/tool-limits.ts'
import { entryOf } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { scanBlocks } from '../document/scan-blocks.ts'
import { holds } from '../hosts/effective-tools.ts'
import { citedText } from '../hosts/host-name.ts'
import type { Host } from '../hosts/host-registry.ts'
import { anyOf, sharedCommands } from './directive-words.ts'
import { passagesAt } from './prose.ts'

/** That an agent works while others work on the same repository. */
export interface SharedWork {
  /** Has it a working tree of its own? */
  readonly inOwnTree: boolean
  /** Where that is said. */
  readonly span: Span
}

/** Says the file that the agent works beside others? Fields of the host come first, then the description, then the prompt. */
export function readSharedWork(document: AgentDocument, host: Host): SharedWork | undefined {
  const { inOwnTree = [], inSharedTree = [] } = host.besideOthers ?? {}
  return byField(document, inOwnTree, true) ?? byField(document, inSharedTree, false) ?? byWords(document)
}

function byField(
  { frontmatter: { entries } }: AgentDocument,
  conditions: readonly FieldCondition[],
  inOwnTree: boolean,
): SharedWork | undefined {
  const condition = conditions.find((one) => holds(one, entries))
  const entry = condition === undefined ? undefined : entryOf(entries, condition.field)
  return entry === undefined ? undefined : { inOwnTree, span: entry.value.span }
}

let phrases: { readonly own: RegExp; readonly shared: RegExp } | undefined

function byWords(document: AgentDocument): SharedWork | undefined {
  phrases ??= { own: new RegExp(anyOf('worktrees'), 'gi'), shared: new RegExp(anyOf('parallel'), 'gi') }
  const own = firstSaid(document, phrases.own)
  if (own !== undefined) return { inOwnTree: true, span: own }
  const shared = firstSaid(document, phrases.shared)
  return shared === undefined ? undefined : { inOwnTree: false, span: shared }
}

/** More mentions than this are of a page about the matter. */
const mostMentions = 100

/** The first of the words in the description, or in the running text of the prompt. */
function firstSaid({ source: { text }, body, frontmatter }: AgentDocument, pattern: RegExp): Span | undefined {
  const description = citedText(frontmatter.entries, 'description')?.span
  const inDescription = description === undefined ? [] : spansOf(text, description, pattern)
  if (inDescription[0] !== undefined) return inDescription[0]
  const inBody = spansOf(text, body, pattern)
  if (inBody.length === 0) return undefined
  const starts = inBody.map(({ start }) => start)
  const [passage] = passagesAt(text, scanBlocks(text, body), starts)
  return inBody.find(({ start }) => passage !== undefined && start >= passage.at.start && start < passage.at.end)
}

function spansOf(text: string, { start, end }: Span, pattern: RegExp): Span[] {
  const found: Span[] = []
  for (const { index, 0: words } of text.slice(start, end).matchAll(pattern)) {
    found.push({ start: start + index, end: start + index + words.length })
    if (found.length === mostMentions) break
  }
  return found
}

let shared: RegExp | undefined

/** Has a text the words of a command that touches the work of others? A quick look. */
export function mentionsSharedCommand(text: string): boolean {
  shared ??= new RegExp(
    sharedCommands()
      .map(({ word }) => word)
      .join('|'),
  )
  return shared.test(text)
}
