var D=Object.create;var l=Object.defineProperty;var A=Object.getOwnPropertyDescriptor;var E=Object.getOwnPropertyNames;var k=Object.getPrototypeOf,q=Object.prototype.hasOwnProperty;var d=(n,o)=>()=>{try{return o||n((o={exports:{}}).exports,o),o.exports}catch(e){throw o=0,e}},L=(n,o)=>{for(var e in o)l(n,e,{get:o[e],enumerable:!0})},u=(n,o,e,t)=>{if(o&&typeof o=="object"||typeof o=="function")for(let r of E(o))!q.call(n,r)&&r!==e&&l(n,r,{get:()=>o[r],enumerable:!(t=A(o,r))||t.enumerable});return n};var f=(n,o,e)=>(e=n!=null?D(k(n)):{},u(o||!n||!n.__esModule?l(e,"default",{value:n,enumerable:!0}):e,n)),z=n=>u(l({},"__esModule",{value:!0}),n);var h=d((X,C)=>{C.exports=require("./agent-lint.js").shared.composition});var S=d((Z,_)=>{_.exports=require("./agent-lint.js").shared.reporters_index});var x=d((rn,b)=>{b.exports=require("./agent-lint.js").shared.cli_environment});var K={};L(K,{printCompletion:()=>J});module.exports=z(K);var p=f(h(),1),O=f(S(),1);function P(n){return[y(n,""),...n.commands.map(e=>y(e,e.name()))]}function y(n,o){let e=n.registeredArguments.flatMap(N);return{name:o,description:n.description(),flags:n.createHelp().visibleOptions(n).map(Y),words:e,takesPaths:e.length===0&&n.registeredArguments.length>0}}var Y=n=>({short:n.short??void 0,long:n.long??"",description:n.description,takesValue:n.required||n.optional,words:n.argChoices??w[n.long??""]??[]}),w={"--host":p.hostIds,"--output":O.formatNames.map(n=>`${n}=`),rule:p.ruleIds},N=n=>n.argChoices??w[n.name()]??[];function M(n){let o=n.map(({name:e})=>e).filter(e=>e!=="");return`# Completion for agent-lint; put this into ~/.bashrc: eval "$(agent-lint completion bash)"
_agent_lint() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command='' words='' files=yes i line
  # bash takes \`=\` for a word of its own.
  if [[ $cur == '=' ]]; then cur=''; elif [[ $prev == '=' ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${o.join("|")}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  COMPREPLY=()
  case "$command $prev" in
${n.flatMap(I).join(`
`)}
  esac
  if [[ $cur == -* ]]; then
    files=''
    case "$command" in
${n.map(({name:e,flags:t})=>`      '${e}') words='${t.flatMap(j).join(" ")}' ;;`).join(`
`)}
    esac
  else
    case "$command" in
${n.map(e=>H(e,o)).join(`
`)}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -n $files ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
  fi
}
complete -o filenames -F _agent_lint agent-lint
`}var j=({short:n,long:o})=>n===void 0?[o]:[n,o],I=({name:n,flags:o})=>o.filter(({takesValue:e})=>e).map(e=>{let t=j(e).map(s=>`'${n} ${s}'`).join("|");if(e.words.length===0)return`    ${t}) COMPREPLY=($(compgen -f -- "$cur")); return ;;`;let r=`COMPREPLY=($(compgen -W '${e.words.join(" ")}' -- "$cur"))`,i=e.words.some(s=>s.endsWith("="))?"; compopt -o nospace 2>/dev/null":"";return`    ${t}) ${r}${i}; return ;;`});function H({name:n,words:o,takesPaths:e},t){return n===""?`      '') [[ $COMP_CWORD -eq 1 ]] && words='${t.join(" ")}' ;;`:e?`      ${n}) ;;`:`      ${n}) words='${o.join(" ")}' files='' ;;`}function R(n){let e=n.filter(({name:r})=>r!=="").map(({name:r})=>r).join(" ");return`# Completion for agent-lint; put it where fish looks: agent-lint completion fish > ~/.config/fish/completions/agent-lint.fish
${n.flatMap(r=>T(r,e)).join(`
`)}
`}function T({name:n,description:o,flags:e,words:t,takesPaths:r},i){let s=n===""?`not __fish_seen_subcommand_from ${i}`:`__fish_seen_subcommand_from ${n}`,a=n===""?[]:[`${$("__fish_use_subcommand")} -a ${n} -d ${c(o)}`],m=r?[]:[`${$(s)} -f -a ${c(t.join(" "))}`];return[...a,...m,...e.map(F=>U(F,s))]}var $=n=>`complete -c agent-lint -n ${c(n)}`;function U({short:n,long:o,description:e,takesValue:t,words:r},i){let s=`${n===void 0?"":` -s ${n.slice(1)}`} -l ${o.slice(2)}`,a=t?r.length===0?" -r":` -x -a ${c(r.join(" "))}`:"";return`${$(i)}${s}${a} -d ${c(e)}`}var c=n=>`'${n.replaceAll(/[\\']/g,"\\$&")}'`;function v(n){let o=n.filter(({name:t})=>t!==""),e=o.map(({name:t})=>t).join("|");return`# Completion for agent-lint; put this into ~/.zshrc after compinit: eval "$(agent-lint completion zsh)"
_agent_lint_first() {
  local -a commands
  commands=(
${o.map(({name:t,description:r})=>`    ${g(`${t}:${r.replaceAll(":","\\:")}`)}`).join(`
`)}
  )
  _describe -t commands command commands
  _files
}
_agent_lint() {
  local command='' word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      ${e}) command=$word; break ;;
    esac
  done
  case $command in
${n.map(V).join(`
`)}
  esac
}
compdef _agent_lint agent-lint
`}function V({name:n,flags:o,words:e,takesPaths:t}){let r=n===""?"'1:command or path:_agent_lint_first'":"'1:command:'",i=e.length===0?[]:[g(`*:${n}:(${e.join(" ")})`)],a=[r,...t?["'*:path:_files'"]:i,...o.flatMap(B)].map(m=>`        ${m}`);return`    '${n}')
      _arguments -S \\
${a.join(` \\
`)} ;;`}function B({short:n,long:o,description:e,takesValue:t,words:r}){let i=e.replaceAll(/[[\]:\\]/g,"\\$&"),s=t?`:value:${r.length===0?"_files":`(${r.join(" ")})`}`:"";return(n===void 0?[o]:[n,o]).map(m=>g(`*${m}${t&&m===o?"=":""}[${i}]${s}`))}var g=n=>`'${n.replaceAll("'","'\\''")}'`;var W=f(x(),1),G={bash:M,zsh:v,fish:R};async function J({stdout:n},o,e){return n.write(G[e](P(o))),W.exitCodes.clean}0&&(module.exports={printCompletion});
