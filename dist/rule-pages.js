var n=Object.defineProperty;var V=Object.getOwnPropertyDescriptor;var M=Object.getOwnPropertyNames;var H=Object.prototype.hasOwnProperty;var F=(t,e)=>{for(var a in e)n(t,a,{get:e[a],enumerable:!0})},O=(t,e,a,s)=>{if(e&&typeof e=="object"||typeof e=="function")for(let o of M(e))!H.call(t,o)&&o!==a&&n(t,o,{get:()=>e[o],enumerable:!(s=V(e,o))||s.enumerable});return t};var U=t=>O(n({},"__esModule",{value:!0}),t);var ve={};F(ve,{rulePages:()=>ye});module.exports=U(ve);var i=`# escalation-cycle

Agents send the same topic round in a circle.

## Why

An escalation says: this is not mine to decide. Where the same topic comes back to who gave it away, nobody decides it, and agents
that may call one another spend tokens until something stops them. Two agents that give each other what is the other's are the
normal case, and silent: a cycle is reported where every hop is about the topic (or the paths) of one of them, or none says what it
is about, and no hop says where it ends. Delegating down and deferring up is no circle.

## How to fix

Let one of them decide, or say where it ends: "\u2026 and if that fails, ask the user".

## Valid

### Each gives away what is the other's

\`\`\`md file=.claude/agents/mobile.md
---
name: mobile
description: Works on its part of the project when asked.
---

## Escalation

- **Server endpoints** \u2192 server
\`\`\`

\`\`\`md file=.claude/agents/server.md
---
name: server
description: Works on its part of the project when asked.
---

## Escalation

- **Screens and navigation** \u2192 mobile
\`\`\`

### Near miss: it ends with a person

\`\`\`md file=.claude/agents/legal.md
---
name: legal
description: Works on its part of the project when asked.
---

## Escalation

- **Licence questions** \u2192 compliance
\`\`\`

\`\`\`md file=.claude/agents/compliance.md
---
name: compliance
description: Works on its part of the project when asked.
---

## Escalation

- **Licence questions** \u2192 legal, and after two attempts to the user
\`\`\`

## Invalid

### In prose

\`\`\`md file=.claude/agents/billing.md
---
name: billing
description: Works on its part of the project when asked.
---

## Escalation

- **Refund disputes** \u2192 payments
\`\`\`

\`\`\`md file=.claude/agents/payments.md
---
name: payments
description: Works on its part of the project when asked.
---

## Escalation

- **Refund disputes** \u2192 billing
\`\`\`
\`\`\`console
error  escalation-cycle  \`billing\` and \`payments\` send \`Refund disputes\` round in a circle: no one
       of them will ever settle it
 --> .claude/agents/billing.md:8:25
  |
8 | - **Refund disputes** \u2192 payments
  |                         ^^^^^^^^ \`billing\` hands it to \`payments\`
 --> .claude/agents/payments.md:8:25
8 | - **Refund disputes** \u2192 billing
  |                         ^^^^^^^ \`payments\` hands it to \`billing\`
  = help: let one of them decide it, or say where it ends: "\u2026 and if that fails, ask the user"

1 error in 2 agents (claude-code)
\`\`\`

### Whatever it is about

\`\`\`md file=.claude/agents/left.md
---
name: left
description: Works on its part of the project when asked.
---

## Escalate to

- \`right\`
\`\`\`

\`\`\`md file=.claude/agents/right.md
---
name: right
description: Works on its part of the project when asked.
---

## Escalate to

- \`left\`
\`\`\`
\`\`\`console
error  escalation-cycle  \`left\` and \`right\` escalate to one another in a circle, whatever it is
       about: no one of them will ever settle it
 --> .claude/agents/left.md:8:4
  |
8 | - \`right\`
  |    ^^^^^ \`left\` hands it to \`right\`
 --> .claude/agents/right.md:8:4
8 | - \`left\`
  |    ^^^^ \`right\` hands it to \`left\`
  = help: say what each hands over, or where it ends: "\u2026 and if that fails, ask the user"

1 error in 2 agents (claude-code)
\`\`\`

### In fields

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
escalation:
  data loss: beta
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: beta
description: Works on its part of the project when asked.
escalation:
  data loss: gamma
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/c.md
---
name: gamma
description: Works on its part of the project when asked.
escalation:
  data loss: alpha
---

You do one thing well.
\`\`\`
\`\`\`console
error  escalation-cycle  \`alpha\`, \`beta\` and \`gamma\` send \`data loss\` round in a circle: no one of
       them will ever settle it
 --> .claude/agents/a.md:5:14
  |
5 |   data loss: beta
  |              ^^^^ \`alpha\` hands it to \`beta\`
 --> .claude/agents/b.md:5:14
5 |   data loss: gamma
  |              ^^^^^ \`beta\` hands it to \`gamma\`
 --> .claude/agents/c.md:5:14
5 |   data loss: alpha
  |              ^^^^^ \`gamma\` hands it to \`alpha\`
  = help: let one of them decide it, or say where it ends: "\u2026 and if that fails, ask the user"

1 error in 3 agents (claude-code)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21), where 9 labelled cycles of handoffs are all fine. Its recall rests on made
fleets (\`fixtures/fleets\`) and on a comparison with every cycle of small random fleets.
`;var d=`# impossible-handoff

An agent is to call another, and its tools do not let it.

## Why

An agent that lists its tools has these and no others; without one that calls agents (\`Agent\` in Claude Code, \`agent\` in VS Code) it
can only say what should be done next. Claude Code allows agents to call agents again, three levels deep, since 2.1.219 (documented).
Only one finding an agent, at the first place.

## How to fix

Add the tool, or let the agent end with a recommendation.

## Valid

### It lists the tool

\`\`\`md file=.claude/agents/lead.md
---
name: lead
description: Works on its part of the project when asked.
tools: Read, Agent
---

## Delegation

- \`painter\`: all pictures
\`\`\`

\`\`\`md file=.claude/agents/painter.md
---
name: painter
description: Works on its part of the project when asked.
---

You paint.
\`\`\`

### Near miss: it only says who is responsible

\`\`\`md file=.claude/agents/clerk.md
---
name: clerk
description: Works on its part of the project when asked.
tools: Read
---

## Escalation

- Pictures \u2192 painter
\`\`\`

\`\`\`md file=.claude/agents/painter.md
---
name: painter
description: Works on its part of the project when asked.
---

You paint.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/lead.md
---
name: lead
description: Works on its part of the project when asked.
tools: Read, Grep
---

## Delegation

- \`painter\`: all pictures
\`\`\`

\`\`\`md file=.claude/agents/painter.md
---
name: painter
description: Works on its part of the project when asked.
---

You paint.
\`\`\`
\`\`\`console
warning  impossible-handoff  \`lead\` is to delegate to \`painter\`, but none of its tools calls another
         agent: Claude Code will not do it
 --> .claude/agents/lead.md:9:4
  |
9 | - \`painter\`: all pictures
  |    ^^^^^^^
  = help: add \`Agent\` to its tools, or let it say what to do next instead

1 warning in 2 agents (claude-code)
\`\`\`

## Precision

8 findings on 912 public files (2026-11-21), all read: 7 are right by what Claude Code does, 1 is an example in brackets. That is
one in eight too many, so the rule is off unless it is switched on.
`;var r=`# refused-handoff

Work is handed to an agent that says it does not do it.

## Why

One file sends a path to an agent whose own file says that it must not touch it. The agent refuses, or does what it must not.
Only said where both files name the same path.

## How to fix

Name the agent that does take it, or settle it with the owner of the target.

## Valid

\`\`\`md file=.claude/agents/app.md
---
name: app
description: Works on its part of the project when asked.
---

## You do not own

- Files in \`infra/\` \u2192 ops
\`\`\`

\`\`\`md file=.claude/agents/ops.md
---
name: ops
description: Works on its part of the project when asked.
---

## What you own

- \`infra/\`
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/app.md
---
name: app
description: Works on its part of the project when asked.
---

## Escalation

- Changes in \`infra/\` \u2192 ops
\`\`\`

\`\`\`md file=.claude/agents/ops.md
---
name: ops
description: Works on its part of the project when asked.
---

## You must not touch

- \`infra/\`
\`\`\`
\`\`\`console
warning  refused-handoff  \`app\` hands \`infra/\` to \`ops\`, which says that this is not its own
 --> .claude/agents/app.md:8:25
  |
8 | - Changes in \`infra/\` \u2192 ops
  |                         ^^^ handed over here
 --> .claude/agents/ops.md:8:4
8 | - \`infra/\`
  |    ^^^^^^ not taken here
  = help: name the agent that does take it, or settle it with the owner of \`ops\`

1 warning in 2 agents (claude-code)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21).
`;var l=`# runaway-delegation

Agents may call one another in a circle.

## Why

Where each may call the other by itself, a task that none of them settles is handed on until a limit of the host or the account stops it;
reported costs run to a hundred thousand tokens a hop (anthropics/claude-code#73958). Only fields that allow calls count (\`Agent(name)\`
among the tools, \`agents:\`), not words, and not the handoffs of VS Code, which a person clicks: \`send: true\` still waits for
that (github/awesome-copilot#1571).

## How to fix

Take one of the names out, so that calls go one way.

## Valid

### Calls go one way

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
tools: Read, Agent(beta)
---

You lead.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: beta
description: Works on its part of the project when asked.
tools: Read, Edit
---

You work.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
tools: Read, Agent(beta)
---

You lead.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: beta
description: Works on its part of the project when asked.
tools: Read, Agent(alpha)
---

You work.
\`\`\`
\`\`\`console
warning  runaway-delegation  \`alpha\` and \`beta\` may call one another in a circle, and nothing says
         when to stop
 --> .claude/agents/a.md:4:20
  |
4 | tools: Read, Agent(beta)
  |                    ^^^^ \`alpha\` may call \`beta\`
 --> .claude/agents/b.md:4:20
4 | tools: Read, Agent(alpha)
  |                    ^^^^^ \`beta\` may call \`alpha\`
  = help: take one of the names out, so that calls go one way

1 warning in 2 agents (claude-code)
\`\`\`

### Itself

\`\`\`md file=.github/agents/a.agent.md
---
name: alpha
description: Works on its part of the project when asked.
agents: [alpha, beta]
---

You lead.
\`\`\`

\`\`\`md file=.github/agents/b.agent.md
---
name: beta
description: Works on its part of the project when asked.
---

You work.
\`\`\`
\`\`\`console
warning  runaway-delegation  \`alpha\` may call itself, and nothing says when to stop
 --> .github/agents/a.agent.md:4:10
  |
4 | agents: [alpha, beta]
  |          ^^^^^
  = help: take its own name out

1 warning in 2 agents (copilot)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21). With handoffs that have \`send: true\` there were 6, all of them buttons that lead a
person from one phase of a workflow to the next.
`;var h=`# self-handoff

An agent hands work to itself.

## Why

What an agent cannot do it will not be able to do when it comes back. Mostly the line was copied from another agent.

## How to fix

Name another agent, or leave the line out.

## Valid

\`\`\`md file=.claude/agents/triage.md
---
name: triage
description: Works on its part of the project when asked.
---

You sort what comes in. The triage agent (you) answers within a day.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/rota.md
---
name: rota
description: Works on its part of the project when asked.
escalation:
  - to: rota
    when: nobody is on call
---

You plan the rota.
\`\`\`
\`\`\`console
error  self-handoff  \`rota\` hands work to itself: it comes back to where it could not be done
 --> .claude/agents/rota.md:5:9
  |
5 |   - to: rota
  |         ^^^^
  = help: name another agent, or leave the line out

1 error in 1 agent (claude-code)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21).
`;var c=`# unknown-agent

Work is handed to an agent that does not exist.

## Why

A name that no agent answers to is not noticed when it is written: the host says nothing, and the work is done by whoever is asked
first, or lost. Only forms that name agents count: fields, \`@name\` and "the \`name\` agent" beside a verb, "delegate to \`name\`", the target
column of a table. Names are looked up in the folder, by file name too, then among the host's built-in agents, the other folders
of the run, and \`agents.external\` in the configuration.

## How to fix

Correct the name, or list it under \`agents.external\`.

## Valid

### By its file name, and a person

\`\`\`md file=.claude/agents/db-expert.md
---
name: Database Expert
description: Works on its part of the project when asked.
---

You know databases.
\`\`\`

\`\`\`md file=.claude/agents/app.md
---
name: app
description: Works on its part of the project when asked.
---

## Escalation

- Escalate slow queries to the \`db-expert\` agent.
- Escalate unclear wishes to the \`user\`.
\`\`\`

### Near miss: a skill is no agent

\`\`\`md file=.claude/agents/writer.md
---
name: writer
description: Works on its part of the project when asked.
---

Use the \`style-guide\` skill, then delegate to the \`publish\` command.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/driver-expert.md
---
name: driver-expert
description: Works on its part of the project when asked.
---

You know drivers.
\`\`\`

\`\`\`md file=.claude/agents/porter.md
---
name: porter
description: Works on its part of the project when asked.
---

Escalate driver faults to the \`driver-expret\` agent.

| Condition | Escalate to |
| --- | --- |
| Kernel panics | \`kernel-expert\` |
\`\`\`
\`\`\`console
warning  unknown-agent  \`porter\` hands work to \`driver-expret\`, and there is no such agent in
         \`.claude/agents\`: it will be lost, or done by whoever is asked first
 --> .claude/agents/porter.md:6:32
  |
6 | Escalate driver faults to the \`driver-expret\` agent.
  |                                ^^^^^^^^^^^^^
  = help: did you mean \`driver-expert\`?

warning  unknown-agent  \`porter\` hands work to \`kernel-expert\`, and there is no such agent in
         \`.claude/agents\`: it will be lost, or done by whoever is asked first
  --> .claude/agents/porter.md:10:20
   |
10 | | Kernel panics | \`kernel-expert\` |
   |                    ^^^^^^^^^^^^^
   = help: name an agent of this fleet, or list \`kernel-expert\` under \`agents.external\` in the
           configuration

2 warnings in 2 agents (claude-code)
\`\`\`

### In a field

\`\`\`md file=.github/agents/plan.agent.md
---
name: plan
description: Works on its part of the project when asked.
handoffs:
  - label: Build
    agent: bilder
---

You plan.
\`\`\`

\`\`\`md file=.github/agents/builder.agent.md
---
name: builder
description: Works on its part of the project when asked.
---

You build.
\`\`\`
\`\`\`console
error  unknown-agent  \`plan\` hands work to \`bilder\`, and there is no such agent in \`.github/agents\`:
       it will be lost, or done by whoever is asked first
 --> .github/agents/plan.agent.md:6:12
  |
6 |     agent: bilder
  |            ^^^^^^
  = help: did you mean \`builder\`?

1 error in 2 agents (copilot)
\`\`\`

## Precision

5 findings on 912 public files (2026-11-21), all read, all right: agents that are named and are not in the folder. Before names
were bound to these forms there were 41, of which 35 were skills, tools, output fields and headings.
`;var m=`# unreachable-agent

An agent that is never chosen by itself, and to which no other hands anything.

## Why

An agent with \`disable-model-invocation: true\` waits to be named. Where no other agent of the fleet names it, only a person who knows
of it gets to it. Off unless it is switched on: that may be just what is meant.

## How to fix

Let another agent hand work to it, or let it be chosen by its description.

## Valid

\`\`\`md file=.github/agents/a.agent.md
---
name: alpha
description: Works on its part of the project when asked.
agents: [beta]
---

You lead.
\`\`\`

\`\`\`md file=.github/agents/b.agent.md
---
name: beta
description: Works on its part of the project when asked.
disable-model-invocation: true
---

You work.
\`\`\`

## Invalid

\`\`\`md file=.github/agents/a.agent.md
---
name: alpha
description: Works on its part of the project when asked.
---

You lead.
\`\`\`

\`\`\`md file=.github/agents/b.agent.md
---
name: beta
description: Works on its part of the project when asked.
disable-model-invocation: true
---

You work.
\`\`\`
\`\`\`console
info  unreachable-agent  \`beta\` is not chosen by itself, and no agent of \`.github/agents\` hands it
      anything: only a person who knows its name gets to it
 --> .github/agents/b.agent.md:2:7
  |
2 | name: beta
  |       ^^^^
  = help: let another agent hand work to it, or let it be chosen by its description

1 info in 2 agents (copilot)
\`\`\`

## Precision

Not measured: it is off.
`;var u=`# broken-fence

The \`---\` lines around the frontmatter are not where the host looks for them.

## Why

Claude Code wants the first \`---\` at the very start of the file and ends the block at the next three dashes anywhere,
even in the middle of a line: what stands behind them becomes the prompt, keys below are lost, and nothing is reported
(observed on 2.1.329, 2026-11-20). Copilot CLI wants a closing line of exactly three dashes (observed on 1.0.102).

## How to fix

Make the first line exactly \`---\`, close the block with a line of exactly \`---\`, and write three dashes nowhere in between.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

Something stands before it.

\`\`\`md file=.claude/agents/a.md

---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`
\`\`\`console
error  broken-fence  the frontmatter does not start on the first line, so Claude Code does not see
       it (\`name\` and \`description\`)
 --> .claude/agents/a.md:2:1
  |
2 | ---
  | ^^^
  = help: move the \`---\` to the very start of the file

1 error in 1 agent (claude-code)
\`\`\`

It is never closed.

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes.

You write release notes.
\`\`\`
\`\`\`console
error  broken-fence  no \`---\` line closes the frontmatter: Claude Code sees none
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: close it with a line of three dashes before the prompt

1 error in 1 agent (claude-code)
\`\`\`

More than three dashes.

\`\`\`md file=.claude/agents/a.md
-----
name: release-notes
description: Writes the release notes.
-----

You write release notes.
\`\`\`
\`\`\`console
error  broken-fence  the opening line is more than three dashes, so Claude Code sees no frontmatter
       (\`name\` and \`description\`)
 --> .claude/agents/a.md:1:1
  |
1 | -----
  | ^^^^^
  = help: make it exactly \`---\`

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes.
--------

You write release notes.
\`\`\`
\`\`\`console
warning  broken-fence  the closing line is more than three dashes: Claude Code loads the agent, and
         takes the rest of the line for the start of the prompt; stricter programs see no
         frontmatter
 --> .claude/agents/a.md:4:1
  |
4 | --------
  | ^^^^^^^^
  = help: make it exactly \`---\`

1 warning in 1 agent (claude-code)
\`\`\`

Dashes in a value.

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes notes --- short ones
model: haiku
---

You do one thing well.
\`\`\`
\`\`\`console
error  broken-fence  Claude Code ends the frontmatter at these dashes, inside a value: the rest
       becomes the start of the prompt, and the keys below them are lost
 --> .claude/agents/a.md:3:27
  |
3 | description: Writes notes --- short ones
  |                           ^^^
  = help: write the text without three dashes in a row

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

A thematic break in the prompt, and one at the top of a file that has no keys below it.

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.

---

Note: see above.
\`\`\`

## Precision

1 finding on 913 public files (2026-11-21), right: Copilot CLI 1.0.102 refuses the file for it.
`;var p=`# duplicate-key

A key stands in the frontmatter twice.

## Why

Claude Code keeps the last one and says nothing (observed on 2.1.329, 2026-11-20; 2.1.112 refused the file). Copilot CLI
refuses the file. So a restriction that stands above may be gone.

## How to fix

Keep one of them.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Grep
tools: Bash
---

You do one thing well.
\`\`\`
\`\`\`console
warning  duplicate-key  \`tools\` stands here a second time: Claude Code takes this one and drops the
         first without a word
 --> .claude/agents/a.md:5:1
  |
5 | tools: Bash
  | ^^^^^
...
4 | tools: Read, Grep
  | ^^^^^ first here
  = help: keep one of them

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.github/agents/a.md
---
description: Audits.
tools: [read]
tools: [edit]
---

You do one thing well.
\`\`\`
\`\`\`console
error  duplicate-key  \`tools\` stands here a second time: Copilot CLI does not load this agent
 --> .github/agents/a.md:4:1
  |
4 | tools: [edit]
  | ^^^^^
...
3 | tools: [read]
  | ^^^^^ first here
  = help: keep one of them

1 error in 1 agent (copilot)
\`\`\`

## Precision

None on 913 public files (2026-11-21).
`;var g=`# executable-frontmatter

The opening fence names a language: \`---js\`.

## Why

gray-matter, which many scripts and some hosts load such files with, runs a block that is marked as JavaScript while it
parses it (version 4.0.3; reported as CVE-2022-25863 for tools built on it). A pull request that adds such a file runs
code on every machine that reads the folder. No host treats it as frontmatter. agent-lint never runs any of it.

## How to fix

Make the line exactly \`---\` and write YAML.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---js
{ name: 'release-notes', description: 'Writes the release notes.' }
---

You write release notes.
\`\`\`
\`\`\`console
error  executable-frontmatter  the frontmatter is marked as \`js\`: programs that read it with
       gray-matter run it as code, and Claude Code sees no frontmatter
 --> .claude/agents/a.md:1:4
  |
1 | ---js
  |    ^^
  = help: make the line exactly \`---\` and write YAML; agent-lint ran none of it

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---toml
name = 'release-notes'
---

You write release notes.
\`\`\`
\`\`\`console
error  executable-frontmatter  the frontmatter is marked as \`toml\`: Claude Code sees no frontmatter
 --> .claude/agents/a.md:1:4
  |
1 | ---toml
  |    ^^^^
  = help: make the line exactly \`---\` and write YAML

1 error in 1 agent (claude-code)
\`\`\`

## Precision

None on 913 public files (2026-11-21), as it should be. Twelve spellings are tested.
`;var f=`# invalid-field

A value is of a type or not among the values that the host takes.

## Why

What follows differs by key and host, and the finding says it: Claude Code ignores an unknown \`color\` and falls back to
the default for a \`permissionMode\` that it does not know, but does not load an agent with a bad \`PreToolUse\` hook at all
(observed on 2.1.329, 2026-11-20). Copilot CLI refuses a file for any wrong type (observed on 1.0.102). It is an error
where the file is refused and a warning where the value is lost.

## How to fix

Use one of the values that the message lists.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
color: cyan
permissionMode: plan
maxTurns: "12"
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
color: magenta
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-field  \`color\` is \`magenta\`, which Claude Code does not know: it ignores the value
 --> .claude/agents/a.md:4:8
  |
4 | color: magenta
  |        ^^^^^^^
  = help: it takes \`red\`, \`blue\`, \`green\`, \`yellow\`, \`purple\`, \`orange\`, \`pink\` and \`cyan\`

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
maxTurns: few
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-field  \`maxTurns\` is \`few\`, which Claude Code does not take: it ignores the value
 --> .claude/agents/a.md:4:11
  |
4 | maxTurns: few
  |           ^^^
  = help: what it takes: a whole number of at least 1

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: 12
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-field  \`description\` is a number, where a text is wanted: Claude Code does not load
       this agent
 --> .claude/agents/a.md:3:14
  |
3 | description: 12
  |              ^^

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.github/agents/a.md
---
description: Audits.
skills: testing, writing
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-field  \`skills\` is a text, where a list is wanted: Copilot CLI does not load this
       agent
 --> .github/agents/a.md:3:9
  |
3 | skills: testing, writing
  |         ^^^^^^^^^^^^^^^^

1 error in 1 agent (copilot)
\`\`\`

## Near miss

A key without a value is as good as no key.

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model:
color:
---

You do one thing well.
\`\`\`

## Precision

3 findings on 913 public files (2026-11-21), all read, all right (\`color: magenta\`, which is not among the eight colours).
`;var w=`# invalid-yaml

The block between the \`---\` lines is not valid YAML.

## Why

What happens then is up to the program that loads the file. Claude Code (observed on 2.1.329, 2026-11-20) puts quotes
around one-line values that need them and parses once more; what that does not mend is not loaded, and only the debug log
says so. Copilot CLI (observed on 1.0.102) refuses the file. VS Code (1.139.1) reads on line by line. So a file may work
for you and be missing for a colleague.

The finding is a warning where the host of the folder still loads the agent and an error where it does not. It names the
other readers of such a folder that refuse the file. There is one finding a file: the first cause.

## How to fix

Put the whole value in quotes, or write it as a block:

\`\`\`yaml
description: |
  Use this when: the text may hold anything.
\`\`\`

## Valid

A quoted colon.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: "Use when: a ticket comes in"
---

You do one thing well.
\`\`\`

## Invalid

An unquoted colon before a blank. Claude Code mends it.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Use when: a ticket comes in
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-yaml  the unquoted \`: \` in the value of \`description\` makes the frontmatter invalid
         YAML: Claude Code mends the line and loads the agent; Copilot CLI, which reads such folders
         too, refuses the file
 --> .claude/agents/a.md:3:22
  |
3 | description: Use when: a ticket comes in
  |                      ^
  = help: put the whole value in quotes, or write it as a block: \`description: |\` and the text
          indented below

1 warning in 1 agent (claude-code)
\`\`\`

A colon at the end of a line is not mended.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Sorts tickets. Examples:
model: haiku
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  the unquoted \`: \` in the value of \`description\` makes the frontmatter invalid
       YAML: Claude Code does not load this agent; Copilot CLI, which reads such folders too,
       refuses the file
 --> .claude/agents/a.md:3:37
  |
3 | description: Sorts tickets. Examples:
  |                                     ^
  = help: put the whole value in quotes, or write it as a block: \`description: |\` and the text
          indented below

1 error in 1 agent (claude-code)
\`\`\`

Text that goes on without indentation.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Sorts tickets.
<example>
user: a ticket
</example>
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  this line in the value of \`description\` is neither a \`key:\` nor indented, so
       the frontmatter is not valid YAML: Claude Code does not load this agent; Copilot CLI, which
       reads such folders too, refuses the file
 --> .claude/agents/a.md:4:1
  |
4 | <example>
  | ^^^^^^^^^
  = help: write the value as a block: \`description: |\` and every line of the text indented below it

1 error in 1 agent (claude-code)
\`\`\`

A character that YAML keeps for itself, in a file that has another line which cannot be mended.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: @mention this agent
tools: [Read,
Grep
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  \`@\` cannot start a value unless it is quoted, so the frontmatter is not valid
       YAML: Claude Code does not load this agent; Copilot CLI, which reads such folders too,
       refuses the file
 --> .claude/agents/a.md:3:14
  |
3 | description: @mention this agent
  |              ^
  = help: put the whole value in quotes

1 error in 1 agent (claude-code)
\`\`\`

Text behind a quoted value.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: "Sorts" and "routes"
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  text follows the closing quote in the value of \`description\`, so the
       frontmatter is not valid YAML: Claude Code does not load this agent; Copilot CLI, which reads
       such folders too, refuses the file
 --> .claude/agents/a.md:3:22
  |
3 | description: "Sorts" and "routes"
  |                      ^^^^^^^^^^^^
  = help: quote the whole value, with the quotes inside it doubled or escaped

1 error in 1 agent (claude-code)
\`\`\`

A quote, a bracket that is never closed.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: "Sorts tickets
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  a quote is opened in the value of \`description\` and never closed, so the
       frontmatter is not valid YAML: Claude Code does not load this agent; Copilot CLI, which reads
       such folders too, refuses the file
 --> .claude/agents/a.md:3:14
  |
3 | description: "Sorts tickets
  |              ^
  = help: close the quote

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Sorts tickets
tools: [Read
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-yaml  a bracket is opened in the value of \`tools\` and never closed, so the
         frontmatter is not valid YAML: Claude Code mends the line and loads the agent; Copilot CLI,
         which reads such folders too, refuses the file
 --> .claude/agents/a.md:4:8
  |
4 | tools: [Read
  |        ^
  = help: close the bracket, or quote the value if it is meant as text

error  no-usable-tool  Claude Code knows none of the tools listed (\`[Read\`): the agent does not
       start
 --> .claude/agents/a.md:4:8
  |
4 | tools: [Read
  |        ^^^^^
  = help: use its own names: \`Read\` for \`[Read\`

1 error, 1 warning in 1 agent (claude-code)
\`\`\`

Tabs.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Sorts tickets
hooks:
	Stop: []
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-yaml  a tab is used for indentation, so the frontmatter is not valid YAML: Claude
         Code mends the line and loads the agent; Copilot CLI, which reads such folders too, refuses
         the file
 --> .claude/agents/a.md:5:1
  |
5 |     Stop: []
  | ^^^^
  = help: indent with blanks

1 warning in 1 agent (claude-code)
\`\`\`

No mapping at all.

\`\`\`md file=.claude/agents/a.md
---
- name: triage
- description: Sorts tickets
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  the frontmatter is not a list of \`key: value\` lines: Claude Code does not load
       this agent; Copilot CLI, which reads such folders too, refuses the file
 --> .claude/agents/a.md:2:1
  |
2 | - name: triage
  | ^^^^^^^^^^^^^^ (+1 line)
  = help: write \`name: \u2026\` and \`description: \u2026\`, one a line

1 error in 1 agent (claude-code)
\`\`\`

More than is read.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: Sorts tickets
extra: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
---

You do one thing well.
\`\`\`
\`\`\`console
warning  invalid-yaml  the frontmatter is not read as YAML (\`it is nested more than 100 levels
         deep\`): only its top-level keys are checked, line by line
 --> .claude/agents/a.md:4:107
  |
4 | \u2026[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
  |                                                                        ^
  = help: make it smaller; real frontmatter is a few kilobytes and a few levels deep

1 warning in 1 agent (claude-code)
\`\`\`

Something else.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: "Sorts \\q tickets"
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-yaml  the frontmatter is not valid YAML (\`Invalid escape sequence \\q\`): Claude Code
       does not load this agent; Copilot CLI, which reads such folders too, refuses the file
 --> .claude/agents/a.md:3:21
  |
3 | description: "Sorts \\q tickets"
  |                     ^
  = help: put values with special characters in quotes

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

A colon without a blank behind it, one in a block, and text that only looks like a key.

\`\`\`md file=.claude/agents/a.md
---
name: triage
description: |
Use when: a ticket comes in
model: haiku
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: linker
description: Checks https://example.org/a:b links at 10:30
---

You do one thing well.
\`\`\`

## Precision

18 findings on 913 public files (2026-11-21), all 18 read, all right: each file is refused by Copilot CLI 1.0.102.
`;var k=`# missing-field

A key that the host needs is not there.

## Why

Claude Code takes a file without \`name\` for documentation, and does not load one without \`description\`; only the debug
log says so (observed on 2.1.329, 2026-11-20). Copilot CLI needs a \`description\` and takes the name from the file.

## How to fix

Add the key.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

Copilot CLI takes the name from the file.

\`\`\`md file=.github/agents/notes.agent.md
---
description: Writes the release notes.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
description: Writes the release notes.
tools: Read
---

You do one thing well.
\`\`\`
\`\`\`console
error  missing-field  there is no \`name\`: Claude Code takes the file for documentation and does not
       load it
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: add \`name\` to the frontmatter

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
---

You do one thing well.
\`\`\`
\`\`\`console
error  missing-field  there is no \`description\`: Claude Code does not load this agent
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: add \`description\` to the frontmatter

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
---

You write release notes.
\`\`\`
\`\`\`console
error  missing-field  the frontmatter is empty: Claude Code does not load this file
 --> .claude/agents/b.md:1:1
  |
1 | ---
  | ^^^
  = help: it takes at least \`name\` and \`description\`

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

A page of documentation with frontmatter of its own.

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/guide.md
---
title: How we name agents
description: A guide.
---

You do one thing well.
\`\`\`

## Precision

None on 913 public files (2026-11-21).
`;var b=`# missing-frontmatter

A file in a folder of agents has no frontmatter.

## Why

Claude Code takes a file without frontmatter for documentation and passes it over without a word (observed on 2.1.329,
2026-11-20). Copilot CLI reports it as a broken agent (observed on 1.0.102). Files called README, CHANGELOG and the like
are left alone, and so is a file that is alone in its folder.

## How to fix

If it is an agent, start it with a \`---\` block that has a \`name\` and a \`description\`. If it is documentation, move it out of the folder.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/README.md
# Our agents

One file an agent.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/backend.md
Backend agent

Implements endpoints.
\`\`\`
\`\`\`console
warning  missing-frontmatter  no frontmatter: Claude Code takes the file for documentation and does
         not load it as an agent
 --> .claude/agents/backend.md:1:1
  |
1 | Backend agent
  | ^^^^^^^^^^^^^
  = help: start it with a \`---\` block that has \`name\` and \`description\`, or move it out of the
          folder of agents

1 warning in 1 agent (claude-code)
\`\`\`

For Copilot CLI it is an error.

\`\`\`md file=.github/agents/a.md
---
description: Writes release notes.
---

You do one thing well.
\`\`\`

\`\`\`md file=.github/agents/backend.md
Backend agent

Implements endpoints.
\`\`\`
\`\`\`console
error  missing-frontmatter  no frontmatter: Copilot CLI reports the file as a broken agent and does
       not load it
 --> .github/agents/backend.md:1:1
  |
1 | Backend agent
  | ^^^^^^^^^^^^^
  = help: start it with a \`---\` block that has a \`description\`, or move it out of the folder of
          agents

1 error in 1 agent (copilot)
\`\`\`

## Near miss

A folder of nothing but documents is no folder of agents.

\`\`\`md file=.claude/agents/notes.md
Notes for later.
\`\`\`

## Precision

1 finding on the five files that the project started from, right; none on 913 public files (2026-11-21), which all have frontmatter.
`;var y=`# unknown-field

A key is a near miss of one that the host knows.

## Why

Claude Code passes unknown keys over and says so only in its debug log (observed on 2.1.329, 2026-11-20), so
\`allowed-tools\` in an agent restricts nothing and \`discription\` leaves the file without a description. Other unknown keys
are nobody's mistake: people keep notes of their own there, and hosts ignore them. They are reported only for hosts that
refuse a file for them. A key that any reader of the folder knows is not unknown.

## How to fix

Write the key that the message names.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
version: 2
author: the platform team
category: quality
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
allowed-tools: Read, Grep
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-field  Claude Code does not know the key \`allowed-tools\` and passes it over without
         a word
 --> .claude/agents/a.md:4:1
  |
4 | allowed-tools: Read, Grep
  | ^^^^^^^^^^^^^
  = help: did you mean \`tools\`?

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
modell: haiku
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-field  Claude Code does not know the key \`modell\` and passes it over without a word
 --> .claude/agents/a.md:4:1
  |
4 | modell: haiku
  | ^^^^^^
  = help: did you mean \`model\`?

1 warning in 1 agent (claude-code)
\`\`\`

## Near miss

A key of another host, and one whose near neighbour is there too.

\`\`\`md file=.github/agents/a.agent.md
---
description: Audits.
handoffs: []
argument-hint: a path
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model: haiku
mode: subagent
---

You do one thing well.
\`\`\`

## Precision

None on 913 public files (2026-11-21), in which 80 files have keys that their host does not know.
`;var v=`# duplicate-name

Two files of one folder are the same agent to their host.

## Why

Claude Code keeps one of them, by the order in which the file system lists them, and mentions the other only in its debug
log (documented, and observed on 2.1.329, 2026-11-20). Which one wins can differ between two machines. Only files of one
folder are compared: the same team shipped for several hosts is no conflict.

## How to fix

Rename all but one, or delete the copies.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.github/agents/release-notes.agent.md
---
name: release-notes
description: Writes the release notes.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/old/a.md
---
name: auditor
description: Audits.
tools: Bash
---

You do one thing well.
\`\`\`
\`\`\`console
error  duplicate-name  2 files are the agent \`auditor\`: Claude Code loads one of them, by the order
       in which the file system lists them, and drops the other without a word; their tools differ
 --> .claude/agents/old/a.md:2:7
  |
2 | name: auditor
  |       ^^^^^^^
 --> .claude/agents/a.md:2:7
2 | name: auditor
  |       ^^^^^^^ and here
  = help: rename all but one, or delete the copies

1 error in 2 agents (claude-code)
\`\`\`

## Precision

5 findings on 913 public files (2026-11-21), all read, all right for the folder as a whole; 3 of them are in a folder of
another program's test files, which nobody loads as one.
`;var C=`# invalid-name

The name is not one that the host takes.

## Why

Claude Code does not load an agent whose name starts with \`-\`, contains \`:\` (since 2.1.218) or is not a text: \`name: 123\`
is a number (observed on 2.1.329, 2026-11-20). Only the debug log says so.

## How to fix

Use lower-case letters, digits and hyphens: every host takes that.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: "docs:writer"
description: Writes docs.
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-name  \`docs:writer\` is no name for Claude Code: it does not load this agent
 --> .claude/agents/a.md:2:7
  |
2 | name: "docs:writer"
  |       ^^^^^^^^^^^^^
  = help: a name must not start with \`-\` and must not contain \`:\`

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: 404
description: Hunts dead links.
---

You do one thing well.
\`\`\`
\`\`\`console
error  invalid-name  \`name\` is a number, where a text is wanted: Claude Code does not load this
       agent
 --> .claude/agents/a.md:2:7
  |
2 | name: 404
  |       ^^^
  = help: give it a text; in quotes, if it looks like a number or like \`true\`

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

Unusual, and loaded all the same.

\`\`\`md file=.claude/agents/a.md
---
name: Docs Writer_2
description: Writes docs.
---

You do one thing well.
\`\`\`

## Precision

None on 913 public files (2026-11-21): Claude Code 2.1.329 loads every one of them that has a name.
`;var W=`# ambiguous-path

A path that an agent owns or leaves is read in two ways, or in none.

## Why

A model reads \`*.ts\` as it likes: at the top of the project, or anywhere in it. A path that leads out of the project means other files on
every machine, and a backslash is an escape to most who read patterns.

## How to fix

Write paths from the top of the project, with \`/\`: \`**/*.ts\` or \`/*.ts\`.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
---

## What you own

- \`src/**/*.ts\`
- \`/*.json\`
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
---

## What you own

- \`*.test.ts\`
- \`../shared/lib/\`
- \`src\\old\\\`
\`\`\`
\`\`\`console
info  ambiguous-path  \`alpha\` speaks of \`*.test.ts\`, which some read as files at the top, and others
      as files anywhere
 --> .claude/agents/a.md:8:4
  |
8 | - \`*.test.ts\`
  |    ^^^^^^^^^
  = help: write \`**/*.test.ts\` or \`/*.test.ts\`

info  ambiguous-path  \`alpha\` speaks of \`../shared/lib/\`, which leads out of the project: nobody can
      tell which files are meant
 --> .claude/agents/a.md:9:4
  |
9 | - \`../shared/lib/\`
  |    ^^^^^^^^^^^^^^
  = help: write the path from the top of the project

info  ambiguous-path  \`alpha\` speaks of \`src\\old\\\`: a backslash is an escape to most who read
      patterns
  --> .claude/agents/a.md:10:4
   |
10 | - \`src\\old\\\`
   |    ^^^^^^^^
   = help: write it with \`/\`

3 infos in 1 agent (claude-code)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21), after \`Get-*\` (commands of a shell) had been taken for a path twice.
`;var Y=`# contradictory-ownership

An agent owns a path that it also excludes, or is given one that it excludes.

## Why

A model that is told both obeys one of the two lines, and not always the same. A path that one agent leaves to another, which says
that it is not its own either, is nobody's.

## How to fix

Delete one of the two lines; or settle whose the path is, and say so in both files.

## Valid

### An exception inside of what it owns

\`\`\`md file=.claude/agents/web.md
---
name: web
description: Works on its part of the project when asked.
---

## What you own

- \`web/**\`

## Out of scope

- \`web/vendor/\`
\`\`\`

### Near miss: the closer word counts

\`\`\`md file=.claude/agents/seeds.md
---
name: seeds
description: Works on its part of the project when asked.
---

## What you own

- \`db/seeds/\`

## You must not touch

- \`db/\`
\`\`\`

## Invalid

### Owned and excluded

\`\`\`md file=.claude/agents/db.md
---
name: db
description: Works on its part of the project when asked.
---

## What you own

- \`db/migrations/\`

## You must not touch

- \`db/migrations/**\`
\`\`\`
\`\`\`console
warning  contradictory-ownership  \`db\` says of \`db/migrations/\` that it owns it and that it does
         not: it will do one or the other by chance
  --> .claude/agents/db.md:12:4
   |
12 | - \`db/migrations/**\`
   |    ^^^^^^^^^^^^^^^^ excluded here
...
 8 | - \`db/migrations/\`
   |    ^^^^^^^^^^^^^^ owned here
   = help: delete one of the two lines

1 warning in 1 agent (claude-code)
\`\`\`

### Given to someone who does not take it

\`\`\`md file=.claude/agents/app.md
---
name: app
description: Works on its part of the project when asked.
---

## Out of scope

- \`deploy/\` \u2192 ops
\`\`\`

\`\`\`md file=.claude/agents/ops.md
---
name: ops
description: Works on its part of the project when asked.
---

## Out of scope

- \`deploy/\`
\`\`\`
\`\`\`console
warning  contradictory-ownership  \`app\` leaves \`deploy/\` to \`ops\`, which says that it is not its
         own: nobody takes it
 --> .claude/agents/app.md:8:4
  |
8 | - \`deploy/\` \u2192 ops
  |    ^^^^^^^ given away here
 --> .claude/agents/ops.md:8:4
8 | - \`deploy/\`
  |    ^^^^^^^ and not taken here
  = help: settle whose it is, and say so in both

1 warning in 2 agents (claude-code)
\`\`\`

## Precision

No finding on 912 public files (2026-11-21): its precision rests on the cases here and on \`fixtures/fleets\`.
`;var x=`# dead-claim

An agent owns a path that no tracked file matches.

## Why

Folders are renamed, prompts are not: the agent then owns nothing, and believes that it owns something. Only asked in a git
repository; nothing is read but the list of tracked files.

## How to fix

Write the path as it is now, or leave it out.

## Valid

\`\`\`md file=.claude/agents/server.md
---
name: server
description: Works on its part of the project when asked.
---

## What you own

- \`src/server/\`
\`\`\`

\`\`\`ts file=src/server/index.ts
export {}
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/server.md
---
name: server
description: Works on its part of the project when asked.
---

## What you own

- \`src/sever/\`: routes
\`\`\`

\`\`\`ts file=src/server/index.ts
export {}
\`\`\`
\`\`\`console
info  dead-claim  \`server\` owns \`src/sever/\`, which no tracked file matches
 --> .claude/agents/server.md:8:4
  |
8 | - \`src/sever/\`: routes
  |    ^^^^^^^^^^
  = help: did you mean \`src/server/\`?

1 info in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/tools.md
---
name: tools
description: Works on its part of the project when asked.
---

## What you own

- \`scripts/release/**\`
\`\`\`

\`\`\`ts file=src/index.ts
export {}
\`\`\`
\`\`\`console
info  dead-claim  \`tools\` owns \`scripts/release/**\`, which no tracked file matches
 --> .claude/agents/tools.md:8:4
  |
8 | - \`scripts/release/**\`
  |    ^^^^^^^^^^^^^^^^^^
  = help: write the path as it is now, or leave it out

1 info in 1 agent (claude-code)
\`\`\`

## Precision

Not measured on public files: a corpus of agent files has no other files to own. Advice only.
`;var A=`# overlapping-ownership

Two agents own the same files.

## Why

Agents of one fleet often run side by side, and each takes what its prompt calls its own for granted: both edit, one undoes the
other, and no one reviews. Paths are read from the frontmatter (\`scope\`), from headings and bold leads ("What you own",
"Territory", in eight languages) and from sentences ("you own \u2026"). Sets of paths are compared exactly, less what either agent
excludes or only reads. Equal or crossing sets are an error where git tracks files in both, one set inside the other a warning; what is
said to be shared, and what only meets through a pattern of names (\`*.ts\`), is advice. A line in which the outer agent hands the
matter to the inner one settles it.

## How to fix

Give the path to one of them, or exclude it in the other: "Does not own: \`src/api/**\`".

## Valid

### One of them leaves it out

\`\`\`md file=.claude/agents/server.md
---
name: server
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`

Does not own: \`src/generated/**\`
\`\`\`

\`\`\`md file=.claude/agents/codegen.md
---
name: codegen
description: Works on its part of the project when asked.
---

## What you own

- \`src/generated/**\`
\`\`\`

### Near miss: the domain of a reviewer is what it reads

\`\`\`md file=.claude/agents/author.md
---
name: author
description: Works on its part of the project when asked.
---

## Your domain

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/style-reviewer.md
---
name: style-reviewer
description: Works on its part of the project when asked.
tools: Read, Grep
---

## Your domain

- \`src/**\`
\`\`\`

### Near miss: handed over in words

\`\`\`md file=.claude/agents/library.md
---
name: library
description: Works on its part of the project when asked.
---

## What you own

- \`lib/**\`

## You do not own

- Bindings for Python \u2192 bindings
\`\`\`

\`\`\`md file=.claude/agents/bindings.md
---
name: bindings
description: Works on its part of the project when asked.
---

## What you own

- \`lib/python/\`: bindings for Python
\`\`\`

## Invalid

### One inside the other

\`\`\`md file=.claude/agents/shop.md
---
name: shop
description: Works on its part of the project when asked.
---

## What you own

- \`apps/shop/**\`: everything in the shop
\`\`\`

\`\`\`md file=.claude/agents/checkout.md
---
name: checkout
description: Works on its part of the project when asked.
---

**You own:**

- \`apps/shop/checkout/\`: payment
\`\`\`
\`\`\`console
warning  overlapping-ownership  \`shop\` and \`checkout\` both own \`apps/shop/checkout/\` (e.g.
         \`apps/shop/checkout/x\`): each will change what the other takes for its own
 --> .claude/agents/shop.md:8:4
  |
8 | - \`apps/shop/**\`: everything in the shop
  |    ^^^^^^^^^^^^ owned here, with all that is in it
 --> .claude/agents/checkout.md:8:4
8 | - \`apps/shop/checkout/\`: payment
  |    ^^^^^^^^^^^^^^^^^^^ and, inside that, here
  = help: give the path to one of them, or exclude it in the other: "Does not own:
          \`apps/shop/checkout/\`"

1 warning in 2 agents (claude-code)
\`\`\`

### Shared on purpose

\`\`\`md file=.claude/agents/types.md
---
name: types
description: Works on its part of the project when asked.
---

## Scope

- \`shared/\` (primary owner)
\`\`\`

\`\`\`md file=.claude/agents/pages.md
---
name: pages
description: Works on its part of the project when asked.
---

## Scope

- \`shared/\` when driven by a page
\`\`\`
\`\`\`console
info  overlapping-ownership  \`pages\` and \`types\` both work on \`shared/\` (e.g. \`shared/x\`), and at
      least one says so
 --> .claude/agents/pages.md:8:4
  |
8 | - \`shared/\` when driven by a page
  |    ^^^^^^^ owned here
 --> .claude/agents/types.md:8:4
8 | - \`shared/\` (primary owner)
  |    ^^^^^^^ and here
  = help: say in both who decides, or give the path to one of them

1 info in 2 agents (claude-code)
\`\`\`

### Patterns that cannot be told apart

\`\`\`md file=.claude/agents/odd.md
---
name: odd
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`

Does not own: \`*a?????????????????.ts\`
\`\`\`

\`\`\`md file=.claude/agents/even.md
---
name: even
description: Works on its part of the project when asked.
---

## What you own

- \`src/*b?a?????????????????.ts\`
\`\`\`
\`\`\`console
info  overlapping-ownership  whether \`src/**\` of \`odd\` and \`src/*b?a?????????????????.ts\` of \`even\`
      have files in common would take too long to find out: overlaps may be missing here
 --> .claude/agents/odd.md:8:4
  |
8 | - \`src/**\`
  |    ^^^^^^ this
 --> .claude/agents/even.md:8:4
8 | - \`src/*b?a?????????????????.ts\`
  |    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ and this
  = help: write plainer patterns, with fewer \`*\` in one; name folders rather than single files

info  ambiguous-path  \`odd\` speaks of \`*a?????????????????.ts\`, which some read as files at the top,
      and others as files anywhere
  --> .claude/agents/odd.md:10:16
   |
10 | Does not own: \`*a?????????????????.ts\`
   |                ^^^^^^^^^^^^^^^^^^^^^^
   = help: write \`**/*a?????????????????.ts\` or \`/*a?????????????????.ts\`

2 infos in 2 agents (claude-code)
\`\`\`

### Claimed by many

\`\`\`md file=.claude/agents/ant.md
---
name: ant
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/bee.md
---
name: bee
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/cat.md
---
name: cat
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/dog.md
---
name: dog
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/eel.md
---
name: eel
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/fox.md
---
name: fox
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/gnu.md
---
name: gnu
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/hen.md
---
name: hen
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`

\`\`\`md file=.claude/agents/owl.md
---
name: owl
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
\`\`\`
\`\`\`console
warning  overlapping-ownership  \`ant\`, \`bee\` and 7 more agents all own \`src/**\` (e.g. \`src/x\`): each
         will change what the other takes for its own
 --> .claude/agents/ant.md:8:4
  |
8 | - \`src/**\`
  |    ^^^^^^ owned here
 --> .claude/agents/bee.md:8:4
8 | - \`src/**\`
  |    ^^^^^^ and here
 --> .claude/agents/cat.md:8:4
8 | - \`src/**\`
  |    ^^^^^^ and here
 --> .claude/agents/dog.md:8:4
8 | - \`src/**\`
  |    ^^^^^^ and here
  = help: give the path to one of them, or exclude it in the other: "Does not own: \`src/**\`"

1 warning in 9 agents (claude-code)
\`\`\`

## Precision

5 findings on 912 public files (2026-11-21), all read. The 1 warning is right: two agents list the same workflow files as
their own. The 4 advices are right too: shared paths that at least one side calls shared. Seven fleets were labelled by hand:
both overlaps found, none of 17 look-alikes reported.
`;var j=`# unowned-files

Tracked files that no agent owns.

## Why

Where a fleet is meant to cover a project, a folder that nobody owns is changed by whoever comes first. Off unless it is switched on:
most fleets are not meant to cover everything.

## How to fix

Let an agent own the files, or leave the rule off.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
- \`.claude/\`
\`\`\`

\`\`\`ts file=src/index.ts
export {}
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: alpha
description: Works on its part of the project when asked.
---

## What you own

- \`src/**\`
- \`.claude/\`
\`\`\`

\`\`\`ts file=src/index.ts
export {}
\`\`\`

\`\`\`ts file=tools/run.ts
export {}
\`\`\`

\`\`\`json file=package.json
{}
\`\`\`
\`\`\`console
warning  unowned-files  1 tracked file in \`./\`: no agent of \`.claude/agents\` owns them, e.g.
         \`package.json\`
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: let an agent own them, or switch \`unowned-files\` off

warning  unowned-files  1 tracked file in \`tools/\`: no agent of \`.claude/agents\` owns them, e.g.
         \`tools/run.ts\`
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: let an agent own them, or switch \`unowned-files\` off

2 warnings in 1 agent (claude-code)
\`\`\`

## Precision

Exact: it compares tracked files with what is claimed.
`;var I=`# body-too-complex

The Markdown of the prompt is too deep or too dense to be read whole.

## Why

Markdown parsers take minutes for some texts of a few kilobytes (a hundred kilobytes of \`*\`, ten thousand nested lists:
measured with micromark 4, 2026-11). So limits come first, and a text that meets one is read line by line only. No real
prompt comes near them.

## How to fix

Look for text that was pasted or generated by mistake.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md repeat=40000
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.

*{repeat}
\`\`\`
\`\`\`console
warning  body-too-complex  the prompt has too many of one character in a row (40000, the limit is
         250): it is read line by line only, and some of it may be missed
 --> .claude/agents/a.md:5:1
  |
5 |
  | ^
  = help: no real prompt comes near: look for text that was pasted or generated by mistake

1 warning in 1 agent (claude-code)
\`\`\`

## Precision

None on 913 public files (2026-11-21).
`;var R=`# oversized-file

The file is too large.

## Why

Claude Code passes over a file of more than 1,048,576 bytes and says so only in its debug log (observed on 2.1.329,
2026-11-20). agent-lint reads that much of any file, and says where it stopped.

## How to fix

Move what the agent needs only now and then into files that it can read.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md repeat=110000
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.

more text {repeat}
\`\`\`
\`\`\`console
error  oversized-file  the file has 1100123 bytes: Claude Code passes over files of more than
       1048576 without a word
 --> .claude/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: move what the agent needs only now and then to files that it can read

warning  body-too-complex  the prompt is longer than any Markdown parser should be given (1048479,
         the limit is 262144): it is read line by line only, and some of it may be missed
 --> .claude/agents/a.md:5:1
  |
5 |
  | ^
  = help: no real prompt comes near: look for text that was pasted or generated by mistake

1 error, 1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.github/agents/a.md repeat=110000
---
description: Audits.
---

You do one thing well.

more text {repeat}
\`\`\`
\`\`\`console
warning  oversized-file  the file has 1100055 bytes: agent-lint read the first 1048576 and not the
         rest
 --> .github/agents/a.md:1:1
  |
1 | ---
  | ^^^
  = help: move what the agent needs only now and then to files that it can read

warning  body-too-complex  the prompt is longer than any Markdown parser should be given (1048547,
         the limit is 262144): it is read line by line only, and some of it may be missed
 --> .github/agents/a.md:4:1
  |
4 |
  | ^
  = help: no real prompt comes near: look for text that was pasted or generated by mistake

2 warnings in 1 agent (copilot)
\`\`\`

## Precision

None on 913 public files (2026-11-21); the largest has 0.1 MB.
`;var T=`# undecodable-file

The file is not UTF-8.

## Why

Hosts read files as UTF-8. Claude Code reads a replacement character for each byte that is none, and sees no frontmatter
at all in UTF-16 (observed on 2.1.329, 2026-11-20). agent-lint reads on, and never changes such a file.

## How to fix

Save the file as UTF-8.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Pr\xFCft.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md encoding=latin1
---
name: auditor
description: Pr\xFCft.
---

You do one thing well.
\`\`\`
\`\`\`console
warning  undecodable-file  byte 33 of the file is not UTF-8: Claude Code reads a replacement
         character there
 --> .claude/agents/a.md:3:16
  |
3 | description: Pr\uFFFDft.
  |                ^
  = help: save the file as UTF-8

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md encoding=utf16le
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`
\`\`\`console
error  undecodable-file  the file is UTF-16, not UTF-8: Claude Code sees no frontmatter in it
 --> .claude/agents/a.md:1:1
  |
1 | \uFFFD\uFFFD-\\u{00}-\\u{00}-\\u{00}
  | ^
  = help: save the file as UTF-8

1 error in 0 agents (claude-code)
\`\`\`

## Precision

None on 913 public files (2026-11-21).
`;var q=`# unreadable-file

A file or folder could not be read.

## Why

A file that is there and cannot be read may be an agent that nobody checked: permissions, a link that leads nowhere or in
a circle, a pipe. agent-lint never waits for a pipe. The exit code is 2: the job could not be done.

## How to fix

Mend or remove it, or leave it out with \`ignores\` in the configuration.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: release-notes
description: Writes the release notes from the merged pull requests.
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md failure=EACCES
\`\`\`
\`\`\`console
error  unreadable-file  it could not be read: permission is denied
 --> .claude/agents/b.md
  = help: mend or remove it, or leave it out with \`ignores\` in the configuration

1 error in 1 agent (claude-code); 1 file could not be read
\`\`\`

## Precision

None on 913 public files (2026-11-21).
`;var N=`# foreign-tool

The tool is another host's.

## Why

Files are copied from one host to another, and their tool lists with them. A host drops names that it does not have, so
the agent starts with fewer tools than its author listed (Claude Code: observed on 2.1.329, 2026-11-20).

## How to fix

Use the names that the message gives for the same ability.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Grep
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, codebase, editFiles
---

You do one thing well.
\`\`\`
\`\`\`console
error  foreign-tool  \`codebase\` is a tool of VS Code: Claude Code has none of that name and drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, codebase, editFiles
  |              ^^^^^^^^
  = help: what does the same here: \`Grep\`

error  foreign-tool  \`editFiles\` is a tool of VS Code: Claude Code has none of that name and drops
       it
 --> .claude/agents/a.md:4:24
  |
4 | tools: Read, codebase, editFiles
  |                        ^^^^^^^^^
  = help: what does the same here: \`Edit\` and \`NotebookEdit\`

2 errors in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, vscodeAPI
---

You do one thing well.
\`\`\`
\`\`\`console
error  foreign-tool  \`vscodeAPI\` is a tool of VS Code: Claude Code has none of that name and drops
       it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, vscodeAPI
  |              ^^^^^^^^^
  = help: remove it; nothing here does the same

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

Another host that calls the folder its own may be the one that is meant.

\`\`\`md file=.github/agents/a.agent.md
---
description: Audits.
tools: [read, editFiles]
---

You do one thing well.
\`\`\`

## Precision

None on 913 public files (2026-11-21): their folders keep to one vocabulary each.
`;var E=`# no-usable-tool

The list of tools leaves the agent without any.

## Why

Claude Code refuses to start an agent of whose tools none resolves (since 2.1.208: "would be spawned with zero tools"),
and starts one with an empty \`tools:\` without any tool at all, while the list of agents still says that it has all
(observed on 2.1.329, 2026-11-20). Names are case-sensitive: \`bash\` is not \`Bash\`. An empty list that is written out,
\`tools: []\`, is taken for what its author wants.

## How to fix

Use the host's own names, or remove the key to let the agent inherit every tool.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, mcp__github
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: poet
description: Writes verse.
tools: []
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools:

- read
- grep

---

You do one thing well.
\`\`\`
\`\`\`console
error  no-usable-tool  Claude Code knows none of the tools listed (\`read\` and \`grep\`): the agent
       does not start
 --> .claude/agents/a.md:6:1
  |
6 | - read
  | ^^^^^^ (+1 line)
  = help: use its own names: \`Read\` for \`read\`, \`Grep\` for \`grep\`

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: browser
---

You do one thing well.
\`\`\`
\`\`\`console
error  no-usable-tool  Claude Code knows none of the tools listed (\`browser\`): the agent does not
       start
 --> .claude/agents/a.md:4:8
  |
4 | tools: browser
  |        ^^^^^^^
  = help: use its own names, or remove \`tools\` to let the agent inherit every tool

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools:
---

You do one thing well.
\`\`\`
\`\`\`console
error  no-usable-tool  \`tools\` has no value: Claude Code gives the agent no tool at all
 --> .claude/agents/a.md:4:1
  |
4 | tools:
  | ^^^^^
  = help: list the tools, or remove \`tools\` to let the agent inherit every tool; write \`[]\` if none
          is what you mean

1 error in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: {read: true}
---

You do one thing well.
\`\`\`
\`\`\`console
error  no-usable-tool  \`tools\` names no tool in a form that Claude Code reads: it gives the agent no
       tool at all
 --> .claude/agents/a.md:4:8
  |
4 | tools: {read: true}
  |        ^^^^^^^^^^^^
  = help: write a list of names: \`[Read, Grep]\`

1 error in 1 agent (claude-code)
\`\`\`

## Near miss

One name that resolves is enough for the agent to start; the others are \`unknown-tool\`.

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, browser
---

You do one thing well.
\`\`\`

## Precision

1 finding on the five files that the project started from, right; none on 913 public files (2026-11-21).
`;var L=`# retired-tool

The host had a tool of that name once.

## Why

\`MultiEdit\`, \`LS\`, \`NotebookRead\`, \`TodoRead\`, \`BashOutput\` and others are gone from Claude Code 2.1.329 without an alias:
they are dropped like any unknown name (observed 2026-11-20). VS Code moved its tools into sets, and dropped some
(read in 1.139.1). Where the replacement is listed too, the finding is advice only.

## How to fix

Use what the message names, or remove the entry.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Edit, Glob
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, MultiEdit
---

You do one thing well.
\`\`\`
\`\`\`console
warning  retired-tool  \`MultiEdit\` is gone from Claude Code, which drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, MultiEdit
  |              ^^^^^^^^^
  = help: use \`Edit\`

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Edit, MultiEdit
---

You do one thing well.
\`\`\`
\`\`\`console
info  retired-tool  \`MultiEdit\` is gone from Claude Code, which drops it; \`Edit\` is listed and does
      its work
 --> .claude/agents/a.md:4:20
  |
4 | tools: Read, Edit, MultiEdit
  |                    ^^^^^^^^^
  = help: remove it

1 info in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, TeamCreate
---

You do one thing well.
\`\`\`
\`\`\`console
warning  retired-tool  \`TeamCreate\` is gone from Claude Code (since 2.1.178), which drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, TeamCreate
  |              ^^^^^^^^^^
  = help: remove it: nothing took its place

1 warning in 1 agent (claude-code)
\`\`\`

## Near miss

An old name that still works.

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, KillShell
---

You do one thing well.
\`\`\`

## Precision

199 findings on 913 public files (2026-11-21): 108 are advice, since the replacement is listed beside (\`LS\` with \`Glob\`,
\`MultiEdit\` with \`Edit\`), 91 are warnings, nearly all for \`findTestFiles\`, \`openSimpleBrowser\` and \`searchResults\` in files
for VS Code. Every distinct name was looked up in the registry of the release that the host's data is for; none is in it.
`;var P=`# unknown-model

The host knows no model of that name.

## Why

Claude Code sends a \`model\` that it does not know to the provider as it is, and the first request of the agent fails
(observed on 2.1.329, 2026-11-20). \`default\` and \`auto\` are no models here, whatever \`/model\` takes. Forms of other
providers (Bedrock, Vertex) are accepted.

## How to fix

Use an alias (\`sonnet\`, \`opus\`, \`haiku\`, \`fable\`, \`inherit\`) or a full id. If your provider has the model, add it to \`models.known\` in the configuration.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model: claude-opus-4-8
---

You do one thing well.
\`\`\`

\`\`\`md file=.claude/agents/b.md
---
name: poet
description: Writes verse.
model: Sonnet
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model: gpt-4o
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-model  Claude Code knows no model \`gpt-4o\`: it sends it to the model provider as it
         is, and the request fails
 --> .claude/agents/a.md:4:8
  |
4 | model: gpt-4o
  |        ^^^^^^
  = help: use \`sonnet\`, \`opus\`, \`haiku\`, \`fable\`, \`best\`, \`opusplan\` and \`inherit\`, or a full id; if
          your provider has it, add it to \`models.known\` in the configuration

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model: sonet
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-model  Claude Code knows no model \`sonet\`: it sends it to the model provider as it
         is, and the request fails
 --> .claude/agents/a.md:4:8
  |
4 | model: sonet
  |        ^^^^^
  = help: did you mean \`sonnet\`?

1 warning in 1 agent (claude-code)
\`\`\`

## Near miss

Another provider's form of an id.

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
model: us.anthropic.claude-sonnet-4-6-v1:0
---

You do one thing well.
\`\`\`

## Precision

None on 913 public files (2026-11-21): the files that name models of other makers lie in folders of VS Code, where any name
may be a model. Asked about Claude Code for one such folder, 70 findings
with 20 distinct names, all read, all right.
`;var S=`# unknown-tool

The host has no tool of that name.

## Why

Claude Code drops a name that it does not know as long as one other resolves, and says nothing (observed on 2.1.329,
2026-11-20). Copilot and VS Code ignore unknown names too. The agent then lacks a tool that its prompt relies on. Names
are data of the host's release; a server's tools are told by their form (\`mcp__server__tool\`, \`server/tool\`).

## How to fix

Mend the name, or remove it. If something else provides the tool, add it to \`tools.known\` in the configuration.

## Valid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Bash(git log:*), mcp__github__get_issue, Task
---

You do one thing well.
\`\`\`

## Invalid

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, Gerp
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-tool  Claude Code has no tool \`Gerp\` and drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, Gerp
  |              ^^^^
  = help: did you mean \`Grep\`?

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, grep
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-tool  Claude Code has no tool \`grep\` and drops it: names are case-sensitive
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, grep
  |              ^^^^
  = help: write \`Grep\`

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, code-auditor
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-tool  Claude Code has no tool \`code-auditor\` and drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, code-auditor
  |              ^^^^^^^^^^^^
  = help: remove it; if something else provides it, add it to \`tools.known\` in the configuration

1 warning in 1 agent (claude-code)
\`\`\`

\`\`\`md file=.claude/agents/a.md
---
name: auditor
description: Audits.
tools: Read, mcp__*
---

You do one thing well.
\`\`\`
\`\`\`console
warning  unknown-tool  Claude Code does not take \`mcp__*\` here and drops it
 --> .claude/agents/a.md:4:14
  |
4 | tools: Read, mcp__*
  |              ^^^^^^
  = help: a wildcard over all servers works only in \`disallowedTools\`; name the server:
          \`mcp__<server>\`

1 warning in 1 agent (claude-code)
\`\`\`

## Near miss

In a folder that two hosts call their own, a tool of either is known.

\`\`\`md file=.github/agents/a.agent.md
---
description: Audits.
tools: [read, codebase, bash]
---

You do one thing well.
\`\`\`

## Precision

44 findings on 913 public files (2026-11-21), all read. 9 are in files for Claude Code (names of other agents and of MCP
servers without \`mcp__\`), all right. 35 are in files for VS Code (\`terminalCommand\`, \`codeSearch\`, \`Microsoft Docs\`,
\`database\`): none of the names is in the tool registry of 1.139.1; where \`terminalCommand\` and \`database\` came from was not
found out.
`;var ye={"ambiguous-path":W,"body-too-complex":I,"broken-fence":u,"contradictory-ownership":Y,"dead-claim":x,"duplicate-key":p,"duplicate-name":v,"escalation-cycle":i,"executable-frontmatter":g,"foreign-tool":N,"impossible-handoff":d,"invalid-field":f,"invalid-name":C,"invalid-yaml":w,"missing-field":k,"missing-frontmatter":b,"no-usable-tool":E,"overlapping-ownership":A,"oversized-file":R,"refused-handoff":r,"retired-tool":L,"runaway-delegation":l,"self-handoff":h,"undecodable-file":T,"unknown-agent":c,"unknown-field":y,"unknown-model":P,"unknown-tool":S,"unowned-files":j,"unreachable-agent":m,"unreadable-file":q};0&&(module.exports={rulePages});
