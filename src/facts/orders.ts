import type { Span } from '../core/span.ts'
import type { Cited } from '../core/value.ts'
import type { Host } from '../hosts/host-registry.ts'
import { toolNamed } from '../hosts/resolve-tools.ts'
import { needsShell } from './directive-words.ts'
import { type Directive, readDirectives } from './directives.ts'

/** A command that the prompt orders to run. */
export interface CommandOrder extends Cited<string> {
  readonly verb: Directive['verb']
}

/** Tools of the host that the prompt orders to use. */
export interface ToolOrder {
  /** As written, and what the host calls them. */
  readonly names: readonly (Cited<string> & { readonly tool: string })[]
  /** Is one of them enough? */
  readonly isChoice: boolean
}

export function readCommandOrders(text: string, body: Span): CommandOrder[] {
  return readDirectives(text, body, { steps: true, isWorthALook: mayBeCommand }).flatMap(
    ({ kind, verb, names, isBan }) => (kind === 'run' && !isBan ? names.map((name) => ({ ...name, verb })) : []),
  )
}

const mayBeCommand = (near: string): boolean =>
  [...near.matchAll(/`([^`\n]{1,80})/g)].some(([, command = '']) => needsShell(command, true))

export function readToolOrders(text: string, body: Span, { tools }: Host): ToolOrder[] {
  const mayBeTool = (near: string): boolean =>
    near.match(/#?\w[\w./:-]*\w/g)?.some((word) => toolNamed(word, tools) !== undefined) === true
  return readDirectives(text, body, { steps: false, isWorthALook: mayBeTool }).flatMap(
    ({ kind, names, isChoice, isBan }) => {
      if (kind !== 'use' || isBan) return []
      const known = names.flatMap((name) => {
        const tool = toolNamed(name.value, tools)
        return tool === undefined ? [] : [{ ...name, tool }]
      })
      // A choice with something that is no tool of the host asks for none of them.
      return known.length === 0 || (isChoice && known.length < names.length) ? [] : [{ names: known, isChoice }]
    },
  )
}
