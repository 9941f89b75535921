import type { Program } from '../../program';
import { aboutSection } from './about';
import { baseSection } from './base';
import { combiningSection } from './combining';
import { holdingSection, validitySection } from './dates';
import { givenBy } from './given';
import type { RegulationSection } from './given';
import { messagesSection } from './messages';
import { returnsSection } from './returns';
import { rulesSection } from './rules';
import { balanceSection, undoingSection, voucherSection } from './using';

/** The regulation of a program as a customer reads it: plain pt-BR text, no section empty. */
export interface Regulation {
  title: string;
  sections: RegulationSection[];
}

/** The regulation, made of the program alone: it says what the rules do, and changes with them. */
export function programRegulation(program: Program): Regulation {
  const given = givenBy(program);
  const earning = given.rules.length > 0;
  const sections = [
    aboutSection(given),
    earning ? rulesSection(given) : null,
    combiningSection(given),
    earning ? baseSection(given) : null,
    earning ? holdingSection(given) : null,
    validitySection(given),
    balanceSection(given),
    voucherSection(given),
    undoingSection(given),
    returnsSection(given),
    messagesSection(given),
  ];
  return {
    title: `Regulamento do programa ${program.name}`,
    sections: sections.filter((section) => section !== null),
  };
}

/** The same as Markdown. What the merchant wrote stays text: it cannot become markup. */
export function regulationText(program: Program): string {
  const { title, sections } = programRegulation(program);
  const blocks = sections.flatMap(({ heading, paragraphs }) => [`## ${heading}`, ...paragraphs.map(escaped)]);
  return `${[`# ${escaped(title)}`, ...blocks].join('\n\n')}\n`;
}

/** An underscore within a word is no markup, so that names such as America/Sao_Paulo stay readable. */
function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}
