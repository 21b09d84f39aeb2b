import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mutants } from './mutants.js'
import { randomProbes } from './random.js'
import { fences, shapes } from './shapes.js'
import { tomlProbes } from './toml.js'
import { anyValue, namedValues, toolLists } from './values.js'

/**
 * Files that try a host: each field with each kind of value, each way to list tools, each way to begin, to end and to
 * write the frontmatter. What fields and tools there are is read from the host's own data.
 */
export function probesFor(root, id) {
  const { fields, tools, isToml, ending } = dataOf(root, id)
  return asCases('p', ending, isToml ? tomlProbes(fields) : yamlProbes(fields, tools))
}

/** Files made by throwing dice, none for a host that reads no YAML. */
export function randomFor(root, id, seed, count) {
  const { fields, tools, isToml, ending } = dataOf(root, id)
  return isToml ? [] : asCases('r', ending, randomProbes(seed, count, fields, Object.keys(tools.names)))
}

/** Real files that something happened to, `files` being those of the host. */
export function accidentsFor(root, id, seed, count, files) {
  const { isToml, ending } = dataOf(root, id)
  return isToml || files.length === 0 ? [] : asCases('m', ending, mutants(seed, count, files))
}

function dataOf(root, id) {
  const folder = join(root, 'schemas/hosts', id)
  const schema = JSON.parse(readFileSync(join(folder, 'agent.schema.json'), 'utf8'))
  const { tools, document, files } = JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8'))
  const fields = Object.keys(schema.properties)
  return { fields, tools, isToml: document.parser === 'toml', ending: files.endings[0] }
}

const asCases = (letter, ending, texts) =>
  texts.map(([what, text], i) => {
    const name = `${letter}${String(i).padStart(4, '0')}`
    return { id: name, what, file: name + ending, text: text.replaceAll('{id}', name) }
  })

const yamlProbes = (fields, tools) => [
  ...Object.entries(fences),
  ...Object.entries(shapes).map(([what, lines]) => [what, block(lines)]),
  ...fields.flatMap((field) => fieldProbes(field, tools)),
]

const block = (lines) => `---\n${lines}\n---\n\nYou do one thing, and you do it well.\n`

function fieldProbes(field, tools) {
  const named = (namedValues[field] ?? []).map((value) => [value.trim().slice(0, 40), value])
  const listed =
    field === tools.field ? toolLists.map((list) => [list.trim().slice(0, 40), withTools(list, tools)]) : []
  return [...Object.entries(anyValue), ...named, ...listed].map(([what, value]) => [
    `${field}: ${what}`,
    block(withField(field, value)),
  ])
}

/** A value that cannot hold the case's name leaves that to the other field. */
function withField(field, value) {
  const head = { name: 'name: {id}', description: 'description: {id} does one thing.' }
  return Object.entries({ ...head, [field]: `${field}:${value}` })
    .map(([, line]) => line)
    .join('\n')
}

function withTools(list, { names, field }) {
  const [a = 'read', b = 'edit'] = Object.keys(names)
  const foreign = ['Read', 'read_file'].find((name) => !(name in names)) ?? 'Read'
  return list.replaceAll(/\bA\b/g, a).replaceAll(/\bB\b/g, b).replaceAll(/\bF\b/g, foreign).replaceAll(`${field}:`, '')
}
