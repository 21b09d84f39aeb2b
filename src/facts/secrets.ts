import { lazy } from '../core/lazy.ts'
import { type Span, span } from '../core/span.ts'
import { credentialData } from './built-in-data.ts'

/** A credential that stands in a text. */
export interface Secret {
  readonly provider: string
  readonly what: string
  /** All of it that may ever be shown. */
  readonly prefix: string
  readonly span: Span
  /** What nobody may print. */
  readonly hidden: Span
}

type Credential = ReturnType<typeof credentialData>['credentials'][number]

/** No credential is shorter. */
const shortest = 20
/** A file with more of them is made of them. */
const mostSecrets = 50

/**
 * The credentials of a text, in order, at most fifty. Linear: only what is long enough to be one is looked at, and most texts
 * have little of that.
 */
export function findSecrets(text: string): Secret[] {
  if (text.length < shortest) return []
  const found = longRuns(text).flatMap((run) => secretsIn(text, run))
  if (text.includes('PRIVATE KEY-----')) found.push(...privateKeys(text))
  return found.sort((a, b) => a.span.start - b.span.start).slice(0, mostSecrets)
}

/**
 * The runs of twenty and more characters that credentials are made of. Every such run covers an offset that twenty divides: the
 * others are passed over unseen.
 */
function longRuns(text: string): Span[] {
  const runs: Span[] = []
  let at = shortest - 1
  while (at < text.length) {
    if (isTokenCode(text.charCodeAt(at))) {
      const run = runAround(text, at)
      if (run.end - run.start >= shortest) runs.push(run)
      at = run.end
    }
    at += shortest
  }
  return runs
}

function runAround(text: string, at: number): Span {
  let start = at
  let end = at + 1
  while (start > 0 && isTokenCode(text.charCodeAt(start - 1))) start--
  while (end < text.length && isTokenCode(text.charCodeAt(end))) end++
  return span(start, end)
}

/** Letters, digits, `_`, `-` and `.`. */
const isTokenCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46

const known = lazy(() => {
  const credentials = credentialData().credentials.toSorted((a, b) => b.prefix.length - a.prefix.length)
  const prefixes = credentials.map(({ prefix }) => prefix.replaceAll('.', '\\.'))
  return {
    byPrefix: new Map(credentials.map((credential) => [credential.prefix, credential])),
    // None of them starts in the middle of a word.
    prefix: new RegExp(`(?<![A-Za-z0-9])(?:${prefixes.join('|')})`, 'g'),
    examples: credentialData().examples,
  }
})

/** What may belong to one credential is not looked at again for another: that keeps a line of nothing but prefixes linear. */
function secretsIn(text: string, run: Span): Secret[] {
  const { byPrefix, prefix } = known()
  const found: Secret[] = []
  const written = text.slice(run.start, run.end)
  prefix.lastIndex = 0
  for (let match = prefix.exec(written); match !== null && found.length < mostSecrets; match = prefix.exec(written)) {
    const credential = byPrefix.get(match[0])
    if (credential === undefined) continue
    const { rest, secret } = readSecret(text, run.start + match.index, credential)
    if (secret !== undefined) found.push(secret)
    prefix.lastIndex += rest
  }
  return found
}

/** The credential that may start at `start`, and how many characters behind its prefix were looked at. */
function readSecret(text: string, start: number, credential: Credential): { rest: number; secret: Secret | undefined } {
  const { provider, what, prefix, characters, length } = credential
  const [least = 0, most = 0] = length
  const from = start + prefix.length
  const rest = new RegExp(`^[${characters}]*`).exec(text.slice(from, from + most + 1))?.[0] ?? ''
  const end = from + rest.length
  const isOne = rest.length >= least && rest.length <= most && !isExample(rest)
  const secret = { provider, what, prefix, span: span(start, end), hidden: span(from, end) }
  return { rest: rest.length, secret: isOne ? secret : undefined }
}

/** Is it what documentation shows: a word, one character many times, the alphabet, or too few different characters? */
function isExample(rest: string): boolean {
  const lower = rest.toLowerCase()
  if (known().examples.some((word) => lower.includes(word)) || /(.)\1{4}/.test(rest)) return true
  let steps = 0
  for (let i = 1; i < rest.length; i++) if (Math.abs(rest.charCodeAt(i) - rest.charCodeAt(i - 1)) === 1) steps++
  return steps > rest.length / 4 || entropy(rest) < 3
}

/** Shannon's, in bits a character: hexadecimal noise has nearly 4, words and patterns have less than 3. */
function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

const begin = /-----BEGIN (?:[A-Z]{2,12} ){0,2}PRIVATE KEY-----/g
/** No key is longer, in UTF-16 units. */
const longestKey = 20_000

function privateKeys(text: string): Secret[] {
  const found: Secret[] = []
  for (const match of text.matchAll(begin)) {
    const start = match.index + match[0].length
    const rest = text.slice(start, start + longestKey)
    const stop = rest.indexOf('-----')
    const key = stop === -1 ? rest : rest.slice(0, stop)
    const written = key.replaceAll(/\\n|[^A-Za-z0-9+/=]/g, '')
    if (written.length < credentialData().privateKeys.least || isExample(written.slice(0, 300))) continue
    const end = start + key.length
    found.push({
      provider: '',
      what: 'private key',
      prefix: match[0],
      span: span(match.index, end),
      hidden: span(start, end),
    })
    if (found.length === mostSecrets) break
  }
  return found
}

/** A text with `…` for what is secret in it. */
export function withoutSecrets(text: string): string {
  let shown = ''
  let at = 0
  for (const { hidden } of findSecrets(text)) {
    shown += `${text.slice(at, hidden.start)}…`
    at = hidden.end
  }
  return at === 0 ? text : shown + text.slice(at)
}
