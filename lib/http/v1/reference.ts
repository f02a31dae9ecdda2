import { escapeHtml, page } from "@/lib/adapters/documents/html";
import { apiRoot } from "./match";
import { openApi } from "./openapi";

type Json = Record<string, unknown>;

/** Where the script of the reference page lies; the page's policy lets no other run. */
export const referenceScriptPath = `${apiRoot}/reference.js`;

/**
 * The reference of the API as one page of this installation: every operation, each with a form to try it. `nonce` is
 * that of the answer's content security policy; "" where there is none.
 */
export function referencePage(nonce: string): string {
  const document = openApi("");
  const info = document.info as Json;
  const operations = Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
  );
  const body = `<header class="masthead"><p class="organ">${escapeHtml(String(info.title))}: API, version 1</p></header>
<p>${escapeHtml(String(info.description))}</p>
<p>The same in OpenAPI 3.1, for tools: <a href="/api/openapi.json">/api/openapi.json</a>.</p>
<p><label for="token">Token</label> <input id="token" type="password" autocomplete="off" placeholder="mdt_…"> Without one, requests from here run as you, if you are signed in.</p>
<nav aria-label="Operations"><ul>${operations.map(({ path, method, operation }) => `<li><a href="#${operation.operationId}"><code>${method} ${escapeHtml(path)}</code></a></li>`).join("")}</ul></nav>
<main>${operations.map(({ path, method, operation }) => operationHtml(path, method, operation)).join("\n")}</main>
<script nonce="${escapeHtml(nonce)}" src="${referenceScriptPath}" defer></script>`;
  // The answer's own header is the policy here: it lets this one script run and talk to this server.
  return page({ title: "API reference", language: "en", body, style })
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, "")
    .replace("<title>", '<link rel="icon" href="/icon.svg"><title>')
    .replace("<style>", `<style nonce="${escapeHtml(nonce)}">`);
}

function operationHtml(path: string, method: string, operation: Json): string {
  const id = String(operation.operationId);
  const parameters = operation.parameters as Json[];
  const content = ((operation.requestBody as Json | undefined)?.content ?? {}) as Record<string, Json>;
  const schema = content["application/json"]?.schema as Json | undefined;
  const responses = operation.responses as Record<string, Json>;
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title"><code>${method} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(String(operation.summary))}.${operation["x-scope"] ? ` Scope: <code>${escapeHtml(String(operation["x-scope"]))}</code>.` : ""}</p>
<form data-method="${method}" data-path="${escapeHtml(path)}">
${parameters.map((one) => parameterHtml(id, one)).join("\n")}
${schema ? `<p><label for="${id}-body">Body (JSON)</label><br><textarea id="${id}-body" name="body" rows="6" cols="70">${escapeHtml(JSON.stringify(example(schema), null, 2))}</textarea></p><details><summary>Schema of the body</summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>` : ""}
${content["application/octet-stream"] ? `<p><label for="${id}-file">File</label> <input id="${id}-file" name="file" type="file"></p>` : ""}
<p><button type="submit">Try it</button></p><output aria-live="polite"></output>
</form>
<details><summary>Answers</summary><ul>${Object.entries(responses)
    .map(([status, one]) => `<li>${status}: ${escapeHtml(String(one.description))}</li>`)
    .join("")}</ul></details>
</section>`;
}

function parameterHtml(id: string, parameter: Json): string {
  const name = String(parameter.name);
  const schema = parameter.schema as Json;
  const items = (schema.type === "array" ? schema.items : schema) as Json;
  const hint = Array.isArray(items.enum)
    ? items.enum.join(", ")
    : String(parameter.description ?? items.type ?? "");
  return `<p><label for="${id}-${name}">${escapeHtml(name)}${parameter.required ? " (needed)" : ""}</label> <input id="${id}-${name}" name="${escapeHtml(name)}" data-in="${parameter.in}"> <small>${escapeHtml(hint.slice(0, 240))}</small></p>`;
}

/** A body to start from: what must be there, empty. */
function example(schema: Json): unknown {
  if (schema.type === "object") {
    const required = new Set((schema.required as string[] | undefined) ?? []);
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    return Object.fromEntries(
      properties.filter(([name]) => required.has(name)).map(([name, one]) => [name, example(one)]),
    );
  }
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  return { string: "", integer: 1, number: 1, boolean: false, array: [] }[String(schema.type)] ?? null;
}

const style = `
body { font-family: system-ui, sans-serif; } code, pre, textarea { font: .9rem/1.4 ui-monospace, monospace; } section { border-block-start: 1px solid #bbb; }
label { display: inline-block; min-inline-size: 10rem; } input, textarea, button { font: inherit; padding: .3rem; } form p { margin-block: .3rem; } small { color: #444; }
pre, output { display: block; overflow: auto; max-block-size: 24rem; background: #f4f4f4; padding: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; } output:empty { display: none; }
`;

/** Sends the forms of the reference page and shows what came back. */
export const referenceScript = `"use strict";
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const output = form.querySelector("output");
    let path = form.dataset.path;
    const query = new URLSearchParams();
    const headers = {};
    const token = document.getElementById("token").value.trim();
    if (token) headers.authorization = "Bearer " + token;
    for (const input of form.querySelectorAll("input[data-in]")) {
      const value = input.value.trim();
      if (input.dataset.in === "path") path = path.replace("{" + input.name + "}", encodeURIComponent(value));
      else if (value === "") continue;
      else if (input.dataset.in === "header") headers[input.name] = value;
      else for (const one of value.split(/\\s*,\\s*/)) query.append(input.name, one);
    }
    const area = form.querySelector("textarea");
    const file = form.querySelector("input[type=file]");
    const options = { method: form.dataset.method, headers };
    if (area) { headers["content-type"] = "application/json"; options.body = area.value; }
    if (file && file.files[0]) { headers["content-type"] = "application/octet-stream"; options.body = file.files[0]; }
    output.textContent = "…";
    try {
      const response = await fetch("${apiRoot}" + path + (query.size ? "?" + query : ""), options);
      const type = response.headers.get("content-type") || "";
      const shown = ["etag", "ratelimit-remaining"].filter((name) => response.headers.has(name)).map((name) => name + ": " + response.headers.get(name));
      const text = type.includes("json") ? JSON.stringify(await response.json(), null, 2) : type + ", " + (await response.blob()).size + " bytes";
      output.textContent = [response.status, ...shown, "", text].join("\\n");
    } catch (error) {
      output.textContent = String(error);
    }
  });
}
`;
