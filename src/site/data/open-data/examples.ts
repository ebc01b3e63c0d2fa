/** A way to take the data, for people: a program with what it is told. */
export interface Example {
  readonly program: 'curl' | 'Python' | 'R' | 'Excel';
  /** `SITE` stands for the address of the site, with a slash at its end. */
  readonly code: string;
}

/** The same question in each program: numbers and titles of the standards in force. Tests run those whose program is there. */
export const examples: readonly Example[] = [
  {
    program: 'curl',
    code: String.raw`curl -s SITEdata/catalogue.ndjson |
  grep '"status":"现行"' |
  sed -E 's/^\{"number":"([^"]*)","title":"([^"]*)".*/\1  \2/'`,
  },
  {
    program: 'Python',
    code: `import json, urllib.request

with urllib.request.urlopen("SITEdata/catalogue.ndjson") as lines:
    for line in lines:
        row = json.loads(line)
        if row["status"] == "现行":
            print(row["number"], row["title"], sep="  ")`,
  },
  {
    program: 'R',
    code: `rows <- read.csv("SITEdata/catalogue.csv", fileEncoding = "UTF-8-BOM",
                 colClasses = "character")
valid <- rows[rows$status == "现行", ]
cat(paste(valid$number, valid$title, sep = "  "), sep = "\\n")`,
  },
  {
    program: 'Excel',
    code: `let
  Source = Csv.Document(Web.Contents("SITEdata/catalogue.csv"), [Encoding = 65001]),
  Rows = Table.PromoteHeaders(Source),
  Valid = Table.SelectRows(Rows, each [status] = "现行")
in
  Table.SelectColumns(Valid, {"number", "title"})`,
  },
];
