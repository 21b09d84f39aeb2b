import { type Entry, entryOf, type Value } from '../core/value.ts'
import type { Host } from './host-registry.ts'
import type { LoadVerdict } from './verdict.ts'

interface Switch {
  readonly pattern: string
  readonly isOff: boolean
}

/** The tools that no switch of the frontmatter turns off: the last one that fits a name decides. */
export function switchedOn(entries: readonly Entry[], { tools }: Host): LoadVerdict['tools'] {
  const switches = readSwitches(entries, tools)
  const names = Object.keys(tools.names)
  const left = names.filter((name) => switches.findLast(({ pattern }) => fits(pattern, name))?.isOff !== true)
  if (left.length === names.length) return 'all'
  return left.length === 0 ? 'none' : left
}

/** By name and in the order in which each was first written; what `permissionField` says of a name replaces the rest. */
function readSwitches(entries: readonly Entry[], tools: Host['tools']): Switch[] {
  const byName = new Map<string, boolean>()
  const own = (name: string): string => (Object.hasOwn(tools.aliases, name) ? (tools.aliases[name] ?? name) : name)
  const switches = entryOf(entries, tools.field)?.value
  for (const { key, value } of switches?.kind === 'map' ? switches.entries : []) {
    byName.set(own(key), value.kind === 'scalar' && value.value === false)
  }
  const permission = tools.permissionField === undefined ? undefined : entryOf(entries, tools.permissionField)?.value
  if (permission?.kind === 'scalar') byName.set('*', permission.value === 'deny')
  for (const { key, value } of permission?.kind === 'map' ? permission.entries : [])
    byName.set(own(key), isDenied(value))
  return [...byName].map(([pattern, isOff]) => ({ pattern, isOff }))
}

/** A mapping of patterns turns a tool off only where its last one is for everything. */
function isDenied(value: Value): boolean {
  if (value.kind === 'scalar') return value.value === 'deny'
  const last = value.kind === 'map' ? value.entries.at(-1) : undefined
  return last?.key === '*' && last.value.kind === 'scalar' && last.value.value === 'deny'
}

/** `*` stands for any text; a pattern has few of them. */
function fits(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name
  const [first = '', ...rest] = pattern.split('*')
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of rest.slice(0, -1)) {
    const found = name.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  const last = rest.at(-1) ?? ''
  return name.length - last.length >= at && name.endsWith(last)
}
