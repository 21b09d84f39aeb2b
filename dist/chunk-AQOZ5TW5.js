import{createRequire as __r}from'node:module';const require=__r(import.meta.url);
import{a as t,d as m}from"./chunk-DA6NTLZD.js";import{a as r}from"./chunk-FQ6AZYLD.js";import"./chunk-REKMAQIZ.js";var l=`# broken-fence
`;var a=`# duplicate-key
`;var d=`# executable-frontmatter
`;var f=`# invalid-field
`;var s=`# invalid-yaml
`;var p=`# missing-field
`;var u=`# missing-frontmatter
`;var c=`# unknown-field
`;var b=`# duplicate-name
`;var g=`# invalid-name
`;var k=`# body-too-complex
`;var v=`# oversized-file
`;var w=`# undecodable-file
`;var y=`# unreadable-file
`;var x=`# foreign-tool
`;var F=`# no-usable-tool
`;var h=`# retired-tool
`;var T=`# unknown-model
`;var z=`# unknown-tool
`;var n={"body-too-complex":k,"broken-fence":l,"duplicate-key":a,"duplicate-name":b,"executable-frontmatter":d,"foreign-tool":x,"invalid-field":f,"invalid-name":g,"invalid-yaml":s,"missing-field":p,"missing-frontmatter":u,"no-usable-tool":F,"oversized-file":v,"retired-tool":h,"undecodable-file":w,"unknown-field":c,"unknown-model":T,"unknown-tool":z,"unreadable-file":y};async function Ke({stdout:E},e){let o=Object.hasOwn(n,e)?n[e]:void 0;if(o===void 0){let i=r(e,Object.keys(n)),O=i===void 0?"agent-lint rules lists them":`did you mean ${i}?`;throw new m(`there is no rule called ${e}`,O)}return E.write(o.endsWith(`
`)?o:`${o}
`),t.clean}export{Ke as explain};
