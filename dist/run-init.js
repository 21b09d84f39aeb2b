var ye=Object.create;var k=Object.defineProperty;var we=Object.getOwnPropertyDescriptor;var ke=Object.getOwnPropertyNames;var xe=Object.getPrototypeOf,$e=Object.prototype.hasOwnProperty;var c=(e,n)=>()=>{try{return n||e((n={exports:{}}).exports,n),n.exports}catch(t){throw n=0,t}},be=(e,n)=>{for(var t in n)k(e,t,{get:n[t],enumerable:!0})},q=(e,n,t,i)=>{if(n&&typeof n=="object"||typeof n=="function")for(let r of ke(n))!$e.call(e,r)&&r!==t&&k(e,r,{get:()=>n[r],enumerable:!(i=we(n,r))||i.enumerable});return e};var a=(e,n,t)=>(t=e!=null?ye(xe(e)):{},q(n||!e||!e.__esModule?k(t,"default",{value:e,enumerable:!0}):t,e)),Pe=e=>q(k({},"__esModule",{value:!0}),e);var x=c((Le,T)=>{T.exports=require("./agent-lint.js").shared.composition});var B=c((De,J)=>{J.exports=require("./agent-lint.js").shared.io_node_fs});var $=c((He,M)=>{M.exports=require("./agent-lint.js").shared.io_paths});var U=c((Qe,W)=>{W.exports=require("./agent-lint.js").shared.reporters_count});var S=c((Ye,z)=>{z.exports=require("./agent-lint.js").shared.reporters_safe_text});var L=c((Ge,K)=>{K.exports=require("./agent-lint.js").shared.reporters_summary});var F=c((Xe,H)=>{H.exports=require("./agent-lint.js").shared.cli_environment});var re=c((rn,oe)=>{oe.exports=require("./agent-lint.js").shared.config_baseline_name});var ae=c((sn,se)=>{se.exports=require("./agent-lint.js").shared.core_report});var ue=c((dn,ce)=>{ce.exports=require("./agent-lint.js").shared.cli_load_settings});var ze={};be(ze,{runInit:()=>Ce});module.exports=Pe(ze);var p=a(x(),1),pe=a(B(),1),f=a($(),1),he=a(U(),1),y=a(S(),1),b=a(L(),1);function D(e){let n=Ee(e).map(Be);return`{
"version": 1,
"findings": [
${n.join(`,
`)}${n.length>0?`
`:""}]
}
`}var Be=({rule:e,agents:n,value:t,count:i})=>JSON.stringify({rule:e,agents:n,value:t,count:i}).replaceAll(/[^\x20-\x7e]/g,Se),Se=e=>`\\u${e.charCodeAt(0).toString(16).padStart(4,"0")}`,Fe=({rule:e,agents:n,value:t})=>JSON.stringify([e,n,t]);function Ee(e){let n=new Map;for(let t of e){let i=Fe(t);(n.get(i)?.count??0)<t.count&&n.set(i,t)}return[...n].sort(([t],[i])=>t<i?-1:1).map(([,t])=>t)}var Q=a(B(),1),g=a($(),1),Y=a(S(),1),G=a(F(),1);function V(e,n,t="",i=[]){return{path:(0,g.relativePath)(e.cwd,n),folder:(0,g.folderOf)(n),text:t,entries:i}}function X({stderr:e},n,t,i){let r=D(i),o=(0,Y.safeText)(t.path);if(r===t.text||i.length===0&&t.text==="")return e.write(`agent-lint: ${i.length===0?"nothing to put into a baseline":`${o} is up to date`}
`),{...t,entries:i};let s=(0,Q.writeWhole)((0,g.absolutePath)(n.cwd,t.path),r);if(s!==void 0)throw new G.UsageError(`${t.path} could not be written: ${s.why}`);return e.write(`agent-lint: wrote ${o}: ${i.length} ${i.length===1?"entry":"entries"} (before: ${t.entries.length})
`),{...t,text:r,entries:i}}var u=a(F(),1);var E=a(x(),1),Z="agent-lint.config.json",v=".pre-commit-config.yaml",I=".github/workflows/agent-lint.yml";function ee({presets:e,hosts:n}){let t={extends:e.length===1?e[0]:e,...n.size===0?{}:{hosts:Object.fromEntries(n)},rules:{}};return`${JSON.stringify(t,null,2)}
`}var ne=e=>`repos:
${O(e)}`,O=e=>`  - repo: local
    hooks:
      - id: agent-lint
        name: agent-lint
        entry: ${["agent-lint",...e].join(" ")}
        language: node
        additional_dependencies: ["agent-lint@${E.version}"]
        pass_filenames: false
        always_run: true
        require_serial: true
`,te=(e,n)=>`name: agent-lint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  agent-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - run: npx --yes agent-lint@${E.version} --format github${n?" --max-warnings 0":""}${e.map(t=>` ${t}`).join("")}
`,ie=e=>/^[\w.][\w./-]*$/.test(e);var le=a(x(),1),_=a(re(),1),de=a(ae(),1),m=a($(),1);async function fe(e,n){let t=l=>(0,le.lint)(e,{...n,paths:l}),i=await t(n.paths),r=i.report.fleets.length>0||n.paths.length>0?i:await t(["."]),{report:o}=r;if(o.fleets.length===0)return;let s=i.report.fleets.length>0&&n.paths.length===0?[]:ve(o);return{fleets:o.fleets,paths:s,guessed:n.configPath===void 0?o.fleets.filter(({hostFrom:l})=>l==="inferred"):[],found:{...(0,de.countDiagnostics)(o.diagnostics),infos:0},files:Ie(e,n.configPath,s,o)}}var ve=({fleets:e})=>[...new Set(e.map(({root:n})=>n))];function Ie(e,n,t,i){let r=h=>e.kindOf(h)!==void 0,o=h=>r(h)?"it is there":void 0,l=r(".git")?void 0:"this is no git repository",d=t.every(ie)?void 0:"the folder of the agents has a name that needs care in a shell",w=i.diagnostics.every(({severity:h})=>h==="info");return[{kind:"config",path:Z,left:Oe(e,n)},{kind:"baseline",path:_.baselineName,left:o(_.baselineName)??(w?"nothing is found":void 0)},{kind:"hook",path:v,left:l??d??o(v)},{kind:"workflow",path:I,left:l??d??o(I)??Ne(e)}]}var Oe=(e,n)=>n===void 0?void 0:`${(0,m.relativePath)(e.cwd,(0,m.absolutePath)(e.cwd,n))} is there`,_e=[".gitlab-ci.yml",".circleci","azure-pipelines.yml","bitbucket-pipelines.yml","Jenkinsfile"];function Ne(e){let n=_e.find(i=>e.kindOf(i)!==void 0),t=e.kindOf((0,m.joinPath)(".github","workflows"))!==void 0;return n===void 0||t?void 0:`the project is built with ${n}`}var R=a(ue(),1);async function Ce(e,n,t){let i=(0,p.createNodeFileSystem)(Re((0,p.createNodeFileSystem)(e.cwd))),r=n.map(d=>(0,f.relativePath)(i.cwd,(0,f.absolutePath)(e.cwd,d))),o=await(0,R.loadSettings)({...e,cwd:i.cwd},{},r);if(o===void 0)return u.exitCodes.failure;let s=await fe(i,{paths:r,...o});if(s===void 0)throw new u.UsageError("no agents here","name their folder: agent-lint init <folder>");Ae(e,s);let l=t.yes===!0?je(s):await qe(e,s);return l===void 0?u.exitCodes.clean:(await We(e,i,s,l),u.exitCodes.clean)}function Re(e){for(let n=e.cwd;;n=(0,f.folderOf)(n)){if(e.kindOf((0,f.joinPath)(n,".git"))!==void 0)return n;if(n===(0,f.folderOf)(n))return e.cwd}}function Ae({stdout:e},{fleets:n,files:t,found:i}){for(let{root:r,hostName:o,hostFrom:s,agents:l}of n){let d=s==="inferred"?", as it seems":"";e.write(`${(0,y.safeText)(r)}: ${(0,he.count)(l,"agent")} for ${o}${d}
`)}e.write(`${(0,b.listCounts)(i)||"no errors, no warnings"}

`);for(let{path:r,left:o}of t)o!==void 0&&e.write(`${r} is not proposed: ${(0,y.safeText)(o)}
`)}var C=({files:e})=>e.filter(({left:n})=>n===void 0),je=e=>({presets:["recommended"],hosts:new Map(e.guessed.map(({root:n,host:t})=>[n,t])),kinds:new Set(C(e).map(({kind:n})=>n))});async function qe({variables:e,stdout:n},t){let{askOne:i,askYes:r,begin:o,Cancelled:s,canAsk:l}=await Promise.resolve().then(()=>a(require("./prompts.js"),1));if((e.CI??"")!==""||!l()){for(let{path:d}of C(t))n.write(`${d} is proposed
`);throw new u.UsageError("init asks what to write, and this is no terminal","--yes takes all proposals")}o("agent-lint init");try{let d=new Set,w=new Map,h=["recommended"];for(let{kind:P,path:ge}of C(t))if(await r(Me[P](ge,t))&&(d.add(P),P==="config")){for(let{root:j,host:me}of t.guessed)w.set(j,await i(`Which program loads ${(0,y.safeText)(j)}?`,Je(me)));h=(await i("Which rules?",Te)).split(" + ")}return{presets:h,hosts:w,kinds:d}}catch(d){if(d instanceof s)return;throw d}}var Te=[{value:"recommended",hint:"what is wrong"},{value:"strict",hint:"and what only some teams mind"},{value:"recommended + security",hint:"and what a stranger may have put there"}],Je=e=>[e,...p.hostIds.filter(n=>n!==e)].map(n=>({value:n,hint:(0,p.hostById)(n)?.name??""})),Me={config:e=>`Write a configuration (${e})?`,baseline:(e,{found:n})=>`Set aside what is found now (${(0,b.listCounts)(n)}), so that only what is new counts (${e})?`,hook:e=>`Lint before each commit, with pre-commit (${e})?`,workflow:e=>`Lint pull requests, with a workflow that may only read (${e})?`};async function We(e,n,t,{kinds:i,...r}){i.has("config")&&N(e,n,t,"config",ee(r)),i.has("baseline")&&await Ue(e,n,t),i.has("hook")?N(e,n,t,"hook",ne(t.paths)):t.files.some(({kind:s,left:l})=>s==="hook"&&l==="it is there")&&e.stdout.write(`for the hook, add this to ${A(t,"hook")}, if it is not there:
${O(t.paths)}`);let o=i.has("baseline")||(0,b.listCounts)(t.found)==="";i.has("workflow")&&N(e,n,t,"workflow",te(t.paths,o)),e.stdout.write(`
next: agent-lint${t.paths.map(s=>` ${(0,y.safeText)(s)}`).join("")}
`)}var A=({files:e},n)=>e.find(t=>t.kind===n)?.path??"";function N({stdout:e},n,t,i,r){let o=A(t,i),s=(0,pe.writeWhole)((0,f.absolutePath)(n.cwd,o),r);if(s!==void 0)throw new u.UsageError(`${o} could not be written: ${s.why}`);e.write(`wrote ${o}
`)}async function Ue(e,n,t){let i=await(0,R.loadSettings)({...e,cwd:n.cwd},{},t.paths);if(i===void 0)throw new u.UsageError("the configuration could not be read again");let r=V(n,(0,f.absolutePath)(n.cwd,A(t,"baseline"))),{nextBaseline:o}=await(0,p.lint)(n,{paths:t.paths,...i,baseline:r});X(e,n,r,o("warning"))}0&&(module.exports={runInit});
