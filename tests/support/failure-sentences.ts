import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/**
 * Every sentence with which a use case refuses: the words given to `fail(code, words, { fields })`, with "{0}", "{1}"
 * where values stand. Words that are put together elsewhere (a table, a function) are not seen here.
 */
export function failureSentences(root: string, folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of folders.flatMap((folder) => sources(join(root, folder)))) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const constants = constantsOf(source);
    const add = (node: ts.Expression | undefined): void => {
      for (const sentence of node === undefined ? [] : wordsOf(node, constants)) found.set(sentence, file);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "fail") {
        add(node.arguments[1]);
        const more = node.arguments[2];
        if (more !== undefined && ts.isObjectLiteralExpression(more)) visitFields(more, add);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function visitFields(node: ts.ObjectLiteralExpression, add: (words: ts.Expression) => void): void {
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== "fields") continue;
    if (!ts.isObjectLiteralExpression(property.initializer)) continue;
    for (const field of property.initializer.properties)
      if (ts.isPropertyAssignment(field)) add(field.initializer);
  }
}

function wordsOf(node: ts.Expression, constants: ReadonlyMap<string, ts.Expression>): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [
      node.head.text + node.templateSpans.map((span, place) => `{${place}}${span.literal.text}`).join(""),
    ];
  if (ts.isConditionalExpression(node))
    return [...wordsOf(node.whenTrue, constants), ...wordsOf(node.whenFalse, constants)];
  if (ts.isParenthesizedExpression(node)) return wordsOf(node.expression, constants);
  if (ts.isIdentifier(node)) {
    const value = constants.get(node.text);
    return value === undefined ? [] : wordsOf(value, new Map());
  }
  return [];
}

function constantsOf(source: ts.SourceFile): Map<string, ts.Expression> {
  const found = new Map<string, ts.Expression>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer !== undefined)
      found.set(node.name.text, node.initializer);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
