import type { Limit, Quantity } from '../../limits/index.ts';
import type {
  Clause,
  CompiledStandard,
  CompiledText,
  Provision,
  Reference,
} from '../../model/standard.ts';
import { keyOf } from '../keys.ts';
import type { StandingFacts } from '../standing.ts';
import { lead, say, sayAll, sayDay, sayNumber } from './nodes.ts';
import type { Graph, GraphNode, GraphProperty, GraphValue } from './nodes.ts';

/** Where the classes and properties are defined that no public vocabulary has; a library may name others. */
export interface Namespaces {
  /** Clauses, references, exhibits of a standard. */
  readonly std: string;
  /** Classes of provisions, named as in the ISO/IEC SMART core ontology. */
  readonly provision: string;
}

/** Ours, while GB/T 48000.3—2026 and ISO/IEC SMART print placeholders for theirs. */
export const ourNamespaces: Namespaces = {
  std: 'urn:biaolian:standard#',
  provision: 'urn:biaolian:provision#',
};

/** The page of the standard, which stands for the standard itself, from any file of its folder. */
const SELF = './';
const at = (id: string): string => `./#${encodeURIComponent(id)}`;

/**
 * What a standard says as a graph: Dublin Core for what it is, SKOS for its terms, and clauses, provisions, limits and
 * references in the namespaces given. Ids are the addresses of the page.
 */
export function describeStandard(
  standard: CompiledStandard,
  facts: StandingFacts,
  namespaces: Namespaces = ourNamespaces,
): Graph {
  const { text, english } = standard;
  const titles = new Map(english?.clauses.map(({ id, title }) => [id, title]));
  return {
    prefixes: {
      dcterms: 'http://purl.org/dc/terms/',
      skos: 'http://www.w3.org/2004/02/skos/core#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      std: namespaces.std,
      prov: namespaces.provision,
    },
    nodes: [
      describeDocument(standard, facts),
      ...text.clauses.map((clause) => describeClause(clause, text, titles.get(clause.id))),
      ...text.provisions.map((provision) => describeProvision(provision, text)),
      ...text.terms.map((term) => describeTerm(term, text)),
      ...text.exhibits.map((exhibit) => describeExhibit(exhibit, text)),
    ],
  };
}

function describeDocument(standard: CompiledStandard, facts: StandingFacts): GraphNode {
  const { key, number, kind, meta, text } = standard;
  const standing = (name: string, other: string): GraphProperty => ({
    name,
    value: { blank: { types: ['std:Standard'], properties: say('dcterms:identifier', other) } },
  });
  const cited = new Map(text.references.map((reference) => [reference.key, reference]));
  return {
    id: SELF,
    types: ['std:Standard'],
    properties: [
      ...say('dcterms:identifier', key),
      ...say('std:printedNumber', number),
      ...say('dcterms:title', meta.title, 'zh'),
      ...say('dcterms:title', meta.titleEn, 'en'),
      ...say('std:kind', kind),
      ...say('std:status', facts.status),
      ...say('dcterms:language', 'zh'),
      ...say('dcterms:language', standard.english && 'en'),
      ...sayDay('dcterms:issued', meta.issued),
      ...sayDay('std:implemented', meta.implemented),
      ...sayDay('std:withdrawn', meta.withdrawn),
      ...sayAll('dcterms:publisher', meta.issuers, 'zh'),
      ...sayAll('std:proposedBy', meta.proposedBy, 'zh'),
      ...sayAll('std:administeredBy', meta.administeredBy, 'zh'),
      ...sayAll('std:draftedBy', meta.draftedBy, 'zh'),
      ...sayAll('std:ics', meta.ics),
      ...sayAll('std:ccs', meta.ccs),
      ...sayAll('std:industry', meta.industries),
      ...say('dcterms:abstract', meta.abstract, 'zh'),
      ...say('dcterms:abstract', meta.abstractEn, 'en'),
      ...sayAll('dcterms:subject', meta.keywords, 'zh'),
      ...sayAll('dcterms:subject', meta.keywordsEn, 'en'),
      ...meta.replaces.map(({ number: earlier }) => standing('dcterms:replaces', keyOf(earlier))),
      ...facts.successors.map((later) => standing('dcterms:isReplacedBy', keyOf(later))),
      ...[...cited.values()].map(({ key: other }) => standing('dcterms:references', other)),
      ...(meta.sample ? flag('std:sample', true) : []),
    ],
  };
}

const flag = (name: string, value: boolean): readonly GraphProperty[] => [
  { name, value: { literal: String(value), type: 'boolean' } },
];

function describeClause(
  clause: Clause,
  text: CompiledText,
  titleEn: string | undefined,
): GraphNode {
  const above = clause.parent === null ? undefined : text.clauses[clause.parent]?.id;
  const index = text.clauses.indexOf(clause);
  const references = text.references.filter((reference) => reference.clause === index);
  return {
    id: at(clause.id),
    types: ['std:Clause'],
    properties: [
      ...lead('dcterms:isPartOf', above === undefined ? SELF : at(above)),
      ...say('std:clauseKind', clause.kind),
      ...say('std:clauseNumber', clause.address),
      ...say('dcterms:title', clause.title, text.language),
      ...say('dcterms:title', titleEn || clause.titleEn, 'en'),
      ...flag('std:normative', clause.normative),
      ...say('std:text', clause.text, text.language),
      ...references.map(describeReference),
    ],
  };
}

function describeReference(reference: Reference): GraphProperty {
  return {
    name: 'std:cites',
    value: {
      blank: {
        types: ['std:Reference'],
        properties: [
          ...say('dcterms:identifier', reference.key),
          ...flag('std:dated', reference.dated),
          ...flag('std:normative', !reference.informative),
          ...say('std:role', reference.role),
          ...sayAll('std:citedClause', reference.targetClauses ?? []),
        ],
      },
    },
  };
}

function describeProvision(provision: Provision, text: CompiledText): GraphNode {
  const { id, type, clause, negative, verb, by, object, characteristic, verify, limits } =
    provision;
  const name = type.charAt(0).toUpperCase() + type.slice(1);
  return {
    id: at(id),
    types: ['std:Provision', `prov:${name}`],
    properties: [
      ...lead('dcterms:isPartOf', at(text.clauses[clause]?.id ?? '')),
      ...say('std:text', provision.text, text.language),
      ...say('std:verb', verb, text.language),
      ...flag('std:negative', negative),
      ...say('std:taggedBy', by),
      ...say('std:object', object, text.language),
      ...say('std:characteristic', characteristic, text.language),
      ...lead('std:verifiedBy', verify === undefined ? undefined : at(verify)),
      ...(limits ?? []).map(describeLimit),
    ],
  };
}

function describeLimit({ object, comparator, isCondition, quantity, text }: Limit): GraphProperty {
  return {
    name: isCondition ? 'std:condition' : 'std:limit',
    value: {
      blank: {
        types: ['std:Limit'],
        properties: [
          ...say('std:object', object, 'zh'),
          ...say('std:comparator', comparator),
          ...describeQuantity(quantity),
          ...say('std:unit', quantity.unit),
          ...say('std:text', text, 'zh'),
        ],
      },
    },
  };
}

function describeQuantity(quantity: Quantity): readonly GraphProperty[] {
  switch (quantity.kind) {
    case 'value':
      return sayNumber('std:value', quantity.value);
    case 'range':
      return [...sayNumber('std:minimum', quantity.min), ...sayNumber('std:maximum', quantity.max)];
    case 'tolerance':
      return [
        ...(quantity.nominal === undefined ? [] : sayNumber('std:value', quantity.nominal)),
        ...sayNumber('std:minus', quantity.minus),
        ...sayNumber('std:plus', quantity.plus),
      ];
    case 'ratio':
      return say('std:ratio', quantity.ratio);
    case 'size':
      return quantity.values.flatMap((value) => sayNumber('std:value', value));
    case 'grade':
      return say('std:grade', quantity.grade);
  }
}

function describeTerm(
  {
    clause,
    term,
    termEn,
    abbreviations,
    admitted,
    definition,
    source,
  }: CompiledText['terms'][number],
  text: CompiledText,
): GraphNode {
  return {
    id: `${at(text.clauses[clause]?.id ?? '')}.term`,
    types: ['skos:Concept'],
    properties: [
      ...lead('dcterms:isPartOf', at(text.clauses[clause]?.id ?? '')),
      ...say('skos:prefLabel', term, text.language),
      ...(text.language === 'en' ? [] : say('skos:prefLabel', termEn, 'en')),
      ...sayAll('skos:altLabel', [...abbreviations, ...admitted], text.language),
      ...say('skos:definition', definition, text.language),
      ...say('dcterms:source', source, text.language),
    ],
  };
}

const EXHIBITS = { table: 'std:Table', figure: 'std:Figure', formula: 'std:Formula' } as const;

function describeExhibit(exhibit: CompiledText['exhibits'][number], text: CompiledText): GraphNode {
  const value = (cells: readonly (readonly string[])[]): GraphValue => ({
    text: cells.map((row) => row.join('\t')).join('\n'),
    language: text.language,
  });
  return {
    id: at(exhibit.id),
    types: [EXHIBITS[exhibit.kind]],
    properties: [
      ...lead('dcterms:isPartOf', at(text.clauses[exhibit.clause]?.id ?? '')),
      ...say('std:label', exhibit.label, text.language),
      ...say('dcterms:title', exhibit.title, text.language),
      ...(exhibit.rows ? [{ name: 'std:cells', value: value(exhibit.rows) }] : []),
    ],
  };
}
