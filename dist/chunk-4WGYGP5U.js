import{createRequire as __r}from'node:module';const require=__r(import.meta.url);
import{a as i,d as s}from"./chunk-DA6NTLZD.js";import{a as o}from"./chunk-FQ6AZYLD.js";import"./chunk-REKMAQIZ.js";var t={};async function f({stdout:a},e){let n=Object.hasOwn(t,e)?t[e]:void 0;if(n===void 0){let r=o(e,Object.keys(t)),d=r===void 0?"agent-lint rules lists them":`did you mean ${r}?`;throw new s(`there is no rule called ${e}`,d)}return a.write(n.endsWith(`
`)?n:`${n}
`),i.clean}export{f as explain};
