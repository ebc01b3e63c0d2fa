/** The number of a clause without the word it is printed with: `5` of 第5章, `A` of 附录A, `5.2.1` as it is. */
export function bareLabel(label: string): string {
  return label.replace(/^第(.*)章$/u, '$1').replace(/^(?:附录|Annex|Appendix)\s*/u, '');
}
