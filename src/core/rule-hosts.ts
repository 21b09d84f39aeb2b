import type { HostDescriptor } from './host.ts'
import type { RuleMeta } from './rule-meta.ts'

type Fixable = NonNullable<RuleMeta['fixable']>

/** How a rule's fixes are called in a table; of a rule without any, the text is empty. */
export const fixableWords = ({ fixable }: Pick<RuleMeta, 'fixable'>): string =>
  fixable === undefined ? '' : words[fixable]

const words: Readonly<Record<Fixable, string>> = { safe: 'safe', unsafe: 'unsafe', both: 'safe, unsafe' }

/** Ids of the hosts whose files the rule has anything to say of; undefined where that is all of them. */
export function hostsOfRule(
  { needs }: Pick<RuleMeta, 'needs'>,
  hosts: readonly HostDescriptor[],
): string[] | undefined {
  const able = needs === undefined ? hosts : hosts.filter((host) => has(host, needs))
  return able.length === hosts.length ? undefined : able.map(({ id }) => id)
}

/** Is there something at the path? An empty list is nothing. */
function has(host: object, path: string): boolean {
  let value: unknown = host
  for (const key of path.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}
