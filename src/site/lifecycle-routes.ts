import type { Language } from '#core/model/standard.ts';
import type { Library } from '#library/open.ts';
import { planFile } from './files/plan-file-name.ts';
import { lifecyclePath, planPath, projectPath } from './lifecycle-paths.ts';
import { makePage } from './page-spec.ts';
import type { PageSpec } from './page-spec.ts';
import { listPlanYears } from './views/lifecycle.ts';

/** The board, the pages of projects with their public papers, and the plans of years with their workbooks. */
export function* listLifecyclePages(library: Library, language: Language): Generator<PageSpec> {
  yield makePage({ template: 'lifecycle', language, path: lifecyclePath });
  for (const { id } of library.projects) {
    const own = { params: { project: id }, props: { project: id } };
    yield makePage({ ...own, template: 'project', language, path: projectPath(id) });
  }
  for (const paper of language === 'zh' ? library.papers.keys() : []) {
    const [, project = '', ...file] = paper.split('/');
    const props = { project, file: file.join('/') };
    const path = `${projectPath(project)}${props.file}`;
    yield makePage({ template: 'project-paper', language, path, params: props, props });
  }
  for (const year of listPlanYears(library)) {
    const params = { year: String(year) };
    yield makePage({ template: 'plan', language, path: planPath(year), params, props: { year } });
    const { name, base, extension } = planFile(year, language);
    yield makePage({
      template: 'plan-file',
      // Files of both languages lie beside the Chinese page: the name of a file says its language.
      language: 'zh',
      path: `${planPath(year)}${name}`,
      params: { ...params, file: base, extension },
      props: { year, file: name },
    });
  }
}
