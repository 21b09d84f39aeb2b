const values = {
  'empty text': '""',
  blank: '"  "',
  text: '"some text"',
  'literal text': "'some text'",
  'long text': `"${'word '.repeat(400).trim()}"`,
  'text over lines': '"""\nsome\ntext\n"""',
  'literal over lines': "'''\nsome\ntext\n'''",
  'text with an escape': '"some\\ttext"',
  'text with a bad escape': '"some\\dtext"',
  'text not closed': '"some text',
  'text over lines not closed': '"""some\ntext',
  'bare text': 'some',
  true: 'true',
  'upper-case true': 'True',
  zero: '0',
  one: '1',
  negative: '-1',
  fraction: '0.5',
  'large number': '123456789012345678',
  hexadecimal: '0x1F',
  'leading zero': '017',
  underscores: '1_000',
  infinity: 'inf',
  'not a number': 'nan',
  date: '2024-01-01',
  time: '2024-01-01T10:00:00Z',
  'local time': '10:00:00',
  nothing: '',
  'empty list': '[]',
  'list of text': '["one", "two"]',
  'list over lines': '[\n  "one",\n  "two",\n]',
  'list of numbers': '[1, 2]',
  'mixed list': '["one", 2]',
  'list not closed': '["one"',
  'empty table': '{}',
  'inline table': '{ one = "two" }',
  'inline table of tables': '{ one = { two = "three" } }',
  'inline table over lines': '{\n  one = "two"\n}',
}

const named = {
  name: ['"Upper Case"', '"a"', '"with/slash"', '"ünïcode"', '"default"'],
  nickname_candidates: ['["a", "a"]', '["A b-c_1"]', '["a.b"]', '[""]', '[" "]', '["é"]'],
  sandbox_mode: ['"read-only"', '"workspace-write"', '"danger-full-access"', '"Read-Only"'],
  approval_policy: ['"never"', '"on-request"', '"untrusted"', '"on-failure"', '"granular"', '"always"'],
  model_reasoning_effort: ['"low"', '"high"', '"extreme"'],
  web_search: ['"live"', '"cached"', '"disabled"', '"on"'],
  mcp_servers: ['{ s = { command = "x" } }', '{ s = { url = "http://localhost" } }', '{ s = {} }', '{ s = 1 }'],
}

const head = {
  name: '"{id}"',
  description: '"{id} does one thing."',
  developer_instructions: '"You do one thing well."',
}
const lines = (fields) =>
  Object.entries(fields)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('')
const plain = lines(head)

const shapes = {
  plain,
  'CRLF everywhere': plain.replaceAll('\n', '\r\n'),
  'byte order mark': `\uFEFF${plain}`,
  'comment first': `# a role\n${plain}`,
  'comment behind': plain.replace('\n', ' # comment\n'),
  'blank lines': plain.replaceAll('\n', '\n\n'),
  indented: plain.replaceAll(/^/gm, '  '),
  'nothing at all': '',
  'only a comment': '# nothing\n',
  'Markdown with frontmatter': '---\nname: {id}\ndescription: x\n---\nbody\n',
  YAML: 'name: {id}\ndescription: x\n',
  'no name': lines({ ...head, name: undefined }).replace(/^name.*\n/m, ''),
  'no description': plain.replace(/^description.*\n/m, ''),
  'no instructions': plain.replace(/^developer_instructions.*\n/m, ''),
  'key twice': `${plain}name = "x"\n`,
  'unknown key': `${plain}favourite = "blue"\n`,
  'unknown table': `${plain}[favourite]\na = 1\n`,
  'unknown dotted key': `${plain}favourite.colour = "blue"\n`,
  'tools as elsewhere': `${plain}tools = ["read"]\n`,
  'keys in quotes': plain.replace('name', '"name"'),
  'dotted key of a table': `${plain}mcp_servers.s.command = "x"\n`,
  'table of a server': `${plain}[mcp_servers.s]\ncommand = "x"\nargs = ["y"]\n`,
  'table twice': `${plain}[mcp_servers.s]\ncommand = "x"\n[mcp_servers.s]\ncommand = "y"\n`,
  'key after a table': `[mcp_servers.s]\ncommand = "x"\n${plain}`,
  'list of tables': `${plain}[[skills.config]]\npath = "x"\nenabled = false\n`,
  'no blank around the sign': plain.replaceAll(' = ', '='),
  'colon for the sign': plain.replaceAll(' = ', ': '),
  'upper-case keys': plain.replace('name', 'Name'),
  'control character': plain.replace('one thing', 'one\u0007thing'),
  'prompt over lines': lines({ ...head, developer_instructions: '"""\nYou do\n\none "thing".\n"""' }),
  'prompt with three quotes': lines({ ...head, developer_instructions: '"""\nYou """ do\n"""' }),
  'two keys on a line': plain.replace('\n', ' '),
  'our own keys': `${plain}[scope]\nowns = ["src/"]\n`,
}

/** The probes of a host that reads TOML: each key with each kind of value, and ways to write a file. */
export const tomlProbes = (fields) => [
  ...Object.entries(shapes),
  ...fields.flatMap((field) =>
    [...Object.entries(values), ...(named[field] ?? []).map((value) => [value, value])].map(([what, value]) => [
      `${field}: ${what}`,
      lines({ ...head, [field]: value }),
    ]),
  ),
]
