import { listCellLimits } from '../meaning/cell-limits.ts';
import { definePass } from './pass.ts';

/** Which values do the cells of tables ask for? In Chinese texts only. */
export const cellLimits = definePass({
  name: 'cell-limits',
  reads: ['exhibits', 'numbering', 'clauses', 'language'],
  adds: ['cellLimits'],
  run: ({ exhibits, numbering, clauses, language }) => ({
    cellLimits: language === 'zh' ? listCellLimits(exhibits, numbering.exhibits, clauses) : [],
  }),
});
