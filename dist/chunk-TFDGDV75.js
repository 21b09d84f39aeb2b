import{createRequire as __r}from'node:module';const require=__r(import.meta.url);
import{d as o,e as m}from"./chunk-ZETNWZM5.js";function y(r,i){let s=[r,...i].map(n=>n.map(m)),p=r.map((n,t)=>Math.max(...s.map(a=>o(a[t]??"")))),e=n=>n.map((t,a)=>a===n.length-1?t:t+d(t,p[a]??0)).join("  ").trimEnd();return`${s.map(e).join(`
`)}
`}var d=(r,i)=>" ".repeat(Math.max(0,i-o(r)));export{y as a};
