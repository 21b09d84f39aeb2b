import {
  type AgentView,
  documentRule,
  effectInWords,
  type Fix,
  isLostInPlugin,
  nearest,
  quote,
  quoteYaml,
  type Reader,
  replaceAt,
  rewriteFix,
  severityOf,
  slice,
  unsafeFix,
  type Violation,
  whatOthersDo,
  yamlText,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'invalid-field',
    category: 'frontmatter',
    summary: 'A value is not one that the host takes.',
    severity: 'host',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      choice: {
        says: '{{field}} is {{found}}, which {{host|plain}} does not know: it {{effect|plain}}{{others|plain}}',
        help: 'it takes {{allowed}}',
      },
      form: {
        says: '{{field}} is {{found}}, which {{host|plain}} does not take: it {{effect|plain}}{{others|plain}}',
        help: 'what it takes: {{form|plain}}',
      },
      mapping: {
        says: '{{field}} {{problem|plain}}: {{host|plain}} {{effect|plain}}{{others|plain}}',
        help: 'write one `key: value` a line below it, indented',
      },
      shape: {
        says: '{{field}} {{problem|plain}}: {{host|plain}} {{effect|plain}}{{others|plain}}',
      },
    },
  },
  check(agent, report) {
    const { document, verdict, host } = agent
    if (document.frontmatter.state === 'salvaged') return
    for (const violation of verdict.violations) {
      const { kind, field, effect, problem, allowed, form, found, pointer, span } = violation
      const severity = severityOf(effect)
      if (kind !== 'value' || field === 'name' || severity === undefined || isOversized(violation)) continue
      if (isLostInPlugin(agent, field)) continue
      const id = messageFor(violation)
      const data = {
        field: pointer.slice(1).replaceAll('/', '.') || field,
        found,
        allowed,
        form: form ?? '',
        problem,
        host: host.name,
        effect: effectInWords(effect),
        others: othersDo(agent, violation),
      }
      report(id, { at: span, data, severity, fixes: fixesFor(document.source, violation) })
    }
  },
})

function messageFor({ allowed, form, found, wanted }: Violation) {
  if (found !== '' && allowed.length > 0) return 'choice'
  if (found !== '' && form !== undefined) return 'form'
  return wanted.length === 1 && wanted.includes('object') ? 'mapping' : 'shape'
}

/** Readers of the folder that fare otherwise with the file, because of this value. */
function othersDo({ readers, verdict }: AgentView, { field, effect }: Violation): string {
  if (effect === 'refuses') {
    const loading = readers().filter((reader) => reader.state !== 'salvaged' && reader.verdict.loads)
    return whatOthersDo(loading, ['loads it all the same', 'load it all the same'])
  }
  if (!verdict.loads) return ''
  const refusing = readers().filter((reader) => refuses(reader.verdict, field))
  return whatOthersDo(refusing, ['refuses the file', 'refuse the file'])
}

const refuses = ({ violations }: Reader['verdict'], field: string): boolean =>
  violations.some((one) => one.kind === 'value' && one.field === field && one.effect === 'refuses')

/** A near value of those allowed, or the same value as the kind that is wanted. */
function fixesFor({ path, text }: { path: string; text: string }, violation: Violation): Fix[] {
  const { allowed, found, span } = violation
  const near = nearest(found, allowed)
  if (near !== undefined) return rewriteFix(path, text, { value: found, span }, near)
  const converted = convert(slice(text, span), violation)
  return converted === undefined ? [] : [unsafeFix(`write ${quote(converted)}`, [replaceAt(path, span, converted)])]
}

/** As it would be written; undefined where it is no value of one line, or one that cannot be of that kind. */
function convert(written: string, { wanted, found }: Violation): string | undefined {
  if (found === '' || written.includes('\n')) return undefined
  const isText = found !== written || !/^(?:true|false|[-+.\d].*)$/.test(written)
  if (!isText && wanted.includes('string')) return quoteYaml(found)
  if (isText && wanted.includes('boolean') && /^(?:true|false)$/.test(found)) return found
  if (isText && wanted.includes('integer') && /^\d{1,15}$/.test(found)) return found
  if (isText && wanted.includes('number') && /^\d{1,7}(?:\.\d{1,7})?$/.test(found)) return found
  return isText && wanted.includes('array') ? listOf(found) : undefined
}

function listOf(found: string): string | undefined {
  const items = found.split(',').map((item) => item.trim())
  return items.every((item) => /^[A-Za-z][\w-]*$/.test(item)) ? `[${items.map(yamlText).join(', ')}]` : undefined
}

/** `oversized-description` says by how much. */
const isOversized = ({ field, keyword }: Violation): boolean => field === 'description' && keyword === 'maxLength'
