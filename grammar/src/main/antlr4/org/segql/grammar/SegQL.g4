/// SegQL. One statement is parsed at a time: the splitter cuts a script at `;` by the tokens.
///
/// Conventions:
/// * Clauses are alternatives of a loop and stand in any order; that each stands once, and which are missing, the tree
///   builder says.
/// * A list ends `(',' item)*? ','?`: not greedy, so that after a comma a word that can begin a clause begins it.
/// * Names pass through a rule that says what they name (tableName, columnName, …): errors and completion speak of that.
/// * No rule is empty and none is left-recursive: the walk over the automaton (package syntax) relies on it.
/// * Tokens at the end, from DOUBLE_QUOTED on, are recognised only to be refused with a good sentence.
grammar SegQL;

// Keywords are no lexer rules: they are read as IDENTIFIER and told apart by a look into a table (Words.type), which spares
// the lexer half of its automaton and a cold start a tenth of a second. The reserved ones come first.
tokens {
    AND, AS, BETWEEN, BY, CASE, DESCRIBED, FALSE, FROM, IN, IS, LIKE, NOT, NULL, ON, OR, REQUIRE,
    SELECT, TRUE, USING, WHERE,
    AGAINST, AGGREGATE, ALGORITHMS, APPLY, ASC, AUTO, CHARTS, COLUMNS, COMPARE, DATE, DATETIME,
    DAYS, DERIVE, DESC, DESCRIBE, DISTINCT, DROP, ELSE, ENCODE, END, ENV, EVERY, EXCEPT, EXPLAIN,
    EXPORT, FUNCTIONS, GROUP, HOURS, ID, INNER, JAVA, JOIN, LANGUAGE, LEFT, LIMIT, LOAD, LOG,
    MISSING, MODEL, MONTHS, NAME, OF, ORDER, OTHERWISE, OUTLIERS, OVERWRITE, PARAM, PARAMS, PER,
    PLOT, PROFILE, QUARTERS, QUERY, RUN, SAVE, SCALE, SEED, SEGMENT, SEGMENTATIONS, SET, SHOW,
    TABLE, TABLES, TARGET, THEN, TITLE, TO, UNION, WEEKS, WEIGHT, WHEN, WITH, YEARS
}

single
    : statement EOF
    ;

statement
    : LANGUAGE literal                                                       # language
    | SET optionName '=' argumentValue                                       # setOption
    | PARAM newName '=' literal                                              # param
    | LOAD newName loadClause+                                               # load
    | LOAD MODEL newName FROM location                                       # loadModel
    | SHOW listing                                                           # showCatalog
    | SHOW FROM? tableName step*                                             # showTable
    | DESCRIBE objectName describeClause*                                    # describe
    | EXPORT tableName exportClause+                                         # export
    | DROP tableName                                                         # drop
    | TABLE newName AS FROM tableName step*                                  # deriveTable
    | SEGMENT tableName likeClause? segmentClause*                           # segment
    | COMPARE tableName likeClause? segmentClause+                           # compareAlgorithms
    | COMPARE segmentationName WITH segmentationName compareClause*          # compareSegmentations
    | PROFILE segmentationName profileClause*                                # profile
    | PLOT plotItem (',' plotItem)*? ','? plotClause*                        # plot
    | REQUIRE segmentationName gates                                         # require
    | EXPLAIN JAVA? statement                                                # explain
    | SAVE MODEL segmentationName saveClause+                                # saveModel
    | APPLY modelName TO tableName applyClause*                              # apply
    | RUN location runClause?                                                # run
    ;

listing
    : TABLES
    | ALGORITHMS
    | CHARTS
    | FUNCTIONS
    | SEGMENTATIONS
    | PARAMS
    ;

loadClause
    : FROM location                                                          # loadFrom
    | QUERY queryText                                                        # loadQuery
    | WITH arguments                                                           # loadWith
    ;

describeClause
    : BY arithmetic                                                          # describeBy
    | AS newName                                                             # describeAs
    ;

exportClause
    : TO location                                                            # exportTo
    | OVERWRITE                                                              # exportOverwrite
    | WITH arguments                                                           # exportWith
    ;

saveClause
    : TO location                                                            # saveTo
    | OVERWRITE                                                              # saveOverwrite
    ;

compareClause
    : ID clauseColumn                                                        # compareId
    | AS newName                                                             # compareAs
    ;

profileClause
    : ON variable (',' variable)*? ','?                                      # profileOn
    | OF literal                                                             # profileOf
    | AGAINST literal                                                        # profileAgainst
    | AS newName                                                             # profileAs
    ;

plotItem
    : tableName AS chart
    ;

plotClause
    : TITLE literal                                                          # plotTitle
    | TO location                                                            # plotTo
    | OVERWRITE                                                              # plotOverwrite
    ;

applyClause
    : AS OF literal                                                          # applyAsOf
    | AS newName                                                             # applyAs
    ;

runClause
    : WITH arguments
    ;

// ---- TABLE ----

step
    : (LEFT | INNER)? JOIN tableName ON joinKey ((AND | ',') joinKey)*? ','? # joinStep
    | WHERE expression                                                       # whereStep
    | DERIVE derivation (',' derivation)*? ','?                              # deriveStep
    | GROUP BY groupKey (',' groupKey)*? ','? AGGREGATE aggregates           # groupStep
    | AGGREGATE aggregates                                                   # aggregateStep
    | SELECT selectItem (',' selectItem)*? ','?                              # selectStep
    | DISTINCT (ON distinctKeys)?                                            # distinctStep
    | UNION tableName                                                        # unionStep
    | ORDER BY sortKeys                                                      # orderStep
    | LIMIT literal                                                          # limitStep
    | AS OF literal                                                          # asOfStep
    ;

joinKey
    : columnReference ('=' columnReference)?
    ;

derivation
    : columnsLike '=' expression                                             # deriveEach
    | newName '=' expression                                                 # deriveOne
    ;

groupKey
    : columnsLike                                                            # groupColumns
    | (newName '=')? arithmetic                                              # groupColumn
    ;

aggregates
    : aggregate (',' aggregate)*? ','?
    ;

aggregate
    : newName '=' expression (PER arithmetic)?
    ;

selectItem
    : '*' (EXCEPT columnList)?                                               # selectAll
    | columnsLike                                                            # selectColumns
    | expression (AS newName)?                                               # selectColumn
    ;

distinctKeys
    : columnList                                                             # distinctBracketed
    | columnName (',' columnName)*? ','?                                     # distinctPlain
    ;

sortKeys
    : sortKey (',' sortKey)*? ','?
    ;

sortKey
    : expression (ASC | DESC)?
    ;

// ---- SEGMENT ----

likeClause
    : LIKE segmentationName
    ;

segmentClause
    : WHERE expression                                                       # whereClause
    | BY variable (',' variable)*? ','?                                      # byClause
    | DESCRIBED BY variable (',' variable)*? ','?                            # describedByClause
    | ID clauseColumn                                                        # idClause
    | WEIGHT clauseColumn                                                    # weightClause
    | MISSING preparation                                                    # missingClause
    | OUTLIERS preparation                                                   # outliersClause
    | SCALE preparation                                                      # scaleClause
    | ENCODE preparation                                                     # encodeClause
    | USING algorithm (',' algorithm)*? ','?                                 # usingClause
    | SEED literal                                                           # seedClause
    | REQUIRE gates                                                          # requireClause
    | NAME naming                                                            # nameClause
    | TARGET targetPart+                                                     # targetClause
    | AS OF literal                                                          # asOfClause
    | PER columnName                                                         # perClause
    | AS newName                                                             # asClause
    ;

variable
    : columnsLike                                                            # variableColumns
    | (newName '=')? arithmetic LOG? (WITH arguments)?                         # variableColumn
    ;

gates
    : gate (',' gate)*? ','?
    ;

gate
    : EVERY? expression
    ;

naming
    : AUTO                                                                   # nameAuto
    | FROM segmentationName                                                  # nameFrom
    | numberedName (',' numberedName)*? ','?                                 # nameByNumber
    | nameRule (',' nameRule)*? (','? OTHERWISE otherwiseName)? ','?         # nameByRule
    ;

numberedName
    : literal AS literal
    ;

nameRule
    : literal WHEN expression
    ;

otherwiseName
    : AUTO                                                                   # otherwiseAuto
    | literal                                                                # otherwiseText
    ;

targetPart
    : WHERE expression                                                       # targetWhere
    | ORDER BY sortKeys                                                      # targetOrder
    | LIMIT literal                                                          # targetLimit
    ;

// ---- calls with parameters ----

algorithm
    : name arguments?
    ;

chart
    : name arguments?
    ;

preparation
    : clauseName arguments?
    ;

arguments
    : '(' (argument (',' argument)* ','?)? ')'
    ;

argument
    : optionName '=' argumentValue                                           # namedArgument
    | argumentValue                                                          # positionalArgument
    | literal WHEN expression                                                # ruleArgument
    | OTHERWISE literal                                                      # otherwiseArgument
    ;

argumentValue
    : columnsLike                                                            # columnsValue
    | arithmetic ('..' arithmetic)?                                          # scalarValue
    | '(' ')'                                                                # emptyList
    | '(' listEntry ',' ')'                                                  # listOfOne
    | '(' listEntry (',' listEntry)+ ','? ')'                                # list
    ;

listEntry
    : expression ('..' arithmetic)?
    ;

// ---- expressions ----

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* predicate
    ;

predicate
    : arithmetic test*
    ;

test
    : comparator arithmetic                                                  # comparison
    | NOT? IN '(' expression (',' expression)* ','? ')'                      # inList
    | NOT? IN tableName '.' columnName                                       # inColumn
    | NOT? BETWEEN arithmetic AND arithmetic                                 # between
    | NOT? LIKE arithmetic                                                   # like
    | IS NOT? NULL                                                           # isNull
    ;

comparator
    : '='
    | NOT_EQUAL
    | '<'
    | '<='
    | '>'
    | '>='
    ;

arithmetic
    : term (('+' | '-') term)*
    ;

term
    : factor (('*' | '/') factor)*
    ;

factor
    : ('+' | '-')* primary
    ;

primary
    : constant                                                               # constantValue
    | CASE arithmetic? caseBranch+ (ELSE expression)? END                    # caseValue
    | functionName '(' ')'                                                   # emptyCall
    | functionName '(' DISTINCT? functionArgument (',' functionArgument)* ','? ')' # call
    | columnReference                                                        # columnValue
    | '(' expression ')'                                                     # parenthesized
    ;

caseBranch
    : WHEN caseTest THEN expression
    ;

caseTest
    : expression                                                             # caseCondition
    | test                                                                   # caseRest
    ;

functionArgument
    : '*'                                                                    # starArgument
    | columnsLike                                                            # columnsArgument
    | expression ('..' arithmetic)?                                          # valueArgument
    ;

columnReference
    : name '.' columnName                                                    # qualifiedColumn
    | columnName                                                             # plainColumn
    ;

columnsLike
    : COLUMNS LIKE text (EXCEPT columnList)?
    ;

columnList
    : '(' columnName (',' columnName)* ','? ')'
    ;

// A value that is written, not computed; it may carry a sign.
literal
    : ('+' | '-') amount unit?                                               # signedLiteral
    | constant                                                               # plainLiteral
    ;

constant
    : number                                                                 # numberConstant
    | amount unit                                                            # durationConstant
    | text                                                                   # textConstant
    | TRUE                                                                   # trueConstant
    | FALSE                                                                  # falseConstant
    | NULL                                                                   # nullConstant
    | DATE text                                                              # dateConstant
    | DATETIME text                                                          # dateTimeConstant
    | PARAMETER                                                              # parameterConstant
    | ENV '(' text ')'                                                       # environmentConstant
    ;

amount
    : number                                                                 # numberAmount
    | PARAMETER                                                              # parameterAmount
    ;

number
    : NUMBER
    | PERCENT
    ;

unit
    : HOURS
    | DAYS
    | WEEKS
    | MONTHS
    | QUARTERS
    | YEARS
    ;

text
    : TEXT
    | LONG_TEXT
    ;

// A file path, a JDBC address.
location
    : literal
    ;

queryText
    : literal
    ;

// ---- names: what is named, then how a name looks ----

tableName
    : name
    ;

segmentationName
    : name
    ;

modelName
    : name
    ;

objectName
    : name
    ;

newName
    : name
    ;

optionName
    : name
    | BY
    ;

columnName
    : name
    ;

clauseColumn
    : clauseName
    ;

// A name after a word that may be a clause or a column: in `BY age, weight LOG` the weight is a column.
clauseName
    : IDENTIFIER
    | QUOTED_NAME
    | word
    | ENV
    ;

functionName
    : IDENTIFIER
    | QUOTED_NAME
    | word
    | LOG
    | WITH
    | TARGET
    ;

name
    : IDENTIFIER
    | QUOTED_NAME
    | word
    | ENV
    | LOG
    | WITH
    | TARGET
    ;

// Every keyword that is not reserved, but those that name and its kin list themselves.
word
    : AGAINST
    | AGGREGATE
    | ALGORITHMS
    | APPLY
    | ASC
    | AUTO
    | CHARTS
    | COLUMNS
    | COMPARE
    | DATE
    | DATETIME
    | DAYS
    | DERIVE
    | DESC
    | DESCRIBE
    | DISTINCT
    | DROP
    | ELSE
    | ENCODE
    | END
    | EVERY
    | EXCEPT
    | EXPLAIN
    | EXPORT
    | FUNCTIONS
    | GROUP
    | HOURS
    | ID
    | INNER
    | JAVA
    | JOIN
    | LANGUAGE
    | LEFT
    | LIMIT
    | LOAD
    | MISSING
    | MODEL
    | MONTHS
    | NAME
    | OF
    | ORDER
    | OTHERWISE
    | OUTLIERS
    | OVERWRITE
    | PARAM
    | PARAMS
    | PER
    | PLOT
    | PROFILE
    | QUARTERS
    | QUERY
    | RUN
    | SAVE
    | SCALE
    | SEED
    | SEGMENT
    | SEGMENTATIONS
    | SET
    | SHOW
    | TABLE
    | TABLES
    | THEN
    | TITLE
    | TO
    | UNION
    | WEEKS
    | WEIGHT
    | WHEN
    | YEARS
    ;

// ---- signs ----

SEMICOLON: ';';
COMMA: ',';
OPEN: '(';
CLOSE: ')';
RANGE: '..';
DOT: '.';
EQUAL: '=';
NOT_EQUAL: '<>' | '!=';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';

// ---- values and names ----

NUMBER: DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)?;
PERCENT: DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? '%';
TEXT: '\'' (~['\r\n] | '\'\'')* '\'';
LONG_TEXT: '\'\'\'' .*? '\'\'\'';
PARAMETER: '$' LETTER PART*;
IDENTIFIER: LETTER PART*;
QUOTED_NAME: '`' (~[`\r\n] | '``')* '`';

LINE_COMMENT: '--' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
BLANK: [ \t\r\n\f\u00A0\uFEFF]+ -> channel(HIDDEN);

// ---- recognised only to be refused ----

DOUBLE_QUOTED: '"' ~["\r\n]* '"'?;
DOUBLE_EQUAL: '==' '='?;
REVERSED: '=<' | '=>';
AMPERSANDS: '&' '&'?;
BARS: '|' '|'?;
BANG: '!';
PERCENT_SIGN: '%';
PERCENT_TOUCHES: DIGITS ('.' DIGITS)? '%' PART+;
DOUBLE_SLASH: '//' ~[\r\n]*;
HASH: '#' ~[\r\n]*;
DIGIT_NAME: [0-9] [0-9_]* LETTER PART*;
LEADING_POINT: '.' DIGITS;
OPEN_LONG_TEXT: '\'\'\'' (~'\'' | '\'' ~'\'' | '\'\'' ~'\'')* '\''? '\''?;
OPEN_TEXT: '\'' (~['\r\n] | '\'\'')*;
OPEN_NAME: '`' ~[`\r\n]*;
OPEN_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
UNKNOWN: .;

fragment DIGITS: [0-9] ('_'? [0-9])*;
// Letters of any script by the coarse ranges that XML uses for its names: the exact classes of Unicode are hundreds of
// ranges, which cost a cold start a tenth of a second.
fragment LETTER: [a-zA-Z_] | WIDE;
fragment PART: [a-zA-Z0-9_\u00B7\u0300-\u036F\u203F-\u2040] | WIDE;
fragment WIDE
    : [\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u2070-\u209F\u20D0-\u218F]
    | [\u2C00-\u2DFF\u3005-\u3007\u3021-\u302F\u3031-\uD7FF\uF900-\uFDCF\uFDF0-\uFDFF\uFE20-\uFE2F\uFE70-\uFEFC]
    | [\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC\u{10000}-\u{1EFFF}\u{20000}-\u{EFFFF}]
    ;
