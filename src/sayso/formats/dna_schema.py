"""The tables of a `.dna` file (Discourse Network Analyzer 3) and their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Kind = Literal["integer", "text"]

_COLOUR: dict[str, Kind] = {"Red": "integer", "Green": "integer", "Blue": "integer"}
_PERMISSIONS = (
    "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements",
    "EditStatements", "DeleteStatements", "EditAttributes", "EditRegex", "EditStatementTypes",
    "EditCoders", "EditCoderRelations", "ViewOthersDocuments", "EditOthersDocuments",
    "ViewOthersStatements", "EditOthersStatements",
)  # fmt: skip
_VALUE: dict[str, Kind] = {"ID": "integer", "StatementId": "integer", "VariableId": "integer"}

TABLES: Mapping[str, Mapping[str, Kind]] = {
    "SETTINGS": {"Property": "text", "Value": "text"},
    "CODERS": {
        "ID": "integer", "Name": "text", **_COLOUR, "Refresh": "integer", "FontSize": "integer",
        "Password": "text", "PopupWidth": "integer", "ColorByCoder": "integer",
        "PopupDecoration": "integer", "PopupAutoComplete": "integer",
        **{f"Permission{what}": "integer" for what in _PERMISSIONS},
    },
    "CODERRELATIONS": {
        "ID": "integer", "Coder": "integer", "OtherCoder": "integer", "viewStatements": "integer",
        "editStatements": "integer", "viewDocuments": "integer", "editDocuments": "integer",
    },
    "DOCUMENTS": {
        "ID": "integer", "Title": "text", "Text": "text", "Coder": "integer", "Author": "text",
        "Source": "text", "Section": "text", "Notes": "text", "Type": "text", "Date": "integer",
    },
    "STATEMENTTYPES": {"ID": "integer", "Label": "text", **_COLOUR},
    "VARIABLES": {
        "ID": "integer", "Variable": "text", "DataType": "text", "StatementTypeId": "integer",
    },
    "VARIABLELINKS": {
        "ID": "integer", "SourceVariableId": "integer", "TargetVariableId": "integer",
    },
    "REGEXES": {"Label": "text", **_COLOUR},
    "STATEMENTS": {
        "ID": "integer", "StatementTypeId": "integer", "DocumentId": "integer",
        "Start": "integer", "Stop": "integer", "Coder": "integer",
    },
    "DATABOOLEAN": {**_VALUE, "Value": "integer"},
    "DATAINTEGER": {**_VALUE, "Value": "integer"},
    "ENTITIES": {
        "ID": "integer", "VariableId": "integer", "Value": "text", **_COLOUR,
        "ChildOf": "integer",
    },
    "DATASHORTTEXT": {**_VALUE, "Entity": "integer"},
    "DATALONGTEXT": {**_VALUE, "Value": "text"},
    "ATTRIBUTEVARIABLES": {"ID": "integer", "VariableId": "integer", "AttributeVariable": "text"},
    "ATTRIBUTEVALUES": {
        "ID": "integer", "EntityId": "integer", "AttributeVariableId": "integer",
        "AttributeValue": "text",
    },
}  # fmt: skip
"""Every table, in an order in which each may refer to those before it."""

NEEDED = ("SETTINGS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "STATEMENTS")
"""Without these a file says nothing that could be had."""

DATA_TABLES: Mapping[str, tuple[str, str]] = {
    "short text": ("DATASHORTTEXT", "Entity"),
    "long text": ("DATALONGTEXT", "Value"),
    "integer": ("DATAINTEGER", "Value"),
    "boolean": ("DATABOOLEAN", "Value"),
}
"""Where the values of a variable of each data type stand: table and column."""

_UNSET: Mapping[str, int] = {"FontSize": 14, "PopupWidth": 300, "Coder": 1}
_NULLABLE = {"ChildOf", "Coder", "SourceVariableId", "TargetVariableId"}


def unset(column: str, kind: Kind) -> int | str | None:
    """Give what stands in a column that a file does not fill."""
    if kind == "text":
        return ""
    if column.startswith("Permission") or column in {"PopupAutoComplete"}:
        return 1
    if column in _NULLABLE:
        return None
    return _UNSET.get(column, 0)


def create(table: str) -> str:
    """Give the statement that creates a table as Discourse Network Analyzer expects it."""
    keys = {"SETTINGS": "Property", "REGEXES": "Label"}
    key = keys.get(table, "ID")
    parts = []
    for column, kind in TABLES[table].items():
        of = "TEXT" if kind == "text" else "INTEGER"
        rule = " PRIMARY KEY NOT NULL" if column == key else _rule(table, column, kind)
        parts.append(f"{column} {of}{rule}")
    return f"CREATE TABLE {table}({', '.join(parts + _cascades(table))})"


def _rule(table: str, column: str, kind: Kind) -> str:
    nothing = unset(column, kind)
    if nothing is None or (table == "ENTITIES" and column in _COLOUR):
        return ""
    if kind == "text":
        return " NOT NULL DEFAULT ''"
    return "" if column.endswith(("Id", "ID")) else f" NOT NULL DEFAULT {nothing}"


_PARENTS: Mapping[str, Mapping[str, str]] = {
    "CODERRELATIONS": {"Coder": "CODERS", "OtherCoder": "CODERS"},
    "DOCUMENTS": {"Coder": "CODERS"},
    "VARIABLES": {"StatementTypeId": "STATEMENTTYPES"},
    "VARIABLELINKS": {"SourceVariableId": "VARIABLES", "TargetVariableId": "VARIABLES"},
    "STATEMENTS": {
        "StatementTypeId": "STATEMENTTYPES", "DocumentId": "DOCUMENTS", "Coder": "CODERS",
    },
    "DATABOOLEAN": {"StatementId": "STATEMENTS", "VariableId": "VARIABLES"},
    "DATAINTEGER": {"StatementId": "STATEMENTS", "VariableId": "VARIABLES"},
    "ENTITIES": {"VariableId": "VARIABLES"},
    "DATASHORTTEXT": {
        "StatementId": "STATEMENTS", "VariableId": "VARIABLES", "Entity": "ENTITIES",
    },
    "DATALONGTEXT": {"StatementId": "STATEMENTS", "VariableId": "VARIABLES"},
    "ATTRIBUTEVARIABLES": {"VariableId": "VARIABLES"},
    "ATTRIBUTEVALUES": {"EntityId": "ENTITIES", "AttributeVariableId": "ATTRIBUTEVARIABLES"},
}  # fmt: skip


def _cascades(table: str) -> list[str]:
    return [
        f"FOREIGN KEY({column}) REFERENCES {parent}(ID) ON DELETE CASCADE"
        for column, parent in _PARENTS.get(table, {}).items()
    ]
