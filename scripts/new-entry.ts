/**
 * `npm run new -- claim --text "…"`: starts the file of an entry from flags, and in a terminal from the answers to questions. What it
 * writes has passed the check; it overwrites nothing. Exits 1 when it writes nothing, 130 when the questions are broken off.
 */
import { join } from "node:path";
import { formatProblems } from "../src/check/format.ts";
import { isFolder, readContent } from "../src/load/read-content.ts";
import { didYouMean } from "../src/model/nearest.ts";
import { helpText, missingText, usageText } from "../src/scaffold/describe.ts";
import { existingOf } from "../src/scaffold/existing.ts";
import { fieldsOf } from "../src/scaffold/fields.ts";
import { readFlags } from "../src/scaffold/flags.ts";
import { missingFields, questionsFor } from "../src/scaffold/questions.ts";
import { isWord, WORDS, type Word } from "../src/scaffold/words.ts";
import { missingFolder } from "../src/load/settings.ts";
import { readSettingsOrExit } from "./settings-or-exit.ts";
import { writeNew } from "./write-new.ts";

const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
const args = process.argv.slice(2);
const written = args[0]?.startsWith("-") ? undefined : args.shift();
const wantsHelp = args.some((arg) => ["--help", "-h"].includes(arg));

if (written === undefined && wantsHelp) console.log(usageText());
else if (written === undefined && !isTerminal) stop(usageText());
else if (written !== undefined && !isWord(written))
  stop(`\`${written}\` starts no entry. ${didYouMean(written, WORDS)}`.trim(), usageText());
else if (written !== undefined && wantsHelp) console.log(helpText(written));
else await start(written ?? (await (await loadQuestions()).askWord()));

async function start(word: Word): Promise<void> {
  const { contentDir } = readSettingsOrExit();
  if (!isFolder(contentDir)) stop(missingFolder(contentDir));
  const { draftEntry, faultsOfFlags, fieldAt } = await import("../src/scaffold/draft.ts"); // slow to load, and the help needs none of it
  const content = readContent(contentDir);
  const flags = readFlags(word, args);
  const faults = faultsOfFlags(word, flags, content, contentDir);
  const isWhole = missingFields(word, flags.values).length === 0;
  if (!isWhole && !isTerminal) faults.push(missingText(word, flags.values));
  if (faults.length > 0) stop(...faults);

  let { values, id } = flags;
  if (!isWhole) {
    const { askId, askValues } = await loadQuestions();
    const existing = existingOf(content);
    values = await askValues(word, questionsFor(word, values), values, existing);
    id ??= await askId(word, values, existing, contentDir);
  }
  for (;;) {
    const draft = draftEntry(word, { values, id, body: flags.body }, content, contentDir);
    if ("fault" in draft) return stop(draft.fault);
    const { file, problems, errorsElsewhere } = draft;
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length === 0) {
      const path = join(contentDir, file.file);
      if (!(await writeNew(path, file.text))) stop(`There is ${path} already, and it is left as it is. Add another id with \`--id\`.`);
      console.log(`Written: ${path}`);
      if (problems.length > 0) console.log(`\n${formatProblems(problems, contentDir)}`);
      if (errorsElsewhere > 0)
        console.log(`\nWith it, the check finds errors in other files (${errorsElsewhere}); \`npm run check\` lists them.`);
      return;
    }
    // What only the whole dossier shows is wrong: another answer may mend it, and the other answers are not lost.
    const wrong = errors.map(({ line }) => fieldAt(file.text, line));
    const again = isWhole ? [] : fieldsOf(word).filter(({ name, type }) => wrong.includes(name) && type !== "records" && type !== "record");
    if (again.length === 0) return stop(...errors.map(({ message, advice }) => `${message} ${advice}`));
    const { askAgain } = await loadQuestions();
    values = await askAgain(word, again, values, existingOf(content), errors);
  }
}

/** The package for prompts is loaded only where somebody can answer. */
function loadQuestions() {
  return import("./ask-entry.ts");
}

/** Ends the command with sentences on standard error, before anything is written. */
function stop(...sentences: string[]): never {
  console.error(`${[...new Set(sentences)].join("\n\n")}\n\nNothing is written.`);
  process.exit(1);
}
