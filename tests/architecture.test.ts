import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The order of lib/core: a folder may import only folders that stand before it (and itself). */
const pipeline = [
  "text",
  "symbol",
  "calendar",
  "bodies",
  "vocabulary",
  "language",
  "resolution",
  "mandate",
  "task",
  "reminder",
  "insight",
  "export",
  "import",
];

/** `running`: only imports that run count; the shapes of types may be named. */
type Rule = { from: RegExp; never: RegExp; because: string; running?: true };

// Each rule is a sentence to obey; a failure prints it.
const rules: Rule[] = [
  {
    from: /^lib\/core\//,
    never: /^(?:app|lib\/(?!core\/))|^(?:next|react|@prisma|pg|pg-boss|nodemailer)(?:$|\/)/,
    because: "lib/core is pure: it draws nothing, stores nothing, sends nothing.",
  },
  {
    from: /^lib\/core\//,
    never: /^(?:node:)?(?:fs|http|https|net|child_process|os)$/,
    because: "lib/core reads no files and no network: what it needs is an argument.",
  },
  {
    from: /^lib\/services\//,
    never: /^(?:next|next-auth|react|react-dom|@prisma|pg)(?:$|\/)|generated\/|^app\//,
    because: "Use cases know neither the web framework nor Prisma; they speak to lib/db.",
  },
  {
    from: /^(?:app|lib\/(?!db\/|platform\/))/,
    never: /^@prisma\/|lib\/db\/generated/,
    because: "lib/db alone imports Prisma (lib/platform starts and migrates it).",
  },
  {
    from: /^lib\/(?!adapters\/channels\/)/,
    never: /^nodemailer/,
    because: "Mail clients belong to the channels.",
  },
  {
    from: /^lib\/(?:db|adapters|i18n)\//,
    never: /^(?:lib\/services|app)\//,
    because: "The flow goes one way: services call db and adapters, not the other way round.",
  },
  {
    from: /^lib\//,
    never: /^app\//,
    because: "What is decided does not depend on what is drawn.",
  },
  {
    from: /^app\/_ui\//,
    never: /^lib\/(?:db|services|platform|adapters)\//,
    because: "Shared components are given what they draw; they fetch nothing.",
    running: true,
  },
];

/** Core folders read no clock, no environment and no chance: now, the actor and the calendar are arguments. */
const impure = [/\bnew Date\(\s*\)/, /\bDate\.now\(/, /\bprocess\.env\b/, /\bMath\.random\(/];

const root = process.cwd();
const files = ["app", "lib"].flatMap((folder) => sources(join(root, folder)));
const importsOf = new Map(files.map((file) => [file, targets(file)]));

describe("who may import whom", () => {
  it.each(rules)("$because", ({ from, never, running }) => {
    const broken = [...importsOf]
      .filter(([file]) => from.test(file))
      .flatMap(([file, imports]) =>
        imports
          .filter((target) => never.test(target.name) && (!running || target.runs))
          .map((target) => `${file} -> ${target.name}`),
      );
    expect(broken).toEqual([]);
  });

  it("keeps lib/core in the order in which a resolution becomes a task", () => {
    const place = (path: string) => pipeline.indexOf(path.split("/")[2] ?? "");
    const broken = [...importsOf]
      .filter(([file]) => file.startsWith("lib/core/") && file.split("/").length > 3)
      .flatMap(([file, imports]) =>
        imports
          .filter(({ name }) => name.startsWith("lib/core/") && name.split("/").length > 3)
          .filter(({ name }) => place(name) > place(file))
          .map(({ name }) => `${file} -> ${name}`),
      );
    expect(broken).toEqual([]);
  });

  it("names every folder of lib/core in that order", () => {
    const folders = readdirSync(join(root, "lib/core"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((folder) => !pipeline.includes(folder))).toEqual([]);
  });

  it("has no circle of imports that run", () => {
    expect(circles()).toEqual([]);
  });

  it("lets the core read no clock, no environment and no chance", () => {
    const broken = files
      .filter((file) => file.startsWith("lib/core/"))
      .filter((file) => impure.some((pattern) => pattern.test(withoutComments(readFileSync(file, "utf8")))));
    expect(broken).toEqual([]);
  });

  it("uses no raw SQL that is put together from strings", () => {
    const broken = files.filter((file) =>
      /\$(?:queryRaw|executeRaw)Unsafe\b/.test(readFileSync(file, "utf8")),
    );
    expect(broken).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) ? [relative(root, path)] : [];
  });
}

/** What a file imports: project files by their path from the root, packages by their name. */
function targets(file: string): { name: string; runs: boolean }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    const typesOnly = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ name: placed(file, specifier.text), runs: !typesOnly }];
  });
}

function placed(file: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return relative(root, resolve(dirname(file), specifier));
  return specifier;
}

function circles(): string[] {
  const known = new Map(files.map((file) => [file.replace(/\.tsx?$/, ""), file]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      found.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      return;
    }
    state.set(file, "open");
    for (const { name, runs } of importsOf.get(file) ?? []) {
      const next = known.get(name) ?? known.get(`${name}/index`);
      if (runs && next) visit(next, [...path, file]);
    }
    state.set(file, "done");
  };
  for (const file of files) visit(file, []);
  return found;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
