import type { City } from './city.ts';

/** What the keepers of a library have beside its content: how to work on it, and what checks and publishes it. */
export function writeKeepersFiles(city: City): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', writeReadme(city)],
    ['.editorconfig', editorconfig],
    ['.gitignore', '/dist/\n/dist.releases/\n.acts/\n'],
    ['.vscode/settings.json', writeEditorSettings()],
    ['.github/workflows/publish.yml', writeWorkflow('github')],
    ['.gitea/workflows/publish.yml', writeWorkflow('gitea')],
  ]);
}

const writeReadme = (
  city: City,
): string => `# ${city.zh}标准文献库 · ${city.en} Library of Standards

这个文件夹是${city.zh}的标准库。里面每一类各有一个样例（都标着“样例”），照着写自己的，然后删掉样例。
This folder is the library of standards of ${city.en}. It has one example of each kind, marked as a sample: write your own after it, then delete it.

| 文件夹 Folder | 里面是什么 What is in it |
|---|---|
| \`site.yaml\` | 门户的名字、颜色、地址 name, colour and address of the portal |
| \`standards/\` | 标准全文，一项一个文件夹 full texts, a folder each |
| \`catalogue/\` | 目录：别处标准的编号、名称、日期 facts about standards that are elsewhere |
| \`systems/\` | 标准体系 standard systems |
| \`projects/\` \`project-kinds.yaml\` | 制修订项目，各类标准的阶段 projects, and the stages of each kind |
| \`notices/\` | 公告 notices |
| \`glossary/\` | 词表 glossary |
| \`vocabulary/\` | 产业链、机构的名字 names of chains and bodies |
| \`site/\` | 标志（SVG）、首页和页脚的一段话（Markdown） logo, words of home and footer |

在标链的文件夹里运行（把 \`../library\` 换成本文件夹的路径；路径里有空格就加引号）：
Run in the folder of Biaolian, with the path of this folder in place of \`../library\`, in quotes where it has spaces:

\`\`\`sh
npm run std -- check --library ../library      # 检查 check
npm start -- --library ../library              # 建站并在浏览器里看 build, and look at it
npm run desk -- --library ../library           # 在网页里写和公布 write and publish in a web page
npm run build -- --library ../library --out ../site
\`\`\`

\`.github/\` 和 \`.gitea/\` 里的流程在每次推送时检查、建站；在仓库设置里把变量 \`BIAOLIAN_REPOSITORY\` 设为标链代码的地址。
The workflows in \`.github/\` and \`.gitea/\` check and build at each push; set the variable \`BIAOLIAN_REPOSITORY\` of the repository to the address of the code of Biaolian.
`;

const editorconfig = `root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2

# 行尾两个空格、台账里的制表符都有意义。 Two blanks at a line's end, and tabs in ledgers, mean something.
[*.{md,tsv}]
trim_trailing_whitespace = false

[*.tsv]
indent_style = tab
`;

/** Files of a library, by the schema that describes them. */
export const schemaOf: Readonly<Record<string, string>> = {
  site: 'site.yaml',
  glossary: 'glossary/*.yaml',
  system: 'systems/*.yaml',
  indicators: 'indicators/*.yaml',
  project: 'projects/*/project.yaml',
  'project-kinds': 'project-kinds.yaml',
  deadlines: 'deadlines.yaml',
  'comments-kept': 'projects/*/comments.yaml',
  exceptions: 'exceptions.yaml',
  chains: 'vocabulary/chains.yaml',
  'catalogue-coverage': 'vocabulary/catalogue-coverage.yaml',
};

const writeEditorSettings = (): string => {
  const schemas = Object.entries(schemaOf).map(([name, files]) => [
    `./.vscode/schema/${name}.json`,
    files,
  ]);
  return `${JSON.stringify({ 'yaml.schemas': Object.fromEntries(schemas) as object, 'files.eol': '\n' }, null, 2)}\n`;
};

/** One file for two kinds of hosts: they differ in how a built site is handed on. */
function writeWorkflow(host: 'github' | 'gitea'): string {
  const pages = host === 'github';
  return `# 每次推送：检查标准库、建站。先把仓库变量 BIAOLIAN_REPOSITORY 设为标链代码的地址。
# At each push: check the library, build the site. Set the variable BIAOLIAN_REPOSITORY to the address of the code first.
name: publish
on:
  push: { branches: [main] }
  pull_request:
  schedule: [{ cron: '20 17 * * *' }]
${pages ? 'permissions: { contents: read, pages: write, id-token: write }\n' : ''}jobs:
  publish:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { path: library }
      - run: git clone --depth 1 "$BIAOLIAN_REPOSITORY" biaolian
        env: { BIAOLIAN_REPOSITORY: '\${{ vars.BIAOLIAN_REPOSITORY }}' }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npm run std -- check --library ../library
        working-directory: biaolian
      - run: npm run build -- --library ../library --out ../site
        working-directory: biaolian
${
  pages
    ? `      - uses: actions/upload-pages-artifact@v3
        if: github.ref == 'refs/heads/main'
        with: { path: site }
      - uses: actions/deploy-pages@v4
        if: github.ref == 'refs/heads/main'
`
    : `      - uses: actions/upload-artifact@v3
        with: { name: site, path: site }
`
}`;
}
