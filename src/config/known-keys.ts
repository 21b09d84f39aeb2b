/** What each mapping of a configuration may hold, for "did you mean"; a test holds it against the schema. */
export const contextKinds = [
  'owns',
  'scope',
  'weak',
  'shares',
  'reads',
  'excludes',
  'escalates',
  'delegates',
  'mentions',
  'incoming',
  'neutral',
] as const

const topKeys = [
  '$schema',
  'extends',
  'host',
  'hosts',
  'ignores',
  'rules',
  'overrides',
  'tools',
  'models',
  'agents',
  'vocabulary',
]

/** The keys of the mapping at a JSON pointer. */
export function keysAt(pointer: string): readonly string[] {
  if (pointer === '') return topKeys
  if (/^\/agents\/[^/]+$/.test(pointer)) return ['scope', 'escalation']
  if (/^\/agents\/[^/]+\/scope$/.test(pointer)) return ['owns', 'shares', 'reads', 'excludes']
  if (pointer.startsWith('/agents')) return ['to', 'when']
  if (pointer.startsWith('/hosts')) return ['version']
  if (pointer.startsWith('/overrides')) return ['files', 'rules']
  if (pointer === '/vocabulary') return ['contexts']
  return pointer.startsWith('/vocabulary') ? contextKinds : ['known']
}
