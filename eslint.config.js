import path from "node:path";
import { fileURLToPath } from "node:url";
import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import importX from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Who may import what, from the inside out. A layer may always import itself. `may` and `types` (types only)
 * name folders of ours, `packages` and `never` name packages with all that is below them; without `packages`
 * every package is allowed that `never` does not name. `components/*` is one layer per feature: features do not
 * import each other; what all phone features share (its frame, scanner, notices) is in components/phone, the marks
 * of evidence on phone and desk are in components/evidence, what imports of every register share in components/imports.
 */
const layers = [
  { at: "lib/domain", may: [], packages: ["zod/mini"] },
  { at: "lib/protocol", may: ["lib/domain"], packages: ["zod/mini"] },
  { at: "lib/text", may: [], types: ["lib/domain", "lib/protocol"], packages: [] },
  { at: "lib/phone", may: ["lib/domain", "lib/protocol"], packages: ["zod/mini", "dexie", "zxing-wasm", "html5-qrcode"] },
  { at: "lib/service-worker", may: ["lib/domain", "lib/protocol", "lib/launcher"], never: ["react", "next", "dexie"] },
  { at: "lib/server", may: ["lib/domain", "lib/protocol", "lib/text", "prisma/demo-accounts.json"], never: ["react-dom", "lucide-react", "dexie"] },
  { at: "components/ui", may: [], packages: ["react", "lucide-react", "next/link", "next/navigation", "qrcode"] },
  { at: "components/*", may: ["components/ui", "components/phone", "components/evidence", "components/imports", "lib/domain", "lib/protocol", "lib/phone", "lib/text"], never: ["@prisma", "pg", "server-only"] },
  { at: "app/(phone)", may: ["components", "lib/text"], types: ["lib/domain", "lib/protocol", "lib/phone"], never: ["@prisma", "pg", "server-only"] },
  { at: "app/(desk)", may: ["components", "lib/server", "lib/domain", "lib/text"], never: ["@prisma", "pg"] },
  { at: "app/api", may: ["lib/server", "lib/protocol", "lib/domain"], never: ["@prisma", "pg", "react"] },
  { at: "app", may: ["components", "lib/text"], never: ["@prisma", "pg"] },
];

const root = path.dirname(fileURLToPath(import.meta.url));

const importLayers = {
  meta: { type: "problem", schema: [], messages: { crossing: "{{layer}} must not import {{target}}: see the layers in eslint.config.js." } },
  create(context) {
    const file = path.relative(root, context.filename).replaceAll("\\", "/");
    const layer = findLayer(file);
    if (!layer) return {};
    const check = (node) => {
      if (typeof node.source?.value !== "string") return;
      const target = resolveTarget(file, node.source.value);
      const isAllowed = target.isOurs ? mayImportOurs(layer, target.name, isTypeOnly(node)) : mayImportPackage(layer, target.name);
      if (!isAllowed) context.report({ node: node.source, messageId: "crossing", data: { layer: layer.folder, target: target.name } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

function findLayer(file) {
  for (const layer of layers) {
    const folder = layer.at.endsWith("/*") ? file.split("/").slice(0, 2).join("/") : layer.at;
    if (isBelow(file, folder) && isBelow(folder, layer.at.replace("/*", ""))) return { ...layer, folder };
  }
  return undefined;
}

function resolveTarget(file, specifier) {
  if (specifier.startsWith("@/")) return { isOurs: true, name: specifier.slice(2) };
  if (specifier.startsWith(".")) return { isOurs: true, name: path.posix.join(path.posix.dirname(file), specifier) };
  return { isOurs: false, name: specifier };
}

function mayImportOurs(layer, target, typeOnly) {
  if (isBelow(target, "lib/server/generated")) return layer.at === "lib/server";
  return [layer.folder, ...layer.may, ...(typeOnly ? (layer.types ?? []) : [])].some((folder) => isBelow(target, folder));
}

function mayImportPackage(layer, name) {
  if (layer.packages) return layer.packages.some((allowed) => isBelow(name, allowed));
  return !layer.never.some((forbidden) => isBelow(name, forbidden));
}

const isBelow = (name, folder) => name === folder || name.startsWith(`${folder}/`);

function isTypeOnly(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  return node.specifiers?.length > 0 && node.specifiers.every((specifier) => specifier.importKind === "type" || specifier.exportKind === "type");
}

export default tseslint.config(
  { ignores: ["**/node_modules", ".next", ".data", "lib/server/generated", "public", "next-env.d.ts", "test-results", "playwright-report"] },
  tseslint.configs.recommended,
  {
    plugins: { "import-x": importX, layers: { rules: { imports: importLayers } } },
    settings: { "import-x/resolver-next": [createTypeScriptImportResolver()] },
    rules: {
      "layers/imports": "error",
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "no-restricted-imports": ["error", { paths: [{ name: "zod", message: "Import * as z from \"zod/mini\": it keeps 20 KB off the phone, and there is one way." }] }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "none", ignoreRestSiblings: true }],
      eqeqeq: "error",
    },
  },
  { files: ["app/**", "components/**"], ...reactHooks.configs.flat.recommended },
  {
    // Rules that need types: what they find is otherwise found by a user.
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
);
