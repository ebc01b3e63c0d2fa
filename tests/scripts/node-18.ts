import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** What a file and its static imports of our own amount to. */
export function listBootstrapFiles(entry: string): readonly string[] {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true);
    for (const { fileName } of importedFiles) {
      if (fileName.startsWith('.')) add(join(dirname(path), fileName));
    }
  };
  add(entry);
  return [...found];
}

/**
 * Checks scripts against Node 18: the language and library of ES2022 by the type checker, and
 * names imported from Node's own modules by the version they are documented to exist since.
 */
export function findNewerThanNode18(files: readonly string[]): readonly string[] {
  const program = ts.createProgram([...files], {
    allowJs: true,
    checkJs: true,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
  });
  const checker = program.getTypeChecker();
  return files.flatMap((path) => {
    const file = program.getSourceFile(path);
    if (!file) return [`${path} cannot be read`];
    const diagnostics = [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    const newer: string[] = [];
    const visit = (node: ts.Node): void => {
      const complaint = describeNewer(node, checker);
      if (complaint !== undefined) newer.push(complaint);
      ts.forEachChild(node, visit);
    };
    visit(file);
    return [...diagnostics, ...newer].map((text) => `${path}: ${text}`);
  });
}

function describeNewer(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (ts.isImportDeclaration(node) && node.attributes) return 'import … with';
  if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.Using) !== 0) return 'using';
  if (!ts.isImportSpecifier(node) && !ts.isPropertyAccessExpression(node)) return undefined;
  const symbol = checker.getSymbolAtLocation(node.name);
  if (!symbol) return undefined;
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const since = target.getJsDocTags(checker).find(({ name }) => name === 'since');
  const versions = [...(since?.text?.[0]?.text ?? '').matchAll(/v(\d+)\./g)].map(([, major]) =>
    Number(major),
  );
  const isNewer = versions.length > 0 && Math.min(...versions) > 18;
  return isNewer ? `${node.name.text} is new in ${since?.text?.[0]?.text}` : undefined;
}
