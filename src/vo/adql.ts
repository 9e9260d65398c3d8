/**
 * Writes the literals and names of ADQL 2.0 and 2.1, so that no query is ever
 * made by gluing foreign text together.
 */

/**
 * Words that can't be names without quotes: SQL-92's and ADQL's own that a
 * column or table might be called (ADQL 2.1 §2.1.3).
 */
const RESERVED = new Set(
  `ABS ABSOLUTE ACOS ACTION ADD ALL ALTER AND ANY AREA AS ASC ASIN AT ATAN ATAN2 AVG BEGIN BETWEEN BIGINT BIT
  BOTH BOX BY CASE CAST CEILING CENTROID CHAR CHARACTER CHECK CIRCLE CLOSE COLUMN COMMIT CONNECT CONSTRAINT
  CONTAINS CONTINUE COORD1 COORD2 COORDSYS COS COT COUNT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME
  CURSOR DATE DAY DEC DECIMAL DECLARE DEFAULT DEGREES DELETE DESC DESCRIBE DISTANCE DISTINCT DOMAIN DOUBLE
  DROP ELSE END ESCAPE EXCEPT EXCEPTION EXEC EXECUTE EXISTS EXP EXTERNAL EXTRACT FALSE FETCH FIRST FLOAT
  FLOOR FOR FOREIGN FOUND FROM FULL GET GLOBAL GO GOTO GRANT GROUP HAVING HOUR IDENTITY ILIKE IMMEDIATE IN
  INDICATOR INITIALLY INNER INPUT INSERT INT INTEGER INTERSECT INTERSECTS INTERVAL INTO IN_UNIT IS ISOLATION
  JOIN KEY LANGUAGE LAST LEADING LEFT LEVEL LIKE LOCAL LOG LOG10 LOWER MATCH MAX MIN MINUTE MOD MODULE MONTH
  NAMES NATIONAL NATURAL NCHAR NEXT NO NOT NULL NUMERIC OF OFFSET ON ONLY OPEN OPTION OR ORDER OUTER OUTPUT
  OVERLAPS PAD PARTIAL PI POINT POLYGON POSITION POWER PRECISION PREPARE PRIMARY PRIOR PROCEDURE PUBLIC
  RADIANS RAND READ REAL REFERENCES REGION RELATIVE RESTRICT REVOKE RIGHT ROLLBACK ROUND ROWS SCHEMA SCROLL
  SECOND SECTION SELECT SESSION SET SIGN SIN SIZE SMALLINT SOME SPACE SQL SQRT SUBSTRING SUM SYSTEM TABLE TAN
  TEMPORARY THEN TIME TIMESTAMP TO TOP TRAILING TRANSACTION TRANSLATE TRIM TRUE TRUNCATE UNION UNIQUE UNKNOWN
  UPDATE UPPER USAGE USER USING VALUE VALUES VARCHAR VARYING VIEW WHEN WHENEVER WHERE WITH WORK WRITE YEAR
  ZONE`
    .trim()
    .split(/\s+/)
);

/**
 * A number without an exponent, with all its digits: SCS services take no
 * exponent, and some TAP services read `1e-7` as a column.
 */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) {
    throw new RangeError(`${value} is no number that can be searched with.`);
  }
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) {
    return text;
  }
  const [, sign, whole, fraction = '', exponent] = parts;
  const digits = whole + fraction;
  const shift = Number(exponent);
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}`
    : `${sign}${digits.padEnd(shift + 1, '0')}`;
}

/** A string literal; a quote inside is doubled, and nothing else means anything. */
export function literal(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** A name as it stands, or in double quotes where it would not be read as one. */
export function identifier(name: string): string {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(name) &&
    !RESERVED.has(name.toUpperCase())
    ? name
    : `"${name.replace(/"/g, '""')}"`;
}

/**
 * A table with its schema, `ivoa.obscore`, as TAP_SCHEMA writes it: parts that
 * are in quotes there already stay as they are.
 */
export function tableName(name: string): string {
  return (name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [])
    .map(part => (part.startsWith('"') ? part : identifier(part)))
    .join('.');
}
